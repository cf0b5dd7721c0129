"""A zip archive put together by hand: the same parts always give the same bytes.

`zipfile` costs 25 ms to import and a millisecond a file; constant parts are deflated once here.
"""

from collections.abc import Iterable
from zlib import compress, crc32

# Version 2.0, no flags; then how it is packed, and 1980-01-01 00:00 (the earliest date that the format knows).
_VERSION, _TIME = b"\x14\x00\x00\x00", b"\x00\x00\x21\x00"
_STORED, _DEFLATED = b"\x00\x00", b"\x08\x00"
_LEVEL = 1


Part = tuple[bytes, bytes, bytes]
"""A member ready to be put down: its local header with data, its directory entry up to the offset, its name."""


def part(name: str, text: str, *, deflated: bool = True) -> Part:
    """`text` (XML, written as UTF-8) as the member called `name` (ASCII).

    deflated: a few hundred bytes are better left as they are, to deflate them costs more than they hold.
    """
    data = text.encode()
    packed = compress(data, _LEVEL, -15) if deflated else data
    title = name.encode("ascii")
    sizes = (
        _VERSION
        + (_DEFLATED if deflated else _STORED)
        + _TIME
        + crc32(data).to_bytes(4, "little")
        + len(packed).to_bytes(4, "little")
        + len(data).to_bytes(4, "little")
        + len(title).to_bytes(2, "little")
        + b"\x00\x00"
    )
    return b"PK\x03\x04" + sizes + title + packed, b"PK\x01\x02\x14\x00" + sizes + bytes(10), title


def pack(parts: Iterable[Part]) -> bytes:
    """The archive that holds `parts` in this order."""
    members: list[bytes] = []
    directory: list[bytes] = []
    offset = 0
    for local, entry, name in parts:
        members.append(local)
        directory += (entry, offset.to_bytes(4, "little"), name)
        offset += len(local)
    entries = b"".join(directory)
    count = len(members).to_bytes(2, "little")
    end = (
        b"PK\x05\x06\x00\x00\x00\x00"
        + count
        + count
        + len(entries).to_bytes(4, "little")
        + offset.to_bytes(4, "little")
        + b"\x00\x00"
    )
    return b"".join((*members, entries, end))
