"""Paragraphs that were broken at a fixed width are joined again, in whatever file they stand."""

import io

import pytest
from docx import Document as WordDocument
from readers.wrapped_report import LONG

from generator.document.nodes import Block, Document, Heading, LineBreak, Paragraph, Span, Text
from generator.document.walk import plain
from generator.readers import codes, read_bytes
from generator.readers.reading import Reading
from generator.readers.rejoining import rejoined

WIDE = 28


def pieces(words: str) -> list[str]:
    return [words[at : at + WIDE] for at in range(0, len(words), WIDE)]


def words(blocks: tuple[Block, ...]) -> list[str]:
    return [plain(block.inlines, "/") for block in blocks if isinstance(block, (Paragraph, Heading))]


@pytest.mark.parametrize("forced", [False, True])
def test_a_docx_copied_line_by_line_reads_as_its_paragraphs(forced: bool) -> None:
    document = WordDocument()
    for line in LONG:
        paragraph = document.add_paragraph()
        for number, piece in enumerate(pieces("　　" + line)):
            if number and forced:
                paragraph.add_run().add_break()
            elif number:
                paragraph = document.add_paragraph()
            paragraph.add_run(piece)
    saved = io.BytesIO()
    document.save(saved)
    reading = read_bytes(saved.getvalue(), "a.docx")
    assert [line.strip("　") for line in words(reading.document.blocks)] == LONG
    assert [told.code for told in reading.diagnostics] == [codes.REJOINED]


def test_a_page_broken_by_br_reads_as_its_paragraphs() -> None:
    body = "".join(f"<p>{'<br>'.join(pieces(line))}</p>" for line in LONG)
    reading = read_bytes(f"<html><body><div>{body}</div></body></html>".encode(), "a.html")
    assert words(reading.document.blocks) == LONG


def test_other_blocks_stay_where_they_are() -> None:
    blocks: list[Block] = []
    for line in LONG:
        blocks += [Paragraph((Text(piece),), Span(len(blocks) + 1, len(blocks) + 1)) for piece in pieces(line)]
    at = next(n for n, block in enumerate(blocks) if isinstance(block, Paragraph) and "（二）" in plain(block.inlines))
    blocks[at] = Heading(2, (Text("普法宣传"),), span=Span(at + 1, at + 1), marker="（二）")
    made = rejoined(Reading(Document(tuple(blocks), {}), ())).document.blocks
    assert blocks[at] in made
    assert words(made) == [line.removeprefix("（二）") for line in LONG]
    assert [block.span.first for block in made if block.span][:4] == [1, 2, 3, 4]


def test_lines_that_end_their_sentences_stay() -> None:
    said = [Text(f"第{n}件事已经办好了，来办事的群众都说很方便。") for n in range(9)]
    whole = tuple(Paragraph((words_, LineBreak(), words_)) for words_ in said)
    reading = Reading(Document(whole, {}), ())
    assert rejoined(reading) is reading
