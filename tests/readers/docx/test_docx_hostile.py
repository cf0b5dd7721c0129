"""Files that are no DOCX, or one that is meant to do harm: one clear line, in bounded time and memory."""

import subprocess
import sys
import zipfile
from io import BytesIO
from pathlib import Path

import pytest
from readers.docx.word import members, p, package, style, word

from generator.errors import UnreadableInput
from generator.readers.docx import read

SECONDS = 6
"""Of the processor: thrice what a quiet machine may take, for one that is slow or shared."""
MEGABYTES = 300

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600)


def other_main(root: str) -> bytes:
    return package({**members(""), "word/document.xml": f"<x:{root} xmlns:x='y'/>"})


def locked() -> bytes:
    data = bytearray(word(p("甲")))
    for mark, at in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        start = 0
        while (start := data.find(mark, start)) >= 0:
            data[start + at] |= 1
            start += 4
    return bytes(data)


def squeezed(method: int) -> bytes:
    out = BytesIO()
    with zipfile.ZipFile(out, "w", method) as archive:
        for name, content in members(p("甲")).items():
            archive.writestr(name, content)
    return out.getvalue()


DOCTYPE = '<!DOCTYPE d [<!ENTITY a "{}">]>'
PICTURE = p(
    '<w:r><w:drawing><a:blip xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"/></w:drawing></w:r>'
)
WHOLE = word(p("甲" * 3000))


def with_doctype(doctype: str) -> bytes:
    parts = members(p("&a;"))
    return package({**parts, "word/document.xml": f"{doctype}{parts['word/document.xml']!s}"})


@pytest.mark.parametrize(
    ("data", "fact"),
    [
        (b"", "空的"),
        (b"MZ\x90\0" + bytes(100), "程序"),
        (b"\x7fELF" + bytes(100), "程序"),
        (b"%PDF-1.7", "PDF"),
        (b"{\\rtf1}", "RTF"),
        (b"<html><body>x</body></html>", "网页"),
        ("甲镇".encode(), "不是能读的"),
        (OLE, "旧格式"),
        (OLE + "EncryptedPackage".encode("utf-16-le"), "加了密码"),
        (locked(), "加了密码"),
        (squeezed(zipfile.ZIP_LZMA), "损坏"),
        (WHOLE[: len(WHOLE) // 2], "损坏"),
        (WHOLE[:-30], "损坏"),
        (package({"a.txt": "x"}), "压缩包"),
        (package({"xl/workbook.xml": "<x/>"}), "Excel"),
        (package({"word/styles.xml": "<x/>"}), "缺少正文"),
        (other_main("workbook"), "缺少正文"),
        (word("<w:p>"), "损坏"),
        (with_doctype(DOCTYPE.format("甲")), "DTD"),
        (with_doctype('<!DOCTYPE d [<!ENTITY a SYSTEM "file:///etc/passwd">]>'), "DTD"),
        (word(PICTURE), "没有文字"),
    ],
)
def test_what_is_no_report_is_refused_in_one_line(data: bytes, fact: str) -> None:
    with pytest.raises(UnreadableInput) as caught:
        read(data, "样稿.docx")
    assert fact in caught.value.message
    assert caught.value.message.startswith("“样稿.docx”")
    assert caught.value.hint
    assert "\n" not in caught.value.message + caught.value.hint


def test_a_declaration_of_utf_16_and_strict_names_are_read() -> None:
    parts = members(p("甲"))
    text = str(parts["word/document.xml"])
    for main in (
        f'<?xml version="1.0" encoding="UTF-16"?>{text}'.encode("utf-16"),
        text.replace("schemas.openxmlformats.org/wordprocessingml/2006", "purl.oclc.org/ooxml/wordprocessingml"),
    ):
        assert len(read(package({**parts, "word/document.xml": main}), "样").document.blocks) == 1


CHAIN = "".join(style(f"a{at}", "某", base=f"a{at + 1}") for at in range(40_000))
PLAIN = "<w:p><w:r><w:t>字</w:t></w:r></w:p>"
OPEN = '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>'
WIDE = '<w:tc><w:tcPr><w:gridSpan w:val="63"/></w:tcPr></w:tc>' * 2
ATTRIBUTES = " ".join(f'a{at}=">"' for at in range(390_000))
RUNS = "<w:r><w:t>字</w:t></w:r>"
NOTED, NOTE = '<w:r><w:footnoteReference w:id="1"/></w:r>', f'<w:footnote w:id="1">{PLAIN * 9_000}</w:footnote>'
HEAVY = {
    "a million paragraphs": lambda: word(PLAIN * 1_000_000),
    "as many paragraphs as may be": lambda: word(p("甲", style="x", more='<w:jc w:val="left"/>') * 19_990),
    "a paragraph of runs": lambda: word(f"<w:p>{RUNS * 190_000}</w:p>"),
    "open fields": lambda: word(f"<w:p>{OPEN * 60_000}</w:p>{PLAIN * 19_000}"),
    "attributes": lambda: word(f"<w:p {ATTRIBUTES}/>"),
    "a long tag": lambda: word(f'<w:p a="{"x" * 9_000_000}"/>'),
    "deep nesting": lambda: word("<w:sdt>" * 200_000),
    "deep tables": lambda: word(f"{'<w:tbl><w:tr><w:tc>' * 80}{PLAIN}{'</w:tc></w:tr></w:tbl>' * 80}"),
    "wide rows": lambda: word(f"<w:tbl>{f'<w:tr>{WIDE}</w:tr>' * 20_000}</w:tbl>"),
    "a chain of styles": lambda: word(PLAIN, styles=CHAIN),
    "notes referred to again and again": lambda: word(f"<w:p>{NOTED * 100_000}</w:p>", footnotes=NOTE),
    "zeros": lambda: package({**members(PLAIN), "word/media/a.bin": bytes(60_000_000)}),
    "one huge part": lambda: word(" " * 49_000_000),
    "sixty thousand members": lambda: package({**members(PLAIN), **{f"a{at}": "" for at in range(60_000)}}),
}
TRIAL = """
import re, sys, time
from pathlib import Path
from generator.errors import UnreadableInput
from generator.readers.docx import read
data = Path(sys.argv[1]).read_bytes()
begin = time.process_time()
try:
    read(data, "x.docx")
except UnreadableInput:
    pass
# Not ru_maxrss, which counts what the starting process held.
peak = re.search(r"VmHWM:\\s+(\\d+)", Path("/proc/self/status").read_text())[1]
print(time.process_time() - begin, int(peak) / 1024)
"""


@pytest.mark.parametrize("name", HEAVY)
def test_heavy_files_cost_bounded_time_and_memory(name: str, tmp_path: Path) -> None:
    heavy = tmp_path / "heavy.docx"
    heavy.write_bytes(HEAVY[name]())
    done = subprocess.run([sys.executable, "-c", TRIAL, heavy], capture_output=True, text=True, check=True)
    seconds, megabytes = map(float, done.stdout.split())
    assert seconds < SECONDS
    assert megabytes < MEGABYTES
