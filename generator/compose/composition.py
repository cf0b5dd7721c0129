"""One form, one template, one document: render, resolve, arrange, and say what was left out."""

from collections.abc import Iterable, Iterator, Set
from dataclasses import field
from functools import partial

from generator.compose import blocks, entries, running
from generator.compose.context import chooser, context, lead_words
from generator.compose.entries import REFERENCE, Entries
from generator.compose.outline import outline
from generator.compose.template import Template
from generator.compose.theme import Draft
from generator.compose.tokens import Table
from generator.diagnostics import Diagnostic, Severity
from generator.document.nodes import Document, Placement, Text
from generator.document.walk import all_texts, characters
from generator.records import record
from generator.schema.model import Figure, Profile
from generator.schema.words import ADDRESSED, words_for

_UNPRINTED = {"answers", REFERENCE}
"""What the text does not say: 对应问题 ties a plan to problems, 上年参考 is for the clerk."""
_NUMBER = ("report", "number")


@record
class Composition:
    """A document, its findings, how many placeholders and characters it holds, and the entries that it was made of."""

    document: Document
    diagnostics: tuple[Diagnostic, ...]
    gaps: int
    characters: int
    filled: Entries = field(compare=False)


def editions(profile: Profile, template: Template) -> int:
    """How many addressees the form has, each with a document of its own; at least 1."""
    own = 0
    while ("unit", "addressee", own) in profile.values:
        own += 1
    level = next((v for v in template.schema.levels if v.label == profile.values.get(("unit", "level"))), None)
    return own or max(1, len(level.addressees) if level else 1)


def compose(profile: Profile, template: Template, edition: int = 0, filled: Entries | None = None) -> Composition:
    """The report that `profile` asks for, addressed to its `edition`-th addressee.

    filled: the profile's entries, where they are at hand already.
    Raises BrokenTemplate where the template does not hold together.
    """
    if filled is None:
        filled = entries.gather(profile, template.schema, template.names)
    draft = _draft(filled, template)
    names = context(draft, outline(filled, template.schema), edition)
    markup = running.render(template.templates, "report.md.j2", names)
    points: Placement = "run_in" if filled.get("report", "layers") == "1." else "joined"
    tree = blocks.build(markup, draft.table, points)
    # Names hold functions that hold the draft, cells hold sentences that hold the table: undone here, all of it goes
    # at once and not to the collector.
    names.clear()
    draft.table.clear()
    said = all_texts(tree)
    printed, gaps = _printed(said)
    return Composition(Document(tree, _meta(filled)), tuple(_lost(filled, printed)), gaps, characters(said), filled)


def names_for_nothing(template: Template) -> set[str]:
    """The names that a template may use, whatever the form says."""
    filled = entries.gather(Profile({}, {}), template.schema, template.names)
    return set(context(_draft(filled, template), outline(filled, template.schema), 0))


def _draft(filled: Entries, template: Template) -> Draft:
    profile = filled.profile
    table = Table()
    words = words_for(
        str(filled.get("unit", "name", 0) or ""),
        str(filled.get("unit", "upper") or ""),
        template.schema,
        {key: str(said) for key in ADDRESSED if (said := filled.get("unit", "address", key)) is not None},
    )
    year_round, everywhere = lead_words(table, words)
    return Draft(
        template.schema,
        filled,
        table,
        words,
        chooser(profile),
        template.named,
        template.formulas,
        template.labels,
        filled.known,
        {i for i, needed in template.operands.items() if filled.known.keys() >= needed},
        template.plans,
        partial(running.render, template.templates),
        year_round,
        everywhere,
        {},
        {},
    )


def _meta(filled: Entries) -> dict[str, str]:
    meta = {
        "unit": str(filled.get("unit", "name", 0) or ""),
        "year": str(filled.get("report", "year") or ""),
        "level": str(filled.get("unit", "level") or ""),
        "date": str(filled.get("report", "date") or ""),
        "sealed": "yes" if filled.get("report", "sealed") is True else "",
        "imprint_even_page": "yes" if filled.get("report", "imprint", "even_page") is True else "",
    }
    return {key: value for key, value in meta.items() if value}


def _printed(said: Iterable[Text]) -> tuple[set[int], int]:
    """The `id()` of every source that these words have, and how many of these are placeholders."""
    sources = [source for text in said if (source := text.source) is not None]
    printed, gaps = set(map(id, sources)), 0
    for source in [source for source in sources if source.operands or source.kind == "gap"]:
        printed.update(map(id, source.operands))
        gaps += source.kind == "gap"
    return printed, gaps


def _lost(filled: Entries, printed: Set[int]) -> Iterator[Diagnostic]:
    """What was entered for the report's text and stands nowhere in it."""
    number = filled.sources.get(_NUMBER)
    if filled.get(*_NUMBER) and id(number) not in printed:
        place = filled.profile.places.get(_NUMBER)
        hint = "要印就填“版头”的“发文机关标志”；公开稿一般不印"
        yield Diagnostic("CMP003", place, "没有版头，发文字号没有写进草稿", hint, Severity.INFO)
    parts = {s.id for s in filled.sections.values() if s.template}
    sources, values = filled.sources, filled.profile.values
    untold = set(values).difference(sources)
    untold.update([path for path, source in sources.items() if id(source) not in printed])
    looked_at = {path for path in (*untold, *filled.compared) if path[0] in parts and _UNPRINTED.isdisjoint(path)}
    for path in values if looked_at else ():
        value = values[path]
        figure = value if type(value) is Figure else None
        if path not in looked_at or (figure.not_applicable if figure else not value):
            continue
        place = filled.profile.places.get(path)
        if path in untold:
            message = f"“{filled.readable(path[:-1] if figure else path)}”没有写进草稿"
            once = "合并或单列的部分只印一个标题，写到排在最前的主题下，或删去"
            hint = once if path[-1] == "heading" else "核对它填写的位置"
            yield Diagnostic("CMP001", place, message, hint, Severity.WARNING)
        if figure and figure.last is not None and not (figure.exact and figure.last.exact):
            message = f"“{filled.readable(path[:-1])}”有上年数，但本年或上年是概数，没有写同比"
            yield Diagnostic("CMP002", place, message, "两年都填确数才能计算同比", Severity.INFO)
