"""The words of every indicator, laid out so that those that fit a number are found by its measure word and the
words around it. A pair of characters is the smallest part that is compared: Chinese is written without spaces."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from math import log

from generator.annotate.mentions_cues import Cues
from generator.records import record
from generator.schema.model import Indicator, Schema

_MARKS = str.maketrans("", "", " \u3000\u2002\t“”‘’\"'（）()《》〈〉【】[]·・、,，")
_CLASSES = (
    "人 名 位 人次 户 对",
    "次 场 场次 期 轮 届 班次 个班次 堂 节 讲 课 课时 遍 回 批次 批 户次 家次",
    "件 起 宗 桩 例 案 个 笔 单 批 批次 项 次 卷",
    "份 册 本 件 篇 部 条 张 个 卷 则 期 项",
    "项 个 条 件 类 种 款 大",
    "个 家 处 所 支 座 间 站 点 户 队 组 套 台 类 大",
    "元 万元 亿元",
    "学时 课时 小时",
    "个位次 位次 位",
)
"""Measure words that stand for each other in reports."""


@record
class Phrase:
    """Words for an indicator. before, after: where they stand of the number; total: the weight of their pairs."""

    indicator: int
    words: str
    total: float
    side: str


@record
class Index:
    """indicators: all of them; phrases: all of theirs; pairs: measure word -> pair of characters -> phrases that
    contain it, with its weight; own: measure word -> indicators that name it as theirs."""

    indicators: tuple[Indicator, ...]
    phrases: tuple[Phrase, ...]
    pairs: Mapping[str, Mapping[str, tuple[tuple[int, float], ...]]]
    own: Mapping[str, frozenset[int]]
    weights: Mapping[str, float]


def bare(words: str) -> str:
    """The words without marks: “法律明白人” and 法律明白人 are one."""
    return words.translate(_MARKS)


def pairs_of(words: str) -> Iterator[str]:
    """Each pair of neighbouring characters."""
    return (words[at : at + 2] for at in range(len(words) - 1))


def index_of(schema: Schema, cues: Cues) -> Index:
    """The index of a schema's indicators."""
    indicators = tuple(schema.indicators.values())
    told = [tuple(_told(one, cues)) for one in indicators]
    seen = Counter(pair for phrases in told for pair in {p for words, _ in phrases for p in pairs_of(words)})
    weights = {pair: log(1 + len(indicators) / count) for pair, count in seen.items()}
    phrases: list[Phrase] = []
    for number, said in enumerate(told):
        for words, side in dict.fromkeys(said):
            phrases.append(Phrase(number, words, sum(weights[p] for p in set(pairs_of(words))), side))
    made: dict[str, dict[str, list[tuple[int, float]]]] = defaultdict(lambda: defaultdict(list))
    own: dict[str, set[int]] = defaultdict(set)
    fitting = [_fitting(one) for one in indicators]
    for number, one in enumerate(indicators):
        for unit in (one.unit, *one.units):
            own[unit].add(number)
    for number, phrase in enumerate(phrases):
        for pair in set(pairs_of(phrase.words)):
            for unit in (*fitting[phrase.indicator], ""):
                made[unit][pair].append((number, weights[pair]))
    return Index(
        indicators,
        tuple(phrases),
        {unit: {pair: tuple(held) for pair, held in table.items()} for unit, table in made.items()},
        {unit: frozenset(held) for unit, held in own.items()},
        weights,
    )


def _told(one: Indicator, cues: Cues) -> Iterator[tuple[str, str]]:
    """The words of an indicator with the side of the number on which they stand: before, after, both."""
    for words in (one.label, *one.aliases, *cues.terms.get(one.id, ())):
        yield bare(words), "both"
    before, _, after = one.clause.partition("{}")
    if after:
        yield bare(before + after), "both"
    elif before:
        yield bare(before), "before"


def _fitting(one: Indicator) -> Iterable[str]:
    units = {one.unit, *one.units}
    if "%" in units:
        return units
    return units | {unit for group in _CLASSES for unit in group.split() if units & set(group.split())}
