"""The tutorials in this folder and in docs/ do what they say: every `$ …` is run, what follows it is what it prints.

A page runs in an empty folder, top to bottom. A block fenced with a NAME (```yaml NAME) is written to that file; in a
block fenced as ```console a line `$ …` is a command (`> ` continues it) and the rest its output, standard
error included, where `…` stands for anything: within a line, or alone for any number of lines.
"""

import os
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

HERE = Path(__file__).parent
ROOT = HERE.parent.parent
PAGES = [
    page
    for folder in (HERE, ROOT / "docs")
    for page in sorted(folder.glob("*.md"))
    if "```console" in page.read_text("utf-8")
]
_ANY_LINES = r"(?:.*\n)*?.*"
_BLOCK = re.compile(r"^```(\w+)(?: +(\S+))?\n(.*?)^```$", re.M | re.S)


def commands(block: str) -> Iterator[tuple[str, str]]:
    """Each command of a console block with its expected output."""
    for chunk in re.split(r"^\$ ", block, flags=re.M)[1:]:
        lines = chunk.splitlines()
        command = [lines.pop(0)]
        while lines and lines[0].startswith("> "):
            command.append(lines.pop(0)[2:])
        yield "\n".join(command), "\n".join(lines).rstrip()


def matches(expected: str, said: str) -> bool:
    lines = (re.escape(line).replace("…", ".*") if line != "…" else _ANY_LINES for line in expected.split("\n"))
    return re.fullmatch("\n".join(lines), said) is not None


def run(command: str, folder: Path) -> str:
    here = Path(sys.executable).parent
    environment = {
        **os.environ,
        "PATH": f"{here}{os.pathsep}{os.environ['PATH']}",
        "PYTHONPATH": str(ROOT),
        "PYTHONUTF8": "1",
        "LC_ALL": "C.UTF-8",
    }
    environment.pop("GEN_HOME", None)
    return subprocess.run(
        ["sh", "-c", command], cwd=folder, env=environment, encoding="utf-8", timeout=120, check=False,
        stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
    ).stdout.rstrip()  # fmt: skip


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)
def test_the_page_does_what_it_says(page: Path, tmp_path: Path) -> None:
    ran = 0
    for language, name, block in _BLOCK.findall(page.read_text(encoding="utf-8")):
        if name:
            (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
            (tmp_path / name).write_text(block, encoding="utf-8")
        elif language == "console":
            for command, expected in commands(block):
                said = run(command, tmp_path)
                assert matches(expected, said), f"$ {command}\n{said}\n--- the page says\n{expected}"
                ran += 1
    assert ran, "a page without a command"


@pytest.mark.parametrize(
    ("expected", "said", "same"),
    [
        ("a…c", "abbc", True),
        ("a…c", "a\nc", False),
        ("a\n…\nc", "a\nb\nb\nc", True),
        ("a\n…\nc", "a\nb", False),
        ("(a)", "(a)", True),
        ("", "", True),
        ("", "a", False),
    ],
)
def test_an_ellipsis_stands_for_anything(expected: str, said: str, same: bool) -> None:
    assert matches(expected, said) is same
