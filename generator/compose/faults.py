"""What went wrong while a template ran, told with the template's file and line."""

import re
from types import TracebackType

from generator.compose import running
from generator.errors import BrokenTemplate

_PLACED = re.compile(r"^[^\s:]+:\d+: ")


def told(error: Exception, name: str) -> BrokenTemplate | None:
    """`error`, which template `name` ended with, as its author can mend it; None when the fault is not the
    template's."""
    if isinstance(error, BrokenTemplate) and _PLACED.match(error.message):
        return error
    lines = list(_lines(error.__traceback__))
    place = next((line for line in reversed(lines) if line), f"{name}:1") + ": "
    if isinstance(error, BrokenTemplate):
        return BrokenTemplate(place + error.message, error.hint)
    if isinstance(error, RecursionError):
        return BrokenTemplate(f"{place}层层引用，没有尽头", "检查 {% include %}")
    if lines and lines[-1]:
        # Raised by the template itself, not by what it called: say a number where a list should be.
        return BrokenTemplate(f"{place}这里的写法用不到这个值上（{error}）", "对照模板作者指南")
    return None


def _lines(trace: TracebackType | None) -> list[str]:
    """`file:line` of each step into the error, "" for those that are no template's; without the machinery of
    templates."""
    found = []
    while trace is not None:
        frame = trace.tb_frame
        if frame.f_globals is running.TOOLS:
            found.append(f"{frame.f_code.co_filename}:{trace.tb_lineno}")
        elif frame.f_globals is not vars(running):
            found.append("")
        trace = trace.tb_next
    return found
