"""分段、分批写的几列数，与合计的一列对不上。

为什么：上半年、下半年，或各批各级，每处写两三个数，最后合计也写两三个数；一列加得对，另一列加不对，一定有一个数写错了。
依据：算术；各段写全了的（上半年和下半年、第一批到最后一批），或者有一列正好加得出合计的，别的列也应加得出。
反例：
    上半年办理复议案件21件、开庭8次。下半年办理复议案件26件、开庭9次。全年办理复议案件47件、开庭19次。
反例：
    第一批考试32人，及格30人；第二批考试27人，及格25人。两批共有57人及格。
反例：
    一季度调处52件，二季度76件，三季度49件，四季度44件。全年共调处212件。
反例：
    全年巡查312次，整改问题85个。其中上半年巡查140次，整改问题36个；下半年巡查172次，整改问题59个。
正例：
    上半年办理复议案件21件、开庭8次。下半年办理复议案件26件、开庭9次。全年办理复议案件47件、开庭17次。
    第一批考试32人，及格30人；第二批考试27人，及格25人。两批共有55人及格。
    镇司法所调解纠纷40件，成功39件。派出所调解纠纷22件，成功20件。全镇调解纠纷180件，成功176件。
"""

import re
from collections.abc import Iterator, Sequence

from generator.check.near import led_by
from generator.check.rule import Finding, Rule
from generator.check.rules.fig._line_totals import line_totals
from generator.check.rules.fig._listed import joint
from generator.check.rules.fig._lists import averages, contradictions
from generator.check.rules.fig._names import name, own, share
from generator.check.rules.fig._sums import agrees
from generator.check.stated import Stated, covered, open_paragraphs, printed, summed, where, words
from generator.check.subject import Subject
from generator.diagnostics import Severity
from generator.regex import regex

_WHOLE = regex("共|合计|总计|累计|全年|一年来|全[镇乡县区市局]|[两二三四五六][批次期轮级者类季]")
_SPAN = regex(
    "上半年|下半年|[第首前后][一二三四五六]?[季批期轮次阶]|[一二三四]季度|第[一二三四五六七八]|[镇乡县村]级|"
    "[春夏秋冬]季|线[上下]|机关|其他|其余"
)
_PART = regex("^(?:其中)?(?:第[一二三四五六七八]|[上下]半年|[一二三四]季度|前[一二三]季度)")
_PERIOD = regex("(?:[上下]半年|[一二三四]季度)[^,;:、比]{0,10}$")
_CLOSED = (("上半年", "下半年"), ("一季度", "二季度", "三季度", "四季度"), ("春季", "秋季"), ("线上", "线下"))
_ORDER = "一二三四五六七八"
_TOTAL = regex("(?:[合总]计|累计|一共|(?<![公中])共计?)(?:为|有|达|是|[\u4e00-\u9fff]{2,4})?$")
_MOST = 8
_LEAST = 6
"""A sum below this may come out by chance."""

Group = Sequence[Stated]


def check(of: Subject) -> Iterator[Finding]:
    """Each figure of a total told in several figures that the same figures of its parts do not make."""
    told: set[int] | None = None
    whole_ = led_by(of, _WHOLE)
    period = led_by(of, _PERIOD)
    for rows in open_paragraphs(of):
        if period:
            yield from _year(of, rows, period)
        for row in rows:
            if len(row) > 5:
                yield from _pairs(of, row)
                yield from _pairs_before(of, row)
        groups = [group for row in rows for group in _split(row)]
        if len(groups) < 3:
            continue
        for at, total in enumerate(groups):
            if not any(one.at in whole_ and _WHOLE.search(own(one)) for one in total) or _PART.match(own(total[0])):
                continue
            for sought in (groups[max(0, at - _MOST) : at][::-1], groups[at + 1 : at + 1 + _MOST]):
                for whole, parts in _wrong(total, sought) if len(sought) > 1 else ():
                    told = told or {one.at for found in contradictions(of) for one in (found.total, *found.parts)}
                    if whole.at in told or covered(of, (whole, *parts)):
                        continue
                    come_to = printed(summed(parts), whole)
                    said = f"{' + '.join(map(words, parts))} = {come_to}，与合计的“{words(whole)}”不符"
                    yield Finding(where(of, whole), said, f"核对各段和合计；各段无误的，合计写 {come_to}")


    for whole, parts in line_totals(of):
        if not covered(of, (whole, *parts)):
            come_to = printed(summed(parts), whole)
            said = f"{' + '.join(map(words, parts))} = {come_to}，与合计的“{words(whole)}”不符"
            yield Finding(where(of, whole), said, f"核对各行和合计；各行无误的，合计写 {come_to}")


def _pairs(of: Subject, row: Group) -> Iterator[Finding]:
    """Two totals and pairs of what they are of, one of which adds up: 15户、41人，其中城市6户、9人，农村9户、31人."""
    for at in range(len(row) - 5):
        total = row[at : at + 2]
        kinds = [one.kind for one in total]
        if "其中" not in row[at + 2].lead or kinds[0] == kinds[1] or "%" in kinds:
            continue
        end = at + 2
        while [one.kind for one in row[end : end + 2]] == kinds and (end == at + 2 or joint(row[end].lead)):
            end += 2
        columns = [row[n:end:2] for n in (at + 2, at + 3)]
        if end < at + 6 or not all(one.exact for one in row[at:end]):
            continue
        yield from _one_wrong(of, total, columns)


