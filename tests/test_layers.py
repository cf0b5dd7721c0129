"""The rooms of the house: who may import whom, how large a file may be, what a command may load."""

import json
import os
import re
import shutil
import statistics
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
SOURCES = sorted((ROOT / "generator").rglob("*.py"))

_LOADED = """
import json, sys
before = set(sys.modules)
from generator.cli.run import main
try:
    code = main({arguments!r})
finally:
    print(json.dumps(sorted(set(sys.modules) - before)), file=sys.stderr)
assert code == 0, code
"""


def loaded(*arguments: str, folder: Path = ROOT) -> set[str]:
    """Modules that `gen` with these arguments imports in a fresh process."""
    done = subprocess.run(
        [sys.executable, "-c", _LOADED.format(arguments=list(arguments))],
        capture_output=True, encoding="utf-8", cwd=folder, env=_environment(), check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    return set(json.loads(done.stderr.splitlines()[-1]))


def _environment() -> dict[str, str]:
    return {**os.environ, "PYTHONPATH": str(ROOT), "PYTHONUTF8": "1"}


def third_party(modules: set[str]) -> set[str]:
    """Top-level names of modules that are neither Python's nor ours."""
    names = {module.partition(".")[0] for module in modules}
    return names - set(sys.stdlib_module_names) - {"generator"}


def test_every_import_points_downwards() -> None:
    command = Path(sys.executable).with_name("lint-imports")
    if not command.exists():
        pytest.skip("import-linter is not installed")
    done = subprocess.run(
        [command, "--no-cache"], cwd=ROOT, capture_output=True, encoding="utf-8", check=False
    )
    assert done.returncode == 0, (done.stdout + done.stderr)[-3000:]


def test_no_file_is_over_400_lines_and_most_are_short() -> None:
    lengths = {str(path): len(path.read_text(encoding="utf-8").splitlines()) for path in SOURCES}
    written = sorted(length for length in lengths.values() if length > 2)
    assert {path for path, length in lengths.items() if length > 400} == set()
    assert statistics.median(written) <= 110
    assert written[len(written) * 9 // 10] <= 260


def test_no_file_is_named_after_nothing() -> None:
    empty = {"utils", "util", "helpers", "common", "manager", "core", "misc"}
    assert {path.stem for path in SOURCES} & empty == set()


def test_help_loads_click_and_nothing_else() -> None:
    modules = loaded("--help")
    assert third_party(modules) == {"click"}
    rooms = {module.split(".")[1] for module in modules if module.startswith("generator.")}
    assert rooms == {"cli", "errors", "report_lines", "diagnostics", "places", "records", "remembered"}


def test_expressions_beside_the_way_of_a_draft_are_compiled_once_for_all_runs(tmp_path: Path) -> None:
    form = str(ROOT / "profiles" / "gekeng-2024.yml")
    drafting = {name.replace(".", "/") for name in loaded("draft", form, folder=tmp_path)}
    rooms = ("annotate", "check", "extract", "learn", "readers")
    anew = {
        str(path.relative_to(ROOT).with_suffix(""))
        for room in rooms
        for path in (ROOT / "generator" / room).rglob("*.py")
        if re.search(r"\bre\.compile\((?!rb)", path.read_text(encoding="utf-8"))
    }
    assert anew <= drafting


def test_one_command_does_not_load_the_others() -> None:
    assert "generator.cli.draft" not in loaded("templates")
    assert "generator.api" not in loaded("templates", "list")


@pytest.mark.parametrize("form", ["gekeng-2024.yml", "faku-2023.yml"])
def test_drafting_loads_nothing_heavy(form: str, tmp_path: Path) -> None:
    shutil.copy(ROOT / "profiles" / form, tmp_path / form)
    # Whoever drafts first makes the templates ready; that needs Jinja and YAML.
    loaded("draft", form, folder=tmp_path)
    modules = loaded("draft", form, "--to", "docx,md", folder=tmp_path)
    assert third_party(modules) == {"click"}
    heavy = {"difflib", "locale", "zipfile", "logging", "concurrent.futures", "multiprocessing", "subprocess"}
    assert modules & heavy == set()
    assert {name for name in modules if name.startswith("generator.annotate.")} <= {"generator.annotate.model"}
    # It has too few expressions of its own to look for what earlier runs compiled.
    assert "generator.regex" not in modules
