"""办结的多于受理的。

为什么：受理、收到的件数是办结、答复的上限；多出来的若是上年结转，要写明，否则就是写错了。
依据：算术；本年受理加上年结转，才是应办的件数。
反例：
    全年收到网上留言15条，已回复18条。

    应听证案件5件，实际听证6件。

    接到群众来电15个，处置18个。
正例：
    全年受理信访事项15件，已办结15件。
    受理信访事项15件，上年结转3件，办结18件。
    受理复议申请12件，调解纠纷300件，成功298件。
"""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import pairwise

from generator.check.rule import Finding, Rule, found_by
from generator.check.rules.fig._compared import elsewhen
from generator.check.rules.fig._lists import comes_to, contradictions
from generator.check.rules.fig.relations_stated import check as related
from generator.check.stated import (
    Sentence,
    Stated,
    covered,
    named,
    open_paragraphs,
    open_sentences,
    summed,
    where,
    words,
)
from generator.check.subject import Subject
from generator.diagnostics import Severity
from generator.regex import regex

_FILL = regex(r"^(?:其中|帮助|督促|指导|推动|已|均|共|全部|按期|按时|并|目前|现|依法|截至目前|当年|年内|年底前?)+")

_STOP = regex("[,;:、(]")
_DUE = regex("(?:^|[,;、。])[^,;:、。应]{0,6}(?<![响适相供反对效回])应(?![急用对邀])[^,;:、。]{1,14}$")
_ALL, _OLDER = regex("共|现有|一共|总数|全[镇乡县区]|本[镇乡]"), regex("[上去往历]年|结转|遗留|含")
_NONE_LEFT = regex("[较比](?:上|去)年|(?:无|没有|不含|未含|不包括)[^,;。]{0,4}(?:结转|遗留|积案|存量)")
_OF_YEAR = regex("[上去]年|\\d{4}年")
_HEARD = regex(
    "^,(?:其中)?(?:行政机关|单位|镇|乡|街道)?(?:主要|有关|分管)?(?:负责人|领导|律师|法律顾问)?(?:出庭|代理)[^,;:、。]{0,6}$"
)
_MATTER = regex("(?:案件|案|事项|申请)$")
_HOLDERS = regex(
    "[,(](?:其中)?(?:持有?|具有|取得|拥有|获得|考取)[^,;:、。累计]{2,12}的?(?:有|达)?$"
    "|[,(](?:其中)?持证的?(?:人员|上岗)?(?:的|有|达)?$"
)
_TOOK_PART = regex("[,(](?:其中)?(?:实际)?参加[^,;:、。累计]{2,10}的$")
_STAFF = regex("(?:人员|干部|队员|职工|骨干)(?:共|共有|有)?$")
_SUCH = regex("[,(](?:其中)?(?![较比与])[^,;:、。累计]{2,12}(?<![上去]年)的(?:就有|有|达|共)?$")
_OF_THEM = regex("[,(](?:其中)?(?![较比与])[^,;:、。累计]{2,12}的([\u4e00-\u9fff]{2,6})$")
_IN_ALL = regex("^(?:[合共总]计|一共|共)$")
_SETTLED = ("调解成功", "成功调解", "成功化解", "调成", "化解")
_REAL = regex("[,(]实际?[^,;:、。]{0,8}$")


def check(of: Subject) -> Iterator[Finding]:
    """Each count of work done above all that came in, where no relation of the dictionary judges it."""
    found = [hit for row in open_sentences(of) if len(row) > 1 for hit in _of_sentence(of, row)]
    pairs = (pair for rows in open_paragraphs(of) for pair in pairwise(rows))
    found += [hit for earlier, row in pairs for hit in _behind(of, earlier, row)]
    if not found:
        return
    told = {finding.spot for finding in found_by(of, related)}
    parts = {part.at for one in contradictions(of) for part in one.parts}
    for came, done in found:
        if where(of, done) in told or done.at in parts or covered(of, (came, done)):
            continue
        said = f"“{named(done)}”多于“{named(came)}”"
        yield Finding(where(of, done), said, f"核对这两个数；{words(done)}里有上年结转的，写明结转几件")


def _of_sentence(of: Subject, row: Sentence) -> Iterator[tuple[Stated, Stated]]:
    for due, real in pairwise(row):
        alike = due.kind == real.kind and due.exact and real.exact and real.amount > due.amount
        if alike and ((_DUE.search(due.lead) and _REAL.match(real.lead)) or _holds(of, due, real)):
            if _of_several(row, due, real):
                continue
            yield due, real
    done, came = of.words.get("办件", ()), of.words.get("进件", ())
    for at in range(1, len(row)):
        one = row[at]
        if not one.lead.endswith(done) or not one.exact or one.unit == "%":
            continue
        # 受理1187件；办结1179件: in a list of short lines they are of one matter.
        listed = one.lead[0] == ";" and one.lead[1:] in done and at == 1
        listed = listed or (one.lead[0] == ";" and _FILL.sub("", one.lead[1:]) in done and _alone(of, row, at))
        if ";" in one.lead and not listed:
            continue
        if _FILL.sub("", _STOP.split(one.lead)[-1]) not in done:
            continue
        before = row[:1] if listed else _group(row, at)
        sources = (*came, "调解") if one.own.endswith(("调解成功", "成功调解")) else came
        source = next((o for o in reversed(before) if any(word in o.lead for word in sources)), None)
        if source is None and before and before[-1].end == one.begin and _IN_ALL.search(before[-1].own):
            # 分别督办7个和6个，合计13个，年内解决14个
            source = before[-1]
        if comes_to(row, one):
            continue
        if source is None or source.kind != one.kind or not source.exact or one.amount <= max(o.amount for o in before):
            continue
        told = _NONE_LEFT.sub("", "|".join([o.lead + o.tail for o in (*before, one)]))
        if not any(word in told for word in of.words.get("结转", ())):
            yield source, one


