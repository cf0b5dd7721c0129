"""A figure's documents, a figure as a whole, the note that it was guessed, changed in a form's text."""

import pytest
from drafting import shipped

from generator.errors import UsageError
from generator.forms.doubts import doubts, settled
from generator.forms.edit import edited, legible
from generator.forms.index import index_of
from generator.forms.order import dropped, listed, moved, without
from generator.forms.shapes import figure_of, shape_of
from generator.forms.typed import typed

INDEX = index_of(shipped().schema)
IDS = {indicator.label: indicator.id for indicator in INDEX.schema.indicators.values()}
MADE = ("measures", "rulemaking", "data", IDS["出台规范性文件"])
HEAD = "主要举措:\n  制度建设:\n    数据:\n"


@pytest.mark.parametrize(
    ("figure", "expected"),
    [
        ("出台规范性文件:   # 问办公室\n", "出台规范性文件:   # 问办公室\n        文件:\n          - 名称: 甲\n"),
        ("出台规范性文件: 2\n", "出台规范性文件:\n        本年: 2\n        文件:\n          - 名称: 甲\n"),
        ("出台规范性文件: {上年: 3}\n", "出台规范性文件:\n        上年: 3\n        文件:\n          - 名称: 甲\n"),
    ],
)
def test_a_document_comes_below_its_figure(figure: str, expected: str) -> None:
    assert edited(f"{HEAD}      {figure}", INDEX, (*MADE, "documents", 0, "name"), "甲") == f"{HEAD}      {expected}"


@pytest.mark.parametrize(
    "documents",
    [
        "文件: 甲",
        "文件: [甲]",
        "文件: [{名称: 甲}]",
        "文件: {名称: 甲}",
        "文件:\n          - 甲",
        "文件:\n          - 名称: 甲",
    ],
)
def test_the_number_of_a_document_stands_beside_it_however_it_is_written(documents: str) -> None:
    text = edited(
        f"{HEAD}      出台规范性文件:\n        {documents}\n", INDEX, (*MADE, "documents", 0, "number"), "乙〔2024〕3号"
    )
    found = typed(legible(text, INDEX)[1], shape_of(INDEX))
    assert {path[-1]: held.words for path, held in found.items()} == {"name": "甲", "number": "乙〔2024〕3号"}


def test_a_list_within_braces_grows() -> None:
    text = edited(f"{HEAD}      出台规范性文件: {{文件: [甲, 乙]}}\n", INDEX, (*MADE, "documents", 2, "name"), "丙")
    found = typed(legible(text, INDEX)[1], shape_of(INDEX))
    assert [held.words for held in found.values()] == ["甲", "乙", "丙"]


def test_documents_change_places_and_go_one_by_one() -> None:
    documents = "          - 名称: 甲  # 一\n            文号: 三\n          - 名称: 乙\n"
    text = f"{HEAD}      出台规范性文件:\n        文件:\n{documents}"
    turned = moved(text, INDEX, (*MADE, "documents", 1), 0)
    assert turned.endswith("          - 名称: 乙\n          - 名称: 甲  # 一\n            文号: 三\n")
    assert without(without(turned, INDEX, (*MADE, "documents", 1)), INDEX, (*MADE, "documents", 0)) == (
        f"{HEAD}      出台规范性文件:\n        文件:\n"
    )


def test_documents_of_a_figure_that_becomes_a_list_stay_its_own() -> None:
    text = listed(f"{HEAD}      出台规范性文件:\n        文件:\n          - 名称: 甲\n", INDEX, MADE)
    found = typed(legible(text, INDEX)[1], shape_of(INDEX))
    assert {path[4:]: held.words for path, held in found.items()} == {(0, "documents", 0, "name"): "甲"}


@pytest.mark.parametrize("item", ["{标题: 甲, 内容: 乙}", "\n  标题: 甲\n  内容: 乙"])
def test_an_item_that_is_no_list_is_taken_out(item: str) -> None:
    assert without(f"亮点: {item}\n其他: 丙\n".replace(": \n", ":\n"), INDEX, ("highlights", 0)) == "亮点:\n其他: 丙\n"


