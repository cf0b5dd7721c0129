"""A report read and understood: what `gen inspect`, `learn`, `extract` and `check` start from."""

from collections.abc import Mapping
from os.path import abspath
from pathlib import Path
from typing import Any

from generator import resources
from generator.annotate import annotate
from generator.annotate.lexicon import Lexicon, lexicon
from generator.annotate.mentions_cues import Cues, cues_of
from generator.annotate.model import Annotation
from generator.annotate.themes_likeness import likeness
from generator.api.inputs import load
from generator.compose import Template
from generator.diagnostics import Diagnostic
from generator.document.nodes import Document
from generator.document.walk import plain, stretches
from generator.errors import UnreadableInput
from generator.readers import read, read_bytes
from generator.records import record
from generator.schema.codec import mapping
from generator.schema.model import Schema


@record
class Words:
    """By what a genre's reports are recognised."""

    lexicon: Lexicon
    cues: Cues


@record
class Understood:
    """A report as a tree and what it means. diagnostics: the reader's and the annotator's."""

    file: str
    document: Document
    annotation: Annotation
    schema: Schema
    diagnostics: tuple[Diagnostic, ...]


MOST_CHARACTERS = 1_000_000
"""Of a report that is to be understood, about 3 MB of text; the longest have about forty thousand."""
_KNOWN: dict[str, tuple[Template, Words]] = {}
"""Words of each template folder, for as long as the template made of it is the same."""


def understand(path: Path, template: str | None = None, data: bytes | None = None) -> Understood:
    """The report in a file (docx, doc, wps, pdf, html, txt, md), taken for one of this genre.

    data: its bytes, where they are at hand and the file is not. Raises UnreadableInput, UsageError, BrokenTemplate.
    """
    folder, made = load(template)
    reading = read(path) if data is None else read_bytes(data, str(path))
    bounded(reading.document, str(path))
    words = words_of(folder, made)
    found = annotate(reading.document, made.schema, words.lexicon, words.cues)
    told = (*reading.diagnostics, *found.diagnostics)
    return Understood(str(path), reading.document, found, made.schema, told)


def bounded(document: Document, name: str) -> None:
    """Raises UnreadableInput for more words than a report has: to understand them takes time."""
    length = sum(len(plain(inlines)) for inlines in stretches(document.blocks))
    if length > MOST_CHARACTERS:
        told = f"“{name}”有 {length // 10_000} 万字，不像一份报告"
        raise UnreadableInput(told, "报告一般只有几千到几万字；请确认是不是选错了文件")


def words_of(folder: resources.TemplateFolder, made: Template) -> Words:
    """The words of a template folder. Raises BrokenTemplate."""
    where = abspath(folder.root)  # noqa: PTH100 - as in `generator.draft`
    known = _KNOWN.get(where)
    if known is None or known[0] is not made:
        sources = resources.read_sources(folder)
        said = mapping(sources, "lexicon.yml") if "lexicon.yml" in sources else _general(sources, made.schema)
        cues = mapping(sources, "mentions.yml") if "mentions.yml" in sources else {}
        known = _KNOWN[where] = made, Words(lexicon(said, likeness(_sayings(sources, made.schema))), cues_of(cues))
    return known[1]


def _sayings(sources: Mapping[str, str], schema: Schema) -> Mapping[str, list[str]]:
    """What a folder says of each theme: the sentences of its templates, the words for its figures."""
    told = {theme.id: [theme.label, sources.get(f"themes/{theme.id}.md.j2", "")] for theme in schema.themes}
    for one in schema.indicators.values():
        if one.theme in told:
            told[one.theme] += one.label, one.clause, one.hint, *one.aliases
    return told


def _general(sources: Mapping[str, str], schema: Schema) -> Mapping[str, Any]:
    """For a genre without words of its own: those that all work reports share, and its themes by their names."""
    shared = f"{resources.SHARED}/lexicon.yml"
    if shared not in sources:
        return {}
    themes = {
        theme.id: {6: [theme.label, *theme.aliases], 4: [part for each in theme.headings for part in each.split("，")]}
        for theme in schema.themes
    }
    return {**mapping(sources, shared), "themes": themes}
