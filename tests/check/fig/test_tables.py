"""Totals of tables are checked in every format that has tables."""

from pathlib import Path

import pytest

from generator import api, writers
from generator.api.checking import check_bytes
from generator.check.page import examples
from generator.check.rules.fig import table_totals
from generator.document.nodes import Document, Table, Text

EXAMPLES = [(one.text, one.bad) for one in examples(table_totals.RULE.page)]
SUBTOTALS = """\
| 类别 | 件数 |
|---|---|
| 婚姻 | 12 |
| 邻里 | 9 |
| 小计 | 21 |
| 土地 | 7 |
| 合计 | {} |"""


def told(name: str, content: bytes) -> list[str]:
    judge = api.judge()
    return [one.message for one in check_bytes(Path(name), content, judge).diagnostics if one.code == "FIG037"]


@pytest.mark.parametrize(("text", "bad"), EXAMPLES)
def test_the_examples_of_the_page_hold(text: str, bad: bool) -> None:
    assert bool(told("报告.md", f"一、主要举措\n\n{text}\n".encode())) == bad


@pytest.mark.parametrize(("total", "count"), [(28, 0), (38, 1)])
def test_a_total_sums_its_rows_or_its_subtotals(total: int, count: int) -> None:
    found = told("报告.md", SUBTOTALS.format(total).encode())
    assert len(found) == count
    assert all("28" in message and str(total) in message for message in found)


@pytest.mark.parametrize("name", ["docx", "html"])
def test_tables_of_other_formats_are_checked(name: str) -> None:
    rows = [["村", "件数"], ["甲村", "12"], ["乙村", "9"], ["合计", "31"]]
    cells = tuple(tuple((Text(words),) for words in row) for row in rows)
    document = Document((Table(cells[:1], cells[1:]),))
    assert told(f"报告.{name}", writers.write(document, name, ())) == ["表中“件数”一列各行之和是21，合计写的是“31”"]
