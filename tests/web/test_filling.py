"""A form filled through the window: saved at once, undone, held against other writers."""

import io
import sys
import zipfile
from collections.abc import Iterator
from threading import Thread
from typing import Any

import docx
import pytest
from web_forms import FORM, SCRIPTS

OFFICERS = "measures/enforcement/data/enforcement_officers"


def text(clerk: Any) -> str:
    return (clerk.folder / FORM).read_text("utf-8")


def another(clerk: Any) -> Any:
    """A second window of the same person, with a connection and a cookie jar of its own."""
    client = clerk.client.application.test_client()
    client._cookies = clerk.client._cookies
    made = type(clerk)(client, clerk.folder)
    made.csrf = clerk.csrf
    return made


def test_a_typed_figure_is_on_disk_and_in_the_preview(clerk: Any) -> None:
    answer = clerk.edit(FORM, f"{OFFICERS}/value", "31", "25")
    assert answer.status_code == 200
    assert "      执法人员: 31\n" in text(clerk)
    assert "行政执法人员" in answer.json["body"]
    assert f'data-field="{OFFICERS}">31人' in answer.json["body"]


def test_last_years_figure_gives_the_change(clerk: Any) -> None:
    derived = clerk.edit(FORM, f"{OFFICERS}/last", "20").json["derived"]
    assert derived[OFFICERS] == "较上年增加5人、增长25%"


def test_a_mistake_is_told_at_its_field_and_mended(clerk: Any) -> None:
    wrong = clerk.edit(FORM, f"{OFFICERS}/value", "二十几", "25").json["remarks"]
    assert [r["address"] for r in wrong if r["severity"] == "error"] == [OFFICERS]
    right = clerk.edit(FORM, f"{OFFICERS}/value", "26", "二十几").json["remarks"]
    assert not [r for r in right if r["severity"] == "error"]


def test_steps_are_taken_back_one_by_one(clerk: Any) -> None:
    before = text(clerk)
    clerk.edit(FORM, "report/year", "2023", "2024")
    clerk.edit(FORM, "unit/short", "坑镇", "葛坑镇")
    assert clerk.send(f"/form/{FORM}/undo", {}).status_code == 200
    assert "简称: 葛坑镇" in text(clerk)
    assert "年度: 2023" in text(clerk)
    clerk.send(f"/form/{FORM}/undo", {})
    assert text(clerk) == before
    assert clerk.send(f"/form/{FORM}/undo", {}).status_code == 409


def test_an_undo_never_takes_back_what_an_editor_wrote(clerk: Any) -> None:
    clerk.edit(FORM, "report/year", "2023", "2024")
    (clerk.folder / FORM).write_text(text(clerk) + "\n# von Hand\n", "utf-8")
    assert clerk.send(f"/form/{FORM}/undo", {}).status_code == 409
    assert "# von Hand" in text(clerk)


def test_two_windows_on_different_fields_lose_nothing(clerk: Any) -> None:
    version = clerk.get(f"/form/{FORM}/state").json["version"]
    clerk.edit(FORM, "report/year", "2023", "2024", version)
    second = clerk.edit(FORM, "unit/short", "坑镇", "葛坑镇", version)
    assert second.status_code == 200
    assert second.json["merged"]
    assert "年度: 2023" in text(clerk)
    assert "简称: 坑镇" in text(clerk)


@pytest.fixture
def busy() -> Iterator[None]:
    """Threads that are sent away as often as on a machine with much else to do."""
    usual = sys.getswitchinterval()
    sys.setswitchinterval(1e-6)
    yield
    sys.setswitchinterval(usual)


