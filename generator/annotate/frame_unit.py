"""Whose report it is, and of which level that unit is."""

from generator.annotate.headings_grammar import folded
from generator.annotate.lexicon import Lexicon
from generator.regex import regex

_ABOUT = regex(r"\s*关于")
_YEARED = regex(r"20\d\d\s*年(?:度)?")
_HAN = regex(r"[\u4e00-\u9fff]+")
_PLACE = regex(
    r"(?:^|(?<=[,。;:《(\s]))(?P<name>[\u4e00-\u9fff]{2,7}?(?:自治县|街道|县|市|区|镇|乡|旗|局))"
    r"(?![委级、]|(?:人民)?政府[,、]|[\u4e00-\u9fff]委)"
)
_SUBJECT = regex(
    r"(?:^|[,。:;\s]|20\d\d\s*年(?:度|以来|来)?|一年来|今年以?来|近年来|上年度|现[将就])\s*"
    r"(?P<name>[\u4e00-\u9fff]{2,16}?(?:街道办事处|街道|[镇乡县区市旗州省]人民政府|[镇乡]政府|管委会|委员会|系统|[局厅委办镇乡县区旗州]))"
    r"(?=在|坚持|以|深入|按照|认真|紧紧|始终|全面|严格|围绕|紧扣|把|将|法治|高度|切实|贯彻|牢|扎实|不断|积极|持续|党|充分|大力|全力|立足|聚焦"
    r"|统筹|坚决|20\d\d)"
)
"""Who did it all, as the first sentence of a report says."""
_DEPARTMENT = regex(
    r"(?:^|[省市县区州旗盟])(?P<subject>[\u4e00-\u9fff]{2,12})(?:局|厅|委员会|办公室|部|中心|支队|大队)$"
)
_OPENING = 160
_PRONOUN = regex(r"[我全各本该在为]")
_NO_SUBJECT = regex(r"[将把]|根据|纳入|推动|推进|法治|建设|有效|加强|提升|联合|会同")
_NO_NAME = regex(r"[我全各本该在为对与和按经由向从将把使让市县]|根据|纳入|推动|推进|法治|建设|有效|加强|提升")
_MANY = "系统"
"""Not one unit but all of a kind."""
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


def own_subject(unit: str) -> str:
    """What a department is named after (某市应急管理局: 应急管理), "" for a unit that is none."""
    found = _DEPARTMENT.search(unit)
    return found["subject"] if found else ""


def unit_in(text: str) -> str:
    """Who the first sentence of a text speaks of, else the place that it names most, "" if none twice."""
    subject = _subject(text)
    if subject and not _PRONOUN.search(subject) and not subject.endswith(_MANY):
        return subject
    names = dict.fromkeys(name for name in _PLACE.findall(text) if not _NO_NAME.search(name[:-1]))
    counts = {name: text.count(name) for name in list(names)[:_CANDIDATES]}
    name, times = max(counts.items(), key=lambda pair: (pair[1], -len(pair[0])), default=("", 0))
    return name if times >= _TWICE else ""


def _subject(text: str) -> str:
    """Who a text's first sentence says did it all (县司法局, 全市司法行政系统), "" if it does not."""
    names = (found["name"].removeprefix("现将").removeprefix("现就") for found in _SUBJECT.finditer(text[:_OPENING]))
    return next((name for name in names if not _NO_SUBJECT.search(name)), "")


def level_of(unit: str, text: str, lexicon: Lexicon) -> str:
    """The level of a unit by its name, else by how the text calls its author; "" if neither tells."""
    name = folded(unit).strip() or _subject(text)
    found, length = "", 0
    for level, endings in lexicon.levels.items():
        fits = max((len(ending) for ending in endings if name.endswith(ending)), default=0)
        if name and fits > length:
            found, length = level, fits
    # 我局 tells more than 县委, which others name too.
    found = found or _itself(text, lexicon, ("我", "本")) or _itself(text, lexicon, "")
    if found == "city" and name.endswith(("市", "市人民政府", "市委")):
        return "city" if any(cue in text for cue in _SUBORDINATES) else "county"
    return found


def _itself(text: str, lexicon: Lexicon, begins: str | tuple[str, ...]) -> str:
    """The level that calls itself most by words that begin so, "" if none does."""
    counts = {
        level: sum(text.count(word) for word in words if word.startswith(begins))
        for level, words in lexicon.itself.items()
    }
    best = max(counts, key=lambda level: counts[level], default="")
    return best if best and counts[best] else ""
