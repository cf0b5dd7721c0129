"""Reports whose parts are headed by short lines, or not headed at all: what no number and no word of a role tells."""

from collections.abc import Iterator, Sequence

from generator.annotate.frame import Frame
from generator.annotate.headings import Candidate
from generator.annotate.headings_grammar import BRACKETED, BULLET, ITEMS, KINDS, Mark, lead, marks
from generator.annotate.lexicon import Lexicon
from generator.annotate.outline_depths import Claim
from generator.annotate.outline_page import Page, begin
from generator.annotate.roles import MEASURES, said
from generator.regex import regex

_SHORTEST, _LONGEST = 2, 32
"""Characters of a heading on a line of its own."""
_TEXT = 10
"""Characters of the text below it."""
_LEAST = 3
"""Headings of which a report consists at least."""
_ENDS, _STOPS = frozenset("。;!?:"), frozenset("。;!?:,、")
_PHRASE = regex(r"([\u4e00-\u9fff、,“”\d]{2,32})[。:]")
_FIGURE = regex(r"\d(?:\.\d+)?(?!\d|\.\d|[年月日])")
_TOLD = 3
"""Figures that what was done holds at least."""


def plain_lines(tops: Sequence[Candidate], page: Page, around: Frame) -> Iterator[Candidate]:
    """The short lines above text that head parts beside `tops`, of which one is such a line that says its role."""
    if not any(top.role and _is_line(top.paragraph, page) for top in tops) or any(_is_numbered(top) for top in tops):
        return
    known = {top.paragraph for top in tops}
    # Lines right below one of them (主要举措 / 普法走村入户) are headings within its part.
    led, within = [], False
    for at in range(around.first, around.last):
        if at in known:
            within = at + 1 not in known and _is_line(at + 1, page)
        elif not within and _is_line(at, page):
            if _is_line(at + 1, page):
                # Lines of several levels, which nothing tells apart.
                return
            if _heads_text(at, page, around):
                led.append(at)
    # One line in brackets among others is what was to be filled in.
    bracketed = [at for at in (*led, *known) if page.words[at][0] == "【"]
    led = [at for at in led if len(bracketed) > 1 or at not in bracketed]
    if len(led) + len(known) >= _LEAST:
        yield from (_candidate(at, page) for at in led)


def marked(page: Page, around: Frame, lexicon: Lexicon) -> Iterator[Candidate]:
    """The leads with bullets or in brackets that open the paragraphs of a report without other headings, where some
    say what part they open."""
    every = [at for at in range(around.first, around.last + 1) if _led(at, page)]
    if len(every) >= _LEAST and any(said(_led(at, page), lexicon) not in ("", MEASURES) for at in every):
        yield from (_candidate(at, page) for at in every)


def _led(at: int, page: Page) -> str:
    words = page.words[at]
    if at in page.dropped or page.paragraphs[at].kind != "text":
        return ""
    if bracketed := BRACKETED.match(words):
        return bracketed[1] if bracketed.end() < len(words) else ""
    bullet = BULLET.match(words)
    phrase = _PHRASE.match(words, bullet.end()) if bullet else None
    return phrase[1] if phrase else ""


def done(first: int, page: Page, around: Frame) -> range:
    """The paragraphs between the introduction and paragraph `first`, none where they do not count what was done."""
    every = [at for at in range(around.first, first) if at not in page.dropped and page.paragraphs[at].kind == "text"]
    led_over = [at for at in every if _introduces(at, page, around)]
    # Without the words that lead over, what does not follow a heading right away is the introduction.
    start = led_over[-1] + 1 if led_over else every[1] if len(every) > 1 else first
    told = sum(len(_FIGURE.findall(page.words[at])) for at in every if at >= start)
    return range(start, first) if told >= _TOLD else range(0)


def _introduces(at: int, page: Page, around: Frame) -> bool:
    return page.words[at].endswith(":") or bool(around.transition and around.transition in page.shown[at])


def _is_numbered(top: Candidate) -> bool:
    return top.mark.opens and top.mark.kind != "" and top.mark.kind not in ITEMS


def _is_line(at: int, page: Page) -> bool:
    words = page.words[at]
    if at in page.dropped or page.paragraphs[at].kind != "text":
        return False
    if not _SHORTEST <= len(words) <= _LONGEST or words[-1] in _STOPS:
        return False
    if words[0] == "【" and not BRACKETED.fullmatch(words):
        return False
    return not any(mark.kind in KINDS[:5] for mark in marks(words, 0, len(words)))


def _heads_text(at: int, page: Page, around: Frame) -> bool:
    """Whether a short line stands between the end of one text, or the beginning of the report, and another text."""
    above = page.words[at - 1][-1:] if at > around.first else "。"
    after = page.words[at + 1]
    return above in _ENDS and page.paragraphs[at + 1].kind == "text" and len(after) >= _TEXT and after[-1] in _ENDS


def _candidate(at: int, page: Page) -> Candidate:
    start = begin(at, page)
    mark = Mark(start, lead(page.texts[page.paragraphs[at].line], start, page.paragraphs[at].end), "", 0, True, True)
    return Candidate(at, mark, Claim(("",), 0, at, True, True, rank=1))
