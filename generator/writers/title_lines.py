"""Where a title's lines end: at word boundaries, as a trapezoid or a lozenge (GB/T 9704-2012, 7.3.1)."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import lru_cache
from itertools import combinations, pairwise
from typing import TypeAlias

LINE_CHARS = 20
"""Characters of size 二号 that a line of 156 mm holds."""

_WORDS_AFTER = (
    "人民政府", "办事处", "委员会", "管理委员会", "法治政府", "依法行政", "法治建设", "年度工作", "年度报告",
    "情况的报告", "情况报告", "工作情况", "工作报告", "工作总结", "实施情况", "贯彻落实", "建设情况", "建设工作",
    "实施纲要", "实施意见", "实施方案",
)  # fmt: skip
"""Words that may begin a line, at a price."""
_WHOLE = (
    "法治政府建设", "人民政府", "办事处", "委员会", "情况的报告", "情况报告", "工作总结", "工作报告", "年度报告",
    "贯彻落实", "依法行政", "法治建设", "实施纲要", "实施意见", "实施方案",
)  # fmt: skip
"""Words that no line end may cut."""
_VERBS = ("推进", "加强", "深化", "贯彻", "落实", "开展", "全面")
_Room: TypeAlias = Callable[[int, int], float]
_MOST_PLACES = 24
_UNKNOWN = 6
_REGIONS = "省市县区州盟旗乡镇局厅委"
_NEVER_FIRST = "的和与及或并暨、，。：；！？）》〉”’］】年月日号—"
_NEVER_LAST = "关的和与及或并暨（《〈“‘［【第—"


@lru_cache(maxsize=64)
def title_lines(title: str) -> tuple[str, ...]:
    """`title` cut into lines of at most `LINE_CHARS` characters; one line when it cannot be cut well."""
    room = _rooms(title)
    whole = room(0, len(title))
    if whole <= LINE_CHARS:
        return (title,)
    prices = _prices(title)
    least = int(-(-whole // LINE_CHARS))
    cuts = _cheapest(title, prices, least, room)
    if cuts is None:
        # Words that we do not know: anywhere near equal shares, where punctuation allows.
        near = {at: _UNKNOWN for count in (least, least + 1) for at in _near_shares(title, count)}
        cuts = _cheapest(title, near | prices, least, room)
    return tuple(_cut(title, cuts or ()))


def _cheapest(title: str, prices: Mapping[int, float], least: int, room: _Room) -> tuple[int, ...] | None:
    """The best cuts at some of these places into `least` lines or one more; None if no line would fit."""
    best: tuple[float, tuple[int, ...]] | None = None
    places = sorted(sorted(prices, key=prices.__getitem__)[:_MOST_PLACES])
    for count in range(least, min(least + 2, 5)):
        for cuts in combinations(places, count - 1):
            cost = _cost(len(title), cuts, prices, room)
            if cost is not None and (best is None or cost < best[0]):
                best = cost, cuts
    return best[1] if best else None


def display_width(text: str) -> float:
    """Width of `text` in ideographs: a digit or Latin letter is half of one."""
    return sum(0.5 if c < "\u2000" else 1 for c in text)


def _rooms(title: str) -> _Room:
    """The width of any stretch, with the quarter character that programs leave on either side of a number."""
    widths, digits = [0.0], [0]
    for char in title:
        widths.append(widths[-1] + display_width(char))
        digits.append(digits[-1] + char.isdigit())
    return lambda start, end: widths[end] - widths[start] + (0.5 if digits[end] > digits[start] else 0)


def _cut(title: str, cuts: Iterable[int]) -> Iterator[str]:
    start = 0
    for end in (*cuts, len(title)):
        yield title[start:end]
        start = end


def _prices(title: str) -> dict[int, float]:
    """What it costs to end a line before the character at each possible place."""
    prices: dict[int, float] = {}

    def offer(at: int, price: float) -> None:
        if 0 < at < len(title) and price < prices.get(at, 99):
            prices[at] = price

    about = title.find("关于")
    if about > 0:
        offer(about, 0)
    for at, char in enumerate(title):
        if char == "、":
            offer(at + 1, 1)
        elif char == "年" and title[at - 1 : at].isdigit():
            start = at
            while start and title[start - 1].isdigit():
                start -= 1
            offer(start, 1.5)
            end = at + (3 if title.startswith("年度", at) and title[at + 2 : at + 3] == "的" else 2)
            offer(end if title.startswith("年度", at) else at + 1, 1.5)
        elif char in _REGIONS and at + 2 < (about if about > 0 else len(title)):
            offer(at + 1, 3)
        elif char == "《":
            offer(at, 1)
        elif char == "》":
            offer(at + 1, 1)
    for word in _WORDS_AFTER:
        at = title.find(word)
        while at >= 0:
            offer(at, 2)
            at = title.find(word, at + 1)
    return {at: price + _surcharge(title, at) for at, price in prices.items() if may_cut(title, at)}


def _surcharge(title: str, at: int) -> float:
    """For cutting the name of a book, or a verb from its object."""
    inside = title.count("《", 0, at) > title.count("》", 0, at)
    return (4 if inside else 0) + (3 if title.endswith(_VERBS, 0, at) else 0)


def may_cut(title: str, at: int) -> bool:
    """Whether a line may end before character `at`: no word, number or bracket is torn, no line begins with 的."""
    before, after = title[at - 1], title[at]
    if after in _NEVER_FIRST or before in _NEVER_LAST or (before < "\x80" and after < "\x80"):
        return False
    if before.isdigit() or title.endswith("关于", 0, at):
        return False
    return not any(title.startswith(word, start) for word in _WHOLE for start in range(max(0, at - len(word) + 1), at))


def _cost(length: int, cuts: tuple[int, ...], prices: Mapping[int, float], room: _Room) -> float | None:
    widths = [room(start, end) for start, end in pairwise((0, *cuts, length))]
    if max(widths) > LINE_CHARS or min(widths) < 4:
        return None
    steps = [b - a for a, b in pairwise(widths)]
    if any(a < 0 < b for a, b in pairwise(steps)):
        return None  # an hourglass
    cost = sum(prices.get(at, 0) for at in cuts) + 4 * len(cuts)
    # A rectangle is no trapezoid; a line much longer than its neighbour is no good shape either.
    cost += sum(3 if abs(step) < 1 else max(0, abs(step) - 7) * 0.4 for step in steps)
    if len(widths) > 2 and steps[0] > 0 > steps[-1]:
        cost -= 0.5
    return cost


def _near_shares(title: str, count: int) -> Iterator[int]:
    share = len(title) / count
    for number in range(1, count):
        ideal = round(share * number)
        for at in range(max(1, ideal - 3), min(len(title), ideal + 4)):
            if may_cut(title, at):
                yield at
