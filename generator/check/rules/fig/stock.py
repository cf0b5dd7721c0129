"""年初数、本年进出与年末数对不上。

为什么：年初的，加上本年进来的，减去本年出去的，就是年末的；四个数写在一起，读者随手一算就知道有一个写错了。
依据：算术（统计上的存量平衡）。
反例：
    上年末有效规范性文件31件，当年制定4件，废止6件，年末有效规范性文件27件。
反例：
    年初在册矫正对象24人，全年新接收9人、解除14人，年末在册21人。
反例：
    镇级赋权事项原有61项，收回8项，现有52项。
正例：
    上年末有效规范性文件31件，当年制定4件，废止6件，年末有效规范性文件29件。
    年初在册矫正对象24人，全年新接收9人、解除13人、收监1人，年末在册19人。
    年初计划检查40次，全年新增检查对象12家，完成检查46次，现有执法人员20人。
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import chain, combinations

from generator.check.near import led_by
from generator.check.rule import Finding, Rule, found_by
from generator.check.rules.fig import left_over
from generator.check.rules.fig._compared import elsewhen
from generator.check.rules.fig._due import due
from generator.check.rules.fig._grown import changed
from generator.check.stated import Sentence, Stated, covered, line, printed, sentences, summed, where, words
from generator.check.subject import Subject
from generator.diagnostics import Severity
from generator.regex import regex

_OPENING = regex(
    r"历年积存|积存|(?:上年|去年|上一年|往年|年初|期初|\d{4}年(?:年?[末底]|结转|转入))(?!新|全年|共)|结转|遗留(?!问题)|原有|^(?:从|由)"
)
_CLOSING = regex(
    r"结余|尚存|年末|年底|期末|未结|未办结|在办|在审|在册|在库|剩余|余下|尚有|仍有|结转(?:至?下|到下|次|明)|转入下|现有|现存|目前|现行|存量"
    r"|留存|正在|增[至到]|减[至到]|总数[为达]"
)
_ENDING = regex("(?<![上去往前一\\d])年[末底]结转|期末结转")
_ON_TO = regex(r"(?:结转|转入|转[至到])[至到入]?(\d{4})年?")
"""The year that takes over what is left: 结转2026年12件; an earlier one is where it comes from."""
_IN = regex(
    "立案|收案|拨入|到位|下拨|拨付|筹集|募集|新[收增聘建设立入接登受办制颁吸加招培考评取发批审]|购入|采购|列管|接收|接到|接访|收到|受理|入[矫戒册库]|纳入|转入|补充|增补|加入|调入|划入|增[设配]|添置|购置|引进|考入|制定|出台|吸收|招录|增加|登记|发生|排查"
)
_OUT = regex(
    "支出|使用|列支|发放|领用|消耗|查结|撤管|解约|办结|审结|结案|调结|化解|解除|解[矫戒]|期满|退出|废止|失效|注销|取消|拆除|摘牌|淘汰|报废|停用|关停|移[出交送]|减少|退休|调[离出走]|销号|终止|办理完毕|死亡|收监"
    "|吊销|引导|成功|不予|不成|转登记|转出|迁出|离[职任岗开]|辞[职去]|解聘|清退|撤[并销回诉案]|收回|划出|剔除|核减|压减|完成|整改|处理|处置|答复|核销|出[矫戒库]|转有权"
)
_LEAVES = regex("(?:因故|依法|主动)?(?:撤[回诉案]|移[交送]|迁出|转出|调[离走出]|死亡|病故|退出|取消|注销|报废|拆除)")
_ADDED = regex("(?:加上|连同|算上)[^,;:、]{0,12}$")
_NEW_IN = regex("新[收立接受设登]|新增|收到|受理|接收|立案$")
_LEFT = regex(
    r"^(?:年[末底]|期末)(?:尚?未[办审]?结|在办|在审|未化解|在调|存量)$|^尚?未[办审]?结$|结转(?:下年|\d{4}年)|转入下年"
)
_NEW_COME = regex("新[收立接受设]|收到|受理|立案")
_CARRIED = regex("结转|转入|留存|遗留|上年未[办审]?结|积存")
_DENIED = regex("不予")
_GRANTED, _WAITING = regex("(?:批准|准予|同意|通过|发证)$"), regex("申请|未[办审]?[结批]|待[办批审]|在[办审]")
"""What goes from the applications that wait."""
_NOUN = 8
"""Signs behind what was there that may say where it came from: 年初有2件上年结转的案子."""
_SUBTOTAL = ("合计", "共计", "总计", "累计", "共", "共有", "两项合计", "应办", "应办理")
_ORDER = ("closing", "opening", "in", "out")
_AT_END = regex("年[末底]|期末")
_NEXT = regex("结转(?:至?下|到下|次|明)|转入下|留[待至到]下")


def check(of: Subject) -> Iterator[Finding]:
    """Each figure of the year's end that what there was, came and went does not give."""
    told: set[object] | None = None
    ending = led_by(of, _LEFT)
    opening = led_by(of, _OPENING)
    yield from changed(of)
    yield from due(of)
    rows = sentences(of) if ending or opening else ()
    for number, row in enumerate(rows):
        ended = any(one.at in ending for one in row[1:])
        opened = any(one.at in opening and _OPENING.search(one.lead) for one in row[:-2])
        if not (ended or opened):
            continue
        before, before_it = _same_line(of, rows, number, 1), _same_line(of, rows, number, 2)
        if before and ended:
            account = _spread(of, (*before_it, *before), row)
            if account and not covered(of, account):
                found = _finding(of, account)
                if _by_another(of, account, (*before_it, *before, *row)):
                    continue
                # 立案500件。结案486件，未结24件: some may have been carried over.
                over = _role(of, account[0]) != "opening" and summed(account[1:]) > account[0].amount
                yield replace(found, severity=Severity.INFO) if over else found
                continue
        if not opened:
            continue
        row = tuple(one for one in row if one.at not in elsewhen(of))
        yield from _closing_first(of, row)
        for at, one in enumerate(row):
            account = _account(of, row, at, before) if _role(of, one) == "opening" else None
            if account is None or covered(of, account) or _by_another(of, account, (*before_it, *before, *row)):
                continue
            if told is None:
                told = {finding.spot for finding in found_by(of, left_over.check)}
            if where(of, account[-1]) in told:
                continue
            found = _finding(of, account)
            yield replace(found, severity=Severity.INFO) if _but_for_some(of, account) else found
            break


