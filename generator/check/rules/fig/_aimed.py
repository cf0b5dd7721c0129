"""What there is to be, and by how much more than the report tells (一次办结69项 … 把5项改为网办，使一次办结事项增加到
74项; 增至45项，比2024年多14项): part of FIG036."""

from collections.abc import Iterator
from itertools import pairwise

from generator.check.near import led_by, rows_with
from generator.check.rule import Finding
from generator.check.rules.fig._compared import elsewhen
from generator.check.stated import Sentence, Stated, covered, in_year, line, of_date, printed, sentences, where, words
from generator.check.subject import Subject
from generator.regex import regex

_AIMED = regex(
    r"(?:^|[,;])(?:20\d\d年)?(?:年底前|力争|争取|确保|计划|打算|可|将|使|让|把|全[镇乡县区街道]{1,2}|[“\"])*"
    r"(?P<name>[\u4e00-\u9fff]{3,12}?)[”\"]?(?:总数|总量|数量|数)?(?:总共|总体)?(?:由此)?"
    r"(?:(?P<up>增加|增|上升|扩大|提高|扩充|壮大)|减少|减|下降|降低|降|压减|压降)[到至]$"
)
_THEN = regex(
    r"^[^,;:、。\d]{0,3},(?:较|比)(?:20\d\d年|今年|本年|上年|去年)(?:至少|净)?(?:(?P<more>多|增加|增长|新增)|少|减少|下降)了?$"
)
_MADE = regex("使|让")
_NEW = regex("再|新|增|补|扩|改为|改成|纳入|转为|升级")
_SORT = regex("(?<=[\u4e00-\u9fff]{3})(?:事项|案件|纠纷|人员|队伍)$")


def aimed(of: Subject) -> Iterator[Finding]:
    """Each number to be reached that the only figure of that name and what is told to be added do not give."""
    aims = led_by(of, _AIMED)
    for row in rows_with(of, _AIMED):
        for before, one in pairwise((None, *row)):
            told = _AIMED.search(one.lead) if one is not None and one.at in aims else None
            if one is None or told is None or one.kind == "%" or one.mention.quantity.qualifier:
                continue
            up = bool(told["up"])
            by = _by(of, row, one, before if _MADE.search(one.own) else None, up)
            base = _base(of, row, one, told["name"]) if by is not None else None
            if by is None or base is None or covered(of, (base, by, one)):
                continue
            right = base.amount + (by.amount if up else -by.amount)
            if right != one.amount and (one.amount > base.amount) == up:
                sign = "+" if up else "−"
                said = f"{words(base)}（第{line(of, base)}行）{sign} {words(by)} = {printed(right, one)}"
                yield Finding(where(of, one), f"{said}，与“{words(one)}”不符", "核对原有的数、增减的数和目标")


def _by(of: Subject, row: Sentence, one: Stated, before: Stated | None, up: bool) -> Stated | None:
    """What is added: told right behind (比2024年多14项), or right before what it makes (再培育5名，使…增加到64名)."""
    at = row.index(one)
    behind = row[at + 1] if at + 1 < len(row) else None
    then = _THEN.match(behind.lead) if behind is not None else None
    if behind is not None and then and behind.kind == one.kind and bool(then["more"]) == up:
        return behind
    alike = before is not None and before.kind == one.kind and not before.mention.quantity.qualifier
    if before is not None and alike and up and _NEW.search(before.own + before.tail) and ";" not in one.lead:
        return before
    return None


def _base(of: Subject, row: Sentence, one: Stated, name: str) -> Stated | None:
    """The figure of that name that other sentences tell of this year, if all that do tell the same."""
    past = elsewhen(of)
    for called in dict.fromkeys((name, _SORT.sub("", name))):
        held = [
            other for some in sentences(of) if some is not row for other in some
            if other.kind == one.kind and other.exact and called in other.own
            and other.at not in past and (in_year(of, other) or of_date(of, other)) and not _AIMED.search(other.lead)
        ]  # fmt: skip
        if held:
            return held[0] if len({other.amount for other in held}) == 1 else None
    return None
