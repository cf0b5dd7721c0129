"""文中的数不合应有的关系。

为什么：办结多于受理、部分多于总数，读者一眼就看得出，也说明数来自不同的口径。
依据：指标之间的关系由模板的 indicators.yml（constraints）列出；有上年结转的写明结转数即不再比较；不在同一段的只作提醒。
反例：
    收到行政复议申请42件，受理26件、办结31件。

    调解矛盾纠纷205起，其中口头协议120起、书面协议85起，调解成功率93%。
正例：
    收到行政复议申请42件，受理26件、办结21件。
    全年受理行政复议26件，上年结转5件，办结31件。
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from functools import lru_cache

from generator.check.near import led_by
from generator.check.rule import Finding, Rule
from generator.check.rules.fig._compared import MEAN, elsewhen
from generator.check.rules.fig._listed import TOTAL, joint
from generator.check.rules.fig._lists import comes_to, contradictions
from generator.check.rules.fig._topics import DIVIDED
from generator.check.stated import (
    Stated,
    covered,
    in_year,
    kind,
    line,
    open_indicators,
    sentence_of,
    sentences,
    span,
    summed,
    where,
)
from generator.check.subject import Subject
from generator.compose import formulas
from generator.diagnostics import Severity
from generator.regex import regex
from generator.schema.model import Constraint

_OF_THESE = regex(r"[^,;:、。()]{1,10}中,")
"""办结案件中，适用简易程序236件: so a sentence begins that tells of those alone."""
_OF_CASES = regex("^[^,;:、。()]{0,8}(?:案件|案|申请)中,?")
_SORT = regex("(?:类|方面|领域)的?$|[,、]其[他余它]$")
"""A sort of what was told before is not all that there is of it."""
_PARTLY = regex("参与|协助|配合|共同|会同|联合")
"""What some take part in is not all: 司法所参与调解37件."""
_ANOTHER = regex("另(?:有|设|外)[^,;:。()]{0,16}$")
_AGED = regex("(?:及?以[上下]|左右)的?$")
_OPENING = regex("(?:年初|[年月季]初|期初|[上去]年(?:[末底]|转入|结转)|历年|原有)[^,;:、。()]{0,10}$")
"""Before what was there when the year began: 年初在册9件，新排查21件，化解24件."""
_AGAINST = regex(r"(?:[较比]|与)(?:[上去往]年|历年)(?!结转|遗留|未结|存量)[^,;:、。()]*")
"""What last year's figure is compared with (比上年的136件增长60%) says of no case left from before."""
_relation = lru_cache(maxsize=512)(formulas.relation)


def check(of: Subject) -> Iterator[Finding]:
    """Each relation that the figures of one sentence, one paragraph or, as a hint, of the whole report break."""
    told, entered_not = {one.indicator for row in sentences(of) for one in row}, open_indicators(of)
    all_told = (one for one in of.schema.constraints if told.issuperset(_operands(one.expression)))
    judged = [one for one in all_told if not entered_not.isdisjoint(_operands(one.expression))]
    if not judged:
        return
    wanted = {i for one in judged for i in (*_operands(one.expression), one.unless)} - {""}
    known: dict[str, list[tuple[int, Stated]]] = {}
    apart, sorts, divided = elsewhen(of), led_by(of, _SORT), led_by(of, DIVIDED)
    for number, row in enumerate(sentences(of)):
        sorting = False
        for at, one in enumerate(row):
            begun = _begins_sorts(row, at) or (one.at in divided and bool(DIVIDED.search(one.lead)))
            sorting = (sorting and one.lead.startswith("、")) or begun
            if (
                one.indicator in wanted
                and one.at not in apart
                and not sorting
                and _counts(of, one)
                and not (one.at in sorts and _SORT.search(one.lead))
                and one.mention.quantity.sense in ("value", "part")
            ):
                known.setdefault(one.indicator, []).append((number, one))
    sure_of = [c for c in contradictions(of) if c.doubt not in ("near", "cumulative")]
    together = [{c.total.at, *(part.at for part in c.parts)} for c in sure_of]
    within = {part.at for c in sure_of for part in c.parts if c.doubt != "rest"}
    for constraint in judged:
        ids = _operands(constraint.expression)
        if constraint.unless in known or not all(map(known.__contains__, ids)):
            continue
        operator, left, right = _relation(constraint.expression)
        for figures, sure in _readings(of, [known[i] for i in ids]):
            held = dict(zip(ids, figures, strict=True))
            if _holds(operator, left, right, held) or _listed(of, operator, formulas.operands(left), figures):
                if sure:
                    break
                continue
            places = {one.at for one in figures}
            doubted = operator != "=" and figures[-1].at in within
            doubted = doubted or any(len(places & one) > 1 for one in together)
            if doubted or covered(of, figures) or _carried(of, figures):
                break
            yield _finding(of, constraint, formulas.operands(left), figures, sure)
            break


def _begins_sorts(row: Sequence[Stated], at: int) -> bool:
    """Whether 其中 begins a list of sorts by one name: 其中邻里纠纷63件、土地纠纷29件."""
    one, behind = row[at], row[at + 1] if at + 1 < len(row) else None
    if behind is None or "其中" not in one.lead or not behind.lead.startswith("、"):
        return False
    return one.own[-2:] == behind.own[-2:] and behind.indicator in ("", one.indicator)


