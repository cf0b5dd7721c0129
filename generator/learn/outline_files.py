"""Files of outline records: one JSON object per line, and what is wrong with a line that is none."""

import json
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from types import NoneType
from typing import Any, BinaryIO, TypeAlias

from generator.errors import UnreadableInput
from generator.learn.outlines import Outline
from generator.records import record

LONGEST = 4_000_000
"""Bytes of one line; a longer one is no record."""
MOST_TOLD = 20
"""Faults that are told; of the others only how many there are."""

_EXAMPLE = '{"level": "township", "headings": [{"level": 1, "marker": "一、", "text": "主要举措和成效"}]}'
_LONGEST_SHOWN = 60
_WHOLE = f"一行写一个 JSON 对象，如 {_EXAMPLE}"


@record
class _Object:
    """An object's fields by name: those that it must have, and more; other: of every field that has another name."""

    needed: Mapping[str, "_Ways"]
    more: Mapping[str, "_Ways"]
    other: "_Ways | None" = None


@record
class _List:
    """A list, and what each of its items is."""

    of: "_Ways"


_Ways: TypeAlias = tuple[type | _Object | _List, ...]
"""What a value may be."""

_WORDS, _LINE, _NONE = (str, NoneType), (int, NoneType), NoneType
_HEADING = _Object(
    {"level": (int,), "marker": _WORDS, "text": (str,)},
    {"role": _WORDS, "theme": (str, _List((str,)), _NONE), "line": _LINE},
)
_TOLD = _Object({"theme": (str,), "line": (int,), "quote": (str,)}, {"part": (int,)})
_FIGURE = _Object(
    {"label": (str,), "unit": (str,), "amount": (str,)}, {"indicator": _WORDS, "quote": _WORDS, "line": _LINE}
)
_OUTLINE = _Object(
    {"level": (str,), "headings": (_List((_HEADING,)),)},
    {
        "year": _LINE,
        "opening": (_Object({}, {"salutation": _WORDS, "transition_cue": _WORDS}), _NONE),
        "closing": (_Object({}, {"signature": _WORDS, "date": _WORDS}), _NONE),
        "characters": (_Object({}, {}, (int,)), _NONE),
        "told": (_List((_TOLD,)),),
        "figures": (_List((_FIGURE,)),),
        "indicators": (_List((str,)),),
    },
)
_WRITTEN = {
    str: ("文字", '文字用引号括起来，如 "主要举措和成效"'),
    int: ("整数", "整数不加引号，如 1"),
    _List: ("数组", '数组用方括号括起来，如 ["enforcement"]'),
    _Object: ("对象", '对象用花括号括起来，如 {"level": 1}'),
    NoneType: ("null", "没有就写 null"),
}
"""What a value may be -> what that is called, and how it is written."""


@record
class _Fault:
    """What is wrong with a line of a file, and what to write."""

    file: Path
    line: int
    fact: str
    remedy: str


def read(files: Iterable[Path]) -> Iterator[tuple[str, Outline]]:
    """The records of JSON Lines files, each with its id, or the name of its file where it has none.

    Raises UnreadableInput once all are read, naming every line that is none.
    """
    faults: list[_Fault] = []
    unread: list[str] = []
    for path in files:
        try:
            with path.open("rb") as file:
                for number, line in _lines(file):
                    found = _record(line)
                    if isinstance(found, dict):
                        yield str(found.get("id") or path), found
                    else:
                        faults += [_Fault(path, number, fact, remedy) for fact, remedy in found]
        except OSError:
            unread.append(str(path))
    if unread:
        raise UnreadableInput(f"读不了提纲文件“{'”“'.join(unread)}”", "看看文件名是否写对，有没有权限")
    if faults:
        raise UnreadableInput(*_told(faults))


def _told(faults: list[_Fault]) -> tuple[str, str]:
    lines = len({(fault.file, fault.line) for fault in faults})
    said = [f"提纲文件里有 {lines} 行不是一条提纲："]
    for fault in faults[:MOST_TOLD]:
        said += [f"{fault.file}:{fault.line} {fault.fact}", f"    {fault.remedy}"]
    if len(faults) > MOST_TOLD:
        said.append(f"另有 {len(faults) - MOST_TOLD} 处，改好这些再运行就会列出")
    return "\n".join(said), "提纲是 UTF-8 的 JSON Lines，一行一份报告"


def _lines(file: BinaryIO) -> Iterator[tuple[int, bytes]]:
    """The lines with words, by their numbers; of one that is too long the beginning."""
    number = 0
    while line := file.readline(LONGEST + 1):
        number += 1
        rest = line
        while len(rest) > LONGEST and not rest.endswith(b"\n"):
            rest = file.readline(LONGEST + 1)
        if number == 1:
            line = line.removeprefix(b"\xef\xbb\xbf")
        if line.strip():
            yield number, line


def _record(line: bytes) -> dict[str, Any] | list[tuple[str, str]]:
    """The record, or what is wrong and what to write."""
    if len(line) > LONGEST:
        return [(f"一行超过 {LONGEST} 字节", "一行只写一份报告的标题")]
    try:
        found = json.loads(line.decode())
    except UnicodeDecodeError:
        return [("不是 UTF-8 编码", "用 UTF-8 编码另存")]
    except json.JSONDecodeError as error:
        return [(f"不是 JSON，从第 {error.pos + 1} 个字起读不懂", _WHOLE)]
    except (ValueError, RecursionError):
        return [("不是 JSON，括号套得太深或数太长", _WHOLE)]
    wrong = [*_wrong(found, (_OUTLINE,), "")]
    if not wrong and "indicators" in found and "figures" not in found:
        unread = {"label": "", "unit": "", "amount": "", "quote": ""}
        found["figures"] = [{"indicator": each, **unread} for each in found["indicators"]]
    return wrong or found


def _wrong(value: object, ways: _Ways, where: str) -> Iterator[tuple[str, str]]:
    """What is wrong with a value, and what to write. where: words for its place, "" for the whole."""
    for way in ways:
        if isinstance(way, _List) and isinstance(value, list):
            for at, each in enumerate(value, 1):
                yield from _wrong(each, way.of, f"{where}第 {at} 项")
            return
        if isinstance(way, _Object) and isinstance(value, dict):
            for name in way.needed:
                if name not in value:
                    yield f"{where}没有“{name}”", f"补上“{name}”，如 {_EXAMPLE}"
            for name, each in value.items():
                wanted = way.needed.get(name) or way.more.get(name) or way.other
                yield from _wrong(each, wanted, f"{where}的“{name}”" if where else f"“{name}”") if wanted else ()
            return
        if isinstance(way, type) and isinstance(value, way):
            return
    kinds = [way if isinstance(way, type) else type(way) for way in ways]
    shown = json.dumps(value, ensure_ascii=False)
    shown = shown if len(shown) <= _LONGEST_SHOWN else f"{shown[:_LONGEST_SHOWN]}…"
    named = "或".join(_WRITTEN[kind][0] for kind in kinds)
    yield f"{where}是 {shown}，不是{named}", "；".join(_WRITTEN[kind][1] for kind in kinds)
