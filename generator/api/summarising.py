"""`gen batch`: what came of all units, as 汇总.xlsx and 汇总.html beside the drafts."""

import csv
import tempfile
import zlib
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from functools import lru_cache
from pathlib import Path
from sys import intern
from typing import TextIO

from generator.api.batching import Batched
from generator.api.inputs import load
from generator.api.returns import roll_call
from generator.batch.alike import Pair, pairs
from generator.batch.facts import Facts
from generator.batch.summary import MANY, Row, summary
from generator.batch.summary_page import page
from generator.batch.summary_tables import FIGURE_HEADER, figure_rows, tables
from generator.diagnostics import Severity
from generator.errors import GeneratorError, UsageError
from generator.outputs import FOLDER, SUMMARY, put
from generator.report_lines import plain
from generator.schema.model import Schema
from generator.spreadsheet import inert, to_csv, to_xlsx

_STATUS = {"drafted": "完成", "unchanged": "未改动", "edited": "手工改过", "failed": "没有起草"}


def summarised(
    batched: Iterator[Batched],
    *,
    output: Path | None = None,
    template: str | None = None,
    listed: Sequence[str] = (),
    on_summary: Callable[[Sequence[Path]], None] | None = None,
) -> Iterator[Batched]:
    """The same results, passed on; after the last one the summary of them all is written into the folder.

    listed: names of the units that should be there; on_summary: told the files of the summary. Where openpyxl is not
    installed the tables are CSV. A summary in which somebody wrote is kept, the new one is written beside it. Raises
    CannotWrite.
    """
    folder = output or FOLDER
    schema = load(template)[1].schema
    rows: list[Row] = []
    texts: list[bytes] = []
    with tempfile.TemporaryFile("w+", encoding="utf-8-sig", newline="") as figures:
        for result in batched:
            row = _row(result)
            texts.append(zlib.compress("\n".join(result.words).encode()) if result.words else b"")
            rows.append(row)
            if len(rows) > MANY:
                # Figures of thousands of units are not kept in memory.
                late = slice(None) if len(rows) == MANY + 1 else slice(-1, None)
                rows[late] = [_spooled(kept, figures, schema) for kept in rows[late]]
            yield result
        absent = roll_call(listed, [(row.unit, Path(row.form)) for row in rows]).absent if listed else ()
        rows += [Row("", name, "", "没有交", -1, 0, 0, (), 0, "没有它的表单") for name in absent]
        texts += [b""] * len(absent)
        files = _files(rows, texts, schema, figures)
    written = put(folder, files, "new")
    if on_summary:
        on_summary([file.path for file in written])


def _row(result: Batched) -> Row:
    facts, entry, drafted = result.facts, result.entry, result.drafted
    unit = facts.unit if facts and facts.unit else result.form.stem
    findings = entry.codes if entry else {}
    # Each result came through a pipe with strings of its own; of a country's units that would be half the memory.
    gaps = tuple(map(intern, entry.gaps)) if entry else ()
    errors = sum(findings.get("error", {}).values())
    warnings = findings.get("warning", {})
    said = "、".join(f"{code}×{number}" if number > 1 else code for code, number in sorted(warnings.items()))
    failed = result.state == "failed" or result.error is not None
    if isinstance(result.error, GeneratorError):
        said = result.error.message.split("\n")[0]
    elif result.error is not None:
        said = f"程序出错（{type(result.error).__name__}）"
    elif result.state == "failed" and drafted is not None:
        unreadable = [d for d in drafted.diagnostics if d.severity is Severity.ERROR]
        errors = len(unreadable)
        first = unreadable[0]
        said = f"第 {first.place.line} 行：{first.message}" if first.place else first.message
    return Row(
        str(result.form),
        unit,
        facts.level if facts else "",
        _STATUS[result.state],
        0 if failed else 1,
        errors,
        sum(warnings.values()),
        gaps,
        entry.characters if entry else 0,
        intern(plain(said)),
        facts,
    )


def _spooled(row: Row, figures: TextIO, schema: Schema) -> Row:
    """The row without its figures, which are in the file now."""
    writer = csv.writer(figures, lineterminator="\r\n")
    if not figures.tell():
        writer.writerow(FIGURE_HEADER)
    writer.writerows([inert(str(cell)) for cell in line] for line in figure_rows([row], schema))
    return replace(row, facts=_themes_alone(row.facts) if row.facts else None)


def _themes_alone(facts: Facts) -> Facts:
    return replace(facts, figures={}, filled=_once(tuple(facts.filled.items())))


@lru_cache(maxsize=4_096)
def _once(filled: tuple[tuple[str, tuple[int, int]], ...]) -> dict[str, tuple[int, int]]:
    return dict(filled)


def _files(rows: Sequence[Row], texts: Sequence[bytes], schema: Schema, figures: TextIO) -> dict[str, bytes]:
    many = len(rows) > MANY
    made = summary(rows, schema, _alike(texts))
    sheets = tables(made, schema, with_figures=not many)
    files = {f"{SUMMARY}.html": page(made, schema, f"{schema.genre}批量起草{SUMMARY}").encode()}
    try:
        files[f"{SUMMARY}.xlsx"] = to_xlsx(sheets)
    except UsageError:
        files |= {f"{SUMMARY}-{sheet.name}.csv": to_csv(sheet.header, sheet.rows) for sheet in sheets}
    if many:
        figures.flush()
        figures.buffer.seek(0)
        files[f"{SUMMARY}-数据.csv"] = figures.buffer.read()
    return files


def _alike(texts: Sequence[bytes]) -> tuple[Pair, ...]:
    """Alike reports among those whose words were asked for."""

    def words(position: int) -> list[str]:
        return zlib.decompress(texts[position]).decode().split("\n") if texts[position] else []

    return pairs(map(words, range(len(texts))), words) if any(texts) else ()
