"""A form to be filled: YAML with a line of help per field, what may be ticked, what is usually counted."""

import re
from collections.abc import Iterator, Mapping, Sequence

from generator.forms import last_year
from generator.forms.scalars import block, scalar
from generator.report_lines import plain, width
from generator.schema.kinds import KINDS
from generator.schema.kinds.figure import number_with_unit
from generator.schema.model import Field, Indicator, Measure, Path, Profile, Schema, Section, Theme, Value
from generator.schema.suppliers import supplier
from generator.schema.words import filled, pick, words_for

SCHEMA_FILE = "gen-form.schema.json"
LONGEST = 150
"""Lines of a form for a township; a county's has as many ticks and more figures."""
FIGURES = 40
"""Figures that a township's form asks for; a county's may ask for more."""
_LEAST_TICKS, _MOST_TICKS = 2, 6
_COLUMN = 28
_KEPT = ("short", "upper", "addressee", "offices")
"""What last year's form says of the unit and holds this year too."""
_HEAD = (
    "# 冒号后面空一格再写；不知道的留空，草稿里会标出待补充。“#”后面是说明，不印。",
    "# 举措：去掉行首的 # 就是勾选，印出后面那句；要加具体做法，写成 - 三项制度: 做了什么",
    "# 数据：写 25、20余、超200、1.2万；没有发生写 0，不适用写 不适用；要写同比，下面缩进分两行写 本年: 和 上年:",
    "# 没有列出的数据用 gen indicators 关键词 查；查不到的写到主题的“其他数据:”下，一行一句，如 - 办结人大代表议案3件",
)


class _Form:
    """What the parts of one blank form share."""

    def __init__(
        self,
        schema: Schema,
        level: str,
        unit: str,
        year: int,
        variant: int,
        last: Profile | None,
        references: Mapping[Path, str],
        notes: Mapping[Path, str],
    ) -> None:
        self.schema = schema
        self.level = level
        self.variant = variant
        self.last = last
        self.references = references
        self.notes = notes
        self.upper = str(_last(last, "unit", "upper") or upper_of(unit))
        address = {str(p[2]): str(v) for p, v in _values(last) if p[:2] == ("unit", "address")}
        self.words = words_for(unit or level, self.upper, schema, address)
        self.given: dict[tuple[str, str], Value] = {
            ("report", "year"): year,
            ("report", "variant"): variant,
            ("unit", "name"): unit,
            ("unit", "level"): level,
            ("unit", "upper"): self.upper,
            ("unit", "short"): short_of(unit, self.upper),
        }
        self.figures = last_year.figures(last)
        self.ticks = 0
        """How many ticks of each theme are written out."""


def blank(
    schema: Schema,
    level: str,
    unit: str,
    year: int,
    variant: int,
    last: Profile | None = None,
    references: Mapping[Path, str] | None = None,
    notes: Mapping[Path, str] | None = None,
) -> str:
    """The form for a unit of this level (its label) and year.

    unit: "" for a form that any unit of the level can take; variant: which wordings its draft takes; last: last
    year's form, whose facts about the unit are taken over and whose figures stand as 上年; references: last year's
    words by the path of a theme or list, shown and never printed; notes: comments on last year's figures, by their
    paths.
    """
    form = _Form(schema, level, unit, year, variant, last, references or {}, notes or {})
    lines = list(_lines(form))
    while form.ticks < _MOST_TICKS:
        form.ticks += 1
        longer = list(_lines(form))
        if len(longer) > LONGEST and form.ticks > _LEAST_TICKS:
            break
        lines = longer
    return "\n".join(lines) + "\n"


def _lines(form: _Form) -> Iterator[str]:
    yield f"# yaml-language-server: $schema={SCHEMA_FILE}"
    yield f"# {form.schema.genre}（{form.level}）"
    yield from _HEAD
    for section in form.schema.sections:
        yield from _section(form, section)


