"""Nobody but the clerk's own page may look or change, and no name leads out of the folder."""

from pathlib import Path
from typing import Any

import pytest
from web_forms import FORM

from generator.web.app import create_app
from generator.web.desk import Settings

PAGES = (
    "/",
    f"/form/{FORM}",
    f"/form/{FORM}/fields",
    f"/form/{FORM}/preview",
    f"/form/{FORM}/state",
    f"/form/{FORM}/figure",
    f"/form/{FORM}/indicators",
    f"/form/{FORM}/text",
    f"/form/{FORM}/remarks",
    f"/form/{FORM}/download/docx",
    "/sheet.css",
    "/task/1",
)
CHANGES = (
    "/new",
    "/upload",
    "/batch",
    "/zip",
    f"/copy/{FORM}",
    f"/form/{FORM}/edit",
    f"/form/{FORM}/undo",
    f"/form/{FORM}/text",
    "/task/1/cancel",
)
OUTSIDE = (
    "..",
    "../secret.yml",
    "..%2Fsecret.yml",
    "%2e%2e%2fsecret.yml",
    "..\\secret.yml",
    "/etc/passwd",
    "%2Fetc%2Fpasswd",
    "secret.yml%00",
    ".hidden.yml",
    "C:secret.yml",
    "link.yml",
    "notes.txt",
    "a" * 5000,
)


@pytest.mark.parametrize("page", PAGES)
def test_without_the_printed_address_nothing_is_shown(stranger: Any, page: str) -> None:
    assert stranger.get(page).status_code == 403


@pytest.mark.parametrize("token", ["", "x", "0" * 64])
def test_a_wrong_token_lets_nobody_in(stranger: Any, token: str) -> None:
    assert stranger.get(f"/enter?token={token}").status_code == 403
    assert stranger.get("/").status_code == 403


@pytest.mark.parametrize(
    "host", ["evil.example", "evil.example:8765", "127.0.0.1", "127.0.0.1:9999", "192.168.1.2:8765"]
)
def test_another_host_name_is_refused(clerk: Any, host: str) -> None:
    assert clerk.client.get("/", base_url=f"http://{host}").status_code == 421


@pytest.mark.parametrize("change", CHANGES)
@pytest.mark.parametrize(
    "headers",
    [
        {},
        {"Origin": "http://evil.example"},
        {"Origin": "null"},
        {"Origin": "http://127.0.0.1:1"},
        {"Origin": "http://127.0.0.1:8765", "Sec-Fetch-Site": "cross-site"},
        {"Origin": "http://127.0.0.1:8765"},
    ],
    ids=["no origin", "other site", "null", "other port", "cross-site", "no token"],
)
def test_a_change_from_another_page_is_refused(clerk: Any, change: str, headers: dict[str, str]) -> None:
    before = sorted((p.name, p.read_bytes()) for p in clerk.folder.iterdir())
    token = {} if len(headers) == 1 and headers["Origin"].endswith(":8765") else {"csrf": clerk.csrf}
    answer = clerk.client.post(change, data=token, base_url="http://127.0.0.1:8765", headers=headers)
    assert answer.status_code == 403
    assert sorted((p.name, p.read_bytes()) for p in clerk.folder.iterdir()) == before


@pytest.mark.parametrize("name", OUTSIDE)
@pytest.mark.parametrize(
    "page", ["/form/{}", "/form/{}/preview", "/form/{}/download/md", "/form/{}/fields", "/form/{}/text"]
)
def test_no_name_leads_out_of_the_folder(clerk: Any, name: str, page: str) -> None:
    secret = clerk.folder.parent / "secret.yml"
    secret.write_text("单位:\n  名称: 秘密镇\n", "utf-8")
    (clerk.folder / ".hidden.yml").write_text("单位:\n  名称: 秘密镇\n", "utf-8")
    (clerk.folder / "notes.txt").write_text("秘密镇", "utf-8")
    (clerk.folder / "link.yml").symlink_to(secret)
    answer = clerk.get(page.format(name))
    assert answer.status_code in (404, 308, 400)
    assert "秘密镇" not in answer.text


