"""What a web page adds to a report: navigation, metadata, footer."""

from generator.annotate.lexicon import Chrome
from generator.regex import regex

_LEAD = " -|·•>*»#【[.、\t"
_AFTER = frozenset(":： \t】]>|)）-—_/")
_SPACED = regex(r"\s(?<=[\u4e00-\u9fff]\s)\s*(?=[\u4e00-\u9fff])")
_SHORT = 90
LONGEST = 160
"""Characters of a paragraph that may still be a page's."""


def is_chrome(text: str, chrome: Chrome) -> bool:
    """Whether this paragraph, folded, belongs to the page and not to the report."""
    if len(text) > LONGEST:
        return False
    words = text.strip(_LEAD)
    if not words or words.strip("|") in chrome.whole:
        return True
    if len(words) <= _SHORT:
        for cue in chrome.contains:
            if cue in words:
                return True
    # Labels are spaced out (索 引 号) as often as not.
    close = _SPACED.sub("", words)
    if not close.startswith(chrome.begins) or close.endswith("。"):
        # 来源：局机关办理116件；8个所办理152件。 is a line of the report.
        return False
    begins = [cue for cue in chrome.begins if close.startswith(cue)]
    return close in begins or any(close[len(cue) : len(cue) + 1] in _AFTER for cue in begins)
