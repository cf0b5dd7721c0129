"""PDF, laid out by LibreOffice from the DOCX."""

import os
import shutil
import signal
import subprocess
import tempfile
from collections.abc import Sequence
from pathlib import Path

from generator.document.nodes import Document
from generator.errors import CannotWrite
from generator.writers.notes import Note

TIME_LIMIT = 120.0
"""Seconds for one conversion, the start of LibreOffice on a slow machine included."""

_PLACES = (
    "/usr/bin/soffice",
    "/usr/lib/libreoffice/program/soffice",
    "/Applications/LibreOffice.app/Contents/MacOS/soffice",
    "C:\\Program Files\\LibreOffice\\program\\soffice.exe",
    "C:\\Program Files (x86)\\LibreOffice\\program\\soffice.exe",
)


def write(document: Document, notes: Sequence[Note] = ()) -> bytes:
    """The document as PDF. Raises CannotWrite where LibreOffice is missing, fails or takes too long."""
    from generator.writers.docx import write as write_docx

    return from_docx(write_docx(document, notes))


def office() -> str | None:
    """The program file of LibreOffice, None where it is not installed; `$GEN_SOFFICE` names another one."""
    chosen = os.environ.get("GEN_SOFFICE")
    if chosen:
        return shutil.which(chosen)
    found = shutil.which("soffice") or shutil.which("libreoffice")
    return found or next((place for place in _PLACES if Path(place).is_file()), None)


def from_docx(docx: bytes, time_limit: float = TIME_LIMIT) -> bytes:
    """These bytes of a DOCX as PDF; `time_limit` in seconds. Raises CannotWrite."""
    program = office()
    if program is None:
        hint = "装好 LibreOffice 后再试，或改用 --to docx，用 Word、WPS 打开后另存为 PDF"
        raise CannotWrite("没有找到 LibreOffice，不能输出 PDF", hint)
    # A profile of its own: two conversions that share one end each other.
    with tempfile.TemporaryDirectory(prefix="gen-pdf-", ignore_cleanup_errors=True) as folder:
        source = Path(folder, "report.docx")
        source.write_bytes(docx)
        profile = Path(folder, "profile").as_uri()
        command = [
            program,
            f"-env:UserInstallation={profile}",
            "--headless",
            "--norestore",
            "--convert-to",
            "pdf:writer_pdf_Export",
            "--outdir",
            folder,
            str(source),
        ]
        said = _run(command, time_limit)
        target = source.with_suffix(".pdf")
        pdf = target.read_bytes() if target.is_file() else b""
    if not pdf.startswith(b"%PDF"):
        raise CannotWrite("LibreOffice 没有生成 PDF", said or "它什么也没有说；可改用 --to docx")
    return pdf


def _run(command: list[str], time_limit: float) -> str:
    """What the program said last. It runs in a session of its own, so that its children end with it."""
    process = subprocess.Popen(
        command,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        start_new_session=os.name == "posix",
    )
    try:
        output, _ = process.communicate(timeout=time_limit)
    except subprocess.TimeoutExpired:
        hint = "文件可能过大或机器太忙；稍后再试，或改用 --to docx"
        raise CannotWrite(f"LibreOffice 超过 {time_limit:g} 秒没有完成，已停止", hint) from None
    finally:
        if process.poll() is None:
            _end(process)
    lines = output.decode(errors="replace").strip().splitlines()
    return lines[-1] if lines else ""


def _end(process: subprocess.Popen[bytes]) -> None:
    if os.name == "posix":
        os.killpg(process.pid, signal.SIGKILL)
    else:
        process.kill()
    process.communicate()  # reads what is left and closes the pipe
