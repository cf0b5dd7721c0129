"""Lists of figures in a sentence: how their items are joined, where they begin and end, what they tell.

Shared by what judges totals (`_lists`) and what remains of them (`_rests`).
"""

import re
from collections.abc import Sequence
from itertools import pairwise

from generator.check.stated import Stated, summed
from generator.check.subject import Subject
from generator.regex import regex

TOTAL = regex(
    r"(?:^|[^公中])(共计|合计|总计|累计|一共|总共|共|合共|总长度?|总里程)(?:为|达到?|有|是)?$"
    r"|(共计?|累计|合计)(?:召开|举办|开展|组织|办理|审查|审核|完成|设立|设置|建成|配备|聘请|签订|制定|印发|投入)"
    r"[^,;:、。()]{0,6}$|([\u4e00-\u9fff]{0,4}总[数量额]|加起来|相加|两[项类者]共)(?:共|为|达到?|有|是)?$"
    r"|(?<![公中总一合])(共计?|累计|合计)(?=[\u4e00-\u9fff]{2,8}$)"
)
BEGUN = regex(
    "其中|在?这?些?[\u4e00-\u9fff]{0,6}(?:案件|纠纷|事项|问题|工单|投诉|举报|人员|线索|诉求)中,?|[按从][\u4e00-\u9fff]{1,8}[分看来],"
)
"""How a sentence begins that tells of what the one before counts."""
_JOINT_STOPS = regex(
    r"其中|包括|包含|[(]含|共计|合计|总计|累计|一共|总共|总[数量额]|(?<![公中])共|同比|环比|[较比](?:上|去|往)年|(?<![侵抢强挤霸])占(?![道用地])|分别|[一二三四五六七八九十]是|率"
)
SOME = regex(
    r"^(?:[^,;:。()]{0,20}[,:(]?(?:[^,;:。()\d]{0,10},)?(?:其中|含(?!在|于)|包括|包含)[,:]?|(?:[^、,;:。()]{0,8}中(?![心队学小央国间])|(?:[\u4e00-\u9fff]{2,6})?里(?=,|$)),?)[^、,;:()]{0,20}$"
)
_COMPOUND = regex("、(?![已未被经均待])[\u4e00-\u9fff]{2,4}(?:答复|审查|处理|办理|复议|调解|回复|整改)$")
_NUMERAL = "[一二三四五六七八九十]"
_SHARED = regex(f"^,占[^,;]{{0,8}}?(?:{_NUMERAL}成[多半]?|{_NUMERAL}分之{_NUMERAL}|一半|半数)(?=[,;])")
"""What a part is of all in words stands between the parts: 现场化解172件，占八成；后续化解39件."""
_NAMES = regex(",([\u4e00-\u9fff]{1,8}(?:、[\u4e00-\u9fff]{1,8}){1,3})")
_MARK = regex("[、,;:。]")
BESIDES = regex("另外?有?[\u4e00-\u9fff]{2,}$")
"""Before others than those that a total counts."""
_SHORT = 6
"""Characters before a part that is told by nothing but its name."""
BRACKETS = regex(r"[(][^()]*[)]")
_PAST = regex(r"上年|去年|上一年|(?:[较比]|[是为])\d{4}年|^(?:增加|减少|多|少|增长|下降)了?$")
_LESS = regex("(?:增加|减少|多|少|增长|下降|上升)了?$")
"""Before what has changed: 比上年减少36件，其中一般程序减少30件."""
_RATIOS = ("倍", "%", "个百分点")
_IN_ALL = regex("[\u4e00-\u9fff]{0,4}?(?:共计?|合计|总计|累计)[\u4e00-\u9fff]{0,4}")


def joint(lead: str) -> str:
    """How a figure is joined to the one before it: 、 (和 too), a comma, a semicolon, "" if they are no list."""
    if lead.startswith(",占"):
        lead = _SHARED.sub("", lead)
    if len(lead) > 40 or _JOINT_STOPS.search(lead):
        return ""
    bare = BRACKETS.sub("", lead).lstrip(")")
    if "(" in bare or ")" in bare or ":" in bare:
        return ""
    marks = [sign for sign in bare if sign in "、,;"]
    if len(marks) == 1:
        return marks[0]
    return "、" if not marks and re.search("[和及与]", bare) else ""


def loosely(lead: str) -> str:
    """The same where one item may name several sorts: ，药品、医疗器械和化妆品58件."""
    names = _NAMES.fullmatch(lead)
    return joint(lead) or (joint("," + names[1].replace("、", "")) if names else "")


def backwards(
    row: Sequence[Stated], at: int, styles: Sequence[str] = ("、", ",", ";"), kind: str = ""
) -> list[Stated]:
    """The list that ends right before a figure, of its kind or the one given, and joined in one of these ways."""
    total = row[at]
    kind = kind or total.kind
    run: list[Stated] = []
    style = ""
    for one in reversed(row[:at]):
        if one.depth > total.depth:
            continue
        if one.kind != kind or not one.exact or one.depth != total.depth:
            break
        if run:
            found = joint(run[0].lead)
            if found not in styles or (style and found != style):
                break
            style = found
        run.insert(0, one)
    return run


def counted(row: Sequence[Stated], at: int) -> list[Stated]:
    """The list whose items are counted right before its total: 第一期64人次，第二期58人次，两期共122人次."""
    count, total = row[at - 1], row[at]
    if count.kind == total.kind or count.own or not count.exact or not _IN_ALL.fullmatch(total.lead):
        return []
    run = backwards([*row[: at - 1], total], at - 1)
    return run if len(run) == count.amount > 1 else []


