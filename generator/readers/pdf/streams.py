"""What a PDF's compressed streams unpack to, known before PDFium unpacks them without a bound."""

import re
import zlib

_STREAM = re.compile(rb"(?<!end)stream\r?\n")
_DICTIONARY = 600
"""Bytes before a stream in which its dictionary stands."""
_LAYERS = 3
"""How often a stream may be packed into itself."""


def unpacked(data: bytes, most: int) -> int:
    """Bytes of all streams but pictures, which nobody unpacks for their text; counting ends above `most`."""
    total = at = 0
    while total <= most and (found := _STREAM.search(data, at)):
        end = data.find(b"endstream", found.end())
        at = end if end >= 0 else len(data)
        if b"/Image" in data[max(0, found.start() - _DICTIONARY) : found.start()].rpartition(b" obj")[2]:
            continue
        packed = data[found.end() : at]
        for _ in range(_LAYERS):
            try:
                packed = zlib.decompressobj().decompress(packed, most - total + 1)
            except zlib.error:
                break
            total += len(packed)
            if total > most:
                break
    return total
