"""The clerk's window: a form shown field by field, changed field by field, and previewed as it grows.

The file on disk is the one source of truth: an edit is spliced into its text and written whole at once.
"""

from collections.abc import Iterator, Mapping, Sequence
from hashlib import sha256
from pathlib import Path
from threading import Lock

from generator.api.inputs import content, load
from generator.encoding import decoded, unified_lines
from generator.errors import UnreadableInput, UsageError
from generator.forms.asked import figure, parts
from generator.forms.collection import search
from generator.forms.doubts import MARK, doubts, settled
from generator.forms.edit import cleaned, edited, leads, legible
from generator.forms.index import Index, index_of
from generator.forms.order import dropped, listed, moved, without
from generator.forms.questions import Part, Question, joined
from generator.forms.shapes import figure_of, shape_of
from generator.forms.typed import typed
from generator.outputs.whole import replace
from generator.records import record
from generator.schema.model import Indicator
from generator.schema.model import Path as Address

_WRITING = Lock()
"""One writer in this process at a time; another program's changes are told by their hash."""
_MOST = 100_000
"""Characters of one field."""


@record
class Opened:
    """A form as it stands on disk. version: hash of its bytes; words: of every field by its address; trouble: why it
    cannot be filled field by field, "" if it can."""

    text: str
    version: str
    parts: tuple[Part, ...] = ()
    words: Mapping[str, str] = {}
    trouble: str = ""


@record
class Edit:
    """A field (its address), what it said when the clerk began to type, and what it is to say; None takes an item out
    of its list, a figure out of its data or a tick back. to: the item's new position instead; checked: the clerk has
    held what a report was read as against the report, nothing else changes."""

    address: str
    was: str | None
    words: str | None
    to: int | None = None
    checked: bool = False


@record
class Clash:
    """A field that somebody else changed meanwhile: both versions, None for what is not there."""

    address: str
    mine: str | None
    theirs: str | None


@record
class Changed:
    """What came of edits. version: of the file now; clashes: nothing was written because of these; merged: somebody
    else had changed other fields; before: the file's bytes as they were, for taking the edits back."""

    version: str
    clashes: tuple[Clash, ...] = ()
    merged: bool = False
    before: bytes = b""


def opened(form: Path, template: str | None = None) -> Opened:
    """A form for filling. Raises UnreadableInput, UsageError, BrokenTemplate."""
    raw = content(form)
    schema = load(template, form)[1].schema
    index = index_of(schema)
    text = _text(raw, form)
    try:
        text, root = legible(text, index)
    except UsageError as stop:
        return Opened(text, version_of(raw), trouble=f"{stop.message}。{stop.hint}")
    found = typed(root, shape_of(index))
    words = {joined(path): held.words for path, held in found.items()}
    return Opened(text, version_of(raw), parts(schema, found), words)


def asked_figure(form: Path, address: str, template: str | None = None) -> Question | None:
    """A figure of a form with its entries and all that can be said of them; None where there is no such figure.

    Raises UnreadableInput, UsageError, BrokenTemplate.
    """
    schema = load(template, form)[1].schema
    index = index_of(schema)
    root = legible(_text(content(form), form), index)[1]
    path = address_of(address)
    return figure(schema, typed(root, shape_of(index)), path) if leads(shape_of(index), (*path, "value")) else None


def looked_up(form: Path, words: str, template: str | None = None) -> list[tuple[Indicator, str]]:
    """Figures that any form of the genre may give and that these words are about, the likeliest first, each with the
    label of its theme. Raises UsageError, BrokenTemplate."""
    schema = load(template, form)[1].schema
    themes = {theme.id: theme.label for theme in schema.themes}
    return [(one, themes.get(one.theme, "")) for one in search(schema, words)]


def version_of(raw: bytes) -> str:
    """What tells one state of a file from another."""
    return sha256(raw).hexdigest()


