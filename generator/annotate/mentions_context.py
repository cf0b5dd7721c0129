"""The words around a quantity."""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from generator.annotate.mentions_index import bare
from generator.records import record
from generator.regex import regex

_LEFT, _RIGHT, _LONGEST, _CLAUSE = 40, 24, 240, 16
"""Characters that are looked at: before a number, after it, of a sentence, for what is not done or an average."""
_FILL = regex(r"(?:共计|累计|总计|合计|共|达到|达|(?<![行作成])为|约为|约|超过|超|近|逾|有|了|各|均|至少|不少于)+$")
_FILLED = frozenset("共计达到为约超过近逾有了各均少于")
"""What these words end with."""
_WHEN = regex(r"(?:全年|今年|本年度?|年内|一年(?:来|下来|间|里)|目前|现已|先后)+")
"""What only says when: 全年审查, not 年审."""
_STOPS = r"[，,。；;！？!?：:\n]|——"
_STOP = regex(_STOPS)
_LAST_STOP = regex(rf"(?s:.*)(?:{_STOPS})")
"""Up to the last stop: sought from the end, it is found at once."""
_END = regex(r"[。！？\n]")
_BRACKET = regex(r"[(（](?=[^(（]*$)")
_JOINTS = tuple("、和及与")
_VERB = regex(
    "审查|审核|办理|受理|办结|调解|调处|化解|排查|评查|培训|发放|开展|组织|举办|召开|制定|出台|印发|修订|修改|废止|清理|备案|公开|发布|解答"
    "|承办|答复|聘请|配备|建成|建立|设立|新增|创建|查处|作出|出具|提出|移送|整改|检查|走访|接待|收到|审结|完成"
)
"""With these a list begins whose further members leave them out: 审查决策1件、文件10件."""
_VERBS = regex(f"(?:{_VERB.pattern})+")
_DOER = 12
"""Characters of who does it that are kept with a shared verb."""
_GLOSS = regex(r"[(（][^()（）]{0,12}[)）]")
_FROM = ("由", "从")
_TO = regex(r"[^，,。；;、\d]{0,6}[至到为成]")
"""What stands before and after what was before a change."""
_TOTAL = ("共计", "合计", "总计")
_TITLES = regex("(?:《□+》[、,，和及与]?)+(?:等[^，,。；;、]{0,8})?")
_MEETING = ("会", "会议")
_ABOUT = regex(
    r"[，,]((?:专题|专门)?(?:研究|听取|审议|部署)(?=[^，,。；;、\d]{0,12}法)[^，,。；;、\d]{2,16})(?=[，,。；;、]|$)"
)
_REST = regex("(?:其中|现|均|全部|并|已|完成|督促|推动|整改|办结|解决|落实|销号|处理|到位)+")
_UNDONE = regex(r"(?:未|没有?|无法)(?!来|成年|检)[^，,。；;：:、\d]{1,8}$")
_LACKING = regex(r"(?:凑不[齐够]|缺[少口]?|短缺|空缺|欠缺)[^，,。；;：:、\d]{0,6}$")
_STILL = regex("(?:[尚还仍]有|剩余|剩下|余下|其余|尚余)的?$")
_UNDER_WAY = regex(r"[^，,。；;\d]{0,12}(?:未|没|正在|仍在|待|在办)")
"""Before what is left of a whole, and behind it where it may be a whole too (还有3个正在整改, 还有3个工作站)."""
_AVERAGE = regex(
    r"(?:平均|(?<![当每本])[月日年]均|(?:^|[，,。；;、：:])[件户人次场村天站校期班家]均)[^，,。；;、：:\d]{0,8}$"
)
"""Not 案件均由镇长出庭2次, which says that all were."""
_MEMBERS = regex("[、和及与或]")
_MATTER = regex("(?:案件|案|事故|事件|情况|情形|现象|问题|行为|发生)+$")
_PASSIVE = regex("被|因|由|引发|导致")
_TO_WHAT = regex("参加|开展|进行|接受|赴|外出|比武|培训|学习|测|考")
_SENT = regex("(?:组织|安排|选派|抽调|邀请|发动|选拔|推荐|选送|对)(?:全[县镇乡区市省局街系]统?)?$")


@record
class Context:
    """Words without marks. before: since the last stop or number, without what only leads to the number (共, 达);
    lead: that; after: up to the next stop or number; ahead: the rest of the clause after the next number; former:
    whether it is what was before a change (由61项增至74项)."""

    before: str
    lead: str
    after: str
    ahead: str
    former: bool = False


def sentences(text: str) -> list[int]:
    """Where the sentences of a line begin, and where the last one ends; an overlong one is cut."""
    cuts = [0, *(m.end() for m in _END.finditer(text)), len(text)]
    out = [0]
    for cut in cuts:
        while cut - out[-1] > _LONGEST:
            out.append(out[-1] + _LONGEST)
        if cut > out[-1]:
            out.append(cut)
    return out


def sentence_at(starts: Sequence[int], place: int) -> int:
    """Which of the sentences that begin at `starts` holds the character at `place`."""
    return bisect_right(starts, place) - 1


