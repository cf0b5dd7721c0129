"""Lists that say themselves that they are all (分属三个口子：…; 按类型分，…其他50件; 办理结果为…), and sums of some of
their items (前两类84件; 连同继续有效的共11件): part of FIG007."""

import re
from collections.abc import Iterator

from generator.annotate.numbers import amount
from generator.check.near import led_by, rows_led_by
from generator.check.rules.fig._compared import elsewhen
from generator.check.rules.fig._contradiction import Contradiction
from generator.check.rules.fig._listed import loosely
from generator.check.stated import Sentence, Stated, summed, told_before
from generator.check.subject import Subject
from generator.regex import regex

_N = "(?P<n>[两二三四五六七八九])"
_SORTS = regex(
    f"(?:分属|分为|分成|涉及|分布在?|涵盖|归为|归入|共分)于?{_N}(?:个|大)?(?:口子|方面|领域|类别?|大类|行业|片区|板块|条线|部门|环节|种情形?)"
    "[:,][^,;:、]{0,12}$"
)
"""Before the first item of a list of so many."""
_BY = regex("(?:按|从)[\u4e00-\u9fff]{2,6}(?:分|划分|看|来看),[^,;:、]{0,12}$")
_RESULT = regex(
    "^[\u4e00-\u9fff]{0,4}(?:办理|审理|处理|审查|复议|裁决|评查|审批|核查)的?结果(?:为|是|:|,)[^,;:、]{0,12}$"
)
_REST = regex("^(?:其余|其他|其它|另外)")
_FIRST = regex(f"[,;](?P<end>前|后){_N}(?:类|项|者|种|部分)(?:纠纷|案件|问题|事项|共|合计|共计|合占|就有|有|为)*$")
_TOGETHER = regex(
    "(?P<one>[\u4e00-\u9fff]{2,6}?)的?后?(?:连同|加上|并上|合上)(?P<other>[\u4e00-\u9fff]{2,6}?)的?,?[^;。]{0,12}?(?:共|有|为)$"
)
_AMONG = regex("其中(?:[已现]|当场)?(?P<what>[\u4e00-\u9fff]{2,8})$")
_ENDED = regex("维持|撤销|变更|驳回|终止|确认违法|责令履行|调解|和解|撤回|不予受理|裁决|结案")
_LEFT = regex("其余|剩余|余下|剩下")
_DUE = regex(
    "^(?:全年|今年|共)*(?:调解|调处|受理)(?:各类)?(?:矛盾)?纠纷$|应[调办审处查][\u4e00-\u9fff]{0,4}$"
    "|(?:共|合计)(?:受理|调解|办理|调处)[\u4e00-\u9fff]{0,4}$"
)
_SUCCEEDED = regex("(?:调|办|处)成|成功")
_FAILED = regex("(?:不成|未成功|未达成|失败|未成)(?:的|协议)?$")
_OPEN = regex("(?:仍在|尚在|正在|还在|在调|在办|未结)[\u4e00-\u9fff]{0,6}$")
_YEARS = regex(f"[,;]{_N}年(?:共计?|合计|累计|总计|一共|总共)[\u4e00-\u9fff]{{0,6}}$")
_OF_YEAR = regex(r"20\d\d年|上年|去年|今年|前年|本年")
_LAST_QUARTER = regex("四季度[\u4e00-\u9fff]{0,4}$")
_WHOLE_YEAR = regex("^[,;](?:全年|合计|共计?|总计|累计)[\u4e00-\u9fff]{0,8}$")
_SOME = regex("主要|其中|例如|比如|等$")
_LARGE = 2


def divided(of: Subject) -> Iterator[Contradiction]:
    """Each such list and the total before it that it does not make, each sum of items that they do not give."""
    led = led_by(of, _SORTS, _BY, _RESULT)
    past = elsewhen(of) if led else frozenset()
    for row in rows_led_by(of, _SORTS, _BY, _RESULT) if led else ():
        for at, one in enumerate(row):
            if one.at in led and one.exact and (at or _RESULT.match(one.lead)):
                yield from _of(of, row, at, past)
    firsts = led_by(of, _FIRST)
    for row in rows_led_by(of, _FIRST) if firsts else ():
        for at in range(2, len(row)):
            if row[at].at in firsts:
                yield from _first(row, at)
    among = led_by(of, _AMONG) if led_by(of, _ENDED) else ()
    for row in rows_led_by(of, _AMONG) if among else ():
        for at in range(1, len(row)):
            if row[at].at in among and row[at].exact and _AMONG.search(row[at].lead):
                yield from _ends(row, at)
    due = led_by(of, _DUE) if led_by(of, _FAILED) else ()
    for row in rows_led_by(of, _FAILED) if due else ():
        for at, one in enumerate(row):
            if one.at in due and one.exact and _DUE.search(one.own):
                yield from _all_ways(row, at)
    quarters = led_by(of, _LAST_QUARTER)
    for row in rows_led_by(of, _LAST_QUARTER) if quarters else ():
        for at in range(3, len(row) - 1):
            if row[at].at in quarters:
                yield from _year(row[at - 3 : at + 1], row[at + 1])
    years = led_by(of, _YEARS)
    for row in rows_led_by(of, _YEARS) if years else ():
        for at in range(2, len(row)):
            if row[at].at in years:
                yield from _of_years(row, at)
    both = led_by(of, _TOGETHER)
    for row in rows_led_by(of, _TOGETHER) if both else ():
        for at in range(2, len(row)):
            if row[at].at in both:
                yield from _together(row, at)