def changed(form: Path, edits: Sequence[Edit], version: str, template: str | None = None) -> Changed:
    """Write edits into a form, all of them or, where one clashes with what somebody else wrote, none.

    version: of the file that the clerk sees. Raises UnreadableInput, UsageError, CannotWrite, BrokenTemplate.
    """
    index = index_of(load(template, form)[1].schema)
    with _WRITING:
        raw = content(form)
        text = _text(raw, form)
        same = version_of(raw) == version
        if not same:
            text, root = legible(text, index)
            now = {joined(path): held.words for path, held in typed(root, shape_of(index)).items()}
            if any(_of_items(edit) for edit in edits):
                raise UsageError("文件刚在别处改过，这一条没有移动或去掉", "页面更新以后再做一次")
            clashes = tuple(_clashes(edits, now))
            if clashes:
                return Changed(version_of(raw), clashes)
        for edit in edits:
            text = _edited(text, index, edit)
        after = _bytes(text, raw)
        if after != raw:
            replace(form, after)
    return Changed(version_of(after), (), not same, raw)


def rewritten(form: Path, words: str, version: str) -> Changed | None:
    """Write the text of a form as a whole, if the file still is as `version` says, readable or not; None if it is not.

    Raises UnreadableInput, CannotWrite.
    """
    text = words.replace("\r\n", "\n").replace("\r", "\n")
    with _WRITING:
        raw = content(form)
        if version_of(raw) != version:
            return None
        # A browser takes the last line end for one that it put in itself.
        after = _bytes(text if not text or text.endswith("\n") else text + "\n", raw)
        if after != raw:
            replace(form, after)
    return Changed(version_of(after), (), False, raw if after != raw else b"")


def restored(form: Path, before: bytes, version: str) -> str | None:
    """Put back the bytes of an earlier state, if the file still is as `version` says; its version then, else None."""
    with _WRITING:
        if version_of(content(form)) != version:
            return None
        replace(form, before)
    return version_of(before)


def address_of(joined_steps: str) -> Address:
    """The address that a word of the page means."""
    return tuple(int(step) if step.isascii() and step.isdigit() else step for step in joined_steps.split("/"))


def _of_items(edit: Edit) -> bool:
    """Whether an edit is of the list, not of what a field says: an item's position means something in one version."""
    head, _, last = edit.address.rpartition("/")
    return edit.to is not None or (edit.words is None and (last.isdigit() or head.endswith("/data")))


def _edited(text: str, index: Index, edit: Edit) -> str:
    path = address_of(edit.address)
    if edit.checked:
        return _settled(text, index, path)
    if edit.to is not None:
        return moved(text, index, path, edit.to)
    if edit.words is None:
        if not _of_items(edit):
            return edited(text, index, path, None)
        return without(text, index, path) if isinstance(path[-1], int) else dropped(text, index, path)
    if len(edit.words) > _MOST:
        raise UsageError(f"一栏最多 {_MOST} 字，这里有 {len(edit.words)} 字", "分成几处写")
    entry = figure_of(path)
    if len(entry) < len(path) and isinstance(entry[-1], int):
        # An entry beside a figure that stands alone so far.
        text = listed(text, index, entry[:-1])
    result = edited(text, index, path, edit.words)
    if MARK not in text or result == text:
        return result
    root = legible(text, index)[1]
    guessed = doubts(text, {at: held for at, held in typed(root, shape_of(index)).items() if at == path})
    # What the clerk types in its place is no guess any more.
    return _settled(result, index, path) if guessed else result


def _settled(text: str, index: Index, path: Address) -> str:
    text, root = legible(text, index)
    return settled(text, typed(root, shape_of(index)), path)


def _clashes(edits: Sequence[Edit], now: Mapping[str, str]) -> Iterator[Clash]:
    for edit in edits:
        theirs = now.get(edit.address)
        said = None if edit.words is None else cleaned(edit.words)
        was = None if edit.was is None else cleaned(edit.was)
        if (theirs or "") not in (was or "", said or ""):
            yield Clash(edit.address, edit.words, theirs)


def _text(raw: bytes, form: Path) -> str:
    found = decoded(raw)
    if found is None:
        raise UnreadableInput(f"“{form.name}”不是文本文件", "表单是 gen form 写出的 .yml 文件")
    return unified_lines(found[0]).replace("\r\n", "\n")


def _bytes(text: str, raw: bytes) -> bytes:
    """The text in the encoding and with the line ends that the file had."""
    found = decoded(raw)
    encoding = found[1] if found else "utf-8"
    whole = text.replace("\n", "\r\n") if b"\r\n" in raw else text
    if encoding == "utf-8" and raw.startswith(b"\xef\xbb\xbf"):
        encoding = "utf-8-sig"
    return whole.encode(encoding)
