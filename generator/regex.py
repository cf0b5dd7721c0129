"""Regular expressions that are compiled once for all runs.

Python compiles each anew in every process, and a class of Chinese characters costs it a third of a millisecond: for
the five hundred with which reports are read and judged that is half of what `gen check` takes. The compiled program
of an expression is a list of numbers that Python's own matcher takes as it is, and checks.
"""

import re
from array import array
from functools import lru_cache
from importlib import import_module
from typing import Any

from generator.remembered import remembered

_Program = tuple[int, bytes, int, dict[str, int], tuple[str | None, ...]]
"""Flags, the program's words, how many groups, number of each named one, name of each number."""


@lru_cache(maxsize=4096)
def regex(pattern: str, flags: int = 0) -> "re.Pattern[str]":
    """What `re.compile` gives, quicker where an earlier run compiled it."""
    try:
        matcher: Any = import_module("_sre")
        told, words, groups, numbers, names = remembered(
            ("re", str(matcher.MAGIC), pattern, str(int(flags))), lambda: _program(pattern, int(flags))
        )
        made: re.Pattern[str] = matcher.compile(pattern, told, array("I", words).tolist(), groups, numbers, names)
    except (ImportError, AttributeError, TypeError, ValueError, RuntimeError):
        # These insides are Python's own: of another version they may differ.
        return re.compile(pattern, flags)
    return made


def _program(pattern: str, flags: int) -> _Program:
    """As `re._compiler.compile` has it in Python 3.11 to 3.14."""
    compiler: Any = import_module("re._compiler")
    tree = import_module("re._parser").parse(pattern, flags)
    words = compiler._code(tree, flags)
    numbers: dict[str, int] = dict(tree.state.groupdict)
    names: list[str | None] = [None] * tree.state.groups
    for name, number in numbers.items():
        names[number] = name
    return int(flags | tree.state.flags), array("I", words).tobytes(), tree.state.groups - 1, numbers, tuple(names)
