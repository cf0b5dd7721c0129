"""The forms of examples/batch do what their README says."""

from pathlib import Path

import pytest

from generator import api
from generator.batch.plan import forms
from generator.batch.run import run
from generator.diagnostics import Severity

BATCH = Path(__file__).parent.parent / "examples" / "batch"
FORMS = sorted(BATCH.glob("*.yml"))
WRONG = "6-云岭镇.yml"
MENDED = {
    "2025年2月30日": "2025-02-28",
    "行政执发": "行政执法",
    "二十来名": "20余名",
    "节点宣传": "节点普法",
}


def severities(form: Path, folder: Path) -> list[Severity]:
    return [d.severity for d in api.draft(form, formats=("docx", "md"), output=folder).diagnostics]


def written(job: tuple[Path, Path]) -> dict[str, bytes]:
    """Every file that drafting this form into a folder of its own gives."""
    form, folder = job
    files = api.draft(form, formats=("docx", "md", "html"), output=folder / form.stem).files
    return {path.name: path.read_bytes() for path in files}


def test_drafting_in_processes_gives_the_same_bytes_as_one_by_one(tmp_path: Path) -> None:
    found = forms([BATCH])
    assert list(found) == FORMS
    alone = [written((form, tmp_path / "alone")) for form in found]
    for workers in (2, 3):
        jobs = [(form, tmp_path / str(workers)) for form in found]
        assert [outcome.value for outcome in run(jobs, written, workers)] == alone
    assert sum(len(files) for files in alone) == 3 * (5 + 1)


def test_there_are_six_units_and_each_is_in_the_readme() -> None:
    readme = (BATCH / "README.md").read_text(encoding="utf-8")
    assert len(FORMS) == 6
    assert all(f"`{form.name}`" in readme for form in FORMS)
    assert all("虚构" in form.read_text(encoding="utf-8").splitlines()[0] for form in FORMS)


@pytest.mark.parametrize("form", [form for form in FORMS if form.name != WRONG], ids=lambda form: form.stem)
def test_a_good_form_drafts_without_gaps_or_warnings(form: Path, tmp_path: Path) -> None:
    drafted = api.draft(form, formats=("docx", "md"), output=tmp_path)
    assert drafted.files
    assert drafted.gaps == 0
    assert not [d for d in drafted.diagnostics if d.severity is not Severity.INFO]


def test_the_wrong_form_has_four_errors_and_writes_nothing(tmp_path: Path) -> None:
    assert severities(BATCH / WRONG, tmp_path).count(Severity.ERROR) == 4
    assert list(tmp_path.iterdir()) == []


def test_the_wrong_form_once_mended_drafts_with_a_warning_about_mediation(tmp_path: Path) -> None:
    text = (BATCH / WRONG).read_text(encoding="utf-8")
    for wrong, right in MENDED.items():
        assert text.count(wrong) == 1
        text = text.replace(wrong, right)
    form = tmp_path / WRONG
    form.write_text(text, encoding="utf-8")
    drafted = api.draft(form, output=tmp_path / "drafts")
    assert drafted.files
    warnings = [d.message for d in drafted.diagnostics if d.severity is Severity.WARNING]
    assert any("调解成功" in message for message in warnings)
