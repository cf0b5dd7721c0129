"""A text as expressions are looked for in it: whatever the width of punctuation, the digit and the kind of space."""

import re
import sys

DIGIT, SPACE, LINE = "\0", " ", "\n"
"""Stand for any decimal digit, for any white space within a line, and for where a line begins or ends."""
HALF_WIDTH = ",;:!?().% "
_FOLDED = tuple(zip("，；：！？（）．％\u3000", HALF_WIDTH, strict=True))
_DIGIT = re.compile(r"\d")
_SPACES = "\t\v\f\r\x1c\x1d\x1e\x1f\x85\xa0\u1680\u2028\u2029\u202f\u205f\u3000" + "".join(
    map(chr, range(0x2000, 0x200B))
)
_RARE = re.compile(f"[{''.join(wide for wide, _ in _FOLDED)}{_SPACES}\\d]")
"""What else has another shape than itself."""


def half_width(text: str) -> str:
    """The text with half-width punctuation, character for character."""
    for wide, half in _FOLDED:
        text = text.replace(wide, half)
    return text


def shape(text: str) -> str:
    """The text with half-width punctuation, `DIGIT` for each digit of whatever script, and `SPACE` for white space."""
    for digit in "0123456789":
        text = text.replace(digit, DIGIT)
    if not _RARE.search(text):
        return text
    text = half_width(text)
    for space in _SPACES:
        text = text.replace(space, SPACE)
    return _DIGIT.sub(DIGIT, text)


def pair(two: str) -> int:
    """Two characters as a number."""
    return int.from_bytes(_written(two), sys.byteorder)


def pairs(shaped: str, begin: int) -> memoryview:
    """The pairs of characters from `begin` on as numbers, each beginning where the one before ended."""
    written = memoryview(_written(shaped))
    return written[4 * begin : 4 * begin + (len(shaped) - begin) // 2 * 8].cast("Q")


def _written(text: str) -> bytes:
    return text.encode(f"utf-32-{sys.byteorder[0]}e", "surrogatepass")


def repeats(text: str, least: int, most: int) -> bool:
    """Whether some run of so many characters is likely to stand twice, one right behind the other; only a no is
    certain."""
    written = text.encode("utf-16-le", "surrogatepass")
    # A run may hold characters of two code units.
    widest = most if len(written) == 2 * len(text) else 2 * most
    # The lower halves of the code units tell nearly all apart.
    return _repeats(written[::2], 1, least, widest) and _repeats(written, 2, least, widest)


def _repeats(written: bytes, size: int, least: int, most: int) -> bool:
    """The same for units of so many bytes."""
    number = int.from_bytes(written, "little")
    for length in range(least, most + 1):
        run = size * length
        apart = (number ^ number >> 8 * run).to_bytes(len(written), "little")
        if bytes(run) in apart[: max(len(written) - run, 0)]:
            return True
    return False
