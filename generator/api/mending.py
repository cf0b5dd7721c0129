"""`gen check --fix`: what is safe is mended in the file itself."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from difflib import SequenceMatcher
from pathlib import Path

from generator.api import checking
from generator.api.checking import FORMS, Checked, Judge
from generator.api.inputs import content
from generator.check import engine, mending
from generator.check.registry import load
from generator.check.subject import Subject
from generator.diagnostics import Diagnostic, stops
from generator.encoding import decoded
from generator.errors import UsageError
from generator.outputs.whole import replace as overwrite
from generator.records import record

_TEXTS = (".txt", ".text", ".md", ".markdown")
_DOCX = (".docx", ".docm", ".dotx")
_ROUNDS = 6
"""A fix may make room for another (，， then ，。); more rounds than that change nothing any more."""


@record
class Mended:
    """A file and what it becomes. changes: pairs of the line or paragraph before and after, by number."""

    file: Path
    data: bytes
    changes: tuple[tuple[int, str, str], ...]


def mend(file: Path, by: Judge) -> Mended:
    """What `file` becomes; nothing is written. Mending twice is mending once.

    Raises UsageError for a format that cannot be mended in place, UnreadableInput, BrokenTemplate.
    """
    suffix = file.suffix.lower()
    if suffix not in (*FORMS, *_TEXTS, *_DOCX):
        raise UsageError(f"“{file}”不能就地修改", "能改的是 DOCX、Markdown、纯文本和 yml 表单；别的先另存为 DOCX")
    before = data = content(file)
    first = last = checking.check_bytes(file, data, by)
    for _ in range(_ROUNDS):
        made = _round(file, data, last, by)
        if made == data:
            break
        again = checking.check_bytes(file, made, by)
        if stops(again.diagnostics) and again.form and again.subject is None:
            break
        data, last = made, again
    return Mended(file, data, tuple(_changes(first.source, last.source)) if data != before else ())


def write_back(mended: Mended) -> Path | None:
    """Write the file, the original kept beside it. Returns where that is. Raises CannotWrite."""
    return overwrite(mended.file, mended.data, keep=True)


def _round(file: Path, data: bytes, checked: Checked, by: Judge) -> bytes:
    of = checked.subject
    if of is None:
        return data
    if checked.form:
        return _encoded(data, lambda text: mending.spliced(text, mending.fixes_of(checked.diagnostics)))
    found = checked.diagnostics
    if of.copied and any(rule.code == "PUN001" for rule in by.chosen):
        found = (*found, *_widths(of))
    wanted = mending.replacements(of, mending.fixes_of(found))
    if not wanted:
        return data
    if file.suffix.lower() in _DOCX:
        from generator.writers.docx.mending import mend as mend_docx

        return mend_docx(data, wanted)
    return _encoded(data, lambda text: mending.in_lines(text, of, wanted))


def _widths(of: Subject) -> tuple[Diagnostic, ...]:
    """What the rule on half-width marks says of a copy, mark by mark."""
    return engine.run(replace(of, copied=False), load(["PUN002"]))


def _encoded(data: bytes, change: Callable[[str], str]) -> bytes:
    """The bytes of a text after a change, in the encoding and with the mark that they had."""
    read = decoded(data)
    if read is None:
        return data
    text, encoding = read
    mark = data[: len(data) - len(text.encode(encoding))] if data.startswith((b"\xef\xbb\xbf",)) else b""
    if mark + text.encode(encoding) != data:
        # UTF-16 and the like: `encode` puts its own mark down.
        return data
    return mark + change(text).encode(encoding)


def _changes(before: str, after: str) -> Iterator[tuple[int, str, str]]:
    old, new = before.split("\n"), after.split("\n")
    for kind, first, last, begin, end in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if kind != "equal":
            for at in range(max(last - first, end - begin)):
                yield (
                    first + at + 1,
                    old[first + at] if first + at < last else "",
                    new[begin + at] if begin + at < end else "",
                )
