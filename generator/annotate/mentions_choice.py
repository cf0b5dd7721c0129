"""Which of the indicators that fit a number is taken: a wrong one is worse than none."""

from collections.abc import Collection, Mapping, Sequence, Set
from math import fsum

from generator.annotate.mentions_index import Index, Phrase
from generator.records import record

_TRIED = 3
"""How many are asked whether enough of them is said."""
_SAID, _SAID_LIKE, _SAID_RATE, _SAID_ALONE = 0.55, 0.65, 0.6, 1.0
"""Share of one of its phrases that must be said for an indicator: of one counted in its own measure words, in one like
them, of a rate (many rates are called 办结率), of one whose measure word is lost."""
_PARTLY, _AHEAD, _STRONG, _STRONGEST = 0.35, 1.2, 4.0, 14.0
"""Where less is said: the share that must be, how far it must stand before all others, and how well it must fit in a
part about its theme or in a rare measure word, otherwise."""
_TOLD = 0.9
"""The share that must be said where only the sentence says it."""
_FEW = 3
"""Indicators that name a measure word that by itself says much (学时)."""
_MOSTLY, _WEAK = 0.7, 8.0
"""What must be said, or how well it must fit, in a part about another theme where the word beside the number is not
the indicator's."""

_BODIES = frozenset(["部门", "单位", "社区", "乡镇", "街道", "地市", "学校", "企业"])
_PAPERS = frozenset(["清单", "台账", "名单", "方案"])
_PLANS = frozenset(["措施", "举措"])
_LISTED = tuple("事项" + paper for paper in _PAPERS)
_TEAMS = frozenset(["团队", "小组", "队伍", "专班"])
"""What a number counts for sure where it follows (指导21个社区推行一件事, 3张履职清单, 13人的专家团队): no indicator
that has no such word; 101项便民服务事项清单 counts what is listed."""
_KIND = "类"
"""行政强制类5件 of reconsiderations is no count of all 行政强制."""


@record
class Asked:
    """What is known of a number. unit: its measure word; themes: of its part; words: pairs of characters in its
    sentence; head: the pair beside it; follower: the pair after it; own: indicators that name its measure word; thing:
    what it counts for sure, "" if nothing says so."""

    unit: str
    themes: tuple[str, ...]
    words: Set[str]
    head: str
    follower: str
    own: Collection[int]
    thing: str = ""


def thing(unit: str, after: str) -> str:
    """What the words after a number say for sure that it counts, "" if nothing."""
    words = after.rstrip("和及与并")
    if unit in ("个", "家", "所"):
        return next((one for one in (words[:2], words[2:4]) if one in _BODIES), "")
    if words[:2] in _PLANS:
        return words[:2]
    last = words[-2:]
    if last in _PAPERS:
        return "" if words.endswith(_LISTED) else last
    return last if last in _TEAMS and words.startswith("的") else ""


def choice(ranked: Sequence[tuple[float, int]], asked: Asked, index: Index) -> int | None:
    """The number in the index of what is taken for the number's indicator, None where nothing is.

    ranked: how well each fits, negative, and its number in the index; the best first.
    """
    for place, (worth, number) in enumerate(ranked[:_TRIED]):
        if _is_said(number, _enough(number, asked, index), asked, index) or (
            place == 0 and _stands_out(ranked, asked, index) and _is_said(number, _PARTLY, asked, index)
        ):
            return None if _is_doubtful(-worth, number, asked, index) else number
    return None


def only(ranked: Sequence[tuple[float, int]], asked: Asked, index: Index, before: Collection[int]) -> int | None:
    """The same where nothing beside the number says what it counts: what its sentence alone is about, in this measure
    word and not told yet (法律援助中心一年下来办了402件)."""
    if not ranked:
        return None
    worth, number = -ranked[0][0], ranked[0][1]
    second = -ranked[1][0] if len(ranked) > 1 else 0.0
    if index.indicators[number] is None or number not in asked.own or number in before:
        return None
    if (asked.themes and _theme(number, index) not in asked.themes) or worth < _AHEAD * second:
        return None
    return number if _is_said(number, _TOLD, asked, index) else None


def _enough(number: int, asked: Asked, index: Index) -> float:
    if index.indicators[number] is None:
        return _SAID
    if asked.unit == "%":
        return _SAID_RATE
    if not asked.unit:
        return _SAID_ALONE
    return _SAID if number in asked.own else _SAID_LIKE


def _stands_out(ranked: Sequence[tuple[float, int]], asked: Asked, index: Index) -> bool:
    """Whether the first is so far before all others that less need be said: 清偿历史欠款 of 清偿拖欠账款."""
    worth, number = -ranked[0][0], ranked[0][1]
    if not asked.unit or number not in asked.own or index.indicators[number] is None:
        return False
    second = -ranked[1][0] if len(ranked) > 1 else 0.0
    known = len(asked.own) <= _FEW or _theme(number, index) in asked.themes
    least = _STRONG if known else _STRONGEST
    return worth >= least and worth >= _AHEAD * (second + 1.0)


def _is_doubtful(worth: float, number: int, asked: Asked, index: Index) -> bool:
    """Whether the words beside the number are another's, and what else speaks for the indicator is little: more of
    such are wrong than right."""
    if index.indicators[number] is None:
        return False
    pairs = index.pairs[number]
    if asked.head.endswith(_KIND) and asked.head not in pairs and asked.head != "种类":
        return True
    if asked.thing and asked.thing not in pairs:
        return True
    if not asked.unit or asked.head in pairs or asked.follower in pairs:
        return False
    if number not in asked.own:
        return True
    if not asked.themes or _theme(number, index) in asked.themes:
        return False
    if worth < _WEAK and asked.head in index.weights:
        return True
    return not _is_said(number, _MOSTLY, asked, index)


def _theme(number: int, index: Index) -> str:
    indicator = index.indicators[number]
    return indicator.theme if indicator else ""


def _is_said(number: int, least: float, asked: Asked, index: Index) -> bool:
    """Whether at least such a share of one of its phrases is said."""
    return any(share_said(index.phrases[at], asked.words, index.weights) >= least for at in index.phrases_of[number])


def share_said(phrase: Phrase, words: Set[str], weights: Mapping[str, float]) -> float:
    """The share of a phrase that is there at all."""
    return fsum([weights[pair] for pair in phrase.pairs & words]) / phrase.total
