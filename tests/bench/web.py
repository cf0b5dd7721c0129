"""`python -m tests.bench.web`: how quick the window is, in a real Chromium, and how much memory its server takes.

Key press to updated preview for a full township form, the form's first page, the server's memory after 1,000 edits.
Times are of the clock, other programs included: run it on a machine that has nothing else to do.
"""

import os
import re
import shutil
import socket
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from playwright.sync_api import Page, sync_playwright

ROOT = Path(__file__).parents[2]
FORM = "gekeng-2024.yml"
OFFICERS = "measures/enforcement/data/enforcement_officers"
KEYS = 200
EDITS = 1_000

# Until the words stand in the preview; the next frame paints them.
_MEASURE = """
([address, words]) => new Promise((done) => {
  const sheet = document.getElementById("sheet").shadowRoot;
  const box = document.querySelector(`[data-address="${address}/value"]`);
  const there = () => [...sheet.querySelectorAll(`[data-field="${address}"]`)];
  const seen = () => there().some((e) => e.textContent.startsWith(words));
  const begun = performance.now();
  new MutationObserver((_, watch) => {
    if (!seen()) return;
    watch.disconnect();
    requestAnimationFrame(() => done(performance.now() - begun));
  }).observe(sheet, { subtree: true, childList: true });
  box.value = words;
  box.dispatchEvent(new InputEvent("input", { bubbles: true }));
})
"""


def main() -> None:
    with tempfile.TemporaryDirectory() as kept:
        folder = Path(kept)
        shutil.copy(ROOT / "profiles" / FORM, folder / FORM)
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            port = free.getsockname()[1]
        server = subprocess.Popen(
            [sys.executable, "-m", "generator", "serve", str(folder), "--port", str(port), "--no-browser"],
            stdout=subprocess.PIPE, encoding="utf-8",
            env={**os.environ, "PYTHONPATH": str(ROOT), "PYTHONUNBUFFERED": "1", "PYTHONUTF8": "1"},
        )  # fmt: skip
        try:
            assert server.stdout is not None
            found = re.search(r"http://\S+", server.stdout.readline())
            assert found is not None
            time.sleep(1)
            _measured(found[0], port, server.pid)
        finally:
            server.kill()
            server.communicate()


def _measured(url: str, port: int, server: int) -> None:
    with sync_playwright() as started:
        browser = started.chromium.launch(
            executable_path=shutil.which("chromium"), args=["--no-sandbox", "--disable-gpu"]
        )
        page = browser.new_page(viewport={"width": 1366, "height": 768})
        page.goto(url)
        form = f"http://127.0.0.1:{port}/form/{FORM}"
        firsts = sorted(_first(page, form) for _ in range(7))
        page.locator("#progress:not(:empty)").wait_for()
        page.locator(f'[data-address="{OFFICERS}/value"]').wait_for(state="attached")
        times = sorted(page.evaluate(_MEASURE, [OFFICERS, str(100 + n)]) for n in range(KEYS))
        for number in range(EDITS - KEYS):
            page.evaluate(_MEASURE, [OFFICERS, str(1000 + number)])
        print("| | |\n|---|---|")
        print(f"| key press to preview, median | {statistics.median(times):.0f} ms |")
        print(f"| key press to preview, 95 % | {times[len(times) * 95 // 100]:.0f} ms |")
        print(f"| first page of the form (DOM ready), median | {statistics.median(firsts):.0f} ms |")
        print(f"| first page of the form (DOM ready), least | {firsts[0]:.0f} ms |")
        print(f"| server's memory after {EDITS} edits | {_memory(server):.0f} MB |")
        browser.close()


def _first(page: Page, form: str) -> float:
    page.goto(form)
    timing = "() => performance.getEntriesByType('navigation')[0].domContentLoadedEventEnd"
    return float(page.evaluate(timing))


def _memory(process: int) -> float:
    """Megabytes resident now."""
    lines = Path(f"/proc/{process}/status").read_text("utf-8")
    found = re.search(r"VmRSS:\s*(\d+)", lines)
    assert found is not None
    return int(found[1]) / 1024


if __name__ == "__main__":
    main()
