"""The rules of layout and the measure, which renders, say the same of a DOCX."""

import os
import re
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from check.lay.mutating import MUTANTS, mutant
from layout import gb9704_measure

pytestmark = [
    pytest.mark.layout,
    pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice (soffice) is not installed"),
]
_EVERY = "GEN_EXAMPLES" in os.environ
_HARMLESS = ("成稿原样", "正文行距改成固定值 28.8 磅", "仿宋_GB2312 改成仿宋", "日期右空四字、署名居中其上")
_ALIKE = re.compile(r"-(?:h\d|recipient|sign_org)$")
"""Checks that differ in the role alone."""
_READ_ONLY = ("XML-PAGE", "XML-TOP", "XML-LEFT", "XML-AREA", "W-", "FONT-", "PN-FMT")
"""Checks of the measure that need no probe of what a full page holds."""


def _told() -> Iterator[str]:
    """One fault for each kind of check of the measure, and a few harmless changes; all where examples are asked for."""
    seen: set[str] = set()
    for name, one in MUTANTS.items():
        expected = {_ALIKE.sub("", check) for check in one["measure"] or ()}
        if expected - seen or name in _HARMLESS or (_EVERY and one["measure"] is not None):
            seen |= expected
            yield name


@pytest.fixture(scope="module")
def office_profile(tmp_path_factory: pytest.TempPathFactory) -> str:
    return str(tmp_path_factory.mktemp("office"))


@pytest.mark.parametrize("name", list(_told()))
def test_the_measure_finds_what_the_rules_find(name: str, tmp_path: Path, office_profile: str) -> None:
    file, one = tmp_path / "report.docx", MUTANTS[name]
    file.write_bytes(mutant(name))
    rendered = not one["measure"] or not one["measure"][0].startswith(_READ_ONLY)
    summary = gb9704_measure.measure(str(file), profile=office_profile, probe=rendered)["summary"]
    if one["finds"]:
        assert set(one["measure"]) <= {*summary["failed"], *summary["warned"]}
    else:
        assert summary["failed"] == []


def test_the_rules_find_something_wherever_the_measure_does() -> None:
    assert [name for name, one in MUTANTS.items() if one["measure"] and not one["finds"]] == []
    assert [name for name, one in MUTANTS.items() if one["measure"] == [] and one["finds"]] == []
