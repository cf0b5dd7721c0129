"""From reports of an unknown genre to what they have in common."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from generator.learn.count import count
from generator.learn.genre.folder import Genre
from generator.learn.genre.labels import Words, tellers
from generator.learn.genre.pieces import Piece
from generator.learn.genre.themes import Found, Theme, themes
from generator.learn.induce import induce
from generator.learn.outlines import Outline
from generator.learn.ranking import ranked
from generator.learn.tally import tally
from generator.records import record

_SHOWN = 5
"""Headings of one report alone that are told."""


@record
class Report:
    """A report of the genre. file: its name; flat: its themes are parts of level 1."""

    file: str
    outline: Outline
    pieces: tuple[Piece, ...]
    flat: bool


@record
class Induced:
    """single: headings of parts that one report alone has, hence no theme."""

    genre: Genre
    single: tuple[str, ...]

def induce_genre(name: str, reports: Sequence[Report], frame: Mapping[str, Any], lexicon: Mapping[str, Any]) -> Induced:
    """What the reports of a genre called `name` have in common.

    frame: the scaffold's frame.yml; lexicon: the general words of reading, data of `_shared/lexicon.yml`.
    """
    verbs = tuple(sorted(lexicon["verbs"], key=_longest))
    words = Words(verbs, *(tuple(lexicon[name]) for name in ("tails", "actions", "fillers")))
    found = themes([piece for report in reports for piece in report.pieces], words, frame["stock"])
    levels = {key: level["label"] for level in frame["levels"] for key in (level["id"], level["label"])}
    before = tally(count(_themed(reports, found), levels))
    order = ranked(before, "themes", [theme.id for theme in found.themes])
    found = Found(tuple(_renamed(found, order)), found.single)
    learned = induce(count(_themed(reports, found), levels), [level["label"] for level in frame["levels"]])
    flat = sum(report.flat for report in reports) * 2 > len(reports)
    own = {**lexicon, "themes": dict(_words(found, words)), "title": _title(name, lexicon)}
    own = {key: value for key, value in own.items() if key not in ("actions", "fillers", "tails")}
    return Induced(Genre(name, learned, found.themes, flat, own), found.single)


def told(induced: Induced) -> Iterator[str]:
    """What was learned, in words for people."""
    genre = induced.genre
    for theme in genre.themes:
        reports = len({piece.report for piece in theme.pieces})
        figures = "、".join(f"{figure.label}（{figure.unit}）" for figure in theme.figures)
        yield f"  {theme.label}：{reports} 份写到" + (f"；数据：{figures}" if figures else "")
    if induced.single:
        yield f"  只有一份写到、没有列为主题的标题 {len(induced.single)} 个：{'；'.join(induced.single[:_SHOWN])}"


def _longest(word: str) -> tuple[int, str]:
    return -len(word), word


def _renamed(found: Found, order: Sequence[str]) -> Iterator[Theme]:
    """The themes in their usual order, numbered anew."""
    by_id = {theme.id: theme for theme in found.themes}
    for number, name in enumerate(order, 1):
        theme = by_id[name]
        yield Theme(f"theme{number}", theme.label, theme.pieces, theme.figures)


def _themed(reports: Sequence[Report], found: Found) -> Iterator[Outline]:
    """The outlines with the themes and indicators that were found."""
    placed = {(piece.report, piece.section): theme.id for theme in found.themes for piece in theme.pieces}
    counted = {
        place: (f"{theme.id}_{number}", figure.label)
        for theme in found.themes
        for number, figure in enumerate(theme.figures, 1)
        for place in figure.places
    }
    for report in reports:
        headings = [
            {**heading, "theme": [placed[report.file, at]] if (report.file, at) in placed else []}
            for at, heading in enumerate(report.outline["headings"])
        ]
        figures = []
        for figure in report.outline["figures"]:
            name, label = counted.get(
                (report.file, figure["line"], figure["label"], figure["unit"]), (None, figure["label"])
            )
            figures.append({**figure, "indicator": name, "label": label})
        yield {**report.outline, "headings": headings, "figures": figures, "told": None}


def _words(found: Found, words: Words) -> Iterator[tuple[str, Mapping[int, list[str]]]]:
    for theme in found.themes:
        own = [piece.heading for piece in theme.pieces]
        others = [piece.heading for other in found.themes if other is not theme for piece in other.pieces]
        yield theme.id, {6: [theme.label], 4: [word for word in tellers(own, others, words) if word != theme.label]}


def _title(name: str, lexicon: Mapping[str, Any]) -> Mapping[str, Any]:
    return {**lexicon["title"], "words": list(dict.fromkeys([name, *lexicon["title"]["words"]]))}
