"""A text with more headings or numbers than any report has: the first are looked at, the rest is told of."""

from drafting import shipped

from generator.annotate import annotate
from generator.annotate.bounds import FIGURES, HEADINGS, MANY_FIGURES, MANY_HEADINGS
from generator.annotate.lexicon import lexicon
from generator.annotate.model import Annotation
from generator.readers import read_bytes


def understood(text: str) -> Annotation:
    """What is found in a text file."""
    document = read_bytes(text.encode(), "报告.txt").document
    return annotate(document, shipped().schema, lexicon({}))


def test_numbers_beyond_the_most_are_told_of_with_their_line() -> None:
    found = understood("开展检查12次。\n" * (FIGURES + 5))
    assert len(found.mentions) == FIGURES
    (told,) = found.diagnostics
    assert told.code == MANY_FIGURES
    assert f"第 {FIGURES + 1} 行起的数没有看" in told.message


def test_of_a_single_line_the_first_numbers_are_looked_at() -> None:
    found = understood("开展检查12次，" * (FIGURES + 5))
    assert [d.code for d in found.diagnostics] == [MANY_FIGURES]
    assert found.mentions[-1].quantity.spot.start == (FIGURES - 1) * len("开展检查12次，") + len("开展检查")


def test_headings_beyond_the_most_are_told_of_with_their_line() -> None:
    found = understood("一、加强领导\n" * (HEADINGS + 5))
    assert len(found.outline.sections) == HEADINGS
    (told,) = found.diagnostics
    assert told.code == MANY_HEADINGS
    assert f"第 {HEADINGS + 1} 行起的标题没有看" in told.message


def test_as_many_as_allowed_are_all_looked_at() -> None:
    found = understood("一、加强领导\n" * HEADINGS + "开展检查12次。\n" * FIGURES)
    assert (len(found.outline.sections), len(found.mentions), found.diagnostics) == (HEADINGS, FIGURES, ())
