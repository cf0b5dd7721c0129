"""A heading of the measures and what stands under it, as the themes of the form that it was drafted from."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from generator.extract.clauses import Clause, said
from generator.extract.found import Chosen, Found
from generator.extract.layout import Part, Stretch, sentences
from generator.extract.numbers import GAP
from generator.extract.points import Grammar, Parsed, chosen, counts, parse
from generator.extract.told import likeliest, told, worded_clauses
from generator.regex import regex
from generator.schema.model import Path, Schema, Theme

_LAST_GAP = regex(f"(?<=。){GAP}。?$")


@dataclass(slots=True)
class Run:
    """What of a part belongs to one theme, in the order of the text. theme: its id, "" where nothing tells; rest: what
    stands behind the offices; empty: whether a placeholder says that there is nothing."""

    theme: str = ""
    line: int = 0
    doubtful: bool = False
    empty: bool = False
    offices: str = ""
    rest: str = ""
    own: list[Stretch] = field(default_factory=list)
    parsed: list[tuple[Stretch, Parsed]] = field(default_factory=list)
    extra: list[Stretch] = field(default_factory=list)


def runs(grammar: Grammar, schema: Schema, part: Part, found: Found) -> list[Run]:
    """The themes of `part` in the order of the text."""
    out: list[Run] = []
    waiting: list[Stretch] = []
    for stretch in _parted(part.stretches):
        current = out[-1] if out else None
        offices = _offices(grammar, stretch, found)
        parsed = None if offices is not None else _parsed(grammar, stretch, current)
        if offices is not None:
            if waiting:
                out.append(Run("", waiting[0].line, own=waiting))
                waiting = []
            named, rest = offices
            out.append(Run(_single(schema), stretch.line, offices=named, rest=rest, empty=not named))
        elif parsed is not None:
            if current is None or current.theme != parsed.theme or waiting:
                out.append(Run(parsed.theme, stretch.line, own=waiting))
                waiting = []
            out[-1].parsed.append((stretch, parsed))
            found.choices += parsed.choices
        elif stretch.heading or (current is None and not waiting):
            open_ = current is not None and not (current.parsed or current.extra or current.empty)
            if current is not None and open_ and current.theme:
                current.own.append(stretch)
            else:
                waiting.append(stretch)
        elif waiting:
            out.append(Run("", waiting[0].line, own=waiting, extra=[stretch]))
            waiting = []
        elif current is not None:
            current.extra.append(stretch)
    if waiting:
        out.append(Run("", waiting[0].line, own=waiting))
    return out


def _parted(stretches: Sequence[Stretch]) -> Iterator[Stretch]:
    """The stretches, the placeholder of a theme that ends one of them by itself."""
    for stretch in stretches:
        found = _LAST_GAP.search(stretch.text)
        if found is None:
            yield stretch
        else:
            yield replace(stretch, text=stretch.text[: found.start()])
            yield Stretch(stretch.line, found[0])


def _single(schema: Schema) -> str:
    return next((s.theme for s in schema.sections if s.shape == "theme"), "")


def _offices(grammar: Grammar, stretch: Stretch, found: Found) -> tuple[str, str] | None:
    """The offices that the stretch names, "" for the placeholder of the theme that has them, and what else it says;
    None for another stretch."""
    for blocks in grammar.frame.own[:1]:
        for kind, raw in blocks:
            if kind != "paragraph":
                continue
            pattern = grammar.pattern(raw)
            match = pattern.regex.fullmatch(stretch.text) or pattern.regex.match(stretch.text)
            if match and (match.end() == len(stretch.text) or match[0].endswith("。")):
                chosen(found.choices, pattern, match)
                _headed(grammar, stretch, found)
                return next((match[name] for name in pattern.values), ""), stretch.text[match.end() :]
    return None


def _headed(grammar: Grammar, stretch: Stretch, found: Found) -> None:
    for kind, raw in grammar.frame.own[1]:
        if kind == "heading3" and raw and stretch.heading:
            pattern = grammar.pattern(raw)
            match = pattern.regex.fullmatch(stretch.heading)
            if match:
                chosen(found.choices, pattern, match)


def _parsed(grammar: Grammar, stretch: Stretch, current: Run | None) -> Parsed | None:
    """The stretch as a point of the theme that explains most of it; None where none does."""
    best: Parsed | None = None
    rank = (-1, False)
    for theme, points in grammar.frame.points.items():
        for point in points:
            here: list[Chosen] = []
            if stretch.heading:
                pattern = grammar.pattern(point.heading)
                match = pattern.regex.fullmatch(stretch.heading)
                if match is None:
                    continue
                chosen(here, pattern, match)
            elif not stretch.text:
                continue
            parsed = parse(grammar, theme, point, stretch.text)
            parsed.choices[:0] = here
            tried = (parsed.explained, current is not None and current.theme == theme)
            if parsed.foreign and not stretch.heading:
                continue
            if tried > rank and (parsed.explained or (stretch.heading and counts(parsed))):
                best, rank = parsed, tried
    return best


def write(grammar: Grammar, schema: Schema, run: Run, path: Path, found: Found) -> None:
    """Keeps what `run` says under `path`."""
    for number, name in enumerate(filter(None, run.offices.split("、"))):
        found.put((*path, "offices", number), name, run.line)
    keep = Keeper(grammar, schema, run.theme, path, found)
    _trailing(keep, run.rest, run.line, frozenset())
    for stretch in run.own:
        _own(keep, stretch, last=stretch is run.own[-1] and not run.parsed)
    for stretch, parsed in run.parsed:
        for label, detail in parsed.ticks.items():
            found.put((*path, "ticks", label), detail, stretch.line)
        keep.clauses(parsed.clauses, path, stretch.line, parsed.prints)
        last = stretch is run.parsed[-1][0]
        for sentence in [*parsed.loose, *([] if last else parsed.tail)]:
            keep.clauses(_worded(grammar, sentence), path, stretch.line, parsed.prints, _nature(grammar, sentence))
        if last:
            _trailing(keep, "".join(parsed.tail), stretch.line, parsed.prints)
    texts = [stretch.text for stretch in run.extra]
    if texts:
        found.put((*path, "extra"), closed("\n\n".join(texts)), run.extra[0].line)


@dataclass(slots=True)
class Keeper:
    """Puts clauses where the form has them: figures, figures in the clerk's words, phrases of 其他数据."""

    grammar: Grammar
    schema: Schema
    theme: str
    path: Path
    found: Found

    def clauses(
        self, clauses: Sequence[Clause], at: Path, line: int, prints: frozenset[str] | None, nature: str = ""
    ) -> None:
        """prints: what has room there, None for anything; nature: of what is counted, "" if unknown."""
        for clause in clauses:
            if clause.indicator:
                self.found.figures(at, clause.indicator, list(clause.figures), line)
            elif clause.words:
                tells = told(self.schema, self.theme, clause.words, prints)
                if tells is not None and not self.found.count((*at, "data", tells[0])):
                    self.found.figures(at, tells[0], [tells[1]], line, doubtful=True)
                elif not self.own(clause.words, at, line, nature, prints):
                    self.other(clause.words, line, doubtful=True)

    def own(
        self, words: str, at: Path, line: int, nature: str = "", allowed: frozenset[str] | None = None
    ) -> bool:
        """Keeps what the clerk worded as a figure of the point at `at`, of those `allowed`; whether it tells one."""
        taken = {str(path[-2]) for path in self.found.values if path[:-2] == (*at, "data")}
        tells = likeliest(self.schema, words, taken, nature, allowed)
        if tells is not None:
            self.found.figures(at, tells[0], [tells[1]], line, doubtful=True)
        return tells is not None

    def other(self, words: str, line: int, doubtful: bool = False) -> None:
        """A phrase of 其他数据."""
        words = words.rstrip("。")
        if words and not words.startswith("【待补充"):
            self.found.put((*self.path, "other", self.found.count((*self.path, "other"))), words, line, doubtful)


