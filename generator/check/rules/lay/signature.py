"""署名和成文日期的位置不对。

为什么：落款不是简单右对齐：不盖章的，署名右空二字，日期首字比署名首字右移二字；盖章的，日期右空四字，署名以日期为准居中。
依据：GB/T 9704—2012 7.3.5.1、7.3.5.2：加盖印章和不加盖印章的公文，发文机关署名与成文日期的编排。
反例：
    署名和日期居左
    署名和日期靠右顶边
    日期与署名左边对齐
正例：
    成稿原样
    日期右空四字、署名居中其上
"""

from collections.abc import Iterator

from generator.check.layout import at, judged
from generator.check.rule import Finding, Rule
from generator.check.subject import Subject
from generator.diagnostics import Severity
from generator.readers.docx.layout_facts import Paragraph
from generator.writers.title_lines import display_width

_OFF = 0.55
"""Characters: half-width digits come out a little wider or narrower from font to font."""
_RIGHT, _CENTRE = ("right", "end"), ("center",)


def check(of: Subject) -> Iterator[Finding]:
    """A sign-off that is set neither as for a sealed nor as for an unsealed document."""
    found = judged(of)
    organs = [one.paragraph for one in found.set if one.role == "signature"]
    dates = [one.paragraph for one in found.set if one.role == "date"]
    if not organs or not dates or any("\t" in one.words for one in (*organs, *dates)):
        return
    pitch, line = found.look.page.char_pitch, found.look.page.chars_per_line
    organ, date = organs[-1], dates[0]
    organ_at, organ_end = _edges(organ, pitch, line)
    date_at, date_end = _edges(date, pitch, line)
    after_organ, after_date, moved = line - organ_end, line - date_end, date_at - organ_at
    bare = (abs(after_organ - 2) <= _OFF and abs(moved - 2) <= _OFF) or (
        date_end - date_at > organ_end - organ_at and abs(after_date - 2) <= _OFF and after_organ >= 2 - _OFF
    )
    middle = (organ_at + organ_end - date_at - date_end) / 2
    sealed = abs(after_date - 4) <= _OFF and (abs(middle) <= 1 or organ_at <= 1)
    several = len(organs) > 1 and (
        abs(after_date - 4) <= _OFF or abs(after_date - 2) <= _OFF or after_organ >= 2 - _OFF
    )
    if not bare and not sealed and not several:
        said = f"署名右空{after_organ:.2g}字，日期右空{after_date:.2g}字，日期首字比署名首字右移{moved:.2g}字"
        hint = "不盖章：署名右空2字，日期首字右移2字；盖章：日期右空4字，署名在其上居中"
        yield Finding(at(of, organ.number), said, hint)


def _edges(one: Paragraph, pitch: float, line: int) -> tuple[float, float]:
    """Where its words begin and end, in characters from the left edge."""
    words = one.words.strip("\n")
    before = display_width(words) - display_width(words.lstrip(" \u3000\u00a0"))
    after = display_width(words) - display_width(words.rstrip(" \u3000\u00a0"))
    width = display_width(words)
    left, right = one.left / pitch + (one.indent or 0), line - one.right / pitch
    if one.align in _RIGHT:
        left = right - width
    elif one.align in _CENTRE:
        left = (left + right - width) / 2
    return left + before, left + width - after


RULE = Rule("LAY018", "署名和成文日期的位置不对", Severity.WARNING, check, __doc__, ("docx",))
