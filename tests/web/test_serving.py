"""`gen serve` from the command line: whom it lets in, and what it says."""

from pathlib import Path

import pytest
from click.testing import CliRunner

pytest.importorskip("waitress", reason="waitress is not installed (extra: web)")

from generator.cli.gen import gen
from generator.errors import UsageError
from generator.web.app import create_app
from generator.web.desk import key
from generator.web.serving import serve, settings_for


@pytest.mark.parametrize("password", ["", "kurz"])
def test_other_computers_are_let_in_with_a_password_only(tmp_path: Path, password: str) -> None:
    with pytest.raises(UsageError, match="要有密码"):
        serve(tmp_path, 8799, host="0.0.0.0", password=password, browser=False, say=print)  # noqa: S104


def test_a_folder_that_is_not_there_is_told(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="没有"):
        serve(tmp_path / "x", 8799, browser=False, say=print)


def test_help_says_what_a_host_means() -> None:
    assert "传输不加密" in CliRunner().invoke(gen, ["serve", "--help"]).output


@pytest.mark.parametrize(
    ("host", "code"), [("192.168.1.7:8799", 302), ("evil.example:8799", 421), ("[fe80::1]:8799", 302)]
)
def test_open_to_all_addresses_means_addresses_and_no_other_names(tmp_path: Path, host: str, code: int) -> None:
    settings = settings_for(tmp_path, 8799, "0.0.0.0", "lang-genug")  # noqa: S104
    client = create_app(settings).test_client()
    assert client.get("/", base_url=f"http://{host}").status_code == code


def test_keys_for_different_purposes_differ(tmp_path: Path) -> None:
    settings = settings_for(tmp_path, 8799)
    assert len({key(settings, purpose) for purpose in ("token", "session", "csrf")}) == 3
