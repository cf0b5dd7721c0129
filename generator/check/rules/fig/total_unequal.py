"""各项之和与合计不符。

为什么：几个数写在一起，后面跟着合计，读者随手一加就知道对不对；对不上，这一句里的数就都不可信了。
依据：算术；列出了全部分项的，各项之和等于合计。只说“其中”的不要求列全，差得很少时才提醒。
反例：
    全年完成协议评估34件、会议议题审核163件、征求意见项目21件，累计219件。

    全镇11个村、3个社区，共计15个村和社区实行网格管理。

    受理信访事项218件，包括来信34件、来访163件、网上投诉20件。
正例：
    审查合同41件、议题152件、文件稿27件，累计220件。
    全年调解纠纷130件，其中婚姻家庭纠纷60件、邻里纠纷30件。
    收到复议申请42件，受理26件、办结21件。
"""

from collections.abc import Iterator

from generator.check.rule import Finding, Rule
from generator.check.rules.fig._batches import batches
from generator.check.rules.fig._counted_totals import counted
from generator.check.rules.fig._divided import divided
from generator.check.rules.fig._lists import contradictions
from generator.check.rules.fig._sorts import apart
from generator.check.rules.fig.relations_stated import in_dictionary
from generator.check.stated import printed, summed, where, words
from generator.check.subject import Subject
from generator.diagnostics import Severity


def check(of: Subject) -> Iterator[Finding]:
    """Each total that differs from the sum of its parts."""
    parted = list({found.total.at: found for found in batches(of)}.values())
    sure = {found.total.at for found in parted}
    # 分3批共180户，60户、70户、60户: beyond a hint.
    told = [found for found in contradictions(of) if found.doubt != "near" or found.total.at not in sure]
    before = {found.total.at for found in told}
    before.update(found.total.at for found in apart(of))
    every = [one for one in (*counted(of), *divided(of), *parted) if one.total.at not in before]
    for found in (*told, *every):
        if found.doubt in ("exceeds", "rest"):
            continue
        if found.doubt == "near":
            known = in_dictionary(of, (found.total, *found.parts))
            if known or any(found.total is one.total for one in apart(of)):
                continue
        total = found.total
        parts = " + ".join(words(one) for one in found.parts)
        come_to = printed(summed(found.parts), total)
        said = f"{parts} = {come_to}，与“{words(total)}”不符"
        if found.doubt == "unequal":
            yield Finding(where(of, total), said, f"核对各项；各项无误的，合计写 {come_to}")
        elif found.doubt == "cumulative":
            yield Finding(where(of, total), said, "核对合计；含以前年度的写明起止年份", severity=Severity.INFO)
        else:
            hint = "核对各项；没有列全的，在末项后加“等”"
            yield Finding(where(of, total), f"其中各项{said}，只差一点", hint, severity=Severity.INFO)


RULE = Rule("FIG007", "各项之和与合计不符", Severity.WARNING, check, __doc__)
