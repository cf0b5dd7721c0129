"""One error of a known kind, planted at a place drawn by chance: the kinds are data beside this file."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from random import Random
from typing import Any

import yaml
from planting import STRUCTURAL, _in_plans, draft_text

from generator.check.subject import Subject

HERE = Path(__file__).parent
YEAR = 2024
_SLOT = re.compile(r"\{([a-z0-9(][^{}]*)\}")
_EVERYWHERE = ("all", "title", "first")


@dataclass(frozen=True)
class Planted:
    """A report with one error. lines: where it may be told, empty if it concerns the whole report."""

    text: str
    lines: frozenset[int]
    said: str


@cache
def kinds() -> Mapping[str, tuple[Any, ...]]:
    """Every kind of error by the code of the rule that must find it."""
    made: dict[str, tuple[Any, ...]] = {code: (code,) for code in STRUCTURAL}
    for name in ("words.yml", "figures.yml"):
        for code, told in yaml.safe_load((HERE / name).read_text("utf-8")).items():
            made[code] = (*made.get(code, ()), *told)
    return dict(sorted(made.items()))


@cache
def clean(seed: int, year: int) -> str:
    """A clean draft as lines."""
    return draft_text(seed, year)


def year_of(kind: Any) -> int:
    """The year that the report tells of."""
    return kind.get("year", YEAR) if isinstance(kind, Mapping) else YEAR


def ways(code: str, most: int) -> Iterator[tuple[Any, int]]:
    """So many kinds of a rule's errors, each with a number to draw with."""
    told = kinds()[code]
    for number in range(max(most, len(told))):
        yield told[number % len(told)], number


def planted(kind: Any, seed: int, of: Subject, text: str) -> Planted | None:
    """The draft `text` (judged: `of`) with an error of the kind; None where it has no place for it."""
    draw = Random(seed)  # noqa: S311 - no secret
    if isinstance(kind, str) and kind in STRUCTURAL:
        return Planted(STRUCTURAL[kind](text, of, draw), frozenset(), kind)
    kind = {"sentence": kind} if isinstance(kind, str) else {k: v for k, v in kind.items() if k != "year"}
    ((how, what),) = kind.items()
    made = _made(how, what, of, text, draw)
    if made is None or made == text:
        return None
    return Planted(made, frozenset() if how in _EVERYWHERE else changed(text, made), str(what))


def _made(how: str, what: Any, of: Subject, text: str, draw: Random) -> str | None:
    rows = text.split("\n")
    if how == "swap":
        places = list(re.finditer(what[0], text, re.MULTILINE))
        if not places:
            return None
        at = draw.choice(places)
        return text[: at.start()] + at.expand(what[1]) + text[at.end() :]
    if how == "all":
        return re.sub(what[0], what[1], text)
    if how == "title":
        return "\n".join([re.sub(what[0], what[1], rows[0], count=1), *rows[1:]])
    if how == "last":
        return "\n".join([*rows[:-1], what])
    if how == "first":
        return "\n".join([filled(what, draw), *rows])
    if how == "plans":
        return _in_plans(filled(what, draw))(text, of, draw)
    places = [number for number, row in enumerate(rows) if len(row) > 40 and row.endswith("。") and number > 2]
    if how == "measures":
        last = next(number for number, row in enumerate(rows) if re.match("[二三]、", row))
        places = [number for number in places if number < last][1:]
    if how == "two":
        for number, sentence in zip(sorted(draw.sample(places, 2)), what, strict=True):
            rows[number] += sentence
    else:
        at = draw.choice(places)
        rows[at] += ("\n" if how == "alone" else "") + filled(what, draw)
    return "\n".join(rows)


def filled(sentence: str, draw: Random) -> str:
    """The sentence with its reckonings done."""
    a, b, c, d = draw.sample(range(12, 96), 4)
    names = {"a": a, "b": b, "c": c, "d": d, "n": draw.randint(300, 900), "year": YEAR}
    names |= {"e": draw.randint(2, 6), "k": draw.randint(3, 9)}

    def reckoned(match: re.Match[str]) -> str:
        expression, _, form = match[1].partition(":")
        return format(eval(expression, {"__builtins__": {}}, names), form)  # noqa: S307 - the data beside this file

    return _SLOT.sub(reckoned, sentence)


def changed(text: str, made: str) -> frozenset[int]:
    """Numbers of the lines of `made` that are not lines of `text`."""
    known = set(text.split("\n"))
    return frozenset(number for number, row in enumerate(made.split("\n"), 1) if row not in known)
