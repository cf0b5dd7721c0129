"""Templates as Python code: what Jinja parses, made into functions that run without it.

Each construct becomes calls of `generator.compose.running`; the names of a template become strings, never names of
Python. The lines of the code are those of the template.
"""

import ast
import marshal
from collections.abc import Callable, Iterable, Mapping
from types import CodeType

from jinja2 import nodes

from generator.compose import grammar
from generator.errors import BrokenTemplate

_COMPARED: dict[str, type[ast.cmpop]] = {
    "eq": ast.Eq,
    "ne": ast.NotEq,
    "gt": ast.Gt,
    "gteq": ast.GtE,
    "lt": ast.Lt,
    "lteq": ast.LtE,
    "in": ast.In,
    "notin": ast.NotIn,
}


def translated(trees: Mapping[str, nodes.Template]) -> dict[str, bytes]:
    """Every template (name -> tree) as marshalled code for `generator.compose.running.Templates`.

    Raises BrokenTemplate with file and line for more than templates may use.
    """
    return {name: _code(tree, name) for name, tree in trees.items()}


def _code(tree: nodes.Template, name: str) -> bytes:
    shell = ast.parse("def template(run, names0):\n    say, put = run.say, run.parts.append")
    function = shell.body[0]
    assert isinstance(function, ast.FunctionDef)  # noqa: S101 - narrowed for the type checker
    try:
        grammar.hold(tree, name)
        function.body += _Block(0).statements(tree.body)
        made = compile(ast.fix_missing_locations(shell), name, "exec", dont_inherit=True)
    except (RecursionError, SyntaxError) as error:
        raise BrokenTemplate(f"{name}:1: {grammar.TOO_DEEP}", "拆成几个文件，用 {% include %} 引入") from error
    return marshal.dumps(next(part for part in made.co_consts if isinstance(part, CodeType)))


