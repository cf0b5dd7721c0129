"""Problems: what shows them and what causes them told apart, by the words with which a template introduces causes."""

import re
from collections.abc import Sequence

from generator.compose import Template
from generator.compose.words import beginnings, endings
from generator.extract.frame import frame_of
from generator.extract.symbols import Choice, Introduced
from generator.regex import regex

_LAST = regex("(?<=[。！？；;，,])[^。！？；;，,]+。?$")
_SAID = 3
"""Characters with which a clause says a cause, not only that it is one (…，是主要原因)."""


def causes_of(template: Template, section: str) -> tuple[str, ...]:
    """The words that a cause begins with, in the template of `section`."""
    frame = frame_of(template)
    found: list[str] = []
    for _, raw in frame.sections.get(section, ()):
        for token in raw:
            symbol = frame.meanings.get(token)
            if isinstance(symbol, Introduced):
                found += symbol.already
                for mark in symbol.lead:
                    lead = frame.meanings.get(mark)
                    found += lead.wordings if isinstance(lead, Choice) else ()
    return tuple(dict.fromkeys(found))


def parted(text: str, leads: Sequence[str]) -> list[str]:
    """What shows a problem and, from the first clause on that begins with one of `leads`, what causes it; or its last
    clause, if that ends with one."""
    begins, ends = beginnings(tuple(leads)), endings(tuple(leads))
    if begins:
        words = "|".join(re.escape(lead) for lead in sorted(begins, key=len, reverse=True))
        match = re.search(f"(?:^|(?<=[。！？；;，,]))(?:{words})", text)
        if match:
            return [text[: match.start()], text[match.start() :]]
    last = _LAST.search(text)
    said = last[0].rstrip("。") if last else ""
    if last and any(said.endswith(end) and len(said) - len(end) >= _SAID for end in ends):
        return [text[: last.start()], last[0]]
    return [text, ""]
