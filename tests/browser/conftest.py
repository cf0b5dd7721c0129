"""A real server in a process of its own, and a real Chromium before it."""

import os
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from window import Window

ROOT = Path(__file__).parent.parent.parent
CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")


@pytest.fixture(scope="session")
def chromium() -> Iterator[Any]:
    playwright = pytest.importorskip("playwright.sync_api", reason="playwright is not installed (extra: test)")
    pytest.importorskip("waitress", reason="waitress is not installed (extra: web)")
    if CHROMIUM is None:
        pytest.skip("Chromium is not installed")
    with playwright.sync_playwright() as started:
        browser = started.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox", "--disable-gpu"])
        yield browser
        browser.close()


@pytest.fixture
def window(tmp_path: Path) -> Iterator[Window]:
    folder = tmp_path / "forms"
    folder.mkdir()
    cache = tmp_path / "cache"
    cache.mkdir(mode=0o700)
    made = Window(folder, cache)
    made.start()
    yield made
    made.kill()


@pytest.fixture
def page(chromium: Any, window: Window) -> Iterator[Any]:
    """A page at the size of an office PC, let in; a script's error fails the test."""
    context = chromium.new_context(viewport={"width": 1366, "height": 768}, accept_downloads=True, locale="zh-CN")
    made = context.new_page()
    errors: list[str] = []
    made.on("pageerror", lambda error: errors.append(str(error)))
    elsewhere: list[str] = []
    made.on("request", lambda asked: elsewhere.append(asked.url) if f":{window.port}/" not in asked.url else None)
    made.set_default_timeout(60_000)
    made.goto(window.url)
    yield made
    context.close()
    assert errors == []
    assert [url for url in elsewhere if not url.startswith("data:")] == []


@pytest.fixture(scope="session")
def pictures() -> Path:
    """Where pictures of the pages are kept."""
    folder = Path(os.environ.get("GEN_PICTURES", "") or ROOT / "build" / "pictures")
    folder.mkdir(parents=True, exist_ok=True)
    return folder
