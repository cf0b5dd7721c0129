"""A picture as plain data: boxes and words on a white ground, for whoever draws it."""

from typing import Literal

from generator.records import record


@record
class Box:
    """A filled rectangle. Lengths in pixels, from the upper left; colours as #rrggbb, edge "" for none."""

    x: float
    y: float
    width: float
    height: float
    fill: str
    edge: str = ""


@record
class Words:
    """A line of words. x: of the point that `anchor` names; y: of the line's middle; size: of an em."""

    x: float
    y: float
    text: str
    size: float = 14
    fill: str = "#1a1a1a"
    anchor: Literal["start", "middle", "end"] = "start"
    bold: bool = False


@record
class Drawing:
    """A picture of this size; shapes are drawn in their order. title: what it shows, for those who cannot see it."""

    width: int
    height: int
    title: str
    shapes: tuple[Box | Words, ...]


def length(text: str, size: float) -> float:
    """About how long a line of words is: a Chinese character takes an em, a Latin one little more than half."""
    return sum(size if ord(character) > 0x2E7F or character in "—…“”" else size * 0.56 for character in text)
