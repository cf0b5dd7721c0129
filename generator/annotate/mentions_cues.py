"""What a genre adds to the finding of figures: its measure words, names that only look like figures, further
words for its indicators. Data of the template folder, `mentions.yml`."""

import re
from collections.abc import Mapping
from dataclasses import field
from typing import Any

from generator.errors import BrokenTemplate
from generator.records import record
from generator.regex import regex


@record
class Cues:
    """units: further measure words; names: regular expressions of names that begin with a number (三项制度);
    terms: indicator id -> further words that reports use for it; others: words for what reports count too and no
    indicator tells (媒体报道, 考核权重); same: word -> the one of its length that is read in its place (晒出 as
    公示); matters: point of the dictionary -> words of which one must stand in the line or in a heading above it where
    an indicator of that point is told by words that other matters share (受理, 审结)."""

    units: tuple[str, ...] = ()
    names: tuple[str, ...] = ()
    terms: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    others: tuple[str, ...] = ()
    same: Mapping[str, str] = field(default_factory=dict)
    matters: Mapping[str, tuple[str, ...]] = field(default_factory=dict)


def cues_of(data: Mapping[str, Any]) -> Cues:
    """The cues that the mapping read from `mentions.yml` holds. Raises BrokenTemplate where it is malformed."""
    names = _words(data, "names")
    for name in names:
        try:
            groups = regex(name).groups
        except re.error as error:
            raise BrokenTemplate(f"mentions.yml 的 names 里“{name}”不是正则表达式", "检查括号是否成对") from error
        if groups:
            raise BrokenTemplate(f"mentions.yml 的 names 里“{name}”有捕获组", "圆括号写成 (?: )")
    told, matters = _mapped(data, "terms", "指标"), _mapped(data, "matters", "要点")
    return Cues(_words(data, "units"), names, told, _words(data, "others"), _same(data), matters)


def _mapped(data: Mapping[str, Any], key: str, name: str) -> dict[str, tuple[str, ...]]:
    found = data.get(key) or {}
    if not isinstance(found, Mapping):
        raise BrokenTemplate(f"mentions.yml 的 {key} 应是“{name}: [词, 词]”")
    return {str(one): _words(found, one) for one in found}


def _same(data: Mapping[str, Any]) -> dict[str, str]:
    groups = data.get("same") or {}
    if not isinstance(groups, Mapping):
        raise BrokenTemplate("mentions.yml 的 same 应是“词: [词, 词]”")
    found: dict[str, str] = {}
    for word in map(str, groups):
        for other in _words(groups, word):
            if len(other) != len(word) or other in groups or other in found:
                remedy = "两个词字数相同，每个词只归到一个词，归到的词不再归到别的词"
                raise BrokenTemplate(f"mentions.yml 的 same 里“{other}”不能当作“{word}”", remedy)
            found[other] = word
    return found


def _words(data: Mapping[str, Any], key: str) -> tuple[str, ...]:
    words = data.get(key) or []
    if not isinstance(words, list):
        raise BrokenTemplate(f"mentions.yml 里“{key}”应是列表", "写成 [词, 词]")
    return tuple(map(str, words))
