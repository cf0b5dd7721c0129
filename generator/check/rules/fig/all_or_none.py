"""“全部”“没有”与后面的数矛盾。

为什么：前面写“全部办结”，后面写尚有几件；前面写“未发生”，后面写受理几件：两句话不会都对。
依据：前后一致是公文的基本要求。有例外的，写“除…外”就不矛盾。
反例：
    转办工单218件全部按期办结，截至年底仍有6件在办。
反例：
    各村均已配备法律顾问，仅有3个村还没有聘请法律顾问。
反例：
    全年未发生行政复议案件，收到行政复议申请2件。
反例：
    重大执法决定法制审核全覆盖，全年作出重大执法决定8件，经法制审核6件。
反例：
    12个村中有11个村完成了换届审计，实现审计全覆盖。
反例：
    收到建议9份，已回复8份，剩余1份正在研究，做到件件有回复。
正例：
    除6件尚在办理期限内外，到期工单全部办结。
    全年未发生行政复议败诉案件，收到行政复议申请2件。
    重大执法决定法制审核全覆盖，全年作出重大执法决定8件，经法制审核8件。
"""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from generator.check.near import led_by
from generator.check.rule import Finding, Rule, found_by
from generator.check.rules.fig import rate_not_full
from generator.check.rules.fig._all_first import all_first
from generator.check.rules.fig._rate_of_all import rates_of_all
from generator.check.rules.fig._undone import undone
from generator.check.stated import Sentence, Stated, covered, open_sentences, where, words
from generator.check.subject import Subject, may_match, spot
from generator.diagnostics import Severity
from generator.regex import regex

_ALL = regex(
    r"全部|悉数|无一(?:缺席|遗漏|缺漏)|所有|全体|均[已能取按达通完获有]|都已|无一例外|全覆盖|100%|百分之百|零积压|零遗留|清零|应[\u4e00-\u9fff]尽[\u4e00-\u9fff]"
)
_NOT_ALL = regex("(?:[未没]|难以|不能|离|距)[^,;。]{0,6}$")
"""Before what is denied: 持证尚未做到全覆盖，还有2名."""
_END = regex(r"[,;。\n]")
_LEFT = regex(
    r"(?:尚|仍|还|仅|其中|另有|不予)[^,;。\d]{0,12}$|(?:年[末底]|目前)(?:在办|在审|未结|未办结)$|(?:尚?未|还没有?|没有)[\u4e00-\u9fff]{1,8}(?:的|共|还|仍|尚)[\u4e00-\u9fff]{0,6}有?$"
)
_DENIED = regex(r"(?:尚未|还未|仍未|未能|未|没有|没|不予)(?P<act>[\u4e00-\u9fff]{2,10})")
_UNDER_WAY = regex("在办|正在|待办|待整改|待处理|办理中|审理中|推进中|整改中")
_DONE = regex("办结|办理|完成|整改|化解|审结|答复|办复|处置|结案|验收|交付|清零|积压|遗留")
_SPARED = regex("除[^。;]{0,30}外|到期|其余|其他|其它|应办|分别|未到期|期限内|上年|去年|往年|下一步|计划")
_NONE = regex(
    r"(?:未曾?|没有|无)(?:发生|出现|收到|接到|受理|发现)(?:过)?(?:[一任]何?[起例件宗处])?(?P<what>[\u4e00-\u9fff]{2,14})"
    r"|无一[起例件宗](?P<one>[\u4e00-\u9fff]{2,14})|(?:^|[,;、年内])(?:无|零)(?P<bare>[\u4e00-\u9fff]{2,10}(?:案件|案|诉讼|复议|投诉|举报|事故|上访|信访|舆情|差错))(?=[,;。])"
)
_DENIES = regex("没有|未|无|零")
"""In each of these."""
_KIND = regex("(?:案件|案|申请|事项|事件|情况|情形|现象|投诉|举报)$")
_AND = regex("(?:案件|案)?[和及与、或](?:者)?")
_NARROW = regex("因|被|由|致|引发|较大|重大|越级|群体|败诉|逾期|超期|不当|违法|违规|失职")
_FULL = regex(
    r"(?P<act>[\u4e00-\u9fff]{2,16}?)(?:率)?(?:实现|做到|达到?|已|均)*(?:全覆盖|100%|应[\u4e00-\u9fff]尽[\u4e00-\u9fff])"
)
_EACH = regex(
    r"全覆盖|(?:件件|户户|村村|人人|个个|家家|事事)[都有均]*(?P<act>[\u4e00-\u9fff]{2,4})|无一(?:遗漏|缺席|例外)"
)
_CLAIMS = regex("全覆盖|100%|应[\u4e00-\u9fff]尽|件件|户户|村村|人人|个个|家家|事事|无一")
"""In each of these two."""
_FULL_BEFORE = regex(r"[^,;:、]{0,16}(?:\([^()]*\))?[^,;:、]{0,12}全覆盖,(?:已|现已|目前)[^,;:、]{2,6}$")
_FEWER = regex("[^,;:、]{0,10}(?:中,?有?|有|,(?:已|均|现已)[^,;:、]{2,4})$")
_NEXT_TO = regex(
    r"^,(?:其中|已|并|均|依法|按规定)*(?:经|报送|报请|提交|开展|进行|完成|通过|组织|履行|实行)?[\u4e00-\u9fff]{2,10}$"
)


