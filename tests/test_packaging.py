"""The wheel holds all that drafting needs, and drafts from another place than the checkout."""

import os
import subprocess
import sys
import zipfile
from pathlib import Path

import docx
import pytest

ROOT = Path(__file__).parent.parent


def run(*command: str | Path, folder: Path, path: Path | None = None) -> str:
    environment = {**os.environ, "PYTHONUTF8": "1", "PYTHONPATH": str(path or "")}
    for name in ("GEN_HOME", "GEN_STRICT"):
        environment.pop(name, None)
    done = subprocess.run(
        command, cwd=folder, env=environment, capture_output=True, encoding="utf-8", check=False
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    pytest.importorskip("build")
    pytest.importorskip("hatchling")
    made = tmp_path_factory.mktemp("wheel")
    run(sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", made, ROOT, folder=made)
    (path,) = made.glob("*.whl")
    return path


@pytest.fixture(scope="module")
def installed(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with nothing in it but what the wheel holds."""
    target = tmp_path_factory.mktemp("installed")
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(target)
    return target


def files(folder: Path) -> set[str]:
    kept = (path for path in folder.rglob("*") if path.is_file() and "__pycache__" not in path.parts)
    return {path.relative_to(folder).as_posix() for path in kept}


@pytest.mark.parametrize("kind", ["templates", "profiles"])
def test_all_that_ships_is_inside_the_package(installed: Path, kind: str) -> None:
    assert files(installed / "generator" / "_data" / kind) == files(ROOT / kind)


def test_nothing_else_is_installed(installed: Path) -> None:
    names = {path.name.partition("-")[0] for path in installed.iterdir()}
    assert names == {"generator", "fazhi_niandu_baogao"}


def test_types_and_licence_ship(installed: Path) -> None:
    assert "py.typed" in files(installed / "generator")
    assert any(name.endswith("licenses/LICENSE") for name in files(installed))


def test_the_installed_package_drafts_the_shipped_form(installed: Path, tmp_path: Path) -> None:
    where = run(
        sys.executable, "-c", "import generator; print(generator.__file__)", folder=tmp_path, path=installed
    )
    assert Path(where.strip()) == installed / "generator" / "__init__.py"
    form = installed / "generator" / "_data" / "profiles" / "gekeng-2024.yml"
    run(sys.executable, "-m", "generator", "draft", form, "--to", "docx,md", folder=tmp_path, path=installed)
    (word,) = (tmp_path / "drafts").glob("*.docx")
    (markdown,) = (tmp_path / "drafts").glob("*.md")
    for text in (
        "\n".join(paragraph.text for paragraph in docx.Document(str(word)).paragraphs),
        markdown.read_text(encoding="utf-8"),
    ):
        assert "葛坑镇" in text
        assert len(text) > 2000


def test_the_installed_package_shows_its_templates(installed: Path, tmp_path: Path) -> None:
    listed = run(sys.executable, "-m", "generator", "templates", folder=tmp_path, path=installed)
    assert str(installed / "generator" / "_data" / "templates" / "rule-of-law") in listed
