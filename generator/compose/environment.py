"""Jinja, sandboxed: templates compiled once to code, run with nothing but the names that we give them.

Compiled code is only ever made by this sandbox's own options (a code cache shared with a plain environment
would let the sandbox call what it forbids); where it may be kept is `generator.resources`' business.
"""

import marshal
from collections.abc import Callable, Mapping, MutableMapping
from itertools import islice
from time import monotonic
from types import CodeType, FunctionType
from typing import Any

from jinja2 import BaseLoader, Environment, StrictUndefined, Template, TemplateError, TemplateNotFound
from jinja2.sandbox import ImmutableSandboxedEnvironment

from generator.errors import BrokenTemplate

MOST_CHARACTERS = 4_000_000
"""Rendered text is cut off here: a template that makes more is broken or hostile."""
MOST_SECONDS = 20.0


class Exposed:
    """Base of what is made for templates: every attribute without a leading underscore is theirs to use."""

    __slots__ = ()


class _Sandbox(ImmutableSandboxedEnvironment):
    """Strings cannot be multiplied and numbers not raised: memory cannot be had for nothing."""

    intercepted_binops = frozenset({"*", "**", "%"})

    def getattr(self, obj: Any, attribute: str) -> Any:
        """Attributes of what we hand in, without the checks that objects of unknown origin need."""
        if isinstance(obj, Exposed) and attribute[0] != "_":
            try:
                return getattr(obj, attribute)
            except AttributeError:
                return self.undefined(obj=obj, name=attribute)
        return super().getattr(obj, attribute)

    def call(__self, __context: Any, __obj: Any, *args: Any, **kwargs: Any) -> Any:  # noqa: N805 - Jinja's own signature
        """Plain functions reach a template only through the names that we hand in."""
        if type(__obj) is FunctionType:
            kwargs.pop("_loop_vars", None)
            kwargs.pop("_block_vars", None)
            return __obj(*args, **kwargs)
        return super().call(__context, __obj, *args, **kwargs)

    def call_binop(self, context: Any, operator: str, left: Any, right: Any) -> Any:
        raise BrokenTemplate(f"模板里不能用“{operator}”", "数由程序按指标的 formula 计算")


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
    return environment


def compiled(sources: Mapping[str, str]) -> dict[str, bytes]:
    """Every template of `sources` (name -> text) as marshalled code. Raises BrokenTemplate with file and line."""
    environment = sandbox()
    out: dict[str, bytes] = {}
    for name, text in sources.items():
        if name.endswith(".j2"):
            try:
                source = environment.compile(text, name, name, raw=True)
            except TemplateError as error:
                line = getattr(error, "lineno", None) or 1
                raise BrokenTemplate(f"{name}:{line}: 模板写法有误：{error.message}", _hint(error)) from error
            out[name] = marshal.dumps(compile(source, name, "exec"))
    return out


def _hint(error: TemplateError) -> str:
    return "检查 {{ }}、{% %} 是否成对，引号是否成对"


def render(environment: Environment, name: str, names: dict[str, object]) -> str:
    """The text of template `name` with `names`. Raises BrokenTemplate for a name that there is none of, or
    for a text without end."""
    parts: list[str] = []
    size = 0
    deadline = monotonic() + MOST_SECONDS
    try:
        template = environment.get_template(name)
        run: Callable[..., Any] = template.root_render_func
        made = iter(run(template.new_context(names, shared=True)))
        while batch := list(islice(made, 256)):
            parts += batch
            size += sum(map(len, batch))
            if size > MOST_CHARACTERS or monotonic() > deadline:
                raise BrokenTemplate(f"模板 {name} 产生的文字过多或用时过长", "检查模板里的循环")
    except TemplateNotFound as error:
        raise BrokenTemplate(f"模板文件夹里没有 {error.message}", "检查文件名") from error
    except TemplateError as error:
        raise BrokenTemplate(
            f"模板 {name} 用了不存在的名称：{error.message}", "用 gen templates check 找出是哪一处"
        ) from error
    return "".join(parts)
