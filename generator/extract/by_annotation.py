"""Anybody's report as a form: what its headings and figures mean, its own words kept where nothing explains them."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from generator.annotate.model import Annotation, Section, Spot
from generator.compose import Template
from generator.extract.causes import causes_of, parted
from generator.extract.counted import counted, unreckoned
from generator.extract.found import Found
from generator.extract.layout import sentences
from generator.extract.letter import letter
from generator.extract.listed import headed, listed
from generator.extract.passages import Passage, passages, printed
from generator.extract.themes import closed
from generator.schema.model import Path, Schema
from generator.schema.model import Section as Part

_SINGLE = "first_responsible"
"""The role of the part that may be one of the report's or a theme of the measures, and that theme."""
_NAME = 20
"""Characters of a sentence that may name a problem."""


def by_annotation(annotation: Annotation, template: Template) -> Found:
    """The values of a form whose draft says what the report says, most of it in its own words (补充)."""
    found = Found()
    outline, schema = annotation.outline, template.schema
    letter(annotation, schema, found)
    parts = passages(annotation)
    # An umbrella (主要举措和成效) has the themes below it; where several parts are measures, each is a theme.
    flat = sum(part.section.role in ("", "measures") for part in parts) > 1
    themed = list(_themed(parts, flat, annotation, schema))
    _Themes(annotation, template, found).keep(themed)
    unreckoned(found, template)
    _lists([part for part in parts if part not in themed and not _is_blend(part)], template, found)
    roles = [section.role for section in outline.sections]
    own = any(part.section.role == "first_responsible" for part in parts)
    found.put(("report", "structure"), _structure(schema, roles, flat, own), 1)
    return found


def _themed(parts: Sequence[Passage], flat: bool, annotation: Annotation, schema: Schema) -> Iterator[Passage]:
    """The passages that are themes of the measures, in reading order; flat: they are level-1 parts themselves."""
    for part in parts:
        if part.section.role in ("", "measures"):
            if part.below and not flat:
                yield from part.below
            elif part.below or part.section.themes or not part.body:
                yield part
            else:
                yield from by_figures(part, annotation, schema)
        elif part.section.role == _SINGLE and _is_blend(part):
            yield from part.below
        elif flat and part.section.role == _SINGLE:
            yield part


def by_figures(part: Passage, annotation: Annotation, schema: Schema) -> Iterator[Passage]:
    """The paragraphs of an umbrella that has no headings below it, each theme's by what most of its figures are; one
    without figures goes with the one before it."""
    counts: dict[int, Counter[str]] = {}
    for mention in annotation.mentions:
        if mention.indicator is not None:
            counts.setdefault(mention.quantity.spot.line, Counter())[schema.indicators[mention.indicator].theme] += 1
    pending: list[tuple[int, str]] = []
    theme = ""
    for line, words in part.body:
        told = counts.get(line, Counter[str]()).most_common(1)
        if told and theme and told[0][0] != theme:
            yield _unheaded(part, theme, pending)
            pending = []
        theme = told[0][0] if told else theme
        pending.append((line, words))
    yield _unheaded(part, theme, pending)


def _unheaded(part: Passage, theme: str, body: Sequence[tuple[int, str]]) -> Passage:
    first, last = body[0][0], body[-1][0]
    themes = (theme,) if theme else ()
    return Passage(Section(1, "", "", "measures", themes, False, Spot(first, 0, 0), first, last), tuple(body), ())


def _is_blend(part: Passage) -> bool:
    """Whether what the first responsible did has the measures below it too (履职情况及年度重点工作)."""
    themes = [inner.section.themes[0] for inner in part.below if inner.section.themes]
    return _SINGLE in themes and sum(theme != _SINGLE for theme in themes) > 1


