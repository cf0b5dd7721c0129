"""Uploads and batches: in the background, bounded, to be cancelled."""

import io
import re
import time
from multiprocessing import active_children
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


def test_a_new_form_takes_figures_level_and_name_from_last_years_report(clerk: Any) -> None:
    report = clerk.get(f"/form/{FORM}/download/docx").data
    given = {"unit": "", "level": "", "year": "2025", "last": (io.BytesIO(report), "去年.docx")}
    state = finished(clerk, clerk.post("/new", given, content_type="multipart/form-data"))
    assert state["state"] == "done", state
    (made,) = [p for p in clerk.folder.iterdir() if p.name != FORM]
    text = made.read_text("utf-8")
    assert "葛坑镇人民政府" in made.name
    assert "层级: 乡镇" in text
    assert "上年: 25" in text


def test_reading_is_ended_at_once_and_nothing_is_left_of_it(clerk: Any) -> None:
    text = "一、主要举措\n（一）行政执法\n" + "全镇现有行政执法人员25人，办理行政处罚案件12件。\n" * 6_000
    answer = upload(clerk, "长.txt", text.encode())
    number = re.search(r"/task/(\w+)", answer.headers["Location"])[1]  # type: ignore[index]
    assert clerk.post(f"/task/{number}/cancel").status_code == 303
    assert finished(clerk, answer)["state"] == "cancelled"
    assert [path.name for path in clerk.folder.iterdir()] == [FORM]
    assert active_children() == []


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


def test_a_batch_that_is_cancelled_stops_and_leaves_whole_files(clerk: Any) -> None:
    first = (clerk.folder / FORM).read_text("utf-8")
    names = []
    for number in range(60):
        names.append(f"unit-{number}.yml")
        (clerk.folder / names[-1]).write_text(first.replace("葛坑镇人民政府", f"第{number}镇人民政府"), "utf-8")
    answer = clerk.post("/batch", {"name": names})
    number = re.search(r"/task/(\w+)", answer.headers["Location"])[1]  # type: ignore[index]
    assert clerk.post(f"/task/{number}/cancel").status_code == 303
    state = finished(clerk, answer)
    assert state["state"] == "cancelled"
    assert state["done"] < 60
    assert not list((clerk.folder / "drafts").glob("*.tmp"))
    assert finished(clerk, clerk.post("/batch", {"name": names}))["done"] == 60


def test_a_third_piece_of_long_work_waits(clerk: Any) -> None:
    from generator.web.working import Task

    tasks = clerk.client.application.extensions["desk"].tasks
    tasks.update({"a": Task("x"), "b": Task("y")})
    assert clerk.post("/batch", {"name": FORM}).status_code == 422
    for task in tasks.values():
        task.state = "done"
    finished(clerk, clerk.post("/batch", {"name": FORM}))


def test_a_task_that_is_not_there_is_not_found(clerk: Any) -> None:
    assert clerk.get("/task/0123456789abcdef").status_code == 404
    assert clerk.post("/task/../cancel").status_code in (404, 405)


def test_the_next_years_form_has_this_years_figures(clerk: Any) -> None:
    answer = clerk.post(f"/copy/{FORM}")
    assert answer.status_code == 303
    (made,) = [p for p in clerk.folder.iterdir() if p.name != FORM]
    assert "年度: 2025" in made.read_text("utf-8")
    assert "上年: 25" in made.read_text("utf-8")


def test_a_returned_workbook_becomes_forms(clerk: Any, tmp_path: Any) -> None:
    from generator import api

    data = api.workbook("乡镇", ["甲县乙镇人民政府", "甲县丙镇人民政府"], 2024)
    state = finished(clerk, upload(clerk, "收回.xlsx", data))
    assert state["state"] == "done", state
    made = sorted(p.name for p in clerk.folder.iterdir() if p.name != FORM)
    assert made == ["甲县丙镇人民政府.yml", "甲县乙镇人民政府.yml"]
