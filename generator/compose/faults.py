"""What went wrong while a template ran, told with the template's file and line."""

import re
from types import TracebackType

from jinja2.exceptions import SecurityError, TemplateNotFound, UndefinedError

from generator.errors import BrokenTemplate

_PLACED = re.compile(r"^[^\s:]+:\d+: ")


def told(error: Exception, name: str) -> BrokenTemplate | None:
    """`error`, which template `name` ended with, as its author can mend it; None when the fault is not the
    template's."""
    if isinstance(error, BrokenTemplate) and _PLACED.match(error.message):
        return error
    where = _where(error.__traceback__)
    place = f"{where[0]}:{where[1]}: " if where else f"{name}:1: "
    if isinstance(error, BrokenTemplate):
        return BrokenTemplate(place + error.message, error.hint)
    if isinstance(error, TemplateNotFound):
        return BrokenTemplate(f"{place}模板文件夹里没有 {error.message}", "检查文件名")
    if isinstance(error, RecursionError):
        return BrokenTemplate(f"{place}层层引用，没有尽头", "检查 {% include %}")
    if isinstance(error, SecurityError):
        return BrokenTemplate(f"{place}模板里不能用{_quoted(error)}", "模板只能取表单里的词语和数")
    if isinstance(error, UndefinedError):
        return BrokenTemplate(f"{place}用了不存在的名称{_quoted(error)}", "用 gen templates check 列出所有这样的地方")
    if _innermost(error.__traceback__) is not None:
        # Raised by the template itself, not by what it called: say a number where a list should be.
        return BrokenTemplate(f"{place}这里的写法用不到这个值上（{error}）", "对照模板作者指南")
    return None


def _quoted(error: Exception) -> str:
    """“甲” of "'甲' is undefined" and of "'object' has no attribute '甲'"."""
    names: list[str] = re.findall(r"attribute '([^']*)'|'([^']*)' is undefined", str(error))
    said = [word for pair in names for word in pair if word]
    return f"“{said[-1]}”" if said else f"（{error}）"


def _where(trace: TracebackType | None) -> tuple[str, int] | None:
    """File and line of the innermost template that was running."""
    found = None
    while trace is not None:
        found = _template_line(trace) or found
        trace = trace.tb_next
    return found


def _innermost(trace: TracebackType | None) -> tuple[str, int] | None:
    """The template that `trace` ends in, the machinery of templates left out; None where it ends elsewhere."""
    found = None
    while trace is not None:
        module = str(trace.tb_frame.f_globals.get("__name__"))
        if not module.startswith(("jinja2.", "generator.compose.environment")):
            found = _template_line(trace)
        trace = trace.tb_next
    return found


def _template_line(trace: TracebackType) -> tuple[str, int] | None:
    """Jinja's code keeps pairs of a template's line and the code's line that begins it: "1=12&4=20"."""
    names = trace.tb_frame.f_globals
    pairs = names.get("debug_info")
    if not isinstance(pairs, str) or "blocks" not in names:
        return None
    line = 1
    for pair in filter(None, pairs.split("&")):
        here, code = map(int, pair.split("="))
        if code > trace.tb_lineno:
            break
        line = here
    return str(names["name"]), line
