"""How a report opens: to whom it is addressed, and the sentence that leads over to its parts."""

from generator.annotate.headings_grammar import KINDS, marks
from generator.annotate.lexicon import Lexicon
from generator.annotate.outline_page import Page
from generator.regex import regex

_ADDRESS = regex(r"(?<![\u4e00-\u9fff])(?P<name>[\u4e00-\u9fff、, ]{3,50}):")
_NO_ADDRESS = regex(r"[。;\d]|报告|情况|如下")
_LONG, _SENTENCE, _REACH, _HEAD = 80, 40, 500, 60
_SHORTEST, _LONGEST = 3, 70


def anchor(page: Page) -> int:
    """The first paragraph that is surely running text or a heading of the report; their number if there is none."""
    for at, text in enumerate(page.words):
        if at in page.dropped or page.paragraphs[at].kind not in ("text", "heading"):
            continue
        mark = next(marks(text, 0, min(len(text), 12)), None)
        if len(text) >= (_LONG if "。" not in text else _SENTENCE) or (
            mark is not None and mark.opens and mark.kind == KINDS[0] and mark.ordinal == 1
        ):
            return at
    return len(page.words)


def salutation(page: Page, first: int, anchor: int, titled: int, lexicon: Lexicon) -> str:
    """The addressee as printed, between paragraphs `first` and `anchor` or at the latter's beginning, behind its first
    `titled` characters, which are the title."""
    for at in range(first, min(anchor, len(page.words))):
        text = page.words[at]
        if page.paragraphs[at].kind == "salutation":
            return page.shown[at]
        if at in page.dropped or not _SHORTEST <= len(text) <= _LONGEST or page.paragraphs[at].kind != "text":
            continue
        # Without its colon it is told from a unit's name by standing right before the text, below the title.
        if _is_address(text.rstrip(": "), lexicon) and (text.endswith(":") or (first and at + 1 == anchor)):
            return page.shown[at]
    if anchor < len(page.words):
        for match in _ADDRESS.finditer(page.words[anchor][titled:], 0, _REACH):
            if _is_address(match["name"], lexicon):
                return page.shown[anchor][titled:][match.start() : match.end()].strip()
    return ""


def transition(page: Page, first: int, lexicon: Lexicon) -> str:
    """现将…报告如下 as printed, from its last opening word on."""
    for at in range(first, min(first + _HEAD, len(page.words))):
        text = page.words[at]
        for cue in lexicon.transitions:
            found = text.find(cue)
            if found < 0:
                continue
            begin = max(text.rfind(sign, 0, found) for sign in "。;!?\n") + 1
            nearer = max((text.rfind(word, begin, found) for word in lexicon.transition_begins), default=-1)
            end = found + len(cue)
            end += text[end : end + 1] in (":", "。", ",", ".")
            return page.shown[at][nearer if nearer >= 0 else begin : end].strip()
    return ""


def _is_address(named: str, lexicon: Lexicon) -> bool:
    return named.endswith(lexicon.addressees) and not _NO_ADDRESS.search(named)
