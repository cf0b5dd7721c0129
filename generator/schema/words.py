"""How a unit and its superiors are called: 全镇, 镇党委, 镇长, 县委 …, by the end of their names; and which
of a sentence's wordings a form's variant takes."""

from collections.abc import Mapping
from functools import lru_cache
from zlib import crc32

from generator.schema.model import Schema

_OWN = {
    "whole": "全域", "self": "自称", "party": "党委", "government": "政府", "head": "首长", "staff": "干部",
    "lowest": "基层",
}  # fmt: skip
_UPPER = {"party": "上级党委", "government": "上级政府", "office": "上级法治办"}
ADDRESSED = tuple(_OWN)
"""Ids of the fields in which a form may say its own words."""
SLOTS = (*_OWN.values(), *_UPPER.values())
"""Every word slot."""
_ROOMS = ("{，做法}", "{：做法}")


def words_for(unit: str, upper: str, schema: Schema, address: Mapping[str, str] | None = None) -> dict[str, str]:
    """Word slot (全域, 上级党委 …) to words for a unit with this full name under `upper`.

    address: what the form says instead, by field id (`self`, `whole` …).
    """
    own = {**_row(schema, "units", unit), **(address or {})}
    above = _row(schema, "uppers", upper)
    here = {slot: own[key] for key, slot in _OWN.items() if key in own}
    return here | {slot: above[key] for key, slot in _UPPER.items()}


@lru_cache(4096)
def pick(variant: int, wordings: tuple[str, ...], name: str = "") -> str:
    """The wording that `variant` takes: always the same for one form, mixed anew for each sentence.

    name: of what is said; the choice then outlives a change of the wordings.
    """
    if len(wordings) == 1:
        return wordings[0]
    return wordings[crc32(f"{variant} {name or wordings[0]}".encode()) % len(wordings)]


def filled(sentence: str, words: Mapping[str, str]) -> str:
    """A measure's sentence as it reads without words of the clerk's own."""
    for room in _ROOMS:
        sentence = sentence.replace(room, "")
    for slot, said in words.items():
        sentence = sentence.replace(f"{{{slot}}}", said)
    return sentence


def _row(schema: Schema, table: str, name: str) -> dict[str, str]:
    """The first row of `table` whose endings fit `name`; the last row fits every name."""
    rows = schema.wording[table]
    assert isinstance(rows, list | tuple)  # noqa: S101 - narrowed for the type checker
    for row in rows:
        ends = row["ends"]
        if name.endswith(tuple(ends) if not isinstance(ends, str) else ends):
            return dict(row)
    return dict(rows[-1])
