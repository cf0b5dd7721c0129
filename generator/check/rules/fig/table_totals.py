"""表里的合计与各行、各列不符。

为什么：附表里改了一行，忘了改合计，读的人一加就知道；表里的数还常常被抄到正文里去。
依据：算术；“小计”是它上面各行之和，“合计”是各行（或各个小计）之和；率、占比、平均的列不加。
反例：
    | 类别 | 场次 | 人次 |
    |---|---|---|
    | 进机关 | 6 | 320 |
    | 进学校 | 9 | 2100 |
    | 合计 | 16 | 2420 |
反例：
    | 项目 | 一季度 | 二季度 | 合计 |
    |---|---|---|---|
    | 讲座 | 3 | 4 | 7 |
    | 咨询 | 5 | 6 | 11 |
    | 培训 | 2 | 4 | 7 |
正例：
    | 类别 | 场次 | 人次 | 满意率 |
    |---|---|---|---|
    | 进机关 | 6 | 320 | 98% |
    | 进学校 | 9 | 2100 | 97% |
    | 合计 | 15 | 2420 | 97% |
"""

from collections.abc import Iterator, Sequence
from decimal import Decimal

from generator.annotate.headings_grammar import folded
from generator.annotate.model import Line, Spot
from generator.check.rule import Finding, Rule
from generator.check.stated import kind, plain, sentences, where, words
from generator.check.subject import Subject
from generator.diagnostics import Severity
from generator.records import record
from generator.regex import regex

_ALL = regex(r"^(?:总?\s*合\s*计|总\s*计|共\s*计|总\s*数)(?:$|[(:])")
_SOME = regex(r"^小\s*计(?:$|[(:])")
_NUMBER = regex(
    r"^(-?(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?)\s*"
    r"(?:[件起次场个人份项条名户家处宗例]|人次|场次|万元|元)?$"
)
_EMPTY = frozenset(("", "-", "—", "——", "/", "无", "0"))
_NO_SUM = regex("率|比|均|%|排名|序号|年度|得分|名次|增幅|降幅|备注")
_UNIT = regex(r"^.*(?=[件起场次人份个户条项]数?$)|数$|\(|\)")
_ITEMS = regex(r"^(?:其中|序号)")


@record
class Cell:
    """A cell with its place in the line that its table is; amount: None where it is no number."""

    text: str
    at: int
    amount: Decimal | None


Row = Sequence[Cell]


def check(of: Subject) -> Iterator[Finding]:
    """Each cell of a total that the cells it sums do not make."""
    for line in of.annotation.lines:
        if line.kind != "table" or ("计" not in line.text and "总" not in line.text):
            continue
        rows = list(_rows(line))
        even = len(rows) > 2 and len({len(row) for row in rows}) == 1
        if even and not any(_ITEMS.match(row[0].text) for row in rows[1:]):
            yield from _down(line, rows)
            yield from _across(line, rows)
            yield from _before(of, line, rows)


def _rows(line: Line) -> Iterator[Row]:
    at = 0
    for said in folded(line.text).split("\n"):
        cells = []
        for text in said.split("\t"):
            bare = text.strip()
            found = _NUMBER.match(bare)
            amount = Decimal(found[1].replace(",", "")) if found else Decimal(0) if bare in _EMPTY else None
            cells.append(Cell(bare, at, amount))
            at += len(text) + 1
        yield cells


def _down(line: Line, rows: Sequence[Row]) -> Iterator[Finding]:
    for column in range(1, len(rows[0])):
        head = rows[0][column].text
        if rows[0][column].amount is not None or _NO_SUM.search(head):
            continue
        yield from _column(line, [(_name(row), row[column]) for row in rows[1:]], head)


def _name(row: Row) -> str:
    """What a row is of: its first cell, the second where the first is a number or empty."""
    first = row[0]
    return row[1].text if len(row) > 1 and (not first.text or first.amount is not None) else first.text