class _Themes:
    """Passages of the measures on their way to the themes of a form: each theme once."""

    def __init__(self, annotation: Annotation, template: Template, found: Found) -> None:
        self.annotation, self.template, self.found = annotation, template, found
        schema = template.schema
        self.home = next(s.id for s in schema.sections if s.shape == "themes")
        self.single = {s.theme: s.id for s in schema.sections if s.shape == "theme"}
        self.order: list[str] = []

    def keep(self, parts: Sequence[Passage]) -> None:
        """Each passage to a theme; one whose themes are all taken is added to the first of them."""
        wanted = [self._wanted(part) for part in parts]
        given = _given(wanted)
        for at, part in enumerate(parts):
            known = set(self.order).union(given.values())
            spare = [t.id for t in self.template.schema.themes if t.id not in known and t.id not in self.single]
            theme = given.get(at) or next(iter(wanted[at] or spare or self.order))
            self._put(part, theme, again=theme in self.order, doubtful=theme not in wanted[at][:1])
        groups = tuple((theme,) for theme in self.order)
        if groups:
            self.found.put(("report", "outline"), groups, parts[0].section.spot.line)
        digits = [inner.section.marker[:1].isdigit() for part in parts if _has_points(part) for inner in part.below]
        if digits.count(True) * 2 > len(digits):
            self.found.put(("report", "layers"), "1.", parts[0].section.spot.line)

    def _wanted(self, part: Passage) -> list[str]:
        """The themes that a passage may be of, the likeliest first."""
        wanted = [theme for theme in part.section.themes if theme in self.template.named]
        return [_SINGLE, *wanted] if part.section.role == _SINGLE and _SINGLE in self.single else wanted

    def _put(self, part: Passage, theme: str, again: bool, doubtful: bool) -> None:
        path: Path = (self.single[theme],) if theme in self.single else (self.home, theme)
        line = part.section.spot.line
        heading = part.section.text.strip("。：: ")
        points = not again and _has_points(part)
        texts = list(part.body if points else printed(part))
        for inner in part.below if points else ():
            self._point(inner, theme, path)
        if not again:
            self.order.append(theme)
            if heading:
                self.found.put((*path, "heading"), heading, line, doubtful)
        elif heading:
            texts.insert(0, (line, f"{heading}。"))
        kept: list[str] = []
        for number, words in texts:
            left = counted(self.annotation, self.template, theme, path, number, words, self.found)
            if left.strip("。；，,; "):
                kept.append(left.replace("\t", " "))
        before = self.found.values.get((*path, "extra"))
        text = "\n\n".join([*([str(before)] if before else []), *kept])
        if text:
            self.found.values[(*path, "extra")] = closed(text)
            self.found.note((*path, "extra"), line, again)


    def _point(self, part: Passage, theme: str, path: Path) -> None:
        """A point of a theme: its heading, its words, the figures of its sentences that only count."""
        at: Path = (*path, "points", self.found.count((*path, "points")))
        line = part.section.spot.line
        self.found.put((*at, "title"), part.section.text.strip("。：: "), line)
        left = [
            counted(self.annotation, self.template, theme, at, number, words, self.found).replace("\t", " ")
            for number, words in printed(part)
        ]
        self.found.put((*at, "content"), closed("\n\n".join(words for words in left if words.strip("。；，,; "))), line)


def _has_points(part: Passage) -> bool:
    """Whether what stands under a heading is told in points, each with a heading that its text follows (一是…。…)."""
    return len(part.below) > 1 and all(
        inner.section.run_in and inner.section.text and not inner.section.role for inner in part.below
    )


def _given(wanted: Sequence[Sequence[str]]) -> dict[int, str]:
    """A theme for each passage that gets one of its own: first choices before second ones, whatever the order."""
    given: dict[int, str] = {}
    for choice in range(max(map(len, wanted), default=0)):
        for at, themes in enumerate(wanted):
            if at not in given and len(themes) > choice and themes[choice] not in given.values():
                given[at] = themes[choice]
    return given


