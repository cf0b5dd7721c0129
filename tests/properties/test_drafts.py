"""Laws of drafts, over random forms of the shipped genre."""

import io
import re
from collections import Counter
from collections.abc import Iterable, Iterator
from typing import Any

import docx
import pytest
from drafting import drafted, flat, profile_of, shape, shipped
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from laws import assert_gaps_are_due, assert_numbers_have_sources
from report_strategies import as_text, filled, hard_words, outlines, plain_words, report_forms

from generator.diagnostics import Severity
from generator.document.nodes import Document, Heading, Paragraph, Source, Text
from generator.document.walk import plain, stretches, texts
from generator.numbering import numbered
from generator.schema.kinds.figure import show
from generator.schema.model import Figure, Path, Profile
from generator.writers import write

# A form has hundreds of draws: fewer of them than of small things.
half = settings(
    max_examples=max(10, settings().max_examples // 2),
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large, HealthCheck.large_base_example],
)

_DIGITS = re.compile("[0-9]+")


def _texts(document: Document) -> Iterator[Text]:
    for inlines in stretches(document.blocks):
        yield from texts(inlines)


def _body(document: Document) -> str:
    return "\n".join(plain(inlines) for inlines in stretches(document.blocks))


@st.composite
def _twins(draw: st.DrawFn) -> tuple[str, str]:
    outline = draw(outlines(hard_words, most=4))
    return as_text(draw(filled(outline))), as_text(draw(filled(outline)))


@half
@given(_twins())
def test_values_never_change_the_structure(twins: tuple[str, str]) -> None:
    one, other = (drafted(text).document for text in twins)
    assert shape(one) == shape(other)


@half
@given(report_forms())
def test_the_same_form_makes_the_same_bytes(form: str) -> None:
    for name in ("docx", "md", "html"):
        assert write(drafted(form).document, name, ()) == write(drafted(form).document, name, ())


def _printed(profile: Profile) -> Iterator[tuple[Path, object]]:
    """What was entered for the report's text."""
    parts = {s.id for s in shipped().schema.sections if s.template}
    for path, value in profile.values.items():
        if path[0] in parts and "answers" not in path and not (isinstance(value, Figure) and value.not_applicable):
            yield path, value


def _said(path: Path, value: object, runs: Iterable[Text]) -> int:
    """How often the words of one place stand in the draft."""
    if isinstance(value, Figure):
        shown = value.sentence or show(value)
        bare = [t.words for t in runs]
        return sum(shown in run for run in bare) or int(value.exact and not value.amount and bool(bare))
    if value == "":
        return int(any(t.source is not None and t.source.kind == "tick" for t in runs))
    paragraphs = [p for p in str(value).split("\n\n") if p.strip()]
    return min(sum(p in t.words for t in runs) for p in paragraphs)


@half
@given(st.one_of(report_forms(plain_words), report_forms(hard_words)))
def test_what_is_entered_stands_in_the_draft_once_or_is_named(form: str) -> None:
    profile = profile_of(form)
    draft = drafted(profile)
    by_place: dict[object, list[Text]] = {}
    for text in _texts(draft.document):
        for source in _said_here(text.source):
            by_place.setdefault(source.place, []).append(text)
    named = {d.place for d in draft.diagnostics if d.code == "CMP001"}
    for path, value in _printed(profile):
        place = profile.places[path]
        count = _said(path, value, by_place.get(place, []))
        assert count == 1 or (count == 0 and place in named), (path, value, count)


def _said_here(source: Source | None) -> Iterator[Source]:
    """The places whose words a text is: several where one zero clause says several zeros."""
    if source is not None and source.kind in ("value", "tick"):
        yield from {s.place: s for s in (source, *source.operands)}.values()


@half
@given(report_forms())
def test_every_number_has_a_source(form: str) -> None:
    profile = profile_of(form)
    assert_numbers_have_sources(drafted(profile).document, profile)


@half
@given(report_forms())
def test_the_numbers_of_the_docx_are_those_of_the_tree(form: str) -> None:
    document = drafted(form).document
    assert Counter(_numbers_of_docx(write(document, "docx", ()))) == Counter(_numbers_of_tree(document))


