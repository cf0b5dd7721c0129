"""文字有颜色、底色或下划线。

为什么：公文文字一律黑色；红字、黄底、下划线多是起草、修改时留下的记号，或网页上粘来的链接。
依据：GB/T 9704—2012 5.2.4：如无特殊说明，公文中文字的颜色均为黑色。
反例：
    正文有红字
    正文有黄底
    正文有下划线
正例：
    成稿原样
"""

from collections.abc import Iterator

from generator.check.layout import at, judged
from generator.check.rule import Finding, Rule
from generator.check.subject import Subject
from generator.diagnostics import Severity

_QUOTED = 16


def check(of: Subject) -> Iterator[Finding]:
    """The first coloured, marked and underlined words, and how many there are; gaps to fill are not told."""
    found = judged(of)
    seen: dict[str, list[tuple[int, str]]] = {}
    for one in found.set:
        color = found.look.styles[one.role].color
        for run in one.paragraph.runs:
            words = run.words.strip()
            if not words or (words.startswith("【") and words.endswith("】")):
                continue
            kinds = [
                ("颜色", run.color not in ("", color)),
                ("底色", run.highlight != "none"),
                ("下划线", run.underlined),
            ]
            for kind, there in kinds:
                if there:
                    seen.setdefault(kind, []).append((one.paragraph.number, words))
    for kind, places in seen.items():
        number, words = places[0]
        more = f"（这样的共{len(places)}处）" if len(places) > 1 else ""
        yield Finding(at(of, number), f"“{words[:_QUOTED]}”有{kind}{more}", "文字用黑色，去掉底色和下划线")


RULE = Rule("LAY021", "文字有颜色、底色或下划线", Severity.WARNING, check, __doc__, ("docx",))
