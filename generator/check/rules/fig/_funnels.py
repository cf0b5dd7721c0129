"""More of them than there are (10个村中有16个建成; 3人报考，4人通过; 发出问卷300份，收回312份): part of FIG008."""

from collections.abc import Container, Iterator
from itertools import pairwise

from generator.check.near import led_by, rows_led_by, rows_with
from generator.check.rule import Finding, found_by
from generator.check.rules.fig import done_above_received
from generator.check.stated import Sentence, Stated, covered, where, words
from generator.check.subject import Subject
from generator.diagnostics import Severity
from generator.regex import regex

_OF_THESE = regex(
    "^(?P<what>[\u4e00-\u9fff“”()]{0,12})(?:[中里],?|当中,?)(?:现?已|共|就|只|仅)?"
    "(?:有|(?P<done>建成|建立|完成|办结|整改|化解|通过|取得|配备|合格|参加|持有?|采纳|获评))?$"
)
_NO_SUCH = regex("集中|其中|年中|心中|手中|期中|途中")
_BARE = regex(r"[,。;)]|$|[\u4e00-\u9fff]?(?:是|为|已|均|都|没|尚|未|达|完成|建|配|参加|被|获|在|通过|取得|开展|实现)")
"""Behind a part in 个, which counts no other thing then: 12个村中有16个自然村."""
_STAGES = (
    ("报考|应考|参考|送考|报名|参加[\u4e00-\u9fff]{0,8}考试", "通过|合格|取得|拿到|考取|录用|领到"),
    ("申报|推荐|参评|上报", "获评|获批|入选|当选|被评为|被命名|被认定"),
    ("(?:发放|发出|印发|下发)[\u4e00-\u9fff]{0,10}问卷|问卷[\u4e00-\u9fff]{0,4}(?:发放|发出)", "收回|回收"),
    ("(?:收回|回收)", "有效"),
    ("问卷|抽查|走访|回访|测评|调查", "(?:表示)?(?:满意|基本满意|知晓)|合格"),
    ("送检|抽检|抽样|检测|检验", "合格|达标|检出"),
    ("开庭", "出庭"),
    ("邀请|通知[\u4e00-\u9fff]{0,6}参", "到场|到会|出席|参会"),
    ("(?:提出|收到|征集|征求|收集)[\u4e00-\u9fff]{0,10}(?:意见|建议)", "采纳|吸收"),
    (
        "(?:发出|下达|下发|发放)[\u4e00-\u9fff]{0,12}(?:建议书|意见书|通知书|提示函|督办单|交办单)",
        "(?:收到)?(?:回复|复函|反馈|回函)|已回",
    ),
    ("(?:签订|备案|送审)[\u4e00-\u9fff]{0,6}合同", "(?:经|通过)[\u4e00-\u9fff]{0,6}审查"),
)
_PAIRS = tuple((regex(come), regex(f"^[\u4e00-\u9fff“”]{{0,6}}(?:{went})")) for come, went in _STAGES)
_WENT = regex(
    "通过|合格|取得|拿到|考取|录用|领到|获评|获批|入选|当选|评为|命名|认定|收回|回收|有效|达标|检出|出庭|到场|到会|出席"
    "|参会|采纳|吸收|满意|知晓|回函|回复|复函|反馈|审查"
)
_IN_TURN = regex("先([\u4e00-\u9fff]{2})[、,]再([\u4e00-\u9fff]{2})[、,](?:最?后|然后|再)([\u4e00-\u9fff]{2})")
_OTHERS = regex("[上去往前历]年|结转|遗留|补考|累计|连同|加上|另|历次|此前|上期|跨年")


def funnels(of: Subject, known: Container[int]) -> Iterator[Finding]:
    """Each part that is more than what its sentence says it is of. known: where those begin that are told already."""
    found = [(part, said) for part, said in _found(of) if part.at not in known]
    if found:
        told = {finding.spot for finding in found_by(of, done_above_received.check)}
        every = (Finding(where(of, part), said, "核对这两个数；含有往年的写明") for part, said in found)
        yield from (one for one in every if one.spot not in told)
    for part, said in _steps(of):
        # Some may be spared the first step.
        yield Finding(where(of, part), said, "核对这两个数；不经前一步的写明", severity=Severity.INFO)


def _steps(of: Subject) -> Iterator[tuple[Stated, str]]:
    """More of a later step than of the one before, where all go through them in turn: 先提示、再约谈、后处罚."""
    for row in rows_with(of, _IN_TURN):
        told = _IN_TURN.search(of.folded, row[0].begin, row[-1].at)
        if told is None:
            continue
        behind = [one for one in row if one.at > told.end()]
        named = [next((one for one in behind if one.own.endswith(act)), None) for act in told.groups()]
        for before, one in pairwise([one for one in named if one is not None]):
            if before.at < one.at and _alike(before, one) and not covered(of, (before, one)):
                yield one, f"按“{told[0]}”，“{_told(one)}”不会多于“{_told(before)}”"


def _found(of: Subject) -> Iterator[tuple[Stated, str]]:
    led = led_by(of, _OF_THESE)
    for row in rows_led_by(of, _OF_THESE) if led else ():
        for whole, part in pairwise(row):
            if part.at in led and _alike(whole, part) and _of_these(whole, part) and not covered(of, (whole, part)):
                yield part, f"“{words(whole)}{part.lead}{words(part)}”：部分多于全体"
    for row in rows_with(of, _WENT):
        for at, (whole, part) in enumerate(pairwise(row)):
            if _alike(whole, part) and _stages(row[: at + 1], whole, part) and not covered(of, (whole, part)):
                yield part, f"“{_told(part)}”多于“{_told(whole)}”"


def _alike(whole: Stated, part: Stated) -> bool:
    plain = whole.exact and part.exact and part.mention.quantity.sense in ("value", "part")
    return plain and whole.kind == part.kind != "%" and part.amount > whole.amount > 0


def _of_these(whole: Stated, part: Stated) -> bool:
    """Whether it is told as some of the figure before it."""
    told = _OF_THESE.match(part.lead)
    if told is None or _NO_SUCH.search(part.lead):
        return False
    if told["what"].endswith(("村", "社区")) and part.noun.startswith((told["what"][-1:], "行政村")):
        return True
    return part.kind not in ("个", "项") or bool(told["done"]) or _BARE.match(part.tail) is not None


def _stages(before: Sentence, whole: Stated, part: Stated) -> bool:
    """Whether the one is what came of the other, and neither anything from before may be among them."""
    said = "|".join([one.lead for one in (*before, part)]) + part.tail[:12]
    if ";" in part.lead or len(part.lead) > 24 or _OTHERS.search(said):
        return False
    if any(one.kind == part.kind and one.amount >= part.amount for one in before):
        return False
    first, second = whole.own + "|" + whole.noun, part.own or part.noun
    return any(come.search(first) and went.match(second) for come, went in _PAIRS)


def _told(one: Stated) -> str:
    return f"{one.own[-8:]}{words(one)}{'' if one.own else one.noun[:6]}"
