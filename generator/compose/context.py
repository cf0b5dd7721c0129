"""The names that a template may use, for one form and one addressee."""

from collections.abc import Callable, Iterable, Mapping
from datetime import date
from zlib import crc32

from generator.compose.entries import Entries
from generator.compose.environment import Exposed
from generator.compose.outline import Outline, Part
from generator.compose.theme import Draft, said, theme_text, unplaced
from generator.compose.tokens import CLOSED, LIVE, MISSING, NEUTRAL, Cell, Table, gap
from generator.document.nodes import Source, Text
from generator.schema.model import Field, Path, Profile, Schema, Section

_CLOSERS = ("。", "！", "？", "”", "…")


def chooser(profile: Profile) -> Callable[[Iterable[str]], str]:
    """Picks one of several wordings: always the same for one form, mixed anew for each sentence."""
    variant = profile.values.get(("report", "variant"), 1)
    turn = variant if isinstance(variant, int) else 1

    def choose(options: Iterable[str]) -> str:
        wordings = tuple(options)
        return wordings[(turn + crc32(wordings[0].encode()) * turn) % len(wordings)] if len(wordings) > 1 else wordings[0]

    return choose


def lead_words(table: Table, words: Mapping[str, str]) -> tuple[str, str]:
    """The tokens for 全年 and for 全镇, which are not said twice running."""
    year = table.add(NEUTRAL, Cell(((Text("全年"),),), opening=True))
    where = table.add(NEUTRAL, Cell(((Text(words["全域"]),),), opening=True))
    return year, where


def context(draft: Draft, outline: Outline, edition: int) -> dict[str, object]:
    """Everything that the templates name; `edition` counts the addressees."""
    entries, table, schema = draft.entries, draft.table, draft.schema
    year = int(str(entries.get("report", "year") or 0))
    names: dict[str, object] = {word: table.words(NEUTRAL, Text(said)) for word, said in draft.words.items()}
    names |= {
        "全年": draft.year_round,
        "全域": draft.everywhere,
        "措辞": lambda *options: draft.choose(options),
        "引出": _introduce,
        "待补": lambda label: table.words(MISSING, gap(label), Text("。")),
        "待填": lambda label: table.gap(label),
        "年度": _neutral(draft, "年度", "report", "year"),
        "次年": table.words(NEUTRAL, Text(str(year + 1), _next_year(entries))) if year else table.gap("年度"),
        "截至": _cutoff(draft, year),
        "规划": lambda key: _period(schema, key, year),
        "次年规划": lambda key: _period(schema, key, year + 1),
        "全会": _meeting(draft, year),
        "标题": _title(draft, year),
        "简称": _neutral(draft, "", "unit", "short") or names["自称"],
        "署名": _names(draft),
        "主送": _addressee(draft, edition),
        "成文日期": _day(draft, "成文日期", "report", "date"),
        "部分": [{"id": s.id, "模板": f"sections/{s.template}.md.j2"} for s in outline.sections],
        "条目式": " {连排}" if entries.get("report", "items") == "一是" else "",
        "二级式": " {接排}" if entries.get("report", "heading2") == "接排" else "",
        "分列": outline.flat,
        "表": _appendix(draft) if entries.get("appendix") is True else [],
        "文": lambda *path: _said(draft, path),
        "是": lambda *path: entries.get(*path) is True,
        "日": lambda *path: _day(draft, "", *path),
        "列": lambda *path: _list(draft, path),
    }
    draft.names = names
    for section in schema.sections:
        names |= _section(draft, section)
    names["各主题"] = [_part(draft, part) for part in outline.parts]
    return names


def _section(draft: Draft, section: Section) -> dict[str, object]:
    entries = draft.entries
    if section.shape == "items":
        rows = range(entries.count(section.id))
        return {section.label: [_Item(draft, section, n) for n in rows]}
    if section.shape == "theme":
        return {section.label: _theme(draft, section.theme, (section.id,))}
    if section.shape == "prose":
        return {section.label: _prose(draft, (section.id,)) or ""}
    return {}


