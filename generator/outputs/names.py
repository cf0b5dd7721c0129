"""File names from the names of units, good on every system."""

import re
import unicodedata
from collections.abc import Iterable

SUMMARY = "汇总"
"""Stem of what a batch says of all units, beside their reports."""

_LONGEST = 150
"""Bytes of a stem in UTF-8; 255 are allowed, extension, `-2` and `.bak-1` need room."""

_FORBIDDEN = r'[<>:"/\\|?*\s\x00-\x1f\x7f-\x9f]+'
_RESERVED = r"(?i)(?:con|prn|aux|nul|conin\$|conout\$|(?:com|lpt)[0-9¹²³])(?:\..*)?"


def safe_name(name: str) -> str:
    """`name` as the stem of a file name: no path, no name that Windows reserves, never empty."""
    stem = unicodedata.normalize("NFC", name)
    if not stem.isprintable():
        stem = "".join("_" if unicodedata.category(sign) in ("Cc", "Cf", "Co", "Cs") else sign for sign in stem)
    stem = re.sub(_FORBIDDEN, "_", stem).strip("._- ")
    stem = stem.encode()[:_LONGEST].decode(errors="ignore").rstrip("._- ")
    return f"_{stem}" if re.fullmatch(_RESERVED, stem) else stem or "未命名"


def untaken(name: str, taken: set[str]) -> str:
    """A safe stem for `name` that is not in `taken`, where it is then put; a number tells it apart."""
    stem = safe_name(name)
    offered, number = stem, 1
    while offered.casefold() in taken:
        number += 1
        offered = f"{stem}（{number}）"
    taken.add(offered.casefold())
    return offered


def distinct(names: Iterable[str]) -> list[str]:
    """Safe stems for `names`, in their order, no two of them the same to any system."""
    taken: set[str] = set()
    return [untaken(name, taken) for name in names]
