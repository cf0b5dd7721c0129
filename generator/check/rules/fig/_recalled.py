"""Figures that are told as known by what is said of them (14名执法人员中, 对36件超时工单逐件复盘), where all that their
name tells before is another number. Part of FIG019."""

from collections.abc import Iterator, Sequence
from itertools import accumulate, combinations

from generator.check.near import followed_by, led_by
from generator.check.rules.fig._compared import elsewhen
from generator.check.rules.fig._names import noun, own, pairs
from generator.check.rules.fig._zones import within, zones
from generator.check.stated import Sentence, Stated, line, open_sentences, plain, sentence_of, sentences
from generator.check.subject import Subject
from generator.records import record
from generator.regex import regex

_AMONG = regex(
    "(?P<what>[\u4e00-\u9fff()“”]{0,16}?)(?:当中|之中|(?<![集其当])中(?![心队学小央国间介层型])|里(?![程面边]))"
)
"""Behind a number, that some are told of it."""
_TOPIC = regex(
    "(?P<what>[\u4e00-\u9fff()“”]{2,10}?)(?:占|比|较|要|由|负责|承担|分散|分布|集中|来自|涉及|办理|全部|[均都只仅需须]"
    "|大?多(?![元样])|主要|空缺|平均|人均|面对|对应|是)"
)
"""Behind a number with which a clause begins, of what it tells."""
_BEGINS = regex(
    "(?:^|[。,;:])(?:[一二三四五六七八九十]是|其[一二三四五六七八九十],?|全[县区市镇乡局街道]{1,2}|现有|持证的|目前)?$"
)
_DEALT = regex("(?:^|[\u4e00-\u9fff])(?:对|把|将|就|针对|围绕|盯住|盯紧|抓好|清零)(?P<what>[^,;:、]{0,16})$")
"""Before what is to be dealt with."""
_SENT = regex("(?:组织|选派|安排|抽调|遴选)(?:全部|所有)?$")
"""Before those who are sent: no more than there are."""
_GOING = regex("轮流|参加|到|赴|前往|跟班|脱产|集中|分批|[进下]")
_FAULTY = regex("(?P<what>[\u4e00-\u9fff]{0,4}(?P<how>不(?:合格|达标|规范)|未通过|被退回|被撤销|被纠错))")
"""Behind a number, what is wrong with them: 有5宗案卷不合格."""
_THERE_IS = regex("(?:有|其中)$")
_LACKING = regex("(?:尚|还|仍|至今)?(?:未能?|没有|没能)(?!按[时期])(?P<act>[\u4e00-\u9fff]{2,4})$")
_DENIED = regex("[未没]")
_CASES = regex("(?<=[\u4e00-\u9fff]{2})案件$")
_AIMED = regex("[到至]$|控制在|力争|再")
"""Before what is aimed at: 将宣讲增至36场."""
_CUT = regex("逐|全部|一一|进行|开展|实行|实施|建立|涉及|[的由以均都已]|限期|集中|分[类级批]")
_OVERDUE = regex(
    "(?:未|没有|没能)能?(?:按[时期]|在规定[时期][间限]内|在时限内)(?:办[结理完]|答复|整改)?|超(?:出|过)?(?:时|期|时限|期限)|逾期"
)
_HOLDING = regex("(?:持有|取得|具有)(?:行政)?执法(?:资格)?证(?:件|的)?")
_ALIKE = regex("超期|持证")
_LEAD = regex(
    "^(?:其[一二三四五六七八九十]|[一二三四五六七八九十]是|全年|今年|目前|年内|现有|我[镇乡县市区局]|全[镇乡县市区]|[有的在对把将就]"
    "|(?:检查|抽查|评查|排查|督察|巡查|核查|普查)?(?:发现|查出|查到|检出|找出|反馈|指出|认定|列出)的?)+"
    "|(?:[的共有为达到至增降减]|增加|减少)+$"
)
"""Words that lead to a name, or from it to the number."""
_REST = regex("[未不没无剩余仍尚在待欠缺另]|其他")
_CLOSING = regex("年[末底]|现有|期末|[增减升降扩][^,;:、]{0,3}[到至]$")
_OPENING = regex("年初|原有|期初|[由从]")
_PLAIN = regex("[件个项宗条名人]|[的了有里对把将就在从由到至]")
_PLACES = regex("(?:行政)?村|社区|乡镇|街道|镇|部门|单位|月|季度")
"""Places are counted by FIG032; some of them may be meant."""
_CLAUSE = regex("[,;:、。]")
_MARKS = ",;:、。()\n"
_LEAST, _SURE, _SIGNS = 2, 4, 3
"""Signs by which a thing is known, and beyond doubt; of a name that says something."""
_BEHIND, _FAR, _SHORT = 8, 40, 6
"""Signs looked at behind a number, and before it; of the words before one with which a clause begins."""


@record
class _Name:
    """By what a figure is told: which of them, and what they are. most: there may be fewer; lacking: something was
    not done to them."""

    which: str
    what: str
    most: bool = False
    lacking: bool = False


def recalled(of: Subject) -> Iterator[tuple[Stated, Stated, bool]]:
    """The figure told first, the other that means it, and whether it is beyond a hint."""
    later = zones(of).later
    among, dealt = followed_by(of, _AMONG), led_by(of, _DEALT, _SENT)
    for row in open_sentences(of) if among or dealt or later else ():
        for one in row:
            if one.at in among or one.at in dealt or (later and len(one.own) <= _SHORT and within(one, later)):
                counted = one.kind != "%" and not one.mention.quantity.qualifier and one.amount > 1 and not one.depth
                name = _named(of, one, within(one, later)) if counted else None
                found = _meant(of, one, name) if name else None
                if name and found is not None and _plainly(name, found, one):
                    sure = len(name.what) >= _SURE and name.what in _called(sentence_of(of, found), found)
                    yield found, one, sure


