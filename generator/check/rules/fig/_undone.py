"""Words of all or none behind figures that say otherwise (要点18项，年内完成16项，全部落实到位; 撤销1件，全部予以维持;
发现违建9处，没有发现一处违建): part of FIG030."""

import re
from collections.abc import Iterator, Sequence

from generator.check.near import rows_with
from generator.check.rule import Finding
from generator.check.stated import Sentence, Stated, covered, where, words
from generator.check.subject import Subject, may_match, spot
from generator.regex import regex

_DONE = "完成|办结|整改|落实|化解|兑现|销号|清零|到位|审结|结案|答复|办复|回复|验收|建成|解决|处置"
_CLAIM = regex(
    rf"[,;](?:目前|现|年底前|截至年底)?(?:[\u4e00-\u9fff]{{0,8}}?)(?P<all>全部|均|都|悉数|一律|件件|无一遗漏)(?:得到|予以|按期|按时|如期|已|顺利|及时|妥善|依法)*"
    rf"(?P<act>{_DONE})(?:了|到位|完毕|完成|办结|销号|清零)*(?=[,;。\n)]|$)"
)
_ACTED = regex(f"(?:{_DONE})[了的]?$")
_STAGE = regex("当场|立行立改|立即|首批|先行|提前|上半年|前三季度|季度|第一|截至|月底|其中|按期|现场|[未没不只仅]|限期")
"""Before what is done of them first, or not."""
_REST = regex("其余|余下|剩余|剩下|另外?|其他|分别|尚|还|仍|除|到期|转入|结转|正在")
_ENDS = (
    ("维持", regex("撤销|变更|确认违法|责令履行|责令重作|纠正|终止|撤回|撤诉|驳回")),
    ("胜诉", regex("败诉|撤销|确认违法|调解结案|撤诉")),
    ("合格", regex("不合格|未达标|不达标")),
    ("达标", regex("不合格|未达标|不达标")),
    ("优秀", regex("良好|合格|一般|较差")),
    ("通过", regex("未通过|没有通过|不予通过|退回|否决|缓议")),
    ("采纳", regex("未采纳|没有采纳|不予采纳")),
    ("同意", regex("不同意|否决")),
    ("满意", regex("不满意|基本满意")),
    ("调解成功", regex("未成功|不成|未达成|调解失败")),
    ("化解", regex("未化解|没有化解|未成功")),
    ("自动履行|主动履行", regex("强制执行|申请执行|拒不履行")),
)
_AGAINST = tuple(against for _, against in _ENDS)
_ENDED = regex(
    "(?<!应)(?P<all>全部|均|都|全数|悉数|一律|全)(?:为|被|获|依法|予以|得到|给予|判决|裁定|评定|评为|达到|作出|是|经|已|[\u4e00-\u9fff]{2}机关)*"
    f"(?P<end>{'|'.join(end for end, _ in _ENDS)})(?:决定|等次|标准|原行政行为|结果|的)?(?=[,;。\n)]|$)"
)
_OF_SOME = regex("其余|余下|剩余|剩下|其他|其中|另|除|前述|上述|复查|补|复评|再审|二审|后来|最终|整改|[之以]?后")
_NEVER = regex(
    "(?:没有|未|从未|并未|未曾)(?:发现|发生|出现|收到|接到|受理)?(?:过)?(?:哪怕)?(?:任何|一[起件例宗处次])(?P<what>[\u4e00-\u9fff]{2,10}?)"
    "(?:案件|案|行为|情况|问题|现象|事项)?(?=[,;。\n)]|$)"
    "|(?:没有|未|从未|并未|无)(?:发生|出现|收到|接到|受理)?(?:过)?(?P<plain>投诉|举报|上访|信访积案|行政复议|行政诉讼|安全事故|纠纷)(?:案件)?(?=[,;。\n)]|$)"
    "|(?P<zero>零)(?P<bare>败诉|纠错|投诉|举报|上访|复议|诉讼|违建|事故|信访)(?=[,;。\n)”]|$)"
    "|无一[起件例宗](?P<one>败诉|被撤销|被纠错|被确认违法|复议|投诉)(?=[,;。\n)]|$)"
    "|(?:没有|未)(?:一[件起])?(?:被)(?P<lost>撤销|纠错|确认违法|变更)(?=[,;。\n)]|$)"
)
_NOT_SO = regex(
    "[上去往前]年|历年|除|其中[^,;。]{0,6}没有|其余|新[增发]|此后|之后|再|此前|重大|较大|群体|越级|因|引发|逾期|超期"
)
_LOST = {
    "败诉": regex("败诉"),
    "纠错": regex("撤销|变更|确认违法|纠错|责令"),
    "被纠错": regex("撤销|变更|确认违法|纠错|责令"),
    "撤销": regex("撤销"),
    "被撤销": regex("撤销"),
    "确认违法": regex("确认违法"),
    "被确认违法": regex("确认违法"),
    "变更": regex("变更"),
}
_NEAR = 40


