"""Values that were guessed when a report was read: the note 请核对 behind them, found and taken back."""

import re
from collections.abc import Mapping

from generator.forms.shapes import figure_of
from generator.forms.typed import Typed
from generator.schema.model import Path

MARK = "请核对"
_NOTE = re.compile(rf"( *)# ((?:[^#]*；)?){MARK}(?:；([^#；]*))?$")


def doubts(text: str, found: Mapping[Path, Typed]) -> dict[Path, str]:
    """Addresses of the values that bear the note (of a figure, its own), and where in the report they are from; found:
    what was typed (see `generator.forms.typed`)."""
    lines = text.split("\n")
    told: dict[Path, str] = {}
    for path, held in found.items():
        note = _NOTE.search(lines[held.node.line - 1]) if held.words and held.node.line <= len(lines) else None
        if note:
            told.setdefault(figure_of(path), (note[3] or "").strip())
    return told


def settled(text: str, found: Mapping[Path, Typed], path: Path) -> str:
    """The text without the note behind the value at an address or, if a figure is named, behind each part of it; where
    in the report it is from stays."""
    lines = text.split("\n")
    for at, held in found.items():
        if path in (at, figure_of(at)) and held.node.line <= len(lines):
            line = lines[held.node.line - 1]
            if held.words and (note := _NOTE.search(line)):
                rest = "；".join(filter(None, (note[2].rstrip("；"), note[3])))
                lines[held.node.line - 1] = line[: note.start()] + (f"{note[1]}# {rest}" if rest else "")
    return "\n".join(lines)
