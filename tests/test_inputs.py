"""Opening a form: what is none is refused with a reason, within bounds."""

import os
from pathlib import Path

import pytest

from generator.api.inputs import MOST_BYTES, content
from generator.errors import UnreadableInput


def test_a_form_is_read_as_it_is(tmp_path: Path) -> None:
    form = tmp_path / "form.yml"
    form.write_bytes(b"\xff\0\r\n")
    assert content(form) == b"\xff\0\r\n"


@pytest.mark.skipif(not Path("/dev/zero").exists(), reason="no endless file on this system")
def test_an_endless_file_is_not_read_to_its_end() -> None:
    with pytest.raises(UnreadableInput, match="读不完"):
        content(Path("/dev/zero"))


def test_a_huge_file_is_not_opened(tmp_path: Path) -> None:
    form = tmp_path / "form.yml"
    with form.open("wb") as file:
        file.truncate(MOST_BYTES + 1)
    with pytest.raises(UnreadableInput, match="MB"):
        content(form)


@pytest.mark.skipif(os.name == "nt", reason="links need rights on Windows")
def test_links_in_a_circle_are_told(tmp_path: Path) -> None:
    here, there = tmp_path / "a.yml", tmp_path / "b.yml"
    here.symlink_to(there)
    there.symlink_to(here)
    with pytest.raises(UnreadableInput, match="绕成一圈"):
        content(here)


def test_a_folder_or_nothing_is_told(tmp_path: Path) -> None:
    with pytest.raises(UnreadableInput, match="文件夹"):
        content(tmp_path)
    with pytest.raises(UnreadableInput, match="没有"):
        content(tmp_path / "none.yml")
