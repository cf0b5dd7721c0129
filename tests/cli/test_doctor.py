"""`gen doctor` on this computer, and on one that lacks things; the manual page; completion."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from generator import api
from generator.cli.run import main

ROOT = Path(__file__).parents[2]


def test_this_computer_can_draft(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["doctor"]) == 0
    shown = capsys.readouterr().out
    assert "✓ 试写一份" in shown
    assert "可以使用" in shown
    assert "✗" not in shown


def test_a_missing_libreoffice_is_a_hint_and_no_fault(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GEN_SOFFICE", "nonesuch")
    (office,) = [finding for finding in api.examine() if finding.name == "LibreOffice"]
    assert office.state == "hint"
    assert "GEN_SOFFICE" in office.advice


def test_fonts_are_named_with_what_stands_for_them(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    listing = tmp_path / "fc-list"
    listing.write_text("#!/bin/sh\necho 'FangSong,仿宋'\necho 黑体\n", encoding="utf-8")
    listing.chmod(0o755)
    monkeypatch.setenv("PATH", f"{tmp_path}{os.pathsep}{os.environ['PATH']}")
    found = {finding.name: finding for finding in api.examine() if "字体" in finding.name}
    assert found["字体 黑体"].said == "有"
    assert "仿宋" in found["字体 仿宋_GB2312"].said
    assert "方正小标宋简体" in found["公文字体"].said


def test_a_broken_template_is_a_fault_with_its_remedy(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    folder = tmp_path / "templates" / "rule-of-law"
    folder.mkdir(parents=True)
    (folder / "genre.yml").write_text("体裁: [\n", encoding="utf-8")
    assert main(["doctor"]) == 1
    shown = capsys.readouterr().out
    assert "✗ 模板" in shown
    assert "处要处理" in shown


def test_the_manual_page_is_that_of_the_program() -> None:
    made = subprocess.run([sys.executable, str(ROOT / "docs" / "man.py")], capture_output=True, check=True)
    assert made.stdout.decode() == (ROOT / "docs" / "gen.1").read_text(encoding="utf-8"), "run make docs"


def test_the_shell_completes_commands_and_options() -> None:
    def completed(words: str, at: int) -> str:
        asked = {"_GEN_COMPLETE": "bash_complete", "COMP_WORDS": words, "COMP_CWORD": str(at)}
        run = [sys.executable, "-m", "generator"]
        return subprocess.run(run, env={**os.environ, **asked}, capture_output=True, check=False).stdout.decode()

    assert completed("gen dr", 1).split() == ["plain,draft"]
    assert "plain,--review" in completed("gen draft --re", 2).split()