class _Block:
    """Translates what stands inside `depth` loops; each loop's turns have names of their own."""

    def __init__(self, depth: int) -> None:
        self._depth = depth
        self._scope = f"names{depth}"

    def statements(self, body: Iterable[nodes.Node]) -> list[ast.stmt]:
        """What these nodes do, one after the other."""
        made: list[ast.stmt] = []
        for node in body:
            if isinstance(node, nodes.Output):
                made += self.statements(node.nodes)
            else:
                made += [_at(statement, node) for statement in self._statement(node)]
        return made

    def _statement(self, node: nodes.Node) -> list[ast.stmt]:
        match node:
            case nodes.TemplateData(data=data):
                return [_do("put", ast.Constant(data))]
            case nodes.If(elif_=others, else_=otherwise):
                rest = self.statements(otherwise)
                for branch in (*reversed(others), node):
                    body = self.statements(branch.body) or [ast.Pass()]
                    rest = [_at(ast.If(self.value(branch.test), body, rest), branch)]
                return rest
            case nodes.For():
                return self._loop(node)
            case nodes.Assign(target=nodes.Name(name=name), node=value):
                target = ast.Subscript(_name(self._scope), ast.Constant(name), ast.Store())
                return [ast.Assign([target], self.value(value))]
            case nodes.Include(template=template):
                return [_do("include", _name("run"), _name(self._scope), self.value(template))]
            case nodes.Expr():
                return [_do("say", self.value(node))]
        raise AssertionError(node)

    def _loop(self, node: nodes.For) -> list[ast.stmt]:
        inside = _Block(self._depth + 1)
        names, idle = inside._scope, f"idle{self._depth}"
        wanted: ast.expr = ast.Constant(None)
        if node.test is not None:
            arguments = ast.arguments([], [ast.arg(names)], None, [], [], None, [])
            wanted = ast.Lambda(arguments, inside.value(node.test))
        assert isinstance(node.target, nodes.Name)  # noqa: S101 - narrowed for the type checker
        target, items = ast.Constant(node.target.name), self.value(node.iter)
        turns = _call("turns", _name("run"), _name(self._scope), target, items, wanted)
        body = inside.statements(node.body) or [ast.Pass()]
        loop = ast.For(ast.Name(names, ast.Store()), turns, body, [])
        if not node.else_:
            return [loop]
        body.insert(0, _assign(idle, False))
        return [_assign(idle, True), loop, ast.If(_name(idle), self.statements(node.else_), [])]

    def value(self, node: nodes.Node) -> ast.expr:
        """The value of an expression, of which there must be one."""
        match node:
            case nodes.Name(name=name):
                return ast.Subscript(_name(self._scope), ast.Constant(name), ast.Load())
            case nodes.Getattr(attr=attr):
                return _call("known", self._lenient(node), ast.Constant(attr))
            case nodes.Getitem(arg=arg):
                return _call("known", self._lenient(node), self.value(arg))
            case nodes.Filter(name=name) if name in ("first", "last"):
                return _call("known", self._lenient(node), ast.Constant(name))
            case nodes.CondExpr():
                return self._choice(node, self.value, ast.Constant(""))
        return self._lenient(node)

    def _lenient(self, node: nodes.Node) -> ast.expr:
        """The value of an expression; `absent` where it names what there is none of."""
        match node:
            case nodes.Const(value=value):
                return ast.Constant(value)
            case nodes.TemplateData(data=data):
                return ast.Constant(data)
            case nodes.Name(name=name):
                return _call(ast.Attribute(_name(self._scope), "get", ast.Load()), ast.Constant(name), _name("absent"))
            case nodes.Getattr(node=of, attr=attr):
                return _call("attribute", self.value(of), ast.Constant(attr))
            case nodes.Getitem(node=of, arg=arg):
                return _call("item", self.value(of), self.value(arg))
            case nodes.CondExpr():
                return self._choice(node, self._lenient, _name("absent"))
            case nodes.Call(node=called):
                return _call(_call("callable", self.value(called)), *self._values(node.args), named=self._named(node))
            case nodes.Filter(name=name, node=nodes.Expr() as of):
                first = self._lenient(of) if name == "default" else self.value(of)
                arguments = (_name("run"), first, *self._values(node.args))
                return _call(f"filter_{name}", *arguments, named=self._named(node))
            case nodes.Test(name=name, node=of):
                return self._test(name, of)
            case nodes.Concat(nodes=parts):
                return _call("beside", _name("run"), *self._values(parts))
            case nodes.Not(node=of):
                return ast.UnaryOp(ast.Not(), self.value(of))
            case nodes.And(left=left, right=right):
                return ast.BoolOp(ast.And(), self._values([left, right]))
            case nodes.Or(left=left, right=right):
                return ast.BoolOp(ast.Or(), self._values([left, right]))
            case nodes.Compare(expr=first, ops=operands):
                signs = [_COMPARED[operand.op]() for operand in operands]
                return ast.Compare(self.value(first), signs, self._values([operand.expr for operand in operands]))
        raise AssertionError(node)

    def _values(self, found: Iterable[nodes.Node]) -> list[ast.expr]:
        return [self.value(node) for node in found]

    def _named(self, node: nodes.Call | nodes.Filter) -> list[ast.keyword]:
        return [ast.keyword(str(keyword.key), self.value(keyword.value)) for keyword in node.kwargs]

    def _choice(self, node: nodes.CondExpr, made: Callable[[nodes.Node], ast.expr], nothing: ast.expr) -> ast.expr:
        otherwise = nothing if node.expr2 is None else made(node.expr2)
        return ast.IfExp(self.value(node.test), made(node.expr1), otherwise)

    def _test(self, name: str, of: nodes.Node) -> ast.expr:
        sign = ast.IsNot() if name == "defined" else ast.Is()
        against = ast.Constant(None) if name == "none" else _name("absent")
        held = self._lenient(of)
        if isinstance(held, ast.Constant):
            # Python warns of a literal that is compared by identity.
            return ast.Constant(held.value is None if name == "none" else name == "defined")
        return ast.Compare(held, [sign], [against])


def _name(name: str) -> ast.Name:
    return ast.Name(name, ast.Load())


def _at(statement: ast.stmt, node: nodes.Node) -> ast.stmt:
    statement.lineno = statement.end_lineno = node.lineno
    statement.col_offset = statement.end_col_offset = 0
    return statement


def _assign(name: str, value: bool) -> ast.stmt:
    return ast.Assign([ast.Name(name, ast.Store())], ast.Constant(value))


def _call(function: str | ast.expr, *arguments: ast.expr, named: Iterable[ast.keyword] = ()) -> ast.Call:
    called = _name(function) if isinstance(function, str) else function
    return ast.Call(called, list(arguments), list(named))


def _do(function: str, *arguments: ast.expr) -> ast.stmt:
    return ast.Expr(_call(function, *arguments))
