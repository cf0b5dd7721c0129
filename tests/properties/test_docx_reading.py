"""Law 1 for DOCX, and law 11 for its reader."""

import zipfile
from contextlib import suppress
from io import BytesIO

import pytest
from drafting import SHIPPED_PROFILES, drafted, plainest, shipped_profile
from hypothesis import given
from hypothesis import strategies as st
from layout.shapes import SHAPES
from strategies import documents

from generator.document.nodes import Document
from generator.errors import UnreadableInput
from generator.readers.docx import read
from generator.writers.docx import write


@given(documents())
def test_what_is_written_reads_back_as_the_same_document(document: Document) -> None:
    assert read(write(document), "报告.docx").document == document


@pytest.mark.parametrize("name", SHIPPED_PROFILES)
def test_a_draft_reads_back_as_it_was_drafted(name: str) -> None:
    document = drafted(shipped_profile(name)).document
    reading = read(write(document), "报告.docx")
    assert reading.document.blocks == plainest(document.blocks)
    assert reading.diagnostics == ()


@given(st.binary(max_size=400))
def test_any_bytes_are_refused_in_words(data: bytes) -> None:
    with pytest.raises(UnreadableInput):
        read(data, "报告.docx")


WHOLE = write(SHAPES["joined, sealed"].document)
with zipfile.ZipFile(BytesIO(WHOLE)) as _archive:
    PARTS = {name: _archive.read(name) for name in _archive.namelist()}


@given(st.integers(0, len(WHOLE)), st.binary(max_size=8))
def test_a_damaged_file_is_read_or_refused_in_words(at: int, damage: bytes) -> None:
    with suppress(UnreadableInput):
        read(WHOLE[:at] + damage + WHOLE[at + len(damage) :], "报告.docx")


@given(st.sets(st.sampled_from(sorted(PARTS))), st.data())
def test_a_package_with_mangled_parts_is_read_or_refused_in_words(dropped: set[str], data: st.DataObject) -> None:
    name = data.draw(st.sampled_from(["word/document.xml", "word/styles.xml", *sorted(PARTS)]))
    part = PARTS[name]
    start = data.draw(st.integers(0, len(part)))
    end = data.draw(st.integers(start, min(start + 40, len(part))))
    put_in = data.draw(st.binary(max_size=20) | st.sampled_from(MARKUP))
    parts = {**PARTS, name: part[:start] + put_in + part[end:]}
    out = BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for kept in sorted(parts.keys() - dropped):
            archive.writestr(kept, parts[kept])
    with suppress(UnreadableInput):
        read(out.getvalue(), "报告.docx")


MARKUP = [
    b"<w:p>", b"</w:p>", b'<w:numPr><w:ilvl w:val="-1"/><w:numId w:val="x"/></w:numPr>', b"<w:tbl/>", b"<w:tr/>",
    b"&a;",
    b'<w:outlineLvl w:val="99999999999999"/>', b"<w:sym/>", b'<w:sym w:char="D800"/>', b'<w:sym w:char="-5"/>',
    b'<w:fldChar w:fldCharType="end"/>', b"<w:pict><w:txbxContent/></w:pict>", b'<w:gridSpan w:val="x"/>', b"<w:r/>",
    b'<w:footnoteReference w:id="1"/>', b"<!--", b"<?a?>", b"<![CDATA[<w:p>]]>", b"\xff", b"<w:basedOn/>",
]  # fmt: skip
