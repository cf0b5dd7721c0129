"""Every sentence that the template has for a figure is read as that figure, with nothing else around it."""

from functools import cache

import pytest
from drafting import drafted, shipped

from generator import api
from generator.annotate import annotate
from generator.annotate.lexicon import Lexicon
from generator.schema.model import Indicator

_WITH_ANOTHER = {"schools_middle", "culture_tour_rounds"}
"""Those whose words lean on the figure before them: 覆盖小学…、中学…, 巡演…场，分…轮进行."""
_ALONE = [one for name, one in shipped().schema.indicators.items() if name not in _WITH_ANOTHER]
_UNITS = {
    "县": ("青石县人民政府", "云州市", "县长"),
    "乡镇": ("青石县云岭镇人民政府", "青石县", "镇长"),
    "街道": ("清源区城东街道办事处", "清源区", "主任"),
    "部门": ("青石县水利局", "青石县", "局长"),
}


@cache
def _lexicon() -> Lexicon:
    return api.judge().lexicon


@pytest.mark.parametrize("indicator", _ALONE, ids=lambda indicator: indicator.id)
def test_a_figure_told_alone_is_read_as_itself(indicator: Indicator) -> None:
    schema = shipped().schema
    level = next(level for level in _UNITS if not indicator.levels or level in indicator.levels)
    name, upper, office = _UNITS[level]
    figure = {"数据": {indicator.label: "97.3%" if indicator.kind == "rate" else "37"}}
    part = {"职务": office, **figure}
    theme = next((theme.label for theme in schema.themes if theme.id == indicator.theme), "")
    draft = drafted(
        {
            "报告": {"年度": 2024, "成文日期": "2025-01-20", "变体": 1},
            "单位": {"名称": name, "层级": level, "上级": upper},
            **({"第一责任人": part} if indicator.theme == "first_responsible" else {"主要举措": {theme: figure}}),
        }
    )
    read = annotate(draft.document, schema, _lexicon())
    assert [mention.indicator for mention in read.mentions if mention.indicator] == [indicator.id]
