"""Judging in tests: a piece of a report, and the rules of the shipped genre."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from functools import cache

import yaml
from drafting import shipped

from generator import resources
from generator.annotate import annotate
from generator.annotate.lexicon import Lexicon, lexicon
from generator.annotate.mentions_cues import Cues, cues_of
from generator.check.engine import run
from generator.check.registry import form_rules, load
from generator.check.rule import Rule
from generator.check.subject import Subject, form_alone, subject
from generator.check.wordlist import all_rules, word_lists, word_rules
from generator.compose import Template
from generator.diagnostics import Diagnostic
from generator.document.nodes import Document, Paragraph, Span, Text
from generator.schema.model import Profile


@cache
def sources() -> dict[str, str]:
    """The shipped genre's files."""
    folder = resources.find_template(str(resources.shipped("templates") / resources.DEFAULT_TEMPLATE))
    return resources.read_sources(folder)


@cache
def rules() -> dict[str, Rule]:
    """Every rule by its code."""
    return {rule.code: rule for rule in all_rules(load(), word_rules(sources()))}


@cache
def lists() -> Mapping[str, tuple[str, ...]]:
    """The shipped genre's words that rules use."""
    return word_lists(sources())


@cache
def words() -> Lexicon:
    """By what the shipped genre's reports are understood."""
    return lexicon(yaml.safe_load(sources()["lexicon.yml"]))


@cache
def cues() -> Cues:
    """What the shipped genre adds to the finding of figures."""
    return cues_of(yaml.safe_load(sources()["mentions.yml"]))


def judged(text: str, year: int = 2024, written: str = "") -> Subject:
    """A piece of a report of this year, each line of `text` a line of it; written: its date, none if empty."""
    blocks = tuple(
        Paragraph((Text(line),), Span(number, number))
        for number, line in enumerate(text.split("\n"), 1)
        if line.strip()
    )
    found = annotate(Document(blocks), shipped().schema, words(), cues())
    outline = replace(found.outline, year=year, date=written or found.outline.date)
    return subject("例.txt", replace(found, outline=outline), shipped().schema, lists())


def findings(text: str, codes: Iterable[str], year: int = 2024, written: str = "") -> list[Diagnostic]:
    """What the rules of these codes find in a piece of a report."""
    return list(run(judged(text, year, written), [rules()[code] for code in codes]))


def form_findings(profile: Profile, template: Template) -> tuple[Diagnostic, ...]:
    """What the rules about figures say of a form."""
    return run(form_alone(profile, template), form_rules())
