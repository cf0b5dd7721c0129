"""One theme as its template sees it: its figures (`d`), its measures (`举措`), and what is left (`其余`)."""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from decimal import Decimal
from functools import lru_cache

from generator.compose import figures as wording
from generator.compose import formulas
from generator.compose.entries import Entries
from generator.compose.environment import Exposed
from generator.compose.figures import Sourced
from generator.compose.formulas import Formula
from generator.compose.tokens import CLOSED, LIVE, NEUTRAL, NOTHING, Cell, Table
from generator.document.nodes import Source, Text
from generator.schema.model import Indicator, Path, Schema

_SLOT = r"\{([^{}]*?)做法\}"
_WORD = r"\{([^{}]+)\}"


@dataclass(slots=True)
class Draft:
    """What all parts of one draft share.

    words: word slot (全域) -> words; named: theme id -> labels that its template places itself;
    formulas: indicator id -> formula; labels: label or alias -> indicator; known: what formulas reckon with.
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
    render: Callable[[str, dict[str, object]], str]
    year_round: str = ""
    everywhere: str = ""
    names: dict[str, object] = field(default_factory=dict)


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


def _cell(figures: Sequence[Sourced], words: tuple[Text, ...]) -> Cell:
    figure, source = figures[0]
    return Cell(
        (words,),
        zero=len(figures) == 1 and figure.exact and not figure.text.strip("0."),
        lead=wording.lead(figures),
        sentence=Text(figure.sentence, source) if figure.sentence else None,
    )


class Figures(Exposed):
    """`d`: the figures entered under one theme or item, by label."""

    __slots__ = ("_draft", "_entered", "_where")

    def __init__(self, draft: Draft, prefix: Path) -> None:
        self._draft = draft
        self._where = f"{draft.entries.readable(prefix)}.数据."
        self._entered = draft.entries.figures.get(prefix, {})

    def shown(self, label: str) -> FigureToken:
        """The figure of that label. Raises AttributeError where the dictionary has none."""
        draft = self._draft
        indicator = draft.labels.get(label)
        if indicator is None:
            raise AttributeError(label)
        entered = self._entered.get(indicator.id)
        if entered and not _apart(entered):
            return _token(draft, entered)
        if not entered and indicator.id in draft.formulas:
            derived = _derived(draft, indicator)
            if derived is not None:
                return derived
        return FigureToken(draft.table.gap(label, self._where + label))


def _apart(figures: list[Sourced]) -> bool:
    """Whether the figures speak of another period or place, so that 全年 and 全镇 do not fit them."""
    return bool(figures[0][0].period or figures[0][0].scope)


def _token(draft: Draft, figures: list[Sourced], placed: bool = False) -> FigureToken:
    cell = _cell(figures, wording.whole(figures))
    token = FigureToken(draft.table.add(LIVE, replace(cell, lead=()) if placed else cell))
    token.table, token.figures = draft.table, figures
    return token


def _derived(draft: Draft, indicator: Indicator) -> FigureToken | None:
    """A figure that was not entered but follows from exact ones that were."""
    formula = draft.formulas[indicator.id]
    needed = formulas.operands(formula)
    if any(i not in draft.known for i in needed):
        return None
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
        digits = wording.percent(result, Decimal(1), indicator.round) + "%"
    else:
        digits = wording.plain(result) + indicator.unit
    return FigureToken(draft.table.words(LIVE, Text(digits, source)))


def theme_text(draft: Draft, theme: str, prefix: Path) -> tuple[str, str]:
    """What the template of `theme` makes of the entries under `prefix`, and the figures foreign to it."""
    ticks = draft.entries.ticks.get(prefix, {})

    def measure(label: str, *sentences: str) -> str:
        ticked = ticks.get(label)
        return NOTHING if ticked is None else _measure(draft, ticked, draft.choose(sentences, label))

    left: dict[str, list[tuple[Indicator, list[Sourced]]]] = {}
    for indicator, figures in unplaced(draft, prefix, theme):
        left.setdefault(indicator.point if indicator.theme == theme else "", []).append((indicator, figures))

    def rest(point: str = "") -> str:
        return said(draft, left[point]) if point in left else NOTHING

    if theme not in draft.named:
        return "", "".join(said(draft, group) for group in left.values())
    names = draft.names | {"d": Figures(draft, prefix), "举措": measure, "其余": rest}
    return draft.render(f"themes/{theme}.md.j2", names), rest()


def _measure(draft: Draft, ticked: tuple[str, Source], sentence: str) -> str:
    """The ticked sentence with the clerk's own words in its slot, as one token."""
    detail, tick = ticked
    before, mark, after = _cut(sentence)
    words = draft.words
    head = "".join([words.get(piece, piece) for piece in before])
    tail = "".join([words.get(piece, piece) for piece in after])
    if not detail:
        return draft.table.words(CLOSED, Text(head + tail, tick))
    own = Text(detail, Source("value", tick.path, tick.place))
    return draft.table.words(CLOSED, Text(head + mark, tick), own, Text(tail, tick))


@lru_cache(2048)
def _cut(sentence: str) -> tuple[tuple[str, ...], str, tuple[str, ...]]:
    """A measure's sentence before its slot, the mark in the slot, and after it; word slots as pieces."""
    slot = re.search(_SLOT, sentence)
    at, end, mark = (slot.start(), slot.end(), slot[1]) if slot else (len(sentence), len(sentence), "")
    return tuple(re.split(_WORD, sentence[:at])), mark, tuple(re.split(_WORD, sentence[end:]))


def unplaced(draft: Draft, prefix: Path, theme: str = "") -> Iterator[tuple[Indicator, list[Sourced]]]:
    """Every indicator entered under `prefix` that the template of `theme` does not place itself."""
    named = draft.named.get(theme, frozenset())
    for identifier, figures in draft.entries.figures.get(prefix, {}).items():
        indicator = draft.schema.indicators[identifier]
        if indicator.label not in named or _apart(figures):
            yield indicator, figures


def said(draft: Draft, entered: Iterable[tuple[Indicator, list[Sourced]]]) -> str:
    """Sentences that say these figures by their own clauses: what there is, what happened, what is apart."""
    stock: list[str] = []
    flow: list[str] = []
    apart: list[str] = []
    place = ""
    for indicator, figures in entered:
        before, place = place, "".join(text.words for text in wording.lead(figures))
        clause = indicator.clause.replace("{}", _token(draft, figures, placed=place == before))
        if indicator.zero:
            clause += "||" + indicator.zero
        group = apart if _apart(figures) else stock if indicator.nature == "stock" else flow
        group.append(f"[[{clause}]]")
    leads = ((draft.everywhere, stock), (draft.year_round, flow), ("", apart))
    return "".join(f"{lead}{'，'.join(clauses)}。" for lead, clauses in leads if clauses)
