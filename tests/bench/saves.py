"""`python -m tests.bench.saves [NUMBER]`: so many saves as fast as four writers can send them, each of its own field.

Prints how many were taken, how many refused, what is on disk at the end, and the server's memory.
"""

import json
import re
import shutil
import sys
import tempfile
import time
from http.client import HTTPConnection
from pathlib import Path
from threading import Lock, Thread
from urllib.parse import urlsplit

ROOT = Path(__file__).parents[2]
sys.path.insert(0, str(ROOT / "tests"))

from window import Window  # noqa: E402

FORM = "gekeng-2024.yml"
FIELDS = ("unit/short", "report/title", "other", "measures/enforcement/extra")


class Writer:
    """A page of its own: a connection, the cookie, the token."""

    def __init__(self, window: Window) -> None:
        self.line = HTTPConnection("127.0.0.1", window.port, timeout=600)
        self.own = {"Host": f"127.0.0.1:{window.port}", "Origin": f"http://127.0.0.1:{window.port}"}
        url = urlsplit(window.url)
        answer = self._ask("GET", f"{url.path}?{url.query}")
        self.own["Cookie"] = answer[1].split(";")[0]
        self.own["X-Csrf"] = re.search(r'name="csrf" content="(\w+)"', self._ask("GET", "/")[2])[1]  # type: ignore[index]

    def _ask(self, method: str, path: str, body: str | None = None) -> tuple[int, str, str]:
        headers = {**self.own, "Accept": "application/json"} | ({"Content-Type": "application/json"} if body else {})
        self.line.request(method, path, body, headers)
        answer = self.line.getresponse()
        return answer.status, answer.headers.get("Set-Cookie", ""), answer.read().decode()

    def save(self, address: str, words: str, was: str | None) -> int:
        edit = {"version": "", "edits": [{"address": address, "was": was, "words": words}]}
        return self._ask("POST", f"/form/{FORM}/edit", json.dumps(edit))[0]


def main(number: int) -> None:
    with tempfile.TemporaryDirectory() as kept:
        folder, cache = Path(kept, "forms"), Path(kept, "cache")
        folder.mkdir()
        cache.mkdir(mode=0o700)
        shutil.copy(ROOT / "profiles" / FORM, folder)
        window = Window(folder, cache)
        window.start()
        try:
            _saved(window, number)
        finally:
            window.kill()


def _saved(window: Window, number: int) -> None:
    codes: dict[int, int] = {}
    last: dict[str, str] = {}
    lock = Lock()

    def write(address: str) -> None:
        writer, was = Writer(window), "葛坑镇" if address == "unit/short" else None
        for at in range(number // len(FIELDS)):
            words = f"第{at}稿"
            code = writer.save(address, words, was)
            with lock:
                codes[code] = codes.get(code, 0) + 1
            if code == 200:
                was = last[address] = words

    begun = time.monotonic()
    writers = [Thread(target=write, args=(address,)) for address in FIELDS]
    for writer in writers:
        writer.start()
    for writer in writers:
        writer.join()
    text = (window.folder / FORM).read_text("utf-8")
    assert window.process is not None
    status = Path(f"/proc/{window.process.pid}/status").read_text("utf-8")
    memory = int(re.search(r"VmRSS:\s*(\d+)", status)[1]) / 1024  # type: ignore[index]
    print(f"| saves in {time.monotonic() - begun:.0f} s | {number} |")
    print(f"| answers | {codes} |")
    print(f"| last words that stand in the file | {sum(words in text for words in last.values())} of {len(FIELDS)} |")
    print(f"| files in the folder | {len(list(window.folder.iterdir()))} |")
    notes = (ROOT / "profiles" / FORM).read_text("utf-8").count("#")
    print(f"| notes of the form kept | {text.count('#')} of {notes} |")
    print(f"| server's memory | {memory:.0f} MB |")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 10_000)
