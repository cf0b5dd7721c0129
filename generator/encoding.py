"""Bytes to text, whichever encoding a Chinese Windows, an old Mac or a web site left them in."""

_MARKS = (
    (b"\xff\xfe\x00\x00", "utf-32"),
    (b"\x00\x00\xfe\xff", "utf-32"),
    (b"\xff\xfe", "utf-16"),
    (b"\xfe\xff", "utf-16"),
)


def decoded(raw: bytes) -> tuple[str, str] | None:
    """The text of `raw` without its byte order mark, and the encoding's name; None where it is no text.

    UTF-8 is believed first, then a byte order mark, then GB18030.
    """
    if b"\0" not in raw:
        try:
            return raw.decode("utf-8-sig"), "utf-8"
        except UnicodeDecodeError:
            pass
    for encoding in _candidates(raw):
        try:
            text = raw.decode(encoding)
        except UnicodeDecodeError:
            continue
        if "\0" not in text:
            return text.removeprefix("\ufeff"), encoding
    return None


def _candidates(raw: bytes) -> tuple[str, ...]:
    """What `raw`, which is not UTF-8, may be encoded in; nothing where UTF-8 was meant and is broken."""
    for mark, encoding in _MARKS:
        if raw.startswith(mark):
            return (encoding,)
    if b"\0" in raw:
        even, odd = raw[0::2].count(0), raw[1::2].count(0)
        return ("utf-16-le",) if odd > even else ("utf-16-be",)
    # A few broken bytes in a UTF-8 file would pass as GB18030 and turn the whole file into nonsense.
    read = raw.decode("utf-8", "replace")
    if 0 < read.count("\ufffd") * 20 < sum("一" <= c <= "鿿" for c in read):
        return ()
    return ("gb18030",)


def unified_lines(text: str) -> str:
    """`text` with the single carriage returns of old Macs as line feeds, so that everybody counts the same
    lines."""
    if "\r" not in text or text.count("\r") == text.count("\r\n"):
        return text
    return "".join("\n" if c == "\r" and text[i + 1 : i + 2] != "\n" else c for i, c in enumerate(text))
