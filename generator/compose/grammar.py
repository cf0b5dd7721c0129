"""What of Jinja a template may use: enough to say a report, too little to run away with memory or time.

Templates come from anybody. Whatever could grow by itself (arithmetic, literals of lists, macros, most filters)
is refused before compiling; what loops, includes, or puts words together is led through filters that count.
"""

from jinja2 import Environment, nodes
from jinja2.visitor import NodeTransformer

from generator.errors import BrokenTemplate

FILTERS = ("join", "length", "first", "last", "default")
"""The filters that there are for templates."""

_KNOWN = (
    nodes.Template, nodes.TemplateData, nodes.Output, nodes.Name, nodes.Const, nodes.Call, nodes.Keyword,
    nodes.Getattr, nodes.Getitem, nodes.Filter, nodes.Test, nodes.If, nodes.For, nodes.Assign, nodes.Include,
    nodes.CondExpr, nodes.And, nodes.Or, nodes.Not, nodes.Compare, nodes.Operand, nodes.Concat,
)  # fmt: skip
_ARITHMETIC = (nodes.Add, nodes.Sub, nodes.Mul, nodes.Div, nodes.FloorDiv, nodes.Mod, nodes.Pow, nodes.Neg, nodes.Pos)
_KEPT = ("self", "super")
"""Names that Jinja gives a meaning of its own."""


def parsed(environment: Environment, text: str, name: str) -> nodes.Template:
    """The tree of a template, ready to compile. Raises BrokenTemplate with file and line for what is not allowed."""
    tree = environment.parse(text, name, name)
    for node in tree.find_all(nodes.Node):
        _hold(node, name)
    _Counting().visit(tree)
    tree.set_environment(environment)
    return tree


def _hold(node: nodes.Node, name: str) -> None:
    where = f"{name}:{node.lineno}"
    if isinstance(node, _ARITHMETIC):
        raise BrokenTemplate(f"{where}: 模板里不能计算", "数由程序按指标的 formula 计算")
    if type(node) not in _KNOWN or (isinstance(node, nodes.For) and node.recursive):
        what = type(node).__name__.lower()
        raise BrokenTemplate(f"{where}: 模板里不能用 {what}", "可用的只有 {{ 名称 }}、if、for、set 和 include")
    if isinstance(node, nodes.Filter) and node.name not in FILTERS:
        raise BrokenTemplate(f"{where}: 没有名为“{node.name}”的过滤器", f"可用的：{'、'.join(FILTERS)}")
    if isinstance(node, nodes.Name) and node.name in _KEPT:
        raise BrokenTemplate(f"{where}: 模板里不能用 {node.name}", "可用的名称见模板作者指南")


class _Counting(NodeTransformer):
    """Puts the filters of `generator.compose.environment` around what loops, includes, or puts words together."""

    def visit_For(self, node: nodes.For) -> nodes.For:  # noqa: N802 - Jinja's own naming
        self.generic_visit(node)
        node.iter = nodes.Filter(node.iter, "counted", [], [], None, None, lineno=node.lineno)
        return node

    def visit_Include(self, node: nodes.Include) -> nodes.Include:  # noqa: N802
        self.generic_visit(node)
        node.template = nodes.Filter(node.template, "included", [], [], None, None, lineno=node.lineno)
        return node

    def visit_Concat(self, node: nodes.Concat) -> nodes.Filter:  # noqa: N802
        self.generic_visit(node)
        first, *others = node.nodes
        return nodes.Filter(first, "beside", others, [], None, None, lineno=node.lineno)
