"""What frames a report: title, addressee, transition, signature, date, and between them its body."""

import re
from collections.abc import Mapping, Sequence

from generator.annotate.frame_chrome import is_chrome
from generator.annotate.frame_unit import level_of, unit_in, unit_of_title
from generator.annotate.headings import Paragraph
from generator.annotate.headings_grammar import marks
from generator.annotate.lexicon import Lexicon
from generator.records import record

_DATE = (
    r"(?:20\d\d|二[〇○零0OΟ]?[〇○零0一二三四五六七八九]{2})\s*[年\-./]\s*"
    r"(?:\d{1,2}|[一二三四五六七八九十]{1,3})\s*[月\-./]\s*(?:\d{1,2}|[一二三四五六七八九十]{1,3})\s*日?"
)
_DATED = re.compile(rf"\s*\(?\s*(?P<date>{_DATE})\s*\)?\s*")
_ENDING = re.compile(
    rf"(?:^|(?<=[。!;\s]))\s*(?P<name>[\u4e00-\u9fff\s]{{0,50}}?)\s*(?P<date>{_DATE})\s*\)?\s*(?P<rest>[^。]{{0,240}})$"
)
_YEAR = re.compile(r"(20\d\d)\s*(?:年|-)")
_NAME = re.compile(r"[\u4e00-\u9fff\s、()]{2,60}")
_ADDRESS = re.compile(r"(?<![\u4e00-\u9fff])(?P<name>[\u4e00-\u9fff、, ]{3,50}):")
_LONG, _TOLD = 80, 20_000
_OPENING, _CLOSE = 500, 400
"""Characters in which an addressee, or signature and date, may run into the text."""
_HEAD, _TAIL, _EDGE = 60, 60, 120
"""Paragraphs at either end among which the frame is looked for."""


@record
class Frame:
    """As `Outline` has them; first, last: the paragraphs of the body, the transition's before `first`'s headings."""

    title: str
    unit: str
    year: int
    level: str
    salutation: str
    transition: str
    signature: str
    date: str
    first: int
    last: int
    start: int
    """Character of its line from which paragraph `first` belongs to the body."""
    end: int
    """Character of its line to which paragraph `last` belongs to the body."""
    dropped: frozenset[int]
    """Paragraphs of the web page."""


def frame(
    paragraphs: Sequence[Paragraph],
    texts: Sequence[str],
    printed: Sequence[str],
    meta: Mapping[str, str],
    lexicon: Lexicon,
) -> Frame:
    """The frame of a report. texts: its lines folded; printed: as they are; meta: what its file says beside."""
    words = [texts[p.line][p.start : p.end].strip() for p in paragraphs]
    shown = [printed[p.line][p.start : p.end].strip() for p in paragraphs]
    ends = (*range(min(_EDGE, len(words))), *range(max(len(words) - _EDGE, _EDGE), len(words)))
    dropped = frozenset(at for at in ends if paragraphs[at].kind == "text" and is_chrome(words[at], lexicon.chrome))
    anchor = _anchor(paragraphs, words, dropped)
    title_at, title = _title(paragraphs, words, shown, dropped, anchor, lexicon)
    first, start = (title_at + 1, 0) if title_at >= 0 else (0, 0)
    if title_at < 0 and anchor < len(words):
        title, start = _glued_title(words[anchor], shown[anchor], lexicon)
        first = anchor if start else 0
        start += _lead(paragraphs, texts, anchor) if start else 0
    salutation = _salutation(paragraphs, words, shown, dropped, first, anchor, lexicon)
    transition = _transition(words, shown, first, lexicon)
    signature, date, last, end = _sign_off(paragraphs, texts, words, shown, dropped, first, lexicon)
    if not date and title_at >= 0:
        date = _head_date(words, shown, dropped, title_at, anchor)
    opening = " ".join(words[first : anchor + 2])[:600] if words else ""
    unit = unit_of_title(title, lexicon) or signature or meta.get("发布机构", "") or _published(words, dropped)
    year = _year(title, transition, opening, words[first : last + 1])
    told = " ".join(words[first : last + 1])[:_TOLD]
    unit = unit or unit_in(told)
    return Frame(
        title=title,
        unit=unit,
        year=year,
        level=level_of(unit, told, lexicon),
        salutation=salutation,
        transition=transition,
        signature=signature,
        date=date,
        first=first,
        last=last,
        start=start,
        end=end,
        dropped=dropped,
    )


