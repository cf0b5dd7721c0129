"""PDF by the real LibreOffice, and what is said where it is missing or stuck."""

import os
import subprocess
import threading
import time
from pathlib import Path

import pytest

from generator.document.nodes import Document, Heading, Paragraph, Text, Title
from generator.errors import CannotWrite
from generator.soffice import program
from generator.writers import pdf, write

REPORT = Document(
    (
        Title((Text("某镇人民政府关于2024年度法治政府建设情况的报告"),)),
        Heading(1, (Text("主要举措"),)),
        Paragraph((Text("全镇现有执法人员25人。"),)),
    )
)


def stand_in(folder: Path, script: str) -> str:
    path = folder / "soffice"
    path.write_text(f"#!/bin/sh\n{script}\n")
    path.chmod(0o755)
    return str(path)


@pytest.mark.layout
@pytest.mark.skipif(program() is None, reason="LibreOffice is not installed")
def test_two_conversions_at_once_both_succeed(tmp_path: Path) -> None:
    made: list[bytes] = []
    threads = [threading.Thread(target=lambda: made.append(write(REPORT, "pdf"))) for _ in range(2)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert [data[:5] for data in made] == [b"%PDF-"] * 2
    (tmp_path / "a.pdf").write_bytes(made[0])
    text = subprocess.run(["pdftotext", tmp_path / "a.pdf", "-"], capture_output=True, check=True).stdout.decode()
    assert "一、主要举措" in text
    assert "全镇现有执法人员25人。" in text.replace(" ", "")


def test_a_missing_libreoffice_is_said_so(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GEN_SOFFICE", "no-such-program")
    with pytest.raises(CannotWrite, match="没有找到 LibreOffice") as stop:
        write(REPORT, "pdf")
    assert "--to docx" in stop.value.hint


def test_no_file_is_no_success_and_the_reason_is_passed_on(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(
        "GEN_SOFFICE", stand_in(tmp_path, "echo starting; echo 'source file could not be loaded'; exit 0")
    )
    with pytest.raises(CannotWrite, match="没有生成 PDF") as stop:
        pdf.from_docx(b"no docx")
    assert stop.value.hint == "source file could not be loaded"


def test_a_stuck_libreoffice_is_stopped_with_its_children(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    child = tmp_path / "child"
    monkeypatch.setenv("GEN_SOFFICE", stand_in(tmp_path, f"sleep 60 & echo $! > {child}; wait"))
    before = time.monotonic()
    with pytest.raises(CannotWrite, match=r"超过 0\.5 秒"):
        pdf.from_docx(b"", 0.5)
    assert time.monotonic() - before < 30
    with pytest.raises(ProcessLookupError):
        _wait_for_end(int(child.read_text()))


def _wait_for_end(pid: int) -> None:
    for _ in range(100):
        os.kill(pid, 0)
        if f"{pid} (sleep) Z" in Path(f"/proc/{pid}/stat").read_text():
            raise ProcessLookupError
        time.sleep(0.02)


def test_a_profile_is_new_for_each_conversion_and_gone_afterwards(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    seen = tmp_path / "seen"
    # The seventh argument is the folder for the result.
    script = f'echo "$1" >> {seen}; mkdir "$7"; echo %PDF > "$7/report.pdf"'
    monkeypatch.setenv("GEN_SOFFICE", stand_in(tmp_path, script))
    assert pdf.from_docx(b"1") == pdf.from_docx(b"2") == b"%PDF\n"
    first, second = seen.read_text().split()
    assert first != second
    assert first.startswith("-env:UserInstallation=file://")
    assert not Path(first.partition("file://")[2]).parent.exists()
