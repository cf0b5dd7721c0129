"""A tick prints the sentence that stands behind it in the blank form."""

import re
from pathlib import Path

import pytest

from generator.cli.run import main


@pytest.mark.parametrize(
    ("level", "unit", "variant"),
    [("乡镇", "德化县葛坑镇人民政府", "5"), ("县", "法库县人民政府", "2"), ("部门", "法库县司法局", "7")],
)
def test_what_is_ticked_is_printed_as_the_form_says(level: str, unit: str, variant: str, tmp_path: Path) -> None:
    form, out = tmp_path / "form.yml", tmp_path / "out"
    asked = ["form", "--level", level, "--unit", unit, "--year", "2024", "--variant", variant, "-o", str(form)]
    assert main(asked) == 0
    text = form.read_text(encoding="utf-8")
    form.write_text(text.replace("#- ", "- "), encoding="utf-8")
    assert main(["draft", str(form), "-o", str(out), "--to", "md"]) == 0
    printed = "".join(path.read_text(encoding="utf-8") for path in out.glob("*.md"))
    promised = re.findall("将印：(.*)", text)
    assert len(promised) >= 20
    assert [sentence for sentence in promised if sentence not in printed] == []
