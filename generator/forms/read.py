"""A filled form to a `Profile`, with every finding about it in one go."""


from generator.diagnostics import Diagnostic
from generator.forms.base import over
from generator.forms.characters import clean
from generator.forms.index import Index, index_of
from generator.forms.nodes import Entries, Listing, Node
from generator.forms.plain import read_plain
from generator.forms.records import parse_node, read_field, read_record, unknown_key
from generator.forms.sheet import Sheet, blank, shorten
from generator.forms.source import load, opened
from generator.forms.themes import read_theme
from generator.forms.validate import held, mismatches, missing
from generator.records import record
from generator.schema.model import Field, Profile, Schema, Section


@record
class Reading:
    """What a form says and what is to be said about it, in the order of its lines; text: its own, for showing them."""

    profile: Profile
    diagnostics: tuple[Diagnostic, ...]
    text: str


def read(raw: bytes, file: str, schema: Schema, base: Profile | None = None) -> Reading:
    """Reads the bytes of a form. Whatever they are, the answer is a profile (of what could be read) and
    diagnostics; nothing is raised for them. file: the path to name in places; base: what the form lacks may
    stand there."""
    index = index_of(schema)
    plain = _plainly(raw, file, index)
    sheet = plain or _by_nodes(raw, file, index)
    profile = Profile(sheet.values, sheet.places, file)
    if base is not None:
        profile = over(base, profile)
    found = sheet.source.diagnostics
    if plain or sheet.source.root is not None:
        parts = held(profile, sheet.tried)
        found += mismatches(profile, parts)
        found += missing(profile, schema, parts, sheet.place_of, sheet.tried)
    found.sort(key=_order)
    return Reading(profile, tuple(found), sheet.source.text)


def _plainly(raw: bytes, file: str, index: Index) -> Sheet | None:
    """What a plainly written form says, None for any other."""
    source = opened(raw, file)
    sheet = Sheet(source, index)
    plain = not source.diagnostics and clean(source.text) and read_plain(sheet, source.text)
    return sheet if plain else None


def _by_nodes(raw: bytes, file: str, index: Index) -> Sheet:
    """What any form says, as far as it can be read."""
    source = load(raw, file, index.keys, index.item_keys)
    sheet = Sheet(source, index)
    if source.root is not None:
        _read_form(sheet, source.root)
    return sheet


def _order(diagnostic: Diagnostic) -> int:
    return diagnostic.place.start if diagnostic.place else 1 << 40


def _read_form(sheet: Sheet, root: Node) -> None:
    if type(root) is not Entries:
        if not any(d.code in ("FRM001", "FRM009") for d in sheet.source.diagnostics):
            found = "一列" if type(root) is Listing else "一段文字"
            message = f"文件里是{found}，不是表单"
            hint = "表单由“报告:”“单位:”等几部分组成，用 gen form 写一份空表来填"
            sheet.tell("FRM005", root, message, hint)
        return
    sections = sheet.index.sections
    seen: dict[str, int] = {}
    for key, value in root.pairs:
        section = sections.get(key.words) or sections.get(key.words.replace(" ", "").replace("　", ""))
        if section is None:
            unknown_key(sheet, key, "表单", [s.label for s in sheet.index.schema.sections])
        elif section.id in seen:
            sheet.tell("FRM003", key, f"“{key.words}”与第 {seen[section.id]} 行是同一部分", "合成一处")
        else:
            seen[section.id] = key.line
            sheet.keys[(section.id,)] = key
            if not blank(value):
                _read_section(sheet, value, section)


def _read_section(sheet: Sheet, node: Node, section: Section) -> None:
    path = (section.id,)
    if section.shape == "record":
        read_record(sheet, node, path, section.label, section.fields)
    elif section.shape == "themes":
        _read_themes(sheet, node, section)
    elif section.shape == "theme":
        theme = sheet.index.themes.get(section.theme or section.id)
        if theme is not None:
            read_theme(sheet, node, path, theme, section.fields)
    elif section.shape == "items":
        _read_items(sheet, node, section)
    else:
        kind = "prose" if section.shape == "prose" else "flag"
        value = parse_node(sheet, node, Field(section.id, section.label, kind))
        if value is not None:
            sheet.put(path, value, node)


def _read_themes(sheet: Sheet, node: Node, section: Section) -> None:
    index: Index = sheet.index
    entries = sheet.entries(node, section.label, "行政执法: 再缩进写 举措、数据")
    if entries is None:
        return
    own = {s.theme: s for s in index.schema.sections if s.shape == "theme"}
    seen: dict[str, int] = {}
    for key, value in entries.pairs:
        theme = index.themes.get(key.words) or index.themes.get(key.words.replace(" ", "").replace("　", ""))
        if theme is None:
            labels = [t.label for t in index.schema.themes if t.id not in own]
            aliases = [a for t in index.schema.themes for a in t.aliases]
            if key.words in index.sections or key.words in index.figures or key.words in index.tick_homes:
                unknown_key(sheet, key, section.label, labels)
            else:
                message = f"“{section.label}”里没有“{shorten(key.words)}”这个主题"
                sheet.unknown("FRM007", key, message, [*labels, *aliases], f"主题有：{'、'.join(labels)}")
        elif theme.id in own:
            label = own[theme.id].label
            message = f"“{label}”是单独的一部分，不在“{section.label}”里"
            sheet.tell("FRM007", key, message, f"把“{label}:”移到最外层，不缩进；它在文中的位置由“提纲”定")
        elif theme.id in seen:
            message = f"“{key.words}”与第 {seen[theme.id]} 行是同一个主题“{theme.label}”"
            sheet.tell("FRM003", key, message, "合成一处")
        else:
            seen[theme.id] = key.line
            sheet.keys[(section.id, theme.id)] = key
            if not blank(value):
                read_theme(sheet, value, (section.id, theme.id), theme)


def _read_items(sheet: Sheet, node: Node, section: Section) -> None:
    items = [node] if type(node) is Entries else sheet.items(node)
    position = 0
    for item in items:
        path = (section.id, position)
        before = len(sheet.values)
        if type(item) is Entries:
            read_record(sheet, item, path, section.label, section.fields)
        elif section.fields:
            read_field(sheet, item, (*path, section.fields[0].id), section.fields[0])
        if len(sheet.values) > before:
            sheet.keys[path] = item
            position += 1
