"""提到了成文时还没有召开的会议。

为什么：报告写于会前，却写会后的事，多半是套用了别年的稿子。
依据：会议的日期见模板的 genre.yml（meetings）；没有成文日期的报告，按次年2月28日算。
反例：
    全面贯彻党的二十届四中全会精神。
正例：
    全面贯彻党的二十届三中全会精神。

    党的二十大和二十届历次全会精神。
"""

from collections.abc import Iterator

from generator.check.calendar import PLENUM, plenums, rows
from generator.check.rule import Finding, Rule
from generator.check.subject import Subject, spot
from generator.diagnostics import Severity


def check(of: Subject) -> Iterator[Finding]:
    """Each plenum that was not over when the report was written; of several joined by 、 each."""
    if not of.written:
        return
    for congress, ordinal, at in plenums(of):
        held = _held(of, congress, ordinal)
        if held is not None and held > of.written:
            where = spot(of, at, at + len(ordinal))
            said = f"{congress}{ordinal}全会在{held}闭幕，晚于成文（{of.written}）"
            yield Finding(where, said, "写成文时已经召开的全会")


def _held(of: Subject, congress: str, ordinal: str) -> str | None:
    """The last day of a plenum; that of one after the latest known is unknown to us, and may lie ahead."""
    for row in rows(of, "meetings"):
        if row.get("name") == f"党的{congress}{ordinal}全会":
            return str(row["ends"])
    return None


RULE = Rule("WRD031", "提到了还没有召开的全会", Severity.ERROR, check, __doc__, looks_for=(PLENUM,))
