"""What was learned as a page for people."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from generator.learn.count import FEW, WHOLE
from generator.report_lines import width
from generator.schema.model import Schema

_MOST = 4
"""Wordings of one part that are shown; the file has them all."""
_TIE, _WEAK = "并列", "依据薄弱"

Learned = Mapping[str, Any]


def page(learned: Learned, schema: Schema) -> Iterator[str]:
    """The lines of the page. learned: what schema.yml says; raises KeyError, TypeError … where it says otherwise."""
    labels = names(schema)
    yield f"{schema.genre}：学到的结构"
    yield ""
    yield from _base(learned["learned_from"])
    yield from _parts("各部分", "sections", learned, labels, "wordings")
    yield from _titled("各部分的次序", _sequences(learned["sequences"], labels))
    yield from _parts("各主题", "themes", learned, labels, "phrases")
    yield from _titled("拿不准的", _doubts(learned, labels))
    yield from _titled("开头和落款", _ends(learned))
    yield from _titled("序号", _markers(learned))
    yield from _titled("篇幅（不计空白的字数）", _lengths(learned.get("lengths") or {}, labels))
    yield from _titled("各项数据", _indicators(learned["indicators"], schema))
    yield from _titled("报告里常见、指标字典里没有的数", _phrases(learned.get("candidates") or {}))


def names(schema: Schema) -> dict[str, str]:
    """Id -> label of the themes, and of the roles that parts of a report have."""
    return {**{s.role: s.label for s in schema.sections if s.role}, **{t.id: t.label for t in schema.themes}}


def _base(learned_from: Mapping[str, Mapping[str, int]]) -> Iterator[str]:
    told = {"reports": "学自报告和提纲", "full": "读到末尾的", "with_indicators": "读出数据的"}
    for key, words in told.items():
        by_level = learned_from.get(key) or {}
        others = "、".join(f"{level} {n}" for level, n in by_level.items() if level != WHOLE)
        yield f"{words} {by_level.get(WHOLE, 0)} 份" + (f"（{others}）" if others else "")
    yield "“写到”只数读到末尾的报告；提纲截断了的，后面有没有什么不作数，只作标题、次序、序号的依据。"


def _titled(title: str, lines: Iterable[str]) -> Iterator[str]:
    found = list(lines)
    if found:
        yield from ("", f"【{title}】", *found)


def _parts(title: str, kind: str, learned: Learned, labels: Mapping[str, str], said: str) -> Iterator[str]:
    """Presence by level and place of each part, then how its headings run."""
    found: Mapping[str, Any] = learned[kind]
    standard: Sequence[str] = learned["standard"][kind]
    order = [*standard, *sorted(set(found) - set(standard), key=lambda n: (-_seen(found[n]), n))]
    levels = list(learned["learned_from"].get("full") or {})
    rows = [("", "", *levels, "居第几", "标题里常说")]
    for name in order:
        part = found.get(name) or {}
        support = part.get("support") or {}
        place = (part.get("position") or {}).get(WHOLE)
        rows.append(
            (
                labels.get(name, name),
                "标准" if name in standard else "",
                *(_share(support.get(level)) for level in levels),
                f"{place[0]:g}" if place else "—",
                _wordings(part.get(said) or {}),
            )
        )
    yield from _titled(title, _table(rows))


def _seen(part: Mapping[str, Any]) -> int:
    return int(((part.get("support") or {}).get(WHOLE) or [0])[0])


def _wordings(found: Mapping[str, Mapping[str, Sequence[int]]], level: str = WHOLE) -> str:
    """The commonest of a level, with their numbers; what is said as often as the one before it is a tie."""
    ranked = sorted(((shares[level][0], text) for text, shares in found.items() if level in shares), key=_first)
    ranked = [(seen, text) for seen, text in ranked if seen]
    told: list[str] = []
    before = 0
    for seen, text in ranked[:_MOST]:
        told.append(f"{text} {seen}{f'（{_TIE}）' if seen == before else ''}")
        before = seen
    rest = len(ranked) - len(told)
    return "；".join(told) + (f"；另有 {rest} 种" if rest > 0 else "")


def _first(ranked: tuple[int, str]) -> int:
    return -ranked[0]


def _sequences(found: Mapping[str, Mapping[str, Sequence[int]]], labels: Mapping[str, str]) -> Iterator[str]:
    for sequence, shares in found.items():
        order = " → ".join(labels.get(role, role) for role in sequence.split())
        others = "、".join(f"{level} {_share(share)}" for level, share in shares.items() if level != WHOLE and share[0])
        yield f"  {_share(shares[WHOLE]):>5}  {order}" + (f"（{others}）" if others else "")


def _doubts(learned: Learned, labels: Mapping[str, str]) -> Iterator[str]:
    for kind in ("sections", "themes"):
        for one, other in (learned.get("ties") or {}).get(kind) or ():
            yield f"  {labels.get(one, one)}、{labels.get(other, other)}：谁在前，两种排法一样多（{_TIE}）"
    for kind in ("sections", "themes"):
        for name in (learned.get("thin") or {}).get(kind) or ():
            yield f"  {labels.get(name, name)}：只有 1 份写到（{_WEAK}）"
    for level, number in (learned["learned_from"].get("full") or {}).items():
        if number < FEW:
            yield f"  {level}：读到末尾的只有 {number} 份（{_WEAK}）"


def _ends(learned: Learned) -> Iterator[str]:
    openings, closings = learned["openings"], learned.get("closings") or {}
    for table, key, words in (
        (openings, "salutation", "主送"),
        (openings, "transition", "过渡句"),
        (closings, "signature", "署名"),
        (closings, "date", "日期"),
    ):
        shares = table.get(key) or {}
        if shares:
            yield f"  {words}：" + "　".join(f"{level} {_share(share)}" for level, share in shares.items())
    for table, key, words in (
        (openings, "salutations", "主送写作"),
        (openings, "transitions", "过渡句写作"),
        (closings, "dates", "日期写作"),
    ):
        if table.get(key):
            yield f"  {words}：{_wordings(table[key])}"


def _markers(learned: Learned) -> Iterator[str]:
    markers = learned.get("markers") or {}
    for level in next(iter(markers.values()), {}):
        yield f"  {level}：{_wordings(markers, level) or '没有两份相同的'}"
    for depth, shares in (learned.get("run_in") or {}).items():
        if WHOLE in shares:
            yield f"  第 {depth} 层标题与正文接排：{_share(shares[WHOLE])}"


def _lengths(lengths: Mapping[str, Any], labels: Mapping[str, str]) -> Iterator[str]:
    for part, by_level in sorted(lengths.items(), key=lambda item: (item[0] != "report", item[0])):
        for level, found in by_level.items():
            yield f"  {labels.get(part, '全文' if part == 'report' else part)}（{level}）：{_range(found)}"


def _indicators(found: Mapping[str, Any], schema: Schema) -> Iterator[str]:
    rows = [("", "写到", "通常多少")]
    for theme in schema.themes:
        own = [i for i in schema.indicators.values() if i.theme == theme.id and i.id in found]
        own.sort(key=lambda i: -_seen(found[i.id]))
        several = [indicator for indicator in own if _seen(found[indicator.id]) > 1]
        for indicator in several:
            told = found[indicator.id]
            typical = (told.get("typical") or {}).get(WHOLE)
            units = "、".join(told.get("units") or {}) or indicator.unit
            many = f"{_range(typical)} {units}" if typical else units
            rows.append(("", _share(told["support"][WHOLE]), f"{indicator.label}：{many}"))
        once = [indicator.label for indicator in own[len(several) :]]
        if once:
            rows.append(("", "1 份", "、".join(once)))
        if own:
            at = len(rows) - len(several) - bool(once)
            rows[at] = (theme.label, *rows[at][1:])
    if len(rows) > 1:
        yield from _table(rows)


def _phrases(found: Mapping[str, Mapping[str, Sequence[int]]]) -> Iterator[str]:
    for text, shares in found.items():
        yield f"  {_share(shares[WHOLE]):>5}  {text}"


def _range(found: Mapping[str, Any]) -> str:
    low, middle, high = (str(found[key]) for key in ("low", "median", "high"))
    return f"{middle}（{low}—{high}，{found['of']} 份）" if low != high else f"{middle}（{found['of']} 份）"


def _share(share: Sequence[int] | None) -> str:
    return f"{share[0]}/{share[1]}" if share else "—"


def _table(rows: Sequence[Sequence[str]]) -> Iterator[str]:
    """Columns by display width; the last one is as long as it is."""
    columns = len(rows[0])
    widths = [max(width(row[at]) for row in rows) for at in range(columns - 1)]
    for row in rows:
        cells = (cell + " " * (wide - width(cell)) for cell, wide in zip(row, widths, strict=False))
        yield ("  " + "  ".join([*cells, row[-1]])).rstrip()