def _lead(paragraphs: Sequence[Paragraph], texts: Sequence[str], at: int) -> int:
    """Where the words of this paragraph begin in its line."""
    p = paragraphs[at]
    text = texts[p.line][p.start : p.end]
    return p.start + len(text) - len(text.lstrip())


def _anchor(paragraphs: Sequence[Paragraph], words: Sequence[str], dropped: frozenset[int]) -> int:
    """The first paragraph that is surely running text or a heading of the report."""
    for at, text in enumerate(words):
        if at in dropped or paragraphs[at].kind not in ("text", "heading"):
            continue
        mark = next(marks(text, 0, min(len(text), 12)), None)
        if len(text) >= _LONG or (mark is not None and mark.opens and mark.kind == "一、" and mark.ordinal == 1):
            return at
    return len(words)


def _title(
    paragraphs: Sequence[Paragraph],
    words: Sequence[str],
    shown: Sequence[str],
    dropped: frozenset[int],
    anchor: int,
    lexicon: Lexicon,
) -> tuple[int, str]:
    """The last paragraph of the title and its words; (-1, "") if there is none."""
    best, found = 0.0, -1
    for at in range(min(anchor, len(words))):
        text = words[at]
        if at in dropped or not 4 <= len(text) <= 90 or text[-1:] in ":,;":
            continue
        worth = _title_worth(text, lexicon) + 3.0 * (paragraphs[at].kind == "title")
        if worth >= 3.0 and worth >= best:
            best, found = worth, at
    if found < 0:
        return -1, ""
    title = shown[found].replace("\n", "")
    if found and found - 1 not in dropped and words[found].startswith(("关于", "20")):
        above = words[found - 1]
        if len(above) <= 40 and above.endswith(lexicon.organs) and _NAME.fullmatch(above):
            title = shown[found - 1] + title
    return found, title


def _title_worth(text: str, lexicon: Lexicon) -> float:
    worth = 2.0 * any(word in text for word in lexicon.title_words) + 2.0 * text.endswith(lexicon.title_ends)
    return worth + ("关于" in text) * 0.5 + bool(_YEAR.search(text)) * 0.5 - 2.0 * ("。" in text)


def _glued_title(text: str, shown: str, lexicon: Lexicon) -> tuple[str, int]:
    """A title that runs into the text, and where it ends; ("", 0) if there is none."""
    for match in re.finditer(r"(?:报告|工作总结|情况汇报)(?=[\u4e00-\u9fff\d\s(])", text[:400]):
        begin = max(text.rfind(sign, 0, match.start()) for sign in " >》。;:\n") + 1
        title = text[begin : match.end()]
        if 8 <= len(title) <= 60 and _title_worth(title, lexicon) >= 4.5 and "," not in title and "现将" not in title:
            return shown[begin : match.end()].strip(), match.end()
    return "", 0


def _salutation(
    paragraphs: Sequence[Paragraph],
    words: Sequence[str],
    shown: Sequence[str],
    dropped: frozenset[int],
    first: int,
    anchor: int,
    lexicon: Lexicon,
) -> str:
    for at in range(first, min(anchor, len(words))):
        text = words[at]
        if paragraphs[at].kind == "salutation":
            return shown[at]
        if at in dropped or not 3 <= len(text) <= 70 or paragraphs[at].kind != "text":
            continue
        named = text.rstrip(": ")
        if _is_address(named, lexicon) and (text.endswith(":") or (at + 1 == anchor and at > first - 1 and first)):
            return shown[at]
    if anchor < len(words):
        for match in _ADDRESS.finditer(words[anchor], 0, _OPENING):
            if _is_address(match["name"], lexicon) and "如下" not in match["name"]:
                return shown[anchor][match.start() : match.end()].strip()
    return ""


def _is_address(named: str, lexicon: Lexicon) -> bool:
    return named.endswith(lexicon.addressees) and not re.search(r"[。;\d]|报告|情况", named)


def _transition(words: Sequence[str], shown: Sequence[str], first: int, lexicon: Lexicon) -> str:
    for at in range(first, min(first + _HEAD, len(words))):
        text = words[at]
        for cue in lexicon.transitions:
            found = text.find(cue)
            if found < 0:
                continue
            begin = max(text.rfind(sign, 0, found) for sign in "。;!?\n") + 1
            nearer = max((text.rfind(sign, begin, found) for sign in lexicon.transition_begins), default=-1)
            end = found + len(cue)
            if text[end : end + 1] in (":", "。", ",", "."):
                end += 1
            return shown[at][nearer if nearer >= 0 else begin : end].strip()
    return ""