def _counts(of: Subject, one: Stated) -> bool:
    """Whether it counts what its indicator does, in its measure word: not 开展清理1次 for the documents reviewed."""
    known = of.schema.indicators.get(one.indicator)
    if known is None or (one.unit not in known.units and one.kind != kind(known.unit)):
        return False
    if (one.at in led_by(of, _PARTLY) and _PARTLY.search(one.own)) or _ANOTHER.search(one.lead):
        return False
    if MEAN.search(one.own) or _AGED.match(one.lead):
        # 每村1个; 60岁以上的13名
        return False
    # 审结案件中，维持118件，驳回41件: how some of them ended is not how many did.
    own = _OF_CASES.sub("", one.own.strip()).removesuffix("的")
    names = (known.label, known.clause, *known.aliases)
    return own not in of.words.get("结果", ()) or any(own in said for said in names)


def in_dictionary(of: Subject, figures: Sequence[Stated]) -> bool:
    """Whether a relation of the dictionary holds these figures against each other."""
    wanted = {one.indicator for one in figures}
    return "" not in wanted and any(wanted <= set(_operands(one.expression)) for one in of.schema.constraints)


@lru_cache(maxsize=512)
def _operands(expression: str) -> tuple[str, ...]:
    """The indicators of a relation, each once."""
    _, left, right = _relation(expression)
    return tuple(dict.fromkeys((*formulas.operands(left), *formulas.operands(right))))


def _readings(of: Subject, found: Sequence[Sequence[tuple[int, Stated]]]) -> Iterator[tuple[tuple[Stated, ...], bool]]:
    """Values for the operands: those of one sentence, else of one paragraph, else the only ones of the year."""
    first = found[0]
    if len(found) == 1:
        return
    alone = True
    for number, _ in first:
        rows = [[o for n, o in told if n == number] for told in found]
        picked = _picked(rows)
        if picked:
            alone = False
            yield picked, True
        elif all(rows):
            return
    if not alone:
        return
    for at in dict.fromkeys(line(of, one) for _, one in first):
        rows = [[o for _, o in told if line(of, o) == at and in_year(of, o)] for told in found]
        picked = _picked(rows)
        if picked and not any(_OF_THESE.match(sentence_of(of, one)[0].lead) for one in picked):
            yield picked, True
        if picked:
            return
    picked = _picked([[o for _, o in told if in_year(of, o)] for told in found])
    if picked:
        yield picked, False


def _picked(rows: Sequence[Sequence[Stated]]) -> tuple[Stated, ...] | None:
    """One value of each operand, None where one has none or several, or where they are of different times."""
    if not all(rows) or any(not one.exact for row in rows for one in row):
        return None
    if any(len({one.amount for one in row}) > 1 for row in rows):
        return None
    picked = tuple(row[0] for row in rows)
    periods = {one.mention.quantity.period for one in picked} - {""}
    return picked if len(periods) <= 1 else None


def _holds(operator: str, left: formulas.Formula, right: formulas.Formula, held: Mapping[str, Stated]) -> bool:
    amounts: dict[str, Decimal] = {i: one.amount for i, one in held.items()}
    a, b = formulas.value(left, amounts), formulas.value(right, amounts)
    if a is None or b is None:
        return True
    return a <= b if operator == "<=" else a >= b if operator == ">=" else a == b


def _listed(of: Subject, operator: str, left: Sequence[str], figures: Sequence[Stated]) -> bool:
    """Whether the sentence tells of more than the relation knows: other parts that make the total (镇级、村级、企业),
    work done on several kinds together (建议6件、提案5件，办结11件) or on more than the part that is named."""
    row = sentence_of(of, figures[0])
    named = figures[-1].mention.quantity.sense == "part" != figures[0].mention.quantity.sense
    sort = named or _among_sorts(sentence_of(of, figures[-1]), figures[-1])
    if not all(one in row for one in figures):
        if operator != "=" and len({"其中" in one.lead for one in figures}) > 1:
            # 制定文件14件。…报备的96件，其中县级38件: what is a part is of its own sentence's total.
            return True
        if operator != "=" and any(one in some for one in figures for some in _complete(sentence_of(of, one))):
            # 镇调委会调解88件，村调委会调解231件，共319件。调解成功313件: what makes a total is not all.
            return True
        if operator != "=" and _all_between(of, *figures):
            return True
        # 其中物业纠纷163件 … 成功化解472件; 食品158件、广告61件 … 普通程序398件: a sort is no total of other sentences.
        return (operator != "=" and sort) or any(one.lead.startswith("、") for one in (figures[-1], figures[0]))
    if operator == "=" and len(figures) > 2 and figures[-1].lead.startswith("、"):
        return True
    if operator != "=" and len(figures) == 2 and _side_by_side(of, row, figures):
        return True
    if operator != "=" and any(re.search("中,", one.lead) for one in figures):
        return True
    if operator != "=" and (named or (sort and ";" in figures[0].lead)):
        return True
    if operator != "=" and any(set(figures) <= set(parts) for parts in _complete(row)):
        return True
    apart = operator != "=" and ";" in figures[0].lead
    if apart and any(figures[-1] in parts and figures[0].amount <= summed(parts) for parts in _complete(row)):
        # 受理412件，邻里156件、物业118件、房屋租赁138件；调解成功399件: a sort of all.
        return True
    if operator != "=" and any(_of_both(row, total, *figures[::-1]) for total in row):
        return True
    sides = [[one for one in figures if (one.indicator in left) == first] for first in (True, False)]
    alone = [side[0] for side in (sides if operator == "=" else sides[:1]) if len(side) == 1]
    return any(comes_to(row, one, operator == "=") for one in alone)


