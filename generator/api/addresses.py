"""Findings and placeholders of a form to the addresses of the fields that they are about."""

import re
from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from types import MappingProxyType

from generator.document.nodes import Block, Document, Heading
from generator.document.walk import all_texts, plain, stretches
from generator.forms.questions import joined
from generator.forms.shapes import figure_of
from generator.forms.typed import Typed
from generator.resources import TemplateFolder
from generator.schema.model import Path as Address
from generator.schema.model import Schema, Section

_KEPT: list[tuple[Schema, Mapping[str, str]]] = []


class Places:
    """Where in a form, and what of it, to addresses of fields. found: what was typed; asked: words of a placeholder
    that stands for a whole section -> its id."""

    def __init__(
        self, found: Mapping[Address, Typed], text: str, schema: Schema, asked: Mapping[str, str] = MappingProxyType({})
    ) -> None:
        spots = sorted((t.node.start, joined(figure_of(path))) for path, t in found.items())
        self.starts = [start for start, _ in spots]
        self.addresses = [address for _, address in spots]
        self.exact: dict[tuple[int, int], str] = {}
        for path, held in found.items():
            self.exact[held.node.line, held.node.column] = joined(figure_of(path))
        self.text = text
        self.sections = {section.label: section for section in schema.sections}
        self.hints: dict[str, str] = {}
        for section in schema.sections:
            self.hints[section.hint] = self.hints[section.label] = f"{section.id}/0" if section.shape == "items" else ""
            for entry in section.fields if section.shape == "record" else ():
                self.hints.setdefault(entry.label, f"{section.id}/{entry.id}")
        for words, id_ in asked.items():
            self.hints.setdefault(words, self._first(next(s for s in schema.sections if s.id == id_), schema))
        self.indicators = {i.label: i for i in schema.indicators.values()}
        self.names = _names(schema)
        filled = (p for p, t in found.items() if len(p) > 1 and t.words)
        self.items = sorted({(str(p[0]), p[1]) for p in filled if isinstance(p[1], int)})

    def at(self, line: int, column: int) -> str:
        """The address of the value there."""
        return self.exact.get((line, column), "")

    def gap(self, path: str) -> str:
        """The address of what a placeholder asks for, by the words that it bears; "" if they name no field."""
        steps = path.split(".")
        section = self.sections.get(steps[0])
        if section is not None and len(steps) == 3 and steps[1].isdigit():
            entry = next((f.id for f in section.fields if f.label == steps[2]), "")
            written = [number for id_, number in self.items if id_ == section.id]
            at = int(steps[1]) - 1
            return f"{section.id}/{written[at] if at < len(written) else at}/{entry}" if entry else ""
        if path in self.hints:
            return self.hints[path]
        indicator = self.indicators.get(steps[-1])
        if indicator is None:
            return ""
        home = next((s for s in self.sections.values() if s.theme == indicator.theme), None)
        themes = next((s.id for s in self.sections.values() if s.shape == "themes"), "")
        head = home.id if home else f"{themes}/{indicator.theme}"
        return f"{head}/data/{indicator.id}"

    def lacking(self, message: str, address: str) -> str:
        """The address of the field that a message (“报告”缺“成文日期”) misses; its key may not be in the form."""
        few = re.match("“([^”]*)”有 ([0-9]+) 条，", message)
        if few and few[1] in self.sections:
            # Behind the last item that has words.
            id_ = self.sections[few[1]].id
            return f"{id_}/{max((number for of, number in self.items if of == id_), default=-1) + 1}"
        named = re.fullmatch("“([^”]*)”(?:第 [0-9]+ 条)?缺“([^”]*)”", message)
        section = self.sections.get(named[1]) if named else None
        entry = next((f for f in section.fields if named and f.label == named[2]), None) if section else None
        if section is None or entry is None:
            return address
        steps = address.split("/")
        item = steps[1:2] if section.shape == "items" and steps[0] == section.id else []
        return "/".join([section.id, *item, entry.id]) + ("/0" if entry.many else "")

    def part(self, address: str) -> str:
        """The part of the form (a section, or a theme of one) that a field is in."""
        first, _, rest = address.partition("/")
        themes = any(s.id == first and s.shape == "themes" for s in self.sections.values())
        return f"{first}/{rest.partition('/')[0]}" if themes and rest else first

    def quoted(self, message: str, document: Document) -> str:
        """The part whose heading, or whose words of the template, a message quotes; "" if it quotes none."""
        for words in re.findall("“([^”]{4,})”", message):
            said = [number for number, block in enumerate(document.blocks) if words in _plain(block)]
            for block in _below(document.blocks[said[0] :]) if said else ():
                for text in all_texts((block,)):
                    place = text.source.place if text.source else None
                    if place and (address := self.at(place.line, place.column)):
                        return self.part(address)
        return ""

    def about(self, *said: str) -> str:
        """The field or the part that words about a whole report (a message, then its hint) name; "" if none."""
        return next((address for words in said for name, address in self.names if name in words), "")

    def _first(self, section: Section, schema: Schema) -> str:
        """What is filled first of a section."""
        if section.shape == "items":
            return f"{section.id}/0"
        own = {other.theme for other in schema.sections if other.shape == "theme"}
        theme = next((t.id for t in schema.themes if t.id not in own), "") if section.shape == "themes" else ""
        return f"{section.id}/{theme}" if theme else section.id

    def near(self, start: int, line: int) -> str:
        """The address of the value that the offset is in, or that of its line."""
        at = bisect_right(self.starts, start) - 1
        for position in (at, at + 1):
            if 0 <= position < len(self.starts) and self._line(self.starts[position]) == line:
                return self.addresses[position]
        return ""

    def _line(self, start: int) -> int:
        return self.text.count("\n", 0, start) + 1


