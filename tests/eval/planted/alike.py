"""What is taken over from last year's report, or from another unit's: planted in a clean draft.

Each way of a rule gives the report, the other one, and the lines of the report where it may be told (none: the whole).
"""

import re
from collections.abc import Callable, Iterator
from random import Random

from tests.eval.planted.kinds import YEAR, changed, clean

Pair = tuple[str, str, frozenset[int]]
Way = Callable[[str, str, Random], Pair | None]
_LONG = 75
_FIGURE = r"(?<![\d.])\d+(?:\.\d+)?(?![\d.%年月日])"


def pairs(code: str, most: int) -> Iterator[tuple[str, int, Pair]]:
    """So many ways of a rule: its name, a number, and the two reports."""
    ways = WAYS[code]
    for number in range(max(most, len(ways))):
        way = ways[number % len(ways)]
        made, seed = None, number
        while made is None and seed < number + 200:
            then = clean(100 + seed % 40, YEAR - (code != "SIM005"))
            made = way(clean(seed % 40, YEAR), then, Random(number))  # noqa: S311 - no secret
            seed += 7
        assert made is not None, f"{code}: {way.__name__} has no place in any draft"
        yield way.__name__.strip("_"), number, made


def _passage(now: str, then: str, draw: Random) -> str | None:
    """A long passage of the other report that this one has not."""
    rows = [row for row in then.split("\n")[2:] if len(row) > _LONG and row.endswith("。") and row not in now]
    return draw.choice(rows) if rows else None


def _put(now: str, words: str, draw: Random, alone: bool = False) -> tuple[str, frozenset[int]]:
    rows = now.split("\n")
    at = draw.choice([number for number, row in enumerate(rows) if len(row) > 40 and row.endswith("。") and number > 2])
    rows[at] += ("\n" if alone else "") + words
    made = "\n".join(rows)
    return made, changed(now, made)


def _copied(turn: Callable[[str], str] = lambda words: words, alone: bool = False) -> Way:
    def copied(now: str, then: str, draw: Random) -> Pair | None:
        words = _passage(now, then, draw)
        if words is None:
            return None
        made, lines = _put(now, turn(words), draw, alone)
        return made, then, lines

    return copied


def _half(words: str) -> str:
    return words.translate(str.maketrans("，。；：（）", ",.;:()"))


def _spaced(words: str) -> str:
    return re.sub(r"(\d+)", r" \1 ", words)


def _begun(words: str) -> str:
    return f"按照上级部署，{words}"


def _marks(words: str) -> str:
    return words.replace("，", "；", 2).replace("、", "，", 1)


def _year_only(now: str, then: str, draw: Random) -> Pair:
    made = then.replace(f"{YEAR}年", f"{YEAR + 1}年").replace(f"{YEAR - 1}年", f"{YEAR}年")
    return made, then, frozenset()


def _new_figures(now: str, then: str, draw: Random) -> Pair:
    made = re.sub(_FIGURE, lambda found: str(int(float(found[0])) + draw.randint(1, 9)), then)
    return made.replace(f"{YEAR - 1}年", f"{YEAR}年"), then, frozenset()


def _one_part_new(now: str, then: str, draw: Random) -> Pair:
    """All but one part of the report is last year's."""
    mine, theirs = (re.split("\n(?=[一二三四五六]、)", text) for text in (now, then))
    kept = [*theirs]
    at = draw.randrange(2, min(len(mine), len(theirs)))
    kept[at] = mine[at]
    return "\n".join(kept).replace(f"{YEAR - 1}年", f"{YEAR}年"), then, frozenset()


def _moved(now: str, then: str, draw: Random) -> Pair:
    """Last year's paragraphs in another order."""
    rows = then.replace(f"{YEAR - 1}年", f"{YEAR}年").split("\n")
    body = rows[3:-2]
    draw.shuffle(body)
    return "\n".join([*rows[:3], *body, *rows[-2:]]), then, frozenset()


def _other_name(now: str, then: str, draw: Random) -> Pair:
    made = re.sub("全[镇乡县]", "全域", then).replace("我镇", "本镇").replace(f"{YEAR - 1}年", f"{YEAR}年")
    return made, then, frozenset()


_TOLD = (
    "调解矛盾纠纷{}件", "开展普法宣传活动{}场次", "办理行政处罚案件{}件", "审查合同{}份", "办结信访事项{}件",
    "走访商户{}家", "更换消防栓{}个", "整修机耕道{}公里", "发放种子{}公斤", "组织志愿者{}名",
)  # fmt: skip


def _left(lead: str) -> Way:
    """A figure that is last year's to the digit, in words of its own or of any report."""

    def left(now: str, then: str, draw: Random) -> Pair:
        said = draw.choice(_TOLD).format(draw.randint(17, 890))
        made, lines = _put(now, lead.format(YEAR, said), draw)
        other, _ = _put(then, f"{YEAR - 1}年，全镇{said}。", draw)
        return made, other, lines

    return left


def _year_left(lead: str, new: bool) -> Way:
    """A sentence of last year with last year's number in it; new: its figure is this year's."""

    def year_left(now: str, then: str, draw: Random) -> Pair:
        said, old = draw.choice(_TOLD), draw.randint(17, 890)
        made, lines = _put(now, lead.format(YEAR - 1, said.format(old + new * 7)), draw)
        other, _ = _put(then, lead.format(YEAR - 1, said.format(old)), draw)
        return made, other, lines

    return year_left


_LEADS = ("{}年，全镇共{}。", "截至{}年12月底，全镇累计{}。", "{}年度{}。")
_COPIED = (
    _copied(), _copied(alone=True), _copied(_half), _copied(_spaced), _copied(_begun), _copied(_marks, alone=True),
)  # fmt: skip
WAYS: dict[str, tuple[Way, ...]] = {
    "SIM001": _COPIED,
    "SIM002": (_year_only, _new_figures, _one_part_new, _moved, _other_name),
    "SIM003": (_left("{}年，全镇{}。"), _left("{}年全年{}。"), _left("截至{}年底，累计{}。")),
    "SIM004": tuple(_year_left(lead, new) for lead in _LEADS for new in (False, True)),
    "SIM005": _COPIED,
}