def _of(of: Subject, row: Sentence, at: int, past: frozenset[int]) -> Iterator[Contradiction]:
    first = row[at]
    counted, result = _SORTS.search(first.lead), _RESULT.match(first.lead)
    if not (counted or result or _BY.search(first.lead)) or _SOME.search(first.own):
        return
    parts = _list(row, at)
    rest = bool(_REST.match(parts[-1].own))
    closed = _worth(counted["n"]) == len(parts) if counted else bool(rest or result)
    if not closed or len(parts) < _LARGE or "等" in parts[-1].noun[:8]:
        return
    before = [one for one in (*told_before(of, row), *row[:at]) if one.kind == first.kind]
    whole = [one for one in before if one.exact and one.at not in past and one.mention.quantity.sense == "value"]
    total = next((one for one in whole if one in row), whole[0] if whole else None)
    come_to = summed(parts)
    if total is None or not all(one.exact for one in before) or any(one.amount == come_to for one in before):
        return
    if total.amount > max(one.amount for one in parts) and come_to * 3 >= total.amount * 2:
        yield Contradiction("unequal", total, tuple(parts))


def _list(row: Sentence, at: int) -> list[Stated]:
    parts = [row[at]]
    style = ""
    for one in row[at + 1 :]:
        found = loosely(one.lead)
        if one.kind != parts[0].kind or not one.exact or one.depth != parts[0].depth or not found:
            break
        if style and found != style:
            break
        style = found
        parts.append(one)
    return parts


def _first(row: Sentence, at: int) -> Iterator[Contradiction]:
    """前两类 of the list right before: 乱堆物料48件、乱停车36件，前两类84件."""
    total = row[at]
    told = _FIRST.search(total.lead)
    if told is None or not total.exact:
        return
    many = _worth(told["n"])
    run: list[Stated] = []
    for one in reversed(row[:at]):
        if one.kind != total.kind or not one.exact:
            break
        run.insert(0, one)
    if len(run) < many or any(summed(run[n : n + many]) == total.amount for n in range(len(run) - many + 1)):
        return
    some = run[-many:] if told["end"] == "后" or len(run) <= many + 1 else run[:many]
    yield Contradiction("unequal", total, tuple(some))


def _together(row: Sentence, at: int) -> Iterator[Contradiction]:
    """Two items named again as one: 继续有效9件，修改2件，…修改后连同继续有效的，有11件."""
    total = row[at]
    told = _TOGETHER.search(total.lead)
    alike = [one for one in row[:at] if one.kind == total.kind and one.exact]
    if told is None or not total.exact:
        return
    some = [[one for one in alike if _is(one, name)] for name in (told["one"], told["other"])]
    if all(len(one) == 1 for one in some) and some[0][0] is not some[1][0]:
        parts = (some[0][0], some[1][0])
        if summed(parts) != total.amount:
            yield Contradiction("unequal", total, parts)


def _all_ways(row: Sentence, at: int) -> Iterator[Contradiction]:
    """What was due, what of it succeeded, failed and is still open: 应调300件，调成285件，不成9件，仍在调处6件."""
    total = row[at]
    parts = [one for one in row[at + 1 :] if one.kind == total.kind][:3]
    ways = (_SUCCEEDED, _FAILED, _LEFT if len(parts) == 3 and _LEFT.match(parts[2].own) else _OPEN)
    told = len(parts) == len(ways) and all(way.search(one.own) for way, one in zip(ways, parts, strict=True))
    if told and all(one.exact for one in parts) and summed(parts) != total.amount:
        yield Contradiction("unequal", total, tuple(parts))


def _year(four: Sentence, total: Stated) -> Iterator[Contradiction]:
    """The four quarters and the year: 第一季度12件、第二季度15件、第三季度9件、第四季度14件，全年50件."""
    named = all(f"{sign}季度" in one.own for sign, one in zip("一二三四", four, strict=True))
    alike = named and all(one.exact and one.kind == total.kind for one in (*four, total))
    if alike and _WHOLE_YEAR.match(total.lead) and summed(four) != total.amount:
        yield Contradiction("unequal", total, tuple(four))


def _of_years(row: Sentence, at: int) -> Iterator[Contradiction]:
    """Several years and all of them: 从2022年的36件，到2023年的42件，再到2024年的48件，三年共126件."""
    total = row[at]
    told = _YEARS.search(total.lead)
    many = _worth(told["n"]) if told else 0
    parts = [one for one in row[:at] if one.kind == total.kind][-many:] if many else []
    named = len(parts) == many and all(_OF_YEAR.search(one.own) and _plain(one) for one in parts)
    if many > 1 and named and _plain(total) and summed(parts) != total.amount:
        yield Contradiction("unequal", total, tuple(parts))


def _plain(one: Stated) -> bool:
    return not one.mention.quantity.qualifier


def _is(one: Stated, name: str) -> bool:
    own = re.sub("^(?:其中|已|予以)+", "", one.own)
    return len(own) > 1 and (name.endswith(own) or own.startswith(name))


def _ends(row: Sentence, at: int) -> Iterator[Contradiction]:
    """Outcomes of which one is told by several names: 办结148件，其中维持63件，调解、和解结案54件，驳回24件."""
    total, parts = row[at - 1], _list(row, at)
    parts = [one for n, one in enumerate(parts) if all(_ENDED.search(each.own) for each in parts[: n + 1])]
    compound = any("、" in one.lead and "," in one.lead for one in parts[1:])
    alike = compound and len(parts) > _LARGE and total.kind == parts[0].kind and total.exact
    if alike and summed(parts) > total.amount:
        yield Contradiction("unequal", total, tuple(parts))


def _worth(said: str) -> int:
    return int(amount(said.replace("两", "二")) or 0)
