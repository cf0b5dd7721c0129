"""phrase: words within a sentence. They lose the punctuation that closes them, since the template closes
the sentence."""

from generator.schema.kinds.problem import Problem

_CLOSING = "。；，、;, \n"


def parse(words: str, allowed: tuple[str, ...] = ()) -> str | Problem:
    """`words` on one line without closing punctuation."""
    text = words.strip()
    if text and text[-1] in _CLOSING:
        text = text.rstrip(_CLOSING)
    if "\n" in text:
        text = join_lines(text)
    if not text:
        return Problem(f"“{words.strip()}”里没有文字", "写上文字，或者空着")
    return text


def show(value: str) -> str:
    """The phrase itself."""
    return value


def join_lines(text: str) -> str:
    """The lines of `text` as one, with a space only between two Latin letters or digits."""
    lines = [line for line in (part.strip(" 　\t\r") for part in text.split("\n")) if line]
    joined = lines[0] if lines else ""
    for line in lines[1:]:
        both_latin = joined[-1].isascii() and line[0].isascii()
        joined += (" " if both_latin else "") + line
    return joined