@pytest.mark.usefixtures("busy")
def test_a_window_never_holds_anothers_change_for_its_own(clerk: Any) -> None:
    """Two windows write at once: who is told of no merging has nothing of the other in what is shown."""
    start = clerk.get(f"/form/{FORM}/preview").json
    unheard: list[tuple[str, str]] = []

    def printed(address: str, body: str) -> str:
        return body.partition(f'data-field="{address}">')[2].partition("<")[0]

    def write(address: str, was: str, other: str) -> None:
        mine = another(clerk)
        version, seen = start["version"], printed(other, start["body"])
        for number in range(120):
            said = mine.edit(FORM, f"{address}/value", str(1000 + number), was, version).json
            now = printed(other, said["body"])
            if now != seen and not said["merged"]:
                unheard.append((other, now))
            assert now
            version, was, seen = said["version"], str(1000 + number), now

    committees = "measures/disputes/data/mediation_committees"
    writers = [Thread(target=write, args=args) for args in ((OFFICERS, "25", committees), (committees, "13", OFFICERS))]
    for writer in writers:
        writer.start()
    for writer in writers:
        writer.join()
    assert unheard == []


def test_two_windows_on_one_field_are_shown_both(clerk: Any) -> None:
    version = clerk.get(f"/form/{FORM}/state").json["version"]
    clerk.edit(FORM, "unit/short", "甲镇", "葛坑镇", version)
    second = clerk.edit(FORM, "unit/short", "乙镇", "葛坑镇", version)
    assert second.status_code == 409
    assert second.json["clashes"] == [{"address": "unit/short", "mine": "乙镇", "theirs": "甲镇"}]
    assert "简称: 甲镇" in text(clerk)


@pytest.mark.parametrize("words", SCRIPTS)
def test_words_are_shown_as_words_wherever_they_are_typed(clerk: Any, words: str) -> None:
    for address in (
        "report/title",
        "unit/name/0",
        "measures/enforcement/ticks/三项制度",
        "problems/0/problem",
        "measures/enforcement/extra",
        "measures/enforcement/other/0",
        f"{OFFICERS}/value",
        "other",
    ):
        assert clerk.edit(FORM, address, words, version="").status_code in (200, 409)
        now = "".join(html for _, html, *_ in clerk.get(f"/form/{FORM}/fields").json["parts"])
        assert "<script" not in now
        assert "<img" not in now
        assert "49" not in clerk.get(f"/form/{FORM}").text.replace(text(clerk), "").split("<title>")[1][:20]
    for page in ("/", f"/form/{FORM}"):
        shown = clerk.get(page).text
        assert "<script>alert" not in shown
        assert "<img" not in shown
    body = clerk.get(f"/form/{FORM}/preview").json["body"]
    assert "<script" not in body
    assert "<img" not in body


@pytest.mark.parametrize(
    "body",
    [
        None,
        [],
        "x",
        {},
        {"edits": 1},
        {"edits": [1]},
        {"edits": [{"address": 1}]},
        {"edits": [{"address": "a", "words": 1}]},
        {"edits": [{"address": "x" * 999, "words": ""}]},
        {"edits": [{}] * 999},
    ],
)
def test_a_crooked_request_is_refused(clerk: Any, body: Any) -> None:
    before = text(clerk)
    assert clerk.send(f"/form/{FORM}/edit", body).status_code in (400, 415)
    assert text(clerk) == before


@pytest.mark.parametrize(
    "address",
    [
        "",
        "/",
        "nothing",
        "report",
        "report/nothing",
        "report/year/more",
        "problems/99/cause",
        "problems/-1/cause",
        "../x",
        "measures/enforcement/ticks/没有的",
        "unit/name/0/0",
    ],
)
def test_an_address_that_is_no_field_changes_nothing(clerk: Any, address: str) -> None:
    before = text(clerk)
    assert clerk.edit(FORM, address, "x").status_code in (400, 422)
    assert text(clerk) == before


def test_a_field_of_a_million_characters_is_refused(clerk: Any) -> None:
    before = text(clerk)
    assert clerk.edit(FORM, "other", "字" * 600_000).status_code in (413, 422)
    assert text(clerk) == before