def _numbers_of_docx(package: bytes) -> Iterator[str]:
    opened = docx.Document(io.BytesIO(package))
    for paragraph in opened.paragraphs:
        yield from _DIGITS.findall(paragraph.text)
    for table in opened.tables:
        for cell in (cell for row in table.rows for cell in row.cells):
            yield from _DIGITS.findall(cell.text)


def _numbers_of_tree(document: Document) -> Iterator[str]:
    for block, marker in numbered(list(flat(document.blocks))):
        yield from _DIGITS.findall(marker)
        for inlines in stretches([block]):
            yield from _DIGITS.findall(plain(inlines))


@half
@given(report_forms())
def test_no_heading_is_empty_or_stands_over_nothing(form: str) -> None:
    draft = drafted(form)
    blocks = draft.document.blocks
    for at, block in enumerate(blocks):
        if not isinstance(block, Heading):
            continue
        assert plain(block.inlines).strip()
        after = blocks[at + 1] if at + 1 < len(blocks) else None
        deeper = isinstance(after, Heading) and after.level > block.level
        entered = any(t.source is not None and t.source.kind == "value" for t in texts(block.inlines))
        assert deeper or isinstance(after, Paragraph) or (entered and block.level > 1), plain(block.inlines)


@half
@given(report_forms())
def test_nothing_shows_how_it_was_made(form: str) -> None:
    body = _body(drafted(form).document)
    assert not re.search(r"None|Undefined|[\[\]{}|]|\(\(|\)\)|[\ue000-\uf8ff\U000f0000-\U0010ffff]", body), body


@half
@given(report_forms())
def test_only_what_the_statute_asks_for_is_a_placeholder(form: str) -> None:
    assert_gaps_are_due(drafted(form))


@half
@given(report_forms(hard_words, most=3))
def test_values_come_out_literally(form: str) -> None:
    profile = profile_of(form)
    draft = drafted(profile)
    body = _body(draft.document)
    named = {d.place for d in draft.diagnostics if d.code == "CMP001"}
    for path, value in _printed(profile):
        if isinstance(value, str) and profile.places[path] not in named:
            assert value in body


MARKUP = [
    "# 标题", "## 标题 {接排}", "**粗体**", "| 表 | 格 |", "::: date", ":::", "[[子句]]", "((组))", "甲||乙",
    "{{ 年度 }}", "{% if 甲 %}", "\\", "\\*", "% 标题", "<br>",
    "&#12288;", "&amp;", "{全域}", "{，做法}", "一是甲", "1. 甲", "（一）甲",
]  # fmt: skip


def _marked(words: str) -> dict[str, Any]:
    theme = {
        "标题": words,
        "举措": [{"三项制度": words}],
        "数据": {"执法人员": 25},
        "要点": [{"标题": words, "内容": words}],
    }
    return {
        "报告": {"年度": 2024},
        "单位": {"名称": "云岭镇人民政府", "层级": "乡镇", "上级": "青石县"},
        "主要举措": {"行政执法": {**theme, "其他数据": [words], "补充": words}},
        "存在问题": [{"问题": words, "原因": words}],
    }


@pytest.mark.parametrize("mark", MARKUP)
def test_a_mark_in_a_value_is_only_words(mark: str) -> None:
    marked = drafted(_marked(f"{mark}甲")).document
    assert shape(marked) == shape(drafted(_marked("完成任务")).document)
    assert _body(marked).count(f"{mark}甲") == 8


@pytest.mark.parametrize("level", ["乡镇", "街道", "县", "部门"])
def test_a_blank_form_lacks_things_and_has_no_mistakes(level: str) -> None:
    from generator.api import blank_form
    from generator.forms.read import read

    units = {"乡镇": "云岭镇人民政府", "街道": "河西街道办事处", "县": "青石县人民政府", "部门": "青石县农业农村局"}
    text = blank_form(level, units[level], 2024)
    reading = read(text.encode(), "blank.yml", shipped().schema)
    assert {d.code for d in reading.diagnostics} <= {"FRM901", "FRM902"}
    assert any(d.code == "FRM901" for d in reading.diagnostics)
    assert all(d.severity is Severity.INFO for d in reading.diagnostics)
    draft = drafted(reading.profile)
    assert draft.gaps
    assert_gaps_are_due(draft)
