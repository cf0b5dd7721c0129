"""Figures that follow from others: the formulas of indicators, kept as plain nested tuples."""

import ast
from collections.abc import Mapping
from decimal import Decimal
from typing import TypeAlias

from generator.errors import BrokenTemplate

Formula: TypeAlias = "str | tuple[str, Formula, Formula] | tuple[str, str]"
"""An indicator's id, ("number", digits) or (operator, left, right)."""

_OPERATORS: dict[type, str] = {ast.Add: "+", ast.Sub: "-", ast.Mult: "*", ast.Div: "/"}
_SIGNS = {"+": "＋", "-": "−", "*": "×", "/": "÷"}


def parse(expression: str) -> Formula:
    """`expression` over ids, numbers and + - * / as a tree. Raises BrokenTemplate for anything else."""
    try:
        return _tree(ast.parse(expression.strip(), mode="eval").body)
    except (SyntaxError, ValueError) as error:
        raise BrokenTemplate(f"公式“{expression}”写不成算式", "只用指标 id、数字和 + - * /") from error


def _tree(node: ast.expr) -> Formula:
    if isinstance(node, ast.Name):
        return node.id
    if isinstance(node, ast.Constant) and isinstance(node.value, int | float):
        return ("number", str(node.value))
    if isinstance(node, ast.BinOp) and type(node.op) in _OPERATORS:
        return (_OPERATORS[type(node.op)], _tree(node.left), _tree(node.right))
    raise ValueError(ast.dump(node))


def relation(expression: str) -> tuple[str, Formula, Formula]:
    """`a <= b + c` as operator and both sides. Raises BrokenTemplate where it is no relation."""
    for operator in ("<=", ">=", "="):
        left, found, right = expression.partition(operator)
        if found:
            return operator, parse(left), parse(right)
    raise BrokenTemplate(f"“{expression}”不是关系式", "写成 a <= b、a >= b 或 a = b + c")


def operands(formula: Formula) -> list[str]:
    """The ids that a formula needs, in reading order."""
    if isinstance(formula, str):
        return [formula]
    if len(formula) == 2:
        return []
    return operands(formula[1]) + operands(formula[2])


def value(formula: Formula, known: Mapping[str, Decimal]) -> Decimal | None:
    """What the formula yields; None where an operand is unknown or a divisor is 0."""
    if isinstance(formula, str):
        return known.get(formula)
    if len(formula) == 2:
        return Decimal(formula[1])
    left, right = value(formula[1], known), value(formula[2], known)
    if left is None or right is None:
        return None
    match formula[0]:
        case "+":
            return left + right
        case "-":
            return left - right
        case "*":
            return left * right
        case _:
            return left / right if right else None


def words(formula: Formula, labels: Mapping[str, str]) -> str:
    """The formula as people read it: 调解成功件数 ÷ 调解件数."""
    if isinstance(formula, str):
        return labels.get(formula, formula)
    if len(formula) == 2:
        return formula[1]
    left, right = (
        f"（{words(p, labels)}）" if len(p) == 3 and not isinstance(p, str) else words(p, labels) for p in formula[1:]
    )
    return f"{left} {_SIGNS[formula[0]]} {right}"