class _Item(Exposed):
    """One item of a list as a template sees it: its fields by the form's words."""

    def __init__(self, draft: Draft, section: Section, position: int) -> None:
        self._draft = draft
        self._fields = {f.label: f for f in section.fields}
        self._path: Path = (section.id, position)

    def __getattr__(self, label: str) -> object:
        field = self._fields.get(label)
        if field is None:
            raise AttributeError(label)
        path = (*self._path, field.id)
        if field.kind == "data":
            return said(self._draft, unplaced(self._draft, self._path))
        if field.many:
            return _list(self._draft, path, _said_as(field))
        return _said_as(field)(self._draft, path) or (self._missing(field, path) if field.required else "")

    def _missing(self, field: Field, path: Path) -> str:
        entries = self._draft.entries
        words = gap(field.label, entries.readable(path))
        return self._draft.table.words(MISSING, words, *([Text("。")] if field.kind == "prose" else []))


def _said_as(field: Field) -> Callable[[Draft, Path], str]:
    return _prose if field.kind == "prose" else _said


def _said(draft: Draft, path: Path) -> str:
    text = draft.entries.text(*path)
    return draft.table.words(LIVE, text) if text else ""


def _prose(draft: Draft, path: Path) -> str:
    """Free text as whole sentences; a blank line in it begins a paragraph."""
    text = draft.entries.text(*path)
    if text is None:
        return ""
    paragraphs = [p.replace("\n", "") for p in text.words.split("\n\n") if p.strip()]
    closed = [p if p.endswith(_CLOSERS) else p + "。" for p in paragraphs]
    return draft.table.add(CLOSED, Cell(tuple((Text(p, text.source),) for p in closed)))


def _list(draft: Draft, path: Path, said: Callable[[Draft, Path], str] = _said) -> list[str]:
    return [said(draft, (*path, n)) for n in range(draft.entries.count(*path))]


def _introduce(lead: str, words: str, *_: str) -> str:
    return lead + words


def _neutral(draft: Draft, label: str, *path: str) -> str:
    text = draft.entries.text(*path)
    if text:
        return draft.table.words(NEUTRAL, text)
    return draft.table.gap(label) if label else ""


def _next_year(entries: Entries) -> Source:
    year = entries.source("report", "year")
    return Source("formula", "次年", year.place, "年度 + 1", (year,))


def _day(draft: Draft, label: str, *path: str | int) -> str:
    """A date as documents write it, 2025年2月28日 (GB/T 9704-2012, 7.3.5.4)."""
    value = draft.entries.get(*path)
    if not value:
        return draft.table.gap(label) if label else ""
    day = date.fromisoformat(str(value))
    words = Text(f"{day.year}年{day.month}月{day.day}日", draft.entries.source(*path))
    return draft.table.words(LIVE, words)


def _cutoff(draft: Draft, year: int) -> str:
    entered = _day(draft, "", "report", "cutoff")
    if entered:
        return "截至" + entered
    source = Source("formula", "数据截止", None, "年度的最后一天", (draft.entries.source("report", "year"),))
    return "截至" + draft.table.words(NEUTRAL, Text(f"{year}年12月31日", source))


def _written(entries: Entries, year: int) -> date:
    value = entries.get("report", "date")
    return date.fromisoformat(str(value)) if value else date(year + 1, 2, 28)


def _rows(schema: Schema, key: str) -> list[Mapping[str, object]]:
    rows = schema.wording.get(key, [])
    return list(rows) if isinstance(rows, list | tuple) else []


def _meeting(draft: Draft, year: int) -> str:
    """The spirit of the latest plenum held before the report was written, or what the form says instead."""
    own = _said(draft, ("report", "meeting"))
    if own:
        return own
    written = _written(draft.entries, year).isoformat()
    held = [r for r in _rows(draft.schema, "meetings") if r.get("verified", True) and str(r["ends"]) <= written]
    return str(held[-1]["phrase"]) if held else "党中央决策部署"


def _period(schema: Schema, key: str, year: int) -> str:
    """The plan under `key` that is in force in `year`, "" when none is known."""
    for row in _rows(schema, "periods"):
        if row["key"] == key and row.get("verified", True) and int(str(row["first"])) <= year <= int(str(row["last"])):
            return str(row["name"])
    return ""


