"""The words of a DOCX are those of the tree, numbered."""

from collections.abc import Iterator, Sequence
from io import BytesIO

import docx
from hypothesis import given
from hypothesis import strategies as st
from strategies import documents

from generator.document.nodes import Block, Division, Document, Heading, Inline, Paragraph, Table, Text, Title
from generator.document.walk import plain
from generator.numbering import numbered
from generator.writers.docx import write
from generator.writers.notes import Note


def spoken(blocks: Sequence[Block]) -> Iterator[str]:
    """What each paragraph of the page must say; written anew here, not taken from the writer."""
    attachments = sum(isinstance(b, Division) and b.name == "attachment" for b in blocks)
    seen = 0
    current: str | None = None
    head: tuple[str, str] | None = None
    waits = False
    for block, number in [*numbered(blocks), (Title(()), "")]:
        if isinstance(block, Heading) and block.placement == "joined":
            current = (current or "") + (head[0] + head[1] if head else "") + number + plain(block.inlines)
            current, head, waits = current + closer(block.inlines), None, True
            continue
        if isinstance(block, Paragraph) and waits:
            current = (current or "") + (head[0] + head[1] if head else "") + plain(block.inlines)
            head, waits = None, False
            continue
        if head:
            current = (current or "") + head[0]
        if current is not None:
            yield current
        current, head, waits = None, None, False
        if isinstance(block, Paragraph):
            current = plain(block.inlines)
        elif isinstance(block, Heading) and block.placement == "run_in":
            head, waits = (number + plain(block.inlines), closer(block.inlines)), True
        elif isinstance(block, Heading):
            yield number + plain(block.inlines)
        elif isinstance(block, Title):
            yield plain(block.inlines)
        elif isinstance(block, Division):
            lines = words_of(block)
            parts = {part.name: words_of(part) for part in block.blocks if isinstance(part, Division)}
            if block.name == "letterhead":
                yield from parts["mark"]
                yield f"{parts['number'][0]}\t签发人：{parts['issuer'][0]}"
            elif block.name == "attachment_note":
                numbers = [f"{n}." if len(lines) > 1 else "" for n in range(1, len(lines) + 1)]
                yield from map("{}{}{}".format, ["附件：", *[""] * len(lines)], numbers, lines)
            elif block.name == "attachment":
                seen += 1
                yield f"附件{seen}" if attachments > 1 else "附件"
                yield from spoken(block.blocks)
            elif block.name == "imprint":
                yield "抄送：" + parts["copies"][0]
                who, when = parts["printed"]
                yield f"{who}\t{when}" + ("" if when.endswith("印发") else "印发")
            else:
                yield from lines


def words_of(division: Division) -> list[str]:
    return [plain(block.inlines) for block in division.blocks if isinstance(block, Paragraph)]


def closer(inlines: Sequence[Inline]) -> str:
    words = plain(inlines)
    return "。" if words and words.rstrip("”’）》")[-1:] not in tuple("。！？：；…，、") else ""


def tables(blocks: Sequence[Block]) -> Iterator[list[list[str]]]:
    for block in blocks:
        if isinstance(block, Table):
            yield [[plain(cell, "\n") for cell in row] for row in (*block.header, *block.rows)]
        elif isinstance(block, Division):
            yield from tables(block.blocks)


@given(documents())
def test_paragraphs_say_what_the_tree_says(document: Document) -> None:
    opened = docx.Document(BytesIO(write(document)))
    found = [p.text.replace("\n", "") for p in opened.paragraphs]
    assert [words for words in found if words] == [words for words in spoken(document.blocks) if words]


@given(documents())
def test_tables_hold_what_the_tree_holds(document: Document) -> None:
    opened = docx.Document(BytesIO(write(document)))
    found = [[[cell.text for cell in row.cells] for row in table.rows] for table in opened.tables]
    assert found == list(tables(document.blocks))


@given(documents())
def test_the_same_document_gives_the_same_bytes(document: Document) -> None:
    assert write(document) == write(document)


@given(st.text(max_size=40))
def test_no_words_break_the_xml(words: str) -> None:
    line = Paragraph((Text(words),))
    document = Document((Title(line.inlines), Division("salutation", (line,)), line, Table((), ((line.inlines,),))))
    docx.Document(BytesIO(write(document, [Note(None, "", words)])))