def test_a_thousand_saves_leave_the_last_one_and_every_note(clerk: Any) -> None:
    was = "25"
    version = ""
    for number in range(1000):
        answer = clerk.edit(FORM, f"{OFFICERS}/value", str(number), was, version)
        assert answer.status_code == 200
        version, was = answer.json["version"], str(number)
    assert "      执法人员: 999\n" in text(clerk)
    assert text(clerk).startswith("# 据公开报告整理")
    assert sorted(p.name for p in clerk.folder.iterdir()) == [FORM]


def test_the_word_file_contains_what_was_typed(clerk: Any) -> None:
    clerk.edit(FORM, "problems/0/cause", "人手不够", None)
    answer = clerk.get(f"/form/{FORM}/download/docx")
    words = "".join(p.text for p in docx.Document(io.BytesIO(answer.data)).paragraphs)
    assert "人手不够" in words


def test_ticked_forms_come_in_one_package(clerk: Any) -> None:
    answer = clerk.post("/zip", {"name": FORM})
    with zipfile.ZipFile(io.BytesIO(answer.data)) as package:
        assert sorted(name.rpartition(".")[2] for name in package.namelist()) == ["docx", "md"]


def test_four_writers_at_once_lose_nothing(clerk: Any) -> None:
    addresses = ("unit/short", "report/title", "other", "measures/enforcement/extra")
    version = clerk.get(f"/form/{FORM}/state").json["version"]
    codes: list[int] = []

    def write(address: str, was: str | None) -> None:
        mine = another(clerk)  # and the version of long ago
        for number in range(25):
            codes.append(mine.edit(FORM, address, f"第{number}稿", was, version).status_code)
            was = f"第{number}稿"

    writers = [Thread(target=write, args=(a, "葛坑镇" if a == "unit/short" else None)) for a in addresses]
    for writer in writers:
        writer.start()
    for writer in writers:
        writer.join()
    assert set(codes) == {200}
    assert text(clerk).count("第24稿") == 4


def test_what_is_missing_is_told_at_its_own_field(clerk: Any) -> None:
    remarks = clerk.get(f"/form/{FORM}/preview").json["remarks"]
    lacking = [r["address"] for r in remarks if r["code"] == "FRM901"]
    assert lacking == ["problems/0/cause", "problems/1/cause", "problems/2/cause"]


def test_an_item_is_not_moved_in_a_form_that_somebody_else_changed(clerk: Any) -> None:
    version = clerk.get(f"/form/{FORM}/state").json["version"]
    clerk.edit(FORM, "unit/short", "甲镇", "葛坑镇", version)
    before = text(clerk)
    for more in ({"to": 1}, {}):
        edit = {"address": "problems/0", "was": None, "words": None, **more}
        answer = clerk.send(f"/form/{FORM}/edit", {"version": version, "edits": [edit]})
        assert answer.status_code == 422
        assert "在别处改过" in answer.json["message"]
    assert text(clerk) == before


def test_a_figure_comes_with_all_that_can_be_said_of_it(clerk: Any) -> None:
    page = clerk.get(f"/form/{FORM}/figure", query_string={"at": OFFICERS}).text
    for part in ("value", "last", "period", "scope", "part", "sentence", "origin"):
        assert f'data-address="{OFFICERS}/{part}"' in page
        assert f'data-address="{OFFICERS}/1/{part}"' in page


def test_what_is_said_of_a_whole_report_stands_at_the_field_or_part_that_it_names(clerk: Any) -> None:
    clerk.edit(FORM, "report/date", "", "2025-02-28")
    clerk.edit(FORM, "measures/enforcement/heading", "", None)
    said = [remark for room in ("preview", "remarks") for remark in clerk.get(f"/form/{FORM}/{room}").json["remarks"]]
    assert [remark for remark in said if not remark["address"]] == []
    at = {remark["code"]: remark["address"] for remark in said}
    assert at["STA008"] == "first_responsible"
    # What the form misses is said once, by the form.
    lacking = {remark["address"] for remark in said if remark["code"] == "FRM901"}
    assert {"report/date", "problems/0/cause"} <= lacking
    assert not {"STA022", "STA006"} & set(at)


