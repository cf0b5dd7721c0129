"""Problems: what shows them and what causes them told apart, by the words with which a template introduces causes."""

import re
from collections.abc import Sequence

from generator.compose import Template
from generator.extract.frame import frame_of
from generator.extract.symbols import Choice, Introduced


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
    """What shows a problem and, from the first clause on that begins with one of `leads`, what causes it."""
    if not leads:
        return [text, ""]
    words = "|".join(re.escape(lead) for lead in sorted(leads, key=len, reverse=True))
    match = re.search(f"(?:^|(?<=[。！？；;，,]))(?:{words})", text)
    return [text[: match.start()], text[match.start() :]] if match else [text, ""]
