"""Headings without any number: topic sentences that open the paragraphs of a part, or short lines above them."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from generator.annotate.headings import Candidate
from generator.annotate.headings_grammar import BRACKETED, BULLET, KINDS, Mark, lead, marks
from generator.annotate.lexicon import Lexicon
from generator.annotate.outline_depths import Claim
from generator.annotate.outline_page import Page, begin
from generator.annotate.themes import evidence
from generator.regex import regex

_TOPIC = regex(r"[^。;:!?\d]{4,32}[。:]")
_TEXT, _SIGNED = 30, 8
"""Characters of text that a topic sentence leads; the same where brackets set it apart."""
_LEAST, _SHARE = 2, 0.8
"""Paragraphs, and how many of all, that must open so before they are taken for parts."""
_RANK, _ITEM = 9, KINDS[5]
_SHORTEST, _LONGEST = 4, 32
"""Characters of a heading that stands on a line of its own, or is set apart."""
_ENDS, _STOPS = frozenset("。;!?:"), frozenset("。;!?:,、")


def topics(page: Page, first: int, last: int, items: bool, lexicon: Lexicon) -> Iterator[Candidate]:
    """The headings without number of paragraphs `first` to `last`: what the format sets apart, else the items of a list
    with bullets, else the topic sentences where nearly all paragraphs open with one, else the short lines above text
    where nearly all of these name a subject. items: some are counted off (一是), so that the format alone tells."""
    inside = [at for at in range(first, last + 1) if at not in page.dropped and page.paragraphs[at].kind == "text"]
    found, kind = _set_apart(inside, page), ""
    if not found and not items:
        found, kind = _bulleted(inside, page), _ITEM
    if not found and not items:
        found, kind = _opening(inside, page, lexicon) or _above(inside, page, lexicon), ""
    for at in found:
        yield _candidate(at, page, kind)


def _set_apart(inside: Sequence[int], page: Page) -> Sequence[int]:
    """Phrases set in bold that are a line or open one up to its full stop, or lines with bullets or in brackets above
    text, of which there are several."""
    found = [at for at in inside if _is_apart(page.words[at], page.paragraphs[at].head)]
    found = found or [at for at, after in pairwise(inside) if _leads(page.words[at], page.words[after])]
    return found if len(found) >= _LEAST else ()


def _leads(words: str, after: str) -> bool:
    short = len(words) <= _LONGEST and words[-1:] not in _STOPS
    if short and BRACKETED.fullmatch(words):
        return len(after) >= _TEXT
    return short and bool(BULLET.match(words)) and not BULLET.match(after)


def _is_apart(words: str, head: int) -> bool:
    if not _SHORTEST <= head <= _LONGEST:
        return False
    phrase, rest = words[:head].rstrip(), words[head:].strip()
    if any(stop in phrase[:-1] for stop in _ENDS) or next(marks(words, 0, min(len(words), head)), None):
        return False
    return (phrase[-1:] not in _STOPS) if not rest else phrase[-1:] in "。:" or rest[:1] in "。:"


def _opening(inside: Sequence[int], page: Page, lexicon: Lexicon) -> Sequence[int]:
    found = [at for at in inside if _is_topic(page.words[at], lexicon)]
    # What comes before the first of them leads the part in.
    led = [at for at in inside if found and at >= found[0]]
    return found if _are_nearly_all(found, led) else ()


def _above(inside: Sequence[int], page: Page, lexicon: Lexicon) -> Sequence[int]:
    marks = [page.words[at][-1:] for at in inside]
    # A line that is cut off amid a sentence goes on in the next, which therefore is no heading.
    before = ["。", *marks]
    led = [
        at
        for at, last, mark, after in zip(inside, before, marks, marks[1:], strict=False)
        if last in _ENDS and mark not in _STOPS and after in _ENDS and len(page.words[at]) <= _LONGEST
    ]
    return led if _are_nearly_all([at for at in led if _is_spoken(page.words[at], lexicon)], led) else ()


def _are_nearly_all(found: Sequence[int], of: Sequence[int]) -> bool:
    return len(found) >= _LEAST and len(found) >= _SHARE * len(of)


def _bulleted(inside: Sequence[int], page: Page) -> Sequence[int]:
    signs = [at for at in inside if BULLET.match(page.words[at])]
    # What comes before the first of them leads the list in.
    listed = [at for at in inside if signs and at >= signs[0]]
    return signs if _are_nearly_all(signs, listed) else ()


def _candidate(at: int, page: Page, kind: str) -> Candidate:
    paragraph, start = page.paragraphs[at], begin(at, page)
    mark = Mark(start, lead(page.texts[paragraph.line], start, paragraph.end), kind, 0, True, True)
    return Candidate(at, mark, Claim(("",), 0, at, True, True, rank=_RANK))


def _is_topic(words: str, lexicon: Lexicon) -> bool:
    bracketed = BRACKETED.match(words)
    sentence = bracketed or _TOPIC.match(words)
    if sentence is None or len(words) - sentence.end() < (_SIGNED if bracketed else _TEXT):
        return False
    return bool(bracketed) or _is_spoken(sentence.group(), lexicon)


def _is_spoken(words: str, lexicon: Lexicon) -> bool:
    """Whether words do something or name a subject."""
    return words.startswith(lexicon.verbs) or bool(evidence(words, lexicon))
