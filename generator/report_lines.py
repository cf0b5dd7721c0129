"""A finding as lines for a terminal: where, what, the line itself, a caret under it, what to write."""

from functools import lru_cache

from generator.diagnostics import Diagnostic, Severity

_WIDE_BLOCKS = (
    (0x1100, 0x115F),
    (0x2E80, 0xA4CF),
    (0xAC00, 0xD7A3),
    (0xF900, 0xFAFF),
    (0xFE30, 0xFE6F),
    (0xFF00, 0xFF60),
    (0xFFE0, 0xFFE6),
    (0x1F300, 0x1FAFF),
    (0x20000, 0x3FFFD),
)
_WIDEST = 100
"""Columns of an echoed line; a longer one is cut around the caret."""
_LONGEST = 300
"""Characters of a message or hint; what a longer one quotes is not read anyway."""


def lines(diagnostic: Diagnostic, source: str | None = None) -> list[str]:
    """One to three lines. source: the text of the file that the place points into, to echo from."""
    place = diagnostic.place
    kind = {Severity.WARNING: "提醒：", Severity.INFO: "提示："}.get(diagnostic.severity, "")
    head = f"{diagnostic.code} {kind}{plain(_brief(diagnostic.message))}"
    hint = plain(_brief(diagnostic.hint))
    if place is None:
        return [f"{head}（{hint}）" if hint else head]
    head = f"{plain(str(place))}: {head}"
    echo = _line(source, place.line) if source else ""
    if not echo.strip():
        return [head, f"     | {hint}"] if hint else [head]
    before = min(place.column - 1, len(echo))
    marked = echo[before : before + max(place.end - place.start, 1)].split("\n")[0].rstrip() or " "
    left, middle, right = plain(echo[:before]), plain(marked) or " ", plain(echo[before + len(marked) :])
    left, middle, right = _cut(left, middle, right)
    number = f"{place.line:>4}"
    carets = "^" * min(max(width(middle), 1), _WIDEST)
    under = f"     | {' ' * width(left)}{carets} {hint}".rstrip()
    return [head, f"{number} | {(left + middle + right).rstrip()}", under]


def width(words: str) -> int:
    """Terminal columns that `words` takes: two for each East Asian wide character."""
    return len(words) if words.isascii() else sum(map(_columns, words))


def plain(words: str) -> str:
    """`words` on one line without control, bidi and other invisible characters, which a terminal would obey."""
    if words.isprintable():
        return words
    kept = (" " if c in "\t\n\u00a0" else c for c in words if c.isprintable() or c in "\t\n\u00a0　")
    return "".join(kept)


def _brief(words: str) -> str:
    """`words` without their middle where they are very long: both ends say what it is about."""
    return words if len(words) <= _LONGEST else f"{words[: _LONGEST * 2 // 3]}…{words[-_LONGEST // 3 :]}"


@lru_cache(maxsize=20_000)
def _columns(character: str) -> int:
    # “” ‘’ — … are wide in Chinese fonts and narrow in most terminals.
    return 2 if any(first <= ord(character) <= last for first, last in _WIDE_BLOCKS) else 1


def _line(source: str, number: int) -> str:
    rows = _rows(source)
    return rows[number - 1].rstrip("\r") if 0 < number <= len(rows) else ""


@lru_cache(maxsize=2)
def _rows(source: str) -> list[str]:
    """The lines of a text; those of one file are asked for once a finding."""
    return source.split("\n")


def _cut(left: str, middle: str, right: str) -> tuple[str, str, str]:
    """The three parts cut to `_WIDEST` columns, the marked one kept as far as it goes."""
    # No character takes less than a column.
    length = len(left) + len(middle) + len(right)
    if length <= _WIDEST and width(left) + width(middle) + width(right) <= _WIDEST:
        return left, middle, right
    fitting = _fitting(middle, _WIDEST * 2 // 3)
    middle = middle if fitting == middle else fitting + "…"
    room = _WIDEST - width(middle)
    share = room * 2 // 3
    if len(left) > share or width(left) > share:
        left = "…" + _fitting(left[: -share - 1 : -1], share)[::-1]
    rest = room - width(left)
    fits = len(right) <= rest and width(right) <= rest
    return left, middle, right if fits else _fitting(right[:rest], rest) + "…"


def _fitting(words: str, columns: int) -> str:
    """As much of the beginning of `words` as fits."""
    used = 0
    for at, character in enumerate(words):
        used += _columns(character)
        if used > columns:
            return words[:at]
    return words
