"""A report's title: on lines of its own, or run into the text."""

from generator.annotate.headings_grammar import folded
from generator.annotate.lexicon import Lexicon
from generator.annotate.outline_page import Page
from generator.regex import regex

_YEAR = regex(r"20\d\d\s*(?:年|-)")
_NAME = regex(r"[\u4e00-\u9fff\s、()]{2,60}")
_KIND = regex(r"(?:报告|工作总结|情况汇报)(?=[\u4e00-\u9fff\d\s(])")
_TAIL = regex(r"\([^()]{1,12}\)$")
"""What may stand behind a title in brackets (2024年度)."""
_LEAST, _GLUED_LEAST = 3.0, 4.5
_REACH = 400
"""Characters of a paragraph in which a title may stand that runs into the text."""


def title(page: Page, anchor: int, lexicon: Lexicon) -> tuple[int, str]:
    """The last paragraph of the title and its words; (-1, "") if there is none before paragraph `anchor`."""
    best, found = 0.0, -1
    for at in range(min(anchor, len(page.words))):
        text = page.words[at]
        if at in page.dropped or not 4 <= len(text) <= 90 or text[-1:] in ":,;":
            continue
        worth = _worth(text, lexicon) + 3.0 * (page.paragraphs[at].kind == "title")
        told = worth == best and text != page.words[found] and text in page.words[found]
        if worth >= max(best, _LEAST) and not told:
            best, found = worth, at
    if found < 0:
        return -1, ""
    words = page.shown[found]
    if found and found - 1 not in page.dropped and page.words[found].startswith(("关于", "20")):
        above = page.words[found - 1]
        if len(above) <= 40 and above.endswith(lexicon.organs) and _NAME.fullmatch(above):
            words = page.shown[found - 1] + words
    return found, words


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
