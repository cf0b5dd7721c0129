"""Where each number and each sentence of a draft came from, as a table."""

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Literal

from generator.document.nodes import Document, Inline, Source, Text
from generator.document.walk import stretches, texts
from generator.records import record

_NUMBER = r"[0-9]+(?:[.,][0-9]+)*"
_SENTENCE = r"[^。！？]+[。！？”’）]*|[。！？]+"
_KINDS = {"value": "填报", "tick": "勾选", "formula": "计算", "fixed": "固定", "gap": "待补充"}
_HEADER = ("类别", "文字", "所在句", "来源", "字段", "位置", "算式", "提供")


@record
class Row:
    """A number (数) or a sentence (句) of the draft.

    sentence: the one it stands in; sources: of its words, in their order and each once; fixed: whether some of
    them are the template's own.
    """

    kind: Literal["数", "句"]
    words: str
    sentence: str
    sources: tuple[Source, ...]
    fixed: bool


def trace(document: Document) -> tuple[Row, ...]:
    """The rows of a document in reading order, each sentence followed by its numbers."""
    return tuple(row for inlines in stretches(document.blocks) for row in _rows(inlines))


def to_csv(rows: Iterable[Row]) -> bytes:
    """The table as CSV that Excel opens: UTF-8 with a mark, no cell that it would take for a formula."""
    import csv
    import io

    file = io.StringIO(newline="")
    writer = csv.writer(file, lineterminator="\r\n")
    writer.writerow(_HEADER)
    for row in rows:
        writer.writerow([_inert(cell) for cell in _cells(row)])
    return file.getvalue().encode("utf-8-sig")


def to_json(rows: Iterable[Row]) -> bytes:
    """The table as a JSON list of objects, sources and the operands of formulas nested."""
    import json

    listed = [
        {
            "kind": "number" if row.kind == "数" else "sentence",
            "words": row.words,
            "sentence": row.sentence,
            "fixed": row.fixed,
            "sources": [_object(source) for source in row.sources],
        }
        for row in rows
    ]
    return (json.dumps(listed, ensure_ascii=False, indent=1) + "\n").encode()


def _rows(inlines: Sequence[Inline]) -> Iterator[Row]:
    runs = list(texts(inlines))
    words = "".join(text.words for text in runs)
    for found in re.finditer(_SENTENCE, words):
        sentence = found[0].strip()
        if not sentence:
            continue
        yield Row("句", sentence, sentence, *_origin(runs, found.start(), found.end()))
        for number in re.finditer(_NUMBER, found[0]):
            start, end = found.start() + number.start(), found.start() + number.end()
            yield Row("数", number[0], sentence, *_origin(runs, start, end))


def _origin(runs: Sequence[Text], start: int, end: int) -> tuple[tuple[Source, ...], bool]:
    """Sources of the words from `start` to `end`, each once, and whether others (not marks alone) have none."""
    found: dict[Source, None] = {}
    fixed = False
    begin = 0
    for text in runs:
        part = text.words[max(0, start - begin) : max(0, end - begin)]
        begin += len(text.words)
        if part and text.source is not None:
            found[text.source] = None
        elif any(sign.isalnum() for sign in part):
            fixed = True
    return tuple(found), fixed


def _cells(row: Row) -> tuple[str, ...]:
    sources = row.sources
    kinds = dict.fromkeys(_KINDS[source.kind] for source in sources)
    if row.fixed:
        kinds[_KINDS["fixed"]] = None
    return (
        row.kind,
        row.words,
        row.sentence,
        "、".join(kinds),
        "；".join(source.path for source in sources if source.path),
        "；".join(dict.fromkeys(_place(source) for source in sources if source.place)),
        "；".join(_formula(source) for source in sources if source.kind == "formula"),
        "；".join(dict.fromkeys(source.formula for source in sources if source.kind == "value" and source.formula)),
    )


def _place(source: Source) -> str:
    return str(source.place) if source.place else ""


def _formula(source: Source) -> str:
    operands = "、".join(f"{part.path}（{_place(part)}）" if part.place else part.path for part in source.operands)
    return f"{source.formula}：{operands}" if operands else source.formula


def _object(source: Source) -> dict[str, object]:
    place = source.place
    full: dict[str, object] = {
        "kind": source.kind,
        "path": source.path,
        "file": place.file if place else "",
        "line": place.line if place else 0,
        "column": place.column if place else 0,
        "supplier" if source.kind == "value" else "formula": source.formula,
        "operands": [_object(operand) for operand in source.operands],
    }
    return {key: value for key, value in full.items() if value}


def _inert(cell: str) -> str:
    return f"'{cell}" if cell[:1] in ("=", "+", "-", "@", "\t") else cell
