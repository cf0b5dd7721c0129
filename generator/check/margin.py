"""The page that is sent back: the report's text with the findings in the margin, as one HTML file."""

from collections.abc import Iterable, Sequence
from html import escape
from itertools import groupby

from generator.diagnostics import Diagnostic, Severity

_NAMES = {Severity.ERROR: "应改", Severity.WARNING: "提醒", Severity.INFO: "提示"}
_STYLE = """
:root{color-scheme:light}
*{box-sizing:border-box}
body{margin:0;background:#f3f2ee;color:#222;font:16px/1.8 "FangSong","STFangsong","Noto Serif CJK SC",serif}
header,main{max-width:1180px;margin:0 auto;padding:16px 24px}
h1{font-size:22px;margin:8px 0}
h2{font-size:18px;margin:24px 0 8px;overflow-wrap:anywhere}
.sum{font-family:"Noto Sans CJK SC","Microsoft YaHei",sans-serif;font-size:14px;color:#555}
.row{display:grid;grid-template-columns:48px minmax(0,1fr) 360px;gap:0 16px;background:#fff;padding:0 16px}
.row:hover{background:#fafaf5}
.no{color:#aaa;font:12px/28px monospace;text-align:right;user-select:none}
.text{overflow-wrap:anywhere;white-space:pre-wrap;padding:2px 0}
.notes{font:13px/1.5 "Noto Sans CJK SC","Microsoft YaHei",sans-serif;padding:4px 0}
.whole{background:#fff;padding:12px 16px}
.note{border-left:3px solid #888;padding:2px 8px;margin:0 0 6px;background:#f8f8f8;overflow-wrap:anywhere}
.note b{font-family:monospace;margin-right:4px}
.note small{display:block;color:#555}
.error{border-color:#c22}.warning{border-color:#d80}.info{border-color:#48c}
mark{background:none;border-bottom:2px solid #888;padding-bottom:1px}
mark.error{border-color:#c22;background:#fdeaea}mark.warning{border-color:#d80;background:#fff4e0}
mark.info{border-color:#48c;background:#eef5fc}
@media(max-width:800px){.row{grid-template-columns:32px minmax(0,1fr)}.notes{grid-column:2}}
@media print{body{background:#fff}.row{break-inside:avoid-page}}
"""


def page(reports: Iterable[tuple[str, str, Sequence[Diagnostic]]]) -> str:
    """One HTML file. reports: name of the file, its text with line n in row n, what was found.

    Everything is escaped, nothing is loaded from elsewhere, no script runs.
    """
    held = [(name, source.split("\n"), found) for name, source, found in reports]
    body = "".join(_report(name, rows, found) for name, rows, found in held)
    policy = "default-src 'none'; style-src 'unsafe-inline'"
    return (
        '<!doctype html>\n<html lang="zh-CN">\n<head>\n<meta charset="utf-8">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{policy}">\n'
        '<meta name="viewport" content="width=device-width,initial-scale=1">\n'
        f"<title>检查意见</title>\n<style>{_STYLE}</style>\n</head>\n<body>\n"
        f"<header><h1>检查意见</h1></header>\n<main>\n{body}</main>\n</body>\n</html>\n"
    )


def _report(name: str, rows: Sequence[str], found: Sequence[Diagnostic]) -> str:
    counts = {severity: sum(one.severity is severity for one in found) for severity in Severity}
    told = "，".join(f"{_NAMES[severity]} {count} 条" for severity, count in counts.items() if count) or "没有发现问题"
    whole = "".join(_note(one) for one in found if one.place is None)
    placed = sorted((one for one in found if one.place), key=lambda one: _line(one))
    by_line = {line: list(ones) for line, ones in groupby(placed, key=_line)}
    parts = [f'<section>\n<h2>{escape(name)}</h2>\n<p class="sum">{told}</p>\n']
    if whole:
        parts.append(f'<div class="whole notes">{whole}</div>\n')
    for number, row in enumerate(rows, 1):
        ones = by_line.get(number, [])
        if row.strip() or ones:
            notes = "".join(map(_note, ones))
            parts.append(
                f'<div class="row"><div class="no">{number}</div><div class="text">{_marked(row, ones)}</div>'
                f'<div class="notes">{notes}</div></div>\n'
            )
    return "".join([*parts, "</section>\n"])


def _note(one: Diagnostic) -> str:
    hint = f"<small>{escape(one.hint)}</small>" if one.hint else ""
    title = f'<b title="{_NAMES[one.severity]}">{escape(one.code)}</b>'
    return f'<div class="note {one.severity}">{title}{escape(one.message)}{hint}</div>'


def _marked(row: str, ones: Sequence[Diagnostic]) -> str:
    """The row with the words of each finding marked; of two that overlap the later is not."""
    parts, at = [], 0
    for one in sorted(ones, key=lambda one: one.place.column if one.place else 0):
        if one.place is None:
            continue
        begin = one.place.column - 1
        end = min(begin + max(one.place.end - one.place.start, 1), len(row))
        if begin < at or end <= begin:
            continue
        title = escape(f"{one.code} {one.message}", quote=True)
        parts.append(escape(row[at:begin]))
        parts.append(f'<mark class="{one.severity}" title="{title}">{escape(row[begin:end])}</mark>')
        at = end
    return "".join([*parts, escape(row[at:])])


def _line(one: Diagnostic) -> int:
    return one.place.line if one.place else 0
