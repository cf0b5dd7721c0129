"""prose: running text; a blank line starts a paragraph.

The value joins paragraphs by an empty line and lacks the last 。, which the template adds; a closing ！, ？
or ” stays.
"""

from generator.schema.kinds.problem import Problem
from generator.schema.kinds.text import join_lines

_CLOSING = "。；，、;, 　"


def parse(words: str, allowed: tuple[str, ...] = ()) -> str | Problem:
    """Paragraphs of `words`, joined by an empty line."""
    text = words.strip(" 　\n\t\r")
    if "\n" in text:
        text = _paragraphs(text)
    text = text.rstrip(_CLOSING)
    if not text:
        return Problem(f"“{words.strip()}”里没有文字", "写上文字，或者空着")
    return text


def show(value: str) -> str:
    """The prose itself."""
    return value


def _paragraphs(text: str) -> str:
    paragraphs: list[list[str]] = [[]]
    for line in text.split("\n"):
        if line.strip(" 　\t\r"):
            paragraphs[-1].append(line)
        elif paragraphs[-1]:
            paragraphs.append([])
    while paragraphs and not "".join(paragraphs[-1]).strip(_CLOSING + "\t\r\n"):
        paragraphs.pop()
    return "\n\n".join(join_lines("\n".join(lines)) for lines in paragraphs)
