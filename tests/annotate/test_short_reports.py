"""Forty short reports by another hand: what was reached of their headings stays reached."""

import pytest

from tests.eval.short_reports import verdicts


@pytest.mark.parametrize(("what", "share", "least"), [("level", 1, 500), ("role", 0.98, 160), ("theme", 0.95, 360)])
def test_headings_are_read_as_their_writer_meant_them(what: str, share: float, least: int) -> None:
    found = [one for one in verdicts() if one.what == what]
    wrong = [one.said for one in found if not one.right]
    assert len(found) >= least
    assert len(found) - len(wrong) >= share * len(found), wrong
