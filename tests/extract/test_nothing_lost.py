"""However a report is dressed, each clause of it stands in the draft of its form as often as in the report."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from drafting import drafted, profile_of, shipped

from generator.annotate.lines import lines
from generator.api.reading import understand
from generator.extract import extract
from generator.forms.write import form_text
from generator.schema.model import Figure

REPORT = Path(__file__).with_name("report.txt").read_text("utf-8")
_TITLE, *_BODY = REPORT.strip().split("\n")
_FRAME = ("现将有关情况报告如下", "主要工作情况", "存在的问题", "下一步工作打算")
_ROWS = (("人民调解员", "31人"), ("司法确认", "6件"))


def one_line(report: list[str]) -> tuple[str, str]:
    return "txt", "".join(report)


def spaced(report: list[str]) -> tuple[str, str]:
    return "txt", " ".join(report)


def page_on_one_line(report: list[str]) -> tuple[str, str]:
    head = '<div class="nav"><a href="/">首页</a> <a href="/b">政务公开</a></div>'
    body = "".join(f"<p>{line}</p>" for line in report[1:])
    return "html", f"<html><body>{head}<h1>{report[0]}</h1><div class=content>{body}</div></body></html>"


def with_a_table(report: list[str]) -> tuple[str, str]:
    at = next(n for n, line in enumerate(report) if "化解矛盾纠纷" in line)
    table = "".join(f"<tr><td>{label}</td><td>{value}</td></tr>" for label, value in _ROWS)
    lines = [f"<p>{line}</p>" for line in report]
    return "html", "\n".join([*lines[: at + 1], f"<table>{table}</table>", *lines[at + 1 :]])


def bulleted(report: list[str]) -> tuple[str, str]:
    return "txt", "\n".join(re.sub(r"^\([一二三四五]\)", "● ", line) for line in report)


def bracketed(report: list[str]) -> tuple[str, str]:
    return "txt", "\n".join(re.sub(r"^\([一二三四五]\)([^。]+)(?:。|$)", r"【\1】", line) for line in report)


def hyphened(report: list[str]) -> tuple[str, str]:
    """1-1  …, and parts that are counted off by words."""
    told = [re.sub("^([一二三四])、", r"第\1部分  ", line) for line in report]
    rows = [re.sub(r"^\(([一二三四五])\)", lambda m: f"1-{'一二三四五'.index(m[1]) + 1}  ", line) for line in told]
    return "txt", "\n".join(rows)


def bare(words: str) -> str:
    return re.sub(r"[\W_]+", "", words)


def clauses(report: list[str]) -> list[str]:
    """What the report says between title and signature, without numbers of headings."""
    words = [re.sub(r"^(?:\([一二三]\)|[一二三]、)", "", line) for line in report[2:-2]]
    pieces = [re.sub("^[一二三]是", "", piece) for line in words for piece in re.split("[,。:]", line)]
    return [bare(piece) for piece in pieces if bare(piece) and piece not in _FRAME]


@pytest.mark.parametrize("dress", [one_line, spaced, page_on_one_line, with_a_table, bulleted, bracketed, hyphened])
def test_each_clause_is_printed_once(dress: Callable[[list[str]], tuple[str, str]], tmp_path: Path) -> None:
    ending, text = dress([_TITLE, *_BODY])
    path = tmp_path / f"报告.{ending}"
    path.write_text(text, "utf-8")
    got = extract(understand(path, None).annotation, shipped())
    profile = profile_of(form_text(got.profile.values, shipped().schema))
    printed = [line.text for line in lines(drafted(profile).document)]
    assert not [line for line in printed if "●" in line or line.startswith("】")]
    said, told = bare("".join(printed)), bare(text)
    assert [clause for clause in clauses(_BODY) if clause not in said] == []
    long = [clause for clause in clauses(_BODY) if len(clause) > 5]
    assert [clause for clause in long if said.count(clause) > told.count(clause)] == []
    assert said.count(bare(_BODY[-1])) == 1
    assert profile.values["unit", "addressee", 0] == "青禾县人民政府"
    if dress is with_a_table:
        assert all(said.count(label + value) == 1 for label, value in _ROWS)
        figures = {v.sentence: v.text for v in profile.values.values() if isinstance(v, Figure)}
        assert figures["人民调解员31人"] == "31"


def test_bullets_are_left_behind(tmp_path: Path) -> None:
    path = tmp_path / "报告.txt"
    points = "● 乡党委会学法8次，上年6次。\n● 班子成员9人全部述法，其中7人评为好。\n● 顺延的一处问题，专人盯到底。"
    parts = f"一、组织领导\n{points}\n二、依法决策\n{points}\n三、存在的问题\n人手少。"
    path.write_text(f"{_TITLE}\n{parts}\n{_BODY[-2]}\n{_BODY[-1]}", "utf-8")
    got = extract(understand(path, None).annotation, shipped())
    profile = profile_of(form_text(got.profile.values, shipped().schema))
    printed = [line.text for line in lines(drafted(profile).document)]
    assert sum("专人盯到底" in line for line in printed) == 2
    assert not any("●" in line for line in printed)
