"""Plain data as YAML that reads well and is the same bytes every time."""

import json
import re
from collections.abc import Iterator
from typing import Any

from generator.regex import regex

_BARE = regex(
    r"(?!(?:null|true|false|yes|no|on|off|y|n)$)[A-Za-z_\u4e00-\u9fff][\w\u4e00-\u9fff]*", re.I
)
_WIDTH = 110


def lines(data: dict[str, Any], indent: int = 0) -> Iterator[str]:
    """The lines of a block mapping; what fits on one line and does not branch twice is a flow."""
    for key, value in data.items():
        head = f"{' ' * indent}{_scalar(key)}:"
        short = f"{head} {flow(value)}"
        if not isinstance(value, dict) or not value or (not _branches(value) and len(short) <= _WIDTH):
            yield short
        else:
            yield head
            yield from lines(value, indent + 2)


def _branches(value: dict[str, Any]) -> bool:
    return len(value) > 1 and any(isinstance(inner, dict) and inner for inner in value.values())


def flow(value: Any) -> str:
    """A value on one line."""
    if isinstance(value, dict):
        return "{" + ", ".join(f"{_scalar(k)}: {flow(v)}" for k, v in value.items()) + "}"
    if isinstance(value, list):
        return "[" + ", ".join(flow(v) for v in value) + "]"
    return _scalar(value)


def _scalar(value: Any) -> str:
    if isinstance(value, str) and _BARE.fullmatch(value):
        return value
    return json.dumps(value, ensure_ascii=False)
