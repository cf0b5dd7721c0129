"""Law: any bytes given to any reader end in a Reading or in UnreadableInput, never in another exception."""

from contextlib import suppress
from importlib import import_module

import pytest
from drafting import drafted, profile_text
from hypothesis import example, given
from hypothesis import strategies as st
from readers.web_pages import SHAPES

from generator.document.walk import plain, stretches
from generator.errors import UnreadableInput
from generator.readers import read_bytes
from generator.readers.formats import FORMATS, format_of
from generator.readers.reading import Reading
from generator.soffice import program
from generator.writers import write

NAMES = st.sampled_from([f"a{suffix}" for one in FORMATS.values() for suffix in one.suffixes] + ["a", "a.zip", ".docx"])
_SIGNS = "一二三、（）()。，：#*_`|<>&;/=\"'\n\r\t 　\\[]!-1234567890年月日abp\0\u2028\x0c\ufeff"
TEXT = st.text(st.sampled_from(_SIGNS), max_size=300)
_TAGS = (
    "<p>", "</p>", "<div class=zoom>", "</div>", "<table>", "<tr>", "<td colspan=9 rowspan=3>", "</table>", "<br>",
    "<h1>", "<h6>", "<b>", "</b>", "<a>", "<pre>", "<script>", "<!--", "-->", "<title>", "<td>", "<meta name=author>",
    "<span id=zoom>", "<footer>", "<img>", "&nbsp;", "&#0;", "&#x110000;", "<th>", "<li>", "<?xml", "<![CDATA[",
)  # fmt: skip
_WORDS = st.text("一（）、，。：文号标题日期 \n", max_size=30)
TAGS = st.lists(st.one_of(st.sampled_from(_TAGS), _WORDS), max_size=60).map("".join)


def valid(kind: str) -> bytes:
    """A report in each format that needs no other program to be made."""
    if kind == "page":
        return SHAPES["trs_editor"]().encode()
    return write(drafted(profile_text("gekeng-2024")).document, kind)


VALID = {kind: valid(kind) for kind in ("page", "docx", "md", "html")}


def ends_well(data: bytes, name: str) -> None:
    try:
        reading = read_bytes(data, name)
    except UnreadableInput:
        return
    assert isinstance(reading, Reading)
    assert any(plain(inlines) for inlines in stretches(reading.document.blocks))
    for block in reading.document.blocks:
        assert block.span
        assert 1 <= block.span.first <= block.span.last


@given(st.binary(max_size=400), NAMES)
@example(b"\xd0\xcf\x11\xe0", "a.txt")
def test_any_bytes(data: bytes, name: str) -> None:
    if not data.startswith((b"\xd0\xcf\x11\xe0", b"{\\rtf")):  # LibreOffice takes a second each
        ends_well(data, name)


@given(st.one_of(TEXT, TAGS), NAMES, st.sampled_from(["utf-8", "gb18030", "utf-16"]))
def test_any_text(text: str, name: str, encoding: str) -> None:
    ends_well(text.encode(encoding, "replace"), name)


@given(TAGS)
def test_any_markup(text: str) -> None:
    ends_well(f"<html>{text}".encode(), "a.html")


@given(st.sampled_from(sorted(VALID)), st.data())
def test_valid_files_cut_and_changed(kind: str, data: st.DataObject) -> None:
    whole = VALID[kind]
    changed = bytearray(whole[: data.draw(st.integers(0, len(whole)))] if data.draw(st.booleans()) else whole)
    for at, byte in data.draw(st.lists(st.tuples(st.integers(0, len(whole) - 1), st.integers(0, 255)), max_size=8)):
        if at < len(changed):
            changed[at] = byte
    ends_well(bytes(changed), f"a.{kind if kind != 'page' else 'html'}")


@pytest.mark.layout
@pytest.mark.skipif(program() is None, reason="LibreOffice is not installed")
def test_pdf_files_cut_and_changed() -> None:
    whole = write(drafted(profile_text("gekeng-2024")).document, "pdf")

    change = st.tuples(st.integers(0, len(whole) - 1), st.integers(0, 255))

    @given(st.integers(0, len(whole)), st.lists(change, max_size=8))
    def law(cut: int, changes: list[tuple[int, int]]) -> None:
        changed = bytearray(whole if cut % 2 else whole[:cut])
        for at, byte in changes:
            if at < len(changed):
                changed[at] = byte
        ends_well(bytes(changed), "a.pdf")

    law()


@given(st.sampled_from(sorted(FORMATS)), st.binary(max_size=200))
def test_each_reader_by_itself(kind: str, data: bytes) -> None:
    module = import_module(f"generator.readers.{FORMATS[kind].module}")
    if FORMATS[kind].module == "office":
        return
    with suppress(UnreadableInput):
        assert isinstance(module.read(data, "a"), Reading)


@given(st.binary(min_size=1, max_size=60), NAMES)
def test_a_format_is_found_or_refused(data: bytes, name: str) -> None:
    with suppress(UnreadableInput):
        assert format_of(data, name) in FORMATS
