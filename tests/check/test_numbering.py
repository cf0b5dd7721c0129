"""How numbers of paragraphs are marked: what is wrong and what only looks different."""

import pytest
from checking import findings

from generator.diagnostics import Severity


@pytest.mark.parametrize(("mark", "told"), [("、", [Severity.WARNING]), ("．", [Severity.INFO]), (".", [])])
def test_a_wide_dot_behind_an_arabic_number_is_a_hint(mark: str, told: list[Severity]) -> None:
    found = findings(f"1{mark}组织执法培训。", ("PUN008",))
    assert [one.severity for one in found] == told
