"""Problems of anybody's report: what each is, what shows it and what causes it, told apart."""

from pathlib import Path

import pytest
from drafting import drafted, profile_of, shipped, shipped_profile

from generator.annotate.lines import lines
from generator.api.reading import understand
from generator.extract import extract
from generator.forms.write import form_text
from generator.schema.model import Profile

_REPORT = """青禾县白石镇人民政府2023年度法治政府建设工作情况报告
青禾县人民政府：
现将有关情况报告如下：
一、主要工作情况
（一）规范行政执法
全年办理行政处罚案件17件。
二、存在的问题
{}
三、下一步打算
（一）充实力量。新招执法人员2名。
青禾县白石镇人民政府
2024年1月15日
"""


def problems_of(folder: Path, words: str) -> tuple[list[tuple[str, str, str]], list[str]]:
    """Problem, what shows it and cause of each, and the lines of the draft."""
    path = folder / "报告.txt"
    path.write_text(_REPORT.format(words), "utf-8")
    values = extract(understand(path, None).annotation, shipped()).profile.values
    count = len({p[1] for p in values if p[0] == "problems"})
    names = ("problem", "shows", "cause")
    told = [tuple(str(values.get(("problems", n, name), "")) for name in names) for n in range(count)]
    made = drafted(profile_of(form_text(values, shipped().schema)))
    return told, [line.text for line in lines(made.document)]  # type: ignore[return-value]


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (
            "1.卷宗不齐全，12卷中有3卷缺页，原因是交接时没有清点。\n2.宣传老一套，主要是人手少。",
            [("卷宗不齐全", "12卷中有3卷缺页", "原因是交接时没有清点"), ("宣传老一套", "", "主要是人手少")],
        ),
        (
            "卷宗不齐全。12卷中有3卷缺页，根子在交接马虎。\n宣传老一套。听的人少，这与晚上不开讲有关。",
            [("卷宗不齐全", "12卷中有3卷缺页", "根子在交接马虎"), ("宣传老一套", "听的人少", "这与晚上不开讲有关")],
        ),
        (
            "1.卷宗不齐全。12卷中有3卷缺页，系交接马虎所致。\n2.宣传老一套，讲课的人少是直接原因。",
            [("卷宗不齐全", "12卷中有3卷缺页", "系交接马虎所致"), ("宣传老一套", "", "讲课的人少是直接原因")],
        ),
        (
            "一是卷宗不齐全。12卷中有3卷缺页，根本原因在于交接马虎。二是宣传老一套。这是因为没有经费。",
            [("卷宗不齐全", "12卷中有3卷缺页", "根本原因在于交接马虎"), ("宣传老一套", "", "这是因为没有经费")],
        ),
    ],
)
def test_causes_are_told_apart(tmp_path: Path, words: str, told: list[tuple[str, str, str]]) -> None:
    found, said = problems_of(tmp_path, words)
    assert found == told
    text = "".join(said)
    for _, shown, cause in told:
        assert text.count(cause) == 1
        assert text.count(shown) == 1 or not shown
    assert not any(lead in text for lead in ("主要原因是根", "原因在于根", "原因是这", "原因在于这"))


@pytest.mark.parametrize(
    ("shows", "cause"),
    [
        ("甲地有三处。与去年有关", "人手不足所致"),
        ("甲地有三处", "经费不足。人手不足所致"),
        ("", "岗前培训短是直接原因"),
        ("乙地造成的", "与编制偏少有关"),
    ],
)
def test_a_cause_that_says_so_at_its_end_has_no_lead_and_comes_back(tmp_path: Path, shows: str, cause: str) -> None:
    values = dict(shipped_profile("gekeng-2024").values)
    for number in (0, 1):
        values.pop(("problems", number, "shows"), None)
        values |= {("problems", number, "shows"): shows} if shows else {}
        values["problems", number, "cause"] = cause
    text = "\n".join(line.text for line in lines(drafted(Profile(values, {})).document))
    assert ("原因在于" + cause in text) == ("。" in cause)
    path = tmp_path / "报告.txt"
    path.write_text(text, "utf-8")
    got = extract(understand(path, None).annotation, shipped()).profile.values
    for number in (0, 1):
        assert str(got.get(("problems", number, "shows"), "")) == shows
        assert got["problems", number, "cause"] == cause
