"""Parts without a heading: the last paragraphs of a report that name its problems, or what comes next year."""

from collections.abc import Iterator

from generator.annotate.lexicon import Lexicon, Opening
from generator.annotate.outline_page import Page
from generator.annotate.roles import OTHER, PLANS, PROBLEMS, said
from generator.records import record
from generator.regex import regex

_CLAUSE = regex(r"[,。;:!?\n]")
_SENTENCE = regex(r"[^。!?\n]+")
_LEAD = regex(r"^(?:[一二三四五六七八九十]+[是要、]|\([^)]{1,4}\)|\d+[.、])")
_WORD = 2
_CRAMMED = 1_200
"""Characters from which a paragraph is taken for several that lost their line ends."""


@record
class Unheaded:
    """A part that begins at this character of a paragraph's line."""

    paragraph: int
    start: int
    role: str


@record
class Stretch:
    """From a character of paragraph `first`'s line to one of paragraph `last`'s."""

    first: int
    start: int
    last: int
    end: int


def unheaded(
    page: Page, stretch: Stretch, role: str, year: int, lexicon: Lexicon, latest: bool = False
) -> Unheaded | None:
    """Where a part of this role begins within a stretch, None if nowhere. year: the report's; latest: it begins at the
    last place where it may, not the first."""
    opening = lexicon.unheaded.get(role)
    if opening is None:
        return None
    begins = _begins(opening, year)
    every = range(stretch.first, stretch.last + 1)
    for at in reversed(every) if latest else every:
        paragraph = page.paragraphs[at]
        if paragraph.kind != "text" or at in page.dropped:
            continue
        text = page.texts[paragraph.line]
        begin = max(stretch.start, paragraph.start) if at == stretch.first else paragraph.start
        stop = min(stretch.end, paragraph.end) if at == stretch.last else paragraph.end
        # Behind the problems in the same paragraph, what comes next says so in so many words.
        each = stop - begin >= _CRAMMED or bool(begins and begin > paragraph.start)
        for sentence_start, sentence in _sentences(text, begin, stop, each):
            if _opens(sentence, begins, opening):
                return Unheaded(at, sentence_start, role)
    return None


def prose(page: Page, body: Stretch, year: int, lexicon: Lexicon) -> list[Unheaded]:
    """The parts in which a report without any heading ends: what is lacking, what comes next, what is to be added."""
    last = unheaded(page, body, PLANS, year, lexicon, latest=True)
    if last is None:
        lacking = unheaded(page, body, PROBLEMS, year, lexicon, latest=True)
        return [lacking] if lacking else []
    before = Stretch(body.first, body.start, last.paragraph, last.start)
    lacking = unheaded(page, before, PROBLEMS, year, lexicon, latest=True)
    if lacking is None:
        return [last]
    # 2026年，… 下一步，…: what comes next may be told in several paragraphs.
    behind = Stretch(lacking.paragraph, lacking.start + 1, last.paragraph, body.end)
    plans = unheaded(page, behind, PLANS, year, lexicon) or last
    after = Stretch(plans.paragraph + 1, 0, body.last, body.end)
    more = unheaded(page, after, OTHER, year, lexicon) if plans.paragraph < body.last else None
    return [lacking, plans, *([more] if more else [])]


def told(sentence: str, year: int, lexicon: Lexicon) -> str:
    """The role that an item without heading (五是我局仍存在短板，…) says, "" for most."""
    clause = _CLAUSE.split(sentence, maxsplit=1)[0]
    problems = lexicon.unheaded.get(PROBLEMS)
    # 补齐执法短板 is done; it takes more than the word to say that something is lacking.
    lacking = problems is not None and any(len(word) > _WORD and word in clause for word in problems.contains)
    if lacking and said(clause, lexicon) in ("", PROBLEMS):
        return PROBLEMS
    plans = lexicon.unheaded.get(PLANS)
    return PLANS if plans and _opens(sentence, _begins(plans, year), plans) else ""


def _begins(opening: Opening, year: int) -> tuple[str, ...]:
    return tuple(word.replace("{次年}", str(year + 1)).replace("{年度}", str(year)) for word in opening.begins)


def _sentences(text: str, begin: int, stop: int, each: bool) -> Iterator[tuple[int, str]]:
    """The sentences that may open a part: the first of a paragraph, or each of them."""
    for match in _SENTENCE.finditer(text, begin, stop):
        words = match.group()
        sentence = words.lstrip()
        if not _LEAD.match(sentence):
            yield match.start() + len(words) - len(sentence), sentence
        if not each:
            return


def _opens(sentence: str, begins: tuple[str, ...], opening: Opening) -> bool:
    if begins and not sentence.startswith(begins):
        return False
    if not any(word in sentence for word in opening.contains):
        return False
    return not opening.beside or any(word in sentence for word in opening.beside)
