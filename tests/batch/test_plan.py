"""Which forms a batch drafts, and in which order."""

from pathlib import Path

import pytest

from generator.batch.plan import forms
from generator.errors import UnreadableInput


def filled(folder: Path, *names: str) -> list[Path]:
    paths = [folder / name for name in names]
    for path in paths:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.touch()
    return paths


def test_forms_come_as_named_and_those_of_a_folder_by_name(tmp_path: Path) -> None:
    b, a, sub = filled(tmp_path / "乡镇", "b.yml", "a.yaml", "c/a.YML")
    (first,) = filled(tmp_path, "县.yml")
    assert forms([first, tmp_path / "乡镇"]) == (first, a, b, sub)
    assert forms([tmp_path / "乡镇", first]) == (a, b, sub, first)


def test_a_form_named_twice_is_drafted_once(tmp_path: Path) -> None:
    (form,) = filled(tmp_path, "a.yml")
    assert forms([form, tmp_path, tmp_path / "." / "a.yml"]) == (form,)


def test_hidden_files_and_other_kinds_are_no_forms(tmp_path: Path) -> None:
    (form, *_) = filled(tmp_path, "a.yml", ".b.yml", ".git/c.yml", "d.docx", "README.md", "~$a.yml")
    assert forms([tmp_path]) == (form,)


def test_templates_among_forms_are_no_forms(tmp_path: Path) -> None:
    form, template = filled(tmp_path, "a.yml", "templates/rule-of-law/genre.yml")
    assert forms([tmp_path]) == (form,)
    assert forms([template]) == (template,)


def test_what_is_not_there_and_what_is_empty_is_named(tmp_path: Path) -> None:
    with pytest.raises(UnreadableInput, match="没有“"):
        forms([tmp_path / "none.yml"])
    with pytest.raises(UnreadableInput, match="里没有表单"):
        forms([tmp_path])