@pytest.mark.parametrize("name", ["../secret.yml", "/etc/passwd", "nothing.yml", "link.yml"])
@pytest.mark.parametrize("change", ["/batch", "/zip"])
def test_no_ticked_name_leads_out_of_the_folder(clerk: Any, name: str, change: str) -> None:
    assert clerk.post(change, {"name": name}).status_code == 404


@pytest.mark.parametrize(
    "at", ["", "..", "../../secret", "/etc/passwd", "unit", "measures/enforcement/data", "a" * 9999]
)
def test_what_is_no_figure_is_not_found(clerk: Any, at: str) -> None:
    assert clerk.get(f"/form/{FORM}/figure", query_string={"at": at}).status_code == 404


@pytest.mark.parametrize("to", [-1, 10_000, "1", 1.5, True, []])
def test_an_item_is_moved_to_a_number_only(clerk: Any, to: Any) -> None:
    before = (clerk.folder / FORM).read_bytes()
    edit = {"address": "problems/0", "was": None, "words": None, "to": to}
    assert clerk.send(f"/form/{FORM}/edit", {"version": "", "edits": [edit]}).status_code == 400
    assert (clerk.folder / FORM).read_bytes() == before


@pytest.mark.parametrize("unit", ["../../外面镇人民政府", "C:\\外面镇", "a/b", "con", ".隐藏", "x" * 99])
def test_a_new_form_stays_in_the_folder(clerk: Any, unit: str) -> None:
    answer = clerk.post("/new", {"unit": unit, "level": "乡镇", "year": "2024"})
    assert answer.status_code == 303
    made = [p for p in clerk.folder.iterdir() if p.name != FORM]
    assert len(made) == 1
    assert sorted(p.name for p in clerk.folder.parent.iterdir()) == ["forms"]


def test_every_page_forbids_scripts_and_styles_in_it(clerk: Any) -> None:
    for page in PAGES[:4]:
        answer = clerk.get(page)
        policy = answer.headers["Content-Security-Policy"]
        assert "default-src 'none'" in policy
        assert "unsafe" not in policy
        assert answer.headers["X-Frame-Options"] == "DENY"
        assert " style=" not in answer.text
        assert "<script>" not in answer.text
        assert " onclick" not in answer.text


def test_nothing_is_fetched_from_elsewhere() -> None:
    room = Path(__file__).parent.parent.parent / "generator" / "web"
    for path in (*room.glob("templates/*"), *room.glob("static/*")):
        assert "//" not in path.read_text("utf-8").replace("// ", "").replace("http://", "//")


def test_the_cookie_is_for_this_site_and_no_script(stranger: Any, settings: Settings) -> None:
    from generator.web.desk import key

    cookie = stranger.get(f"/enter?token={key(settings, 'token')}").headers["Set-Cookie"]
    assert "HttpOnly" in cookie
    assert "SameSite=Strict" in cookie
    assert key(settings, "token") not in cookie


def test_with_a_password_the_token_opens_nothing_and_twenty_guesses_are_enough(settings: Settings) -> None:
    from dataclasses import replace

    from generator.web.desk import key

    shut = replace(settings, password="recht-geheim")  # noqa: S106
    client = create_app(shut).test_client()
    own = {"base_url": "http://127.0.0.1:8765"}
    assert client.get(f"/enter?token={key(shut, 'token')}", **own).status_code == 403
    assert client.get("/", **own).headers["Location"] == "/login"
    head = {"Origin": "http://127.0.0.1:8765"}
    form = {"csrf": key(shut, "csrf"), "password": "falsch"}
    for _ in range(20):
        assert client.post("/login", data=form, headers=head, **own).status_code == 200
    assert client.post("/login", data={**form, "password": "recht-geheim"}, headers=head, **own).status_code == 429


def test_a_bug_shows_no_traceback(clerk: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    (clerk.folder / FORM).write_bytes(b"\xff\xfe\x00")
    for page in (f"/form/{FORM}", f"/form/{FORM}/preview", f"/form/{FORM}/download/docx", "/"):
        answer = clerk.get(page)
        assert answer.status_code < 500
        assert "Traceback" not in answer.text


def test_the_log_holds_no_names_and_no_words(clerk: Any, caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level("INFO", "generator.web"):
        clerk.edit(FORM, "report/title", "绝密标题")
    assert caplog.text
    assert "绝密" not in caplog.text
    assert "gekeng" not in caplog.text