def _closing_first(of: Subject, row: Sentence) -> Iterator[Finding]:
    """The same told from its end: 年末在册18人，年初16人，新接收9人，解除8人."""
    four = row[:4]
    told = len(four) == len(_ORDER) and all(one.exact and one.kind == four[0].kind for one in four)
    if not told or tuple(_role(of, one) for one in four) != _ORDER or not _AT_END.search(four[0].own):
        return
    left, first, came, went = four
    if first.amount + came.amount - went.amount != left.amount and not covered(of, four):
        yield _finding(of, (first, came, went, left))


def _same_line(of: Subject, rows: Sequence[Sentence], number: int, back: int) -> Sentence:
    """The sentence so many before this one, if it is of its line."""
    before = rows[number - back] if number >= back else ()
    return before if before and line(of, before[0]) == line(of, rows[number][0]) else ()


def _role(of: Subject, one: Stated) -> str:
    """What a figure is in the account: opening, in, out, closing, or "" where its words do not say."""
    own = one.own
    said = own if len(own) > 1 else own + one.noun[:6]
    # 结转至下年 closes, 上年结转 opens; 2024年入矫 is of the year itself.
    on_to = _ON_TO.search(said)
    if _NEXT.search(said) or _ENDING.search(said) or (on_to and 0 < of.year < int(on_to[1])):
        return "closing"
    opening = _OPENING.search(said)
    year = re.search(r"(\d{4})年(?:年?[末底]|结转|转入)", said)
    if opening and not (year and of.year and int(year[1]) >= of.year):
        return "opening"
    if re.search("尚|结余|未[办审结]|正在|仍有|剩余|年末|年底|期末", said):
        return "closing"
    if _IN.search(said) and not _OUT.search(said):
        return "in"
    if _OUT.search(said):
        return "out"
    return "closing" if _CLOSING.search(said) else ""


