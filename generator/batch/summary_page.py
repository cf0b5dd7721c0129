"""The summary of a batch as one self-contained page; everything that somebody entered is escaped."""

from collections.abc import Iterable, Iterator, Sequence
from html import escape

from generator.batch.summary import MANY, WORST, Row, Summary, share, themes
from generator.schema.model import Schema
from generator.spreadsheet import SCALE

_STYLE = """
body{font:16px/1.6 "Noto Sans CJK SC","Microsoft YaHei",sans-serif;margin:1.5rem;color:#1a1a1a;background:#fff}
h1{font-size:1.5rem;margin:0 0 .5rem}h2{font-size:1.15rem;margin:2rem 0 .5rem}
table{border-collapse:collapse;font-size:.92rem}th,td{border:1px solid #c8c8c8;padding:.3rem .55rem;text-align:left;
vertical-align:top}thead th{background:#f0f0f0;position:sticky;top:0}td.n{text-align:right;white-space:nowrap}
table.status td:first-child,table.status td:nth-child(2){white-space:nowrap}
tr.bad td:first-child{border-left:.4rem solid #b3261e}tr.gap td:first-child{border-left:.4rem solid #b26a00}
tr.fine td:first-child{border-left:.4rem solid #2e7d32}.heat td{text-align:center;min-width:4.2rem}
.heat td:first-child{text-align:left}.wide{overflow-x:auto}p.note{color:#555}
@media print{thead th{position:static}body{margin:0}}
"""


def page(summary: Summary, schema: Schema, title: str) -> str:
    """汇总.html: who is to be phoned first, how complete each unit's figures are, what is out of the way or alike."""
    total = len(summary.rows)
    shown = summary.rows if total <= MANY else summary.rows[:WORST]
    body = [
        f"<h1>{escape(title)}</h1>",
        f"<p>{escape(counted(summary.rows))}</p>",
        f'<p class="note">{"" if len(shown) == total else f"这里只列最该联系的 {len(shown)} 个。"}</p>',
        "<h2>先联系谁</h2>",
        *_status(shown),
        "<h2>各主题填了多少</h2>",
        *_heat(shown, schema),
        "<h2>离群的数</h2>",
        *_outliers(summary, schema, total),
        "<h2>雷同的报告</h2>",
        *_alike(summary),
    ]
    head = f'<meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>{escape(title)}</title>'
    return f'<!DOCTYPE html>\n<html lang="zh-CN"><head>{head}<style>{_STYLE}</style></head>\n<body>\n' + "\n".join(
        [*body, "</body></html>\n"]
    )


def counted(rows: Sequence[Row]) -> str:
    """How many units are in which state, in one sentence."""
    states: dict[str, int] = {}
    for row in rows:
        states[row.status] = states.get(row.status, 0) + 1
    gaps = sum(bool(row.gaps) for row in rows)
    said = [f"{number} 份{status}" for status, number in states.items()]
    return f"共 {len(rows)} 个单位：{'，'.join(said)}；{gaps} 份还有待补充之处。"


def _status(rows: Sequence[Row]) -> Iterator[str]:
    header = ("单位", "状态", "错误", "提醒", "待补充", "还缺什么", "说明")
    yield from _table(header, (_status_row(row) for row in rows), "status")


def _status_row(row: Row) -> str:
    kind = "bad" if row.rank <= 0 or row.errors else "gap" if row.gaps or row.warnings or row.noted else "fine"
    lacking = "、".join(row.gaps[:12]) + (f"等 {len(row.gaps)} 项" if len(row.gaps) > 12 else "")
    numbers = "".join(f'<td class="n">{number}</td>' for number in (row.errors, row.warnings, len(row.gaps)))
    words = "".join(f"<td>{escape(text)}</td>" for text in (lacking, row.said))
    return f'<tr class="{kind}"><td>{escape(row.unit)}</td><td>{escape(row.status)}</td>{numbers}{words}</tr>'


def _heat(rows: Sequence[Row], schema: Schema) -> Iterator[str]:
    columns = themes(rows, schema)
    labels = {theme.id: theme.label for theme in schema.themes}
    yield '<p class="note">格里是“填了几项／通常有几项”，越红缺得越多。</p>'
    yield from _table(("单位", *(labels[theme] for theme in columns)), _heat_rows(rows, columns), "heat")


def _heat_rows(rows: Sequence[Row], columns: Sequence[str]) -> Iterator[str]:
    for row in rows:
        cells = [f"<td>{escape(row.unit)}</td>"]
        for theme in columns:
            part = share(row.facts.filled, theme) if row.facts else None
            if part is None or row.facts is None:
                cells.append("<td></td>")
            else:
                given, usual = row.facts.filled[theme]
                cells.append(f'<td style="background:#{colour(part)}">{given}/{usual}</td>')
        yield f"<tr>{''.join(cells)}</tr>"


def _outliers(summary: Summary, schema: Schema, total: int) -> Iterator[str]:
    if total > MANY:
        yield '<p class="note">单位太多，没有逐项比较；数据在 CSV 里。</p>'
    elif not summary.outliers:
        yield '<p class="note">没有。</p>'
    else:
        rows = (
            _cells(summary.rows[o.unit].unit, schema.indicators[o.indicator].label, o.why) for o in summary.outliers
        )
        yield from _table(("单位", "指标", "与别的单位或上年相比"), rows)


def _alike(summary: Summary) -> Iterator[str]:
    if not summary.pairs:
        yield '<p class="note">没有发现。</p>'
        return
    units = [row.unit for row in summary.rows]
    rows = (_cells(units[p.first], units[p.second], f"{p.share:.0%}", p.passage) for p in summary.pairs)
    yield from _table(("单位", "单位", "相同的比例", "最长的相同段落"), rows)


def _cells(*words: str) -> str:
    return "<tr>" + "".join(f"<td>{escape(text)}</td>" for text in words) + "</tr>"


def _table(header: Iterable[str], rows: Iterable[str], kind: str = "") -> Iterator[str]:
    yield f'<div class="wide"><table class="{kind}"><thead><tr>'
    yield "".join(f'<th scope="col">{escape(name)}</th>' for name in header)
    yield "</tr></thead><tbody>"
    yield from rows
    yield "</tbody></table></div>"


def colour(part: float) -> str:
    """Of a share from 0 (red) over a half (yellow) to 1 (green), as RRGGBB."""
    low, middle, high = (bytes.fromhex(colour) for colour in SCALE)
    first, second, way = (low, middle, part * 2) if part < 0.5 else (middle, high, part * 2 - 1)
    return bytes(round(a + (b - a) * way) for a, b in zip(first, second, strict=True)).hex().upper()
