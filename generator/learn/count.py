"""Reports -> counts. All counts are whole numbers, so those of two heaps of reports add up in any order."""

import json
from collections import Counter
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import TypeAlias

from generator.errors import UnreadableInput
from generator.learn.facts import facts
from generator.learn.outlines import Outline

Counts: TypeAlias = Counter[tuple[str, ...]]
"""What was seen, ending in the level of the reports that show it -> in how many."""

WHOLE = "全部"
FEW = 3
"""Fewer reports than this are thin support, and people are told so."""
KNOWN = "known"
"""Before the mark of a report that was counted: one report counted twice would look like two."""
LARGEST = 200_000_000
"""Bytes of a file of counts; what ten thousand reports say takes a hundredth."""

_HEAD = {"gen": "counts", "version": 1}


def count(outlines: Iterable[Outline], levels: Mapping[str, str]) -> Counts:
    """What the reports show. levels: id or name of a level of unit -> its label; other levels count in the whole."""
    counts: Counts = Counter()
    for outline in outlines:
        label = levels.get(outline["level"])
        for fact in facts(outline):
            counts[(*fact.path, WHOLE)] += 1
            if label:
                counts[(*fact.path, label)] += 1
    return counts


def dump(counts: Counts) -> bytes:
    """A file of counts: one JSON array a line, the number first; equal counts are equal bytes."""
    lines = (json.dumps([counts[path], *path], ensure_ascii=False) for path in sorted(counts) if counts[path])
    return "\n".join([json.dumps(_HEAD), *lines, ""]).encode()


def load(path: Path) -> Counts:
    """The counts of a file that `dump` made; none if there is no such file. Raises UnreadableInput."""
    counts: Counts = Counter()
    try:
        with path.open("rb") as file:
            data = file.read(LARGEST + 1)
    except FileNotFoundError:
        return counts
    except OSError as error:
        raise UnreadableInput(f"打不开计数文件“{path}”", "检查文件名和读取权限") from error
    head, *lines = data.split(b"\n")
    try:
        if len(data) > LARGEST or json.loads(head) != _HEAD:
            raise ValueError
        for number, line in enumerate(lines, 2):
            if line:
                seen, *parts = json.loads(line)
                if type(seen) is not int or seen < 1 or not parts or not all(type(part) is str for part in parts):
                    raise UnreadableInput(f"{path}:{number} 不是一行计数", "计数文件由 gen learn --into 写出，不能手改")
                counts[tuple(parts)] += seen
    except (ValueError, RecursionError, TypeError) as error:
        raise UnreadableInput(f"“{path}”不是 gen learn 的计数文件", "换一个文件名，或删去重新学") from error
    return counts
