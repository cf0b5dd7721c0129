"""Parts, their order, themes that share a heading, numbers that a single point does not bear."""

from typing import Any

import pytest
from drafting import SHIPPED_PROFILES, drafted, headings, paragraphs, shipped, shipped_profile

from generator.document.nodes import Document, Heading
from generator.document.walk import plain
from generator.writers import write

_LABELS = {t.label: t.id for t in shipped().schema.themes}


def form(themes: dict[str, Any], first: dict[str, Any] | None = None, **report: Any) -> dict[str, Any]:
    """A township's form with these themes."""
    data: dict[str, Any] = {
        "报告": {"年度": 2024, "变体": 1, **report},
        "单位": {"名称": "云岭镇人民政府", "层级": "乡镇", "上级": "青石县"},
        "主要举措": themes,
    }
    return {**data, **({"第一责任人": first} if first else {})}


def theme(mark: str) -> dict[str, Any]:
    """A theme with a heading of its own and one paragraph."""
    return {"标题": f"{mark}标题", "补充": f"{mark}内容"}


def parts(document: Document) -> list[str]:
    """The headings of the measures."""
    return [h for h in headings(document, 2) if h.endswith("标题")]


_FOUR = {"监督": theme("丁"), "行政执法": theme("丙"), "政府职能": theme("乙"), "加强领导": theme("甲")}


def test_without_an_outline_the_usual_order_holds_whatever_the_form_has() -> None:
    assert parts(drafted(form(_FOUR)).document) == ["甲标题", "乙标题", "丙标题", "丁标题"]


def test_the_outline_orders_and_what_it_does_not_name_follows() -> None:
    document = drafted(form(_FOUR, 提纲=["监督", "加强领导"])).document
    assert parts(document) == ["丁标题", "甲标题", "乙标题", "丙标题"]


def test_themes_joined_by_plus_share_the_first_heading_given() -> None:
    document = drafted(form(_FOUR, 提纲=["政府职能+监督", "加强领导"])).document
    assert parts(document) == ["乙标题", "甲标题", "丙标题"]
    assert paragraphs(document).index("丁内容。") == paragraphs(document).index("乙内容。") + 1


def test_themes_without_headings_of_their_own_share_a_usual_one() -> None:
    themes = {"行政执法": {"补充": "丙内容"}, "监督": {"补充": "丁内容"}}
    found = headings(drafted(form(themes, 提纲=["行政执法+监督"])).document, 2)
    usual = {h.partition("，")[0] for t in shipped().schema.themes for h in t.headings}
    first, _, second = found[0].partition("，")
    assert {first, second} <= usual


def test_the_outline_names_themes_by_alias_too() -> None:
    assert parts(drafted(form(_FOUR, 提纲=["权力监督", "组织领导"])).document)[:2] == ["丁标题", "甲标题"]


@pytest.mark.parametrize(
    ("structure", "expected"),
    [
        ("标准", ["举措", "存在", "第一责任人", "2025年"]),
        ("亮点四段", ["举措", "亮点", "存在", "2025年"]),
        ("三段", ["举措", "存在", "2025年"]),
    ],
)
def test_a_structure_has_its_parts_in_its_order(structure: str, expected: list[str]) -> None:
    document = drafted(form(_FOUR, {"职务": ["镇长"]}, 结构=structure)).document
    found = headings(document)
    assert len(found) == len(expected)
    assert all(word in heading for word, heading in zip(expected, found, strict=True)), found


def test_a_flat_structure_has_themes_for_its_parts() -> None:
    document = drafted(form(_FOUR, {"职务": ["镇长"]}, 结构="分主题")).document
    found = headings(document)
    assert [h for h in found if h.endswith("标题")] == ["甲标题", "乙标题", "丙标题", "丁标题"]
    assert "第一责任人" in found[1]


def test_the_first_responsible_stands_where_the_outline_puts_them() -> None:
    document = drafted(
        form(_FOUR, {"标题": "首标题", "职务": ["镇长"]}, 结构="标准", 提纲=["第一责任人+监督"])
    ).document
    assert parts(document)[0] == "首标题"
    assert len(headings(document)) == 3


