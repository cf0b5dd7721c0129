"""What holds of the outline of any document, and of every draft whatever has befallen it."""

from types import ModuleType
from typing import Any

import pytest
from annotate.outlines_of_drafts import (
    HALF,
    broken,
    dropped,
    headings,
    levels,
    outline_of,
    page,
    sections,
    text_of,
)
from drafting import SHIPPED_PROFILES, drafted, shipped_profile
from hypothesis import given
from hypothesis import strategies as st
from report_strategies import hard_words, reports
from strategies import documents

from generator.annotate.lines import lines
from generator.annotate.model import Outline
from generator.document.nodes import Document, Title
from generator.document.walk import plain
from generator.readers import read_bytes
from generator.writers import docx, html, markdown

_MARKS = "一、|二、|（一）|(二)|()|)|1.|2、|3|（1）|一是|二是|第一，|①|。|；|：|\n| "
_WORDS = "******|2024年|12件|存在的问题|下一步，我镇将|加强组织领导|报告如下：|某县人民政府|2025年1月2日|扫一扫"
_PIECES = st.sampled_from(f"{_MARKS}|{_WORDS}".split("|"))


def _nests(document: Document, found: Outline) -> None:
    numbers = [line.number for line in lines(document)]
    texts = {line.number: line.text for line in lines(document)}
    assert len(set(numbers)) == len(numbers)
    order = {number: at for at, number in enumerate(numbers)}
    opened = []
    before = (-1, -1)
    for section in found.sections:
        spot = section.spot
        assert section.first == spot.line
        assert order[section.first] <= order[section.last]
        assert 0 <= spot.start <= spot.end <= len(texts[spot.line])
        assert before <= (order[spot.line], spot.start)
        before = (order[spot.line], spot.start)
        while opened and opened[-1].level >= section.level:
            opened.pop()
        if opened:
            assert order[section.last] <= order[opened[-1].last]
        opened.append(section)
        assert section.text in texts[spot.line]


@given(documents())
def test_any_document_has_an_outline_whose_sections_nest(document: Document) -> None:
    _nests(document, outline_of(document))


@given(st.lists(_PIECES, max_size=60).map("".join))
def test_any_text_has_an_outline_whose_sections_nest(text: str) -> None:
    for document in (page(text), broken(text)):
        _nests(document, outline_of(document))


@given(reports())
def test_every_heading_of_a_draft_is_found_with_its_level(data: dict[str, object]) -> None:
    document = drafted(data).document
    assert sections(outline_of(document)) == headings(document)


@given(reports())
def test_every_part_of_a_draft_has_its_role(data: dict[str, Any]) -> None:
    found = {section.role for section in outline_of(drafted(data).document).sections if section.level == 1}
    structure = data["报告"].get("结构")
    expected = {role for label, role in (("亮点", "highlights"), ("其他", "other")) if label in data}
    expected |= {"problems", "plans"} | ({"highlights"} if structure == "亮点四段" else set())
    # Its themes may be no more than 第一责任人 where they are the parts themselves.
    assert found - {"first_responsible", "measures"} == expected
    assert "measures" in found or structure == "分主题"


@given(reports(hard_words))
def test_whatever_is_typed_into_it_a_draft_has_an_outline_whose_sections_nest(data: dict[str, object]) -> None:
    document = drafted(data).document
    _nests(document, outline_of(document))


@pytest.mark.parametrize("name", SHIPPED_PROFILES)
def test_the_frame_of_a_draft_is_found_from_its_text_alone(name: str) -> None:
    document = drafted(shipped_profile(name)).document
    found = outline_of(page(text_of(document)))
    assert found.title == next(plain(b.inlines) for b in document.blocks if isinstance(b, Title))
    assert found.year == int(document.meta["year"])
    assert found.unit == document.meta["unit"]
    assert found.transition.endswith("报告如下：")
    assert found.salutation.endswith("：")


@pytest.mark.parametrize("name", SHIPPED_PROFILES)
def test_a_draft_in_other_clothes_keeps_its_outline(name: str) -> None:
    document = drafted(shipped_profile(name)).document
    text = text_of(document)
    whole = outline_of(document)
    for dressed in (page(text), page(text.translate(HALF)), broken(text), page(text.replace("\n", "\n\n"))):
        assert sections(outline_of(dressed)) == sections(whole)
        assert levels(outline_of(dressed)) == levels(whole)


@pytest.mark.parametrize("name", SHIPPED_PROFILES)
@pytest.mark.parametrize(("writer", "file"), [(docx, "a.docx"), (html, "a.html"), (markdown, "a.md")])
def test_a_draft_keeps_its_outline_in_every_format(name: str, writer: ModuleType, file: str) -> None:
    document = drafted(shipped_profile(name)).document
    whole, found = outline_of(document), outline_of(read_bytes(writer.write(document), file).document)
    assert sections(found) == sections(whole)
    assert levels(found) == levels(whole)
    assert (found.title, found.unit, found.year) == (whole.title, whole.unit, whole.year)
    assert (found.salutation, found.signature, found.date) == (whole.salutation, whole.signature, whole.date)


@pytest.mark.parametrize("name", SHIPPED_PROFILES)
@pytest.mark.parametrize("glue", ["", " ", "　　"])
def test_a_draft_on_one_line_keeps_its_outline(name: str, glue: str) -> None:
    document = drafted(shipped_profile(name)).document
    found = outline_of(page(text_of(document).replace("\n", glue)))
    assert levels(found) == levels(outline_of(document))
    _nests(page(text_of(document).replace("\n", glue)), found)


@pytest.mark.parametrize("name", SHIPPED_PROFILES)
@pytest.mark.parametrize("seed", range(5))
def test_a_draft_that_lost_one_character_in_a_hundred_keeps_its_parts(name: str, seed: int) -> None:
    text = text_of(drafted(shipped_profile(name)).document)
    whole, worn = outline_of(page(text)), outline_of(page(dropped(text, seed, 0.01)))
    tops = [section.role for section in whole.sections if section.level == 1]
    assert [section.role for section in worn.sections if section.level == 1] == tops
    kept = sum(1 for section in worn.sections) / len(whole.sections)
    assert 0.9 <= kept <= 1.1