def _alone(of: Subject, row: Sentence, at: int) -> bool:
    """Whether all that stands before it of its kind is what came in and last year's of it: 接收1580件，较上年的1264件
    增加316件；办结1564件."""
    past = elsewhen(of)
    same = [one for one in row[:at] if one.kind == row[at].kind]
    first = bool(same) and same[0] is row[0] and not _OF_YEAR.search(row[0].own)
    return first and all(one.at in past for one in same[1:])


def _behind(of: Subject, earlier: Sentence, row: Sentence) -> Iterator[tuple[Stated, Stated]]:
    """What was done of cases of the sentence before, by their name: 其中投诉410件。投诉办结416件."""
    one = row[0]
    words_ = of.words.get("办件", ())
    if not one.lead.endswith(words_):
        return
    done = next(word for word in words_ if one.lead.endswith(word))
    name = _FILL.sub("", one.lead.removesuffix(done))
    if not one.exact or one.kind == "%":
        return
    if done in _SETTLED and (len(name) < 2 or "," in name):
        yield from _settled(of, earlier, one)
    if len(name) < 2:
        return
    told = "".join(other.lead + other.tail for other in (*earlier, one))
    for came in earlier:
        alike = came.kind == one.kind and came.exact and _FILL.sub("", came.own) == name
        if alike and came.amount < one.amount and not any(word in told for word in of.words.get("结转", ())):
            yield came, one


def _settled(of: Subject, earlier: Sentence, one: Stated) -> Iterator[tuple[Stated, Stated]]:
    """What was settled of all that the sentence before begins with: 受理纠纷130件，…。调解成功136件."""
    first = earlier[0]
    told = "".join([other.lead + other.tail for other in (*earlier, one)])
    came = any(word in first.lead for word in of.words.get("进件", ())) and first.kind == one.kind and first.exact
    most = max([other.amount for other in earlier if other.kind == one.kind], default=one.amount)
    if came and most == first.amount < one.amount and not any(word in told for word in of.words.get("结转", ())):
        yield first, one


def _of_several(row: Sentence, whole: Stated, part: Stated) -> bool:
    """Whether it may be of all that stand side by side before it: 专职20人，兼职30人，持证46人."""
    run: list[Stated] = []
    for one in reversed(row[: row.index(part)]):
        if one.kind != whole.kind or ";" in (run[-1].lead if run else ""):
            break
        run.append(one)
    return len(run) > 1 and "其中" not in part.lead and summed(run) >= part.amount


def _holds(of: Subject, whole: Stated, part: Stated) -> bool:
    """Whether a figure is of those that the one before it counts: 执法人员21名，持有执法证的24名."""
    all_ = _ALL.search(whole.lead)
    matter = _MATTER.sub("", _STOP.split(whole.lead)[-1])[-2:]
    heard = len(matter) == 2 and _HEARD.match(part.lead) and part.lead.endswith(matter)
    outcome = _outcome(of, whole, part) and not _OLDER.search(whole.lead + part.lead + part.tail[:14])
    there = part.kind == "人" and _TOOK_PART.match(part.lead) and _STAFF.search(whole.own)
    named = _OF_THEM.match(part.lead) if all_ else None
    if named and whole.own.endswith(named[1]):
        # 全镇党员312名，参加学法测试的党员330名
        return True
    holders = _HOLDERS.match(part.lead[max(part.lead.find(","), 0) :])
    return bool(holders or there or heard or outcome or (all_ and _SUCH.match(part.lead)))


def _outcome(of: Subject, whole: Stated, part: Stated) -> bool:
    """Whether a figure tells what came of those that the one before it counts: 报名21人，考试合格24人."""
    words_ = [of.words.get(name, ()) for name in ("送审", "结论", "机关")]
    if not all(words_):
        return False
    before, behind = _expressions(*words_)
    return bool(before.search(whole.lead) and behind.match(part.lead))


@lru_cache(maxsize=16)
def _expressions(
    sent: Sequence[str], ends: Sequence[str], organs: Sequence[str]
) -> tuple["re.Pattern[str]", "re.Pattern[str]"]:
    by, outcome = "|".join(map(re.escape, organs)), "|".join(map(re.escape, ends))
    return (
        regex(f"(?:{'|'.join(map(re.escape, sent))})[^,;:、]{{0,14}}$"),
        regex(
            f"^,(?:其中)?(?:经审查|经审核|考核|年度|现场|依法|已|均|全部)*(?:考[试核])?(?:(?:{by})?(?:立案|受理)|{outcome}|作出[^,]{{0,6}}决定)"
            "[^,;:、。累计]{0,8}$"
        ),
    )


def _group(row: Sentence, at: int) -> Sequence[Stated]:
    """The figures of its kind before it, back to a semicolon."""
    begin = max((n for n in range(at + 1) if ";" in row[n].lead), default=0)
    return [one for one in row[begin:at] if one.kind == row[at].kind] or [row[at]]


RULE = Rule("FIG018", "办结多于受理", Severity.WARNING, check, __doc__)
