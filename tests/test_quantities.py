"""Every quantity of the five real reports stands in the draft made from it.

tests/cases/quantities/*.tsv: line of the report, value, unit, qualifier, and the indicator (several with |; what
the draft reckons itself ends in ·较上年).
"""

import csv
from collections.abc import Iterator
from pathlib import Path

import pytest
from drafting import SHIPPED_PROFILES, drafted, shipped, shipped_profile

from generator.document.nodes import Heading, Paragraph, Text
from generator.document.walk import plain, texts
from generator.schema.kinds.figure import number_with_unit, parse
from generator.schema.model import Figure

LISTS = Path(__file__).parent / "cases" / "quantities"
COUNTS = {"wuding-2025": 72, "faku-2023": 87, "zhongcun-2022": 35, "binhai-2024": 44, "gekeng-2024": 22}
_CHANGE = "·较上年"


def rows(name: str) -> list[dict[str, str]]:
    """The quantities of one report."""
    with (LISTS / f"{name}.tsv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))


def cases() -> Iterator[object]:
    for name in SHIPPED_PROFILES:
        for row in rows(name):
            for label in row["label"].split("|"):
                yield pytest.param(name, row, label, id=f"{name}:{row['line']} {label} {row['value']}{row['unit']}")


def running(name: str) -> list[tuple[Text, str]]:
    """Each sourced text of the paragraphs of a draft, with its paragraph."""
    document = drafted(shipped_profile(name)).document
    return [
        (text, plain(block.inlines))
        for block in document.blocks
        if isinstance(block, Paragraph)
        for text in texts(block.inlines)
        if text.source is not None
    ]


@pytest.fixture(scope="module")
def drafts() -> dict[str, list[tuple[Text, str]]]:
    """The running text of the five drafts."""
    return {name: running(name) for name in SHIPPED_PROFILES}


def said(row: dict[str, str]) -> str:
    """The quantity in the order of official writing."""
    qualifier = row["qualifier"]
    scale = "万" if row["value"].endswith("万") else ""
    number = row["value"].removesuffix("万")
    unit = row["unit"]
    if unit.startswith("万") and unit != "万元":
        scale, unit = "万", unit[1:]
    if qualifier == "不少于":
        return f"不少于{number}{unit}"
    return number_with_unit(Figure(number, unit, scale, qualifier))


@pytest.mark.parametrize(("name", "row", "label"), list(cases()))
def test_the_quantity_stands_in_the_running_text_of_its_theme(
    name: str, row: dict[str, str], label: str, drafts: dict[str, list[tuple[Text, str]]]
) -> None:
    if label.endswith(_CHANGE):
        verb = "下降" if row["unit"] == "%" else "减少"
        wanted = f"{verb}{row['value'].removeprefix('-')}{row['unit']}"
        found = [
            words
            for text, words in drafts[name]
            if text.source and text.source.kind == "formula" and wanted in text.words
        ]
        assert found
        return
    wanted = said(row)
    assert any(_tells(text, wanted, label) for text, _ in drafts[name]), wanted


def _tells(text: Text, wanted: str, label: str) -> bool:
    assert text.source is not None
    if wanted not in text.words and not (wanted[0] == "0" and wanted[1:2] not in ".0123456789"):
        return False
    indicator = shipped().labels.get(label)
    if indicator is not None:
        return text.source.path.endswith(f".数据.{indicator.label}")
    return ".其他数据." in text.source.path


@pytest.mark.parametrize("name", SHIPPED_PROFILES)
def test_a_part_of_the_draft_holds_the_themes_that_the_outline_puts_there(name: str) -> None:
    profile = shipped_profile(name)
    asked = profile.values[("report", "outline")]
    assert isinstance(asked, tuple)
    labels = {name: t.label for t in shipped().schema.themes for name in (t.id, t.label)}
    groups = [{labels[theme] for theme in group} for group in asked if isinstance(group, tuple)]
    part: set[str] = set()
    for block in drafted(profile).document.blocks:
        if isinstance(block, Heading) and block.level < 3:
            part = set()
        elif isinstance(block, Paragraph):
            paths = [t.source.path.split(".") for t in texts(block.inlines) if t.source is not None]
            part |= {path[1] for path in paths if path[0] == "主要举措"}
            part |= {path[0] for path in paths if path[0] == "第一责任人"}
        assert len(part) < 2 or any(part <= group for group in groups), part


@pytest.mark.parametrize("name", SHIPPED_PROFILES)
def test_the_list_is_whole(name: str) -> None:
    assert len(rows(name)) == COUNTS[name]


@pytest.mark.parametrize("name", SHIPPED_PROFILES)
def test_at_most_one_quantity_in_ten_is_entered_as_other_data(name: str) -> None:
    other = [path for path in shipped_profile(name).values if "other" in path[:-1]]
    assert len(other) * 10 <= COUNTS[name]


@pytest.mark.parametrize("name", SHIPPED_PROFILES)
def test_no_list_holds_the_words_of_a_report(name: str) -> None:
    assert set(rows(name)[0]) == {"line", "value", "unit", "qualifier", "label"}


def test_the_lists_hold_numbers_that_a_form_can_hold() -> None:
    for name in SHIPPED_PROFILES:
        for row in rows(name):
            number = row["value"].removeprefix("-")
            assert isinstance(parse(number), Figure), row
