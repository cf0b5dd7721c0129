"""The application: pages, guard, and what is shown when something goes wrong."""

from hashlib import sha256
from pathlib import Path

from flask import Flask, jsonify, render_template, request
from werkzeug.exceptions import HTTPException
from werkzeug.wrappers import Response

from generator.errors import GeneratorError
from generator.web import downloads, filling, listing, wording, working
from generator.web.desk import Desk, Settings
from generator.web.guard import guard, log

MOST_BYTES = 52_000_000
"""Of one request: the largest report that a reader opens, and what surrounds it."""

_SAID = {
    400: "这个请求不完整",
    403: "这一页要从程序打印的网址打开；程序重新启动过的，用新的网址",
    404: "没有这一页，或者表单已经不在文件夹里",
    405: "这个网址不能这样用",
    413: "文件太大，最多 50 MB",
    415: "不收这种文件",
    421: "网址里的主机名不对，请用程序打印的网址",
    429: "密码错的次数太多，请重新启动程序",
}


def create_app(settings: Settings) -> Flask:
    """The window over a folder of forms."""
    app = Flask(__name__, static_url_path=f"/static/{_edition()}")
    app.config.update(MAX_CONTENT_LENGTH=MOST_BYTES, MAX_FORM_MEMORY_SIZE=2_000_000, MAX_FORM_PARTS=2_000)
    app.jinja_env.trim_blocks = app.jinja_env.lstrip_blocks = True
    app.extensions["desk"] = Desk(settings)
    app.json.ensure_ascii = False  # type: ignore[attr-defined]
    guard(app)
    for room in (listing, filling, wording, downloads, working):
        room.rules(app)
    app.register_error_handler(GeneratorError, _stopped)
    app.register_error_handler(HTTPException, _refused)
    app.register_error_handler(Exception, _bug)
    return app


def _edition() -> str:
    """What tells the scripts and styles of one edition from another's, so that a browser may keep them."""
    files = sorted(Path(__file__).with_name("static").iterdir())
    return sha256(b"".join(file.read_bytes() for file in files)).hexdigest()[:16]


def _wants_json() -> bool:
    return request.is_json or request.headers.get("Accept", "").startswith("application/json")


def _said(message: str, hint: str, code: int) -> tuple[str | Response, int]:
    if _wants_json():
        return jsonify(message=message, hint=hint), code
    return render_template("trouble.html", message=message, hint=hint), code


def _stopped(stop: GeneratorError) -> tuple[str | Response, int]:
    return _said(stop.message, stop.hint, 422)


def _refused(error: HTTPException) -> tuple[str | Response, int]:
    code = error.code or 500
    return _said(_SAID.get(code, f"不能这样做（{code}）"), "", code)


def _bug(error: Exception) -> tuple[str | Response, int]:
    log.error("bug: %s", type(error).__name__)
    return _said(f"程序出错（{type(error).__name__}），不是您填的内容的问题", "已保存的内容都在文件里", 500)
