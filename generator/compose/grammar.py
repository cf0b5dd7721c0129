"""What of Jinja a template may use: enough to say a report, too little to run away with memory or time.

Templates come from anybody. Whatever could grow by itself (arithmetic, literals of lists, macros, most filters)
is refused before anything is made of it.
"""

from collections.abc import Mapping

from jinja2 import Environment, TemplateSyntaxError, nodes

from generator.errors import BrokenTemplate

FILTERS = ("join", "length", "first", "last", "default")
"""The filters that there are for templates."""
TESTS = ("defined", "undefined", "none")
"""What may stand behind `is`."""
TOO_DEEP = "模板一层套一层，太深了"

_KNOWN = (
    nodes.Template, nodes.TemplateData, nodes.Output, nodes.Name, nodes.Const, nodes.Call, nodes.Keyword,
    nodes.Getattr, nodes.Getitem, nodes.Filter, nodes.Test, nodes.If, nodes.For, nodes.Assign, nodes.Include,
    nodes.CondExpr, nodes.And, nodes.Or, nodes.Not, nodes.Compare, nodes.Operand, nodes.Concat,
)  # fmt: skip
_ARITHMETIC = (nodes.Add, nodes.Sub, nodes.Mul, nodes.Div, nodes.FloorDiv, nodes.Mod, nodes.Pow, nodes.Neg, nodes.Pos)


def trees(sources: Mapping[str, str]) -> dict[str, nodes.Template]:
    """The tree of every template of `sources` (name -> text). Raises BrokenTemplate with file and line for what is no
    Jinja."""
    environment = Environment(trim_blocks=True, lstrip_blocks=True)  # noqa: S701 - it parses, nothing is rendered
    return {name: _tree(environment, text, name) for name, text in sources.items() if name.endswith(".j2")}


def _tree(environment: Environment, text: str, name: str) -> nodes.Template:
    try:
        return environment.parse(text, name, name)
    except TemplateSyntaxError as error:
        hint = "检查 {{ }}、{% %} 是否成对，引号是否成对"
        raise BrokenTemplate(f"{name}:{error.lineno}: 模板写法有误：{error.message}", hint) from error
    except ValueError as error:
        raise BrokenTemplate(f"{name}:1: 模板里有读不了的数", "数由表单填，模板里只写文字") from error
    except RecursionError as error:
        raise BrokenTemplate(f"{name}:1: {TOO_DEEP}", "拆成几个文件，用 {% include %} 引入") from error


def hold(tree: nodes.Template, name: str) -> None:
    """Raises BrokenTemplate with file and line for what a template may not use."""
    for node in tree.find_all(nodes.Node):
        _hold(node, f"{name}:{node.lineno}")


def _hold(node: nodes.Node, where: str) -> None:
    if isinstance(node, _ARITHMETIC):
        raise BrokenTemplate(f"{where}: 模板里不能计算", "数由程序按指标的 formula 计算")
    if type(node) not in _KNOWN or not _plain(node):
        what = type(node).__name__.lower()
        raise BrokenTemplate(f"{where}: 模板里不能用 {what}", "可用的只有 {{ 名称 }}、if、for、set 和 include")
    if isinstance(node, nodes.Filter) and node.name not in FILTERS:
        raise BrokenTemplate(f"{where}: 没有名为“{node.name}”的过滤器", f"可用的：{'、'.join(FILTERS)}")
    if isinstance(node, nodes.Test) and node.name not in TESTS:
        raise BrokenTemplate(f"{where}: is 后面不能写“{node.name}”", f"可用的：{'、'.join(TESTS)}")


def _plain(node: nodes.Node) -> bool:
    """Whether nothing of a node's rarer forms is used."""
    match node:
        case nodes.For(target=target, recursive=recursive):
            return isinstance(target, nodes.Name) and not recursive
        case nodes.Assign(target=target):
            return isinstance(target, nodes.Name)
        case nodes.Include(with_context=with_context, ignore_missing=ignore_missing):
            return bool(with_context) and not ignore_missing
        case nodes.Call(dyn_args=more, dyn_kwargs=named) | nodes.Filter(dyn_args=more, dyn_kwargs=named):
            return more is None and named is None
    return True
