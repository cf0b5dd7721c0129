"""Jinja, sandboxed: templates compiled once to code, run with nothing but the names that we give them.

Compiled code is only ever made by this sandbox's own options (a code cache shared with a plain environment
would let the sandbox call what it forbids); where it may be kept is `generator.resources`' business.
"""

import marshal
from collections.abc import Callable, Iterable, Iterator, Mapping, MutableMapping
from contextvars import ContextVar
from itertools import islice
from time import monotonic
from types import CodeType, FunctionType
from typing import Any

from jinja2 import (
    BaseLoader,
    Environment,
    StrictUndefined,
    Template,
    TemplateError,
    TemplateNotFound,
    Undefined,
    pass_context,
)
from jinja2.filters import FILTERS
from jinja2.runtime import LoopContext
from jinja2.sandbox import ImmutableSandboxedEnvironment

from generator.errors import BrokenTemplate

MOST_CHARACTERS = 4_000_000
"""Longer text is cut off: a template that makes it is broken or hostile."""
MOST_SECONDS = 20.0
MOST_STEPS = 200_000
"""Turns of loops and inclusions of one draft; between them a template is as long as it is written."""

_left: ContextVar[list[int] | None] = ContextVar("left", default=None)
"""Steps left to the draft under way."""


class Exposed:
    """Base of what is made for templates: what `shown` gives for a name is all that they see of it."""

    __slots__ = ()

    def shown(self, name: str) -> object:
        """The attribute `name` as templates see it. Raises AttributeError where there is none."""
        raise AttributeError(name)


class _Sandbox(ImmutableSandboxedEnvironment):
    """Shows templates the items of what we hand in, and nothing of Python's own."""

    def getattr(self, obj: Any, attribute: str) -> Any:
        """An attribute of what is made for templates, or an item by name."""
        if isinstance(obj, Exposed):
            try:
                return obj.shown(attribute)
            except AttributeError:
                return self.undefined(obj=obj, name=attribute)
        if type(obj) is dict:
            return obj[attribute] if attribute in obj else self.undefined(obj=obj, name=attribute)
        return super().getattr(obj, attribute)

    def is_safe_attribute(self, obj: Any, attr: str, value: Any) -> bool:
        """Only a loop tells where it is; no method of a string or a list is for templates."""
        return isinstance(obj, LoopContext) and attr in ("first", "last", "index", "length")

    def call(__self, __context: Any, __obj: Any, *args: Any, **kwargs: Any) -> Any:  # noqa: N805 - Jinja's own signature
        """Plain functions and methods reach a template only through the names that we hand in."""
        kwargs.pop("_loop_vars", None)
        kwargs.pop("_block_vars", None)
        if type(__obj) is FunctionType:
            return __obj(*args, **kwargs)
        return super().call(__context, __obj, *args, **kwargs)


def _step() -> None:
    left = _left.get()
    if left is not None:
        left[0] -= 1
        if left[0] < 0:
            raise BrokenTemplate("模板里的循环没有尽头", "检查 {% for %} 和 {% include %}")


def _counted(items: Iterable[Any]) -> Iterator[Any]:
    for item in items:
        _step()
        yield item


@pass_context
def _included(context: object, name: str) -> str:
    # With the context, or Jinja would reckon it once, at compiling.
    _step()
    return name


def _beside(*parts: object) -> str:
    return _join(parts)


def _join(parts: Iterable[object], between: str = "") -> str:
    words = [str(_words(part)) for part in parts]
    if sum(map(len, words)) + len(between) * len(words) > MOST_CHARACTERS:
        raise BrokenTemplate("模板拼出的文字过长", "检查 ~ 和 join")
    return between.join(words)


def _words(value: object) -> object:
    """`value` if it can be printed: words, a whole number, or nothing that Jinja then names itself."""
    if type(value) is str or (isinstance(value, str | int | Undefined) and not isinstance(value, bool)):
        return value
    raise BrokenTemplate(f"模板要印的不是文字（{type(value).__name__}）", "只印表单里的词语和数")


class _Compiled(BaseLoader):
    """Hands out code that was compiled ahead."""

    def __init__(self, code: Mapping[str, bytes]) -> None:
        self._code = code

    def load(self, environment: Environment, name: str, globals: MutableMapping[str, Any] | None = None) -> Template:
        if name not in self._code:
            raise TemplateNotFound(name)
        code: CodeType = marshal.loads(self._code[name])  # noqa: S302 - made by `compiled`, kept under our own lock
        return environment.template_class.from_code(environment, code, globals or {}, None)


def sandbox(code: Mapping[str, bytes] | None = None) -> Environment:
    """A sandbox over the templates `code` (name -> marshalled code), without globals or escaping."""
    environment = _Sandbox(
        undefined=StrictUndefined,
        autoescape=False,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=False,
        loader=_Compiled(code or {}),
        auto_reload=False,
        cache_size=100,
    )
    environment.globals.clear()
    environment.filters = {name: FILTERS[name] for name in ("length", "first", "last", "default")}
    environment.filters |= {"join": _join, "counted": _counted, "included": _included, "beside": _beside}
    environment.finalize = _words
    return environment


def compiled(sources: Mapping[str, str]) -> dict[str, bytes]:
    """Every template of `sources` (name -> text) as marshalled code. Raises BrokenTemplate with file and line."""
    from generator.compose import grammar

    environment = sandbox()
    out: dict[str, bytes] = {}
    for name, text in sources.items():
        if name.endswith(".j2"):
            try:
                source = environment.compile(grammar.parsed(environment, text, name), name, name, raw=True)
            except TemplateError as error:
                line = getattr(error, "lineno", None) or 1
                raise BrokenTemplate(f"{name}:{line}: 模板写法有误：{error.message}", _hint(error)) from error
            out[name] = marshal.dumps(compile(source, name, "exec"))
    return out


def _hint(error: TemplateError) -> str:
    return "检查 {{ }}、{% %} 是否成对，引号是否成对"


def render(environment: Environment, name: str, names: dict[str, object]) -> str:
    """The text of template `name` with `names`. Raises BrokenTemplate, with file and line, for a name that there
    is none of, or for a text without end."""
    parts: list[str] = []
    size = 0
    deadline = monotonic() + MOST_SECONDS
    mark = _left.set([MOST_STEPS]) if _left.get() is None else None
    try:
        template = environment.get_template(name)
        run: Callable[..., Any] = template.root_render_func
        made = iter(run(template.new_context(names, shared=True)))
        while batch := list(islice(made, 256)):
            parts += batch
            size += sum(map(len, batch))
            if size > MOST_CHARACTERS or monotonic() > deadline:
                raise BrokenTemplate(f"模板 {name} 产生的文字过多或用时过长", "检查模板里的循环")
    except Exception as error:
        from generator.compose.faults import told

        said = told(error, name)
        if said is None or said is error:
            raise
        raise said from error
    finally:
        if mark is not None:
            _left.reset(mark)
    return "".join(parts)
