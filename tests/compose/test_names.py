"""Templates held against the schema before there is data: every kind of mistake, planted one at a time."""

from collections.abc import Mapping

import pytest
from drafting import shipped

from generator import resources
from generator.compose import compile_folder, load
from generator.compose.names import check
from generator.diagnostics import Diagnostic, Severity
from generator.errors import BrokenTemplate

_TEAM = "themes/team.md.j2"


def sources() -> dict[str, str]:
    """The shipped folder, to plant mistakes in."""
    return resources.read_sources(resources.find_template(str(resources.shipped("templates") / "rule-of-law")))


def told(texts: Mapping[str, str]) -> list[Diagnostic]:
    """What is found in a folder, but for what the shipped one has already."""
    own = {name: text for name, text in texts.items() if not name.startswith("_shared/")}
    return list(check(own, load(compile_folder(texts)), "folder"))


def test_the_shipped_folder_holds_together() -> None:
    assert [d for d in told(sources()) if d.severity is not Severity.INFO] == []


@pytest.mark.parametrize(
    ("file", "before", "after", "code", "says"),
    [
        (_TEAM, "", "{{ 全粘 }}\n", "TPL002", "全粘"),
        (_TEAM, "d.法治业务培训", "d.法治业务培圳", "TPL003", "法治业务培圳"),
        (_TEAM, '{{ 其余("教育培训") }}', "", "TPL004", "其余(\"教育培训\")"),
        (_TEAM, '{{ 其余("教育培训") }}', '{{ 其余("教育培训") }}{{ 其余("教肓培训") }}', "TPL005", "教肓培训"),
        ("sections/problems.md.j2", "条.原因", "条.缘因", "TPL006", "缘因"),
        ("sections/problems.md.j2", "{{ 条.表现 }}", "", "TPL007", "存在问题.表现"),
        (_TEAM, "", '{{ 举措("甲", "做甲{，做法}。") }}{{ 举措("甲", "做甲{，做法}。") }}\n', "TPL008", "甲"),
        (_TEAM, "", '{{ 举措("甲", "做甲{，做法}") }}\n', "TPL009", "没有句号"),
        (_TEAM, "", '{{ 举措("甲", "做甲。") }}\n', "TPL010", "有且只有一个"),
        (_TEAM, "", '{{ 举措("甲", "做{，做法}甲{，做法}。") }}\n', "TPL010", "有且只有一个"),
        ("report.md.j2", '文("report", "note")', '文("report", "nota")', "TPL011", "nota"),
        ("report.md.j2", '文("report", "note")', '文("report", "note", "x")', "TPL011", "x"),
        (_TEAM, "", "\n[[甲{{ d.法治业务培训 }}\n", "TPL012", "[["),
        (_TEAM, "", "\n甲)){{ d.法治业务培训 }}\n", "TPL012", "))"),
        (_TEAM, "", "\n[[甲((乙]]))\n", "TPL012", "]]"),
    ],
)  # fmt: skip
def test_a_planted_mistake_is_named_at_its_line(file: str, before: str, after: str, code: str, says: str) -> None:
    texts = sources()
    assert before in texts[file]
    texts[file] = texts[file].replace(before, after, 1) if before else texts[file] + after
    found = [d for d in told(texts) if d.code == code and says in d.message]
    assert found, [(d.code, d.message) for d in told(texts)]
    assert found[0].hint
    place = found[0].place
    assert place is not None
    named = place.file.removeprefix("folder/")
    line = texts[named].split("\n")[place.line - 1]
    assert named in (file, "indicators.yml", "genre.yml")
    assert says in line or named != file or code in ("TPL009", "TPL010", "TPL011", "TPL012")


@pytest.mark.parametrize(("file", "near"), [(_TEAM, "d.法治业务培训")])
def test_a_slip_is_answered_with_what_was_meant(file: str, near: str) -> None:
    texts = sources()
    texts[file] = texts[file].replace(near, near[:-1] + "圳")
    hint = next(d.hint for d in told(texts) if d.code == "TPL003")
    assert "法治业务培训" in hint


def test_a_missing_file_is_named() -> None:
    texts = sources()
    del texts[_TEAM]
    assert [d.message for d in told(texts) if d.code == "TPL001"] == [f"模板文件夹里没有 {_TEAM}"]


@pytest.mark.parametrize(
    ("file", "text", "says"),
    [
        (_TEAM, "好\n{{ 坏", f"{_TEAM}:2"),
        (_TEAM, "{% for %}", _TEAM),
        (_TEAM, "{{ 举措(名称, '句。') }}", "写定的文字"),
        ("indicators.yml", "indicators: [", "indicators.yml"),
        ("genre.yml", "体裁: 甲", "缺少"),
    ],
)
def test_a_folder_that_cannot_be_made_ready_says_where(file: str, text: str, says: str) -> None:
    with pytest.raises(BrokenTemplate, match=says):
        compile_folder({**sources(), file: text})


def test_a_formula_over_an_indicator_that_there_is_none_of() -> None:
    texts = sources()
    texts["indicators.yml"] = texts["indicators.yml"].replace(
        "formula: mediation_success / mediation_cases", "formula: mediation_sucess / mediation_cases"
    )
    with pytest.raises(BrokenTemplate, match="mediation_sucess"):
        compile_folder(texts)


def test_every_label_and_alias_is_one_word_and_there_once() -> None:
    schema = shipped().schema
    names = [name for i in schema.indicators.values() for name in (i.label, *i.aliases)]
    assert len(names) == len(set(names))
    assert all(name.isidentifier() and len(name) <= 12 for name in names)
    assert not {pair.label for pair in schema.pairs} & set(names)


def test_every_theme_has_measures_enough_to_choose_from() -> None:
    schema = shipped().schema
    for theme in schema.themes:
        own = [m for m in schema.measures if m.theme == theme.id]
        assert len(own) >= 6, theme.label
        assert all(len(m.sentences) >= 2 and len(m.label) <= 10 for m in own), theme.label