def check(of: Subject) -> Iterator[Finding]:
    """Each 全部 of which something is left, each 没有 of which something is counted."""
    left = led_by(of, _LEFT) if may_match(of, _ALL) else frozenset()
    told: set[object] | None = None
    seen: set[object] = set()
    for row in open_sentences(of):
        begin = max(row[0].begin, of.folded.rfind(";", row[0].begin, row[0].at) + 1)
        said = of.folded[begin : row[-1].stop]
        found = [finding for one in row if one.at in left for finding in _left(of, one, begin)]
        if _DENIES.search(said):
            found += _some(of, row, begin)
        if not found and len(row) > 1 and _CLAIMS.search(said):
            found = list(_short(of, row, begin)) or list(_claimed(of, row))
        if found and told is None:
            told = {finding.spot for finding in found_by(of, rate_not_full.check)}
        seen.update(one.spot for one in found[:1])
        yield from (one for one in found[:1] if one.spot not in (told or ()))
    yield from (one for one in (*undone(of), *rates_of_all(of), *all_first(of)) if one.spot not in seen)


def _left(of: Subject, one: Stated, begin: int) -> Iterator[Finding]:
    if one.kind == "%" or not one.amount or not _LEFT.search(one.lead):
        return
    before = of.folded[max(begin, one.at - 160) : one.at]
    behind = _END.split(of.folded[one.end : one.end + 24])[0]
    claims = [claim for claim in _ALL.finditer(before) if not _NOT_ALL.search(before, 0, claim.start())]
    if not claims or _SPARED.search(before + behind):
        return
    claim = _clause_of(before, claims[-1].start())
    last = re.split("[,;]", before)[-1]
    late = re.search("超期|逾期|超时", last + behind) and re.search("按期|按时|及时|期限", claim)
    denied = _DENIED.search(last + behind)
    open_ = _UNDER_WAY.search(last + behind) and _DONE.search(claim)
    if denied and "率" in claim and "成功" in denied["act"] and "成功" not in claim:
        # 调解率100%，未调解成功的5起: all were tried.
        return
    if last == claim or not (open_ or late or (denied and _shares(denied["act"], claim))):
        return
    if not covered(of, (one,)):
        what = behind or (denied[0] if denied else "")
        said = f"前面写“{claims[-1][0]}”，后面却有{words(one)}{what}"
        yield Finding(where(of, one), said, "核对是不是全部；有例外的写“除…外”")


def _some(of: Subject, row: Sentence, begin: int) -> Iterator[Finding]:
    end = row[-1].at
    for claim in _NONE.finditer(of.folded, begin, end):
        what = claim["what"] or claim["one"] or claim["bare"]
        core = _KIND.sub("", what)
        if len(core) < 2 or _NARROW.search(what) or re.match("[一二三四五六七八九十两]", what):
            continue
        several = [name for name in _AND.split(core) if len(name) > 1]
        synonyms = [same.split("|") for same in of.words.get("同义", ())]
        names = (*several, *(other for same in synonyms if core in same for other in same))
        for one in row:
            own = one.own
            alike = one.kind == "件" or (own.startswith(("收到", "接到", "受理", "发现")) and own.endswith(what))
            here = one.at > claim.end() or "发现" in claim[0]
            counted = here and alike and one.amount and one.mention.quantity.sense == "value"
            if not counted or not any(_told(name, own) for name in names) or _SPARED.search(of.folded[begin : one.at]):
                continue
            if re.search("败诉|被|撤销|纠错|培训|宣传|上年|去年", own) or covered(of, (one,)):
                continue
            said = f"写了“{claim[0].lstrip(',;、')}”，却有“{own[-10:]}{words(one)}”"
            yield Finding(where(of, one), said, "核对有没有；指的不是同一件事的，写明是哪一种")
            return


