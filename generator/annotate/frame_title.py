"""A report's title: on lines of its own, or run into the text."""

from collections.abc import Container

from generator.annotate.headings_grammar import folded
from generator.annotate.lexicon import Lexicon
from generator.annotate.outline_page import Page
from generator.regex import regex

_YEAR = regex(r"20\d\d\s*(?:年|-)")
_NAME = regex(r"[\u4e00-\u9fff\s、()]{2,60}")
_KIND = regex(r"(?:报告|工作总结|情况汇报)(?=[\u4e00-\u9fff\d\s(])")
_ABOUT = regex(r"(?:关于)?(?:20\d\d年度?)?$")
"""What may stand behind the name of who reports, on the first line of a title."""
_MARKED = regex(r"[:,;。!?〔\[]|文件$")
_TAIL = regex(r"\([^()]{1,12}\)$")
"""What may stand behind a title in brackets (2024年度)."""
_LEAST, _GLUED_LEAST = 3.0, 4.5
_SHORT, _LINES = 40, 3
"""Characters of a line of a title, and lines, that a broken one has at most."""
_REACH = 400
"""Characters of a paragraph in which a title may stand that runs into the text."""


def title(page: Page, anchor: int, dropped: Container[int], lexicon: Lexicon) -> tuple[int, str]:
    """The last paragraph of the title and its words; (-1, "") if there is none before paragraph `anchor`. dropped: the
    paragraphs that are none."""
    found = _best(page, anchor, lexicon, dropped)
    if found is None:
        return -1, ""
    first, last = found
    while first and last - first < _LINES and _leads(page, first - 1, page.words[first], lexicon):
        first -= 1
    return last, "".join(page.shown[first : last + 1])


def _best(page: Page, anchor: int, lexicon: Lexicon, dropped: Container[int]) -> tuple[int, int] | None:
    """The first and last of the lines that look most like a title."""
    best, found = 0.0, None
    most = min(anchor, len(page.words))
    for at in range(most):
        last = _last(page, at, most, lexicon, dropped)
        text = "".join(page.words[at : last + 1])
        if at in dropped or not 4 <= len(text) <= 90 or text[-1:] in ":,;":
            continue
        worth = _worth(text, lexicon) + 3.0 * (page.paragraphs[at].kind == "title")
        told = found is not None and worth == best and text in "".join(page.words[found[0] : found[1] + 1])
        again = told and found is not None and text == page.words[found[0]]
        if worth >= max(best, _LEAST) and (not told or again):
            best, found = worth, (at, last)
    return found


def _last(page: Page, at: int, most: int, lexicon: Lexicon, dropped: Container[int]) -> int:
    """The last line of a title that begins in line `at`, itself where the title is not broken."""
    for last in range(at, min(at + _LINES, most)):
        text = page.words[last]
        if last in dropped or not 2 <= len(text) <= _SHORT or _MARKED.search(text):
            return at
        if _TAIL.sub("", text).endswith(lexicon.title_ends):
            # What is a title by itself is the end of none.
            return last if last == at or _worth(text, lexicon) < _LEAST else at
    return at


def _leads(page: Page, at: int, following: str, lexicon: Lexicon) -> bool:
    """Whether line `at` begins the title that goes on with `following`: a forced line end is between them, or it names
    who reports and the rest does not."""
    text = page.words[at]
    if at in page.dropped or not 2 <= len(text) <= _SHORT or _MARKED.search(text):
        return False
    if page.paragraphs[at].line == page.paragraphs[at + 1].line and page.paragraphs[at].kind != "letterhead":
        return page.lines[page.paragraphs[at].line].text[page.paragraphs[at].end : page.paragraphs[at].end + 1] == "\n"
    named = _ABOUT.sub("", text)
    return following.startswith(("关于", "20", "法治", "依法", "推进")) and named.endswith(lexicon.organs) and (
        _NAME.fullmatch(named) is not None
    )


def titled(told: str, lexicon: Lexicon) -> str:
    """What a web page calls itself, if that looks like the title of such a report; else ""."""
    return told.strip() if _worth(folded(told).strip(), lexicon) >= _LEAST else ""


def glued_title(text: str, shown: str, lexicon: Lexicon) -> tuple[str, int]:
    """A title that runs into the text, and where it ends; ("", 0) if there is none."""
    for match in _KIND.finditer(text, 0, _REACH):
        begin = max(text.rfind(sign, 0, match.start()) for sign in " >》。;:\n") + 1
        words = text[begin : match.end()]
        if (
            8 <= len(words) <= 60
            and _worth(words, lexicon) >= _GLUED_LEAST
            and "," not in words
            and "。" not in text[:begin]
            and "现将" not in words
        ):
            return shown[begin : match.end()], match.end()
    return "", 0


def _worth(text: str, lexicon: Lexicon) -> float:
    """How much a line looks like the title of such a report."""
    worth = 2.0 * any(word in text for word in lexicon.title_words) + 2.0 * _TAIL.sub("", text).endswith(
        lexicon.title_ends
    )
    return worth + 0.5 * ("关于" in text) + 0.5 * bool(_YEAR.search(text)) - 2.0 * ("。" in text)
