"""What third parties say of our packages."""

from pathlib import Path

import docx
import ooxml_integrity
import pytest
from layout.shapes import SHAPES
from openxml_audit import OpenXmlValidator

from generator.places import Place
from generator.writers.docx import write
from generator.writers.notes import Note

NOTES = (
    Note(None, "存在问题.原因", "这里缺原因"),
    Note(Place("form.yml", 3, 5, 40, 44), "没有的键", "第一行\n第二行 <b> & “引号”"),
)


@pytest.fixture(
    params=[(name, notes) for name in SHAPES for notes in ((), NOTES)], ids=lambda p: f"{p[0]}, {len(p[1])} notes"
)
def written(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    """A written report."""
    name, notes = request.param
    file = tmp_path / "report.docx"
    file.write_bytes(write(SHAPES[name].document, notes))
    return file


def test_openxml_audit_finds_nothing(written: Path) -> None:
    assert OpenXmlValidator().validate(written).errors == []


def test_ooxml_integrity_finds_nothing(written: Path) -> None:
    assert ooxml_integrity.check(written) == []


def test_python_docx_opens_it(written: Path) -> None:
    document = docx.Document(str(written))
    assert document.paragraphs
    assert document.core_properties.author == ""
