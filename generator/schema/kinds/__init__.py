"""Kinds of value: how the words of a form become a value, and back.

Each kind is a file with `parse(words, allowed) -> value | Problem` and `show(value) -> words`, where
`parse(show(v)) == v`; `allowed` is what the field restricts its words to (choices, units, levels).
"""

from collections.abc import Callable, Mapping
from typing import Any

from generator.schema.kinds import (
    choice,
    date,
    docnumber,
    figure,
    flag,
    integer,
    level,
    outline,
    positions,
    prose,
    text,
    year,
)
from generator.schema.kinds.problem import Problem

Parse = Callable[[str, tuple[str, ...]], Any]
Show = Callable[[Any], str]

KINDS: Mapping[str, tuple[Parse, Show]] = {
    "phrase": (text.parse, text.show),
    "prose": (prose.parse, prose.show),
    "figure": (figure.parse, figure.show),
    "date": (date.parse, date.show),
    "year": (year.parse, year.show),
    "integer": (integer.parse, integer.show),
    "choice": (choice.parse, choice.show),
    "flag": (flag.parse, flag.show),
    "level": (level.parse, level.show),
    "docnumber": (docnumber.parse, docnumber.show),
    "outline": (outline.parse, outline.show),
    "positions": (positions.parse, positions.show),
}
"""Every kind that a `Field` may name, except `record` and `data`, which hold other fields."""

__all__ = ["KINDS", "Parse", "Problem", "Show"]
