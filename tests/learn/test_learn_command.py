"""`gen learn` and `gen schema` from end to end, on drafts of the shipped forms."""

import os
import re
import struct
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
import yaml
from click.testing import CliRunner, Result

from generator import api
from generator.api import load
from generator.cli.gen import gen
from generator.cli.run import main

ROOT = Path(__file__).resolve().parents[2]
CORPUS = Path(os.environ.get("GEN_CORPUS") or ROOT.parent / "shared" / "corpus")
FORMS = sorted((ROOT / "profiles").glob("*-20??.yml"))
OUTLINE = (
    '{"id": "o1", "level": "township", "year": 2024, "truncated": true, "headings": '
    '[{"level": 1, "marker": "一、", "text": "2024年主要举措和成效", "role": "measures"}, '
    '{"level": 2, "marker": "（一）", "text": "规范执法行为，提升水平", "theme": "enforcement"}]}\n'
)


@pytest.fixture(scope="module")
def drafts(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The shipped forms drafted, one of them as DOCX, in a folder of their own."""
    folder = tmp_path_factory.mktemp("drafts")
    for number, form in enumerate(FORMS):
        api.draft(form, formats=("docx" if number == 0 else "md",), output=folder)
    (folder / "o.jsonl").write_text(OUTLINE, encoding="utf-8")
    return folder


def run(*arguments: object) -> Result:
    return CliRunner().invoke(gen, [str(a) for a in arguments], obj={"debug": False}, standalone_mode=False)


def test_a_folder_of_reports_teaches_a_schema(drafts: Path) -> None:
    done = run("learn", drafts, drafts / "o.jsonl")
    assert done.return_value == 0, done.output
    schema = yaml.safe_load(done.output)
    assert schema["learned_from"]["reports"]["全部"] == len(FORMS) + 1
    assert schema["learned_from"]["full"]["全部"] == len(FORMS)
    assert schema["sections"]["problems"]["support"]["全部"] == [len(FORMS), len(FORMS)]
    assert {"measures", "problems", "plans"} <= set(schema["standard"]["sections"])
    assert schema["closings"]["dates"]["2024年1月9日"]["全部"][0] > 1
    assert schema["indicators"]["mediation_cases"]["typical"]["全部"]["of"] > 1


def test_adding_to_counts_is_learning_all_at_once(drafts: Path, tmp_path: Path) -> None:
    files = sorted(path for path in drafts.iterdir() if not path.name.startswith("."))
    run("learn", *files, "--into", tmp_path / "at-once.jsonl")
    for file in reversed(files):
        assert run("learn", file, "--into", tmp_path / "one-by-one.jsonl").return_value == 0
    assert (tmp_path / "one-by-one.jsonl").read_bytes() == (tmp_path / "at-once.jsonl").read_bytes()
    done = run("learn", "--into", tmp_path / "one-by-one.jsonl", "-o", tmp_path / "schema.yml")
    assert done.return_value == 0
    whole = run("learn", drafts, "--outlines", drafts / "o.jsonl").output
    assert (tmp_path / "schema.yml").read_text(encoding="utf-8") == whole


def test_a_report_learned_twice_counts_once(drafts: Path, tmp_path: Path) -> None:
    counts = tmp_path / "counts.jsonl"
    run("learn", drafts, "--outlines", drafts / "o.jsonl", "--into", counts)
    before = counts.read_bytes()
    (tmp_path / "副本.md").write_bytes(next(drafts.glob("*.md")).read_bytes())
    done = run("learn", drafts, tmp_path / "副本.md", "--outlines", drafts / "o.jsonl", "--into", counts)
    assert counts.read_bytes() == before
    assert f"{len(FORMS) + 1} 份与学过的完全相同" in done.output


def test_a_note_among_the_reports_is_named(drafts: Path, tmp_path: Path) -> None:
    note = tmp_path / "笔记.md"
    note.write_text("# 写作笔记\n\n一、主要做法\n\n（一）规范执法\n\n开展检查12次。\n", encoding="utf-8")
    done = run("learn", drafts, note)
    assert done.return_value == 0, done.output
    assert "1 份不像这种报告" in done.stderr
    assert f"也按报告计了：{note}\n" in done.stderr
    assert "不像" not in run("learn", drafts).stderr


def test_any_number_of_processes_gives_the_same_bytes(drafts: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("generator.learn.heap.PART", 1)
    alone, several = (api.learn([drafts], jobs=jobs).text for jobs in (1, 2))
    assert alone == several


def test_somebody_elses_executor_does_the_reading(drafts: Path) -> None:
    from concurrent.futures import ThreadPoolExecutor

    with ThreadPoolExecutor(1) as executor:
        assert api.learn([drafts], executor=executor).text == api.learn([drafts]).text


def test_a_hand_edit_survives_until_an_update_is_asked_for(drafts: Path, tmp_path: Path) -> None:
    target = tmp_path / "schema.yml"
    assert run("learn", drafts, "-o", target).return_value == 0
    learned = target.read_text(encoding="utf-8")
    edited = learned.replace("standard:", "note: 本地\nstandard:")
    target.write_text(edited, encoding="utf-8")
    done = run("learn", drafts, "-o", target)
    assert done.return_value == 1
    assert "-note: 本地" in done.output
    assert "--update" in done.output
    assert target.read_text(encoding="utf-8") == edited
    assert run("learn", drafts, "-o", target, "--update").return_value == 0
    assert target.read_text(encoding="utf-8") == learned
    assert (tmp_path / "schema.yml.bak-1").read_text(encoding="utf-8") == edited


def test_what_nobody_edited_is_learned_anew_without_asking(drafts: Path, tmp_path: Path) -> None:
    target = tmp_path / "schema.yml"
    run("learn", drafts / "o.jsonl", "-o", target)
    before = target.read_text(encoding="utf-8")
    assert run("learn", drafts, "-o", target).return_value == 0
    assert target.read_text(encoding="utf-8") != before
    assert "没有变化" in run("learn", drafts, "-o", target).output
    assert not list(tmp_path.glob("*.bak*"))


@pytest.mark.parametrize(
    ("item", "place"),
    [
        ("行政执法", r"\.md:\d+  .*执法"),
        ("enforcement", r"\n  o1  （一）规范执法行为"),
        ("存在问题", r"\.md:\d+  [二三四]、"),
        ("调解矛盾纠纷", r"\.md:\d+  .*\d"),
        ("规范执法", r"标题|规范执法"),
    ],
)
def test_evidence_names_report_and_line(item: str, place: str, drafts: Path) -> None:
    done = run("learn", drafts, drafts / "o.jsonl", "--explain", item)
    assert done.return_value == 0, done.output
    assert re.search(place, done.output), done.output


def test_a_line_of_evidence_holds_the_words(drafts: Path) -> None:
    checked = 0
    for evidence in api.learn([drafts], explain="行政执法").evidence:
        if evidence.report.endswith(".md"):
            line = Path(evidence.report).read_text(encoding="utf-8").splitlines()[evidence.line - 1]
            words = evidence.words.split("，")[-1]
            assert words[-6:] in line.replace("*", "").replace("\\", "")
            checked += 1
    assert checked


@pytest.mark.parametrize(
    ("arguments", "code", "words"),
    [
        (["learn"], 2, "没有可学的报告"),
        (["learn", "没有.txt"], 3, "没有“没有.txt”这个文件"),
        (["learn", "没有.txt", "--explain", "行政执发"], 2, "“行政执法”"),
        (["learn", "没有.txt", "--genre", "工作总结"], 2, "缺少选项 -o"),
        (["learn", "--outlines", "没有.jsonl"], 3, "读不了提纲文件"),
        (["learn", "--into", "坏.txt"], 3, "不是 gen learn 的计数文件"),
        (["schema", "show", "没有.yml"], 3, "没有“没有.yml”这个文件"),
        (["schema", "show", "坏.txt"], 4, "schema.yml"),
        (["schema", "show", "--plot", "图.jpg"], 2, ".svg 或 .png"),
    ],
)
def test_what_cannot_be_done_is_said(
    arguments: list[str], code: int, words: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:  # fmt: skip
    monkeypatch.chdir(tmp_path)
    Path("坏.txt").write_text("坏", encoding="utf-8")
    assert main(arguments) == code
    assert words in capsys.readouterr().err


def test_a_text_without_headings_teaches_nothing(drafts: Path, tmp_path: Path) -> None:
    (tmp_path / "说明.txt").write_text("这里放着各单位的报告。\n", encoding="utf-8")
    done = run("learn", drafts, tmp_path, "--into", tmp_path / "counts.jsonl")
    assert done.return_value == 1
    assert "说明.txt" in done.output
    assert f"共 {len(FORMS)} 份" in done.output


def test_one_unreadable_report_stops_no_other(drafts: Path, tmp_path: Path) -> None:
    bad = tmp_path / "坏.docx"
    bad.write_bytes(b"MZ" + bytes(100))
    done = run("learn", drafts, bad, "-o", tmp_path / "schema.yml")
    assert done.return_value == 1
    assert "坏.docx" in done.output
    assert (tmp_path / "schema.yml").exists()


def test_the_page_tells_shares_order_and_what_is_doubtful(drafts: Path, tmp_path: Path) -> None:
    target = tmp_path / "schema.yml"
    run("learn", drafts, "-o", target)
    page = run("schema", "show", target).output
    assert re.search(r"存在问题 +标准 +5/5", page)
    assert "依据薄弱" in page
    assert "主要举措 →" in page
    assert re.search(r"调解矛盾纠纷：.*（.*份）", page)
    assert "schema" not in page
    assert "None" not in page


def test_the_shipped_schema_can_be_shown() -> None:
    assert "【各主题】" in run("schema", "show").output


@pytest.mark.parametrize("edit", ["sections: 3", "themes: [a]", "standard: {sections: {}}", "sequences: {a: 3}"])
def test_a_broken_schema_is_named_not_a_traceback(edit: str, drafts: Path, tmp_path: Path) -> None:
    target = tmp_path / "schema.yml"
    run("learn", drafts, "-o", target)
    data = yaml.safe_load(target.read_text(encoding="utf-8")) | yaml.safe_load(edit)
    target.write_text(yaml.safe_dump(data, allow_unicode=True), encoding="utf-8")
    assert main(["schema", "show", str(target)]) == 4
    assert main(["schema", "show", str(target), "--plot", str(tmp_path / "a.svg")]) in (0, 4)


def test_the_picture_as_svg_holds_every_theme_and_is_the_same_each_time(tmp_path: Path) -> None:
    for name in ("a.svg", "b.svg"):
        assert run("schema", "show", "--plot", tmp_path / name).return_value == 0
    data = (tmp_path / "a.svg").read_bytes()
    assert data == (tmp_path / "b.svg").read_bytes()
    words = [e.text for e in ET.fromstring(data).iter("{http://www.w3.org/2000/svg}text")]  # noqa: S314 - our own
    learned = yaml.safe_load((ROOT / "templates/rule-of-law/schema.yml").read_text(encoding="utf-8"))["themes"]
    assert {t.label for t in load()[1].schema.themes if t.id in learned} <= set(words)


def test_the_picture_as_png_has_chinese_letters(tmp_path: Path) -> None:
    image = pytest.importorskip("PIL.Image")
    target = tmp_path / "a.png"
    assert run("schema", "show", "--plot", target).return_value == 0
    data = target.read_bytes()
    assert data[:8] == b"\x89PNG\r\n\x1a\n"
    width, height = struct.unpack(">II", data[16:24])
    # The label of the first row: a box for a missing glyph would be the same for each character.
    with image.open(target) as picture:
        dark = picture.convert("L").crop((0, 120, width, height)).histogram()
    assert sum(dark[:100]) > 3000


@pytest.mark.corpus
def test_the_shipped_schema_is_what_the_corpus_teaches() -> None:
    if not CORPUS.is_dir():
        pytest.skip("the real reports are not here (GEN_CORPUS)")
    shipped = (ROOT / "templates" / "rule-of-law" / "schema.yml").read_text(encoding="utf-8")
    learned = api.learn(sorted(CORPUS.glob("*.txt")), outlines=[CORPUS / "outlines.jsonl"])
    assert not learned.unread
    assert learned.text == shipped, "run `make learn`"
