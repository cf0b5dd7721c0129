"""Which indicator a quantity is: the one whose words stand around it."""

import re
from collections.abc import Iterator, Sequence
from itertools import groupby

from generator.annotate.mentions_cues import Cues
from generator.annotate.mentions_index import Index, Phrase, bare, index_of, pairs_of
from generator.annotate.model import Line, Mention, Outline, Quantity, Section
from generator.annotate.quantities import Found, scan
from generator.records import record
from generator.schema.model import Schema

_NEAR, _RIGHT, _FAR, _AHEAD = 1.0, 0.9, 0.35, 0.25
_LEAST, _SURE = 2.2, 5.0
_FILL = re.compile(r"(?:共计|累计|总计|合计|共|达到|达|为|约|超过|超|近|逾|有|了|各|均|至少|不少于|约为)+$")
_STOP = re.compile(r"[，,。；;！？!?：:\n(（]")
_ENDS = re.compile(r"[。！？\n]|[一二三四五六七八九十]是")
_LABEL = re.compile(r"[^\W\d_]{2,12}$")


@record
class Context:
    """The words around a quantity, without marks. before: since the last stop or number; after: up to the next;
    topic: the sentence before that; ahead: the clause after the next number."""

    before: str
    after: str
    topic: str
    ahead: str


_KEPT: list[tuple[Schema, Cues, Index]] = []


def mentions(lines: Sequence[Line], outline: Outline, schema: Schema, cues: Cues | None = None) -> tuple[Mention, ...]:
    """Every quantity of the lines with its indicator, in reading order.

    A number whose words name no indicator of the schema has None and, as label, the words that name what it
    counts. A figure told twice in one line (the same indicator and number) is mentioned once.
    """
    cues = cues or Cues()
    index = _index(schema, cues)
    texts = {line.number: line.text for line in lines}
    places = _Places(outline.sections)
    out: list[Mention] = []
    for number, group in groupby(scan(lines, cues), key=lambda f: f.quantity.spot.line):
        out += _of_line(list(group), texts[number], places, index)
    return tuple(out)


def _index(schema: Schema, cues: Cues) -> Index:
    """The index, made once for each schema."""
    for known, words, index in _KEPT:
        if known is schema and words is cues:
            return index
    made = index_of(schema, cues)
    _KEPT[:] = [*_KEPT[-3:], (schema, cues, made)]
    return made


def _of_line(found: list[Found], text: str, places: "_Places", index: Index) -> Iterator[Mention]:
    told: set[tuple[object, ...]] = set()
    for at, one in enumerate(found):
        q = one.quantity
        context = _context(text, [f.quantity for f in found if f.certain or f is one], q)
        section, themes = places.at(q)
        best, score = _best(q, context, themes, index)
        if not one.certain and score < _SURE:
            continue
        if score < _LEAST or q.sense == "change":
            best = None
        if section == "plans" and q.sense == "value":
            q = Quantity(q.value, q.unit, q.amount, q.qualifier, q.period, q.scope, q.spot, "target")
        key = (best, q.amount, q.unit, q.qualifier, q.period, q.scope)
        if best is not None and key in told:
            continue
        told.add(key)
        indicator = index.indicators[best] if best is not None else None
        label = indicator.label if indicator else _label(context)
        yield Mention(q, indicator.id if indicator else None, label, themes[0] if themes else "")


class _Places:
    """The sections in reading order, walked along with the quantities."""

    def __init__(self, sections: Sequence[Section]) -> None:
        self._ahead = list(sections)[::-1]
        self._open: list[Section] = []

    def at(self, q: Quantity) -> tuple[str, tuple[str, ...]]:
        """Role and themes of the section that holds the quantity."""
        while self._ahead and (self._ahead[-1].spot.line, self._ahead[-1].spot.start) <= (q.spot.line, q.spot.start):
            section = self._ahead.pop()
            self._open = [s for s in self._open if s.level < section.level]
            self._open.append(section)
        self._open = [s for s in self._open if s.last >= q.spot.line]
        role = next((s.role for s in self._open[::-1] if s.role), "")
        themes = next((s.themes for s in self._open[::-1] if s.themes), ())
        return role, themes


