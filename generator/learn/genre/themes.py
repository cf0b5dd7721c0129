"""Themes of a genre that has no list of them: parts of many reports that are about the same thing."""

from collections.abc import Sequence

from generator.learn.genre.clusters import clusters
from generator.learn.genre.figures import Figure, figures
from generator.learn.genre.labels import Words, label
from generator.learn.genre.pieces import Piece
from generator.records import record

_HEADING, _BODY = 3.0, 1.0
"""What a pair of characters weighs in a heading and below it."""

_MOST = 40
"""Themes of a genre; nobody fills in a form with more."""


@record
class Theme:
    """A subject that two reports or more have. pieces: the parts about it."""

    id: str
    label: str
    pieces: tuple[Piece, ...]
    figures: tuple[Figure, ...]


@record
class Found:
    """themes: in no order; single: headings of parts that one report alone has."""

    themes: tuple[Theme, ...]
    single: tuple[str, ...]


def themes(pieces: Sequence[Piece], words: Words, stock: Sequence[str]) -> Found:
    """The themes of these parts, the most frequent first; the same whatever the order of the reports."""
    pieces = sorted(pieces, key=lambda piece: (piece.heading, piece.body, piece.report))
    texts = [((piece.heading, _HEADING), (piece.body, _BODY)) for piece in pieces]
    groups = clusters(texts, [piece.report for piece in pieces])
    several = [[pieces[at] for at in group] for group in groups if len(group) > 1][:_MOST]
    single = [pieces[group[0]].heading for group in groups if len(group) == 1]
    made: list[Theme] = []
    labels: list[str] = []
    taken: set[str] = set()
    for number, group in enumerate(several, 1):
        others = [piece.heading for other in several if other is not group for piece in other]
        name = label([piece.heading for piece in group], others, words, labels) or f"主题{number}"
        labels.append(name)
        taken.add(name)
        made.append(Theme(f"theme{number}", name, tuple(group), tuple(figures(group, words, stock, taken))))
    return Found(tuple(made), tuple(sorted(single)))