@pytest.mark.parametrize(
    "figure",
    [
        "2",
        "{本年: 2, 上年: 3}",
        "\n        本年: 2  # 核\n        文件:\n          - 甲",
        "\n        - 2\n        - 本年: 3",
        "",
    ],
)
def test_a_figure_goes_with_all_that_was_said_of_it(figure: str) -> None:
    text = f"{HEAD}      有效规范性文件: 5  # 甲\n      出台规范性文件: {figure}\n      修改规范性文件: 1\n".replace(
        ": \n", ":\n"
    )
    assert dropped(text, INDEX, MADE) == f"{HEAD}      有效规范性文件: 5  # 甲\n      修改规范性文件: 1\n"


def test_a_figure_in_braces_goes_too_and_one_that_is_not_there_changes_nothing() -> None:
    text = "主要举措:\n  制度建设: {数据: {有效规范性文件: 5, 出台规范性文件: 2}}\n"
    found = typed(legible(dropped(text, INDEX, MADE), INDEX)[1], shape_of(INDEX))
    assert [held.words for held in found.values()] == ["5"]
    assert dropped(HEAD, INDEX, MADE) == HEAD


def test_one_of_a_pair_is_not_cut_out() -> None:
    text = "主要举措:\n  监督:\n    数据:\n      人大代表建议: {收到: 12, 办结: 12}\n"
    pair = next(pair for pair in INDEX.schema.pairs if pair.label == "人大代表建议")
    with pytest.raises(UsageError, match="写法特殊"):
        dropped(text, INDEX, ("measures", "supervision", "data", pair.parts["收到"]))


NOTED = (
    f"{HEAD}      出台规范性文件:\n        - 值: 2  # 请核对；第3行\n"
    "          上年: 1 # 件；党政办；请核对；第4行\n        - 3\n"
    "存在问题:\n  - 问题: 甲  # 请核对；第9段\n    原因: 请核对  # 第9段\n"
    "    表现: |  # 请核对；第10段\n      乙\n其他: '#  请核对'\n"
)


def test_what_was_guessed_is_found_by_the_note_behind_it() -> None:
    found = typed(legible(NOTED, INDEX)[1], shape_of(INDEX))
    assert doubts(NOTED, found) == {
        (*MADE, 0): "第3行",
        ("problems", 0, "problem"): "第9段",
        ("problems", 0, "shows"): "第10段",
    }


def test_the_note_is_taken_back_and_the_place_stays() -> None:
    found = typed(legible(NOTED, INDEX)[1], shape_of(INDEX))
    text = settled(NOTED, found, (*MADE, 0))
    assert "- 值: 2  # 第3行\n          上年: 1 # 件；党政办；第4行\n        - 3\n" in text
    assert "问题: 甲  # 请核对；第9段" in text
    assert settled(text, found, ("problems", 0, "shows")).count("请核对") == text.count("请核对") - 1


@pytest.mark.parametrize(
    ("path", "figure"),
    [
        ((*MADE, "value"), MADE),
        ((*MADE, 1, "value"), (*MADE, 1)),
        ((*MADE, "documents", 0, "name"), MADE),
        ((*MADE, 1, "documents", 0, "name"), (*MADE, 1)),
        (("highlights", 0, "data", "x", "last"), ("highlights", 0, "data", "x")),
        (("unit", "name", 0), ("unit", "name", 0)),
    ],
)
def test_a_part_of_a_figure_belongs_to_it(path: tuple[str | int, ...], figure: tuple[str | int, ...]) -> None:
    assert figure_of(path) == figure


def test_a_blank_within_braces_is_filled_and_emptied_as_a_clerk_would_write_it() -> None:
    blank = f"{HEAD}      出台规范性文件: {{本年: , 上年: 3}}  # 份\n"
    filled = edited(blank, INDEX, (*MADE, "value"), "5")
    assert filled == f"{HEAD}      出台规范性文件: {{本年: 5, 上年: 3}}  # 份\n"
    assert edited(filled, INDEX, (*MADE, "value"), "") == blank
    assert edited(filled, INDEX, (*MADE, "last"), "") == f"{HEAD}      出台规范性文件: {{本年: 5, 上年: }}  # 份\n"
