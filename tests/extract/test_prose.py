"""Reports and parts told in prose, without numbers and headings: their items are told apart, their words kept."""

import re
from pathlib import Path

import pytest
from drafting import drafted, profile_of, shipped

from generator.annotate.lines import lines
from generator.api import extracted
from generator.api.reading import understand
from generator.extract import extract
from generator.extract.listed import headed, listed
from generator.forms.write import form_text

_REPORT = """\
清溪乡人民政府2023年度法治政府建设情况报告
2023年，清溪乡把依法行政摆在突出位置，现将有关情况报告如下。
组织上抓得紧。乡党委会研究法治议题5次，乡长主持专题会议3次。
调解上跑得勤。全年调解纠纷64件，其中邻里纠纷40件、土地纠纷24件。
照镜子看，毛病仍然有。一方面，调解档案不齐，9卷缺页，原因是没有专人管；另一方面，村干部遇事凭老办法，原因在于培训偏少。
{}
清溪乡人民政府
2024年1月12日
"""
_CAUSES = ("原因是", "原因在于", "根子在")


def form_of(folder: Path, plans: str) -> tuple[dict[str, list[str]], str]:
    """Problems and plans with all that is told of them, and the text of the draft."""
    path = folder / "报告.txt"
    path.write_text(_REPORT.format(plans), "utf-8")
    values = extract(understand(path, None).annotation, shipped()).profile.values
    told: dict[str, list[str]] = {"problems": [], "plans": []}
    for at, value in values.items():
        if at[0] in told:
            told[str(at[0])].append(str(value))
    made = drafted(profile_of(form_text(values, shipped().schema)))
    return told, "".join(line.text for line in lines(made.document))


@pytest.mark.parametrize(
    ("plans", "told"),
    [
        (
            "2024年，我乡将做好以下两件事：配一名档案员，每月入卷一次；把9卷旧档案补齐。",
            ["配一名档案员", "每月入卷一次", "把9卷旧档案补齐"],
        ),
        (
            "2024年，乡里打算配一名档案员，每月入卷一次；把9卷旧档案补齐。同时，办好村干部培训，全年4期。",
            ["乡里打算配一名档案员", "每月入卷一次", "把9卷旧档案补齐", "办好村干部培训", "全年4期"],
        ),
        (
            "往前看，2024年要抓两件事。第一件，配一名档案员，每月入卷一次。第二件，把9卷旧档案补齐。",
            ["配一名档案员", "每月入卷一次", "把9卷旧档案补齐"],
        ),
    ],
)
def test_a_report_in_prose_becomes_a_form(tmp_path: Path, plans: str, told: list[str]) -> None:
    found, draft = form_of(tmp_path, plans)
    assert found["plans"] == told
    assert found["problems"] == [
        "调解档案不齐", "照镜子看，毛病仍然有。9卷缺页", "原因是没有专人管", "村干部遇事凭老办法", "原因在于培训偏少",
    ]  # fmt: skip
    for words in [*told, "乡党委会研究法治议题5次", "邻里纠纷40件", "土地纠纷24件"]:
        assert draft.count(words) == 1, words
    assert extracted(tmp_path / "报告.txt", None).counts.figures


def test_no_clause_of_a_report_in_prose_is_lost(tmp_path: Path) -> None:
    plans = "2024年，我们以镇容整治为抓手，重点做好三项工作：配一名档案员；补齐9卷旧档案；培训村干部4期。"
    draft = re.sub(r"[\W_]+", "", form_of(tmp_path, plans)[1])
    clauses = [re.sub(r"[\W_]+", "", clause) for clause in re.split("[，。：；、\n]", _REPORT.format(plans))]
    led = ("一方面", "另一方面", "2024年", "重点做好三项工作", "现将有关情况报告如下")
    assert [clause for clause in clauses if clause and clause not in led and clause not in draft] == []


@pytest.mark.parametrize(
    ("words", "opens", "opening", "items"),
    [
        ("档案不齐，原因是没人管。宣传老一套。", True, "", ["档案不齐，原因是没人管。", "宣传老一套。"]),
        ("工作中还有差距。档案不齐。", True, "工作中还有差距。", ["档案不齐。"]),
        ("工作中还有差距。档案不齐。", False, "", ["工作中还有差距。", "档案不齐。"]),
        ("问题也有，第一是人少。第二是钱少。", True, "问题也有。", ["第一是人少。", "第二是钱少。"]),
        ("还有三方面不足：档案不齐全；宣传老一套；人手太少。", True, "", ["档案不齐全", "宣传老一套", "人手太少。"]),
        ("学了“甲；乙”“丙；丁”两篇。", False, "", ["学了“甲；乙”“丙；丁”两篇。"]),
        ("档案不齐，缺3卷；宣传老一套，没人听。", False, "", ["档案不齐，缺3卷；宣传老一套，没人听。"]),
        ("档案不齐，原因是懒；宣传老一套，根子在人少。", False, "", ["档案不齐，原因是懒", "宣传老一套，根子在人少。"]),
    ],
)
def test_what_leads_to_items_and_the_items(words: str, opens: bool, opening: str, items: list[str]) -> None:
    assert listed(words, _CAUSES, opens) == (opening, items)


@pytest.mark.parametrize(
    ("item", "heading", "text"),
    [
        ("2024年，配一名档案员，每月入卷。", "配一名档案员", "每月入卷。"),
        ("第二件，补齐旧档案。", "补齐旧档案", ""),
        ("再一个是村干部少学，遇事凭经验。", "村干部少学", "遇事凭经验。"),
        ("2024年，好。", "2024年", "好。"),
        ("同时，2024年，办好村干部培训", "办好村干部培训", ""),
    ],
)
def test_a_clause_that_only_leads_is_no_heading(item: str, heading: str, text: str) -> None:
    assert headed(item) == (heading, text)
