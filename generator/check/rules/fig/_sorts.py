"""Totals whose sorts are told by name behind them, in their sentence or the next ones: what FIG029 judges.

A list is taken for whole where its names are those that the total lists, where they are all the sorts that there are
(专职, 兼职), where the text says that nothing else is left, or where they are told alike; `Apart.closed`.
"""

from collections.abc import Iterator, Sequence
from itertools import combinations

from generator.check.near import led_by
from generator.check.rules.fig._among import among
from generator.check.rules.fig._compared import elsewhen
from generator.check.rules.fig._labelled import labelled
from generator.check.rules.fig._listed import joint
from generator.check.rules.fig._lists import averages
from generator.check.rules.fig._sorts_known import lists
from generator.check.rules.fig._sums import agrees
from generator.check.rules.fig._topics import DIVIDED, topics
from generator.check.stated import Sentence, Stated, open_paragraphs, sentence_of, summed
from generator.check.subject import Subject, once
from generator.records import record

_MOST, _REACH, _SHORT = 8, 3, 6
"""Parts that are tried together; sentences behind the total that may hold them; characters of an item of a list."""

_OTHERS = ("其他", "其它", "其余")


@record
class Apart:
    """A total and parts that do not make it. closed: they are all that there are, so they must; else they must not be
    more than it; hint: they only nearly make it."""

    total: Stated
    parts: tuple[Stated, ...]
    closed: bool
    hint: bool = False


@once
def apart(of: Subject) -> tuple[Apart, ...]:
    """Each total that the sorts told behind it contradict, in reading order."""
    return tuple(_apart(of))


def _apart(of: Subject) -> Iterator[Apart]:
    divided, before, left_out = led_by(of, DIVIDED), elsewhen(of), elsewhen(of) | averages(of)
    for paragraph in open_paragraphs(of):
        used: set[int] = set()
        ahead: list[Stated] = []
        for at, row in enumerate(paragraph):
            behind = [one for later in paragraph[at + 1 : at + 1 + _REACH] for one in later]
            kinds = [one.kind for one in (*row, *behind)]
            for number, total in enumerate(row):
                if (
                    total.exact
                    and total.kind != "%"
                    and kinds.count(total.kind) > 2
                    and total.at not in before
                    and total.at not in used
                    and total.amount > 1
                    and total.mention.quantity.sense == "value"
                    and not total.own.startswith(_OTHERS)
                    and not (total.at in divided and DIVIDED.search(total.lead))
                ):
                    yield from _of(of, total, ahead, [*row[number + 1 :], *behind], used, left_out)
            ahead += row
        told = list(topics(of, paragraph))
        yield from (Apart(one.total, one.parts, one.closed) for one in told if one.named)
        found = [Apart(one.total, one.parts, one.closed) for one in told if not one.named]
        found += [Apart(*one) for one in among(of, paragraph)]
        yield from (one for one in found if not _is_all(one.parts, paragraph))
    yield from (Apart(*found) for found in labelled(of))


def _of(
    of: Subject, total: Stated, ahead: list[Stated], after: list[Stated], used: set[int], left_out: frozenset[int]
) -> Iterator[Apart]:
    """ahead: what its paragraph tells before its sentence; used: the figures that are parts of something, which are
    added to; they are no totals themselves; left_out: those of an earlier year, shares and averages."""
    same: list[Stated] = []
    for one in after:
        if one.kind == total.kind and one.depth == total.depth and one.at not in left_out:
            if not one.exact or one.mention.quantity.sense in ("change", "target"):
                break
            same.append(one)
    for parts, closed in lists(of, total, same[:_MOST]) if len(same) > 1 else ():
        if _makes(parts, total) or any(agrees((*parts, *more), total) for more in _others(of, parts, same)):
            used.update(one.at for one in parts)
            return
        if _is_item(sentence_of(of, total), total, parts):
            continue
        come_to = summed(parts)
        row = sentence_of(of, total)
        between = [one for one in (*row[row.index(total) + 1 :], *after) if one.at < parts[0].at]
        if _of_earlier(total, parts, [*ahead, *row[: row.index(total)]], between):
            return
        if max(one.amount for one in parts) > total.amount and len(parts) < 3 and not closed:
            continue
        if closed or come_to > total.amount:
            used.update(one.at for one in parts)
            yield Apart(total, tuple(parts), closed)
            return


def _is_item(row: Sequence[Stated], total: Stated, parts: Sequence[Stated]) -> bool:
    """Whether the total is one of the list that goes on right behind it: 优秀39份、合格20份、不合格1份;
    邻里68件，土地37件，损害赔偿21件，其他23件."""
    if parts[0].begin != total.end:
        return False
    at = row.index(total)
    before = row[at - 1] if at else None
    joined = joint(parts[0].lead)
    short = max(len(one.lead) for one in (total, *parts)) <= _SHORT
    alike = before is not None and before.end == total.begin and before.kind == total.kind
    return joined == "、" or (alike and short and joint(total.lead) == joined)


def _is_all(parts: Sequence[Stated], paragraph: Sequence[Sentence]) -> bool:
    """Whether they make some figure that the paragraph tells before them."""
    before = [one for row in paragraph for one in row if one.at < parts[0].at and one.kind == parts[0].kind]
    return any(agrees(parts, one) for one in before if one.exact)


def _of_earlier(total: Stated, parts: Sequence[Stated], earlier: Sequence[Stated], between: Sequence[Stated]) -> bool:
    """Whether what looks like parts is all of another figure (受理168件，其余27件；上半年97件，下半年71件), or
    the total itself is an item of their list, whichever (立案96件，医疗43件、公共场所28件、其他25件)."""
    same = [one for one in earlier if one.kind == total.kind and one.exact]
    items = [same[n:] for n in range(max(0, len(same) - _MOST), len(same) + 1)]
    if any(agrees(parts, one) for one in between if one.kind == total.kind):
        return True
    return any(agrees(parts, one) or any(agrees((*some, total, *parts), one) for some in items) for one in same)


def _makes(parts: Sequence[Stated], total: Stated) -> bool:
    return any(agrees(some, total) for n in range(1, len(parts) + 1) for some in combinations(parts, n))


def _others(of: Subject, parts: Sequence[Stated], same: Sequence[Stated]) -> Iterator[tuple[Stated, ...]]:
    """What else the sentence of the last part tells, which may belong to them."""
    row = sentence_of(of, parts[-1])
    more = [one for one in same if one not in parts and one in row][:4]
    for n in range(1, len(more) + 1):
        yield from combinations(more, n)
