"""Words and declarations of XML."""

NAMESPACES = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
)
PROLOG = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'


def escape(text: str) -> str:
    """`text` for an attribute value or character data; what XML cannot hold is left out."""
    if not text.isprintable():
        text = "".join(filter(is_legal, text))
    return escaped(text)


def escaped(text: str) -> str:
    """`text` whose every character XML can hold, for an attribute value or character data."""
    if "&" in text or "<" in text or ">" in text or '"' in text:
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace('"', "&quot;")
    return text


def is_legal(char: str) -> bool:
    """Whether XML 1.0 allows this character."""
    return (char >= " " or char in "\t\n\r") and not "\ud800" <= char <= "\udfff" and char not in "\ufffe\uffff"
