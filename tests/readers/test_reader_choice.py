"""Which reader a file gets, and what is refused: one clear sentence each, in bounded time and memory."""

import os
import time
from pathlib import Path

import pytest

from generator.document.walk import plain, stretches
from generator.errors import UnreadableInput
from generator.readers import codes, read, read_bytes
from generator.readers.bounds import MOST_BLOCKS, MOST_BYTES, MOST_TEXT
from generator.readers.reading import Reading

PAGE = "<html><body><p>全年办件3200件，群众满意。</p></body></html>"
ELF = b"\x7fELF\x02\x01\x01\x00" + bytes(range(256)) * 20
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 504


def words(reading: Reading) -> list[str]:
    return [plain(inlines) for inlines in stretches(reading.document.blocks)]


def refusal(data: bytes, name: str) -> str:
    with pytest.raises(UnreadableInput) as stop:
        read_bytes(data, name)
    assert stop.value.hint
    assert "\n" not in stop.value.message
    return stop.value.message


@pytest.mark.parametrize(("name", "label"), [("a.doc", "网页"), ("a.docx", "网页"), ("a.txt", "网页")])
def test_content_decides_and_a_wrong_name_is_told(name: str, label: str) -> None:
    reading = read_bytes(PAGE.encode(), name)
    assert words(reading) == ["全年办件3200件，群众满意。"]
    assert reading.diagnostics[0].code == codes.OTHER_FORMAT
    assert label in reading.diagnostics[0].message


def test_markdown_is_known_by_its_name_alone() -> None:
    assert words(read_bytes("# 标题\n\n正文。\n".encode(), "a.md")) == ["标题", "正文。"]
    assert words(read_bytes("# 标题\n\n正文。\n".encode(), "a.txt")) == ["# 标题", "正文。"]


@pytest.mark.parametrize(
    ("data", "name", "said"),
    [
        (b"", "a.txt", "空文件"),
        (b" \n\t\n", "a.txt", "没有文字"),
        (b"<html><body><script>1</script></body></html>", "a.html", "没有文字"),
        (ELF, "report.docx", "程序"),
        (ELF, "report.txt", "程序"),
        (b"MZ\x90\0\3" + b"\0" * 100, "report.doc", "程序"),
        (b"\x89PNG\r\n\x1a\n" + b"\0" * 100, "a.pdf", "图片"),
        (b"PK\x03\x04" + b"\0" * 26 + b"xl/workbook.xml", "a.docx", "Excel"),
        (b"PK\x03\x04" + b"\0" * 26 + b"a.txt", "a.zip", "压缩文件"),
        (OLE + "EncryptedPackage".encode("utf-16-le"), "a.docx", "加了密码"),
        (OLE + "Workbook".encode("utf-16-le"), "a.xls", "Excel"),
        (bytes(range(1, 256)) * 40, "a.txt", "不是文本"),
        (b"a\0b\0\0\0" * 50 + b"\xff\xfe\xfd" * 20, "a.txt", "不是文本"),
        (b"%PDF-1.7\n%%EOF", "a.pdf", "已损坏"),
        (b"MIME-Version: 1.0\r\nContent-Type: multipart/related;\r\n", "a.mht", "MHT"),
    ],
)  # fmt: skip
def test_what_is_no_report_is_named(data: bytes, name: str, said: str) -> None:
    assert said in refusal(data, name)


def test_files_that_are_too_large_are_refused_at_once(tmp_path: Path) -> None:
    page = tmp_path / "page.html"
    with page.open("wb") as file:
        file.truncate(200_000_000)
    with pytest.raises(UnreadableInput, match="200 MB"):
        read(page)
    assert "50 MB" in refusal(b"a" * (MOST_BYTES + 1), "a.txt")
    assert "20 MB" in refusal(b"a" * (MOST_TEXT + 1), "a.txt")
    assert "段" in refusal(b"a\n" * (MOST_BLOCKS + 1), "a.txt")


@pytest.mark.parametrize(
    "unit", ["<p>字</p>\n", "<a b=c d=e>", "<div>", "<table><tr><td>", "字，" * 30 + "<br>", "&amp;", "<b><i>"]
)
def test_the_largest_page_is_done_within_seconds(unit: str) -> None:
    data = (unit * (MOST_TEXT // len(unit.encode()))).encode()
    before = time.process_time()
    with pytest.raises(UnreadableInput):
        read_bytes(data, "a.html")
    assert time.process_time() - before < 3


def test_a_folder_is_no_file(tmp_path: Path) -> None:
    with pytest.raises(UnreadableInput, match="是文件夹"):
        read(tmp_path)
    with pytest.raises(UnreadableInput, match="没有“"):
        read(tmp_path / "missing.txt")


@pytest.mark.skipif(os.name == "nt", reason="links and pipes of POSIX")
def test_links_in_a_circle_and_pipes_are_told(tmp_path: Path) -> None:
    here, there, pipe = tmp_path / "a.txt", tmp_path / "b.txt", tmp_path / "c.txt"
    here.symlink_to(there)
    there.symlink_to(here)
    os.mkfifo(pipe)
    with pytest.raises(UnreadableInput, match="绕成一圈"):
        read(here)
    with pytest.raises(UnreadableInput, match="管道"):
        read(pipe)
    with pytest.raises(UnreadableInput, match="设备"):
        read(Path("/dev/zero"))


@pytest.mark.skipif(os.name == "nt", reason="permissions of POSIX")
def test_a_file_without_permission_is_told(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("一、", encoding="utf-8")
    path.chmod(0)
    user = os.geteuid()
    if user == 0:
        os.seteuid(65534)  # root may read everything
    try:
        with pytest.raises(UnreadableInput, match="没有权限"):
            read(path)
    finally:
        os.seteuid(user)


def test_a_name_with_a_nul_is_told() -> None:
    with pytest.raises(UnreadableInput, match="文件名"):
        read(Path("a\0b"))