def _all_between(of: Subject, part: Stated, *others: Stated) -> bool:
    """Whether all of the matter is told between: 汛期调处纠纷20起。全年纠纷合计60起。调解成功58起."""
    some = others[-1]
    name = some.own[-2:]
    between = (one for row in sentences(of) if some.end < row[0].at < part.at for one in row if one.at < part.at)
    alike = (one for one in between if one.kind == part.kind and one.amount >= part.amount)
    return len(name) > 1 and any(name in one.own and TOTAL.search(one.lead) for one in alike)


def _among_sorts(row: Sequence[Stated], one: Stated) -> bool:
    """Whether it is a further item of a list that 其中 begins: 其中邻里纠纷124件，土地纠纷97件，劳务纠纷49件."""
    last = row.index(one)
    for at in range(last, -1, -1):
        if "其中" in row[at].lead or DIVIDED.search(row[at].lead):
            return at < last
        if not (at and joint(row[at].lead) and row[at - 1].kind == one.kind):
            break
    return False


def _side_by_side(of: Subject, row: Sequence[Stated], figures: Sequence[Stated]) -> bool:
    """Whether the one is told right behind the other, by the end of its name and no act of its own: 办理市人大建议4件、
    镇人大建议17件."""
    first, one = sorted(figures, key=lambda each: each.at)
    alike = one.lead.startswith("、") and first.kind == one.kind and one.own[-2:] == first.own[-2:]
    beside = alike and len(one.own) > 2 and row.index(one) == row.index(first) + 1
    return beside and not any(word in one.own for word in of.words.get("办理环节", ()))


def _of_both(row: Sequence[Stated], total: Stated, part: Stated, *others: Stated) -> bool:
    """Whether what is held against a part is told behind the total that takes it in: 建议112件、提案96件，合计208件，
    满意205件."""
    told = total.kind == part.kind and TOTAL.search(total.lead) and part.at < total.at < others[-1].at
    return bool(told) and comes_to(row, total, False) and others[-1].amount <= total.amount


def _complete(row: Sequence[Stated]) -> Iterator[Sequence[Stated]]:
    """The lists of a sentence that make the total before or behind them: their parts count different things."""
    for at, total in enumerate(row):
        for near in (row[at + 1 :], row[:at][::-1]):
            same = [one for one in near if one.kind == total.kind]
            yield from (same[:n] for n in range(2, len(same) + 1) if summed(same[:n]) == total.amount)


def _carried(of: Subject, figures: Sequence[Stated]) -> bool:
    """Whether the words between the figures speak of cases left from before."""
    first, last = min(one.at for one in figures), max(one.end for one in figures)
    if last - first > 400:
        return False
    begin = max(of.folded.rfind(sign, 0, first) for sign in "。;\n") + 1
    clause = max(begin, of.folded.rfind(",", 0, first) + 1)
    after = re.split("[。;\n]", of.folded[last : last + 20])[0]
    said = _AGAINST.sub("", of.folded[clause:last]) + after
    opened = any(
        one.at < last and _OPENING.search(one.lead) and one.kind == figures[0].kind
        for one in sentence_of(of, figures[0])
    )
    return opened or "结转" in of.folded[begin:first] or any(word in said for word in of.words.get("结转", ()))


def _finding(
    of: Subject, constraint: Constraint, left: Sequence[str], figures: Sequence[Stated], sure: bool
) -> Finding:
    indicators = of.schema.indicators
    said = "，".join(f"{indicators[one.indicator].label}{one.value}{one.unit}" for one in figures)
    own = sorted((one for one in figures if one.indicator in left), key=lambda one: one.at)
    same = line(of, own[0]) == line(of, own[-1])
    spot = span(of, own[0], own[-1]) if same else where(of, own[0])
    apart = "" if len({line(of, one) for one in figures}) == 1 else _apart(of, figures)
    hint = "核对这几个数；含上年结转或口径不同的，在文中写明"
    fact = constraint.message.partition("，")[0]
    return Finding(spot, f"{fact}：{said}{apart}", hint, severity=None if sure else Severity.INFO)


def _apart(of: Subject, figures: Sequence[Stated]) -> str:
    return f"（第{'、'.join(str(n) for n in sorted({line(of, one) for one in figures}))}行）"


RULE = Rule("FIG017", "文中的数不合关系", Severity.WARNING, check, __doc__)