def _plain(block: Block) -> str:
    return "".join(plain(inlines) for inlines in stretches((block,)))


def _below(blocks: Sequence[Block]) -> Iterator[Block]:
    """The first block and, if it is a heading, what stands below it."""
    first, *rest = blocks
    yield first
    if isinstance(first, Heading):
        for block in rest:
            if isinstance(block, Heading) and block.level <= first.level:
                return
            yield block


def _names(schema: Schema) -> list[tuple[str, str]]:
    """Names of parts, and of the fields that every report has, with their addresses, the longest first; what two places
    are called says nothing, nor does a short name that is a word of its own."""
    themes = next((s.id for s in schema.sections if s.shape == "themes"), "")
    own = {s.theme: s.id for s in schema.sections if s.shape == "theme"}
    named = [(t.label, own.get(t.id) or joined((themes, t.id))) for t in schema.themes if len(t.label) > 2]
    named += [(s.label, s.id) for s in schema.sections if s.template and s.shape in ("theme", "items")]
    for section in schema.sections:
        least, head = (2, f"{section.id}/0") if section.shape == "items" else (3, section.id)
        named += [(f.label, f"{head}/{f.id}") for f in section.fields if f.required and len(f.label) >= least]
    homes: dict[str, set[str]] = {}
    for name, address in named:
        homes.setdefault(name, set()).add(address)
    single = [(name, *found) for name, found in homes.items() if len(found) == 1]
    return sorted(((one[0], one[1]) for one in single), key=lambda one: -len(one[0]))


def placeholders(folder: TemplateFolder, schema: Schema) -> Mapping[str, str]:
    """Words of the placeholders that the templates of sections print -> id of the section; what an included template
    prints belongs to the section of one theme."""
    for kept, found in _KEPT:
        if kept is schema:
            return found
    made: dict[str, str] = {}
    included: dict[str, str] = {}
    for section in sorted(schema.sections, key=lambda s: s.shape != "theme"):
        path = folder.root / "sections" / f"{section.template}.md.j2"
        text = path.read_text("utf-8") if section.template and path.is_file() else ""
        for words in _asked(text):
            made.setdefault(words, section.id)
        for name in re.findall(r'{%-? *include "([^"]+)"', text):
            if (folder.root / name).is_file():
                for words in _asked((folder.root / name).read_text("utf-8")):
                    included.setdefault(words, section.id)
    _KEPT.append((schema, {**included, **made}))
    del _KEPT[:-4]
    return _KEPT[-1][1]


def _asked(text: str) -> list[str]:
    return re.findall(r'待补\("([^"]+)"\)', text)
