"""The places in a report that may be headings, in their order, with what speaks for each."""

from collections.abc import Iterator

from generator.annotate.headings_grammar import BRACKETED, KINDS, Mark, lead, marks
from generator.annotate.lexicon import Lexicon
from generator.annotate.outline_depths import Claim
from generator.annotate.outline_page import Page, Paragraph
from generator.annotate.roles import MEASURES, PLANS, PROBLEMS, said
from generator.records import record
from generator.regex import regex

_STOPS = regex(r"[。;!?]")
_LEADS = regex(r"(?:以下|如下|下列|主要有|主要是|表现在)[^,。;]{0,8}:$")
"""A line that leads over to a list is no heading."""
_PEEK, _SHORT, _LABEL = 40, 28, 12
_UMBRELLAS = ("20", "主要", "推进", "工作")
"""What the heading of the measures begins with where it bears no number."""


@record
class Candidate:
    """A place that may be a heading.

    paragraph: its position; mark: its number; claim: what the depth search weighs; role: by which a heading without
    number, or a part without heading, was found.
    """

    paragraph: int
    mark: Mark
    claim: Claim
    role: str = ""


def candidates(page: Page, lexicon: Lexicon) -> Iterator[Candidate]:
    """Every place that may be a heading."""
    for at, paragraph in enumerate(page.paragraphs):
        if paragraph.kind not in ("text", "heading") or at in page.dropped:
            continue
        text = page.texts[paragraph.line]
        found = [mark for mark in marks(text, paragraph.start, paragraph.end) if _counts(mark, page.words[at])]
        bare = _unnumbered(at, page, lexicon) if not found or not found[0].opens else None
        if bare and (not found or paragraph.kind == "heading"):
            yield bare
        for mark in found:
            yield Candidate(at, mark, _claim(mark, at, paragraph, text, lexicon))


def _counts(mark: Mark, words: str) -> bool:
    """Whether a number is one: 一 without its comma only opens a short line."""
    return mark.sure or not mark.opens or mark.kind != KINDS[0] or _is_short(words)


def _claim(mark: Mark, at: int, paragraph: Paragraph, text: str, lexicon: Lexicon) -> Claim:
    outermost = False
    if mark.kind == KINDS[0]:
        words = text[mark.end : min(mark.end + _PEEK, paragraph.end)]
        outermost = said(_STOPS.split(words, maxsplit=1)[0], lexicon) not in ("", MEASURES)
    return Claim((mark.kind, *mark.others), mark.ordinal, at, mark.opens, mark.sure, outermost=outermost)


def _unnumbered(at: int, page: Page, lexicon: Lexicon) -> Candidate | None:
    """A heading without number: by its format, or a short line that says which part it opens."""
    paragraph, words = page.paragraphs[at], page.words[at]
    start = paragraph.start
    mark = Mark(start, lead(page.texts[paragraph.line], start, paragraph.end), "", 0, True, True)
    if paragraph.kind == "heading":
        return Candidate(at, mark, Claim(("",), 0, at, True, True, rank=max(paragraph.level, 1)))
    label, _, rest = words.partition(":")
    if rest and len(label) <= _LABEL and said(label, lexicon) in (PROBLEMS, PLANS):
        # 存在问题:…. Where each part has such a label it divides those, not the report.
        alone = sum(other.startswith(label + ":") for other in page.words) == 1
        return _part(at, mark, said(label, lexicon)) if alone else None
    if not _is_short(words) or "。" in words or rest[:1].isdigit() or _LEADS.search(words):
        # 其他:23件 is a row of a list.
        return None
    if any(cue in words for cue in lexicon.transitions):
        return None
    role = said(words, lexicon)
    if not role or (role == MEASURES and not words.startswith(_UMBRELLAS) and not BRACKETED.fullmatch(words)):
        return None
    return _part(at, mark, role)


def _part(at: int, mark: Mark, role: str) -> Candidate:
    return Candidate(at, mark, Claim(("",), 0, at, True, True, rank=1, outermost=True), role)


def _is_short(words: str) -> bool:
    return len(words) <= _SHORT and words[-1:] not in "。;!?,、"