def test_a_heading_of_the_template_leads_to_its_part(clerk: Any) -> None:
    unfigured = (clerk.folder / FORM).read_text("utf-8").partition("主要举措:")[0] + (
        "主要举措:\n  数字政府:\n    举措: [数据共享]\n  法律服务:\n    举措: [服务体系]\n    数据: {法律顾问: 1}\n"
    )
    (clerk.folder / FORM).write_text(unfigured, "utf-8")
    said = clerk.get(f"/form/{FORM}/remarks").json["remarks"]
    (bare,) = [remark for remark in said if remark["code"] == "STA003" and "数字" in remark["message"]]
    assert bare["address"].startswith("measures/digital")


def test_the_text_as_a_whole_is_kept_to_the_letter_and_undone(clerk: Any) -> None:
    before = text(clerk)
    page = clerk.get(f"/form/{FORM}/text").text
    assert "# 据公开报告整理，仅作示例" in page
    version = clerk.get(f"/form/{FORM}/state").json["version"]
    words = before.replace("简称: 葛坑镇", "简称: 坑镇  # 暂用") + "# 完\n"
    answer = clerk.post(f"/form/{FORM}/text", {"words": words.replace("\n", "\r\n"), "version": version})
    assert answer.status_code == 303
    assert text(clerk) == words
    clerk.send(f"/form/{FORM}/undo", {})
    assert text(clerk) == before


def test_the_text_is_not_written_over_somebody_else_s(clerk: Any) -> None:
    version = clerk.get(f"/form/{FORM}/state").json["version"]
    clerk.edit(FORM, "unit/short", "甲镇", "葛坑镇")
    theirs = text(clerk)
    answer = clerk.post(f"/form/{FORM}/text", {"words": "单位: {简称: 乙镇}\n", "version": version})
    assert "还没有存" in answer.text
    assert "简称: 甲镇" in answer.text
    assert "简称: 乙镇" in answer.text
    assert text(clerk) == theirs


def test_a_text_that_cannot_be_read_is_kept_and_said_to_be_so(clerk: Any) -> None:
    version = clerk.get(f"/form/{FORM}/state").json["version"]
    answer = clerk.post(f"/form/{FORM}/text", {"words": "单位: [甲\n</textarea><script>", "version": version})
    assert "已存下，但是还读不懂" in answer.text
    assert "<script>" not in answer.text.replace('<script src="', "")
    assert text(clerk) == "单位: [甲\n</textarea><script>\n"
    assert clerk.post(f"/form/{FORM}/text", {"version": version}).status_code == 400
    assert clerk.post(f"/form/{FORM}/text", {"words": "x" * 3_000_000, "version": version}).status_code == 413


def test_this_year_s_figure_says_nothing_of_last_year_s_that_was_guessed(clerk: Any) -> None:
    noted = "      执法人员: {本年: , 上年: 20}  # 请核对；第7段\n      法制审核人员:\n        上年: 3  # 请核对\n"
    (clerk.folder / FORM).write_text(
        text(clerk).replace("      执法人员: 25\n      法制审核人员: 1\n", noted), encoding="utf-8"
    )
    clerk.edit(FORM, f"{OFFICERS}/value", "25")
    assert "执法人员: {本年: 25, 上年: 20}  # 请核对；第7段\n" in text(clerk)
    said = clerk.get(f"/form/{FORM}/preview").json["remarks"]
    assert sum(remark["code"] == "FRM904" for remark in said) == 2
    clerk.edit(FORM, f"{OFFICERS}/last", "21", "20")
    assert "上年: 21}  # 第7段\n" in text(clerk)
    reviewers = OFFICERS.replace("enforcement_officers", "legal_reviewers")
    edit = {"address": reviewers, "was": None, "words": None, "checked": True}
    version = clerk.get(f"/form/{FORM}/state").json["version"]
    answer = clerk.send(f"/form/{FORM}/edit", {"version": version, "edits": [edit]})
    assert [remark for remark in answer.json["remarks"] if remark["code"] == "FRM904"] == []
    assert "        上年: 3\n" in text(clerk)