def _pairs_before(of: Subject, row: Group) -> Iterator[Finding]:
    """The same where the total ends the list: 7月转移18户61人、8月转移13户44人，共31户105人."""
    for at in range(4, len(row) - 1):
        total, kinds = row[at : at + 2], [one.kind for one in row[at : at + 2]]
        if not _TOTAL.search(total[0].own) or kinds[0] == kinds[1] or "%" in kinds:
            continue
        begin = at
        while [one.kind for one in row[max(0, begin - 2) : begin]] == kinds and (begin == at or joint(row[begin].lead)):
            begin -= 2
        if begin < at - 2 and all(one.exact for one in row[begin : at + 2]):
            yield from _one_wrong(of, total, [row[n:at:2] for n in (begin, begin + 1)])


def _one_wrong(of: Subject, total: Group, columns: Sequence[Group]) -> Iterator[Finding]:
    """The only column that does not make its total."""
    wrong = [(whole, parts) for whole, parts in zip(total, columns, strict=True) if not agrees(parts, whole)]
    if len(wrong) == 1 and not covered(of, (*total, *columns[0], *columns[1])):
        whole, parts = wrong[0]
        come_to = printed(summed(parts), whole)
        said = f"{' + '.join(map(words, parts))} = {come_to}，与合计的“{words(whole)}”不符"
        yield Finding(where(of, whole), said, f"核对各项和合计；各项无误的，合计写 {come_to}")


def _year(of: Subject, rows: Sequence[Group], period: frozenset[int]) -> Iterator[Finding]:
    """A total behind the quarters or halves that one sentence tells, all of them."""
    for number, row in enumerate(rows):
        spans = [one for one in row if one.at in period and _PERIOD.search(own(one))]
        parts = [one for one in spans if one.kind == spans[0].kind and one.exact]
        if len(parts) not in (2, 4) or not _closed([[one] for one in parts]) or any("比" in own(one) for one in parts):
            continue
        behind = [*row[row.index(parts[-1]) + 1 :], *(one for later in rows[number + 1 : number + 3] for one in later)]
        bare = "|".join(_SPAN.sub("", name(one)) for one in parts)
        for one in behind:
            named = one.kind == parts[0].kind and one.exact and re.search("全年|累计|[共合总]计|一共", own(one))
            if not named or not share(name(one), bare):
                continue
            if not agrees(parts, one) and not covered(of, (one, *parts)) and one.at not in averages(of):
                come_to = printed(summed(parts), one)
                said = f"{' + '.join(map(words, parts))} = {come_to}，与合计的“{words(one)}”不符"
                if one.at not in {told.total.at for told in contradictions(of)}:
                    yield Finding(where(of, one), said, f"核对各段和合计；各段无误的，合计写 {come_to}")
            break


def _split(row: Sequence[Stated]) -> Iterator[Group]:
    """The figures of each part of a sentence that a semicolon ends."""
    begin = 0
    for at, one in enumerate(row):
        if at and ";" in one.lead:
            yield row[begin:at]
            begin = at
    yield row[begin:]


def _wrong(total: Group, others: Sequence[Group]) -> Iterator[tuple[Stated, tuple[Stated, ...]]]:
    """Figures of the total with those that should make them, where the reach of the parts is certain."""
    columns: list[list[Stated]] = [[] for _ in total]
    best: list[tuple[Stated, tuple[Stated, ...]]] = []
    for number, group in enumerate(others, 1):
        matched = _matched(total, group)
        if not any(matched):
            break
        for column, one in zip(columns, matched, strict=True):
            if one is not None:
                column.append(one)
        if number < 2:
            continue
        full = [(whole, tuple(column)) for whole, column in zip(total, columns, strict=True) if len(column) == number]
        wrong = [(whole, parts) for whole, parts in full if not agrees(parts, whole)]
        right = [whole for whole, _ in full if whole not in [one for one, _ in wrong]]
        if full and not wrong:
            return
        sure = any(whole.amount >= _LEAST for whole in right) or _closed(others[:number])
        if wrong and sure and (right or len(full) == 1 or _closed(others[:number])):
            best = best or [(whole, tuple(sorted(parts, key=lambda one: one.at))) for whole, parts in wrong]
    yield from best


def _matched(total: Group, group: Group) -> list[Stated | None]:
    """For each figure of the total the one of a part that tells the same, in the same order."""
    found: list[Stated | None] = []
    begin = 0
    for whole in total:
        alike = [n for n in range(begin, len(group)) if group[n].kind == whole.kind]
        at = next((n for n in alike if _same(whole, group[n])), None)
        found.append(None if at is None else group[at])
        begin = begin if at is None else at + 1
    return found


def _same(whole: Stated, part: Stated) -> bool:
    """Whether two of one kind count the same."""
    alike = whole.exact and part.exact and whole.kind != "%" and whole.depth == part.depth
    if not alike or part.mention.quantity.sense == "change" or whole.mention.quantity.sense == "change":
        return False
    bare = _SPAN.sub("", name(part))
    return share(bare, name(whole)) or (len(bare) < 2 and bool(_SPAN.search(own(part))))


def _closed(groups: Sequence[Group]) -> bool:
    """Whether the parts are by their names all that there are."""
    said = [own(group[0]) for group in sorted(groups, key=lambda group: group[0].at)]
    said = [re.sub("^其中", "", one) for one in said]
    if any(len(said) == len(all_) and all(n in s for n, s in zip(all_, said, strict=True)) for all_ in _CLOSED):
        return True
    return len(said) > 1 and all(s.startswith("第" + n) for n, s in zip(_ORDER, said, strict=False))


RULE = Rule("FIG033", "分段的数与合计不符", Severity.WARNING, check, __doc__)
