"""What is reckoned from the same words in every run, kept from one run to the next.

Nothing is looked for before something is asked for: a draft asks for nothing here, and does not pay for it. What is
kept is plain data (`marshal`), each thing packed by itself, so that only what is asked for is unpacked.
"""

import marshal
from collections.abc import Callable
from typing import Any, TypeVar, cast

_T = TypeVar("_T")
Key = tuple[str, ...]

_MOST_BYTES = 8_000_000
"""Beyond which only what this run asked for is kept on."""


class _Memory:
    __slots__ = ("asked", "load", "made", "things")

    def __init__(self, load: Callable[[], bytes | None]) -> None:
        self.load: Callable[[], bytes | None] | None = load
        self.things: dict[Key, bytes] = {}
        self.asked: set[Key] = set()
        self.made = False


_memory: list[_Memory] = []


def begin(load: Callable[[], bytes | None]) -> None:
    """From here on things are kept. load: what `kept` gave an earlier run, None if there is none; it is called when
    the first thing is asked for."""
    _memory[:] = [_Memory(load)]


def kept() -> bytes | None:
    """All that is to be kept for later runs, None where nothing new was made; nothing is kept from here on."""
    if not _memory:
        return None
    memory = _memory.pop()
    if not memory.made:
        return None
    things = memory.things
    if sum(map(len, things.values())) > _MOST_BYTES:
        things = {key: thing for key, thing in things.items() if key in memory.asked}
    return marshal.dumps(things)


def remembered(key: Key, make: Callable[[], _T]) -> _T:
    """What `make` gives, or gave in an earlier run.

    key: all that it depends on, but for the program and Python. Only plain data is kept: None, numbers, strings, bytes,
    and tuples, lists, dicts and frozensets of them; each caller gets its own.
    """
    if not _memory:
        return make()
    memory = _memory[0]
    if memory.load is not None:
        memory.things, memory.load = _things(memory.load()), None
    memory.asked.add(key)
    thing = memory.things.get(key)
    if thing is not None:
        found: _T = marshal.loads(thing)  # noqa: S302 - from a folder that is the user's alone, with its checksum
        return found
    made: Any = make()
    try:
        memory.things[key] = marshal.dumps(made)
    except ValueError:
        # Not plain after all: a date of a YAML file, say.
        return cast(_T, made)
    memory.made = True
    return cast(_T, made)


def _things(data: bytes | None) -> dict[Key, bytes]:
    try:
        things = marshal.loads(data) if data else {}  # noqa: S302 - as above
    except (ValueError, EOFError, TypeError):
        return {}
    return things if isinstance(things, dict) else {}
