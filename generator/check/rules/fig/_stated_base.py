"""Rates that say what they are reckoned over (办结315件，满意299件，按办结件计算满意率94.9%): part of FIG010."""

from collections.abc import Iterator

from generator.check.near import led_by
from generator.check.rules.fig._rate import Rate, denied
from generator.check.stated import Stated, as_printed, sentences
from generator.check.subject import Subject
from generator.regex import regex

_OVER = regex(
    r"[按以]已?(?P<base>[\u4e00-\u9fff]{2,4}?)的?(?:案件|件数|件|总?数量?)?(?:来|为基数)?(?:计算|计|折算)的?"
    r"(?P<name>[\u4e00-\u9fff]{2,6})率(?:达到?|为|是)?$"
)


def stated(of: Subject) -> Iterator[Rate]:
    """Each exact rate with the only figures of its sentence that are told by its name and by its base."""
    over = led_by(of, _OVER)
    for row in sentences(of) if over else ():
        for at, one in enumerate(row):
            told = _OVER.search(one.own) if one.at in over and one.unit == "%" and one.exact else None
            if told is None:
                continue
            before = [other for other in row[:at] if other.exact and other.unit != "%"]
            wholes = [other for other in before if other.own.endswith(told["base"])]
            parts = [other for other in before if _named(other, told["name"][-2:])]
            if len(wholes) == len(parts) == 1 and wholes[0].kind == parts[0].kind and wholes[0] is not parts[0]:
                share = parts[0].amount, wholes[0].amount
                yield Rate(one, told["name"], as_printed(one), parts[0], (wholes[0],), True, (share,))


def _named(one: Stated, name: str) -> bool:
    return name in one.own and not denied(name, one.own)
