"""One form, its editions, and what is said about it."""

from typing import Any

from drafting import drafted, profile_of, shipped, words
from report_strategies import as_text

from generator.diagnostics import Severity
from generator.document.nodes import Division, Table
from generator.document.walk import plain, stretches
from generator.draft import drafts


def form(**more: Any) -> dict[str, Any]:
    """A township's form."""
    return {
        "报告": {"年度": 2024, "变体": 1, "成文日期": "2025-02-28"},
        "单位": {"名称": "云岭镇人民政府", "层级": "乡镇", "上级": "青石县", **more.pop("单位", {})},
        "主要举措": {"行政执法": {"数据": {"执法人员": 25}}},
        **more,
    }


def test_each_addressee_gets_an_edition_of_its_own() -> None:
    profile = profile_of(as_text(form(单位={"主送": ["青石县人民政府", "青石县人大常委会"]})))
    made = [d.document for d in drafts(profile, shipped())]
    salutations = [
        plain(inlines)
        for document in made
        for block in document.blocks
        if isinstance(block, Division) and block.name == "salutation"
        for inlines in stretches(block.blocks)
    ]
    assert salutations == ["青石县人民政府：", "青石县人大常委会："]
    assert len(list(drafts(profile, shipped(), public=True))) == 1


def test_nobody_is_addressed_where_nobody_is_named_above() -> None:
    data = form()
    del data["单位"]["上级"]
    said = [block for block in drafted(data).document.blocks if isinstance(block, Division)]
    assert [plain(i) for i in stretches([d for d in said if d.name == "salutation"])] == ["【待补充：主送机关】："]


def test_placeholders_are_counted() -> None:
    draft = drafted(form(存在问题=[{"问题": "甲"}]))
    printed = [t for t in words(draft.document) if t.source is not None and t.source.kind == "gap"]
    assert draft.gaps == len(printed)
    assert any(t.words == "【待补充：原因】" for t in printed)


def test_what_is_not_applicable_alone_fills_no_part() -> None:
    draft = drafted(form(第一责任人={"数据": {"批示": "不适用"}}))
    printed = [t.words for t in words(draft.document) if t.source is not None and t.source.kind == "gap"]
    assert any(gap.startswith("【待补充：党政主要负责人") for gap in printed)


def test_a_heading_alone_does_not_fill_the_part_of_the_person_responsible() -> None:
    draft = drafted(form(第一责任人={"标题": "扛牢责任"}))
    printed = [t.words for t in words(draft.document) if t.source is not None and t.source.kind == "gap"]
    assert any(gap.startswith("【待补充：党政主要负责人") for gap in printed)
    assert any(d.code == "CMP001" and "第一责任人.标题" in d.message for d in draft.diagnostics)


def test_a_comparison_that_cannot_be_reckoned_is_named() -> None:
    data = {"行政执法": {"数据": {"执法人员": {"本年": "20余", "上年": "20"}}}}
    found = [d for d in drafted(form(主要举措=data)).diagnostics if d.code == "CMP002"]
    assert len(found) == 1
    assert found[0].severity is Severity.INFO
    assert found[0].place is not None


def test_which_problem_a_plan_answers_is_for_the_clerk_only() -> None:
    data = form(存在问题=[{"问题": "甲", "原因": "乙"}], 下一步打算=[{"标题": "丙", "措施": ["丁"], "对应问题": [1]}])
    assert [d for d in drafted(data).diagnostics if d.code == "CMP001"] == []


def test_the_appendix_lists_every_figure_with_its_source() -> None:
    data = form(附表="是")
    data["主要举措"] = {"行政执法": {"数据": {"执法人员": {"本年": 25, "上年": 24}, "行政处罚案件": 0}}}
    document = drafted(data).document
    attachment = next(b for b in document.blocks if isinstance(b, Division) and b.name == "attachment")
    table = next(b for b in attachment.blocks if isinstance(b, Table))
    rows = [[plain(cell) for cell in row] for row in table.rows]
    assert rows == [["行政执法", "执法人员", "25人", "24人"], ["行政执法", "行政处罚案件", "0件", ""]]


def test_a_theme_that_is_only_named_prints_nothing() -> None:
    document = drafted(form(主要举措={"行政执法": {"数据": {"执法人员": "不适用"}}})).document
    assert not any("行政执法" in plain(inlines) for inlines in stretches(document.blocks))


def test_the_meta_of_a_document_names_unit_year_and_seal() -> None:
    data = form()
    data["报告"]["盖章"] = "是"
    meta = drafted(data).document.meta
    assert (meta["unit"], meta["year"], meta["sealed"], meta["date"]) == ("云岭镇人民政府", "2024", "yes", "2025-02-28")
