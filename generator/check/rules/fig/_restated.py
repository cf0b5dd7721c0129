"""Figures that are told again in other words: by the same words in another order, by what is said to be the same
(在办理的44件案件中), or beside a figure that both sentences tell (6家律师事务所): part of FIG019."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from generator.check.rules.fig._compared import elsewhen
from generator.check.rules.fig._names import noun, own, pairs
from generator.check.rules.fig._sums import agrees
from generator.check.stated import Sentence, Stated, in_year, line, of_date, paragraphs, sentences
from generator.check.subject import Subject, first_responsible
from generator.regex import regex

_LEADS = regex(
    r"全年|今年|本年度?|年内|当年|一年来|\d{4}年度?|以来|截至|年底|目前|共计|累计|合计|总计|(?<![公中])共(?![同产享建商治识青服性和管])|已经|现已|"
    r"依法|成功|集体|积极|认真|扎实|提请|得到|先后|次数|进行|予以|给予|开展|全部|对|主持|组织|牵头|"
    r"(?:镇村|县乡|县镇|区街|街居)[两二]级|我[镇乡县市区局]|全[镇乡县市区]|[已均并还有达约到为是的了在由经]"
)
"""Words that may come and go where the same is told again."""
_LIMITS = regex(
    r"[上下]半年|季度|\d月|期间|专项|宣传[月周日]|分别|其中|方面|领域|该[镇乡村所局]|新增|结转|另|其余|其他|[上去]年|以上|左右|第[一二三四五](?!责任)"
)
_BODY = regex("[镇乡县区市](?:委|党委|人民政府|政府)|街道(?:党工委|办事处)?")
_BEHIND = regex("[均已都全实投共参是为将获得接]")
"""Where the name behind a figure ends."""
_REFERRED = regex(r"(?:^|[,;])(?:在|这|上述|以上|前述)(?:[\u4e00-\u9fff]{0,6}的)?$")
_PART_YEAR = regex(r"[上下]半年|前[一二三]季度|[一二三四]季度|\d月")
_WHOLE_YEAR = regex("^(?:全年|年度|一年)(?:共|累计)*")
_ALL_OF = regex(r"([\u4e00-\u9fff]{3,6}?)(?:年终|年度|全年|考核|考试)*(?:全部|均|都|悉数)")
_UNIT_ALONE = regex("|全?[\u4e00-\u9fff]{0,6}[镇乡县区会所队]|其中")
_ORGANS = ("党委", "政府")
"""Lists of the words by which bodies are known whose acts are counted apart."""
_END, _SHORT_END = 6, 4
_TOLD_TWICE = ("场", "件", "个", "项")
_ALL_THERE = regex("([\u4e00-\u9fff]{4,8}?)(?:全部|均已|仅有|只有|[\u4e00-\u9fff]{0,4}全覆盖)")
_WHOSE = regex("(?:全[县区市镇乡局]|局机关|[县区市镇乡街]级?)?(?:实现|组织|推动|确保|对)?")
_DONE_TO = regex("([\u4e00-\u9fff]{2})(发现|反馈|查出|指出|交办|排查|摸排|承接|受理|下放|清理)的$")
_SENT = regex("([\u4e00-\u9fff]{2,4}(?:人员|队员|员|明白人|律师))(?:参加|入户|进村|开展|参与)")
_GATHERED = regex("([\u4e00-\u9fff]{1,6}(?:案件|纠纷|问题))(?:主要|多|均|都)?集中")
_AMONG = regex(r"([\u4e00-\u9fff]{2,8})中,?(?:有|由|的|[\u4e00-\u9fff]{0,10}$)?")
_BARE = regex("(?:[\u4e00-\u9fff]{0,4}[,:])?(?:在)?(?:全年|今年|本年)?(?P<act>[\u4e00-\u9fff]{2})?的?")
_TWO = regex("[\u4e00-\u9fff]{2}")
_MATTER = regex("(?:案件|案|事项|申请)$")
_SIGNS = 5
"""Signs by which a thing is known in other paragraphs."""
_IN_ALL = regex("全年|累计|合计|共|一年来|两级")
_LEAST, _SURE, _ANCHOR = 6, 7, 3
"""Signs by which a figure is known whatever their order, where it is said to be all or anyway; pairs of signs by which
two sentences tell one thing."""

Pair = tuple[Stated, Stated]


def restated(of: Subject) -> Iterator[Pair]:
    """Exact figures that should be the same, first told first."""
    apart = elsewhen(of)
    yield from _reordered(of, sentences(of), apart)
    yield from _ending_alike(of, sentences(of), apart)
    yield from _known(of, sentences(of))
    yield from _found_again(sentences(of))
    yield from _all_twice(sentences(of))
    yield from _plural(sentences(of), _SIGNS)
    for paragraph in paragraphs(of):
        rows = [row for row in paragraph if any(one.exact for one in row)]
        if len(rows) > 1:
            yield from _referred(rows)
            yield from _plural(rows, 0)
            yield from _anchored(rows, apart)


def exceeding(of: Subject) -> Iterator[Pair]:
    """A figure of a part of the year that is more than that of the whole year, told behind it."""
    for row in sentences(of):
        for first, one in pairwise(row):
            part, whole = own(first), own(one)
            if not _PART_YEAR.search(part) or not _WHOLE_YEAR.match(whole) or first.kind != one.kind:
                continue
            said = _WHOLE_YEAR.sub("", whole)
            if first.exact and one.exact and first.amount > one.amount and said and part.endswith(said):
                yield first, one


def _reordered(of: Subject, rows: Sequence[Sentence], apart: frozenset[int]) -> Iterator[Pair]:
    """Figures that are told by the same signs, whether before the number or behind it."""
    known: dict[tuple[str, str], tuple[int, Stated]] = {}
    for number, row in enumerate(rows):
        for one in row:
            if _LIMITS.search(one.lead):
                break
            if one.kind == "%" or not one.exact or one.at in apart or one.mention.quantity.sense != "value":
                continue
            told = _signs(one)
            for signs in told if told and in_year(of, one) else ():
                place, first = known.setdefault((signs, one.kind), (number, one))
                if len(signs) < _SURE and not any(_IN_ALL.search(own(each)) for each in (first, one)):
                    continue
                body = _BODY.match(own(one))
                if body and len(signs) - len(body[0]) >= _LEAST - 1:
                    known.setdefault((_less(signs, body[0]), one.kind), (number, one))
                alike = "新" in signs or of_date(of, first) == of_date(of, one)
                if place != number and first.amount != one.amount and alike:
                    yield first, one
                    break


def _ending_alike(of: Subject, rows: Sequence[Sentence], apart: frozenset[int]) -> Iterator[Pair]:
    """Figures of one body whose words end alike, told in a part on the persons and before: 党工委专题研究法治建设6次 …
    书记主持党工委会议专题研究法治建设8次."""
    within = [range(part.first, part.last + 1) for part in first_responsible(of) if part.level == 1]
    if not within:
        return
    lines = {number for part in within for number in part}
    acts = of.words.get("同一件事", ())
    there: list[tuple[Sentence, int, Stated, str]] = []
    here: dict[tuple[str, str], list[tuple[Stated, str]]] = {}
    for row in rows:
        for at, one in enumerate(row):
            counted = one.exact and one.at not in apart and one.mention.quantity.sense == "value"
            if counted and one.kind in _TOLD_TWICE and not _LIMITS.search(one.lead) and in_year(of, one):
                said = _LEADS.sub("", own(one))
                if line(of, one) in lines:
                    there.append((row, at, one, said))
                else:
                    here.setdefault((one.kind, said[-_SHORT_END:]), []).append((one, said))
    for row, at, one, said in there:
        alike = [o for o, other in here.get((one.kind, said[-_SHORT_END:]), ()) if _ends(said, other, acts)]
        bodies = _bodies(of, row, at)
        alike = [o for o in alike if not bodies or not _bodies(of, (o,), 0) or bodies & _bodies(of, (o,), 0)]
        if alike and all(o.amount != one.amount for o in alike):
            yield alike[0], one


def _ends(one: str, other: str, acts: Sequence[str]) -> bool:
    """Whether two names share their end, long enough to be one act; acts: shorter ends that are enough."""
    for n in range(_END, _SHORT_END - 1, -1):
        if len(one) >= n <= len(other) and one[-n:] == other[-n:]:
            return n == _END or one[-n:] in acts
    return False


def _bodies(of: Subject, row: Sequence[Stated], at: int) -> set[str]:
    said = "".join(one.lead for one in row[: at + 1])
    return {name for name in _ORGANS if any(word in said for word in of.words.get(name, ()))}


def _less(signs: str, words: str) -> str:
    """The signs without those of the body that is named first."""
    for sign in words:
        signs = signs.replace(sign, "", 1)
    return signs


def _signs(one: Stated) -> list[str]:
    """The signs of its name without those that lead to any: of the words before it, and with the words behind it."""
    before, after = own(one), _BEHIND.split(noun(one), maxsplit=1)[0]
    names = (before, before + after) if after else (before,)
    bare = [_LEADS.sub("", name) for name in names if len(name) >= _LEAST]
    return ["".join(sorted(name)) for name in dict.fromkeys(bare) if len(name) >= _LEAST]


def _referred(paragraph: Sequence[Sentence]) -> Iterator[Pair]:
    """A figure that is told as known (在办理的44件案件中，这44件), and the one before it that it means."""
    for number, row in enumerate(paragraph[1:], 1):
        one = row[0]
        told = noun(one)
        among = _REFERRED.search(one.lead) and re.match(r"[\u4e00-\u9fff]*中|$", told)
        if not one.exact or not (among or re.search("(?:这|上述|前述)$", one.lead)):
            continue
        before = [o for earlier in paragraph[:number] for o in earlier if o.kind == one.kind and o.exact]
        called = [o for o in before if len(pairs(told) & pairs(own(o) + noun(o))) > 1]
        sums = any(agrees(before[n:m], one) for n in range(len(before)) for m in range(n + 1, len(before) + 1))
        if called and not sums:
            yield called[-1], one


def _known(of: Subject, rows: Sequence[Sentence]) -> Iterator[Pair]:
    """A figure told as known in another paragraph (7件败诉案件中有5件), and the one that it may mean (败诉7件)."""
    named: dict[str, list[Stated]] = {}
    for row in rows:
        for one in row:
            if one.exact and one.kind == "件" and one.mention.quantity.sense != "change":
                named.setdefault(_MATTER.sub("", own(one))[-4:], []).append(one)
    for row in rows:
        for one in row:
            if one.kind == "人" and not one.mention.quantity.qualifier:
                yield from _known_people(one, rows)
            told = None
            if one.exact and one.kind == "件":
                told = _GATHERED.match(one.tail) or _AMONG.match(one.tail)
            act = _BARE.fullmatch(own(one)) if told else None
            if told is None or act is None:
                continue
            what = _MATTER.sub("", told[1])
            name = (act["act"] or "") + what
            fitting = [several for end, several in named.items() if end and name.endswith(end)]
            fitting += [several for end, several in named.items() if len(what) > 1 and end.endswith(what)]
            meant = [o for several in fitting for o in several if o.at < one.at]
            if meant and all(o.amount != one.amount for o in meant):
                yield meant[0], one


def _all_twice(rows: Sequence[Sentence]) -> Iterator[Pair]:
    """All of what there is, told twice: 94名执法人员全部通过测试 … 84名执法人员轮训全覆盖."""
    known: dict[tuple[str, str], Stated] = {}
    for row in rows:
        for one in row:
            told = _ALL_THERE.match(one.tail) if one.kind in ("人", "个") else None
            if told and not one.mention.quantity.qualifier and _WHOSE.fullmatch(own(one)):
                first = known.setdefault((told[1], one.kind), one)
                if first.amount != one.amount:
                    yield first, one


def _found_again(rows: Sequence[Sentence]) -> Iterator[Pair]:
    """Things told as known by what was done to them (督察发现的93个问题), and those that are meant (开展督察，发现问题
    90个)."""
    named: dict[tuple[str, str], list[tuple[Stated, str]]] = {}
    for row in rows:
        said = ""
        for one in row:
            said += one.lead
            verb = _DONE_TO.search(own(one))
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
    if sent and re.search("(?:选派|派出|安排|组织|发动)$", own(one)):
        all_ = [o for row in rows for o in row if o.at < one.at and o.kind == "人" and own(o).endswith(sent[1])]
        if all_ and all(o.exact and o.amount < one.amount and "新" not in own(o) for o in all_):
            yield all_[0], one
    told = re.match("([\u4e00-\u9fff]{3,8})中(?!心|队|学|小|央)", one.tail)
    if told is None or not one.exact or own(one) not in ("", "现有", "全镇", "全乡", "全局"):
        return
    meant = [o for row in rows for o in row if o.at < one.at and o.kind == "人" and o.exact and _named(o, told[1])]
    if meant and all(o.amount != one.amount for o in meant):
        yield meant[0], one


def _named(one: Stated, name: str) -> bool:
    before = re.search(rf"(?:^|配备|现有|共有|设有|在编|在岗|聘用|有){name}(?:共|共有|达|为)?$", own(one))
    return bool(before) or (re.match(rf"{name}(?=[,;。、]|$)", one.tail) is not None and len(own(one)) < 5)


def _plural(paragraph: Sequence[Sentence], least: int) -> Iterator[Pair]:
    """All of what there is (24名调解员全部参加), where fewer were told (有调解员21名). least: signs of its name."""
    for number, row in enumerate(paragraph[1:], 1):
        for one in row:
            told = _ALL_OF.match(one.tail)
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


def _anchored(paragraph: Sequence[Sentence], apart: frozenset[int]) -> Iterator[Pair]:
    """Figures right behind one that both sentences tell: 培训4期236人次 … 4期培训共培训263人次."""
    told = [[(a, b) for a, b in pairwise(row) if b.exact and b.kind != "%" and b.at not in apart] for row in paragraph]
    for number, row in enumerate(told):
        known = [(first, a) for first, a in row if first.exact and first.amount > 1 and first.kind != "%"]
        for later in told[number + 1 :] if known else ():
            for first, a in known:
                for second, b in later:
                    if first.said != second.said or a.kind != b.kind or a.amount == b.amount:
                        continue
                    limited = _LIMITS.search(first.lead + a.lead + second.lead + b.lead)
                    if not limited and _one_thing(first, second) and _alike(a, b):
                        yield a, b


def _one_thing(first: Stated, second: Stated) -> bool:
    names = [pairs(own(one) + "|" + noun(one)) for one in (first, second)]
    return len(names[0] & names[1]) >= _ANCHOR


def _alike(one: Stated, other: Stated) -> bool:
    """Whether two figures are told by nothing of their own, or by the same words: 、执业律师 … 共有执业律师."""
    a, b = (_LEADS.sub("", each.own) for each in (one, other))
    if not a:
        return one.lead == one.own and other.lead == other.own
    return len(a) > 2 and (b.endswith(a) or a.endswith(b))
