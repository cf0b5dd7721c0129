"""The words of every indicator, laid out so that those that fit a number are found by its measure word and the
words around it.

A pair of characters is the smallest part that is compared: Chinese is written without spaces, and reports word a
thing a little differently each time. A pair weighs the more the fewer indicators have it.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from hashlib import sha256
from itertools import accumulate, chain, islice, pairwise
from math import fsum, log, sqrt
from typing import Any, TypeAlias

from generator.annotate.mentions_cues import Cues
from generator.annotate.pairs import pairs_in
from generator.records import record
from generator.regex import regex
from generator.remembered import remembered
from generator.schema.model import Indicator, Schema

_MARKS = regex("[ \t\u3000\u2002\u2003\xa0“”‘’\"'（）()《》〈〉【】\\[\\]·・、,，]+")
_LIKE = (
    "人 名 位 人次 户",
    "次 场 场次 期 轮 轮次 届 班次 个班次 堂 节 讲 课 课时 遍 回 批次 批 项次",
    "次 户次 家次",
    "件 起 宗 桩 例 案 个 笔 单 批 批次 项 卷 件次",
    "份 册 本 件 篇 部 条 张 卷 则 期 项 幅",
    "项 个 条 件 类 种 款 大 处",
    "个 家 处 所 支 座 间 站 点 户 队 组 套 台 类 大",
    "元 万元 亿元",
    "学时 课时 小时",
    "个位次 位次 位",
)
"""Measure words that stand for each other in reports."""
_CLASSES = tuple(frozenset(words.split()) for words in _LIKE)


_Numbers: TypeAlias = tuple[int, ...]
_Side: TypeAlias = tuple[_Numbers, _Numbers]
Postings: TypeAlias = dict[str, tuple[float, _Numbers, _Side, _Side]]
"""Pair of characters -> its weight; all phrases that have it; for a pair that stands before the number those that may
have it there and those that have it after theirs; the same for one after it."""


@record
class Phrase:
    """Words for an indicator, or for something else that is counted. indicator: its number in the index; first, last:
    of its characters, no first where the place of the number among the words is known; written: the words as one
    number, the last character lowest; parts: the words before the number and after it where it is, else all; pairs: of
    characters; total: the weight of all."""

    indicator: int
    words: str
    first: str
    last: str
    written: int
    parts: tuple[str, ...]
    pairs: frozenset[str]
    total: float


@record
class Same:
    """Words that are read as others of their length. read: word -> the one in its place; any: finds each, None where
    there are none."""

    read: Mapping[str, str]
    any: "re.Pattern[str] | None"


@record
class Index:
    """said: of what it was made, in short; indicators, phrases: all of them, None for each thing that is counted and is
    no indicator; roots: 1 to the root of each phrase's weight; points: what each belongs to, theme and point; labels:
    pairs of characters of each one's label; phrases_of: numbers of each one's; pairs: of characters of all its phrases;
    weights: of each pair; fitting: measure word -> indicators counted in it or its like; own: measure word ->
    indicators that name it; others: what is no indicator, counted in anything; postings: of each measure word that was
    asked for; same: words that are read as others."""

    said: str
    indicators: tuple[Indicator | None, ...]
    points: tuple[tuple[str, str], ...]
    labels: tuple[frozenset[str], ...]
    phrases: tuple[Phrase, ...]
    roots: tuple[float, ...]
    phrases_of: tuple[tuple[int, ...], ...]
    pairs: tuple[frozenset[str], ...]
    weights: Mapping[str, float]
    fitting: Mapping[str, tuple[int, ...]]
    own: Mapping[str, frozenset[int]]
    others: tuple[int, ...]
    postings: dict[str, Postings]
    same: Same


def same_of(cues: Cues) -> Same:
    """The words that the genre reads as others (`Cues.same`)."""
    return Same(cues.same, regex("|".join(map(re.escape, cues.same))) if cues.same else None)


def alike(words: str, same: Same) -> str:
    """The same with each word as the genre reads it; no character moves."""
    return same.any.sub(lambda word: same.read[word[0]], words) if same.any else words


def bare(words: str) -> str:
    """The words without marks: “法律明白人” and 法律明白人 are one."""
    return _MARKS.sub("", words)


def pairs_of(words: str) -> set[str]:
    """Each pair of neighbouring characters."""
    return set(pairs_in(words))


def written(words: str) -> int:
    """The words as one number, 16 bits a character, the last one lowest: what two end with alike is found at once."""
    return int.from_bytes(words.encode("utf-16-be", "surrogatepass"), "big")


def index_of(schema: Schema, cues: Cues) -> Index:
    """The index of a schema's indicators."""
    indicators, same = tuple(schema.indicators.values()), same_of(cues)
    told = [[*_told(one, cues)] for one in indicators] + [[words] for words in cues.others]
    # All at once: a pass over each of some thousand phrases would take longer.
    read = iter(alike("\n".join(chain.from_iterable(told)), same).split("\n"))
    wordings = [tuple(dict.fromkeys(map(_parts, islice(read, len(each))))) for each in told]
    counted = [(one.unit, *one.units) for one in indicators]
    said = sha256(repr((wordings, counted)).encode()).hexdigest()
    weights, weighed = remembered(("phrases", said), lambda: _weighed(wordings, len(indicators)))
    phrases = tuple([Phrase(*each) for each in weighed])
    ends = tuple(accumulate(map(len, wordings), initial=0))
    numbers = tuple([tuple(range(*each)) for each in pairwise(ends)])
    own: dict[str, set[int]] = defaultdict(set)
    fitting: dict[str, list[int]] = defaultdict(list)
    for number, one in enumerate(indicators):
        for unit in counted[number]:
            own[unit].add(number)
        for unit in _fitting(one):
            fitting[unit].append(number)
    nothing = frozenset[str]()
    others = tuple(range(len(indicators), len(wordings)))
    return Index(
        said,
        (*indicators, *(None for _ in others)),
        (*((one.theme, one.point) for one in indicators), *(("", words) for words in cues.others)),
        (*(frozenset(pairs_of(bare(alike(one.label, same)))) for one in indicators), *(nothing for _ in others)),
        phrases,
        tuple([1.0 / sqrt(phrase.total) for phrase in phrases]),
        numbers,
        tuple([nothing.union(*(phrases[at].pairs for at in held)) for held in numbers]),
        weights,
        {unit: tuple(held) for unit, held in fitting.items()},
        {unit: frozenset(held) for unit, held in own.items()},
        others,
        {},
        same,
    )