def _column(line: Line, cells: Sequence[tuple[str, Cell]], head: str) -> Iterator[Finding]:
    if cells and _ALL.match(cells[0][0]) and not any(_ALL.match(name) or _SOME.match(name) for name, _ in cells[1:]):
        # The total stands above its parts.
        cells = [*cells[1:], cells[0]]
    every: list[Cell] = []
    part: list[Cell] = []
    subtotals: list[Cell] = []
    for name, cell in cells:
        if _SOME.match(name):
            yield from _told(line, cell, [part], head)
            subtotals.append(cell)
            part = []
        elif _ALL.match(name):
            ways = [every, subtotals, [*subtotals, *part]] if subtotals else [every]
            yield from _told(line, cell, ways, head)
            return
        else:
            every.append(cell)
            part.append(cell)


def _told(line: Line, total: Cell, ways: Sequence[Sequence[Cell]], head: str) -> Iterator[Finding]:
    sums = []
    for parts in ways:
        amounts = [one.amount for one in parts]
        if total.amount is None or not total.text or any(one is None for one in amounts):
            return
        if len(amounts) < 2:
            continue
        sums.append(sum((one for one in amounts if one is not None), Decimal(0)))
    if not sums or total.amount in sums or not any(sums):
        return
    said = f"表中“{head}”一列各行之和是{plain(sums[0])}，合计写的是“{total.text}”"
    spot = Spot(line.number, total.at, total.at + len(total.text))
    yield Finding(spot, said, f"核对各行和合计；各行无误的，合计写 {plain(sums[0])}")


def _before(of: Subject, line: Line, rows: Sequence[Row]) -> Iterator[Finding]:
    """The only count of a kind in the paragraph above, where the table's total is another."""
    last = next((row for row in rows[1:] if _ALL.match(_name(row))), None)
    above = max((other.number for other in of.annotation.lines if other.number < line.number and other.text), default=0)
    told = [one for row in sentences(of) if row and where(of, row[0]).line == above for one in row]
    for column, head in enumerate(rows[0]):
        cell = last[column] if last is not None else None
        unit = kind(_UNIT.sub("", head.text)) if column else ""
        alike = [one for one in told if one.kind == unit and one.exact]
        if cell is None or cell.amount is None or len(alike) != 1 or not unit or not cell.text:
            continue
        numbers = {row[column].amount for row in rows[1:]}
        if alike[0].amount not in numbers:
            said = f"上文写“{words(alike[0])}”，表中“{head.text}”的合计是“{cell.text}”"
            spot = Spot(line.number, cell.at, cell.at + len(cell.text))
            yield Finding(spot, said, "核对正文和表", severity=Severity.INFO)


def _across(line: Line, rows: Sequence[Row]) -> Iterator[Finding]:
    """A row whose cells do not make its 合计, where those of most other rows do."""
    at = next((n for n, cell in enumerate(rows[0]) if n and _ALL.match(cell.text)), 0)
    if not at or any(_NO_SUM.search(cell.text) for cell in rows[0][1:]):
        return
    sums = []
    for row in rows[1:]:
        amounts = [cell.amount for n, cell in enumerate(row) if n and n != at]
        if row[at].amount is None or len(amounts) < 2 or any(one is None for one in amounts):
            return
        sums.append((row, sum((one for one in amounts if one is not None), Decimal(0))))
    wrong = [(row, total) for row, total in sums if row[at].amount != total]
    if len(wrong) * 3 > len(sums):
        return
    for row, total in wrong:
        cell = row[at]
        said = f"表中“{_name(row)}”一行各项之和是{plain(total)}，合计写的是“{cell.text}”"
        spot = Spot(line.number, cell.at, cell.at + len(cell.text))
        yield Finding(spot, said, f"核对各项和合计；各项无误的，合计写 {plain(total)}")


RULE = Rule("FIG037", "表里的合计不符", Severity.WARNING, check, __doc__, ("tree",))
