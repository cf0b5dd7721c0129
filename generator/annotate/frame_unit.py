"""Whose report it is, and of which level that unit is."""

import re

from generator.annotate.headings_grammar import folded
from generator.annotate.lexicon import Lexicon

_ABOUT = re.compile(r"\s*关于")
_YEARED = re.compile(r"20\d\d\s*年(?:度)?")
_HAN = re.compile(r"[\u4e00-\u9fff]+")
_PLACE = re.compile(
    r"(?:^|(?<=[,。;:《(\s]))(?P<name>[\u4e00-\u9fff]{2,7}?(?:自治县|街道|县|市|区|镇|乡|旗|局))"
    r"(?![委级、]|(?:人民)?政府[,、]|[\u4e00-\u9fff]委)"
)
_NO_NAME = re.compile(r"[我全各本该在为对与和按经由向从将把使让市县]")
_TWICE, _CANDIDATES = 2, 50
_SUBORDINATES = ("县(市、区)", "各县区", "县市区", "各县(市", "市县", "区县", "县区")


def unit_of_title(title: str, lexicon: Lexicon) -> str:
    """The unit that a title names, "" if none: 某镇人民政府关于…, 某镇2024年…, 2024年某县…."""
    words = folded(title)
    about = _ABOUT.search(words)
    if about and about.start():
        return title[: about.start()].strip()
    year = _YEARED.search(words)
    if year is None:
        return ""
    before, after = title[: year.start()].strip(), title[year.end() :]
    if before.removeprefix("关于"):
        return before.removeprefix("关于")
    for cue in lexicon.title_words:
        at = after.find(cue)
        if at > 0:
            return _ended(after[:at], lexicon)
    return ""


def _ended(words: str, lexicon: Lexicon) -> str:
    """The longest beginning that ends like a unit's name."""
    return next((words[:end] for end in range(len(words), 1, -1) if words[:end].endswith(lexicon.organs)), "")


def unit_in(text: str) -> str:
    """The place that a text speaks of most, "" if it names none twice."""
    names = dict.fromkeys(name for name in _PLACE.findall(text) if not _NO_NAME.search(name[:-1]))
    counts = {name: text.count(name) for name in list(names)[:_CANDIDATES]}
    name, times = max(counts.items(), key=lambda pair: (pair[1], -len(pair[0])), default=("", 0))
    return name if times >= _TWICE else ""


def level_of(unit: str, text: str, lexicon: Lexicon) -> str:
    """The level of a unit by its name, else by how the text calls its author; "" if neither tells."""
    name = folded(unit).strip()
    found, length = "", 0
    for level, endings in lexicon.levels.items():
        fits = max((len(ending) for ending in endings if name.endswith(ending)), default=0)
        if name and fits > length:
            found, length = level, fits
    if not found:
        counts = {level: sum(text.count(word) for word in words) for level, words in lexicon.itself.items()}
        best = max(counts, key=lambda level: counts[level], default="")
        found = best if best and counts[best] else ""
    if found == "city" and name.endswith(("市", "市人民政府", "市委")):
        return "city" if any(cue in text for cue in _SUBORDINATES) else "county"
    return found
