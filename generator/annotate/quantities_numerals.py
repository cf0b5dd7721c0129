"""Chinese numerals: where they count (三次, 两名, 十余场) and where they do not (三项制度, 一道防线, 三级)."""

from generator.annotate import units

_NEVER_AFTER = frozenset('第届每周期初统唯同万专独单“"')
_ROUND = frozenset("百千万亿")
_MEASURED = frozenset("近上逾超")
_NONE = frozenset("二〇零")
"""Alone these do not count: two things are 两."""
_TOLD = ("各", "共", "至少", "不少于", "仅", "只有", "有", "聘请", "配备", "配置", "设", "建成", "成立", "召开", "举办",
         "开展", "组织", "发生", "办理")  # fmt: skip
"""After these 一 counts (聘请一名); elsewhere it rarely does (一道防线)."""
_SINGLE = frozenset("名人场期次家")
_RULE = "每"
"""每季度召开一次 is a rule, not a count."""
_CLOSING = frozenset(("次", "场", "期", "场次", "名", "人"))
"""After these, at the end of a clause, 一 counts (召开会议一次)."""
_ONLY = frozenset("最多跑下上再又每进")


def counts(number: str, more: str, unit: str, before: str, after: str) -> bool:
    """Whether the numeral counts anything.

    more: 余, 多, 几 or ""; unit: its measure word; before: the characters before it; after: the one after the unit.
    """
    last = before[-1:]
    if (last in _NEVER_AFTER and last) or number in _NONE:
        return False
    if number in _ROUND and not more:
        return last in _MEASURED and bool(last)
    return number != "一" or _one(unit, before, after)


def certain(number: str, more: str, unit: str) -> bool:
    """Whether it does so whatever stands around it: 三项 may be a name."""
    return unit in units.COUNTING or (unit != "大" and (bool(more) or len(number) > 1))


def _one(unit: str, before: str, after: str) -> bool:
    if unit in _SINGLE and before.removesuffix("了").endswith(_TOLD):
        return unit not in "次家" or _RULE not in before
    closed = not after or after in "，,。；;、)"
    return closed and unit in _CLOSING and len(before) > 3 and before[-1] not in _ONLY
