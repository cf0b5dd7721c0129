"""What we write comes back: the same printed lines, whichever format carried them."""

from functools import cache

import pytest
from drafting import SHIPPED_PROFILES, drafted, profile_text

from generator.document.nodes import Block, Division, Document, LineBreak, Title
from generator.document.walk import plain
from generator.flow import printed
from generator.readers import read_bytes
from generator.soffice import convert, program
from generator.writers import write

needs_office = pytest.mark.skipif(program() is None, reason="LibreOffice is not installed")


def lines(blocks: tuple[Block, ...]) -> list[str]:
    """Every printed line, number included; a title is one line however it is broken."""
    found: list[str] = []
    for item in printed(blocks):
        if isinstance(item.block, Division):
            found += lines(item.block.blocks)
        else:
            found.append("".join(plain(inlines) for _, inlines in item.pieces))
    return found


@cache
def draft(profile: str) -> Document:
    return drafted(profile_text(profile)).document


@pytest.mark.parametrize("profile", SHIPPED_PROFILES)
@pytest.mark.parametrize("kind", ["html", "md", pytest.param("pdf", marks=[pytest.mark.layout, needs_office])])
def test_a_draft_comes_back_line_by_line(profile: str, kind: str) -> None:
    document = draft(profile)
    reading = read_bytes(write(document, kind), f"report.{kind}")
    assert lines(reading.document.blocks) == lines(document.blocks)
    assert isinstance(reading.document.blocks[0], Title)
    assert reading.diagnostics == ()


@pytest.mark.layout
@needs_office
@pytest.mark.parametrize("suffix", ["doc", "rtf", "odt"])
def test_older_files_come_back_through_libreoffice(suffix: str) -> None:
    document = draft("gekeng-2024")
    office = program()
    assert office
    made = convert(office, write(document, "docx"), "report.docx", suffix)
    reading = read_bytes(made.content, f"report.{suffix}")
    assert lines(reading.document.blocks) == lines(document.blocks)


def test_a_forced_line_end_in_a_title_stays() -> None:
    blocks = read_bytes("# 云岭镇<br>工作报告\n\n正文。\n".encode(), "a.md").document.blocks
    assert isinstance(blocks[0], Title)
    assert any(isinstance(inline, LineBreak) for inline in blocks[0].inlines)