def _lists(parts: Sequence[Passage], template: Template, found: Found) -> None:
    """Highlights, problems, plans and what else there is, wherever they stand."""
    by_role = {section.role: section for section in template.schema.sections if section.role}
    for part in _walk(parts):
        section = by_role.get(part.section.role)
        if section is None:
            continue
        if section.shape == "items":
            _items(part, section, template, found)
        elif section.shape == "prose":
            text = "\n\n".join(words for _, words in printed(part))
            found.put((section.id,), closed(text), part.section.spot.line)
        elif section.shape == "theme" and part.section.level == 1:
            text = "\n\n".join(words for _, words in printed(part))
            found.put((section.id, "extra"), closed(text), part.section.spot.line)


def _walk(parts: Sequence[Passage]) -> Iterator[Passage]:
    for part in parts:
        measures = part.section.role in ("", "measures")
        # 不足与下步打算 has two lists below it.
        apart = [] if measures else [inner for inner in part.below if inner.section.role]
        rest = tuple(inner for inner in part.below if inner not in apart)
        if not apart or part.body or rest:
            yield Passage(part.section, part.body, rest)
        yield from apart
        if measures:
            yield from _walk(part.below)


def _items(part: Passage, section: Part, template: Template, found: Found) -> None:
    first, *rest = [entry for entry in section.fields if entry.kind in ("phrase", "prose")]
    leads = causes_of(template, section.id)
    opening, told = _told(part, leads)
    for line, heading, text in told:
        number = found.count((section.id,))
        heading, pieces = _parted(heading, text, leads) if len(rest) > 1 else (heading, [text])
        found.put((section.id, number, first.id), heading, line)
        pieces[0], led, opening = opening + pieces[0], bool(opening), ""
        for entry, words in zip(rest, pieces, strict=False):
            if entry.many:
                for at, sentence in enumerate(sentences(words.replace("\n\n", ""))):
                    doubtful = led and not at and words is pieces[0]
                    found.put((section.id, number, entry.id, at), closed(sentence), line, doubtful)
            else:
                found.put((section.id, number, entry.id), closed(words), line, led and words is pieces[0])


def _parted(heading: str, text: str, leads: Sequence[str]) -> tuple[str, list[str]]:
    """The heading of a problem, what shows it and what causes it; all may stand in the heading: 案卷不全，原因是…."""
    shown, cause = parted(heading, leads)
    if not cause or not shown:
        return heading, parted(text, leads)
    named, more = headed(shown.rstrip("，,；; "))
    return named, [more, "。".join(filter(None, (closed(cause), text)))]


def _told(part: Passage, leads: Sequence[str]) -> tuple[str, list[tuple[int, str, str]]]:
    """What leads to the items of a list, and line, heading and text of each. leads: words that causes begin with."""
    if part.below:
        return "".join(words for _, words in part.body), list(map(_of_section, part.below))
    opening, told = "", []
    several = len(part.body) > 1
    for number, (line, words) in enumerate(part.body):
        said = sentences(words)
        named = len(said[0]) <= _NAME and not re.search("[，,；;：:]", said[0]) if said else False
        if leads and several and len(said) > 1 and named:
            # A paragraph that begins with a short sentence is one problem.
            told.append((line, closed(said[0]), "".join(said[1:])))
            continue
        lead, items = listed(words, leads, not part.section.text and not number)
        opening += lead
        told += [(line, *headed(item)) for item in items]
    return opening, told


def _of_section(inner: Passage) -> tuple[int, str, str]:
    text = "\n\n".join(words for _, words in printed(inner))
    heading = inner.section.text.strip("。：: ")
    if not heading:
        heading, text = headed(text)
    return inner.section.spot.line, heading, text


def _structure(schema: Schema, roles: Sequence[str], flat: bool, own: bool) -> str:
    """The structure whose parts are those of the report."""
    by_id = {section.id: section for section in schema.sections}
    seen = {role for role in roles if role} - {"measures", "other"} - (set() if own else {"first_responsible"})

    def distance(name: str) -> tuple[bool, int]:
        parts = {by_id[part].role for part in schema.structures[name]} - {"measures", "other"}
        return (name in schema.flat) != flat, len(parts ^ seen)

    return min(schema.structures, key=distance)
