"""Older word processors' files: LibreOffice or a word on how to save them."""

from pathlib import Path

import pytest

from generator.errors import UnreadableInput
from generator.readers import read_bytes
from generator.readers.office import read
from generator.soffice import program

RTF = b"{\\rtf1\\ansi One line.\\par}"


def test_without_libreoffice_the_message_says_what_to_save_as(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GEN_SOFFICE", "no-such-program")
    with pytest.raises(UnreadableInput, match="没有 LibreOffice") as stop:
        read_bytes(RTF, "a.rtf")
    assert "另存为 DOCX" in stop.value.hint


def test_a_stuck_libreoffice_is_stopped(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "soffice"
    path.write_text("#!/bin/sh\nsleep 60\n")
    path.chmod(0o755)
    monkeypatch.setenv("GEN_SOFFICE", str(path))
    with pytest.raises(UnreadableInput, match=r"超过 0\.5 秒"):
        read(RTF, "a.rtf", 0.5)


@pytest.mark.layout
@pytest.mark.skipif(program() is None, reason="LibreOffice is not installed")
def test_what_only_looks_like_a_word_file_is_refused() -> None:
    with pytest.raises(UnreadableInput):
        read_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(range(256)) * 8, "a.doc")
