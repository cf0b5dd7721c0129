"""A heading of the measures and what stands under it, as the themes of the form that it was drafted from."""

from collections.abc import Iterator, Sequence, Set
from dataclasses import dataclass, field, replace

from generator.compose.clauses import MOST_CHARACTERS, MOST_FIGURES
from generator.extract.clauses import Clause, counting, said, worded
from generator.extract.found import Chosen, Found
from generator.extract.layout import Part, Stretch, sentences
from generator.extract.numbers import GAP
from generator.extract.points import Grammar, Parsed, chosen, counts, parse
from generator.extract.told import likeliest, told
from generator.regex import regex
from generator.schema.model import Path, Schema, Theme

_FIRST_GAP, _LAST_GAP = regex(f"{GAP}。(?=.)"), regex(f"(?<=。){GAP}。?$")
_NUMBERS = regex(r"\d+(?:\.\d+)?")


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
        elif current is not None and current.empty:
            # The theme of the placeholder says nothing, so this is the next one's: beside it or by itself.
            beside = stretch.line == current.line
            rest, extra = (stretch.text, []) if beside else ("", [stretch])
            out.append(Run("", stretch.line, rest=rest, extra=extra))
        elif current is not None:
            current.extra.append(stretch)
    if waiting:
        out.append(Run("", waiting[0].line, own=waiting))
    return [each for run in out for each in _apart(run)] if grammar.parted else out


def _apart(run: Run) -> list[Run]:
    """The run with the first sentence of what ends it, each other one as a theme of nothing but phrases; what stands
    behind all of them is of the last."""
    ends = run.parsed[-1][1].tail if run.parsed else sentences(run.rest)
    first, *others = _undivided(ends) or [""]
    line = run.parsed[-1][0].line if run.parsed else run.line
    more = [Run("", line, rest=rest) for rest in others]
    if more:
        more[-1].extra, run.extra = run.extra, []
    if more and run.parsed:
        run.parsed[-1][1].tail = [first]
    elif more:
        run.rest = first
    return [run, *more]


def _undivided(pieces: Sequence[str]) -> list[str]:
    """The sentences, what a draft has divided put together."""
    out: list[str] = []
    for piece in pieces:
        if out and crowded(out[-1] + piece):
            out[-1] += piece
        else:
            out.append(piece)
    return out


def _parted(stretches: Sequence[Stretch]) -> Iterator[Stretch]:
    """The stretches, the placeholder of a theme that begins or ends one of them by itself."""
    for stretch in stretches:
        first = None if stretch.heading else _FIRST_GAP.match(stretch.text)
        if first is not None:
            yield Stretch(stretch.line, first[0])
            stretch = replace(stretch, text=stretch.text[first.end() :])
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
            keep.clauses(worded(sentence, grammar.dictionary.leads), path, stretch.line, parsed.prints)
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

    def clauses(self, clauses: Sequence[Clause], at: Path, line: int, prints: frozenset[str] | None) -> None:
        """prints: what has room there, None for anything."""
        said_ = {clause.indicator for clause in clauses}
        for clause in clauses:
            if clause.indicator:
                own = any(figure.sentence for figure in clause.figures)
                self.found.figures(at, clause.indicator, list(clause.figures), line, doubtful=own)
            elif clause.words:
                room = clause.room or prints
                tells = told(self.schema, self.theme, clause.words, room)
                if tells is not None and not self.found.count((*at, "data", tells[0])):
                    self.found.figures(at, tells[0], [tells[1]], line, doubtful=True)
                elif not self.own(clause, at, line, room, said_):
                    self.other(clause.words, line, doubtful=True)

    def own(
        self, clause: Clause, at: Path, line: int, allowed: Set[str] | None = None, beside: Set[str] = frozenset()
    ) -> bool:
        """Keeps what the clerk worded as a figure of the point at `at`, of those `allowed` that are not told `beside`;
        whether it tells one."""
        taken = {str(path[-2]) for path in self.found.values if path[:-2] == (*at, "data")} | beside
        tells = likeliest(self.schema, clause.words, taken, clause.nature, allowed)
        if tells is not None:
            self.found.figures(at, tells[0], [tells[1]], line, doubtful=True)
        return tells is not None

    def other(self, words: str, line: int, doubtful: bool = False) -> None:
        """A phrase of 其他数据."""
        words = words.rstrip("。")
        if words and not words.startswith("【待补充"):
            self.found.put((*self.path, "other", self.found.count((*self.path, "other"))), words, line, doubtful)


def _own(keep: Keeper, stretch: Stretch, last: bool) -> None:
    """A point of the clerk's own: words, figures, and at the end of a theme what has no place of its own."""
    grammar, found = keep.grammar, keep.found
    at = (*keep.path, "points", found.count((*keep.path, "points")))
    pieces = sentences(stretch.text)
    starts = (n for n in range(len(pieces)) if said(grammar.dictionary, "".join(pieces[n:]), 0))
    begun = next(starts, len(pieces))
    words, other = pieces[:begun], ""
    phrases = len(words) > 1 or not stretch.heading
    if begun == len(pieces) and last and phrases and words and words[-1].startswith(grammar.dictionary.leads[:1]):
        other = words.pop()
    if stretch.heading:
        found.put((*at, "title"), stretch.heading, stretch.line)
    found.put((*at, "content"), closed("".join(words)), stretch.line)
    text = "".join(pieces[begun:])
    figures = counting(grammar.dictionary, text, wholly=True)
    if last and figures.end == len(text):
        # What ends the theme may be phrases of its own.
        figures = counting(grammar.dictionary, text)
    keep.clauses(figures.clauses, at, stretch.line, None)
    _trailing(keep, text[figures.end :] + other, stretch.line, frozenset())


def _trailing(keep: Keeper, text: str, line: int, prints: frozenset[str]) -> None:
    """What ends a theme: figures of other themes, and the clerk's own phrases. prints: see `Keeper.clauses`."""
    figures = counting(keep.grammar.dictionary, text)
    keep.clauses(figures.clauses, keep.path, line, None)
    left = sentences(text[figures.end :])
    start = max(0, len(left) - 1) if prints else 0
    while start > 0 and crowded("".join(left[start - 1 :])):
        start -= 1
    for sentence in left[:start]:
        # The phrases are one sentence, which is divided only where it is too long.
        keep.clauses(worded(sentence, keep.grammar.dictionary.leads), keep.path, line, prints)
    for sentence in left[start:]:
        for clause in worded(sentence, keep.grammar.dictionary.leads):
            tells = told(keep.schema, keep.theme, clause.words, prints) if prints else None
            if tells is not None and not keep.found.count((*keep.path, "data", tells[0])):
                keep.found.figures(keep.path, tells[0], [tells[1]], line, doubtful=True)
            else:
                keep.other(clause.words, line)


def crowded(sentence: str) -> bool:
    """Whether a draft would divide it."""
    return len(sentence) > MOST_CHARACTERS or len(_NUMBERS.findall(sentence)) > MOST_FIGURES


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


