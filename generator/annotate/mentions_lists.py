"""Numbers that several names share: 见面率、满意率均为100%; 建议和提案分别办理12件、9件."""

from generator.records import record
from generator.regex import regex

_SHARED = regex(r"(?:均|都|皆|全部)(?:已|能|可)?(?:为|是|达到?|超过?|保持在|稳定在)?[^，,。；;、\d]{0,2}$")
_TURNS = regex(r"分别(?:已)?(?:为|是|达到?|有|占|[^\W\d]{2})?[^，,。；;、\d]{0,2}$")
_JOINT = regex(r"[、和与及]")
_STOP = regex(r"(?s:.*)[，,。；;！？!?：:\n]")
"""Up to the last stop."""
_NEXT = regex(r"\s?[、，,和与及]\s?")
_REACH = 60
_LONGEST = 20


@record
class Names:
    """names: what share a number, or take the numbers that follow in turn (`turns`)."""

    names: tuple[str, ...]
    turns: bool


def names(text: str, start: int, floor: int, percent: bool) -> Names | None:
    """The names before the number at `start` of a line, None where there are not several.

    floor: where the sentence, or the number before, ends; percent: whether it is a rate: 均 says of counts that
    each has so many of the same thing, of rates that each is so high.
    """
    begin = max(floor, start - _REACH)
    stop = _STOP.match(text, begin, start)
    words = text[stop.end() if stop else begin : start]
    turn = _TURNS.search(words)
    told = turn or (_SHARED.search(words) if percent else None)
    if told is None:
        return None
    found = [name for name in _JOINT.split(words[: told.start()]) if name]
    if len(found) < 2 or any(len(name) > _LONGEST for name in found):
        return None
    owner, of, first = found[0].rpartition("的")
    if of:
        # 提案的见面率、满意率: both are the proposals'.
        found = [owner + name for name in (first, *found[1:])]
    if percent and found[-1].endswith("率"):
        found = [name if name.endswith("率") else name + "率" for name in found]
    return Names(tuple(found), turn is not None)


def goes_on(between: str) -> bool:
    """Whether the words between two numbers only join them."""
    return _NEXT.fullmatch(between) is not None
