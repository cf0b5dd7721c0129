"""Clause marks of a template that do not pair: what stands between them would be lost without a word."""

import re
from collections.abc import Iterator

_SAID = re.compile(r"\{\{.*?\}\}|\{%.*?%\}|\{#.*?#\}", re.S)
_MARK = re.compile(r"\[\[|\]\]|\(\(|\)\)")
_OPENS = {"]]": "[[", "))": "(("}


def unpaired(text: str) -> Iterator[tuple[int, str]]:
    """Line and mark of each `[[`, `]]`, `((`, `))` without its other half in the same paragraph of `text`."""
    shown = _SAID.sub(lambda said: re.sub(r"[^\n]", " ", said[0]), text)
    opened: list[tuple[int, str]] = []
    lines, original = shown.split("\n"), text.split("\n")
    for number, (line, typed) in enumerate(zip(lines, original, strict=True), 1):
        if not typed.strip():
            yield from opened
            opened = []
        for found in _MARK.finditer(line):
            mark = found[0]
            if mark in _OPENS.values():
                opened.append((number, mark))
            elif opened and opened[-1][1] == _OPENS[mark]:
                opened.pop()
            else:
                yield number, mark
    yield from opened
