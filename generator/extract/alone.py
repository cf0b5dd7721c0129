"""Where a sentence of the clerk's own (句) may stand for a figure: not behind words that the template says itself."""

from weakref import WeakKeyDictionary

from generator.annotate.lines import lines as lines_of
from generator.compose import Template, compose
from generator.schema.model import Figure, Path, Profile, Value
from generator.schema.words import words_for

_SENTENCE, _YEAR_ROUND = "\u2606", "全年"
_KEPT: "WeakKeyDictionary[object, dict[tuple[str, str], bool]]" = WeakKeyDictionary()


def stands_alone(template: Template, theme: str, indicator: str | None) -> bool:
    """Whether the 句 of this figure under `theme` is a sentence or clause of its own, whatever is told beside it."""
    known = _KEPT.setdefault(template.templates, {})
    if indicator is None:
        return False
    if (theme, indicator) not in known:
        known[theme, indicator] = _tried(template, theme, indicator)
    return known[theme, indicator]


def _tried(template: Template, theme: str, indicator: str) -> bool:
    schema = template.schema
    home = next(section.id for section in schema.sections if section.shape == "themes")
    single = {section.theme: section.id for section in schema.sections if section.shape == "theme"}
    path: Path = (single[theme],) if theme in single else (home, theme)
    figure = Figure("1", schema.indicators[indicator].unit, sentence=_SENTENCE)
    alone: dict[Path, Value] = {(*path, "data", indicator, 0): figure}
    point = schema.indicators[indicator].point
    beside = [i for i in schema.indicators.values() if (i.theme, i.point) == (theme, point) and i.id != indicator]
    others: dict[Path, Value] = {(*path, "data", one.id, 0): Figure("1", one.unit) for one in beside}
    leads = (_YEAR_ROUND, words_for("", "", schema)["全域"])
    return all(_begins(template, values, leads) for values in (alone, {**others, **alone}))


def _begins(template: Template, values: dict[Path, Value], leads: tuple[str, ...]) -> bool:
    said = (line.text for line in lines_of(compose(Profile(values, {}), template).document))
    text = next((words for words in said if _SENTENCE in words), "")
    before = text.partition(_SENTENCE)[0]
    for lead in leads:
        before = before.removesuffix(lead)
    return bool(text) and (not before or before.endswith(("。", "，", "；")))
