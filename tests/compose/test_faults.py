"""A template that goes wrong while it runs names its file and line, in Chinese."""

import pytest
from drafting import drafted, small, small_form

from generator.errors import BrokenTemplate

_FIGURE = '### 要点\n{{ 其余("点") }}\n\n'


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("{{ 没有的 }}", "用了不存在的名称“没有的”"),
        ("{{ d.没有的 }}", "用了不存在的名称“没有的”"),
        ("{{ ''.__class__ }}", "模板里不能用“__class__”"),
        ("{{ ''.upper() }}", "模板里不能用“upper”"),
        ('{% include "themes/none.md.j2" %}', "没有 themes/none.md.j2"),
        ("{% for 甲 in d %}{{ 甲 }}{% endfor %}", "这里"),
        ("{{ 年度 | length | first }}", "这里"),
    ],
)
def test_file_and_line_are_named(text: str, says: str) -> None:
    template = small(f"{_FIGURE}{text}\n", {"甲": {}})
    with pytest.raises(BrokenTemplate) as stop:
        drafted(small_form({"数据": {"甲": 1}}), template)
    assert stop.value.message.startswith("themes/")
    assert stop.value.message.split(":")[1] == "4"
    assert says in stop.value.message
