"""Fields of records and items, by their kinds."""


from generator.forms.figures import read_data
from generator.forms.nodes import Entries, Listing, Node, Scalar
from generator.forms.sheet import Sheet, blank
from generator.forms.suggest import did_you_mean
from generator.schema.kinds import KINDS
from generator.schema.kinds.problem import Problem
from generator.schema.model import Field, Path, Value

_TEXTS = ("phrase", "prose")
_LISTS = ("outline", "positions")


def read_record(sheet: Sheet, node: Node, path: Path, label: str, fields: tuple[Field, ...]) -> None:
    """The fields of a record, each to `path` + (field id,)."""
    entries = sheet.entries(node, label, f"{fields[0].label}: …" if fields else "键: 值")
    if entries is None:
        return
    by_name = sheet.index.named(fields)
    seen: dict[str, int] = {}
    for key, value in entries.pairs:
        entry = by_name.get(key.words) or by_name.get(key.words.replace(" ", "").replace("　", ""))
        if entry is None:
            unknown_key(sheet, key, label, [f.label for f in fields])
        elif entry.id in seen:
            sheet.tell("FRM003", key, f"“{key.words}”与第 {seen[entry.id]} 行是同一项", "只留一处")
        else:
            seen[entry.id] = key.line
            at = (*path, entry.id)
            sheet.keys[at] = key
            if not blank(value):
                sheet.tried.add(at)
                read_field(sheet, value, at, entry)


def unknown_key(sheet: Sheet, key: Scalar, label: str, known: list[str]) -> None:
    """Notes a key that does not belong here, and where it does belong if anywhere."""
    message = f"“{label}”里没有“{key.words}”这个键"
    home = _home(sheet, key.words)
    if home and key.words not in known:
        sheet.tell("FRM002", key, message, f"“{key.words}”写在{home}，看看缩进")
    else:
        sheet.unknown("FRM002", key, message, known, f"可以写：{'、'.join(known)}")


def _home(sheet: Sheet, words: str) -> str:
    for section in sheet.index.schema.sections:
        if words == section.label:
            return "最外层，不缩进"
        if any(words == f.label for f in section.fields):
            return f"“{section.label}”下面"
    if words in sheet.index.figures:
        return "主题的“数据”下面"
    if words in sheet.index.tick_homes:
        theme = sheet.index.theme_label(sheet.index.tick_homes[words])
        return f"主题“{theme}”的“举措”下面，前面加短横"
    if words in sheet.index.themes:
        return "“主要举措”下面"
    return ""


def read_field(sheet: Sheet, node: Node, path: Path, entry: Field) -> None:
    """One field that is not blank."""
    if entry.kind == "record":
        read_record(sheet, node, path, entry.label, entry.fields)
    elif entry.kind == "data":
        read_data(sheet, node, path, entry.label)
    elif entry.kind in _LISTS:
        _read_joined(sheet, node, path, entry)
    elif entry.many:
        read_many(sheet, node, path, entry)
    else:
        value = parse_node(sheet, node, entry)
        if value is not None:
            sheet.put(path, value, node)


def read_many(sheet: Sheet, node: Node, path: Path, entry: Field) -> None:
    """A list of values, each to `path` + (position,)."""
    position = 0
    for item in sheet.items(node, names=entry.kind == "phrase"):
        value = parse_node(sheet, item, entry)
        if value is not None:
            sheet.put((*path, position), value, item)
            position += 1


def parse_node(sheet: Sheet, node: Node, entry: Field) -> Value | None:
    """The value of a scalar by the kind of its field; None, told, when it is not of that kind."""
    words: str | None
    if entry.kind == "prose" and type(node) is Listing:
        words = "\n\n".join(sheet.words(item, entry.label, text=True) or "" for item in sheet.items(node))
    else:
        words = sheet.words(node, entry.label, entry.kind in _TEXTS)
    if words is None:
        return None
    allowed = sheet.index.levels if entry.kind == "level" else entry.choices
    value: Value | Problem = KINDS[entry.kind][0](words, allowed)
    if isinstance(value, Problem):
        guess = did_you_mean(words, allowed) if entry.kind == "choice" else ""
        sheet.tell("FRM004", node, f"{entry.label}：{value.message}", guess + value.hint)
        return None
    return value


def _read_joined(sheet: Sheet, node: Node, path: Path, entry: Field) -> None:
    """A kind that is one value whether written as a list or on one line."""
    if type(node) is Entries:
        sheet.words(node, entry.label)
        return
    items = sheet.items(node, names=True)
    words = [w for item in items if (w := sheet.words(item, entry.label)) is not None]
    if not words:
        return
    value = KINDS[entry.kind][0]("，".join(words), ())
    if isinstance(value, Problem):
        sheet.tell("FRM004", node, f"{entry.label}：{value.message}", value.hint)
    elif entry.kind == "outline":
        groups = _theme_ids(sheet, items, value)
        if groups:
            sheet.put(path, groups, node)
    else:
        sheet.put(path, value, node)


def _theme_ids(
    sheet: Sheet, items: list[Node], groups: tuple[tuple[str, ...], ...]
) -> tuple[tuple[str, ...], ...]:
    """The groups with ids for names; unknown and repeated themes are told and left out."""
    found: list[tuple[str, ...]] = []
    seen: set[str] = set()
    for group in groups:
        ids = []
        for name in group:
            theme = sheet.index.themes.get(name)
            node = next((i for i in items if type(i) is Scalar and name in i.words), items[0])
            if theme is None:
                guess = did_you_mean(name, [t.label for t in sheet.index.schema.themes])
                labels = "、".join(t.label for t in sheet.index.schema.themes)
                sheet.tell("FRM007", node, f"提纲里的“{name}”不是主题", f"{guess}主题有：{labels}")
            elif theme.id in seen:
                sheet.tell("FRM003", node, f"提纲里“{theme.label}”写了两次", "每个主题只写一次")
            else:
                seen.add(theme.id)
                ids.append(theme.id)
        if ids:
            found.append(tuple(ids))
    return tuple(found)
