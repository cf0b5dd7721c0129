"""A window over a folder, asked without a browser."""

import re
import shutil
from pathlib import Path
from typing import Any

import pytest
from drafting import SHIPPED_PROFILES

pytest.importorskip("flask", reason="flask is not installed (extra: web)")

from flask.testing import FlaskClient

from generator.web.app import create_app
from generator.web.desk import Settings, key

ROOT = Path(__file__).parent.parent.parent
HOST = "127.0.0.1:8765"


class Clerk:
    """A browser let in, that knows the page's token."""

    def __init__(self, client: FlaskClient, folder: Path) -> None:
        self.client, self.folder = client, folder
        self.csrf = ""

    def get(self, path: str, **more: Any) -> Any:
        return self.client.get(path, base_url=f"http://{HOST}", **more)

    def post(self, path: str, data: dict[str, Any] | None = None, **more: Any) -> Any:
        return self.client.post(
            path,
            data={"csrf": self.csrf, **(data or {})},
            base_url=f"http://{HOST}",
            headers={"Origin": f"http://{HOST}"},
            **more,
        )

    def send(self, path: str, body: Any, headers: dict[str, str] | None = None) -> Any:
        own = {"Origin": f"http://{HOST}", "X-Csrf": self.csrf, "Accept": "application/json"}
        return self.client.post(path, json=body, base_url=f"http://{HOST}", headers={**own, **(headers or {})})

    def edit(self, name: str, address: str, words: str | None, was: str | None = None, version: str = "") -> Any:
        version = version or self.get(f"/form/{name}/state").json["version"]
        body = {"version": version, "edits": [{"address": address, "was": was, "words": words}]}
        return self.send(f"/form/{name}/edit", body)


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    folder = tmp_path / "forms"
    folder.mkdir()
    for name in SHIPPED_PROFILES[-1:]:
        shutil.copy(ROOT / "profiles" / f"{name}.yml", folder / f"{name}.yml")
    return Settings(folder, 8765, b"s" * 32, frozenset((HOST, "localhost:8765")))


@pytest.fixture
def stranger(settings: Settings) -> Clerk:
    return Clerk(create_app(settings).test_client(), settings.folder)


@pytest.fixture
def clerk(stranger: Clerk, settings: Settings) -> Clerk:
    assert stranger.get(f"/enter?token={key(settings, 'token')}").status_code == 303
    page = stranger.get("/").text
    stranger.csrf = re.search(r'name="csrf" content="(\w+)"', page)[1]  # type: ignore[index]
    return stranger
