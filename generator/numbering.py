"""The numbers of headings: 一、 （一） 1. （1） and 一是; writers put them in, readers recognise them."""

from collections.abc import Iterable, Iterator
from functools import cache

from generator.document.nodes import Block, Heading

_DIGITS = "〇一二三四五六七八九"
_CLOSED = "。！？：；…，、"
_QUOTES = "”’）》"


@cache
def chinese(number: int) -> str:
    """`number` (1 to 99) in Chinese numerals: 1 一, 10 十, 21 二十一. Raises ValueError outside."""
    if not 1 <= number <= 99:
        raise ValueError(number)
    tens, ones = divmod(number, 10)
    head = "" if tens == 0 else "十" if tens == 1 else _DIGITS[tens] + "十"
    return head + (_DIGITS[ones] if ones else "")


def marker(heading: Heading, ordinal: int) -> str:
    """The number that stands before this heading (GB/T 9704-2012, 7.3.3)."""
    if heading.placement == "joined":
        return f"{chinese(ordinal)}是"
    if heading.level == 1:
        return f"{chinese(ordinal)}、"
    if heading.level == 2:
        return f"（{chinese(ordinal)}）"
    return f"{ordinal}." if heading.level == 3 else f"（{ordinal}）"


def needs_full_stop(words: str) -> bool:
    """Whether a heading of these words is closed by 。 where text follows it in the same paragraph."""
    return bool(words) and words.rstrip(_QUOTES)[-1:] not in _CLOSED


def numbered(blocks: Iterable[Block]) -> Iterator[tuple[Block, str]]:
    """Each block with its number, "" for what bears none; a heading restarts the levels below it."""
    counters = [0, 0, 0, 0, 0]
    for block in blocks:
        if isinstance(block, Heading):
            counters[block.level] += 1
            counters[block.level + 1 :] = [0] * (4 - block.level)
            yield block, marker(block, counters[block.level]) if block.marker is None else block.marker
        else:
            yield block, ""