def undone(of: Subject) -> Iterator[Finding]:
    """Each 全部 behind a part of fewer or a contrary outcome, each 没有一件 of what is counted."""
    if may_match(of, _CLAIM):
        for row in rows_with(of, _CLAIM):
            yield from _not_all(of, row)
    against = {row[0].at for row in rows_with(of, *_AGAINST)} if may_match(of, _ENDED) else ()
    for row in rows_with(of, _ENDED) if against else ():
        if row[0].at in against:
            yield from _contrary(of, row)
    if may_match(of, _NEVER):
        for row in rows_with(of, _NEVER):
            yield from _counted(of, row)


def _not_all(of: Subject, row: Sentence) -> Iterator[Finding]:
    for claim in _CLAIM.finditer(of.folded, row[0].end, row[-1].stop):
        near = [one for one in row if one.end <= claim.start() + 1]
        if len(near) < 2 or claim.start() - near[-1].end > 2:
            continue
        whole, part = near[-2:]
        alike = whole.kind == part.kind != "%" and whole.exact and part.exact and 0 < part.amount < whole.amount
        said = of.folded[whole.end : claim.end()]
        own = part.own if part.own else part.noun
        if not alike or not _ACTED.search(own) or _STAGE.search(own) or _REST.search(said):
            continue
        if _ACTED.search(whole.own) or any(one.amount == whole.amount + part.amount for one in row):
            # 隐患96处，当场整改82处，限期整改14处，均已整改到位: two parts.
            continue
        if len(part.lead) <= 14 and "," in part.lead and not covered(of, (whole, part)):
            told = f"{words(whole)}中只有{words(part)}，后面却写“{claim['all']}{claim['act']}”"
            yield Finding(spot(of, claim.start("all"), claim.end()), told, "核对这两个数；不是全部的，不写全部")
            return


def _contrary(of: Subject, row: Sentence) -> Iterator[Finding]:
    for claim in _ENDED.finditer(of.folded, row[0].begin, row[-1].stop):
        begin = max((of.folded.rfind(sign, row[0].begin, claim.start()) for sign in ",;("), default=row[0].begin)
        own = of.folded[begin + 1 : claim.start()]
        if _OF_SOME.search(own) or re.search(r"\d", own) or of.folded[claim.start() - 1] in "未不":
            continue
        against = next(pattern for end, pattern in _ENDS if re.fullmatch(end, claim["end"]))
        before = [one for one in row if one.end <= claim.start() and ";" not in of.folded[one.end : claim.start()]]
        for one in before[-4:]:
            said = one.own if one.own else one.noun
            told = against.search(said)
            same = one.amount and one.exact and one.kind in ("件", "份", "人", "项", "个", "批次", "户", "卷")
            if told and same and not re.search("[上去]年", said) and not covered(of, (one,)):
                what = f"{said[-8:]}{words(one)}" if one.own else f"{words(one)}{said[:8]}"
                yield Finding(where(of, one), f"有“{what}”，却写“{claim[0]}”", "核对各种结果；不是全部的，不写全部")
                return


def _counted(of: Subject, row: Sentence) -> Iterator[Finding]:
    for claim in _NEVER.finditer(of.folded, row[0].begin, row[-1].stop):
        begin = max(of.folded.rfind(sign, row[0].begin, claim.start()) for sign in ",;(")
        clause = of.folded[max(begin + 1, row[0].begin) : claim.end()]
        if _NOT_SO.search(clause):
            continue
        what = claim["what"] or claim["bare"] or claim["one"] or claim["lost"] or claim["plain"]
        lost = _LOST.get(what)
        near = [one for one in row if ";" not in of.folded[min(one.end, claim.end()) : max(one.at, claim.start())]]
        yield from _of_claim(of, near, claim, what, lost)


def _of_claim(
    of: Subject, near: Sequence[Stated], claim: "re.Match[str]", what: str, lost: "re.Pattern[str] | None"
) -> Iterator[Finding]:
    same = [name for group in of.words.get("同义", ()) if what in group.split("|") for name in group.split("|")]
    for one in near:
        if one.at >= claim.start() and one.at < claim.end():
            continue
        said = one.own if len(one.own) > 1 else one.noun
        told = lost.search(said) if lost else any(said.endswith(name) for name in (what, *same))
        counts = one.amount and one.exact and one.kind in ("件", "处", "场", "个", "批次") and "%" not in one.unit
        if told and counts and not re.search("未|没|不|免|[上去]年", said) and not covered(of, (one,)):
            yield Finding(where(of, one), f"写了“{claim[0]}”，却有“{said[-10:]}{words(one)}”", "核对有没有")
            return
