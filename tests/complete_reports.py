"""Complete forms, drawn by number: nothing that the statute asks for is missing, no figure contradicts another."""

import re
from random import Random
from typing import Any

from drafting import drafted, shipped
from report_strategies import _UNITS, as_text

from generator.document.walk import plain, stretches
from generator.schema.model import Indicator, Theme

_ROOM = re.compile("【待补充：([^】]*)】")

# Problem, how it shows, cause, plan, step.
_MATTERS = (
    (
        "行政执法案卷质量不均衡",
        "部分案卷说理不充分",
        "执法人员程序训练少",
        "规范行政执法",
        "评查执法案卷{}卷",
    ),
    (
        "普法宣传方式单一",
        "以发放资料为主",
        "懂新媒体的人员少",
        "改进普法宣传",
        "开展以案释法活动{}场次",
    ),
    (
        "矛盾纠纷排查不够及时",
        "个别纠纷发现较晚",
        "网格员兼职多",
        "化解矛盾纠纷",
        "开展矛盾纠纷排查{}次",
    ),
    (
        "重大行政决策程序执行不严",
        "个别事项听取意见不充分",
        "承办人员不熟悉决策程序",
        "规范行政决策",
        "组织决策程序培训{}次",
    ),
    (
        "法治队伍力量不足",
        "持证人员占比低",
        "编制少、人员流动快",
        "加强法治队伍建设",
        "组织人员参加资格考试{}名",
    ),
    (
        "政务公开不够及时",
        "个别信息更新慢",
        "没有专人负责公开工作",
        "做好政务公开",
        "更新公开目录{}次",
    ),
    (
        "公共法律服务供给不足",
        "偏远村服务次数少",
        "律师资源集中在县城",
        "优化法律服务",
        "开展法律服务进村{}场次",
    ),
)
_NOTES = ("由司法所牵头", "与各站所联合开展", "逐月通报进度", "按季度组织")


def complete(seed: int, year: int = 0, structure: str = "") -> dict[str, Any]:
    """A complete form; the same number gives the same form. year, structure: drawn too if not given."""
    draw = Random(seed)  # noqa: S311 - no secret
    schema = shipped().schema
    level = draw.choice(list(_UNITS))
    unit, upper = draw.choice(_UNITS[level])
    year = year or draw.choice((2022, 2023, 2024, 2025))
    own = {section.theme for section in schema.sections if section.shape == "theme"}
    themes = [theme for theme in schema.themes if theme.id not in own]
    chosen = draw.sample(themes, draw.randint(5, len(themes)))
    matters = draw.sample(_MATTERS, draw.randint(3, 5))
    made = {
        "报告": {
            "年度": year,
            "成文日期": f"{year + 1}-0{draw.randint(1, 2)}-{draw.randint(10, 28)}",
            "结构": structure or draw.choice(("标准", "亮点四段", "三段", "分主题")),
            "层次": draw.choice(("一是", "1.")),
            "变体": draw.randint(1, 99),
        },
        "单位": {"名称": unit, "层级": level, "上级": upper},
        "主要举措": {theme.label: _theme(draw, theme) for theme in chosen},
        "第一责任人": {
            "职务": draw.choice((["党委书记", "镇长"], ["党组书记、局长"], ["县委书记", "县长"])),
            "数据": {"听取汇报": draw.randint(2, 9), "专题会议": draw.randint(2, 9)},
        },
        "亮点": [{"标题": "联调联动化解纠纷", "内容": f"与邻近单位联合调处，化解跨界纠纷{draw.randint(3, 30)}件"}],
        "存在问题": [{"问题": m[0], "表现": m[1], "原因": m[2]} for m in matters],
        "下一步打算": [
            {"标题": m[3], "措施": [m[4].format(draw.randint(3, 60))], "对应问题": [at]}
            for at, m in enumerate(matters, 1)
        ],
    }
    _fill(draw, made)
    return made


def _fill(draw: Random, made: dict[str, Any]) -> None:
    """Enter the figures that others are parts of, as a draft asks for them (【待补充：…】)."""
    themes = {theme.id: theme.label for theme in shipped().schema.themes}
    known = {indicator.label: themes[indicator.theme] for indicator in shipped().schema.indicators.values()}
    for _ in range(3):
        document = drafted(as_text(made)).document
        lacking = {label for words in stretches(document.blocks) for label in _ROOM.findall(plain(words))}
        for label in sorted(lacking & set(known)):
            made["主要举措"].setdefault(known[label], {}).setdefault("数据", {})[label] = draw.randint(401, 800)
        if not lacking:
            return


def _theme(draw: Random, theme: Theme) -> dict[str, Any]:
    schema = shipped().schema
    bound = {word for constraint in schema.constraints for word in constraint.expression.split()}
    free = [i for i in schema.indicators.values() if i.theme == theme.id and i.id not in bound and _free(i)]
    ticks = [measure.label for measure in schema.measures if measure.theme == theme.id]
    made: dict[str, Any] = {}
    if ticks:
        made["举措"] = [
            {label: draw.choice(_NOTES)} if draw.random() < 0.3 else label
            for label in draw.sample(ticks, draw.randint(1, min(4, len(ticks))))
        ]
    if free:
        picked = draw.sample(free, draw.randint(1, min(6, len(free))))
        made["数据"] = {indicator.label: draw.randint(2, 400) for indicator in picked}
    return made


def _free(indicator: Indicator) -> bool:
    """A plain count that stands in no relation to others."""
    return indicator.kind == "count" and not indicator.formula and not indicator.denominator
