"""A number in a heading and the headings below it (三项减少: 纠纷减少, 信访减少): part of FIG031."""

from collections.abc import Iterator

from generator.annotate.numbers import amount
from generator.check.rule import Finding
from generator.check.subject import Subject, children, heading
from generator.regex import regex

_COUNTED = regex(
    r"(?<![第\d一二三四五六七八九十百])(?P<n>[两二三四五六七八九]|\d)(?:个|项|大|类|处)(?P<what>[\u4e00-\u9fff]{2})"
)
_LEAST = 2


def headed(of: Subject) -> Iterator[Finding]:
    """Each heading that counts what every heading right below it names, but not so many."""
    for section in of.annotation.outline.sections:
        told = _COUNTED.search(section.text) if len(section.text) <= 40 else None
        below = children(of, section) if told else []
        if told is None or len(below) < _LEAST or not all(told["what"] in one.text for one in below):
            continue
        if int(amount(told["n"].replace("两", "二")) or 0) != len(below):
            names = "、".join(heading(one, 12) for one in below)
            said = f"标题写的是“{told[0]}”，下面的小标题有{len(below)}个（{names}）"
            yield Finding(section.spot, said, "核对个数和小标题")
