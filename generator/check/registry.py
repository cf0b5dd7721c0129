"""Every rule by its code, without importing more than is asked for.

Each group is a package under `generator.check.rules` whose `RULES` maps a code to the module of its rule; rules made
of word lists come from the template folder (`generator.check.wording`).
"""

from collections.abc import Iterable
from functools import cache
from importlib import import_module

from generator.check.rule import Rule

GROUPS = {
    "STA": "法定内容",
    "FIG": "数据",
    "WRD": "用语",
    "PUN": "标点和层次",
    "NUM": "数字",
    "LAY": "版面",
    "PRI": "个人信息和残留",
    "SIM": "雷同",
}


def table() -> dict[str, str]:
    """Code of every rule written in Python -> its module, sorted by group and code."""
    made: dict[str, str] = {}
    for group in GROUPS:
        package = f"generator.check.rules.{group.lower()}"
        listed: dict[str, str] = import_module(package).RULES
        made |= {code: f"{package}.{module}" for code, module in listed.items()}
    return made


@cache
def form_rules() -> tuple[Rule, ...]:
    """The rules that a form breaks by itself, imported alone: `gen draft` runs them every time."""
    from generator.check.rules import fig

    return tuple(import_module(f"{fig.__name__}.{module}").RULE for module in fig.FORM.values())


def load(codes: Iterable[str] | None = None) -> tuple[Rule, ...]:
    """The rules written in Python of these codes, all of them if None, in the order of the table.

    Raises KeyError for a code that no such rule has.
    """
    known = table()
    wanted = known if codes is None else {code: known[code] for code in known if code in set(codes)}
    return tuple(import_module(module).RULE for module in wanted.values())
