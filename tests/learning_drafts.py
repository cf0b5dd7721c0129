"""Drafts of which it is known what they say: forms drawn by number, and what learning from them must find."""

import random
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from drafting import drafted, shipped

from generator.schema.model import Indicator, Theme
from generator.writers import write

_UNITS = {
    "乡镇": [("青石县云岭镇人民政府", "青石县"), ("青石县大坪乡人民政府", "青石县")],
    "街道": [("清源区城东街道办事处", "清源区"), ("清源区北关街道办事处", "清源区")],
    "县": [("青石县人民政府", "云州市"), ("河西区人民政府", "云州市")],
    "部门": [("青石县水利局", "青石县"), ("青石县农业农村局", "青石县")],
}
_STRUCTURES = ("标准", "标准", "亮点四段", "三段", "分主题")
_NEVER = {"first_responsible", "emergency"}
"""Themes that these forms leave out: the one is a part of its own, the other stands for all that nobody writes."""
_PROBLEMS = ("执法力量不足", "宣传形式单一", "制度落实不到位")
_PLANS = ("加强队伍建设", "丰富宣传形式", "完善制度机制")


@dataclass
class Truth:
    """What is in some drafts: in how many each role and theme is, and each indicator."""

    reports: int = 0
    roles: Counter[str] = field(default_factory=Counter)
    themes: Counter[str] = field(default_factory=Counter)
    indicators: Counter[str] = field(default_factory=Counter)


def themes() -> list[Theme]:
    """The themes that these forms choose from, in the order in which they are printed."""
    return [theme for theme in shipped().schema.themes if theme.id not in _NEVER]


def form(number: int) -> tuple[dict[str, Any], Truth]:
    """The form of this number, and what its draft holds."""
    dice = random.Random(number)  # noqa: S311 - the same every time
    level = dice.choice(list(_UNITS))
    unit, upper = dice.choice(_UNITS[level])
    structure = dice.choice(_STRUCTURES)
    truth = Truth(1, Counter(("measures", "problems", "plans")))
    data: dict[str, Any] = {
        "报告": {"年度": 2024, "成文日期": "2025-01-20", "变体": number % 97 + 1, "结构": structure},
        "单位": {"名称": unit, "层级": level, "上级": upper},
        "主要举措": {},
        "存在问题": [{"问题": p, "表现": "有的村居还没有做到", "原因": "投入不够"} for p in dice.sample(_PROBLEMS, 2)],
        "下一步打算": [{"标题": p, "措施": "逐项抓好落实"} for p in dice.sample(_PLANS, 3)],
    }
    if structure == "亮点四段":
        data["亮点"] = [{"标题": "流动法庭进村", "内容": "把法庭开到群众家门口"}]
        truth.roles["highlights"] += 1
    for theme in themes():
        if dice.random() < (0.9 if theme.id != "digital" else 0.2):
            data["主要举措"][theme.label] = _theme(theme, level, dice, truth)
            truth.themes[theme.id] += 1
    return data, truth


def _theme(theme: Theme, level: str, dice: random.Random, truth: Truth) -> dict[str, Any]:
    schema = shipped().schema
    ticks = [m.label for m in schema.measures if m.theme == theme.id]
    own = [i for i in schema.indicators.values() if i.theme == theme.id and level in i.levels and i.kind == "count"]
    chosen = dice.sample(own, min(len(own), dice.randint(0, 4)))
    truth.indicators.update(indicator.id for indicator in chosen)
    return {
        "举措": dice.sample(ticks, min(len(ticks), 2)),
        "数据": {indicator.label: _amount(indicator, dice) for indicator in chosen},
    }


def size(indicator: Indicator) -> int:
    """About how large this figure is in these forms, so that what is typical can be found again."""
    return 10 + sum(map(ord, indicator.id)) % 300


def _amount(indicator: Indicator, dice: random.Random) -> int:
    return dice.randint(size(indicator) * 8 // 10, size(indicator) * 12 // 10)


def text(number: int) -> tuple[bytes, Truth]:
    """The draft as Markdown."""
    data, truth = form(number)
    return write(drafted(data).document, "md"), truth


def write_drafts(folder: Path, numbers: Iterable[int]) -> Iterator[tuple[Path, Truth]]:
    """One file for each number."""
    for number in numbers:
        content, truth = text(number)
        path = folder / f"{number:05}.md"
        path.write_bytes(content)
        yield path, truth


def added(truths: Iterable[Truth]) -> Truth:
    """All of them together."""
    whole = Truth()
    for truth in truths:
        whole.reports += truth.reports
        whole.roles += truth.roles
        whole.themes += truth.themes
        whole.indicators += truth.indicators
    return whole
