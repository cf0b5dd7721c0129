"""Findings for other programs: JSON and the messages of GitHub's workflow runs."""

from functools import lru_cache

from generator.diagnostics import Diagnostic, Severity

_LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "notice"}


def as_plain(found: Diagnostic, file: str, source: str) -> dict[str, object]:
    """What JSON can hold; line, column and quote are None for what concerns the whole file.

    line: the line (txt, md, html source, yml) or paragraph (DOCX, PDF), column: its character, both from 1; source:
    the text that places point into.
    """
    place = found.place
    return {
        "file": place.file if place and place.file else file,
        "code": found.code,
        "severity": str(found.severity),
        "line": place.line if place else None,
        "column": place.column if place else None,
        "quote": quote(found, source) if place else None,
        "message": found.message,
        "hint": found.hint,
    }


def quote(found: Diagnostic, source: str) -> str:
    """The words that a finding points at, on one line."""
    place = found.place
    if place is None:
        return ""
    rows = _rows(source)
    row = rows[place.line - 1] if 0 < place.line <= len(rows) else ""
    return row[place.column - 1 :][: max(place.end - place.start, 0)]


@lru_cache(maxsize=2)
def _rows(source: str) -> tuple[str, ...]:
    """The lines of a text; those of one report are asked for once a finding."""
    return tuple(source.split("\n"))


def github(found: Diagnostic, file: str) -> str:
    """A workflow command that marks the line in a pull request."""
    place = found.place
    where = f"file={_property(place.file if place and place.file else file)}"
    if place:
        where += f",line={place.line},col={place.column}"
    words = found.message + (f"：{found.hint}" if found.hint else "")
    return f"::{_LEVELS[found.severity]} {where},title={found.code}::{_data(words)}"


def _data(words: str) -> str:
    return words.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(words: str) -> str:
    return _data(words).replace(":", "%3A").replace(",", "%2C")