def _worded(grammar: Grammar, sentence: str) -> list[Clause]:
    """The clauses of a sentence that nothing explains."""
    words = sentence.rstrip("。")
    for lead in grammar.dictionary.leads:
        words = words.removeprefix(lead)
    # A clause with a placeholder is the template's: nothing was entered there.
    return [Clause(words=piece) for piece in words.split("，") if "【待补充" not in piece]


def _nature(grammar: Grammar, sentence: str) -> str:
    """Whether a sentence counts what happened (全年) or what there is (全镇), "" where it begins with neither."""
    for lead, nature in zip(grammar.dictionary.leads, ("flow", "stock"), strict=True):
        if lead and sentence.startswith(lead):
            return nature
    return ""


def _own(keep: Keeper, stretch: Stretch, last: bool) -> None:
    """A point of the clerk's own: words, figures, and at the end of a theme what has no place of its own."""
    grammar, found = keep.grammar, keep.found
    at = (*keep.path, "points", found.count((*keep.path, "points")))
    pieces = sentences(stretch.text)
    starts = (n for n in range(len(pieces)) if said(grammar.dictionary, "".join(pieces[n:]), 0))
    begun = next(starts, len(pieces))
    words, other = pieces[:begun], ""
    if begun == len(pieces) and last and len(words) > 1 and words[-1].startswith(grammar.dictionary.leads[:1]):
        other = words.pop()
    if stretch.heading:
        found.put((*at, "title"), stretch.heading, stretch.line)
    found.put((*at, "content"), closed("".join(words)), stretch.line)
    text = "".join(pieces[begun:])
    position = _figures(keep, text, at, stretch.line)
    while not last and (end := _counted(keep, text, position, at, stretch.line)) > position:
        position = end + _figures(keep, text[end:], at, stretch.line)
    _trailing(keep, text[position:] + other, stretch.line, frozenset())