def _context(text: str, around: Sequence[Quantity], q: Quantity) -> Context:
    spots = [one.spot for one in around]
    at = spots.index(q.spot)
    start, end = q.spot.start, q.spot.end
    last = spots[at - 1].end if at else 0
    following = spots[at + 1].start if at + 1 < len(spots) else len(text)
    sentence = max((m.end() for m in _ENDS.finditer(text, max(0, start - 160), start)), default=max(0, start - 160))
    floor = max(sentence, last, start - 40)
    stop = max((m.end() for m in _STOP.finditer(text, floor, start)), default=floor)
    closing = _STOP.search(text, end, min(following, end + 24))
    till = closing.start() if closing else min(following, end + 24)
    mark = text.find("、", end, till)
    till = mark if mark >= 0 else till
    further = _STOP.search(text, till, min(len(text), till + 30)) if till == following else None
    ahead = text[till : further.start() if further else till + 30] if till == following else ""
    before = _FILL.sub("", text[stop:start].rstrip())
    return Context(bare(before), bare(text[end:till]), bare(text[sentence:stop]), bare(ahead))


def _best(q: Quantity, context: Context, themes: tuple[str, ...], index: Index) -> tuple[int | None, float]:
    """The indicator that fits best, and how well."""
    unit = q.unit
    table = index.pairs.get(unit) or index.pairs.get(unit.lstrip("万亿"))
    if table is None:
        return None, 0.0
    weights: dict[str, float] = {}
    for words, weight in ((context.topic, _FAR), (context.ahead, _AHEAD)):
        for pair in pairs_of(words):
            weights[pair] = weight
    for pair in pairs_of(context.before[-2:] + context.after[:2]):
        weights[pair] = max(weights.get(pair, 0.0), _FAR)
    for pair in pairs_of(context.after[:16]):
        weights[pair] = _RIGHT
    for pair in pairs_of(context.before[-24:]):
        weights[pair] = _NEAR
    sums: dict[int, float] = {}
    for pair, weight in weights.items():
        for phrase, worth in table.get(pair, ()):
            sums[phrase] = sums.get(phrase, 0.0) + weight * worth
    own = index.own.get(unit) or index.own.get(unit.lstrip("万亿")) or frozenset()
    scores: dict[int, list[float]] = {}
    for at, total in sums.items():
        said = index.phrases[at]
        scores.setdefault(said.indicator, []).append(_fit(said, total, context))
    best, most = None, 0.0
    for number, several in scores.items():
        several.sort(reverse=True)
        score = several[0] + 0.2 * sum(several[1:3])
        if number not in own:
            score *= 0.8 if unit else 1.0
        if index.indicators[number].theme in themes:
            score *= 1.2
        if score > most:
            best, most = number, score
    return best, most


def _fit(phrase: Phrase, matched: float, context: Context) -> float:
    """How well a phrase fits: what of it is there, and whether it stands right beside the number."""
    cover = matched / phrase.total if phrase.total else 0.0
    score: float = matched * cover**0.7
    words = phrase.words
    if phrase.side != "after":
        score += 0.6 * _shared_end(context.before, words)
    if phrase.side == "both" and context.after:
        score += 0.4 * _shared_start(context.after, words)
    return score


def _shared_end(words: str, phrase: str) -> int:
    size = 0
    for one, other in zip(reversed(words), reversed(phrase), strict=False):
        if one != other:
            break
        size += 1
    return size


def _shared_start(words: str, phrase: str) -> int:
    return _shared_end(words[::-1], phrase[::-1])


def _label(context: Context) -> str:
    """The words that name what a number counts, where no indicator does."""
    found = _LABEL.search(context.before[-12:])
    return context.after[:12] or (found[0] if found else "")
