"""Which indicator a quantity is: the one whose words stand around it."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from generator.annotate.bounds import FIGURES
from generator.annotate.mentions_context import (
    Context,
    context,
    is_average,
    is_bracketed,
    is_denied,
    is_left,
    is_rest,
    is_sent,
    last_clause,
    nothing,
    sentence_at,
    sentences,
)
from generator.annotate.mentions_cues import Cues
from generator.annotate.mentions_doubts import is_glued
from generator.annotate.mentions_index import Index, alike, bare, index_of
from generator.annotate.mentions_lists import goes_on
from generator.annotate.mentions_lists import names as names_before
from generator.annotate.mentions_near import Topic, topic
from generator.annotate.mentions_places import Places, Where
from generator.annotate.mentions_score import best as best_of
from generator.annotate.model import Line, Mention, Outline, Quantity, Spot
from generator.annotate.quantities import Found, expression_of, scan
from generator.regex import regex
from generator.schema.model import Indicator, Schema

_LABEL = regex(r"[^\W\d_]{2,12}$")
_RECALLED = 600
"""Characters within which a figure may be recalled; a page on one line is not one paragraph."""
_LAW = regex("《[^《》]{2,40}(?:法|法典|宪法|条例|规定|办法|纲要)》")
"""The title of a law: it says what was studied, not what is counted."""
_CLAUSE = 16
"""Characters beside a number in which what makes the difference must be said."""
_TAKEN_UP = 1_000
"""Characters before a number within which a matter is taken up."""
_CUES = Cues()
_KEPT: list[tuple[Schema, Cues, Index]] = []


def mentions(lines: Sequence[Line], outline: Outline, schema: Schema, cues: Cues | None = None) -> tuple[Mention, ...]:
    """Every quantity of the lines with its indicator, in reading order, as far as they are looked at.

    A number whose words name no indicator of the schema has None and, as label, the words that name what it
    counts. A figure that a line only recalls (培训上述45名“法律明白人”) is mentioned once.
    """
    return told(lines, outline, schema, cues)[0]


def told(
    lines: Sequence[Line], outline: Outline, schema: Schema, cues: Cues | None = None
) -> tuple[tuple[Mention, ...], int]:
    """The same, and the first line of which quantities were not looked at, 0 where all were."""
    cues = cues or _CUES
    index = _index(schema, cues)
    expression = expression_of(cues)
    places = Places(outline)
    zeros = [0.0] * len(index.phrases)
    # A line that says the same in a part of the same kind tells the same.
    scanned: dict[str, tuple[Found, ...]] = {}
    known: dict[tuple[str, tuple[Where, ...]], tuple[Mention, ...]] = {}
    out: list[Mention] = []
    left = FIGURES
    for line in lines:
        found = scanned.get(line.text)
        if found is None:
            found = scanned[line.text] = scan(line, expression, left + 1)
        if not found:
            continue
        unread = line.number if len(found) > left else 0
        found = found[:left]
        left -= len(found)
        where = tuple([places.at(line.number, one.quantity.spot.start) for one in found])
        made = known.get((line.text, where))
        if made is None:
            made = tuple(_of_line(found, where, line.text, places, index, cues.matters, zeros))
            known[line.text, where] = made
        # As it was found where the words stood first.
        first = found[0].quantity.spot.line if found else line.number
        out += made if first == line.number else [_moved(one, line.number) for one in made]
        if unread:
            return tuple(out), unread
    return tuple(out), 0


def _moved(one: Mention, line: int) -> Mention:
    """The same on another line."""
    q = one.quantity
    spot = Spot(line, q.spot.start, q.spot.end)
    moved = Quantity(q.value, q.unit, q.amount, q.qualifier, q.period, q.scope, spot, q.sense)
    return Mention(moved, one.indicator, one.label, one.theme)


def _index(schema: Schema, cues: Cues) -> Index:
    """The index, made once for each schema."""
    for known, words, index in _KEPT:
        if known is schema and words is cues:
            return index
    made = index_of(schema, cues)
    _KEPT[:] = [*_KEPT[-3:], (schema, cues, made)]
    return made


def _of_line(
    found: Sequence[Found],
    where: Sequence[Where],
    text: str,
    places: Places,
    index: Index,
    matters: Mapping[str, tuple[str, ...]],
    zeros: list[float],
) -> Iterator[Mention]:
    told: dict[tuple[object, ...], int] = {}
    if "》" in text:
        text = _LAW.sub(lambda law: "《" + "□" * (len(law[0]) - 2) + "》", text)
    printed, text = text, alike(text, index.same)
    spots = [(one.quantity.spot.start, one.quantity.spot.end) for one in found if one.certain]
    starts = sentences(text)
    topics: dict[int, Topic] = {}
    names = _Names(text)
    said: list[int] = []
    said_at = -1
    other = False
    for one, (role, themes, place, headings) in zip(found, where, strict=True):
        q = one.quantity
        at = sentence_at(starts, q.spot.start)
        about = topics.get(at)
        if about is None:
            about = topics[at] = topic(text[starts[at] : starts[at + 1]], index.weights)
        if at != said_at:
            said, said_at, other = [], at, False
        around = context(text, spots, (q.spot.start, q.spot.end), starts[at])
        if role == "plans" and q.sense == "value":
            q = replace(q, sense="target")
        place = place or places.named(last_clause(text[starts[at] : q.spot.start]).lstrip())
        if place and not q.scope:
            q = replace(q, scope=place)
        earlier = text[starts[at] : q.spot.start]
        # Before 清零 stands what there is none of.
        ahead = one.worded and not q.amount and text[q.spot.start] != "清"
        none = nothing(text, q.spot.end) if ahead else ""
        if none:
            around = replace(around, after=bare(none))
        for own in names.contexts(q, around, starts[at]):
            best = best_of(q.unit, own, about, themes, index, one.certain, said, zeros, earlier)
            if own.former or (best in said and is_bracketed(text, starts[at], q.spot.start)):
                # 事故7起（3起道路事故、4起火灾）: the parts of what was just told.
                best = None
            if other and is_rest(own):
                best = None
            indicator = index.indicators[best] if best is not None else None
            if indicator and (
                _is_of_else(indicator, matters, headings, text, q.spot, starts[at + 1])
                or is_denied(none, f"{indicator.label}{indicator.clause}{indicator.zero}{indicator.aliases}")
            ):
                best = indicator = None
            if indicator is None and (not one.certain or _is_recalled(q, own, told)):
                continue
            other = best is not None and indicator is None
            if indicator is not None and one.worded:
                # 0 only of what may be reported as 0; nothing of what is lacking or planned.
                if not (q.amount or indicator.zero) or role in ("problems", "plans"):
                    continue
                q = replace(q, unit=indicator.unit)
            if best is not None:
                said.append(best)
            if q.sense == "change" or (indicator is not None and is_glued(q, indicator)):
                indicator = None
            key = (indicator and indicator.id, q.amount, q.unit, q.qualifier, q.period, q.scope)
            if indicator is not None and around.after and q.spot.start - told.get(key, -_RECALLED) < _RECALLED:
                continue
            told[key] = q.spot.start
            if indicator is None and own is around and text != printed:
                own = context(printed, spots, (q.spot.start, q.spot.end), starts[at])
            label = indicator.label if indicator else _label(own)
            yield Mention(q, indicator.id if indicator else None, label, themes[0] if themes else "")


def _is_of_else(
    indicator: Indicator,
    matters: Mapping[str, tuple[str, ...]],
    headings: str,
    text: str,
    spot: Spot,
    end: int,
) -> bool:
    """Whether words that fit an indicator tell of another matter than its own (上年结转纠纷7件), of an average
    (件均2500元) or of what is left of it (未化解13件). end: where the sentence of the quantity ends."""
    words = matters.get(indicator.id) or matters.get(indicator.point)
    if words and not any(word in headings for word in words):
        begin = max(0, spot.start - _TAKEN_UP)
        if all(text.find(word, begin, end) < 0 for word in words):
            return True
    own = indicator.label + indicator.clause
    if "非" in indicator.label and "非" not in text[max(0, spot.start - _CLAUSE) : spot.end + _CLAUSE]:
        # 依申请事项41项 is no 非依申请事项.
        return True
    if is_left(text, spot.start, spot.end) and not any(sign in own for sign in "未没不无余缺空"):
        return True
    return is_average(text, spot.start) and not any(sign in own for sign in "均每")


def _is_recalled(q: Quantity, around: Context, told: Mapping[tuple[object, ...], int]) -> bool:
    """Whether those who were sent to something are those just counted (对45名“法律明白人”进行培训)."""
    return is_sent(around) and any(
        key[0] and key[1:3] == (q.amount, q.unit) and q.spot.start - at < _RECALLED for key, at in told.items()
    )


class _Names:
    """The names that numbers of a line share or take in turn."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._end = 0
        self._left: tuple[str, ...] = ()

    def contexts(self, q: Quantity, around: Context, floor: int) -> tuple[Context, ...]:
        """The words around a quantity, once for each name that it is told of."""
        spot = q.spot
        mine: tuple[str, ...] = ()
        if self._left and goes_on(self._text[self._end : spot.start]):
            mine, self._left = self._left[:1], self._left[1:]
        else:
            self._left = ()
            found = names_before(self._text, spot.start, max(floor, self._end), q.unit == "%")
            if found:
                mine, self._left = (found.names[:1], found.names[1:]) if found.turns else (found.names, ())
        self._end = spot.end
        if q.unit == "%" and around.before.endswith("率"):
            # 满意率为100%3.落实: the name of a rate stands before it, what follows is another matter.
            around = replace(around, after="", ahead="")
        return tuple(replace(around, before=bare(name)) for name in mine) or (around,)


def _label(around: Context) -> str:
    """The words that name what a number counts, where no indicator does."""
    found = _LABEL.search(around.before[-12:])
    return around.after[:12] or (found[0] if found else "")
