"""One theme: what its template says of its figures (`d`), its measures (`举措`), and of what is left (`其余`)."""

import re
from collections.abc import Callable, Iterable, Mapping, Sequence, Set
from decimal import Decimal
from functools import lru_cache

from generator.compose import figures as wording
from generator.compose import formulas
from generator.compose.blocks import Stretch, paragraph, stretches
from generator.compose.entries import Entries
from generator.compose.figures import Sourced
from generator.compose.formulas import Formula
from generator.compose.plan import Plan, Rest, Saying, Tick
from generator.compose.running import Exposed
from generator.compose.sentences import Clause, Part, Parts, parse
from generator.compose.tokens import BODY, CLOSED, LIVE, NEUTRAL, NOTHING, WORDS, Cell, Sentence, Table, gap
from generator.document.nodes import Placement, Source, Text
from generator.records import record
from generator.schema.model import Indicator, Path, Schema

_SLOT = r"\{([^{}]*?)做法\}"
_COMMA, _STOP = Text("，"), Text("。")
_NEUTRAL = chr(NEUTRAL)
_WORD = r"\{([^{}]+)\}"


@record
class Draft:
    """What all parts of one draft share.

    words: word slot (全域) -> words; named: theme id -> labels that its template places itself;
    formulas: indicator id -> formula; labels: label or alias -> indicator; known: what formulas reckon with;
    derivable: indicators whose formula has all that it needs; plans: theme id -> plan; year_round, everywhere: the
    tokens for 全年 and 全镇; names: what templates may use, filled in as it is made; spoken: the same for plans.
    """

    schema: Schema
    entries: Entries
    table: Table
    words: Mapping[str, str]
    choose: Callable[..., str]
    named: Mapping[str, frozenset[str]]
    formulas: Mapping[str, Formula]
    labels: Mapping[str, Indicator]
    known: Mapping[str, Sourced]
    derivable: Set[str]
    plans: Mapping[str, Plan]
    render: Callable[[str, dict[str, object]], str]
    year_round: str
    everywhere: str
    names: dict[str, object]
    spoken: dict[str, Cell]


def theme_said(draft: Draft, theme: str, prefix: Path) -> tuple[str, tuple[Sentence, ...]]:
    """What the template of `theme` makes of the entries under `prefix`, as the token of a body, "" where that is
    nothing; and what says the figures foreign to it."""
    named, indicators = draft.named.get(theme, frozenset()), draft.schema.indicators
    placed: dict[str, list[Sourced]] = {}
    left: dict[str, list[tuple[Indicator, list[Sourced]]]] = {}
    for identifier, figures in draft.entries.figures.get(prefix, {}).items():
        indicator = indicators[identifier]
        if indicator.label in named and not _apart(figures):
            placed[identifier] = figures
        else:
            left.setdefault(indicator.point if indicator.theme == theme else "", []).append((indicator, figures))
    rest = {point: said(draft, group) for point, group in left.items()}
    if theme not in draft.named:
        return "", tuple([sentence for group in rest.values() for sentence in group])
    plan = draft.plans.get(theme)
    if plan is not None and draft.spoken.keys() >= plan.names:
        body = _planned(draft, plan, prefix, placed, rest)
    else:
        body = _rendered(draft, theme, prefix, rest)
    token = draft.table.add(BODY, Cell(((),), body=body)) if body else ""
    return token, rest.get("", ())


def _planned(
    draft: Draft,
    plan: Plan,
    prefix: Path,
    placed: Mapping[str, list[Sourced]],
    rest: Mapping[str, tuple[Sentence, ...]],
) -> tuple[Stretch, ...]:
    """The blocks of a plan in which something is said, headings with nothing under them left out."""
    ticks, choose = draft.entries.ticks.get(prefix, {}), draft.choose
    cells = _PlanCells(draft, plan, prefix, placed)
    there = placed.keys() | draft.derivable
    spoken = there.union(ticks, rest)
    made: list[Stretch] = []
    shown: tuple[int, ...] = ()

    def open_under(heads: tuple[int, ...]) -> None:
        for at in heads:
            if at not in shown:
                head = plan.heads[at]
                made.append(_head(head.level, head.placement, choose(head.wordings)))

    for run in plan.runs:
        if run.cues and run.cues.isdisjoint(spoken):
            continue
        told: list[Sentence] = []
        for step in run.said:
            if type(step) is Tick:
                if step.label in ticks:
                    told.append((_measure(draft, ticks[step.label], choose(step.sentences, step.label)), WORDS))
            elif type(step) is Rest:
                if step.point in rest:
                    told += rest[step.point]
            elif type(step) is Saying and (not step.needs or not there.isdisjoint(step.needs)):
                told.append((step.parts, cells))
        if told:
            open_under(run.heads)
            made.append(paragraph(tuple(told)))
            shown = run.heads
    # What stands under these is not for the theme to know.
    open_under(plan.last)
    return tuple(made)


