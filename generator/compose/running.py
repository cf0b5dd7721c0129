"""Templates at work: code that `generator.compose.translation` made, run with nothing but the names handed in.

A draft needs no Jinja: what a template may say is small (`generator.compose.grammar`), and whatever it does to a value
goes through the functions here, which know only words, numbers, lists, and what is made for templates.
"""

import marshal
from collections.abc import Callable, Iterable, Iterator, Mapping
from time import monotonic
from types import FunctionType
from typing import Any

from generator.errors import BrokenTemplate

MOST_CHARACTERS = 4_000_000
"""Longer text is refused: a template that makes it is broken or hostile."""
MOST_SECONDS = 20.0
_LOOK = 16
"""Steps after which a template's time and size are looked at again."""
MOST_STEPS = 200_000
"""Turns of loops, inclusions, and words put together of one template; between them it is as long as it is written."""

ABSENT = object()
"""What a name stands for that there is none of."""


class Exposed:
    """Base of what is made for templates: what `shown` gives for a name is all that they see of it."""

    __slots__ = ()

    def shown(self, name: str) -> object:
        """The attribute `name` as templates see it. Raises AttributeError where there is none."""
        raise AttributeError(name)


class Loop(Exposed):
    """`loop`: where a loop is."""

    __slots__ = ("_at", "_count")

    def __init__(self, at: int, count: int) -> None:
        self._at, self._count = at, count

    def shown(self, name: str) -> object:
        """first, last, index (from 1), length. Raises AttributeError for any other name."""
        match name:
            case "first":
                return self._at == 0
            case "last":
                return self._at == self._count - 1
            case "index":
                return self._at + 1
            case "length":
                return self._count
        raise AttributeError(name)


class Scope(dict[str, Any]):
    """Names with what they stand for."""

    __slots__ = ()

    def __missing__(self, name: str) -> Any:
        raise _unknown(name)


class Templates:
    """The templates of a folder by name, from marshalled code."""

    __slots__ = ("__weakref__", "_code", "_made")

    def __init__(self, code: Mapping[str, bytes]) -> None:
        self._code = code
        self._made: dict[str, FunctionType] = {}

    def function(self, name: str) -> FunctionType:
        """What runs the template of that name. Raises BrokenTemplate where there is none."""
        made = self._made.get(name)
        if made is None:
            if name not in self._code:
                raise BrokenTemplate(f"模板文件夹里没有 {name}", "检查文件名")
            code = marshal.loads(self._code[name])  # noqa: S302 - made by `translation`, kept under our own lock
            made = self._made[name] = FunctionType(code, TOOLS)
        return made


class Run:
    """One template under way: what it has said, and how much it still may."""

    __slots__ = ("_deadline", "_measured", "_size", "_steps", "parts", "templates")

    def __init__(self, templates: Templates) -> None:
        self.templates = templates
        self.parts: list[str] = []
        self._deadline = monotonic() + MOST_SECONDS
        self._steps = MOST_STEPS
        self._size = self._measured = 0

    def say(self, value: object) -> None:
        """Adds a value's words."""
        self.parts.append(value if type(value) is str else _words(value))

    def step(self) -> None:
        """Raises BrokenTemplate where the template has taken too many steps, too long, or said too much."""
        self._steps -= 1
        if self._steps % _LOOK == 0:
            self.look()

    def look(self) -> None:
        """The same, whatever the step."""
        if self._steps < 0:
            raise BrokenTemplate("模板里的循环没有尽头", "检查 {% for %} 和 {% include %}")
        self._size += sum(map(len, self.parts[self._measured :]))
        self._measured = len(self.parts)
        if self._size > MOST_CHARACTERS or monotonic() > self._deadline:
            raise BrokenTemplate("模板产生的文字过多或用时过长", "检查模板里的循环")


def render(templates: Templates, name: str, names: Mapping[str, object]) -> str:
    """The text of template `name` with `names`. Raises BrokenTemplate, with file and line, for a name that there
    is none of, or for a text without end."""
    run = Run(templates)
    try:
        templates.function(name)(run, Scope(names))
        run.look()
    except Exception as error:
        from generator.compose.faults import told

        said = told(error, name)
        if said is None or said is error:
            raise
        raise said from error
    return "".join(run.parts)


def _unknown(name: object) -> BrokenTemplate:
    return BrokenTemplate(f"用了不存在的名称“{name}”", "用 gen templates check 列出所有这样的地方")


def _refused(name: object) -> BrokenTemplate:
    return BrokenTemplate(f"模板里不能用“{name}”", "模板只能取表单里的词语和数")


def _words(value: object) -> str:
    """The words of a value, if it can be printed: words or a whole number."""
    if type(value) is str:
        return value
    if isinstance(value, str | int) and not isinstance(value, bool):
        return str(value)
    raise BrokenTemplate(f"模板要印的不是文字（{type(value).__name__}）", "只印表单里的词语和数")


def _attribute(of: object, name: str) -> object:
    if isinstance(of, Exposed):
        try:
            return of.shown(name)
        except AttributeError:
            return ABSENT
    if type(of) is dict:
        return of.get(name, ABSENT)
    raise _refused(name)


def _item(of: object, key: object) -> object:
    if type(key) is str:
        return _attribute(of, key)
    if isinstance(of, list | tuple | str) and type(key) is int:
        return of[key] if -len(of) <= key < len(of) else ABSENT
    raise _refused(key)


def _known(value: object, name: object) -> object:
    if value is ABSENT:
        raise _unknown(name)
    return value


def _callable(value: object) -> FunctionType:
    if type(value) is not FunctionType:
        raise _refused(getattr(value, "__name__", value))
    return value


def _turns(
    run: Run, names: Scope, target: str, items: Iterable[object], wanted: Callable[[Scope], object] | None
) -> Iterator[Scope]:
    """The names of each turn of a loop over `items`, without those that are not wanted."""
    chosen = list(items)
    if wanted is not None:
        chosen = [item for item in chosen if wanted(Scope({**names, target: item}))]
    for at, item in enumerate(chosen):
        run.step()
        inside = Scope(names)
        inside[target] = item
        inside["loop"] = Loop(at, len(chosen))
        yield inside


def _include(run: Run, names: Scope, name: str) -> None:
    run.step()
    run.templates.function(name)(run, Scope(names))


def _beside(run: Run, *parts: object) -> str:
    return _join(run, parts)


def _join(run: Run, parts: Iterable[object], d: object = "") -> str:
    run.step()
    words, between = [_words(part) for part in parts], _words(d)
    if sum(map(len, words)) + len(between) * len(words) > MOST_CHARACTERS:
        raise BrokenTemplate("模板拼出的文字过长", "检查 ~ 和 join")
    return between.join(words)


def _length(run: Run, of: Any) -> int:
    return len(of)


def _first(run: Run, of: Iterable[object]) -> object:
    return next(iter(of), ABSENT)


def _last(run: Run, of: Any) -> object:
    return next(iter(reversed(of)), ABSENT)


def _default(run: Run, value: object, default_value: object = "", boolean: bool = False) -> object:
    return default_value if value is ABSENT or (boolean and not value) else value


TOOLS: dict[str, Any] = {
    "__builtins__": {},
    "absent": ABSENT,
    "attribute": _attribute,
    "beside": _beside,
    "callable": _callable,
    "include": _include,
    "item": _item,
    "known": _known,
    "turns": _turns,
    "filter_default": _default,
    "filter_first": _first,
    "filter_join": _join,
    "filter_last": _last,
    "filter_length": _length,
}
"""All that the code of templates can name."""
