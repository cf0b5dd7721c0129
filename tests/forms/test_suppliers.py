"""Who supplies a figure is called as the level calls its offices."""

import pytest
from drafting import shipped

from generator.forms.collection import collection
from generator.schema.suppliers import supplier


@pytest.mark.parametrize(
    ("level", "office"), [("乡镇", "司法所"), ("街道", "司法所"), ("县", "司法局"), ("部门", "法规科"), ("", "司法所")]
)
def test_a_level_calls_its_offices_by_their_own_names(level: str, office: str) -> None:
    schema = shipped().schema
    indicator = next(i for i in schema.indicators.values() if i.supplier == "司法所")
    assert supplier(indicator, schema, level) == office


def test_no_office_of_a_township_is_asked_at_a_county_or_bureau() -> None:
    schema = shipped().schema
    named = {i.supplier for i in schema.indicators.values() if i.supplier}
    for level in schema.levels[2:]:
        assert set(level.suppliers) == named
    assert not {"司法所", "党政办"}.intersection(line.removeprefix("## ") for line in collection(schema, "部门").split("\n"))  # noqa: E501