def _names(draft: Draft) -> list[str]:
    return _list(draft, ("unit", "name")) or [draft.table.gap("单位名称")]


def _title(draft: Draft, year: int) -> str:
    entries = draft.entries
    own = _said(draft, ("report", "title"))
    if own:
        return own
    texts: list[Text] = []
    for n in range(entries.count("unit", "name")):
        name = entries.text("unit", "name", n)
        if name:
            texts += [Text("\n"), name] if texts else [name]
    year_text = Text(str(year), entries.source("report", "year"))
    matter = str(draft.schema.wording.get("title", "关于{年度}年度{体裁}情况的报告"))
    before, _, after = matter.replace("{体裁}", draft.schema.genre).partition("{年度}")
    return draft.table.words(LIVE, *texts, Text(before), year_text, Text(after))


def _addressee(draft: Draft, edition: int) -> str:
    own = _list(draft, ("unit", "addressee"))
    if own:
        return own[min(edition, len(own) - 1)]
    level = next((v for v in draft.schema.levels if v.label == draft.entries.get("unit", "level")), None)
    if level is None or not level.addressees:
        return ""
    words = level.addressees[min(edition, len(level.addressees) - 1)]
    for word, said in draft.words.items():
        words = words.replace("{" + word + "}", said)
    return draft.table.words(NEUTRAL, Text(words, draft.entries.source("unit", "upper")))


def _theme(draft: Draft, theme: str, path: Path) -> dict[str, object]:
    entries, table = draft.entries, draft.table
    phrases = [f"[[{_said(draft, (*path, 'other', n))}]]" for n in range(entries.count(*path, "other"))]
    body, stray = theme_text(draft, theme, path)
    return {
        "正文": body,
        "职务": _joined(draft, (*path, "offices")),
        "有": path in entries.parts,
        "其他数据": stray + (draft.year_round + "，".join(phrases) + "。" if phrases else ""),
        "补充": _prose(draft, (*path, "extra")),
        "要点": [
            {
                "标题": _said(draft, (*path, "points", n, "title")),
                "内容": _prose(draft, (*path, "points", n, "content")),
                "数据": said(draft, unplaced(draft, (*path, "points", n))),
            }
            for n in range(entries.count(*path, "points"))
        ],
    }


def _joined(draft: Draft, path: Path) -> str:
    texts: list[Text] = []
    for n in range(draft.entries.count(*path)):
        text = draft.entries.text(*path, n)
        if text:
            texts += [Text("、"), text] if texts else [text]
    return draft.table.words(LIVE, *texts) if texts else ""


def _part(draft: Draft, part: Part) -> dict[str, object]:
    own = [_said(draft, (*path, "heading")) for _, path in part.themes]
    return {
        "标题": next(filter(None, own), None) or _heading(draft, [theme for theme, _ in part.themes]),
        "主题": [_theme(draft, theme, path) for theme, path in part.themes],
    }


def _heading(draft: Draft, themes: list[str]) -> str:
    """A heading for themes that share one: the first halves of the usual headings of the first two."""
    by_id = {t.id: t for t in draft.schema.themes}
    usual = [draft.choose(by_id[theme].headings) for theme in themes if by_id[theme].headings]
    if len(usual) < 2:
        return usual[0] if usual else by_id[themes[0]].label
    return "，".join(heading.partition("，")[0] for heading in usual[:2])


def _appendix(draft: Draft) -> list[dict[str, str]]:
    """The rows of the table of main indicators: theme, label, this year, last year."""
    labels = {t.id: t.label for t in draft.schema.themes}
    rows: list[dict[str, str]] = []
    for prefix, by_id in draft.entries.figures.items():
        for identifier, entered in by_id.items():
            indicator = draft.schema.indicators[identifier]
            for figure, source in entered:
                from generator.schema.kinds.figure import show

                where = f"（{figure.period}{figure.scope}）" if figure.period or figure.scope else ""
                now = draft.table.words(LIVE, Text(show(figure), source))
                last = draft.table.words(LIVE, Text(show(figure.last), source)) if figure.last else ""
                name = draft.table.words(LIVE, Text(indicator.label + where))
                rows.append({"主题": labels[indicator.theme], "指标": name, "本年": now, "上年": last})
    return rows