def _account(of: Subject, row: Sentence, at: int, before: Sentence) -> tuple[Stated, ...] | None:
    """Opening, what came, what went and closing, where they contradict each other however they are read."""
    first = row[at]
    held = {"in": list[Stated](), "out": list[Stated]()}
    for one in row[at + 1 :]:
        if one.kind != first.kind:
            if one.depth == first.depth and ";" in one.lead:
                return None
            continue
        role = _role(of, one) or ("out" if _GRANTED.search(one.own) and _WAITING.search(first.own) else "")
        if one.own in _SUBTOTAL and one.amount == first.amount + summed(held["in"]) and held["in"]:
            # 上年结转11件，新收284件，合计295件，…
            continue
        if not one.exact or one.depth != first.depth or re.search("其中|累计", one.lead) or role in ("", "opening"):
            return None
        if role != "closing":
            held[role].append(one)
            continue
        if (
            not held["in"]
            and before
            and before[0].kind == first.kind
            and before[0].exact
            and (_NEW_IN.search(before[0].own) or _NEW_COME.search(before[0].own))
        ):
            # 全年新立案486件。上年结转38件，当年办结452件，年末在办72件.
            held["in"].append(before[0])
        if not held["in"] and _ADDED.search(first.lead):
            # 新收186件，受理171件；加上上年结转17件，审结165件，结转下年23件.
            told = [o for o in row[:at] if o.kind == first.kind and o.exact and _role(of, o) == "in"]
            if any(_balanced(first, [came], held["out"], one) for came in told):
                return None
            held["in"] += told[-1:]
        # 原有61项，收回8项，现有53项: what was there once only lost some.
        plain = "原有" in first.own and bool(re.search("现有|保留|现存", one.own)) and not held["in"]
        enough = held["out"] and (held["in"] or plain)
        if not first.exact or not enough:
            return None
        account = first, *held["in"], *held["out"], one
        balanced = _balanced(first, held["in"], held["out"], one)
        return None if balanced and not _but_for_some(of, account) else account
    return None


def _but_for_some(of: Subject, account: Sequence[Stated]) -> bool:
    """Whether it balances but for those that left in another way (解除9人、迁出2人), which may be of the first."""
    first, left = account[0], account[-1]
    came = summed([one for one in account[1:-1] if _role(of, one) == "in"])
    went = [one for one in account[1:-1] if _role(of, one) == "out"]
    others = [one for one in went[1:] if _LEAVES.match(one.own)]
    return 0 < len(others) == len(went) - 1 and first.amount + came - went[0].amount == left.amount


def _once(came: Sequence[Stated], went: Sequence[Stated]) -> tuple[list[Stated], list[Stated]]:
    """Without what is told twice: 收到185件，不予受理13件，受理172件 are the 172 that came."""
    for whole in came:
        for denied in went:
            taken = whole.amount - denied.amount
            if _DENIED.search(denied.own) and any(one.amount == taken for one in came if one is not whole):
                return [one for one in came if one is not whole], [one for one in went if one is not denied]
    return list(came), list(went)


