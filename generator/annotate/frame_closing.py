"""How a report closes: who signs, and when; on lines of their own, on one line, or run into the last sentence."""

from generator.annotate.headings_grammar import marks
from generator.annotate.lexicon import Lexicon
from generator.annotate.outline_page import Page, before, begin
from generator.records import record
from generator.regex import regex

_DATE = (
    r"(?:20\d\d|二[〇○零0OΟ]?[〇○零0一二三四五六七八九]{2})\s*[年\-./]\s*"
    r"(?:\d{1,2}|[一二三四五六七八九十]{1,3})\s*[月\-./]\s*(?:\d{1,2}|[一二三四五六七八九十]{1,3})\s*日?"
)
_STAMPED = r"\((?:公章|盖章|签章|印章|章)\)"
_DATED = regex(rf"\s*\(?\s*(?P<date>{_DATE})\s*\)?\s*(?:{_STAMPED})?\s*")
_ENDING = regex(
    rf"(?:^|(?<=[。!;\s]))\s*(?P<name>[\u4e00-\u9fff\s]{{0,50}}?)\s*(?P<date>{_DATE})\s*\)?\s*(?P<rest>[^。]{{0,240}})$"
)
_NAME = regex(r"[\u4e00-\u9fff\s、()*]{2,60}")
_FINISHED = regex(r"[。;!?:%\d]$")
_ASIDE = regex(r"[【(][^】)]{1,40}[】)]")
"""A line of its own in brackets: a note, or a placeholder where the date is still to come."""
_STAMP = regex(_STAMPED)
_IMPRINT, _PRINTED = regex(r"(?:抄送|抄报|分送|主题词)\s*:"), "印发"
"""How what begins, and ends, that stands at the foot of the last page, dated or not."""
_AFTER = ("imprint", "attachment", "note", "letterhead")
_TAIL, _CLOSE = 60, 400
"""Paragraphs, and characters of one, in which signature and date are looked for."""
_SIGNERS, _STRAY = 4, 30


@record
class Closing:
    """Signature and date as printed, "" if lacking; last: the last paragraph of the body; end: the character of its
    line with which that ends."""

    signature: str
    date: str
    last: int
    end: int


def closing(page: Page, first: int, anchor: int, lexicon: Lexicon) -> Closing:
    """How the report closes whose body begins with paragraph `first`, its text with paragraph `anchor`."""
    last = len(page.words) - 1
    # A date above the text belongs to the title.
    for at in range(last, max(first, min(anchor, last), last - _TAIL) - 1, -1):
        kind = page.paragraphs[at].kind
        if at in page.dropped or kind in _AFTER:
            continue
        text = page.words[at]
        if _IMPRINT.match(text) or text.endswith(_PRINTED):
            continue
        dated = _DATED.fullmatch(text) if len(text) <= 40 else None
        if kind == "date" and not dated:
            continue
        if dated or kind == "signature":
            date = page.shown[at][dated.start("date") : dated.end("date")].strip() if dated else ""
            names, above = _names(page, at if dated else at + 1, first, lexicon)
            if names or at > first + 1:
                return _ended(page, names, date, above)
        ending = _ENDING.search(text, max(len(text) - _CLOSE, 0)) if text[-1:] != "。" else None
        if ending and ending["name"].strip().endswith(lexicon.organs):
            name = page.shown[at][ending.start("name") : ending.end("name")].strip()
            date = page.shown[at][ending.start("date") : ending.end("date")].strip()
            if ending.start() == 0:
                return _ended(page, name, date, before(at - 1, page))
            return Closing(name, date, at, begin(at, page) + ending.start())
    return _undated(page, first, lexicon)


def date_below(page: Page, title_at: int, anchor: int) -> str:
    """A date under the title, in brackets or below the unit's name."""
    for at in range(title_at + 1, min(title_at + 3, anchor)):
        dated = _DATED.fullmatch(page.words[at]) if at not in page.dropped else None
        if dated:
            return page.shown[at][dated.start("date") : dated.end("date")].strip()
    return ""


def _names(page: Page, at: int, first: int, lexicon: Lexicon) -> tuple[str, int]:
    """The names that stand above paragraph `at`, and the last paragraph before them."""
    names: list[str] = []
    above = before(at - 1, page)
    while above > first and len(names) < _SIGNERS:
        text = page.words[above].strip("() ")
        if page.paragraphs[above].kind != "signature" and not (
            len(text) <= 60 and text.endswith(lexicon.organs) and _NAME.fullmatch(text)
        ):
            break
        names.insert(0, page.shown[above])
        above = before(above - 1, page)
    while above > first and _STAMP.fullmatch(page.words[above]):
        above = before(above - 1, page)
    return " ".join(names), above


def _undated(page: Page, first: int, lexicon: Lexicon) -> Closing:
    """No date: names at the end all the same, and stray lines after the last sentence dropped."""
    bare = len(page.words)
    while bare - 1 > first and (bare - 1 in page.dropped or _ASIDE.fullmatch(page.words[bare - 1])):
        bare -= 1
    names, last = _names(page, bare, first, lexicon)
    while last > first and len(page.words[last]) < _STRAY and not _FINISHED.search(page.words[last]):
        mark = next(marks(page.words[last], 0, min(len(page.words[last]), 12)), None)
        if (mark is not None and mark.opens and mark.sure) or page.paragraphs[last].kind != "text":
            break
        last = before(last - 1, page)
    return _ended(page, names, "", last)


def _ended(page: Page, signature: str, date: str, last: int) -> Closing:
    return Closing(signature, date, last, page.paragraphs[last].end if last >= 0 else 0)
