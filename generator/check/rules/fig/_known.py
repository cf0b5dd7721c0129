"""Figures told as known (在办理的44件案件中, 24名调解员全部参加), and those that they mean: part of FIG019."""

import re
from collections.abc import Iterator, Sequence

from generator.check.near import followed_by, led_by, rows_with
from generator.check.rules.fig._names import noun, own, pairs
from generator.check.rules.fig._sums import agrees
from generator.check.stated import Sentence, Stated, sentences
from generator.check.subject import Subject, once
from generator.regex import regex

_REFERRED = regex(r"(?:^|[,;])(?:在|这|上述|以上|前述)(?:[\u4e00-\u9fff]{0,6}的)?$")
_THESE = regex("(?:这|上述|前述)$")
_ALL_AMONG = regex(r"[\u4e00-\u9fff]*中|$")
_ALL_OF = regex(r"([\u4e00-\u9fff]{3,6}?)(?:年终|年度|全年|考核|考试)*(?:全部|均|都|悉数)")
_UNIT_ALONE = regex("|全?[\u4e00-\u9fff]{0,6}[镇乡县区会所队]|其中")
_ALL_THERE = regex("([\u4e00-\u9fff]{4,8}?)(?:全部|均已|仅有|只有|[\u4e00-\u9fff]{0,4}全覆盖)")
_WHOSE = regex("(?:全[县区市镇乡局]|局机关|[县区市镇乡街]级?)?(?:实现|组织|推动|确保|对)?")
_DONE_TO = regex("([\u4e00-\u9fff]{2})(发现|反馈|查出|指出|交办|排查|摸排|承接|受理|下放|清理)的$")
_SENT = regex("([\u4e00-\u9fff]{2,4}(?:人员|队员|员|明白人|律师))(?:参加|入户|进村|开展|参与)")
_SENDS = regex("(?:选派|派出|安排|组织|发动)$")
_OF_PEOPLE = regex("([\u4e00-\u9fff]{3,8})中(?!心|队|学|小|央)")
_GATHERED = regex("([\u4e00-\u9fff]{1,6}(?:案件|纠纷|问题))(?:主要|多|均|都)?集中")
_AMONG = regex(r"([\u4e00-\u9fff]{2,8})中,?(?:有|由|的|[\u4e00-\u9fff]{0,10}$)?")
_BARE = regex(
    "(?:[\u4e00-\u9fff]{0,4}[,:])?(?:在)?(?:全年|今年|本年)?(?:一审|二审|终审)?(?P<act>[\u4e00-\u9fff]{2})?的?"
)
_TWO = regex("[\u4e00-\u9fff]{2}")
_MATTER = regex("(?:案件|案|事项|申请)$")
_SIGNS = 5
"""Signs by which a thing is known in other paragraphs."""

Pair = tuple[Stated, Stated]


def across(of: Subject) -> Iterator[Pair]:
    """Those that mean a figure anywhere before them in the report, first told first."""
    rows = sentences(of)
    yield from _known(of, rows)
    yield from _found_again(of, rows)
    yield from _all_twice(of)
    yield from _plural(of, rows, _SIGNS)


def within(of: Subject, paragraph: Sequence[Sentence]) -> Iterator[Pair]:
    """Those that mean a figure before them in their paragraph, where fewer words tell which."""
    yield from _referred(of, paragraph)
    yield from _plural(of, paragraph, 0)


@once
def _told_of_all(of: Subject) -> frozenset[int]:
    """Where the figures begin of which all may be told."""
    return followed_by(of, _ALL_OF)


def _referred(of: Subject, paragraph: Sequence[Sentence]) -> Iterator[Pair]:
    """A figure that is told as known (在办理的44件案件中，这44件), and the one before it that it means."""
    for number, row in enumerate(paragraph[1:], 1):
        one = row[0]
        told = noun(one)
        among = _REFERRED.search(one.lead) and _ALL_AMONG.match(told)
        if not one.exact or not (among or _THESE.search(one.lead)):
            continue
        before = [o for earlier in paragraph[:number] for o in earlier if o.kind == one.kind and o.exact]
        called = [o for o in before if len(pairs(told) & pairs(own(o) + noun(o))) > 1]
        sums = any(agrees(before[n:m], one) for n in range(len(before)) for m in range(n + 1, len(before) + 1))
        if called and not sums:
            yield called[-1], one


