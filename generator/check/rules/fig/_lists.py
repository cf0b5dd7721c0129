"""Totals and the parts that a sentence names of them: what FIG007 to FIG009 share.

A sentence is doubted only where no way of reading it makes its figures agree.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Literal

from generator.check.rules.fig._sums import agrees
from generator.check.stated import Sentence, Stated, sentences, summed
from generator.check.subject import Subject
from generator.records import record

Doubt = Literal["unequal", "cumulative", "exceeds", "rest", "near"]
"""unequal: all parts are named and do not make the total; cumulative: so, but 累计 may reach back beyond them;
exceeds: the parts named are more than the total; rest: with 其余 they do not make it; near: they nearly do."""

_TOTAL = re.compile(
    r"(?:^|[^公中])(共计|合计|总计|累计|一共|总共|共|合共)(?:为|达到?|有|是)?$"
    r"|(共计?|累计|合计)(?:召开|举办|开展|组织|办理|审查|审核|完成|设立|设置|建成|配备|聘请|签订|制定|印发|投入)"
    r"[^,;:、。()]{0,6}$|([\u4e00-\u9fff]{0,4}总[数量额])(?:为|达到?|有|是)?$"
    r"|(?<![公中总一合])(共计?|累计|合计)(?=[\u4e00-\u9fff]{2,8}$)"
)
_JOINT_STOPS = re.compile(
    r"其中|包括|包含|[(]含|共计|合计|总计|累计|一共|总共|总[数量额]|(?<![公中])共|同比|环比|[较比](?:上|去|往)年|占|分别|[一二三四五六七八九十]是|率"
)
_REST = re.compile(r"其余|其他|其它|剩余|余下|另外?(?=$|[的有])|还有")
_WHOLE = re.compile(r"^[^、,;。()]{0,14}(?:[,:]?(?:分别[为是有]|包括|包含)|:|[(])[^、,;:()]{0,20}$")
_SOME = re.compile(
    r"^(?:[^,;:。()]{0,20}[,:(]?(?:[^,;:。()\d]{0,10},)?(?:其中|含|包括|包含)[,:]?|[^、,;:。()]{0,8}中[,]?)[^、,;:()]{0,20}$"
)
_NEW = re.compile("新增|新建|新设|创建|建成|创成|新成立|历年|以来")
_SHARE = re.compile(
    "占[^,;:、()]{0,12}$|每[\u4e00-\u9fff]{1,4}$|[村户人件场次期]均[\u4e00-\u9fff]{0,4}$|平均[^,;:、()]{0,8}$"
)
"""Before a share or an average, which is no part."""
_SHORT = 6
"""Characters before a part that is told by nothing but its name."""
_BRACKETS = re.compile(r"[(][^()]*[)]")


@record
class Contradiction:
    """A total that its parts contradict; parts: in reading order, for `rest` with the rest last."""

    doubt: Doubt
    total: Stated
    parts: tuple[Stated, ...]


_KEPT: list[tuple[Subject, tuple[Contradiction, ...]]] = []


def contradictions(of: Subject) -> tuple[Contradiction, ...]:
    """Every total that is contradicted, in reading order; found once for all rules."""
    for known, made in _KEPT:
        if known is of:
            return made
    made = tuple(found for row in sentences(of) if len(row) > 1 for found in _once(_of_sentence(of, row)))
    _KEPT[:] = [(of, made)]
    return made


def _once(found: Iterator[Contradiction]) -> Iterator[Contradiction]:
    """Each total and last part once: 其他 may end a list that is judged as one already."""
    held: dict[tuple[int, int], Contradiction] = {}
    for one in found:
        key = one.total.at, one.parts[-1].at
        if key not in held or (one.doubt == "rest" and held[key].doubt != "exceeds"):
            held[key] = one
    return iter(held.values())


def joint(lead: str) -> str:
    """How a figure is joined to the one before it: 、 (和 too), a comma, a semicolon, "" if they are no list."""
    if len(lead) > 40 or _JOINT_STOPS.search(lead):
        return ""
    bare = _BRACKETS.sub("", lead).lstrip(")")
    if "(" in bare or ")" in bare or ":" in bare:
        return ""
    marks = [sign for sign in bare if sign in "、,;"]
    if len(marks) == 1:
        return marks[0]
    return "、" if not marks and re.search("[和及与]", bare) else ""


def _of_sentence(of: Subject, told: Sentence) -> Iterator[Contradiction]:
    row = [one for one in told if not _SHARE.search(one.lead)]
    for at, total in enumerate(row):
        if total.kind == "%" or total.mention.quantity.sense == "change":
            continue
        if not total.exact:
            yield from _beyond(row, at)
            continue
        if at > 1 and _TOTAL.search(total.lead[-14:]):
            yield from _after(of, row, at)
        if at + 1 < len(row):
            yield from _before(of, row, at)
    yield from _rests(of, row)
    yield from _outcomes(of, row)


def _outcomes(of: Subject, row: Sequence[Stated]) -> Iterator[Contradiction]:
    """A total with all that came of it, without 其中: 行政复议13件，维持9件，终止3件，撤销2件."""
    ends = of.words.get("结果", ())
    for at, total in enumerate(row[:-2]):
        if total.kind == "%" or not total.exact or total.mention.quantity.sense == "change":
            continue
        parts: list[Stated] = []
        for one in row[at + 1 :]:
            said = _clause(one.lead, -1) + _clause(one.tail, 0)[:8]
            listed = one.kind == total.kind and one.depth == total.depth and one.exact and joint(one.lead)
            if not listed or not (any(word in said for word in ends) or _sorts(total, one)):
                break
            parts.append(one)
        gap = abs(summed(parts) - total.amount)
        if len(parts) < 2 or re.search("其余|其他|等|另", parts[-1].tail[:6]):
            continue
        if gap * 10 > total.amount or max(one.amount for one in parts) > total.amount:
            continue
        before = {one.amount for one in row[:at]}
        if summed(parts) in before or any(agrees(parts[:n], total) for n in range(2, len(parts) + 1)):
            continue
        if not any(agrees(parts[n:], one) for n in range(len(parts) - 1) for one in parts[:n]):
            yield Contradiction("unequal", total, tuple(parts))


def _sorts(total: Stated, part: Stated) -> bool:
    """Whether a part is a sort of the total by its name: 调解案件 - 人民调解, 行政调解."""
    said, own = _clause(part.lead, -1)[-6:], _clause(total.lead, -1)
    return len(said) > 2 and said[-2:] in own and said not in own


def _after(of: Subject, row: Sequence[Stated], at: int) -> Iterator[Contradiction]:
    """The parts stand before their total: 34件、163件、21件，累计218件."""
    total = row[at]
    told = _TOTAL.search(total.lead)
    before = _BRACKETS.sub("", total.lead[: told.start(told.lastindex or 0)] if told else "").lstrip(")")
    if len(re.findall("[、,;:]", before)) > 1 or not re.search(r"(?:^|[,、)\u4e00-\u9fff])$", before):
        return
    run = _backwards(row, at)
    if len(run) < 2 or (told is not None and told[4] and not _akin(total, run)):
        return
    if any(agrees(run[start:], total) for start in range(len(run) - 1)):
        return
    alike = [one for one in row[:at] if one.kind == total.kind]
    if any(agrees(alike[start:], total) for start in range(len(alike))):
        return
    styles = {joint(one.lead) for one in run[1:]}
    cumulative = told is not None and "累计" in told[0]
    if cumulative and summed(run) < total.amount and any(_NEW.search(one.lead) for one in run):
        return
    if styles != {"、"} and _staged(of, run):
        return
    doubt: Doubt = "cumulative" if cumulative and summed(run) * 5 < total.amount * 4 else "unequal"
    yield Contradiction(doubt, total, tuple(run))


def _akin(total: Stated, run: Sequence[Stated]) -> bool:
    """Whether the words between 共 and the total come back with its parts: 乡镇督察19个、部门督察28个，共督察47个."""
    said = _clause(total.lead, -1).removeprefix("共")
    told = "".join(one.lead + "|" + one.tail.split(",")[0] for one in run)
    return any(said[n : n + 2] in told for n in range(len(said) - 1))


def _backwards(row: Sequence[Stated], at: int, styles: Sequence[str] = ("、", ",", ";")) -> list[Stated]:
    """The list that ends right before a figure, of its kind and joined in one of these ways."""
    total = row[at]
    run: list[Stated] = []
    style = ""
    for one in reversed(row[:at]):
        if one.depth > total.depth:
            continue
        if one.kind != total.kind or not one.exact or one.depth != total.depth:
            break
        if run:
            found = joint(run[0].lead)
            if found not in styles or (style and found != style):
                break
            style = found
        run.insert(0, one)
    return run


def _before(of: Subject, row: Sequence[Stated], at: int) -> Iterator[Contradiction]:
    """The parts stand behind their total: 17件，其中6件…; 共8件：3件、5件."""
    total, following = row[at], row[at + 1]
    lead = following.lead
    some = bool(_SOME.match(lead))
    whole = not some or bool(re.match(r"^[^、,;。()]{0,14}[,:]?(?:包括|包含)", lead))
    if not some and not _WHOLE.match(lead):
        return
    parts, closed = _onwards(row, at + 1, total)
    if not parts:
        return
    whole = whole and (":" not in lead[:16] or bool(_TOTAL.search(total.lead)))
    begin = max((n for n in range(at + 1) if ";" in row[n].lead), default=0)
    largest = max(one.amount for one in row[begin : at + 1] if one.kind == total.kind)
    bound = max(largest, summed(_backwards(row, at + 1, ("、",))))
    come_to = summed(parts)
    style = joint(parts[1].lead) if len(parts) > 1 else ""
    listed = style == "、" or (style == "," and _parallel(parts))
    if any(one.amount > bound for one in parts):
        yield Contradiction("exceeds", total, tuple(one for one in parts if one.amount > bound))
    elif any(agrees(parts[:n], total) for n in range(2, len(parts) + 1)):
        return
    elif come_to > bound and listed and not _staged(of, parts) and not _overlapping(of, parts):
        yield Contradiction("unequal" if whole and closed else "exceeds", total, tuple(parts))
    elif len(parts) > 1 and closed and come_to != total.amount and come_to < bound and not _open(of, parts):
        # ";" and "," may join more than the parts.
        if _staged(of, parts) or any(come_to == one.amount for one in row[:at]):
            return
        if (whole and listed and come_to * 5 >= total.amount * 4) or _again(row, parts):
            yield Contradiction("unequal", total, tuple(parts))
        elif total.amount * 20 > come_to * 20 >= total.amount * 19 or total.amount - come_to == 1:
            yield Contradiction("near", total, tuple(parts))


def _again(row: Sequence[Stated], parts: Sequence[Stated]) -> bool:
    """Whether the parts are followed by a total of their own, not the one before: 28次，其中12次、9次、6次，共27次."""
    after = row[row.index(parts[-1]) + 1 :]
    return bool(after) and bool(_TOTAL.search(after[0].lead)) and agrees(parts, after[0])


def _parallel(parts: Sequence[Stated]) -> bool:
    """Whether parts joined by commas are told alike: 其中市级5.2万条，县区13.4万条; 通过网站210条，通过公众号146条."""
    leads = [_clause(one.lead.rpartition("其中")[2], -1).lstrip("包括含有") for one in parts]
    if max(map(len, leads)) > 12:
        return False
    pairs = [{lead[n : n + 2] for n in range(len(lead) - 1)} for lead in leads]
    return all(len(lead) <= _SHORT for lead in leads) or all(a & b for a, b in pairwise(pairs))


def _beyond(row: Sequence[Stated], at: int) -> Iterator[Contradiction]:
    """A part at least twice a total that is told as 10余: it is less than twice its number."""
    total = row[at]
    if total.mention.quantity.qualifier not in ("余", "多") or at + 1 == len(row) or not _SOME.match(row[at + 1].lead):
        return
    part = row[at + 1]
    if (
        part.exact
        and _of_kind(total, part)
        and part.amount >= 2 * total.amount
        and not any(one.amount >= part.amount for one in row[:at] if one.kind == part.kind)
    ):
        yield Contradiction("exceeds", total, (part,))


def _onwards(row: Sequence[Stated], at: int, total: Stated) -> tuple[list[Stated], bool]:
    """The parts from there on; whether nothing that may be another part follows them."""
    first = row[at]
    if not _of_kind(total, first) or not first.exact:
        return [], False
    parts = [first]
    style = ""
    for one in row[at + 1 :]:
        if one.depth > first.depth:
            continue
        found = joint(one.lead)
        inside = one.depth == first.depth
        if not inside or not _of_kind(total, one) or not one.exact or not found or (style and found != style):
            ended = one.depth < first.depth or ";" in one.lead or (one.kind != total.kind and found != style)
            return parts, ended or bool(_TOTAL.search(one.lead))
        style = found
        parts.append(one)
    return parts, True


def _of_kind(total: Stated, part: Stated) -> bool:
    """Whether both count the same; 个 and 项 count anything: 抽查计划99个，其中涉及68个事项."""
    if part.kind != total.kind:
        return False
    noun = _clause(part.tail.split("(")[0], 0).removeprefix("等")
    if part.kind not in ("个", "项") or len(noun) < 2:
        return True
    own = total.lead[-20:] + total.tail[:20]
    return any(noun[n : n + 2] in own for n in range(len(noun) - 1))


def _rests(of: Subject, row: Sequence[Stated]) -> Iterator[Contradiction]:
    """What remains of a total is named: 45件，其中23件已受理，…其余22件不予受理."""
    for number, rest in enumerate(row):
        if not rest.exact or not _REST.search(rest.lead):
            continue
        same = [one for one in row[:number] if one.kind == rest.kind and one.exact and one.depth == rest.depth]
        same = [one for one in same if one.amount]
        if len(same) < 2 or _made(same, rest) or agrees(same[1:], same[0]):
            continue
        part = _mirrored(same[1:], rest)
        told = bool(_SOME.match(same[1].lead))
        if part is not None:
            total, parts = same[same.index(part) - 1], [part, rest]
        elif len(same) == 2 or (not _staged(of, [*same[1:], rest]) and told):
            total, parts = same[0], [*same[1:], rest]
        else:
            continue
        # Without 其中 an item called 其他 may stand in a list that has no total.
        near = len(same) == 2 or abs(summed(parts) - total.amount) * 3 <= total.amount
        if told or (near and max(one.amount for one in parts) <= total.amount):
            yield Contradiction("rest", total, tuple(parts))


def _made(same: Sequence[Stated], rest: Stated) -> bool:
    """Whether some total is the rest and all that stands between, or, told as 其中, the rest and what begins it."""
    for at, total in enumerate(same[:-1]):
        if joint(same[at + 1].lead) == "、":
            continue
        told = bool(_SOME.match(same[at + 1].lead))
        for n in range(at + 2 if told else len(same), len(same) + 1):
            if n < len(same) and joint(same[n].lead) == "、":
                continue
            if summed(same[at + 1 : n]) + rest.amount == total.amount:
                return True
    return False


def _mirrored(parts: Sequence[Stated], rest: Stated) -> Stated | None:
    """The part whose words come back in the rest's: 17件已受理 … 11件不符合受理范围."""
    said = _REST.split(rest.lead)[-1] + "。" + _clause(rest.tail, 0)
    pairs = {said[n : n + 2] for n in range(len(said) - 1) if "。" not in said[n : n + 2]}
    for one in parts:
        own = _clause(one.lead, -1) + "。" + _clause(one.tail, 0)
        if any(own[n : n + 2] in pairs for n in range(len(own) - 1)):
            return one
    return None


