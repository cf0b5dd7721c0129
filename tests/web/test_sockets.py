"""The real server, spoken to without a browser's manners."""

import socket
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from window import Window

pytest.importorskip("waitress", reason="waitress is not installed (extra: web)")


@pytest.fixture(scope="module")
def window(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Window]:
    folder = tmp_path_factory.mktemp("forms")
    cache = tmp_path_factory.mktemp("cache")
    cache.chmod(0o700)
    made = Window(folder, cache)
    made.start()
    yield made
    made.kill()


def spoken(window: Window, data: bytes, wait: float = 60) -> bytes:
    """What the server answers to these bytes, as far as it comes in time."""
    with socket.create_connection(("127.0.0.1", window.port), timeout=wait) as line:
        found = b""
        try:
            line.sendall(data)
            while chunk := line.recv(65536):
                found += chunk
        except (TimeoutError, ConnectionError):
            pass
        return found


def alive(window: Window) -> bool:
    url = urlsplit(window.url)
    answer = spoken(window, f"GET {url.path}?{url.query} HTTP/1.0\r\nHost: {url.netloc}\r\n\r\n".encode())
    return answer.startswith(b"HTTP/1.0 303")


@pytest.mark.parametrize(
    "data",
    [
        b"GET / HTTP/1.1\r\nHost: evil.example\r\nConnection: close\r\n\r\n",
        b"GET / HTTP/1.0\r\n\r\n",
        b"GET http://evil.example/ HTTP/1.1\r\nHost: evil.example\r\nConnection: close\r\n\r\n",
        b"GET /../../../../etc/passwd HTTP/1.0\r\nHost: 127.0.0.1\r\n\r\n",
        b"GET /static/../../../../../etc/passwd HTTP/1.0\r\nHost: 127.0.0.1\r\n\r\n",
        b"GET /form/%00 HTTP/1.0\r\nHost: 127.0.0.1\r\n\r\n",
        b"\0\xff\xfe" * 1000,
        b"GET / HTTP/1.1\r\nHost: a\r\n" + b"X: " + b"y" * 100_000 + b"\r\n\r\n",
        b"POST /upload HTTP/1.1\r\nHost: a\r\nContent-Length: -1\r\n\r\n",
        b"POST /upload HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\nzzz\r\n",
    ],
    ids=["host", "no host", "absolute", "traversal", "static", "nul", "noise", "long header", "length", "chunks"],
)
def test_what_no_browser_says_is_refused_and_the_server_goes_on(window: Window, data: bytes) -> None:
    answer = spoken(window, data, 2)
    assert answer.split(b" ")[1:2] in ([], [b"400"], [b"403"], [b"404"], [b"421"], [b"431"], [b"501"])
    assert b"root:" not in answer
    assert b"Traceback" not in answer
    assert alive(window)


def test_a_gigabyte_is_refused_at_its_announcement(window: Window) -> None:
    # The rest is never sent: an answer that waits for it does not come.
    head = f"POST /upload HTTP/1.1\r\nHost: 127.0.0.1:{window.port}\r\nContent-Length: 1000000000\r\n\r\n"
    answer = spoken(window, head.encode() + b"x" * 100_000)
    assert b" 413 " in answer.split(b"\r\n")[0] + b" "
    assert alive(window)


def test_fifty_idle_lines_do_not_shut_the_clerk_out(window: Window) -> None:
    lines = [socket.create_connection(("127.0.0.1", window.port)) for _ in range(50)]
    try:
        for line in lines:
            line.sendall(b"GET / HTTP/1.1\r\nHost:")
        assert alive(window)
    finally:
        for line in lines:
            line.close()


def test_a_port_that_is_taken_is_told(window: Window, tmp_path: Path) -> None:
    other = Window(tmp_path, window.cache)
    other.port = window.port
    with pytest.raises(AssertionError, match="被别的程序占着"):
        other.start()
    assert other.process is not None
    other.kill()
