"""What is left undone and told again (仍有3处隐患未整改): known by the act or the thing, held against what the measures
leave (还有3处未完成) or let reckon (在岗17人，持证14人). Part of FIG019."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise
from typing import TypeAlias

from generator.check.rules.fig._names import noun, own, pairs
from generator.check.rules.fig._zones import Edges, within, zones
from generator.check.stated import Sentence, Stated, open_sentences, paragraphs, plain, sentence_of, sentences, words
from generator.check.subject import Subject
from generator.regex import regex

_LEFT = regex(
    "(?:仍|尚|还)[有剩余]?$|(?:仍|尚|还)余的$|[只仅]剩?$|剩余的?$|[余剩]下的?$"
    "|其余的?$|(?:尚?未|没有)[\u4e00-\u9fff]{2,6}的$|(?:超期|逾期)(?:未?办结|未?答复)?的?(?:工单|事项|案件|件)?$"
)
_ONLY_LEFT = regex("(?:剩下|余下|剩余)的?")
_UNDONE = regex(
    "(?:(?!因)[\u4e00-\u9fff]){0,6}?(?:尚未|还未|[尚还仍]?不能|无法|未(?!结)[能曾]?|没有(?!一|任何|发生|出现|引发|被|意见))(?P<act>[\u4e00-\u9fff]{2,6})"
)
_OVERDUE = regex("(?:超期|逾期)$")
_UNDONE_OF = regex("(?:尚未|还未|未|没有)曾?(?P<act>[\u4e00-\u9fff]{2,6})的$")
"""The same before the number: 尚未整改的3个问题."""
_UNDONE_AT = regex(
    "(?:[年月季]底|期末|尚|还|仍)未(?!发生|出现)[\u4e00-\u9fff]{2,4}$|^(?:年[末底]|目前|尚)?在[办审]$|^(?:年[末底])?未[办审]?结$"
    r"|结转(?:至?下年度?|\d{4}年)$"
)
"""How measures tell it: 年底未化解13件."""
_PENDING_THERE = regex("积案|(?:在办|在审|未[办审]?结)的?(?=案|纠纷|事项|问题|工单|诉求|$)")
"""The same behind the number, of no sort of its own: 27件在办案件."""
_CARRIED_ON = regex("结转(?:下来)?的$")
_CERTIFIED = regex("持证|执法证|执法资格|资格证")
_CERTIFICATE = frozenset(("持证", "法证", "资格", "考试", "队员", "人员"))
"""Who lacks a certificate is told in many ways."""
_SAME = (("成功", "达成", "调成", "化解"), ("完成", "到位", "落实"), ("办结", "审结", "结案"), ("整改", "销号"))
"""Acts that stand for each other."""
_DENIED = regex("[未不]|没有")
_PENDING = regex("年[末底]结转|在办|未[办审]?结|跨年|拖到|结转(?:至?下|到)|转入下|尚在办理")
_OF_SORT = regex("(?:在办|在审|未[办审]?结)的?([\u4e00-\u9fff]{2,8}?)(?:案|纠纷|事项)")
"""Of what sort the cases are: 5件未结行政处罚案件."""
_GENERIC = regex("问题|线索|案件|事项|隐患|纠纷|诉求|工单|积案|任务")
_IN_ALL = regex("[合共总]计$|[两二三]者共?$")
_ONLY = regex("(?:只|仅|还|尚|仍)[剩有]?$|剩余?$|余下的?$")
_CARRIED = regex(r"(?:[上去]年|\d{4}年|年初)[^,;:、]{0,3}(?:结转|未结|遗留)|结转的?[\u4e00-\u9fff]{0,4}$")
_DONE = regex("解决|[办审]结|整改|完成|化解|成功|采纳|销号|答复|办复")
_FAILED = regex("落空|搁置")
_LEAST = regex("最[少小低]的?[^,;:、]{0,4}$")
"""最少的只有7件 is no rest."""
_BESIDES = regex("(?:之外|以外|除此)[^;:。]{0,6}$")
"""What there is besides is not left undone: 上述几类以外还有12件."""
_SORT = regex(r"^(?:其余|余下)的?\|(?:为|是|属|系|涉及)")
"""What sort the rest is of: 其余27件为欠薪、损害赔偿等."""
_BY_ONE = regex("手[上里]|名下|包[案联保]的?")
"""What one of the leaders has left is not all."""
_GROWN = regex("[增升提扩减降][^,;:、。]{0,3}[至到]$")
_MORE_THAN = regex("[比较][^,;:、]{1,8}(?:多|少|增加|减少)$")
"""A difference: 未结案件比年初多13件."""
_Known: TypeAlias = tuple[Stated, frozenset[str]]
"""What is left, and the words by which it is known."""
_PLAIN = regex(
    "没有|[尚还仍]未|其余|剩余|余下|案件|工作|情况|法治|行政|执法|问题|全年|目前|处理|进行|开展|有关|部门|单位"
)


def left_again(of: Subject) -> Iterator[tuple[Stated, Stated]]:
    """Each count of what is left that no count of the measures about the same thing leaves, with the nearest one."""
    main, later = zones(of).done, zones(of).later
    if not (later and main):
        return
    rows = [row for row in open_sentences(of) if within(row[0], later) and not within(row[0], main)]
    told = [one for row in rows for one in row if one.kind != "%" and not one.mention.quantity.qualifier]
    told = [one for one in told if _is_left(one) and not _BY_ONE.search(one.own)]
    known: list[_Known] = []
    for row in sentences(of) if told else ():
        if within(row[0], main):
            known += _left(of, row)
            known += _uncertified(row)
    for one in told:
        yield from _against(of, one, known, main)
    yield from _open(of, main, later)


def _against(of: Subject, one: Stated, known: Sequence[_Known], main: Edges) -> Iterator[tuple[Stated, Stated]]:
    """A count of what is left that contradicts what is known to be left of it, or what can be reckoned."""
    said = _words(_both(one))
    if _ONLY_LEFT.fullmatch(own(one)):
        # 临河房屋清理慢，剩下的6处牵涉9户: of what the words before it name.
        said |= _words(of.folded[sentence_of(of, one)[0].begin : one.at])
    meant = [(other, len(said & around)) for other, around in known if other.kind == one.kind]
    if any(other.amount == one.amount and (shared or _ONLY.search(own(other))) for other, shared in meant):
        return
    whole = _whole(of, one)
    if whole is not None:
        rests = _rests(of, whole, main)
        if rests and all(rest.amount != one.amount for rest in rests):
            yield rests[0], one
        return
    undone, of_act = _UNDONE.match(noun(one)), _UNDONE_OF.search(own(one))
    pending = _PENDING_THERE.match(noun(one))
    least = 1 if of_act or pending or (undone and undone["act"][-2:] in said) else 2
    most = max((shared for _, shared in meant), default=0)
    alike = [other for other, shared in meant if shared == most >= least]
    if pending and any(o.amount == one.amount for row in sentences(of) for o in row if _is_open(o, one.kind, main)):
        return
    if alike:
        if _less(of, alike[-1], one):
            return
        told = of_act or undone
        if told and any(o.amount == one.amount for o in _reckoned(of, one, told["act"], main)):
            return
        if not alike[-1].said.startswith("(") or one.amount > alike[-1].amount:
            yield alike[-1], one
        return
    act = undone["act"] if undone else of_act["act"] if of_act else "完成" if _FAILED.match(noun(one)) else ""
    rests = _reckoned(of, one, act, main) if act else []
    if of_act and any(other.amount == one.amount for other, _ in meant):
        return
    if of_act and not _GENERIC.match(noun(one)):
        # 15件未化解 and 尚未化解的11件物业纠纷: some of them.
        rests = [rest for rest in rests if rest.amount <= one.amount]
    if rests and all(rest.amount != one.amount for rest in rests):
        yield min(rests, key=lambda rest: abs(rest.amount - one.amount)), one


def _less(of: Subject, rest: Stated, one: Stated) -> bool:
    """Whether what is said to remain was partly done too: 其余43处限期整改，年底前已有41处整改到位 leaves 2."""
    later = [o for o in sentence_of(of, rest) if o.at > rest.at and o.kind == rest.kind and o.exact]
    return any(o.amount + one.amount == rest.amount for o in later)


def _is_left(one: Stated) -> bool:
    if _BESIDES.search(one.lead) or _LEAST.search(own(one)) or _SORT.search(one.own + "|" + noun(one)):
        return False
    before, behind = own(one), noun(one)
    if _LEFT.search(before) or _CARRIED_ON.search(before):
        return True
    return bool(_UNDONE.match(behind) or _FAILED.match(behind) or _PENDING_THERE.match(behind))


def _left(of: Subject, row: Sentence) -> Iterator[_Known]:
    """What a sentence says is left, with the words of its line up to there."""
    for at, one in enumerate(row):
        if one.exact and one.kind != "%" and (_is_left(one) or _UNDONE_AT.search(one.own)):
            # Of what a sentence tells before, the figures next to what is left are of the same thing.
            same = [o for o in row[:at] if o.kind == one.kind]
            # What is overdue is of all that the sentence tells.
            close = len(same) > 2 and not _OVERDUE.search(one.own)
            start = same[-2].at - len(same[-2].own) if close else row[0].begin
            begin = start if close else max(of.folded.rfind(sign, 0, start) for sign in "\n。") + 1
            yield one, _words(of.folded[begin : one.end] + noun(one))


def _uncertified(row: Sentence) -> Iterator[_Known]:
    """What is left of the staff beside those with a certificate: 在岗17人，持证14人."""
    for whole, some in pairwise(row):
        told = whole.kind == some.kind == "人" and whole.exact and some.exact and some.amount < whole.amount
        if told and _CERTIFIED.search(some.own + some.noun) and not _UNDONE.search(some.own + some.noun):
            said = f"({words(whole)} − {words(some)})"
            yield replace(some, amount=whole.amount - some.amount, said=said), _CERTIFICATE


def _reckoned(of: Subject, one: Stated, act: str, main: Edges) -> list[Stated]:
    """What totals and what was done of them leave undone: 检查3180次 … 扫码检查3122次 … 58次检查未扫码."""
    # 没有完成整改: neither completed nor mended.
    acts: list[str] = []
    for each in (act[n : n + 2] for n in range(0, len(act) - 1, 2)):
        acts += next((same for same in _SAME if each in same), (each,))
    what = _words(f"{noun(one)[:4]}|{own(one)}")
    rests: list[Stated] = []
    for paragraph in paragraphs(of):
        if not within(paragraph[0][0], main):
            continue
        same = [o for row in paragraph for o in row if o.kind == one.kind and o.exact]
        for at, done in enumerate(same):
            if _is_done(same, at, acts):
                if at + 1 < len(same) and _GROWN.match(same[at + 1].lead):
                    # 成立业主委员会的由53个增至71个: 71 have one.
                    done = same[at + 1]
                begin = of.folded.rfind("\n", 0, done.at) + 1
                named = what & _words(of.folded[begin : done.at])
                wholes = [o for o in same[:at] if o.amount > done.amount] if named else []
                left = [(o.amount - done.amount, f"({words(o)} − {words(done)})") for o in wholes]
                over = [o for o in same[:at] if _CARRIED.search(own(o))][-1:]
                # 上年结转9件，新受理217件，办结215件: 11 are left.
                left = [(n + o.amount, f"({words(o)} + {said[1:]}") for o in over for n, said in left] + left
                rests += [replace(done, amount=amount, said=said) for amount, said in left]
    return rests


def _is_done(same: Sequence[Stated], at: int, acts: Sequence[str]) -> bool:
    """Whether it counts what was done, alone or as the total of two ways (现场化解172件，后续化解39件，合计211件)."""
    done = same[at]
    if any(word in own(done) for word in acts):
        return not _DENIED.search(own(done))
    return bool(_IN_ALL.search(own(done))) and at > 1 and all(_is_done(same, n, acts) for n in (at - 1, at - 2))


def _whole(of: Subject, one: Stated) -> Stated | None:
    """The figure right before what is left, of which it is the rest: 486桩难事，只剩19桩仍在推进."""
    row = sentence_of(of, one)
    at = row.index(one)
    before = row[at - 1] if at else None
    alike = before is not None and before.kind == one.kind and before.exact and _ONLY.search(own(one))
    return before if alike else None


def _rests(of: Subject, whole: Stated, main: Edges) -> list[Stated]:
    """What the measures leave of a total of this amount."""
    made = []
    for paragraph in paragraphs(of):
        same = [o for row in paragraph for o in row if o.kind == whole.kind and o.exact]
        totals = [n for n, o in enumerate(same) if o.amount == whole.amount and within(o, main)]
        for done in same[totals[0] + 1 :] if totals else ():
            if _DONE.search(own(done)) and not _DENIED.search(own(done)) and done.amount < whole.amount:
                said = f"({words(whole)} − {words(done)})"
                made.append(replace(done, amount=whole.amount - done.amount, said=said))
    return made


def _open(of: Subject, main: Edges, later: Edges) -> Iterator[tuple[Stated, Stated]]:
    """Cases that are told as not closed at the year's end, twice: 年末在办72件 … 78件案子拖到了年底之后."""
    cases = [one for row in sentences(of) for one in row if one.kind == "件" and one.exact]
    told = [one for one in cases if _PENDING.search(_both(one)) and not _MORE_THAN.search(own(one))]
    first = [one for one in told if within(one, main)]
    for again in told:
        row = sentence_of(of, again)
        if any(one.kind == again.kind and one.amount > again.amount and one in told for one in row[: row.index(again)]):
            # 前述5件未结案件有4件属自建房类: some of them.
            continue
        sort = _OF_SORT.match(noun(again))
        if sort and all(sort[1] not in one.lead for one in first):
            continue
        if first and within(again, later) and all(one.amount != again.amount for one in first):
            near = min(first, key=lambda one: abs(one.amount - again.amount))
            if len(plain(near.amount)) == len(plain(again.amount)):
                yield near, again


def _is_open(one: Stated, kind: str, main: Edges) -> bool:
    return one.kind == kind and within(one, main) and bool(_PENDING.search(_both(one)))


def _both(one: Stated) -> str:
    return f"{own(one)}|{noun(one)}"


def _words(said: str) -> frozenset[str]:
    return frozenset(pair for pair in pairs(said) if not _PLAIN.search(pair) and pair.isalpha())
