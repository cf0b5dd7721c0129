"""What frames a report: title, addressee, transition, signature, date, and between them its body."""

import re
from collections import Counter
from collections.abc import Mapping, Sequence

from generator.annotate.frame_closing import closing, date_below
from generator.annotate.frame_opening import anchor, salutation, transition
from generator.annotate.frame_title import glued_title, title, titled
from generator.annotate.frame_unit import level_of, unit_in, unit_of_title
from generator.annotate.lexicon import Lexicon
from generator.annotate.outline_page import Page, begin
from generator.records import record
from generator.regex import regex

_YEAR = regex(r"(?<![-—–~至\d])(20\d\d)\s*(?:年|-)")
_CITED = regex(r"《[^《》]{0,80}》|[(][^()]{0,20}[)]")
_PUBLISHERS = ("发布机构", "发文机关", "发布单位")
_TOLD, _HEAD = 20_000, 200
"""Characters in which the unit's name, and the year, are looked for."""


@record
class Frame:
    """As `Outline` has them; first, last: the paragraphs of the body, from the title or its addressee to the signature;
    start, end: the characters of their lines between which they belong to it."""

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
    end: int


def frame(page: Page, meta: Mapping[str, str], lexicon: Lexicon) -> Frame:
    """The frame of a report. meta: what its file says beside its text."""
    text_at = anchor(page)
    title_at, named = title(page, text_at, page.dropped, lexicon)
    first, start, length = title_at + 1, 0, 0
    if title_at < 0 and text_at < len(page.words):
        named, length = glued_title(page.words[text_at], page.shown[text_at], lexicon)
        first, start = (text_at, begin(text_at, page) + length) if length else (0, 0)
    if not named:
        named = titled(meta.get("标题", ""), lexicon)
    if not named:
        # What a column of web pages is called may be all that the report is called.
        title_at, named = title(page, text_at, (), lexicon)
        first = title_at + 1
    led_over = transition(page, first, lexicon)
    closed = closing(page, first, text_at, lexicon)
    words = [page.words[at] for at in range(first, closed.last + 1) if at not in page.dropped]
    told = " ".join(words)[:_TOLD]
    published = next((meta[label] for label in _PUBLISHERS if meta.get(label)), "") or _published(page)
    unit = unit_of_title(named, lexicon) or closed.signature or published or unit_in(told)
    return Frame(
        title=named,
        unit=unit,
        year=_year((named, led_over, told[:_HEAD]), words),
        level=level_of(unit, told, lexicon),
        salutation=salutation(page, first, text_at, length, lexicon),
        transition=led_over,
        signature=closed.signature,
        date=closed.date or (date_below(page, title_at, text_at) if title_at >= 0 else ""),
        first=first,
        last=closed.last,
        start=start,
        end=closed.end,
    )


def _published(page: Page) -> str:
    """Who the web page says has published the report."""
    for at in sorted(page.dropped):
        label, colon, name = page.shown[at].lstrip(" -").replace("：", ":").partition(":")
        if colon and re.sub(r"\s", "", label) in _PUBLISHERS and name.split():
            return name.split()[0]
    return ""


def _year(told: Sequence[str], words: Sequence[str]) -> int:
    """The first year that title, transition or opening name, else the one named most; 0 if none."""
    for text in told:
        # The years of cited plans (2021—2025年) are not the report's.
        found = _YEAR.search(_CITED.sub("", text)) or _YEAR.search(text)
        if found:
            return int(found[1])
    counts = Counter(year for text in words for year in _YEAR.findall(text))
    return int(max(counts, key=lambda year: (counts[year], year))) if counts else 0
