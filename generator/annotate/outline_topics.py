"""Headings without any number: paragraphs of a part each of which opens with a topic sentence."""

from collections.abc import Iterator, Sequence

from generator.annotate.headings import Candidate
from generator.annotate.headings_grammar import Mark
from generator.annotate.lexicon import Lexicon
from generator.annotate.outline_depths import Claim
from generator.annotate.outline_page import Page, begin
from generator.annotate.themes import evidence
from generator.regex import regex

_TOPIC = regex(r"[^。;:!?\d]{4,32}[。:]")
_TEXT = 30
"""Characters of text that a topic sentence leads."""
_LEAST, _SHARE = 2, 0.8
"""Paragraphs, and how many of all, that must open so before they are taken for parts."""
_RANK = 9


def topics(page: Page, first: int, last: int, lexicon: Lexicon) -> Iterator[Candidate]:
    """The topic sentences of paragraphs `first` to `last`, where nearly all of these open with one."""
    inside = [at for at in range(first, last + 1) if at not in page.dropped and page.paragraphs[at].kind == "text"]
    found = [at for at in inside if _is_topic(page.words[at], lexicon)]
    # What comes before the first of them leads the part in.
    led = [at for at in inside if found and at >= found[0]]
    if len(found) >= _LEAST and len(found) >= _SHARE * len(led):
        yield from _candidates(page, found)


def _candidates(page: Page, found: Sequence[int]) -> Iterator[Candidate]:
    for at in found:
        start = begin(at, page)
        yield Candidate(at, Mark(start, start, "", 0, True, True), Claim(("",), 0, at, True, True, rank=_RANK))


def _is_topic(words: str, lexicon: Lexicon) -> bool:
    sentence = _TOPIC.match(words)
    if sentence is None or len(words) - sentence.end() < _TEXT:
        return False
    return words.startswith(lexicon.verbs) or bool(evidence(sentence.group(), lexicon))
