"""The invented county: its script writes the very files that are shown, and they are what an office would accept."""

import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest
from drafting import profile_of

from generator.likeness import likeness
from generator.schema.model import Figure

pytestmark = pytest.mark.xdist_group("county")
COUNTY = Path(__file__).parent.parent / "examples" / "county"


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("county")
    subprocess.run([sys.executable, str(COUNTY / "make.py"), str(folder)], check=True, capture_output=True)
    return folder


def content(path: Path) -> object:
    """What a file holds; of a package its parts, which another zlib packs otherwise."""
    if path.suffix not in (".xlsx", ".docx"):
        return path.read_bytes()
    with zipfile.ZipFile(path) as package:
        return {name: package.read(name) for name in package.namelist()}


def shown(folder: Path) -> dict[str, object]:
    own = ("invented.yml", "make.py", "README.md")
    files = (path for path in sorted(folder.rglob("*")) if path.is_file() and not path.name.startswith("."))
    return {
        path.relative_to(folder).as_posix(): content(path)
        for path in files
        if path.name not in own and "__pycache__" not in path.parts
    }


def test_the_script_writes_the_very_files_that_are_shown(made: Path) -> None:
    new, old = shown(made), shown(COUNTY)
    assert new.keys() == old.keys()
    assert [name for name in new if new[name] != old[name]] == []


def test_every_township_has_a_report_without_gaps(made: Path) -> None:
    reports = [path for path in (made / "报告").glob("*.md") if "云清县人民政府" not in path.name]
    assert len(reports) == 19
    assert all("待补充" not in report.read_text(encoding="utf-8") for report in reports)


def test_reports_with_other_ticks_and_figures_are_not_alike(made: Path) -> None:
    texts = [
        [line for line in path.read_text(encoding="utf-8").splitlines() if line and not line.startswith("#")]
        for path in sorted((made / "报告").glob("*.md"))
    ]
    shares = [likeness(one, other).share for at, one in enumerate(texts) for other in texts[at + 1 :]]
    assert max(shares) < 0.6


def test_the_countys_figures_are_the_townships_added_up(made: Path) -> None:
    def cases(path: Path) -> int:
        (figure,) = [
            v for p, v in profile_of(path.read_text("utf-8")).values.items() if p[-2:-1] == ("mediation_cases",)
        ]
        assert isinstance(figure, Figure)
        return int(figure.text)

    assert cases(made / "云清县.yml") == sum(cases(path) for path in (made / "表单").glob("*.yml"))


def test_running_it_again_changes_nothing(made: Path, tmp_path: Path) -> None:
    again = tmp_path / "again"
    shutil.copytree(made, again)
    subprocess.run([sys.executable, str(COUNTY / "make.py"), str(again)], check=True, capture_output=True)
    assert shown(again) == shown(made)
