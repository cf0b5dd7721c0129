"""The words of every indicator, laid out so that those that fit a number are found by its measure word and the
words around it.

A pair of characters is the smallest part that is compared: Chinese is written without spaces, and reports word a
thing a little differently each time. A pair weighs the more the fewer indicators have it.
"""

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from itertools import count
from math import log

from generator.annotate.mentions_cues import Cues
from generator.records import record
from generator.schema.model import Indicator, Schema

_MARKS = str.maketrans("", "", " \t\u3000\u2002\u2003\xa0“”‘’\"'（）()《》〈〉【】[]·・、,，")
_CLASSES = (
    "人 名 位 人次 户",
    "次 场 场次 期 轮 届 班次 个班次 堂 节 讲 课 课时 遍 回 批次 批 户次 家次 项次",
    "件 起 宗 桩 例 案 个 笔 单 批 批次 项 次 卷 件次",
    "份 册 本 件 篇 部 条 张 个 卷 则 期 项 幅",
    "项 个 条 件 类 种 款 大 处",
    "个 家 处 所 支 座 间 站 点 户 队 组 套 台 类 大",
    "元 万元 亿元",
    "学时 课时 小时",
    "个位次 位次 位",
)
"""Measure words that stand for each other in reports."""


@record
class Phrase:
    """Words for an indicator as pairs of characters. number: which of all phrases; before, after: those that stand on one side of the number;
    where both are empty all may stand on either side; total: the weight of all."""

    number: int
    words: str
    pairs: frozenset[str]
    before: frozenset[str]
    after: frozenset[str]
    total: float


@record
class Index:
    """indicators: all of them; phrases: those of each; weights: of each pair; found: measure word -> pair ->
    indicators (numbers in `indicators`) counted in it or its like that have the pair; own: measure word ->
    indicators that name it."""

    indicators: tuple[Indicator, ...]
    phrases: tuple[tuple[Phrase, ...], ...]
    weights: Mapping[str, float]
    found: Mapping[str, Mapping[str, tuple[int, ...]]]
    own: Mapping[str, frozenset[int]]


def bare(words: str) -> str:
    """The words without marks: “法律明白人” and 法律明白人 are one."""
    return words.translate(_MARKS)


def pairs_of(words: str) -> set[str]:
    """Each pair of neighbouring characters."""
    return {words[at : at + 2] for at in range(len(words) - 1)}


def index_of(schema: Schema, cues: Cues) -> Index:
    """The index of a schema's indicators."""
    indicators = tuple(schema.indicators.values())
    told = [tuple(dict.fromkeys(_told(one, cues))) for one in indicators]
    every = [set[str]().union(*(pairs_of(part) for parts in said for part in parts)) for said in told]
    seen = Counter(pair for pairs in every for pair in pairs)
    weights = {pair: log(1 + len(indicators) / count) for pair, count in seen.items()}
    numbers = count()
    phrases = tuple(tuple(_phrase(next(numbers), parts, weights) for parts in said) for said in told)
    own: dict[str, set[int]] = defaultdict(set)
    found: dict[str, dict[str, list[int]]] = defaultdict(lambda: defaultdict(list))
    for number, (one, pairs) in enumerate(zip(indicators, every, strict=True)):
        for unit in (one.unit, *one.units):
            own[unit].add(number)
        for unit in (*_fitting(one), *([] if one.unit == "%" else [""])):
            for pair in sorted(pairs):
                found[unit][pair].append(number)
    return Index(
        indicators,
        phrases,
        weights,
        {unit: {pair: tuple(held) for pair, held in table.items()} for unit, table in found.items()},
        {unit: frozenset(held) for unit, held in own.items()},
    )


def _phrase(number: int, parts: tuple[str, ...], weights: Mapping[str, float]) -> Phrase:
    sides = [frozenset(pairs_of(part)) for part in parts]
    pairs = frozenset().union(*sides)
    total = sum(weights[pair] for pair in pairs)
    before, after = sides if len(sides) == 2 else (frozenset[str](), frozenset[str]())
    return Phrase(number, "".join(parts), pairs, before, after, total)


def _told(one: Indicator, cues: Cues) -> Iterator[tuple[str, ...]]:
    """The wordings of an indicator; of those with a place for the number the parts before and after it."""
    for words in (one.label, *one.aliases, one.clause, *cues.terms.get(one.id, ())):
        before, found, after = words.partition("{}")
        yield (bare(before), bare(after)) if found else (bare(words),)


def _fitting(one: Indicator) -> set[str]:
    units = {one.unit, *one.units}
    if "%" in units:
        return units
    return units | {unit for group in _CLASSES for unit in group.split() if units & set(group.split())}
