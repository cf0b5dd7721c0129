"""The process as a shell sees it."""

import os
import subprocess
import sys

import pytest


def gen(*arguments: str, encoding: str = "utf-8") -> "subprocess.CompletedProcess[bytes]":
    environment = {**os.environ, "PYTHONUTF8": "0", "PYTHONIOENCODING": encoding}
    command = [sys.executable, "-m", "generator", *arguments]
    return subprocess.run(command, env=environment, capture_output=True, check=False)


@pytest.mark.parametrize(("arguments", "code"), [(["--version"], 0), (["darft"], 2), (["look", "nonesuch.docx"], 3)])
def test_the_exit_code_reaches_the_shell(arguments: list[str], code: int) -> None:
    assert gen(*arguments).returncode == code


def test_all_output_reaches_a_pipe() -> None:
    shown = gen("indicators").stdout.decode()
    assert shown.endswith("\n")
    assert len(shown.splitlines()) > 300


def test_a_reader_that_goes_away_is_no_error() -> None:
    command = f"{sys.executable} -m generator indicators | head -n 1"
    environment = {**os.environ, "PYTHONUTF8": "1"}
    run = ["bash", "-o", "pipefail", "-c", command]
    done = subprocess.run(run, env=environment, capture_output=True, check=False)
    assert done.stdout.count(b"\n") == 1
    assert done.stderr == b""


def test_a_console_in_another_encoding_is_spoken_to_in_it() -> None:
    done = gen("--help", encoding="gb18030")
    assert done.returncode == 0
    assert done.stdout.decode("gb18030").startswith("用法：gen")


def test_a_character_that_the_console_lacks_stops_nothing() -> None:
    done = gen("form", "--level", "县", "--unit", "𠮷县人民政府", "--year", "2024", encoding="gbk")
    assert done.returncode == 0
    assert b"\\U00020bb7" in done.stdout
