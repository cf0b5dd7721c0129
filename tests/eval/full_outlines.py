"""The outlines of the five full reports as a table gives them, against those that are found."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from generator.annotate.lexicon import Lexicon
from generator.annotate.lines import lines
from generator.annotate.model import Outline, Section
from generator.annotate.outline import outline
from generator.readers import read

_TABLE = "outlines-of-full-reports.md"
_ROLES = {"next_year": "plans"}
_THEMES = {
    "LEAD": "leadership",
    "FIRST": "leadership",
    "FUNC": "functions",
    "RULE": "rulemaking",
    "DEC": "decision",
    "ENF": "enforcement",
    "EMER": "emergency",
    "DISP": "disputes",
    "LAWSVC": "publicity",
    "SUP": "supervision",
    "PUB": "publicity",
    "DIG": "digital",
}
FOLDED = {"legal_services": "publicity", "first_responsible": "leadership"}
"""Themes that the corpus does not tell apart."""


@dataclass(frozen=True)
class Row:
    """level; lines: first and last that its headings may stand on; number of headings; roles; themes."""

    report: int
    level: int
    first: int
    last: int
    number: int
    roles: tuple[str, ...]
    themes: tuple[str, ...]
    text: str


def rows(corpus: Path) -> Iterator[Row]:
    """The rows of headings in the tables of all reports."""
    report = -1
    for line in (corpus / _TABLE).read_text("utf-8").splitlines():
        if head := re.match(r"## S(\d)", line):
            report = int(head[1])
        cells = [cell.strip() for cell in line.strip("|").split("|")]
        if report < 0 or len(cells) != 6 or not re.fullmatch(r"[123—]", cells[0]) or not re.search(r"\d", cells[3]):
            continue
        level = 1 if cells[0] == "—" else int(cells[0])
        numbers = [int(n) for n in re.findall(r"\d+", cells[3])]
        several = re.search(r"[–/至]|\)\(|一二", cells[1])
        number = len(re.sub(r"[(].*?[)]", "", cells[2]).split(";")) if several else 1
        roles = tuple(_ROLES.get(role, role) for role in re.findall(r"[a-z_]+", cells[4]))
        themes = tuple(_THEMES[code] for code in re.findall(r"[A-Z]+", cells[5]) if code in _THEMES)
        last = numbers[0] if cells[0] == "—" else numbers[-1]
        yield Row(report, level, numbers[0], last, number, roles, themes, cells[2])


def found(corpus: Path, report: int, words: Lexicon) -> Outline:
    """The outline of one of the five reports, read as the user's file would be."""
    document = read(next(corpus.glob(f"00{report}_*.txt"))).document
    return outline(lines(document), document.meta, words)


def verdict(row: Row, sections: Sequence[Section]) -> str:
    """What is wrong with what was found for a row, "" if nothing."""
    hit = [s for s in sections if s.level == row.level and row.first <= s.spot.line <= row.last]
    if len(hit) != row.number:
        return f"{len(hit)} headings, not {row.number}"
    if row.level == 1 and hit[0].role not in row.roles:
        return f"role {hit[0].role}, not {'+'.join(row.roles)}"
    if "first_responsible" in row.roles and row.level > 1 and all(s.role != "first_responsible" for s in hit):
        return "first_responsible not seen"
    return ""


def print_table(corpus: Path, words: Lexicon) -> None:
    """How many rows are right, and which are not."""
    outlines = {report: found(corpus, report, words) for report in range(5)}
    right = total = headings = themed = themes_right = 0
    wrong = []
    for row in rows(corpus):
        sections = outlines[row.report].sections
        told = verdict(row, sections)
        total += row.number
        right += row.number * (not told)
        headings += 1
        if told:
            wrong.append(f"  00{row.report} line {row.first}: {row.text[:40]}: {told}")
        hit = next((s for s in sections if s.level == row.level and s.spot.line == row.first), None)
        if row.number == 1 and row.themes and "measures" in row.roles and hit is not None and hit.text:
            names = [FOLDED.get(theme, theme) for theme in hit.themes]
            themed += 1
            themes_right += names[:1] == list(row.themes[:1])
            if names[:1] != list(row.themes[:1]):
                wrong.append(
                    f"  00{row.report} line {row.first}: {hit.text}: {'+'.join(row.themes)}, found {'+'.join(names)}"
                )
    print(f"sections of the five full reports: {right}/{total} in {headings} rows with their level and role")
    print(f"first theme of their headings: {themes_right}/{themed}")
    print("\n".join(wrong), "\n")