def _spread(of: Subject, before: Sentence, row: Sentence) -> tuple[Stated, ...] | None:
    """The same where a sentence tells what was there and came, the next what went and is left: 结转6件，新收31件。
    办结28件，年底在办9件."""
    at = next((n for n, one in enumerate(row) if one.exact and _LEFT.search(one.own)), 0)
    left = row[at]
    went = [one for one in row[:at] if one.kind == left.kind and _role(of, one) == "out" and one.exact]
    if len(went) != 1 or any(one.kind == left.kind and one is not went[0] for one in row[:at]):
        return None
    if _role(of, left) != "closing":
        return None
    told = [one for one in before if one.kind == left.kind]
    same = [one for one in told if one.at not in elsewhen(of)]
    first = next((one for one in told if "转" in one.own and _role(of, one) == "opening"), None)
    if any(_role(of, one) == "closing" for one in same):
        return None
    if first is None:
        new = [one for one in same if one.exact and _NEW_COME.search(one.own) and not _DENIED.search(one.own)]
        plain = len(new) == 1 and at == row.index(went[0]) + 1 and not any(_role(of, o) == "opening" for o in told)
        return (new[0], *went, left) if plain and new[0].amount - went[0].amount != left.amount else None
    if not first.exact:
        return None
    came = [one for one in same if _role(of, one) == "in" and one.exact and "其中" not in one.lead]
    denied = [one for one in same if _DENIED.search(one.own) and one.exact]
    came, others = _once(came, denied)
    if not came or others or not _NEW_COME.search(came[0].own) or _balanced(first, came, went, left):
        return None
    return first, *came, *went, left


def _balanced(first: Stated, came: Sequence[Stated], went: Sequence[Stated], left: Stated) -> bool:
    """Whether some of what came and went, or what was there left out, makes the account."""
    came, went = _once(came, went)
    ins, outs = _some(came), _some(went)
    # 上年结转5件，新收63件，办结62件，年底未结1件: what was carried over is of the account, as the new is told apart.
    apart = bool(_CARRIED.search(first.own + first.noun[:_NOUN])) and any(_NEW_IN.search(one.own) for one in came)
    apart = apart and bool(_CARRIED.search(left.own) or re.search("年[末底]", left.own))
    before = (first.amount,) if apart else (first.amount, 0)
    # 转为营利性9家 went, whatever it says: what is not plainly new may have gone.
    unsure = [one for one in came if not _NEW_IN.search(one.own)]
    if any(first.amount + summed(came) - summed(went) - 2 * summed(some) == left.amount for some in _some(unsure)):
        return True
    return any(
        start + summed(i) - summed(o) == left.amount for start in before for i in ins for o in outs if start or i
    )


def _by_another(of: Subject, account: Sequence[Stated], told: Sequence[Stated]) -> bool:
    """Whether it balances by what was taken of all that came: 新收168件，受理151件…结转14件，审结149件，未结16件."""
    first, left = account[0], account[-1]
    went = summed([one for one in account[1:-1] if _role(of, one) == "out"])
    came = summed([one for one in account[1:-1] if _role(of, one) == "in"])
    taken = left.amount + went - first.amount
    fewer = [one for one in told if one.kind == left.kind and one.exact and one not in account]
    return taken < came and any(one.amount == taken for one in fewer)


def _some(figures: Sequence[Stated]) -> list[tuple[Stated, ...]]:
    few = figures[:5]
    return list(chain.from_iterable(combinations(few, n) for n in range(1, len(few) + 1))) or [()]


def _finding(of: Subject, account: Sequence[Stated]) -> Finding:
    first, left = account[0], account[-1]
    came = [one for one in account[1:-1] if _role(of, one) == "in"]
    went = [one for one in account[1:-1] if _role(of, one) != "in"]
    came, went = _once(came, went)
    rest = first.amount + summed(came) - summed(went)
    signed = "".join([f" + {words(one)}" for one in came] + [f" − {words(one)}" for one in went])
    said = f"{words(first)}{signed} = {printed(rest, left)}，与“{words(left)}”不符"
    hint = "核对这几个数；另有增减的写明"
    return Finding(where(of, left), said, hint if rest < 0 else f"{hint}；都无误的，写 {printed(rest, left)}")


RULE = Rule("FIG028", "年初、进出与年末的数不符", Severity.WARNING, check, __doc__)
