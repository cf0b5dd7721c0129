"""A theme of the form: heading, ticks, figures, the clerk's own words."""

import re

from generator.diagnostics import Severity
from generator.forms.figures import read_data
from generator.forms.index import POINT_KEYS, THEME_KEYS
from generator.forms.nodes import Entries, Listing, Node, Scalar
from generator.forms.records import parse_node, read_field, unknown_key
from generator.forms.sheet import Sheet, blank, shorten
from generator.schema.model import Field, Path, Theme

_HEADING = Field("heading", "标题", "phrase")
_EXTRA = Field("extra", "补充", "prose")
_REFERENCE = Field("reference", "上年参考", "prose")
OTHER = Field("other", "其他数据", "phrase")
TICK = Field("ticks", "举措", "phrase")
POINT_FIELDS = {"title": Field("title", "标题", "phrase"), "content": Field("content", "内容", "prose")}
THEME_FIELDS = {entry.id: entry for entry in (_HEADING, _EXTRA, _REFERENCE)}
THEME_IDS = {**THEME_KEYS, **{v: v for v in THEME_KEYS.values()}}
POINT_IDS = {**POINT_KEYS, **{v: v for v in POINT_KEYS.values()}}


def read_theme(
    sheet: Sheet, node: Node, path: Path, theme: Theme, fields: tuple[Field, ...] = ()
) -> None:
    """What stands under a theme, to paths below `path`. fields: the section's, besides a theme's own."""
    if type(node) is Listing:
        message = f"“{theme.label}”下面直接写了一列"
        sheet.tell("FRM005", node, message, "勾选项写在“举措:”下面，数据写在“数据:”下面，再缩进两格")
        return
    entries = sheet.entries(node, theme.label, "标题: …")
    if entries is None:
        return
    own = {name: f for f in fields for name in (f.id, f.label)}
    seen: dict[str, int] = {}
    for key, value in entries.pairs:
        words = key.words.replace(" ", "").replace("　", "")
        part = own[words].id if words in own else THEME_IDS.get(words)
        if part is None:
            unknown_key(sheet, key, theme.label, [*THEME_KEYS, *(f.label for f in fields)])
        elif part in seen:
            sheet.tell("FRM003", key, f"“{key.words}”与第 {seen[part]} 行是同一项", "只留一处")
        else:
            seen[part] = key.line
            at = (*path, part)
            sheet.keys[at] = key
            if not blank(value):
                sheet.tried.add(at)
                _read_part(sheet, value, at, part, theme, own)


def _read_part(
    sheet: Sheet, node: Node, path: Path, part: str, theme: Theme, own: dict[str, Field]
) -> None:
    if part == "data":
        read_data(sheet, node, path, "数据")
    elif part == "ticks":
        _read_ticks(sheet, node, path, theme)
    elif part == "other":
        _read_other(sheet, node, path)
    elif part == "points":
        _read_points(sheet, node, path)
    else:
        read_field(sheet, node, path, THEME_FIELDS.get(part) or own[part])


def _read_ticks(sheet: Sheet, node: Node, path: Path, theme: Theme) -> None:
    for item in sheet.items(node, names=True):
        if type(item) is Entries:
            for key, value in item.pairs:
                _tick(sheet, key, value, path, theme)
        elif type(item) is Scalar:
            _tick(sheet, item, None, path, theme)
        else:
            sheet.tell("FRM005", item, "勾选项里又是一列", "每个短横后面写一个勾选项")


def _tick(sheet: Sheet, label: Scalar, words: Node | None, path: Path, theme: Theme) -> None:
    known = sheet.index.ticks.get(theme.id, {})
    name = label.words.strip().rstrip("。；，")
    if name not in known:
        name = name.replace(" ", "").replace("　", "").strip("“”\"'")
    if name not in known:
        _unknown_tick(sheet, label, theme, list(known))
        return
    at = (*path, name)
    if at in sheet.values:
        line = sheet.places[at].line
        sheet.tell("FRM003", label, f"“{name}”勾了两次，第 {line} 行已有", "只留一处")
        return
    if words is None or blank(words):
        sheet.put(at, "", label)
        return
    value = parse_node(sheet, words, TICK)
    if value is not None:
        sheet.put(at, value, words)


def _unknown_tick(sheet: Sheet, label: Scalar, theme: Theme, known: list[str]) -> None:
    home = sheet.index.tick_homes.get(label.words.strip())
    if home:
        name = sheet.index.theme_label(home)
        sheet.tell("FRM006", label, f"“{label.words}”是“{name}”的勾选项", f"移到主题“{name}”的“举措”下面")
        return
    hint = "自己的做法写到“要点”（标题、内容）或“补充”"
    if known:
        hint = f"{hint}；可以勾：{'、'.join(known)}"
    sheet.unknown("FRM006", label, f"“{theme.label}”没有“{shorten(label.words)}”这个勾选项", known, hint)


def _read_other(sheet: Sheet, node: Node, path: Path) -> None:
    position = 0
    for item in sheet.items(node) if type(node) is not Entries else [node]:
        if type(item) is Entries:
            for key, held in item.pairs:
                shown = f"{key.words}: {held.words}" if type(held) is Scalar else key.words
                message = f"“{shorten(shown)}”不是一句话"
                hint = "写成动词开头的一句，如 - 办结人大代表议案3件"
                sheet.tell("FRM033", key, message, hint)
            continue
        value = parse_node(sheet, item, OTHER)
        if not isinstance(value, str):
            continue
        if re.fullmatch(r"[^，。：:]{2,20}[：:]\s*\S{0,3}\d\S*", value):
            message = f"“{shorten(value)}”是名目加数，照印不成句"
            hint = "写成动词开头的一句，如 办结人大代表议案3件"
            sheet.tell("FRM033", item, message, hint, Severity.WARNING)
        sheet.put((*path, position), value, item)
        position += 1


def _read_points(sheet: Sheet, node: Node, path: Path) -> None:
    position = 0
    for item in sheet.items(node) if type(node) is not Entries else [node]:
        at = (*path, position)
        before = len(sheet.values)
        if type(item) is Entries:
            for key, value in item.pairs:
                part = POINT_IDS.get(key.words.strip())
                if part is None:
                    unknown_key(sheet, key, "要点", list(POINT_KEYS))
                elif part == "data":
                    read_data(sheet, value, (*at, part), "数据")
                elif not blank(value):
                    read_field(sheet, value, (*at, part), POINT_FIELDS[part])
        else:
            read_field(sheet, item, (*at, "content"), POINT_FIELDS["content"])
        position += len(sheet.values) > before
