"""What a page on which a form is filled consists of: questions, groups of them, parts; and what was typed."""

from collections.abc import Mapping

from generator.forms.typed import Typed
from generator.records import record
from generator.schema.model import Path, Schema


@record
class Question:
    """One field. address: steps joined by /; kind: text prose figure figures documents data tick choice flag list
    answers outline; words: as typed, "" if blank; on: a tick's; last: last year's figure; note: who has it, in how many
    reports it is; printed: the sentence of a tick; items: of a list, of an outline the themes that have a
    part of their own unless it names them; entries: of a figure that is shown with all that
    can be said of it and of its documents, the last one blank, or the figures of a `data`; own: address of the words
    that a figure unknown to the form is told in."""

    address: str
    label: str
    kind: str
    words: str = ""
    on: bool = False
    unit: str = ""
    last: str = ""
    hint: str = ""
    note: str = ""
    printed: str = ""
    required: bool = False
    choices: tuple[str, ...] = ()
    items: tuple[str, ...] = ()
    entries: "tuple[tuple[Question, ...], ...]" = ()
    own: str = ""


@record
class Group:
    """Questions under a heading; more: those that are one click away; repeated: of each item of a list."""

    label: str
    questions: tuple[Question, ...]
    more: tuple[Question, ...] = ()
    repeated: tuple[tuple[Question, ...], ...] = ()
    address: str = ""


@record
class Part:
    """A section of the form, or a theme of it. note: in how many reports it is; opened: whether somebody must write in
    it; above: the section that a theme stands in; ticked, counted: how many measures and figures it has;
    rare: whether reports of this level do not have it, nor this form so far."""

    id: str
    label: str
    groups: tuple[Group, ...]
    hint: str = ""
    note: str = ""
    opened: bool = False
    above: str = ""
    ticked: int = 0
    counted: int = 0
    rare: bool = False


@record
class Form:
    schema: Schema
    found: Mapping[Path, Typed]
    below: Mapping[Path, Mapping[str | int, None]]
    """What was written right below each path."""
    level: str
    words: Mapping[str, str]
    variant: int


def joined(path: Path) -> str:
    """An address in one word."""
    return "/".join(map(str, path))


def words_at(found: Mapping[Path, Typed], path: Path) -> str:
    """What was typed at a path, "" if nothing."""
    held = found.get(path)
    return held.words if held is not None else ""


def count(form: Form, path: Path) -> int:
    """How many items the list at a path has, blank ones too."""
    return max((step for step in form.below.get(path, ()) if isinstance(step, int)), default=-1) + 1


def listing(form: Form, path: Path) -> tuple[str, ...]:
    """The words of the items of the list at a path."""
    return tuple(words_at(form.found, (*path, number)) for number in range(count(form, path)))