def onwards(row: Sequence[Stated], at: int, total: Stated) -> tuple[list[Stated], bool]:
    """The parts from there on; whether nothing that may be another part follows them."""
    first = row[at]
    if not of_kind(total, first) or not first.exact:
        return [], False
    parts = [first]
    style = ""
    for one in row[at + 1 :]:
        if one.depth > first.depth:
            continue
        found = joint(one.lead)
        inside = one.depth == first.depth
        before, name = clause(parts[-1].lead, -1), clause(one.lead, -1)
        if BESIDES.search(one.lead) and summed(parts) + one.amount > total.amount:
            # 队员26人，其中持证24人，另有协管员31人: of others.
            return parts, False
        if len(before) > 2 and len(name) > len(before) and name.startswith(before):
            # 行政案件26起，民事案件33起，民事案件完结18起: of the part before.
            return parts, True
        if not inside or not of_kind(total, one) or not one.exact or not found or (style and found != style):
            ended = one.depth < first.depth or ";" in one.lead or (one.kind != total.kind and found != style)
            # 新办518件、延续327件，网上办理1248件: too many for another part.
            ended = ended or (style == "、" != found and summed(parts) + one.amount > total.amount)
            return parts, ended or bool(TOTAL.search(one.lead))
        if found == ";" and one.amount > total.amount:
            # 党委学法6次，其中专题2次；乡长办公会学法8次: another matter.
            return parts, True
        style = found
        parts.append(one)
    return parts, True


def is_past(one: Stated) -> bool:
    """Whether it is last year's or a difference from it by the words before it."""
    return _PAST.search(one.own) is not None


def behind_past(row: Sequence[Stated], first: int) -> int:
    """Where the parts begin that stand behind a comparison: 24件，是上年16件的1.5倍；其中简易程序9件."""
    behind = first
    while behind + 1 < len(row) and (is_past(row[behind]) or row[behind].unit in _RATIOS):
        behind += 1
    parts = re.match("[,;]其中", row[behind].lead) and not _LESS.search(row[behind].own)
    return behind if behind > first and parts else first


def of_kind(total: Stated, part: Stated) -> bool:
    """Whether both count the same; 个 and 项 count anything: 抽查计划99个，其中涉及68个事项."""
    if part.kind != total.kind:
        return False
    noun = clause(part.tail.split("(")[0], 0).removeprefix("等")
    if part.kind not in ("个", "项") or len(noun) < 2:
        return True
    own = total.lead[-20:] + total.tail[:20]
    return any(noun[n : n + 2] in own for n in range(len(noun) - 1))


def clause(words: str, which: int) -> str:
    return _MARK.split(words)[which]


def is_open(of: Subject, parts: Sequence[Stated]) -> bool:
    """Whether the list says itself that it is not complete."""
    return "等" in parts[-1].tail[:12] or any(re.search("等$", one.lead.split(",")[-1]) for one in parts)


def overlapping(of: Subject, parts: Sequence[Stated]) -> bool:
    """Whether one person may count in several parts: 农民工88人、妇女65人."""
    return parts[0].kind == "人" and any(word in one.lead for one in parts for word in of.words.get("身份", ()))


def staged(of: Subject, parts: Sequence[Stated]) -> bool:
    """Whether some parts are told by what was done with them: 受理19件、办结24件 count the same case twice."""
    stages = of.words.get("办理环节", ())
    told = [frozenset(word for word in stages if word in one.lead + clause(one.tail, 0)[:6]) for one in parts]
    only = [one for one, words in zip(parts, told, strict=True) if words]
    if len(parts) > 2 and len(only) == 1 and _COMPOUND.search(only[0].lead) and not only[0].tail[:1].isalpha():
        # 合同97份、公文38份、信访答复11份: the name of a paper.
        return False
    if len(parts) > 2 and len(only) == 1 and only[0] is parts[0] and _named_alike(parts):
        # 收到判决书41份、调解书4份、律师函1份: a verb for all of them.
        return False
    # What several are told by (予以公开、部分公开、不予公开) is no stage between them.
    shared = {word for at, words in enumerate(told) for word in words if any(word in other for other in told[:at])}
    return len({words - shared for words in told}) > 1


def _named_alike(parts: Sequence[Stated]) -> bool:
    """Whether most names end in the sign in which the first ends: 判决书, 调解书, 律师函."""
    ends = [BRACKETS.sub("", clause(one.lead, -1))[-1:] for one in parts]
    return ends.count(ends[0]) * 3 >= len(ends) * 2


def parallel(parts: Sequence[Stated]) -> bool:
    """Whether parts joined by commas are told alike: 其中市级5.2万条，县区13.4万条; 通过网站210条，通过公众号146条."""
    leads = [clause(one.lead.rpartition("其中")[2], -1).lstrip("包括含有") for one in parts]
    if max(map(len, leads)) > 12:
        return False
    pairs = [{lead[n : n + 2] for n in range(len(lead) - 1)} for lead in leads]
    return all(len(lead) <= _SHORT for lead in leads) or all(a & b for a, b in pairwise(pairs))


def akin(total: Stated, run: Sequence[Stated]) -> bool:
    """Whether the words between 共 and the total come back with its parts: 乡镇督察19个、部门督察28个，共督察47个."""
    before, _, said = clause(total.lead, -1).rpartition("共")
    said = said or before
    own = before if "," not in total.lead else total.lead.split(",")[0]
    told = "".join(one.lead + "|" + one.tail.split(",")[0] for one in run[:-1]) + run[-1].lead + "|" + own
    return any(said[n : n + 2] in told for n in range(len(said) - 1))