def _known(of: Subject, rows: Sequence[Sentence]) -> Iterator[Pair]:
    """A figure told as known in another paragraph (7件败诉案件中有5件), and the one that it may mean (败诉7件)."""
    among, people = followed_by(of, _GATHERED, _AMONG), followed_by(of, _SENT, _OF_PEOPLE)
    named: dict[str, list[Stated]] | None = None
    for row in rows if among or people else ():
        for one in row:
            if one.kind == "人" and one.at in people and not one.mention.quantity.qualifier:
                yield from _known_people(one, rows)
            if one.kind != "件" or one.at not in among or not one.exact:
                continue
            told = _GATHERED.match(one.tail) or _AMONG.match(one.tail)
            act = _BARE.fullmatch(own(one)) if told else None
            if told is None or act is None:
                continue
            named = named or _cases(rows)
            what = _MATTER.sub("", told[1])
            name = (act["act"] or "") + what
            fitting = [several for end, several in named.items() if end and name.endswith(end)]
            fitting += [several for end, several in named.items() if len(what) > 1 and end.endswith(what)]
            meant = [o for several in fitting for o in several if o.at < one.at]
            if meant and all(o.amount != one.amount for o in meant):
                yield meant[0], one


def _cases(rows: Sequence[Sentence]) -> dict[str, list[Stated]]:
    """The exact figures of cases by the end of their name."""
    named: dict[str, list[Stated]] = {}
    for row in rows:
        for one in row:
            if one.exact and one.kind == "件" and one.mention.quantity.sense != "change":
                named.setdefault(_MATTER.sub("", own(one))[-4:], []).append(one)
    return named


def _all_twice(of: Subject) -> Iterator[Pair]:
    """All of what there is, told twice: 94名执法人员全部通过测试 … 84名执法人员轮训全覆盖."""
    known: dict[tuple[str, str], Stated] = {}
    there = followed_by(of, _ALL_THERE)
    for row in rows_with(of, _ALL_THERE):
        for one in row:
            told = _ALL_THERE.match(one.tail) if one.at in there and one.kind in ("人", "个") else None
            if told and not one.mention.quantity.qualifier and _WHOSE.fullmatch(own(one)):
                first = known.setdefault((told[1], one.kind), one)
                if first.amount != one.amount:
                    yield first, one


def _found_again(of: Subject, rows: Sequence[Sentence]) -> Iterator[Pair]:
    """Things told as known by what was done to them (督察发现的93个问题), and those that are meant (开展督察，发现问题
    90个)."""
    done = led_by(of, _DONE_TO)
    if not done:
        return
    named: dict[tuple[str, str], list[tuple[Stated, str]]] = {}
    for row in rows:
        said = ""
        for one in row:
            said += one.lead
            verb = _DONE_TO.search(own(one)) if one.at in done else None
            what = _TWO.match(one.tail) if verb else None
            if verb and what and one.exact:
                several = named.get((verb[2] + what[0], one.kind), ())
                meant = [o for o, words in several if o.at < one.at and verb[1] in words]
                if meant and all(o.amount != one.amount for o in meant):
                    yield meant[0], one
            elif one.exact and one.mention.quantity.sense != "change":
                named.setdefault((own(one)[-4:], one.kind), []).append((one, said))


def _known_people(one: Stated, rows: Sequence[Sentence]) -> Iterator[Pair]:
    """People told as known (8名执法人员中), and those of this very name that they may mean (配备执法人员6名)."""
    sent = _SENT.match(one.tail)
    if sent and _SENDS.search(own(one)):
        all_ = [o for row in rows for o in row if o.at < one.at and o.kind == "人" and own(o).endswith(sent[1])]
        if all_ and all(o.exact and o.amount < one.amount and "新" not in own(o) for o in all_):
            yield all_[0], one
    told = _OF_PEOPLE.match(one.tail)
    if told is None or not one.exact or own(one) not in ("", "现有", "全镇", "全乡", "全局"):
        return
    meant = [o for row in rows for o in row if o.at < one.at and o.kind == "人" and o.exact and _named(o, told[1])]
    if meant and all(o.amount != one.amount for o in meant):
        yield meant[0], one


def _named(one: Stated, name: str) -> bool:
    before = re.search(rf"(?:^|配备|现有|共有|设有|在编|在岗|聘用|有){name}(?:共|共有|达|为)?$", own(one))
    return bool(before) or (re.match(rf"{name}(?=[,;。、]|$)", one.tail) is not None and len(own(one)) < 5)


def _plural(of: Subject, paragraph: Sequence[Sentence], least: int) -> Iterator[Pair]:
    """All of what there is (24名调解员全部参加), where fewer were told (有调解员21名). least: signs of its name."""
    all_of = _told_of_all(of)
    for number, row in enumerate(paragraph[1:], 1) if all_of else ():
        for one in row:
            told = _ALL_OF.match(one.tail) if one.at in all_of else None
            if (
                not told
                or len(told[1]) < least
                or not one.exact
                or not (_UNIT_ALONE.fullmatch(own(one)) or own(one).endswith("的"))
            ):
                continue
            before = [o for earlier in paragraph[:number] for o in earlier if o.kind == one.kind and o.exact]
            called = [o for o in before if own(o).endswith(told[1]) or noun(o).startswith(told[1])]
            sums = any(agrees(called[n:], one) for n in range(len(called)))
            if called and not sums and all(o.amount < one.amount for o in called):
                yield called[-1], one