def context(text: str, spots: Sequence[tuple[int, int]], spot: tuple[int, int], sentence: int) -> Context:
    """The words of the line `text` around one of its quantities.

    spots: start and end of all of them, in order; spot: its own; sentence: where its sentence begins.
    """
    start, end = spot
    at = bisect_left(spots, spot)
    previous = spots[at - 1] if at else (0, 0)
    last = previous[1]
    at += at < len(spots) and spots[at][0] == start
    following = spots[at][0] if at < len(spots) else len(text)
    if at < len(spots) and text[start - 1 : start] in _FROM and _TO.fullmatch(text, end, following):
        return Context(bare(last_clause(text[max(sentence, last, start - _LEFT) : start - 1])), "", "", "", former=True)
    floor = max(sentence, last, start - _LEFT)
    words = last_clause(text[floor:start])
    if "□" in words:
        # 集中学习《…》《…》等法律法规10次: what was done with them stands before the titles.
        words = last_clause(_TITLES.sub("", text[max(sentence, last) : start]))[-_LEFT:]
    begin = max(sentence, start - _LEFT)
    if max(words.rfind("("), words.rfind("（")) > max(words.rfind(")"), words.rfind("）")):
        # 案卷评查1次（7件）: what stands in brackets is told of what stands before them.
        outside, inside = _BRACKET.split(text[begin:start])
        words = last_clause(outside) + inside
    after, ahead = _right(text, end, following)
    if not after and words.endswith(_MEETING):
        # 召开常委会会议15次，研究法治建设: what it was about follows.
        about = _ABOUT.match(text, end, following)
        after = bare(about[1]) if about else ""
    before, lead = _led(words)
    if before and text[last : last + 1] == "、" and last > begin and not _VERB.search(before):
        before = _shared(last_clause(text[begin : previous[0]])) + before
    if not before and not after and lead and last < floor + 1 and start > begin:
        # 审核目录清单，共计860项: the clause before names what the number counts.
        earlier = text[max(begin, last) : start - len(words)].rstrip("，,：: ")
        before = _led(last_clause(earlier))[0]
    elif after and (words[-1:] in _JOINTS or len(words) == start - last):
        # 8所小学和1所中学、28个行业68个事项: what stands before belongs to another number.
        # …36家政府部门共计58家单位: a total is not of the last one alone.
        before, lead = "", lead if lead.startswith(_TOTAL) else before + lead
    return Context(before, lead, after, ahead)


def nothing(text: str, end: int) -> str:
    """What there was none of, where a 0 said in words ends at `end`, of several the last (未发生一起复议、诉讼败诉
    案件)."""
    stop = _STOP.search(text, end)
    return _MEMBERS.split(text[end : stop.start() if stop else len(text)].strip())[-1]


def is_denied(words: str, own: str) -> bool:
    """Whether there was none of something else than what the words `own` of an indicator count: no case 被撤销 is not
    no case, no 败诉 is no count of what was heard."""
    if not words:
        return False
    matter = _MATTER.sub("", words)
    return _PASSIVE.search(words) is not None or (len(matter) > 1 and matter[-2:] not in own)


def is_bracketed(text: str, sentence: int, place: int) -> bool:
    """Whether a place of a sentence that begins at `sentence` stands in brackets."""
    opened = max(text.rfind("(", sentence, place), text.rfind("（", sentence, place))
    return opened >= 0 and max(text.rfind(")", opened, place), text.rfind("）", opened, place)) < 0


def is_rest(around: Context) -> bool:
    """Whether nothing but what was done with them tells what a number counts: 发现问题13个，完成整改12个."""
    return not around.after and _REST.fullmatch(around.before) is not None


def is_average(text: str, start: int) -> bool:
    """Whether the number that begins there is an average: 件均2500元, 平均每村8名."""
    return _AVERAGE.search(text, max(0, start - _CLAUSE), start) is not None


def is_left(text: str, start: int, end: int) -> bool:
    """Whether the quantity there is what is not done yet or lacking: 年底未化解13件, 还有3个正在整改, 凑不齐2人."""
    floor = max(0, start - _CLAUSE)
    if _UNDONE.search(text, floor, start) or _LACKING.search(text, floor, start):
        return True
    return bool(_STILL.search(text, floor, start) and _UNDER_WAY.match(text, end))


def is_sent(around: Context) -> bool:
    """Whether those who are counted were sent to something or something was done for them, which says nothing of how
    many there are: 组织54名执法人员比武."""
    return _SENT.search(around.before or around.lead) is not None and _TO_WHAT.search(around.after) is not None


def _shared(first: str) -> str:
    """What the first member of a list says for all: its verb with who does it, where what is done it to follows
    (法律顾问审查合同5件、文件3件; not 废止7件、失效2件)."""
    words = _led(first)[0]
    verb = _VERBS.search(words)
    if not verb or verb.end() == len(words):
        return ""
    return words[max(0, verb.start() - _DOER) : verb.end()]


def _led(words: str) -> tuple[str, str]:
    """The words without marks and glosses, and of these what only leads to a number."""
    words = bare(_GLOSS.sub("", words))
    when = _WHEN.match(words)
    words = words[when.end() :] if when else words
    before = _FILL.sub("", words) if words[-1:] in _FILLED else words
    return before, words[len(before) :]


def last_clause(words: str) -> str:
    """What stands after the last stop."""
    stop = _LAST_STOP.match(words)
    return words[stop.end() :] if stop else words


def _right(text: str, end: int, following: int) -> tuple[str, str]:
    """What stands after a number up to a mark or the next number, and the rest of its clause."""
    stop = _STOP.search(text, end, end + 2 * _RIGHT)
    till = stop.start() if stop else min(len(text), end + 2 * _RIGHT)
    words = text[end : min(following, till)]
    short = words.partition("、")[0]
    for opening, closing in ("()", "（）"):
        if closing in short and opening not in short:
            short = short.partition(closing)[0]
            till = end + len(short)
    short = short[:_RIGHT]
    return bare(short), bare(text[end + len(short) : till])
