"""What a program can say against the prose of a draft, one list of complaints a rule.

What the clerk wrote is masked: the rules judge the words that were composed.
"""

import re
from collections.abc import Iterator
from itertools import pairwise

from drafting import flat

from generator.compose.clauses import MOST_CHARACTERS, MOST_FIGURES
from generator.document.nodes import Document, Heading, Paragraph, Text
from generator.document.walk import plain, texts

LEADS = re.compile(r"全年|(?:全镇|全乡|全街道|全县|全区|全旗|全市|全局|全委|全办|本单位)(?!范围)")
FILLERS = ("进一步", "切实", "不断", "全面", "深入")
FILLERS_A_HUNDRED = 3
"""More of them in a hundred characters is what a reviewer marks."""
OWN = "□"
"""Stands for each character of the clerk's own words."""

_SENTENCE = re.compile("[^。！？]+[。！？]?[”’）》]*")
_FIGURE = re.compile(r"[0-9]+(?:\.[0-9]+)?")
_NUMBERED = re.compile("〔[0-9]{4}〕[0-9]+号")
_DOUBLED = re.compile("[。，、；：！？][。，、；：！？]|[。，、；：]$(?<![。：！？])|^[。，、；：]")
_HALF_WIDTH = re.compile(r"[\u4e00-\u9fff][,;:!?()]|[,;:!?()][\u4e00-\u9fff]")
_PAIRS = {"“": "”", "（": "）", "《": "》", "〔": "〕", "【": "】", "‘": "’"}


def stretches_of(document: Document) -> Iterator[tuple[str, str]]:
    """Each paragraph and heading: its words, and its words with the clerk's own masked."""
    for block in flat(document.blocks):
        if isinstance(block, Paragraph | Heading):
            yield plain(block.inlines), "".join(map(masked, texts(block.inlines)))


def masked(text: Text) -> str:
    """The words of a text, the clerk's own as boxes; a figure is no such word, a title with a number is."""
    entered = text.source is not None and text.source.kind == "value"
    own = entered and ("《" in text.words or not _FIGURE.search(text.words))
    return OWN * len(text.words) if own else text.words


def sentences(words: str) -> list[str]:
    """The sentences of a paragraph."""
    return [found for found in _SENTENCE.findall(words) if found.strip()]


def without_antecedent(document: Document) -> list[str]:
    """Sentences where 其中 follows no figure."""
    return [s for _, said in stretches_of(document) for s in sentences(said) if _hanging(s)]


def _hanging(sentence: str) -> bool:
    before, found, _ = sentence.partition("其中")
    return bool(found) and OWN not in before and not _FIGURE.search(before) and "【待补充" not in before


def leads_twice(document: Document) -> list[str]:
    """Pairs of sentences of a paragraph that begin with the same lead word."""
    found = []
    for _, said in stretches_of(document):
        listed = sentences(said)
        for one, other in pairwise(listed):
            first, second = LEADS.match(one), LEADS.match(other)
            if first and second and first[0] == second[0]:
                found.append(one + other)
    return found


def too_many_figures(document: Document) -> list[str]:
    """Composed sentences with more figures than one may hold."""
    return [s for s in _composed(document) if len(_FIGURE.findall(_NUMBERED.sub("", s))) > MOST_FIGURES]


def too_long(document: Document) -> list[str]:
    """Composed sentences with more characters than one may hold, the clerk's not counted."""
    return [s for s in _composed(document) if len(s.replace(OWN, "")) > MOST_CHARACTERS]


def _composed(document: Document) -> Iterator[str]:
    for _, said in stretches_of(document):
        yield from sentences(said)


def filler(document: Document) -> list[str]:
    """Paragraphs of some length that are thick with filler words."""
    found = []
    for words, _ in stretches_of(document):
        count = sum(words.count(one) for one in FILLERS)
        if len(words) >= 100 and count * 100 / len(words) > FILLERS_A_HUNDRED:
            found.append(words)
    return found


def odd_marks(document: Document) -> list[str]:
    """Marks twice running, at the beginning, before nothing; half-width marks among Chinese; unpaired brackets."""
    found = []
    for words, said in stretches_of(document):
        found += [said for pattern in (_DOUBLED, _HALF_WIDTH) if pattern.search(said)]
        found += [words for opening, closing in _PAIRS.items() if words.count(opening) != words.count(closing)]
    return found


def alone(document: Document) -> list[str]:
    """Numbered points that have no second one beside them."""
    found: list[str] = []
    siblings: dict[int, list[str]] = {}

    def close(level: int) -> None:
        for deeper in [at for at in siblings if at >= level]:
            members = siblings.pop(deeper)
            found.extend(members if len(members) == 1 else [])

    for block in document.blocks:
        if isinstance(block, Heading) and (block.level == 3 or block.placement == "joined"):
            close(block.level + 1)
            siblings.setdefault(block.level, []).append(plain(block.inlines))
        elif isinstance(block, Heading):
            close(block.level)
    close(1)
    return found


def unended(document: Document) -> list[str]:
    """Paragraphs of running text that end without a mark."""
    return [
        words
        for block in document.blocks
        if isinstance(block, Paragraph) and (words := plain(block.inlines)) and words[-1] not in "。：！？”’）》…"
    ]


RULES = (without_antecedent, leads_twice, too_many_figures, too_long, filler, odd_marks, alone, unended)
