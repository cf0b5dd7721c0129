"""What a workbook asks, cell by cell: the fields, ticks and figures of a level's blank form."""

from collections.abc import Iterator, Sequence

from generator.forms.blank import usual_themes
from generator.records import record
from generator.schema.model import Field, Path, Schema, Section, Theme
from generator.schema.suppliers import supplier
from generator.schema.words import filled, pick, words_for

TICK = "√"
UNITS = "单位"
"""The sheet that says which units there are; it comes first."""
_TWO_KINDS = ("record", "data")


@record
class Question:
    """One cell. path: where its value goes in a `Profile`, the position of an item left out; kind: `figure`, `tick`, or
    that of a field; many: several values, a line each; unit: of a figure; hint: what to write."""

    path: Path
    label: str
    kind: str
    unit: str = ""
    hint: str = ""
    choices: tuple[str, ...] = ()
    many: bool = False

    @property
    def key(self) -> str:
        """The path as a hidden cell holds it."""
        return "/".join(map(str, self.path))


@record
class Page:
    """A sheet. items: its rows are items of a list, several for a unit."""

    name: str
    questions: tuple[Question, ...]
    items: bool = False


def pages(schema: Schema, level: str, unit: str = "", upper: str = "", variant: int = 1) -> tuple[Page, ...]:
    """The sheets for a level (its label), in the order of the form.

    unit, upper: whose words the sentences of ticks take; those of the level in general if "".
    """
    words = words_for(unit or level, upper, schema, {})
    found = [Page(UNITS, tuple(_records(schema)))]
    for section in schema.sections:
        if section.shape == "theme":
            theme = next(t for t in schema.themes if t.id == (section.theme or section.id))
            fields = tuple(_fields(section.fields, (section.id,)))
            found.append(Page(theme.label, (*fields, *_theme(schema, theme, (section.id,), level, words, variant))))
        elif section.shape == "themes":
            for theme in usual_themes(schema, section, level):
                path = (section.id, theme.id)
                found.append(Page(theme.label, tuple(_theme(schema, theme, path, level, words, variant))))
        elif section.shape == "items":
            fields = tuple(_fields([f for f in section.fields if f.kind not in _TWO_KINDS], (section.id,)))
            found.append(Page(section.label, fields, items=True))
    rest = tuple(_single(section) for section in schema.sections if section.shape in ("prose", "flag"))
    return (*found, Page("其他", rest)) if rest else tuple(found)


def all_pages(schema: Schema) -> tuple[Page, ...]:
    """The sheets of every level with the questions of all: a returned workbook tells only inside whose it is."""
    questions: dict[str, dict[str, Question]] = {}
    items: dict[str, bool] = {}
    for level in schema.levels:
        for page in pages(schema, level.label):
            questions.setdefault(page.name, {}).update((question.key, question) for question in page.questions)
            items[page.name] = page.items
    return tuple(Page(name, tuple(found.values()), items[name]) for name, found in questions.items())


def _records(schema: Schema) -> Iterator[Question]:
    for section in schema.sections:
        if section.shape == "record":
            yield from _fields([f for f in section.fields if f.blank], (section.id,))


def _fields(fields: Sequence[Field], path: Path) -> Iterator[Question]:
    for entry in fields:
        if entry.kind in _TWO_KINDS:
            continue
        parts = ("必填" if entry.required else "", entry.hint, "几项时一行一个" if entry.many else "")
        hint = "；".join(part for part in parts if part)
        choices = ("是", "否") if entry.kind == "flag" else entry.choices
        yield Question((*path, entry.id), entry.label, entry.kind, "", hint, choices, entry.many)


def _single(section: Section) -> Question:
    kind = "prose" if section.shape == "prose" else "flag"
    return Question((section.id,), section.label, kind, "", section.hint, ("是", "否") if kind == "flag" else ())


def _theme(
    schema: Schema, theme: Theme, path: Path, level: str, words: dict[str, str], variant: int
) -> Iterator[Question]:
    yield Question((*path, "heading"), "标题", "phrase", "", "可空，空着按模板取")
    for indicator in schema.indicators.values():
        if indicator.theme == theme.id and level in indicator.levels:
            hint = "；".join(part for part in (supplier(indicator, schema, level), indicator.hint) if part)
            yield Question((*path, "data", indicator.id, 0), indicator.label, "figure", indicator.unit, hint)
    for measure in schema.measures:
        if measure.theme == theme.id:
            printed = filled(pick(variant, measure.sentences, measure.label), words)
            hint = f"选 {TICK} 就印：{printed}要加具体做法，直接写在格里"
            yield Question((*path, "ticks", measure.label), measure.label, "tick", "", hint)
    yield Question((*path, "other"), "其他数据", "phrase", "", "一行一句，如 办结人大代表议案3件", (), True)
    yield Question((*path, "extra"), "补充", "prose", "", "照原样印的话，可空")