def postings_of(index: Index, unit: str) -> Postings:
    """The postings of what is counted in `unit`, made when it is first asked for."""
    known = index.postings.get(unit)
    if known is None:
        fitting = index.fitting.get(unit, ())
        known = next((index.postings[one] for one in index.postings if index.fitting.get(one, ()) == fitting), None)
        if known is None:
            known = remembered(("postings", index.said, str(fitting)), lambda: _postings(index, fitting))
        index.postings[unit] = known
    return known


def _postings(index: Index, fitting: Sequence[int]) -> Postings:
    made: dict[str, tuple[list[int], list[int], list[int]]] = {}
    for indicator in (*fitting, *index.others) if fitting else ():
        for number in index.phrases_of[indicator]:
            parts = index.phrases[number].parts
            for side, part in enumerate(parts, 1) if len(parts) > 1 else ((0, parts[0]),):
                for pair in pairs_of(part):
                    made.setdefault(pair, ([], [], []))[side].append(number)
    found: Postings = {}
    for pair, sides in made.items():
        either, before, after = map(tuple, sides)
        mine, others = ((*either, *before), after), ((*either, *after), before)
        found[pair] = index.weights[pair], (*either, *before, *after), mine, others
    return found


def _weighed(wordings: Sequence[Sequence[tuple[str, ...]]], indicators: int) -> tuple[dict[str, float], list[Any]]:
    """The weight of each pair, and what each phrase holds, as plain data."""
    every = [set[str]().union(*(pairs_of(part) for parts in said for part in parts)) for said in wordings]
    seen, elsewhere = (Counter(chain.from_iterable(some)) for some in (every[:indicators], every[indicators:]))
    # What is no indicator takes nothing from the weight of the words of those that are.
    weights = {pair: log(1 + indicators / count) for pair, count in {**elsewhere, **seen}.items()}
    made = []
    for number, said in enumerate(wordings):
        for parts in said:
            pairs = frozenset(chain.from_iterable(map(pairs_of, parts)))
            words, total = "".join(parts), fsum(weights[pair] for pair in pairs)
            made.append(
                (number, words, words[0] if len(parts) == 1 else "", words[-1], written(words), parts, pairs, total)
            )
    return weights, made


def _told(one: Indicator, cues: Cues) -> tuple[str, ...]:
    """The wordings of an indicator."""
    return one.label, *one.aliases, one.clause, *cues.terms.get(one.id, ())


def _parts(words: str) -> tuple[str, ...]:
    """Of a wording with a place for the number the parts before and after it, else all of it."""
    before, found, after = words.partition("{}")
    return (bare(before), bare(after)) if found else (bare(words),)


def _fitting(one: Indicator) -> set[str]:
    """The measure words in which it may be counted, "" for a lost one among them."""
    units = {one.unit, *one.units}
    if "%" in units:
        return units
    return {"", *units}.union(*(group for group in _CLASSES if not group.isdisjoint(units)))
