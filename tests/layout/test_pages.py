"""What LibreOffice makes of our files, measured against GB/T 9704-2012."""

import shutil
import zipfile
from pathlib import Path

import pytest
from drafting import SHIPPED_PROFILES, drafted, shipped_profile
from layout import gb9704_measure
from layout.shapes import SHAPES

from generator.writers.docx import write

pytestmark = [
    pytest.mark.layout,
    pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice (soffice) is not installed"),
]


@pytest.fixture(scope="module")
def office_profile(tmp_path_factory: pytest.TempPathFactory) -> str:
    """A user profile that all conversions of this module share: making one takes as long as a conversion."""
    return str(tmp_path_factory.mktemp("office"))


@pytest.mark.parametrize("name", SHAPES)
def test_no_check_of_the_measure_fails(name: str, tmp_path: Path, office_profile: str) -> None:
    shape = SHAPES[name]
    file = tmp_path / "report.docx"
    file.write_bytes(write(shape.document))
    measured = gb9704_measure.measure(str(file), seal=shape.seal, profile=office_profile)
    failed = {c["id"]: c for c in measured["checks"] if c["status"] == "fail" and c["id"] not in shape.beside_the_point}
    assert not failed
    assert (measured["probe"]["lines_per_page"], measured["probe"]["chars_per_line"]) == (22, 28)


@pytest.mark.parametrize("name", SHIPPED_PROFILES)
def test_no_check_fails_on_a_shipped_profile(name: str, tmp_path: Path, office_profile: str) -> None:
    file = tmp_path / "report.docx"
    file.write_bytes(write(drafted(shipped_profile(name)).document))
    measured = gb9704_measure.measure(str(file), profile=office_profile)
    assert measured["summary"]["failed"] == []
    assert (measured["probe"]["lines_per_page"], measured["probe"]["chars_per_line"]) == (22, 28)


def test_the_measure_notices_a_wrong_page(tmp_path: Path, office_profile: str) -> None:
    """Or its silence above would prove nothing."""
    file = tmp_path / "wrong.docx"
    source = tmp_path / "source.docx"
    source.write_bytes(write(SHAPES["joined, sealed"].document))
    with zipfile.ZipFile(source) as right, zipfile.ZipFile(file, "w") as wrong:
        for item in right.namelist():
            part = right.read(item)
            if item == "word/document.xml":
                part = part.replace(b'w:left="1588"', b'w:left="1800"')
            wrong.writestr(item, part)
    measured = gb9704_measure.measure(str(file), profile=office_profile)
    assert {"R-LEFT", "R-CHARS"} <= set(measured["summary"]["failed"])