def _clause(words: str, which: int) -> str:
    return re.split("[、,;:。]", words)[which]


def _open(of: Subject, parts: Sequence[Stated]) -> bool:
    """Whether the list says itself that it is not complete."""
    return "等" in parts[-1].tail[:12] or any(re.search("等$", one.lead.split(",")[-1]) for one in parts)


def comes_to(row: Sequence[Stated], total: Stated, behind: bool = True) -> bool:
    """Whether the figures right before a figure of this sentence make it, or, if asked, those right behind it."""
    at = row.index(total)
    first = max((n for n in range(at + 1) if ";" in row[n].lead), default=0)
    for near in (row[first:at][::-1], row[at + 1 :] if behind else ()):
        same = [one for one in near if one.kind == total.kind and one.exact]
        if any(summed(same[:n]) == total.amount for n in range(2, len(same) + 1)):
            return True
    return False


def _overlapping(of: Subject, parts: Sequence[Stated]) -> bool:
    """Whether one person may count in several parts: 农民工88人、妇女65人."""
    return parts[0].kind == "人" and any(word in one.lead for one in parts for word in of.words.get("身份", ()))


def _staged(of: Subject, parts: Sequence[Stated]) -> bool:
    """Whether some parts are told by what was done with them: 受理19件、办结24件 count the same case twice."""
    stages = of.words.get("办理环节", ())
    told = [frozenset(word for word in stages if word in one.lead + _clause(one.tail, 0)[:6]) for one in parts]
    # What several are told by (予以公开、部分公开、不予公开) is no stage between them.
    shared = {word for at, words in enumerate(told) for word in words if any(word in other for other in told[:at])}
    return len({words - shared for words in told}) > 1
