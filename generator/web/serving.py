"""The window opened: a server on this machine, and the address that lets its clerk in."""

import gc
import logging
import socket
import webbrowser
from collections.abc import Callable
from pathlib import Path
from threading import Timer

from generator.api.inputs import load
from generator.errors import CannotWrite, UsageError
from generator.web.app import MOST_BYTES, create_app
from generator.web.desk import Settings, judged, kept_secret, key

LOOPBACK = ("127.0.0.1", "localhost", "::1")


def serve(
    folder: Path,
    port: int,
    *,
    host: str = "",
    password: str = "",
    browser: bool = True,
    template: str | None = None,
    say: Callable[[str], None],
) -> None:
    """Serve a folder until interrupted.

    host: an address of this machine in the network, which needs a password; "" for this machine alone; say: told what
    the user must know. Raises UsageError, CannotWrite where the port is taken, BrokenTemplate.
    """
    if not folder.is_dir():
        raise UsageError(f"没有“{folder}”这个文件夹", "先建好文件夹，或写当前文件夹 .")
    if host and host not in LOOPBACK and len(password) < 8:
        hint = "设环境变量 GEN_PASSWORD，或不用 --host 只在本机打开"
        raise UsageError("用 --host 对外开放要有密码，至少 8 个字符", hint)
    load(template)
    outside = bool(host) and host not in LOOPBACK
    settings = settings_for(folder, port, host if outside else "", password if outside else "", template)
    app = create_app(settings)
    with app.app_context():
        judged()
    from waitress import create_server

    # A page asks for its scripts at once; that some of them wait a moment is nothing to tell a clerk.
    logging.getLogger("waitress.queue").setLevel(logging.ERROR)
    try:
        server = create_server(
            app, host=host or "127.0.0.1", port=port, threads=8, ident=None, max_request_body_size=MOST_BYTES,
            max_request_header_size=32_768, connection_limit=100, channel_timeout=60,
        )  # fmt: skip
    except OSError as error:
        raise CannotWrite(f"端口 {port} 被别的程序占着", f"换一个：gen serve --port {port + 1}") from error
    if outside:
        say(f"已对外开放：http://{host}:{port}/ ，同一网络里知道密码的人都能看、能改这个文件夹里的表单。")
        say("传输没有加密：只在可信的单位内网里用；用完按 Ctrl+C 关闭。")
    else:
        url = f"http://127.0.0.1:{port}/enter?token={key(settings, 'token')}"
        say(f"在浏览器里打开：{url}")
        say("只有这台电脑能打开；按 Ctrl+C 关闭。填的内容随填随存在表单文件里。")
        if browser:
            Timer(0.5, webbrowser.open, (url,)).start()
    # What was loaded so far stays: it need not be looked through for garbage again and again.
    gc.freeze()
    try:
        server.run()
    finally:
        server.close()


def settings_for(
    folder: Path, port: int, host: str = "", password: str = "", template: str | None = None
) -> Settings:
    """The settings of a window; host: "" for this machine alone."""
    names = {*LOOPBACK, "[::1]"} | ({host, socket.gethostname().lower()} if host else set())
    hosts = frozenset(f"{name}:{port}" for name in names) | (frozenset(names) if port == 80 else frozenset())
    return Settings(folder, port, kept_secret(folder, port), hosts, password, template, host in ("0.0.0.0", "::"))  # noqa: S104
