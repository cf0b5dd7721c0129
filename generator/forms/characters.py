"""Characters that a form may not hold: they are invisible, turn the text round, or mean something to us.

Private-use characters carry values through templates (a value holding one could pose as another value);
XML 1.0 forbids the control characters and noncharacters.
"""

_NAMES = {
    "\u200b": "零宽空格",
    "\u200c": "零宽不连字",
    "\u200d": "零宽连字",
    "\u2060": "零宽不断行",
    "\ufeff": "零宽不断行空格",
    "\u00ad": "软连字符",
    "\u2028": "行分隔符",
    "\u2029": "段分隔符",
    "\ufffd": "乱码占位符",
    "\x85": "控制字符",
}
_BIDI = frozenset("\u200e\u200f\u061c\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")


def clean(text: str) -> bool:
    """Whether `text` surely holds none of them (fast; False only means: look closer)."""
    return text.replace("\n", "").replace("　", "").isprintable() and "\ufffd" not in text


def forbidden(text: str) -> list[tuple[int, str]]:
    """Offset and Chinese name of each forbidden character in `text`."""
    if clean(text):
        return []
    return [
        (offset, name)
        for offset, character in enumerate(text)
        if (not character.isprintable() or character == "\ufffd") and (name := _name(character))
    ]


def without(text: str) -> str:
    """`text` without them."""
    bad = {offset for offset, _ in forbidden(text)}
    return "".join(sign for offset, sign in enumerate(text) if offset not in bad) if bad else text


def _name(character: str) -> str:
    if character in "\n\r\t　":
        return ""
    if character in _NAMES:
        return _NAMES[character]
    if character in _BIDI:
        return "改变文字方向的控制符"
    from unicodedata import category

    kind, code = category(character), ord(character)
    if kind == "Cn":
        # Han characters newer than this Python's tables are letters, not noise.
        return "非字符" if code & 0xFFFE == 0xFFFE or 0xFDD0 <= code <= 0xFDEF else ""
    return {"Cc": "控制字符", "Cf": "不可见的格式字符", "Co": "私用区字符", "Cs": "半个字符"}.get(kind, "")