@lru_cache(1024)
def _head(level: int, placement: Placement, words: str) -> Stretch:
    return "heading", level, placement, words, ((((Text(words),), WORDS),) if words else ())


class _PlanCells(dict[str, Cell]):
    """What the tokens of a plan stand for in one draft; placeholders are made when one is asked for."""

    __slots__ = ("_draft", "_figures", "_prefix")

    def __init__(self, draft: Draft, plan: Plan, prefix: Path, placed: Mapping[str, list[Sourced]]) -> None:
        self._draft, self._figures, self._prefix = draft, plan.figures, prefix
        for identifier, figures in placed.items():
            self[plan.tokens[identifier]] = _cell(figures, wording.whole(figures), placed=True)
        for identifier in plan.tokens.keys() & draft.derivable:
            if identifier not in placed:
                token = plan.tokens[identifier]
                self[token] = self.__missing__(token)

    def __missing__(self, token: str) -> Cell:
        if token >= _NEUTRAL:
            spoken = self[token] = self._draft.spoken[token]
            return spoken
        return _figure(self._draft, self._draft.schema.indicators[self._figures[token]], self._prefix)[0]


def _rendered(draft: Draft, theme: str, prefix: Path, rest: Mapping[str, tuple[Sentence, ...]]) -> tuple[Stretch, ...]:
    """What a theme's template says when it is run."""
    ticks, table = draft.entries.ticks.get(prefix, {}), draft.table

    def measure(label: str, *sentences: str) -> str:
        ticked = ticks.get(label)
        if ticked is None:
            return NOTHING
        return table.words(CLOSED, *_measure(draft, ticked, draft.choose(sentences, label)))

    def others(point: str = "") -> str:
        return table.add(CLOSED, Cell(((),), said=rest[point])) if point in rest else NOTHING

    names = draft.names | {"d": Figures(draft, prefix), "举措": measure, "其余": others}
    return stretches(draft.render(f"themes/{theme}.md.j2", names), table)


class FigureToken(str, Exposed):
    """A figure in a template: itself number, unit and comparison; `.数` without, `.同比` only that, `.值` bare."""

    table: Table
    figures: Sequence[Sourced] = ()

    def shown(self, name: str) -> str:
        """One of the three. Raises AttributeError for any other name."""
        if name not in ("数", "同比", "值"):
            raise AttributeError(name)
        if not self.figures:
            return "" if name == "同比" else str(self)
        figure, source = self.figures[0]
        if name == "同比":
            changes = wording.change(figure, source)
            return self.table.words(NEUTRAL, *changes) if changes else ""
        words = [Text(figure.text, source)] if name == "值" else wording.single(figure, source)
        return self.table.add(LIVE, _cell(self.figures, tuple(words)))


class Figures(Exposed):
    """`d`: the figures entered under one theme or item, by label."""

    __slots__ = ("_draft", "_prefix")

    def __init__(self, draft: Draft, prefix: Path) -> None:
        self._draft, self._prefix = draft, prefix

    def shown(self, label: str) -> FigureToken:
        """The figure of that label. Raises AttributeError where there is no such indicator."""
        draft = self._draft
        indicator = draft.labels.get(label)
        if indicator is None:
            raise AttributeError(label)
        cell, entered = _figure(draft, indicator, self._prefix)
        token = FigureToken(draft.table.add(LIVE, cell))
        token.table, token.figures = draft.table, entered
        return token


def _figure(draft: Draft, indicator: Indicator, prefix: Path) -> tuple[Cell, Sequence[Sourced]]:
    """What stands for an indicator of one theme, and the figures that it says."""
    entered = draft.entries.figures.get(prefix, {}).get(indicator.id)
    if entered and not _apart(entered):
        return _cell(entered, wording.whole(entered), placed=True), entered
    if not entered and indicator.id in draft.derivable:
        derived = _derived(draft, indicator)
        if derived is not None:
            return Cell(((derived,),)), ()
    where = f"{draft.entries.readable(prefix)}.数据.{indicator.label}"
    return Cell(((gap(indicator.label, where),),), missing=True), ()


def _cell(figures: Sequence[Sourced], words: tuple[Text, ...], placed: bool = False) -> Cell:
    """placed: where and when has been said."""
    figure, source = figures[0]
    return Cell(
        (words,),
        False,
        len(figures) == 1 and figure.text[:1] == "0" and figure.exact and not figure.text.strip("0."),
        () if placed else wording.lead(figures),
        Text(figure.sentence, source) if figure.sentence else None,
    )


