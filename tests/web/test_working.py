"""Uploads and batches: in the background, bounded, to be cancelled."""

import io
import re
import time
from typing import Any

import pytest
from web_forms import FORM


def finished(clerk: Any, answer: Any) -> dict[str, Any]:
    """The end of the work that an answer leads to."""
    assert answer.status_code == 303, answer.text
    number = re.search(r"/task/(\w+)", answer.headers["Location"])[1]  # type: ignore[index]
    for _ in range(600):
        state = clerk.get(f"/task/{number}/state").json
        if state["state"] != "running":
            assert clerk.get(f"/task/{number}").status_code == 200
            return dict(state)
        time.sleep(0.1)
    raise AssertionError


def upload(clerk: Any, name: str, data: bytes, year: str = "") -> Any:
    form = {"file": (io.BytesIO(data), name), "year": year}
    return clerk.post("/upload", form, content_type="multipart/form-data")


def test_ticked_forms_are_drafted_into_the_folder(clerk: Any) -> None:
    state = finished(clerk, clerk.post("/batch", {"name": FORM}))
    assert state["state"] == "done"
    assert list((clerk.folder / "drafts").glob("*.docx"))


def test_last_years_report_becomes_this_years_form(clerk: Any) -> None:
    report = clerk.get(f"/form/{FORM}/download/docx").data
    state = finished(clerk, upload(clerk, "../../去年.docx", report, "2025"))
    assert state["state"] == "done", state
    made = [p for p in clerk.folder.iterdir() if p.name != FORM]
    assert len(made) == 1
    assert "上年: 25" in made[0].read_text("utf-8")


@pytest.mark.parametrize("name", ["a.exe", "a", "a.docx.sh", "a.svg", "../a.php"])
def test_other_files_are_not_taken(clerk: Any, name: str) -> None:
    assert upload(clerk, name, b"x").status_code == 415


@pytest.mark.parametrize("data", [b"", b"PK\3\4broken", b"\0" * 1000, b"<html>" * 10])
@pytest.mark.parametrize("name", ["a.docx", "a.pdf", "a.xlsx", "a.html", "a.yml"])
def test_a_broken_file_ends_in_words(clerk: Any, name: str, data: bytes) -> None:
    state = finished(clerk, upload(clerk, name, data))
    assert state["message"] or state["results"]
    assert "程序出错" not in state["message"]


def test_an_upload_of_a_gigabyte_is_refused_before_it_is_read(clerk: Any) -> None:
    form = {"file": (io.BytesIO(b"x"), "a.docx")}
    length = {"CONTENT_LENGTH": "1000000000"}
    answer = clerk.post("/upload", form, content_type="multipart/form-data", environ_overrides=length)
    assert answer.status_code == 413