def test_what_the_statute_asks_for_has_its_place_even_in_an_empty_form() -> None:
    document = drafted(form({}, 结构="标准")).document
    assert len(headings(document)) == 4
    assert sum("【待补充：" in p for p in paragraphs(document)) == 4


def test_highlights_that_the_structure_lacks_are_printed_all_the_same() -> None:
    document = drafted({**form(_FOUR, 结构="三段"), "亮点": [{"标题": "亮标题", "内容": "亮内容"}]}).document
    assert "亮点" in headings(document)[1]


def _points(*titles: str) -> dict[str, Any]:
    return {"行政执法": {"标题": "丙标题", "要点": [{"标题": t, "内容": f"{t}内容"} for t in titles]}}


def test_two_points_are_numbered_in_the_way_asked_for() -> None:
    joined = write(drafted(form(_points("甲", "乙"), 层次="一是")).document, "md", ()).decode()
    assert "一是甲。甲内容。二是乙。乙内容。" in joined
    arabic = write(drafted(form(_points("甲", "乙"), 层次="1.")).document, "md", ()).decode()
    assert "1.甲。甲内容。" in arabic.replace("\\", "")
    assert "2.乙。乙内容。" in arabic.replace("\\", "")


@pytest.mark.parametrize("layers", ["一是", "1."])
def test_a_single_point_bears_no_number_and_keeps_what_was_entered(layers: str) -> None:
    text = write(drafted(form(_points("甲"), 层次=layers)).document, "md", ()).decode()
    assert "\n甲。甲内容。\n" in text


def test_a_single_point_of_the_template_loses_its_heading() -> None:
    document = drafted(form({"行政执法": {"举措": ["三项制度"]}})).document
    assert headings(document, 3) == []
    assert any("三项制度" in p for p in paragraphs(document))


def test_other_data_continue_the_last_point() -> None:
    data = {"举措": ["三项制度", "持证上岗"], "其他数据": ["办结议案3件"]}
    document = drafted(form({"行政执法": data})).document
    assert paragraphs(document)[1].endswith("办结议案3件。") or paragraphs(document)[2].endswith("办结议案3件。")


def test_items_are_numbered_as_asked_for() -> None:
    problems = [{"问题": "甲", "原因": "甲因"}, {"问题": "乙", "原因": "乙因"}]
    joined = write(drafted({**form(_FOUR, 条目="一是"), "存在问题": problems}).document, "md", ()).decode()
    assert "一是甲。" in joined
    own = write(drafted({**form(_FOUR, 条目="（一）"), "存在问题": problems}).document, "md", ()).decode()
    assert "### （一）甲" in own


def test_a_cause_is_introduced_once() -> None:
    problems = [{"问题": "甲", "原因": "主要原因是人手不足"}, {"问题": "乙", "原因": "经费不足"}]
    text = "".join(paragraphs(drafted({**form(_FOUR), "存在问题": problems}).document))
    assert "主要原因是人手不足。" in text
    assert not any(twice in text for twice in ("原因在于主要原因", "主要原因是主要原因"))
    assert "主要原因是经费不足。" in text or "原因在于经费不足。" in text


@pytest.mark.parametrize("name", SHIPPED_PROFILES)
def test_numbers_of_a_shipped_draft_have_no_gap(name: str) -> None:
    text = write(drafted(shipped_profile(name)).document, "md", ()).decode()
    numerals = "一二三四五六七八九十"
    seen = [line[3] for line in text.split("\n") if line.startswith("## ")]
    assert seen == list(numerals[: len(seen)])


def test_own_line_and_run_in_headings() -> None:
    own = drafted(form(_FOUR, 二级标题="独行")).document
    run_in = drafted(form(_FOUR, 二级标题="接排")).document
    placements = {
        block.placement
        for document in (own, run_in)
        for block in document.blocks
        if isinstance(block, Heading) and plain(block.inlines) == "甲标题"
    }
    assert placements == {"own_line", "run_in"}
