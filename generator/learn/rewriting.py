"""A learned file that people may edit: whether they did, and what learning anew would change."""

import difflib
import re
from collections.abc import Iterator
from hashlib import sha256

from generator.regex import regex

_SEAL = regex(r"校验 ([0-9a-f]{12})")


def sealed(head: str, body: str) -> str:
    """A file that tells later whether its body was edited. head: a line of comment, without its #."""
    return f"# {head}校验 {_digest(body)}\n{body}"


def edited(text: str) -> bool:
    """Whether somebody changed what `sealed` made, or made the file some other way."""
    head, _, body = text.partition("\n")
    seal = _SEAL.search(head)
    return seal is None or seal[1] != _digest(body)


def difference(old: str, new: str) -> Iterator[str]:
    """The lines that a new file would take away (-) and put in (+), with two lines around them."""
    lines = difflib.unified_diff(_body(old), _body(new), "现有的", "新学的", lineterm="", n=2)
    return (re.sub(r"^@@ -(\d+).*", r"@@ 第\1行起", line) for line in lines)


def _body(text: str) -> list[str]:
    head, _, body = text.partition("\n")
    return (body if _SEAL.search(head) else text).splitlines()


def _digest(body: str) -> str:
    return sha256(body.encode()).hexdigest()[:12]
