"""The summary of a batch as tables for a workbook, and its figures as CSV."""

from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal

from generator.batch.summary import Row, Summary, indicators, share, themes
from generator.schema.model import Schema
from generator.spreadsheet import Cell, Sheet

_STATUS = ("单位", "层级", "状态", "错误", "提醒", "待补充", "还缺什么", "字数", "说明", "表单")
_FIGURES = ("单位", "层级", "主题", "指标", "单位（量）", "本年", "上年", "表单")


def tables(summary: Summary, schema: Schema, with_figures: bool = True) -> list[Sheet]:
    """The sheets of 汇总.xlsx, the first with whoever is to be phoned first on top."""
    sheets = [Sheet("状态", _STATUS, [_status(row) for row in summary.rows])]
    if with_figures:
        sheets += [_filled(summary.rows, schema), _beside(summary.rows, schema), _outliers(summary, schema)]
    return [*sheets, _alike(summary)]


def figure_rows(rows: Iterable[Row], schema: Schema) -> Iterator[tuple[Cell, ...]]:
    """One row per unit and figure, under `FIGURE_HEADER`."""
    themes_of = {theme.id: theme.label for theme in schema.themes}
    for row in rows:
        for identifier, number in (row.facts.figures if row.facts else {}).items():
            indicator = schema.indicators[identifier]
            theme = themes_of.get(indicator.theme, indicator.theme)
            shown = number.shown if number.amount is None else _plain(number.amount)
            yield row.unit, row.level, theme, indicator.label, indicator.unit, shown, _plain(number.last), row.form


FIGURE_HEADER = _FIGURES


def _status(row: Row) -> tuple[Cell, ...]:
    return (
        row.unit, row.level, row.status, row.errors, row.warnings, len(row.gaps), "、".join(row.gaps),
        row.characters or None, row.said, row.form,
    )  # fmt: skip


def _filled(rows: Sequence[Row], schema: Schema) -> Sheet:
    """How many percent of each theme's usual figures each unit gives, coloured."""
    columns = themes(rows, schema)
    labels = {theme.id: theme.label for theme in schema.themes}
    body: list[list[Cell]] = []
    for row in rows:
        shares = [share(row.facts.filled, theme) if row.facts else None for theme in columns]
        body.append([row.unit, *(None if part is None else round(part * 100) for part in shares)])
    header = ["单位", *(f"{labels[theme]}（%）" for theme in columns)]
    return Sheet("完整程度", header, body, scaled=True)


def _beside(rows: Sequence[Row], schema: Schema) -> Sheet:
    """An indicator a row, a unit a column with last year's beside it."""
    listed = [row for row in rows if row.facts]
    header = ["指标", "单位（量）"]
    for row in listed:
        header += [row.unit, "上年"]
    body: list[list[Cell]] = []
    for identifier in indicators(listed, schema):
        indicator = schema.indicators[identifier]
        line: list[Cell] = [indicator.label, indicator.unit]
        for row in listed:
            number = row.facts.figures.get(identifier) if row.facts else None
            line += [_number(number.amount, number.shown) if number else None, _number(number.last) if number else None]
        body.append(line)
    return Sheet("数据对照", header, body, [18, 8, *([12, 8] * len(listed))], frozen=2)


def _outliers(summary: Summary, schema: Schema) -> Sheet:
    rows = [(summary.rows[o.unit].unit, schema.indicators[o.indicator].label, o.why) for o in summary.outliers]
    return Sheet("离群的数", ("单位", "指标", "与别的单位或上年相比"), rows)


def _alike(summary: Summary) -> Sheet:
    units = [row.unit for row in summary.rows]
    rows = [(units[p.first], units[p.second], f"{p.share:.0%}", p.passage) for p in summary.pairs]
    return Sheet("雷同", ("单位", "单位 ", "相同的比例", "最长的相同段落"), rows)


def _number(amount: Decimal | None, shown: str = "") -> Cell:
    if amount is None:
        return shown or None
    return int(amount) if amount == amount.to_integral_value() else float(amount)


def _plain(amount: Decimal | None) -> str:
    return "" if amount is None else f"{amount:f}"