def _named(of: Subject, one: Stated, later: bool) -> _Name | None:
    told = _AMONG.match(one.tail) or (_TOPIC.match(one.tail) if later and _BEGINS.search(one.lead) else None)
    before = _before(of, one)
    if told:
        what, which = told["what"], _LEAD.sub("", before)
    elif later and _SENT.search(before) and (going := _GOING.search(noun(one))):
        made = _Name("", noun(one)[: going.start()], True)
        return made if len(made.what) >= _SURE else None
    elif later and _THERE_IS.search(before) and (faulty := _FAULTY.match(one.tail)):
        return _Name("", faulty["how"] + faulty["what"][: -len(faulty["how"])])
    else:
        told = _DEALT.search(before) if later else None
        if told is None or _AIMED.search(told["what"]):
            return None
        what, which = _CUT.split(noun(one), maxsplit=1)[0][:_BEHIND], told["what"].rstrip("的")
        lacking = _LACKING.match(which)
        if lacking and len(what) >= _LEAST:
            return _Name(_alike(lacking["act"]), _alike(what), lacking=True)
    if before.endswith("每") or _PLACES.fullmatch(what):
        return None
    made = _Name(_alike(which), _alike(_CASES.sub("", what)))
    return made if len(made.which + made.what) >= _LEAST else None


def _before(of: Subject, one: Stated) -> str:
    """The words of its clause before it, other figures among them."""
    floor = max(0, one.at - _FAR)
    return of.folded[max(of.folded.rfind(sign, floor, one.at) for sign in _MARKS) + 1 or floor : one.at]


def _meant(of: Subject, one: Stated, name: _Name) -> Stated | None:
    """What it means, where nothing told before it by these words is the same, nor makes it."""
    said = _words(f"{name.which}|{name.what}")
    rest, past = bool(_REST.search(name.which + name.what)), elsewhen(of)
    best: list[Stated] = []
    most = 0
    another = _ALIKE.search(name.which + name.what) is not None
    for row in sentences(of):
        if row[-1].at >= one.at:
            break
        same = [o for o in row if o.kind == one.kind]
        if not same and all(o.amount != one.amount for o in row):
            continue
        sentence = of.folded[row[0].begin : row[-1].stop]
        sentence = _alike(sentence) if another else sentence
        around = any(word in sentence for word in said)
        if any(o.amount == one.amount and (around or line(of, o) == line(of, one)) for o in same):
            return None
        if around and any(o.amount == one.amount and "各" in o.noun for o in row):
            # 8个社区各聘请1名
            return None
        if around and _made(one, same, rest):
            return None
        for o in same if around and _covered(name.which, sentence) and _covered(name.what, sentence) else ():
            if name.lacking and not _DENIED.search(own(o) + noun(o)[:_BEHIND]):
                continue
            if not o.exact or o.at in past or o.mention.quantity.sense == "change":
                continue
            shared = len(said & _words(_called(row, o)))
            if shared > most:
                best, most = [], shared
            if shared and shared == most:
                best.append(o)
    if name.most and any(o.amount > one.amount for o in best):
        return None
    told = min(best, key=lambda o: abs(o.amount - one.amount)) if best else None
    if told and _OPENING.search(told.own):
        row = sentence_of(of, told)
        told = next((o for o in reversed(row) if o.kind == told.kind and o.exact and _CLOSING.search(own(o))), told)
    return told if told and told.amount != one.amount else None


def _plainly(name: _Name, first: Stated, one: Stated) -> bool:
    """Whether a short name (26份合同中) is all that the other is told by, and the numbers are as long."""
    if len(name.which + name.what) >= _SURE:
        return True
    alike = len(plain(first.amount)) == len(plain(one.amount))
    if not name.what:
        return alike and name.which in own(first)
    return alike and (_LEAD.sub("", own(first)).endswith(name.what) or noun(first).startswith(name.what))


def _made(one: Stated, same: Sequence[Stated], rest: bool) -> bool:
    """Whether figures of a sentence give it: two of them, the one less the other where it is a rest, or a run."""
    if any(_OPENING.search(own(o)) for o in same):
        # 年初12人，新取得3人，调出1人，年末14人: what they make is told.
        return False
    amounts = [o.amount for o in same]
    if any(a + b == one.amount or (rest and abs(a - b) == one.amount) for a, b in combinations(amounts, 2)):
        return True
    return any(one.amount in accumulate(amounts[n:]) for n in range(len(amounts)))


def _called(row: Sentence, one: Stated) -> str:
    """The words by which it is told; 持证人员由14人增加到22人: those before the figure that it came from."""
    name = f"{_LEAD.sub('', _CLAUSE.split(one.lead)[-1])}|{noun(one)[:_BEHIND]}"
    at = row.index(one)
    return _alike(f"{own(row[at - 1])}|{name}" if len(name) < _SIGNS and at else name)


def _alike(words: str) -> str:
    """With one word for all that is overdue, and for all who hold a certificate."""
    return _HOLDING.sub("持证", _OVERDUE.sub("超期", words))


def _covered(words: str, text: str) -> bool:
    """Whether every sign of the words stands in some pair that the text has too."""
    end = 0
    for n in range(len(words) - 1):
        if words[n : n + 2] in text:
            end = n + 2
        elif end <= n and words[n].isalpha():
            return False
    return end == len(words) or len(words) < 2


def _words(said: str) -> frozenset[str]:
    return frozenset(pair for pair in pairs(said) if pair.isalpha() and not _PLAIN.search(pair))