def _figures(keep: Keeper, text: str, at: Path, line: int) -> int:
    """Keeps the figures that `text` begins with under `at`; where they end."""
    position = 0
    while position < len(text):
        sentence = said(keep.grammar.dictionary, text, position)
        if sentence is None:
            break
        keep.clauses(sentence.clauses, at, line, None)
        position = sentence.end
    return position


def _counted(keep: Keeper, text: str, start: int, at: Path, line: int) -> int:
    """Keeps under `at` the figures of a sentence that the clerk worded wholly; where it ends, `start` if it is none."""
    clauses, nature, end = worded_clauses(text, start, keep.grammar.dictionary.leads)
    for words in clauses:
        if not keep.own(words, at, line, nature):
            keep.other(words, line, doubtful=True)
    return end


def _trailing(keep: Keeper, text: str, line: int, prints: frozenset[str]) -> None:
    """What ends a theme: figures of other themes, and the clerk's own phrases. prints: see `Keeper.clauses`."""
    position = _figures(keep, text, keep.path, line)
    for sentence in sentences(text[position:]):
        clauses = _worded(keep.grammar, sentence)
        for clause in clauses:
            tells = told(keep.schema, keep.theme, clause.words, prints) if prints else None
            if tells is not None and not keep.found.count((*keep.path, "data", tells[0])):
                keep.found.figures(keep.path, tells[0], [tells[1]], line, doubtful=True)
            else:
                keep.other(clause.words, line)


def closed(prose: str) -> str:
    """Prose as the form keeps it: without the mark that closes it."""
    return prose.rstrip("。；，、;, 　")


def default_headings(theme: Theme, several: bool) -> Iterator[tuple[str, int]]:
    """What a theme's usual headings are, or contribute to a heading of several themes."""
    for at, heading in enumerate(theme.headings):
        yield (heading.partition("，")[0] if several else heading), at


def usual(schema: Schema, heading: str, found: list[Chosen]) -> tuple[str, ...]:
    """The themes whose usual heading this is; their wordings go to `found`. () for a heading of the clerk's."""
    for theme in schema.themes:
        for words, at in default_headings(theme, several=False):
            if words == heading:
                found.append(Chosen(theme.headings, at))
                return (theme.id,)
    for first in schema.themes:
        for words, at in default_headings(first, several=True):
            if not heading.startswith(words + "，"):
                continue
            for second in schema.themes:
                for more, place in default_headings(second, several=True):
                    if second is not first and heading == f"{words}，{more}":
                        found += [Chosen(first.headings, at), Chosen(second.headings, place)]
                        return first.id, second.id
    return ()


