"""How many there are, how many each has, and all of them (5个组各走访40户，共走访210户; 每村2场，22个村共46场), and a
number told roughly and then exactly (超过200件，共196件): part of FIG026."""

from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise

from generator.annotate import units
from generator.check.near import led_by, rows_led_by
from generator.check.rule import Finding
from generator.check.stated import Stated, covered, plain, where, words
from generator.check.subject import Subject
from generator.regex import regex

_EACH = regex("(?:各|每(?P<of>[\u4e00-\u9fff]))(?:均|都)?[\u4e00-\u9fff]{0,6}$")
_TOTAL = regex("[,(]?(?:[\u4e00-\u9fff]{0,6})(?:共|合计|总计|累计|一共)[\u4e00-\u9fff]{0,6}$")
_JOINED = regex("[^,;:。()]{0,8}[、和与及]")
"""Between the counts of two sorts of places."""
_LEAST = regex("至少|不少于|不低于|以上|平均|均|约|最|[少多]")
_MORE, _LESS = regex("(?:超过|突破|逾|多于|高于)了?$"), regex("(?:近|不足|不到|接近|将近|少于)$")
_EXACTLY = regex("^[,(](?:共|合计|实际|一共|总计|实有|实)[\u4e00-\u9fff]{0,6}$")


def products(of: Subject) -> Iterator[Finding]:
    """Each total that so many times what each has does not make, each number that its rough one denies."""
    led = led_by(of, _EACH) if led_by(of, _TOTAL) else frozenset()
    for row in rows_led_by(of, _EACH) if led else ():
        for at, (one, other, total) in enumerate(zip(row, row[1:], row[2:], strict=False)):
            pair = _pair(one, other, led) if one.at in led or other.at in led else None
            if pair is None or not _same(*pair, total) or not _TOTAL.fullmatch(_behind(total)):
                continue
            if any(before.kind == total.kind for before in row[:at]):
                # 街道聘请2名，8个社区各1名，合计10名: there are more.
                continue
            before = row[at - 1] if at else None
            # 3个村、20个小组，每个小组1名，共20名: only the last have it.
            last = "每" in other.own and one.amount * other.amount == total.amount
            if pair[0] is one and not last and before and before.exact and _JOINED.fullmatch(one.lead):
                # 在6个村、8所学校各办1场，共14场: both have it.
                both = f"（{words(before)} + {words(one)}）"
                pair = replace(one, amount=before.amount + one.amount, said=both), other
            yield from _of(of, *pair, total)
    rough = led_by(of, _MORE, _LESS)
    for row in rows_led_by(of, _MORE, _LESS) if rough else ():
        for about, exact in pairwise(row):
            if about.at in rough or about.mention.quantity.qualifier:
                yield from _rough(of, about, exact)


def _pair(one: Stated, other: Stated, led: frozenset[int]) -> tuple[Stated, Stated] | None:
    """The number of places and what each has, in whichever order."""
    for count, each in ((one, other), (other, one)):
        told = _EACH.search(each.own) if each.at in led else None
        if told is None or count.kind == each.kind or _LEAST.search(each.own) or not (count.exact and each.exact):
            continue
        if told["of"] and "各" in told[0]:
            # 122天，每天早晚各巡1次: each has more.
            continue
        named = count.noun.startswith(told["of"]) or told["of"] in count.unit if told["of"] else each is other
        if named and count.amount > 1 and not count.own.endswith(("其中", "第")):
            return count, each
    return None


def _same(count: Stated, each: Stated, total: Stated) -> bool:
    """Whether both count the same, or the one places and the other visits of them: 每轮走遍9所学校，共36校次;
    对9所学校各检查4轮，共36校次."""
    visits = total.unit.removesuffix("次")
    if each.kind == total.kind:
        return True
    if not visits or visits == total.unit:
        return False
    times = each.unit in ("次", "轮", "遍") and visits in (count.unit, count.noun[:2][-1:])
    return times or visits in (each.unit, each.noun[-1:])


def _behind(total: Stated) -> str:
    """The words of its own clause, with the comma before them."""
    return total.lead[max(total.lead.rfind(","), 0) :] if "," in total.lead else total.own


def _of(of: Subject, count: Stated, each: Stated, total: Stated) -> Iterator[Finding]:
    come_to = count.amount * each.amount
    near = come_to <= total.amount * 2 and total.amount <= come_to * 2
    if total.exact and near and come_to != total.amount and not covered(of, (count, each, total)):
        right = f"{plain(come_to / units.base(total.unit)[0])}{total.unit}"
        said = f"{words(count)} × {words(each)} = {right}，与“{words(total)}”不符"
        yield Finding(where(of, total), said, "核对个数、每个多少和合计")


def _rough(of: Subject, about: Stated, exact: Stated) -> Iterator[Finding]:
    """调处纠纷超过200件，共196件; 不足100人，实际108人."""
    if about.kind != exact.kind or not _EXACTLY.match(exact.lead) or exact.mention.quantity.qualifier:
        return
    said = about.own + about.mention.quantity.qualifier
    more = _MORE.search(said) and exact.amount < about.amount
    less = _LESS.search(said) and exact.amount > about.amount
    if (more or less) and not covered(of, (about, exact)):
        told = f"前面写“{said[-4:]}{about.value}{about.unit}”，后面是“{words(exact)}”"
        yield Finding(where(of, exact), told, "核对两个数")
