"""人数、件数写成了小数。

为什么：人、户、件、起只有整数；写“21.4人”，多半是丢了“万”或多了小数点。平均数、折合数可以有小数。
依据：算术。
反例：
    全镇总人口21.4人，辖12个村。

    全年调解矛盾纠纷15.6件。
正例：
    全镇总人口2.14万人，辖12个村。
    全年调解矛盾纠纷156件，村均15.6件。
    每万人拥有律师3.2名。
"""

import re
from collections.abc import Iterator

from generator.check.rule import Finding, Rule
from generator.check.stated import Sentence, named, sentences, where
from generator.check.subject import Subject
from generator.diagnostics import Severity
from generator.regex import regex

_WHOLE = frozenset(("人", "名", "户", "件", "起", "宗", "桩", "例", "辆", "村", "家"))
_BY = regex(
    "每|平均|[村社户人件案场次期宗月日周]均|折[合算]|相当于|标准|[倍比率]|降[到至]|减[到至少]|压[缩减]|跑动|次数|万人"
)
"""What may have decimals: means, and what is reckoned for each."""


def check(of: Subject) -> Iterator[Finding]:
    """Each number of persons or cases with decimals that is no mean."""
    for row in sentences(of):
        for one in row:
            if "." in one.value and one.unit in _WHOLE and not _is_mean(of, row):
                said = f"“{named(one)}”：{one.unit}数不会是小数"
                yield Finding(where(of, one), said, f"核对；以万计的写“{one.value}万{one.unit}”，平均数写明“平均”")


def _is_mean(of: Subject, row: Sentence) -> bool:
    return re.search(_BY, of.folded[row[0].begin : row[-1].stop]) is not None


RULE = Rule("FIG042", "人数、件数写成了小数", Severity.WARNING, check, __doc__)
