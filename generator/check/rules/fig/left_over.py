"""办了的和没有办的，合起来与总数不符。

为什么：收到的加上年结转的，减去办结的，就是没有办结的；对不上，四个数里有一个写错了。
依据：算术。
反例：
    行政复议收案132件，结案118件，未结15件。

    受理申请642件，上年结转18件，办结657件，结转下年度6件。

    42个问题已整改38个，尚有6个未整改。
正例：
    行政复议收案132件，结案118件，未结14件。
    受理申请642件，上年结转18件，办结657件，结转下年度3件。
    42个问题已整改38个，尚有4个未整改。
    发现隐患56处，整改50处，未按期整改2处。
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import combinations

from generator.check.rule import Finding, Rule
from generator.check.rules.fig._compared import POINTS, elsewhen
from generator.check.rules.fig._left_behind import left_behind
from generator.check.rules.fig._listed import joint
from generator.check.rules.fig._lists import contradictions
from generator.check.rules.fig._planned_rest import planned_rest
from generator.check.stated import Sentence, Stated, covered, printed, sentences, summed, told_before, where, words
from generator.check.subject import Subject
from generator.diagnostics import Severity
from generator.regex import regex

_CARRIED_ON = regex("^结转$|空编$|缺编$|空缺$|缺额$|结转(?:至?下|到下|次|明)|转入下|未结|未办结|未审结|在办|待办$")
_DONE = regex("[办审结调]结|结案|答复|回复|办复|化解|实有|在编|在岗|到岗|完成")
_IN_ALL = regex("共|合计|总")
_NEXT = regex("结转(?:至?下|到下|次|明)|转入下")
_MOST = 6
"""Outcomes that are told one by one."""
_REST = regex(";(?:其余|余下|剩余)$")
_LISTED = regex(r";(?:已|年内|目前|尚)?(?:[办审结]结|结案|完成|化解|在办|在审|未[办审]?结)(?:的|共)?")
"""In a list of short lines: 受理187件；办结179件；在办8件."""
_OPEN = regex(r"转入\d{4}年|转入下|结转|正在|尚在|仍在|在办|因[^,;:、。]{2,12}(?:终止|暂停|暂缓|推迟|延期|取消)")
_DENIED = regex(r"(?:尚?未能?|没有|没能|尚待|待|不)(?P<act>[\u4e00-\u9fff]{1,4})")

_LATE = regex(r"(?:尚?未能?|没有|没能)(?P<act>[\u4e00-\u9fff]{2})[\u4e00-\u9fff]{0,2}$")


def check(of: Subject) -> Iterator[Finding]:
    """Each count of what is left that does not make the total with what was done."""
    told: set[int] | None = None
    past = elsewhen(of)
    judged: set[int] = set()
    for row in sentences(of):
        for at in range(2, len(row)):
            found = _of(row, at, past) or _of_outcomes(row, at)
            if found is None:
                continue
            if told is None:
                told = {part.at for one in contradictions(of) for part in (one.total, *one.parts)}
            came, done, left = found
            if left.at in told or covered(of, (*came, done, left)):
                continue
            if _of_earlier(of, row, left):
                continue
            rest = summed(came) - done.amount
            if rest < 0:
                # 上年结转38件，当年办结452件: what came in stands elsewhere.
                continue
            said = f"{' + '.join(map(words, came))} − {words(done)} = {printed(rest, left)}，与“{_said(left)}”不符"
            judged.add(left.at)
            yield Finding(where(of, left), said, f"核对这几个数；前面无误的，写 {printed(rest, left)}")
    yield from planned_rest(of)
    for whole, done, left, sure in left_behind(of):
        if left.at in judged or covered(of, (whole, done, left)):
            continue
        rest = whole.amount - done.amount
        if rest < 0:
            both = printed(done.amount + left.amount, whole)
            said = f"{words(done)} + {words(left)} = {both}，与“{_said(whole)}”不符"
            yield Finding(where(of, left), said, "核对这几个数", severity=None if sure else Severity.INFO)
            continue
        said = f"{words(whole)} − {words(done)} = {printed(rest, left)}，与“{_said(left)}”不符"
        hint = f"核对这几个数；前面无误的，写 {printed(rest, left)}"
        yield Finding(where(of, left), said, hint, severity=None if sure else Severity.INFO)


def _of(row: Sentence, at: int, past: frozenset[int]) -> tuple[tuple[Stated, ...], Stated, Stated] | None:
    """What came in, what was done and what is left, where they contradict each other whatever is added."""
    left = row[at]
    if not left.exact or left.kind == "%" or not left.amount:
        return None
    denied = _denied(row[at - 1], left)
    carried = bool(_CARRIED_ON.search(left.own) or (len(left.own) < 3 and _OPEN.match(left.tail)))
    if not (denied or carried):
        return None
    if at + 1 < len(row) and row[at + 1].kind == left.kind and re.match(f"[,、{left.lead[:1]}]", row[at + 1].lead):
        return None
    row, at = _without_parts(row, at)
    before = [one for one in row[:at] if one.kind == left.kind and one.exact and one.at not in past]
    if len(before) < 2 or (
        ";" in "".join(one.lead for one in row[row.index(before[-2]) + 1 : at + 1])
        and not (_REST.search(left.lead) and ";" not in "".join(one.lead for one in row[1:at]))
        and not (_LISTED.fullmatch(left.lead) and _LISTED.fullmatch(before[-1].lead))
        # 办理76件，较上年增加19件；审结70件，结转下年6件
        and not (carried and row[at - 1] is before[-1] and before[-1].lead[0] == ";" != left.lead[0])
    ):
        return None
    done = next((one for one in reversed(before) if _is_done(one, denied["act"] if denied else "结", carried)), None)
    if done is None or not _shares_between(row, done, at):
        return None
    if joint(left.lead) == joint(done.lead) == "、":
        # 优秀39份、合格20份、不合格1份: grades of one list.
        return None
    held = before[: before.index(done)]
    if not held or (max(one.amount for one in held) < done.amount and not carried):
        return None
    if denied and max(one.amount for one in held) > 2 * summed((done, left)):
        # 执法人员210人，组织考试，通过18人，未通过2人: the examination was of others.
        return None
    if any(summed(some) == summed((done, left)) for n in (1, 2) for some in combinations(held, n)):
        return None
    if _parts_told(before, left):
        return None
    total = next((one for one in reversed(held) if one.amount >= done.amount), max(held, key=lambda one: one.amount))
    added = () if _IN_ALL.search(total.own) else held
    over = tuple(one for one in added if one is not total and re.search("结转|上年|转入", one.own))
    return (total, *over), done, left


def _denied(before: Stated, left: Stated) -> "re.Match[str] | None":
    """The act that what is left lacks; where a cause is told first, that of the figure before it: 行使18项，尚有24项因
    没有案源而未行使."""
    late = _LATE.search(left.noun) if left.noun.startswith(("因", "由于")) else None
    return late if late and late["act"] in before.own else _DENIED.search(left.own + left.noun[:8])


def _of_earlier(of: Subject, row: Sentence, left: Stated) -> bool:
    """Whether it is what a total of the sentence before leaves: 排查159件。化解155件，疑难纠纷化解3件，4件仍在做."""
    done = [one.amount for one in row if one.kind == left.kind and one.at < left.at and one.exact]
    wholes = (one.amount for one in told_before(of, row) if one.kind == left.kind and one.exact)
    return any(whole - amount == left.amount for whole in wholes for amount in done)


def _of_outcomes(row: Sentence, at: int) -> tuple[tuple[Stated, ...], Stated, Stated] | None:
    """The same of all that came of a total, one by one: 需办理135件，其中办结121件、撤销2件、移送5件，结转下年7件."""
    left = row[at]
    if not left.exact or not _NEXT.search(left.own):
        return None
    begin = at - 1
    while begin > 0 and row[begin].kind == left.kind and joint(row[begin].lead) == "、":
        begin -= 1
    total, parts = row[begin - 1], row[begin:at]
    alike = all(one.kind == left.kind and one.exact and one.depth == left.depth for one in (total, *parts))
    if begin < 1 or len(parts) < 2 or not alike or "其中" not in parts[0].lead:
        return None
    done = replace(parts[-1], amount=summed(parts), said=f"（{' + '.join(one.said for one in parts)}）")
    if total.amount == summed((done, left)):
        return None
    return ((total,), done, left) if done.amount < total.amount and len(parts) < _MOST else None


def _without_parts(row: Sentence, at: int) -> tuple[Sentence, int]:
    """The sentence up to a figure without what stands in brackets and the sorts that 其中 lists of one before:
    化解92件，其中村级74件、镇级18件."""
    kept: list[Stated] = []
    n = 0
    while n < at:
        end = n + 1
        if row[n].depth > row[at].depth:
            n = end
            continue
        if n and "其中" in row[n].lead and any(one.kind == row[n].kind for one in kept):
            while end < at and row[end].lead.count("、") == 1 and joint(row[end].lead) == "、":
                end += 1
        if end - n == 1:
            kept.append(row[n])
        n = end
    return (*kept, *row[at:]), len(kept)


def _is_done(one: Stated, act: str, carried: bool) -> bool:
    """Whether it counts what was done of the act that the rest lacks: 已整改38个 for 6个未整改."""
    words_ = one.own + one.noun[:8]
    if _DENIED.search(words_) or "结转" in words_:
        return False
    return act[:2] in words_ or (carried and bool(_DONE.search(words_)))


def _shares_between(row: Sentence, done: Stated, at: int) -> bool:
    """Whether only rates stand between what was done and what is left."""
    return all(one.kind in ("%", *POINTS) for one in row[row.index(done) + 1 : at])


def _parts_told(before: Sequence[Stated], left: Stated) -> bool:
    """Whether the figures before, taken apart from the total, make it with what is left: 维持3件、驳回1件、未结2件."""
    for at, total in enumerate(before[:-1]):
        for begin in range(at + 1, len(before)):
            if summed(before[begin:]) + left.amount == total.amount:
                return True
    return False


def _said(one: Stated) -> str:
    return f"{one.own[-8:]}{words(one)}"


RULE = Rule("FIG027", "办了的和没有办的与总数不符", Severity.WARNING, check, __doc__)