def _sign_off(
    paragraphs: Sequence[Paragraph],
    texts: Sequence[str],
    words: Sequence[str],
    shown: Sequence[str],
    dropped: frozenset[int],
    first: int,
    lexicon: Lexicon,
) -> tuple[str, str, int, int]:
    """Signature, date, last paragraph of the body, and where in its line that ends."""
    last = len(words) - 1
    end_of = [p.end for p in paragraphs]
    for at in range(last, max(first, last - _TAIL) - 1, -1):
        if at in dropped or paragraphs[at].kind in ("imprint", "attachment", "note", "letterhead"):
            continue
        text = words[at]
        dated = _DATED.fullmatch(text) if len(text) <= 40 else None
        if paragraphs[at].kind == "date" and not dated:
            continue
        if dated or paragraphs[at].kind == "signature":
            date = shown[at][dated.start("date") : dated.end("date")].strip() if dated else ""
            names, before = _names(paragraphs, words, shown, dropped, at if dated else at + 1, first, lexicon)
            if names or at > first + 1:
                return names, date, before, end_of[before] if before >= 0 else 0
        ending = _ENDING.search(text, max(len(text) - _CLOSE, 0)) if text[-1:] != "。" else None
        if ending and ending["name"].strip().endswith(lexicon.organs):
            name = shown[at][ending.start("name") : ending.end("name")].strip()
            date = shown[at][ending.start("date") : ending.end("date")].strip()
            if ending.start() == 0:
                before = _before(at - 1, dropped)
                return name, date, before, end_of[before] if before >= 0 else 0
            return name, date, at, _lead(paragraphs, texts, at) + ending.start()
    return _unsigned(paragraphs, words, shown, dropped, first, lexicon)


def _names(
    paragraphs: Sequence[Paragraph],
    words: Sequence[str],
    shown: Sequence[str],
    dropped: frozenset[int],
    at: int,
    first: int,
    lexicon: Lexicon,
) -> tuple[str, int]:
    """The names that stand above paragraph `at`, and the last paragraph before them."""
    names: list[str] = []
    before = _before(at - 1, dropped)
    while before > first and len(names) < 4:
        text = words[before].strip("() ")
        named = len(text) <= 60 and text.endswith(lexicon.organs) and bool(_NAME.fullmatch(text))
        if paragraphs[before].kind != "signature" and not named:
            break
        names.insert(0, shown[before].strip())
        before = _before(before - 1, dropped)
    return " ".join(names), before


def _unsigned(
    paragraphs: Sequence[Paragraph],
    words: Sequence[str],
    shown: Sequence[str],
    dropped: frozenset[int],
    first: int,
    lexicon: Lexicon,
) -> tuple[str, str, int, int]:
    """No date: names at the end all the same, and short lines after the last sentence dropped."""
    last = len(words)
    names, before = _names(paragraphs, words, shown, dropped, last, first, lexicon)
    while before > first and len(words[before]) < 30 and not re.search(r"[。;!?:%\d]$", words[before]):
        mark = next(marks(words[before], 0, min(len(words[before]), 12)), None)
        if (mark is not None and mark.opens and mark.sure) or paragraphs[before].kind != "text":
            break
        before = _before(before - 1, dropped)
    return names, "", before, paragraphs[before].end if before >= 0 else 0


def _before(at: int, dropped: frozenset[int]) -> int:
    while at in dropped:
        at -= 1
    return at


def _head_date(words: Sequence[str], shown: Sequence[str], dropped: frozenset[int], title_at: int, anchor: int) -> str:
    """A date set under the title, in brackets or below the unit's name."""
    for at in range(title_at + 1, min(title_at + 3, anchor)):
        dated = _DATED.fullmatch(words[at]) if at not in dropped else None
        if dated:
            return shown[at][dated.start("date") : dated.end("date")].strip()
    return ""


def _published(words: Sequence[str], dropped: frozenset[int]) -> str:
    for at in sorted(dropped):
        label, colon, name = words[at].lstrip(" -").partition(":")
        if colon and re.sub(r"\s", "", label) in ("发布机构", "发文机关", "发布单位"):
            return name.split()[0] if name.split() else ""
    return ""


def _year(title: str, transition: str, opening: str, words: Sequence[str]) -> int:
    for text in (title, transition, opening[:200]):
        found = _YEAR.search(text)
        if found:
            return int(found[1])
    counts: dict[str, int] = {}
    for text in words:
        for year in _YEAR.findall(text):
            counts[year] = counts.get(year, 0) + 1
    return int(max(counts, key=lambda year: (counts[year], year))) if counts else 0