def _apart(figures: list[Sourced]) -> bool:
    """Whether the figures speak of another period or place, so that 全年 and 全镇 do not fit them."""
    return bool(figures[0][0].period or figures[0][0].scope)


def _derived(draft: Draft, indicator: Indicator) -> Text | None:
    """A figure that was not entered but follows from exact ones that were."""
    formula = draft.formulas[indicator.id]
    needed = formulas.operands(formula)
    amounts = {i: draft.known[i][0].amount for i in needed}
    result = formulas.value(formula, amounts)
    if result is None or result < 0:
        return None
    labels = {i: draft.schema.indicators[i].label for i in needed}
    source = Source(
        "formula",
        indicator.label,
        None,
        formulas.words(formula, labels),
        tuple(draft.known[i][1] for i in needed),
    )
    if indicator.kind == "rate":
        if result > 1:
            return None
        return Text(wording.percent(result, Decimal(1), indicator.round) + "%", source)
    return Text(wording.plain(result) + indicator.unit, source)


def _measure(draft: Draft, ticked: tuple[str, Source], sentence: str) -> tuple[Text, ...]:
    """The ticked sentence with the clerk's own words in its slot."""
    detail, tick = ticked
    before, mark, after = _cut(sentence)
    words = draft.words
    head = before[0] if len(before) == 1 else "".join([words.get(piece, piece) for piece in before])
    tail = after[0] if len(after) == 1 else "".join([words.get(piece, piece) for piece in after])
    if not detail:
        return (Text(head + tail, tick),)
    own = Text(detail, Source("value", tick.path, tick.place))
    return Text(head + mark, tick), own, Text(tail, tick)


@lru_cache(2048)
def _cut(sentence: str) -> tuple[tuple[str, ...], str, tuple[str, ...]]:
    """A measure's sentence before its slot, the mark in the slot, and after it; word slots as pieces."""
    slot = re.search(_SLOT, sentence)
    at, end, mark = (slot.start(), slot.end(), slot[1]) if slot else (len(sentence), len(sentence), "")
    return tuple(re.split(_WORD, sentence[:at])), mark, tuple(re.split(_WORD, sentence[end:]))


def entered(draft: Draft, prefix: Path) -> list[tuple[Indicator, list[Sourced]]]:
    """Every indicator entered under `prefix`."""
    indicators = draft.schema.indicators
    return [(indicators[i], figures) for i, figures in draft.entries.figures.get(prefix, {}).items()]


def said(draft: Draft, figures_of: Iterable[tuple[Indicator, list[Sourced]]]) -> tuple[Sentence, ...]:
    """Sentences that say these figures by their own clauses: what there is, what happened, what is apart."""
    table = draft.table
    stock: list[Clause] = []
    flow: list[Clause] = []
    apart: list[Clause] = []
    cells = {lead: table[lead] for lead in (draft.everywhere, draft.year_round)}
    place = ""
    for indicator, figures in figures_of:
        token = chr(LIVE + len(cells))
        lead = "".join([text.words for text in wording.lead(figures)])
        cells[token] = _cell(figures, wording.whole(figures), placed=lead == place)
        # What is of the whole unit and year stands in sentences of its own, not between two of one place; the clerk's
        # own words take the place of these too.
        place = "" if figures[0][0].sentence else lead or place
        group = apart if _apart(figures) else stock if indicator.nature == "stock" else flow
        group.append(_own_clause(indicator.clause, indicator.zero, token))
    leads = (((draft.everywhere,), stock), ((draft.year_round,), flow), ((), apart))
    return tuple([((*lead, *_row(clauses)), cells) for lead, clauses in leads if clauses])


@lru_cache(4096)
def _own_clause(clause: str, zero: str, token: str) -> Clause:
    """An indicator's own clause around `token`."""
    text = clause.replace("{}", token) + (f"||{zero}" if zero else "")
    made = parse(f"[[{text}]]")[0]
    assert isinstance(made, Clause)  # noqa: S101 - narrowed for the type checker
    return made


def _row(clauses: list[Clause]) -> Parts:
    parts: list[Part] = []
    for clause in clauses:
        parts += (clause, _COMMA)
    return (*parts[:-1], _STOP)


def phrases(draft: Draft, tokens: Iterable[str]) -> tuple[Sentence, ...]:
    """A sentence of the clerk's own verb-object phrases, as tokens of the draft's table."""
    clauses = [Clause(False, (token,), (token,), ()) for token in tokens]
    return (((draft.year_round, *_row(clauses)), draft.table),) if clauses else ()
