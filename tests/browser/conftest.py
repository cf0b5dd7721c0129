"""A real server in a process of its own, and a real Chromium before it."""

import os
import re
import shutil
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).parent.parent.parent
CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")


class Window:
    """`gen serve` over a folder, to be killed and started again."""

    def __init__(self, folder: Path, cache: Path) -> None:
        self.folder, self.cache = folder, cache
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            self.port = free.getsockname()[1]
        self.process: subprocess.Popen[str] | None = None
        self.url = ""

    def start(self) -> None:
        """Start it, and wait until it has said its address."""
        self.process = subprocess.Popen(
            [sys.executable, "-m", "generator", "serve", str(self.folder), "--port", str(self.port), "--no-browser"],
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            encoding="utf-8",
            cwd=self.folder,
            env={
                **os.environ,
                "PYTHONPATH": str(ROOT),
                "PYTHONUNBUFFERED": "1",
                "PYTHONUTF8": "1",
                "XDG_CACHE_HOME": str(self.cache),
            },
        )
        assert self.process.stdout is not None
        line = self.process.stdout.readline()
        found = re.search(r"http://\S+", line)
        assert found, line + self.process.stdout.read()
        self.url = found[0]
        for _ in range(200):
            with socket.socket() as knock:
                if knock.connect_ex(("127.0.0.1", self.port)) == 0:
                    return
            time.sleep(0.05)
        raise AssertionError("no server")

    def kill(self) -> None:
        """As a power cut would."""
        if self.process is not None:
            self.process.send_signal(signal.SIGKILL)
            self.process.wait()
            assert self.process.stdout is not None
            self.process.stdout.close()
            self.process = None


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
    made.set_default_timeout(20_000)
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
