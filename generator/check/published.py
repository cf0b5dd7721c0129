"""When a web page says that the report was published."""

from collections.abc import Iterator

from generator.annotate.model import Spot
from generator.check.shape import half_width
from generator.check.subject import Subject, day
from generator.regex import regex

_PUBLISHED = regex(
    r"^\W*(?:信息提供|发布|公开|发文|生成|公文生成)?(?:日期|时间)\s*:\s*"
    r"(20\d{2}\s*[年./-]\s*\d{1,2}\s*[月./-]\s*\d{1,2}\s*日?)",
)
_LONGEST = 200
"""Characters of a line that a page adds."""


def published(of: Subject) -> Iterator[tuple[str, Spot | None, str]]:
    """Each day of publication that the page bears: its ISO date, its place, None where the reader has taken it out of
    the text, and as printed."""
    told = of.document.meta.get("发布日期", "") if of.document else ""
    if of.form == "html" and day(told):
        yield day(told), None, told
        return
    for line in of.annotation.lines:
        # Such a line belongs to the page, not to the report: `of.text` does not hold it.
        dated = len(line.text) < _LONGEST and ("日期" in line.text or "时间" in line.text)
        match = _PUBLISHED.match(half_width(line.text)) if dated else None
        if match and day(match[1]):
            yield day(match[1]), Spot(line.number, match.start(1), match.end(1)), match[1].strip()