def _told(name: str, own: str) -> bool:
    """Whether the words before a count end in what there is said to be none of: 收到行政复议申请, not 行政复议文书."""
    _, found, behind = own.rpartition(name)
    return bool(found) and (not behind or bool(_KIND.fullmatch(behind)))


def _short(of: Subject, row: Sentence, begin: int) -> Iterator[Finding]:
    """What an act is said to cover wholly, and counts of which it covers fewer: 决定8件，经法制审核6件."""
    for at, one in enumerate(row[1:], 1):
        whole = row[at - 1]
        alike = whole.kind == one.kind and whole.exact and one.exact and one.amount < whole.amount
        if not alike or one.kind == "%" or not _NEXT_TO.match(one.lead) or "其中" in one.lead:
            continue
        claims = list(_FULL.finditer(of.folded, begin, whole.at))
        own, base = one.own, whole.own
        fits = [c for c in claims if own[-2:] in _before(of, c) and _longest(base, _before(of, c)) > 2]
        fits += [c for c in claims if _acts(c[0], own) and _longest(base, _before(of, c)) > 2]
        if fits and not any(other.amount == one.amount for other in row[:at]) and not covered(of, (whole, one)):
            said = f"前面写“{fits[0][0][-4:]}”，{words(whole)}中只有{own}{words(one)}"
            yield Finding(where(of, one), said, "核对这两个数；不是全部的，不写全部")


def _claimed(of: Subject, row: Sentence) -> Iterator[Finding]:
    """Counts of which fewer did something, and the claim behind them that all did: 12个村中11个完成审计，审计全覆盖."""
    for whole, part in pairwise(row):
        alike = whole.kind == part.kind and whole.exact and part.exact and part.amount < whole.amount
        if not alike or part.kind == "%":
            continue
        if _FULL_BEFORE.match(part.lead) and not covered(of, (whole, part)):
            said = f"前面写“全覆盖”，{words(whole)}中却只有{words(part)}"
            yield Finding(where(of, part), said, "核对这两个数；不是全部的，不写全部")
            return
        if not _FEWER.match(part.lead):
            continue
        act = (part.own if "," in part.lead else "") + "|" + re.split("[,;]", part.tail)[0]
        stop = min((n for n in (of.folded.find(s, part.end) for s in "。;\n") if n >= 0), default=len(of.folded))
        for claim in _EACH.finditer(of.folded, part.end, stop):
            last = max(of.folded.rfind(",", 0, claim.start()), part.end)
            before = of.folded[last + 1 : claim.start()]
            said = claim["act"] or before
            if _longest(act, said) > 1 and not _SPARED.search(of.folded[part.end : claim.start()].replace("其余", "")):
                told = f"{words(whole)}中只有{words(part)}，后面却写“{claim[0]}”"
                if not covered(of, (whole, part)):
                    yield Finding(spot(of, claim.start(), claim.end()), told, "核对这两个数；不是全部的，不写全部")
                return


def _before(of: Subject, claim: "re.Match[str]") -> str:
    return of.folded[claim.start() : claim.end()]


def _acts(claim: str, own: str) -> bool:
    """Whether 应备尽备 is of 报送备案: the sign of the act stands in the words of the count."""
    told = re.search(r"应([\u4e00-\u9fff])尽", claim)
    return bool(told) and told is not None and told[1] in own


def _longest(one: str, other: str) -> int:
    """The longest run of characters that both hold."""
    return max((n for n in range(2, 9) for at in range(len(one) - n + 1) if one[at : at + n] in other), default=0)


def _clause_of(said: str, at: int) -> str:
    """The clause that holds this place."""
    begin = max(said.rfind(sign, 0, at) for sign in ",;") + 1
    return re.split("[,;]", said[begin:])[0]


def _shares(act: str, claim: str) -> bool:
    pairs: Sequence[str] = [act[n : n + 2] for n in range(len(act) - 1)]
    return any(pair in claim for pair in pairs)


RULE = Rule("FIG030", "“全部”“没有”与数矛盾", Severity.WARNING, check, __doc__)