def _section(form: _Form, section: Section) -> Iterator[str]:
    note = section.hint
    if section.shape == "record":
        fields = _shown(section.fields)
        if fields:
            yield f"{section.label}:"
            for entry in fields:
                yield from _field(form, section.id, entry, 2)
    elif section.shape == "themes":
        yield f"{section.label}:"
        for theme in _themes(form, section):
            yield f"  {theme.label}:"
            yield from _theme(form, theme, (section.id, theme.id), 4)
    elif section.shape == "theme":
        yield f"{section.label}:"
        for entry in _shown(section.fields):
            yield from _field(form, section.id, entry, 2)
        for theme in _themes(form, section):
            yield from _theme(form, theme, (section.id,), 2)
    elif section.shape == "items":
        seen = section.support.get(form.level)
        labels = "、".join(f.label for f in _shown(section.fields))
        if not section.minimum and seen is not None and not seen.seen:
            yield _note(f"{section.label}:", f"可不写；每条以“- ”开头，写 {labels}")
            return
        if (section.id,) in form.references:
            yield from (f"# 上年：{plain(line)}" for line in form.references[(section.id,)].split("\n") if line.strip())
        usual = f"一般至少 {section.minimum} 条，" if section.minimum else "可不写；"
        yield _note(f"{section.label}:", "；".join(filter(None, (note, f"{usual}每条以“- ”开头"))))
        for _ in range(min(section.minimum, 2) or 1):
            mark = "- "
            for entry in _shown(section.fields):
                yield _note(f"  {mark}{entry.label}:", help_of(entry))
                mark = "  "
    else:
        yield _note(f"{section.label}:", note)


def _shown(fields: Sequence[Field]) -> list[Field]:
    return sorted((f for f in fields if f.blank), key=lambda f: not f.required)


def _field(form: _Form, section: str, entry: Field, indent: int) -> Iterator[str]:
    value = _last(form.last, section, entry.id) if entry.id in _KEPT else None
    if value is None:
        value = form.given.get((section, entry.id))
    words: list[str] = []
    if isinstance(value, tuple):
        words = [str(v) for v in value]
    elif value is not None and value != "":
        words = [KINDS[entry.kind][1](value)]
    start = " " * indent + entry.label + ":"
    if len(words) > 1:
        yield _note(start, help_of(entry))
        for item in words:
            yield f"{' ' * (indent + 2)}- {_quoted(item)}"
    else:
        yield _note(f"{start} {_quoted(words[0])}" if words else start, help_of(entry))


def wanted(values: Mapping[Path, Value], schema: Schema) -> dict[Path, str]:
    """What a form must say and these values lack, with its help: required fields, and lists that have no item."""
    said = {path[:size] for path in values for size in (1, 2)}
    found: dict[Path, str] = {}
    for section in schema.sections:
        if section.shape in ("record", "theme"):
            lacking = (entry for entry in section.fields if entry.required and (section.id, entry.id) not in said)
            found.update(((section.id, entry.id), help_of(entry)) for entry in lacking)
        elif section.shape == "items" and section.minimum and (section.id,) not in said:
            found[section.id, 0, section.fields[0].id] = f"一般至少 {section.minimum} 条，每条以“- ”开头"
    return found


def help_of(entry: Field) -> str:
    """What to write in a field, in a few words."""
    choices = f"选一个：{'、'.join(entry.choices)}" if entry.choices else ""
    parts = ["必填" if entry.required else "", choices, entry.hint]
    return "；".join(part for part in parts if part)


def _themes(form: _Form, section: Section) -> Iterator[Theme]:
    """The usual themes, and those that last year's report has figures or words of."""
    shown = {theme.id for theme in usual_themes(form.schema, section, form.level)}
    own = {s.theme for s in form.schema.sections if s.shape == "theme"}
    if section.shape == "themes":
        shown |= {form.schema.indicators[name].theme for name in form.figures} - own
        shown |= {str(path[1]) for path in form.references if path[0] == section.id and len(path) > 1}
    yield from (theme for theme in form.schema.themes if theme.id in shown)


def usual_themes(schema: Schema, section: Section, level: str) -> Iterator[Theme]:
    """The themes of a section that reports of this level (its label) have, or that its figures need."""
    if section.shape == "theme":
        yield from (t for t in schema.themes if t.id == (section.theme or section.id))
    elif section.shape == "themes":
        own = {s.theme for s in schema.sections if s.shape == "theme"}
        asked = {i.theme for i in schema.indicators.values() if level in i.levels}
        for theme in schema.themes:
            support = theme.support.get(level)
            if theme.id not in own and (support is None or support.seen > 0 or theme.id in asked):
                yield theme


def _theme(form: _Form, theme: Theme, path: Path, indent: int) -> Iterator[str]:
    space = " " * indent
    measures = [m for m in form.schema.measures if m.theme == theme.id]
    if measures:
        yield f"{space}举措:"
        written = measures[: form.ticks]
        for measure in written:
            yield _note(f"{space}  #- {measure.label}", _sentence(form, measure))
        rest = [m.label for m in measures[len(written) :]]
        if rest:
            yield f"{space}  # 还可勾：{'、'.join(rest)}"
    indicators = list(_indicators(form, theme))
    if indicators:
        yield f"{space}数据:"
        for indicator in indicators:
            yield from _figure(form, indicator, f"{space}  ")
    if path in form.references:
        first, *rest = block(form.references[path], indent + 2)
        yield f"{space}上年参考: {first}"
        yield from rest


