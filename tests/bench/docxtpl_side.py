"""docxtpl on the same content: its template made with python-docx, its script as small as its manual's."""

import os
from pathlib import Path
from typing import Any

import yaml
from docx import Document
from docx.shared import Pt

from tests.bench.content import Content, hole

SCRIPT = """\
import sys, yaml
from docxtpl import DocxTemplate
template = DocxTemplate(sys.argv[1])
with open(sys.argv[2], encoding="utf-8") as stream:
    template.render(yaml.load(stream, yaml.CSafeLoader))
template.save(sys.argv[3])
"""


def make_template(content: Content, path: Path) -> None:
    """A Word file with `{{ … }}` in place of each value, a run per piece, as somebody using Word makes it."""
    document = Document()
    document.styles["Normal"].font.size = Pt(16)
    for line in content.lines:
        paragraph = document.add_paragraph()
        for role, parts in line.pieces:
            words = "".join(part if isinstance(part, str) else hole(*part) for part in parts)
            paragraph.add_run(words).bold = role != "body"
    document.save(str(path))


def draft(template: Path, form: Path, output: Path) -> None:
    """One document in a process that has everything loaded."""
    from docxtpl import DocxTemplate

    made = DocxTemplate(os.fspath(template))
    with form.open(encoding="utf-8") as stream:
        values: dict[str, Any] = yaml.load(stream, yaml.CSafeLoader)
    made.render(values)
    made.save(os.fspath(output))
