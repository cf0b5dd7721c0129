"""报告在次年4月1日以后才公开。

为什么：逾期公开要被督促、通报。
依据：《法治政府建设与责任落实督察工作规定》：每年4月1日前，除涉及党和国家秘密的以外，向社会公开。
反例：
    日期:2025年05月11日 来源:云岭镇
    一、主要举措和成效
    （一）规范行政执法。现有执法人员25名，开展检查12次。
    二、存在的不足和原因
    （一）执法力量不足。执法人员只有3名持证，主要原因是编制少、考试通过率低。
    （二）普法方式单一。以发放资料为主，原因在于缺少懂新媒体的人员。
    三、党政主要负责人履行推进法治建设第一责任人职责情况
    镇党委书记主持召开党委会议4次，研究法治政府建设，听取汇报4次。
    四、2025年主要安排
    （一）补齐执法力量。组织12名干部参加执法资格考试。
    （二）改进普法宣传。开设短视频栏目，每月更新2期。
    （三）规范案卷评查。全年评查30卷。
正例：
    日期:2025年03月11日 来源:云岭镇
    一、主要举措和成效
    （一）规范行政执法。现有执法人员25名，开展检查12次。
    二、存在的不足和原因
    （一）执法力量不足。执法人员只有3名持证，主要原因是编制少、考试通过率低。
    （二）普法方式单一。以发放资料为主，原因在于缺少懂新媒体的人员。
    三、党政主要负责人履行推进法治建设第一责任人职责情况
    镇党委书记主持召开党委会议4次，研究法治政府建设，听取汇报4次。
    四、2025年主要安排
    （一）补齐执法力量。组织12名干部参加执法资格考试。
    （二）改进普法宣传。开设短视频栏目，每月更新2期。
    （三）规范案卷评查。全年评查30卷。
"""

from collections.abc import Iterator

from generator.annotate.model import Spot
from generator.check.rule import Finding, Rule
from generator.check.shape import half_width
from generator.check.subject import Subject, day
from generator.diagnostics import Severity
from generator.regex import regex

_PUBLISHED = regex(
    r"^\W*(?:发布|公开|发文|生成|公文生成)?(?:日期|时间)\s*:\s*(20\d{2}\s*[年./-]\s*\d{1,2}\s*[月./-]\s*\d{1,2}\s*日?)",
)

_LONGEST = 200
"""Characters of a line that a page adds."""


def check(of: Subject) -> Iterator[Finding]:
    """Where the page says that it was published on 1 April of the next year or later."""
    if not of.year:
        return
    # A web page's reader has taken the day out of the text.
    told = of.document.meta.get("发布日期", "") if of.document else ""
    if of.form == "html" and day(told) >= f"{of.year + 1}-04-01":
        yield _late(of, None, told)
        return
    for line in of.annotation.lines:
        # Such a line belongs to the page, not to the report: `of.text` does not hold it.
        dated = len(line.text) < _LONGEST and ("日期" in line.text or "时间" in line.text)
        match = _PUBLISHED.match(half_width(line.text)) if dated else None
        if match and day(match[1]) >= f"{of.year + 1}-04-01":
            yield _late(of, Spot(line.number, match.start(1), match.end(1)), match[1].strip())


def _late(of: Subject, where: Spot | None, told: str) -> Finding:
    said = f"公开日期“{told}”已过{of.year + 1}年4月1日的公开期限"
    return Finding(where, said, "核对日期；以后在4月1日前公开")


RULE = Rule("STA016", "公开晚于期限", Severity.WARNING, check, __doc__)