def _figure(form: _Form, indicator: Indicator, space: str) -> Iterator[str]:
    """A figure to be filled in, beside what it was last year: of the whole unit (on one line, since a form has dozens),
    of parts of it, of other times."""
    figures = form.figures.get(indicator.id, [])
    if not figures:
        yield _note(f"{space}{indicator.label}:", _about(form, indicator))
        return
    about = _about(form, indicator)
    if len(figures) == 1 and not last_year.limited(figures[0][1]):
        path, last = figures[0]
        both = f"{space}{indicator.label}: {{本年: , 上年: {_in_braces(number_with_unit(last))}}}"
        yield _note(both, "；".join(filter(None, (about, form.notes.get(path, "")))))
        return
    yield f"{space}{indicator.label}:"
    if last_year.limited(figures[0][1]) and form.level in indicator.levels:
        yield _note(f"{space}  - 本年:", about)
        about = ""
    inner = f"{space}    "
    for path, last in figures:
        yield _note(f"{space}  - 本年:", about)
        yield _note(f"{inner}上年: {scalar(number_with_unit(last))}", form.notes.get(path, ""))
        limits = (("范围", last.scope), ("时段", last.period), ("其中", "是" if last.part else ""))
        yield from (f"{inner}{key}: {scalar(words)}" for key, words in limits if words)
        about = ""


def _in_braces(words: str) -> str:
    """A figure as it may stand between braces, where a comma ends what is before it."""
    return f"'{words}'" if "," in words else scalar(words)


def _sentence(form: _Form, measure: Measure) -> str:
    return "将印：" + filled(pick(form.variant, measure.sentences, measure.label), form.words)


def _indicators(form: _Form, theme: Theme) -> Iterator[Indicator]:
    for indicator in form.schema.indicators.values():
        if indicator.theme == theme.id and (form.level in indicator.levels or indicator.id in form.figures):
            yield indicator


def _about(form: _Form, indicator: Indicator) -> str:
    parts = [indicator.unit]
    if whose := supplier(indicator, form.schema, form.level):
        parts.append(whose)
    if indicator.hint:
        parts.append(indicator.hint)
    support = indicator.support.get(form.level)
    if support is not None and support.seen:
        parts.append(f"同级 {support.of} 份报告中 {support.seen} 份写到")
    return "；".join(parts)


def _note(start: str, note: str) -> str:
    if not note:
        return start
    gap = max(2, _COLUMN - width(start))
    return f"{start}{' ' * gap}# {note}"


def _quoted(words: str) -> str:
    """`words` as a YAML scalar on one line."""
    line = " ".join(plain(words).split())
    if line and all(c.isalnum() or c in "·、（）《》〔〕“”—-_." for c in line) and line[0] not in "-.":
        return line
    return "'" + line.replace("'", "''") + "'"


_BELOW = ("镇", "乡", "街道", "局", "委", "人民政府", "厅", "办公室", "中心", "苏木")
"""What the name of a unit under a county or city has in it; 德化县人民政府 is none of its units."""


def upper_of(unit: str) -> str:
    """德化县 of 德化县葛坑镇人民政府, 天津市 of 天津市滨海新区人民政府; "" where the name does not tell."""
    unit = re.sub(r"^(?:中共|国家\w{0,4}总局)", "", unit)
    for end in ("县", "区", "旗", "市"):
        at = unit.find(end, 1) + 1
        below = unit[at:]
        if at <= 1 or below in ("人民政府", "委员会") or below.startswith(("管委", "管理委员会", "场")):
            continue
        if len(below) > 2 and any(mark in below for mark in _BELOW):
            return unit[:at]
    return ""


def short_of(unit: str, upper: str) -> str:
    """葛坑镇 of 德化县葛坑镇人民政府, "" where cutting off what surrounds it leaves no name."""
    name = unit.removeprefix(upper) if upper else unit
    if name.endswith("街道办事处"):
        name = name.removeprefix("人民政府")
    for end, kept in (("人民政府", ""), ("街道办事处", "街道")):
        if name.endswith(end) and len(name) > len(end) + 1:
            return name.removesuffix(end) + kept
    return ""


def _values(last: Profile | None) -> list[tuple[tuple[str | int, ...], Value]]:
    return list(last.values.items()) if last else []


def _last(last: Profile | None, section: str, entry: str) -> Value | None:
    if last is None:
        return None
    value = last.values.get((section, entry))
    if value is not None:
        return value
    items = [v for p, v in last.values.items() if p[:2] == (section, entry) and len(p) == 3]
    return tuple(str(v) for v in items) or None
