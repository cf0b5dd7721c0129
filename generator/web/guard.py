"""Who may ask: the right host, a key from the printed address, and for every change our own page."""

import hmac
import logging
import re
from urllib.parse import urlsplit

from flask import Flask, Response, abort, redirect, render_template, request
from werkzeug.wrappers import Response as AnyResponse

from generator.web.desk import desk, key

_POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; "
    "connect-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'"
)
_OPEN = frozenset(("enter", "login", "static"))
_ADDRESS = re.compile(r"(?:\d{1,3}(?:\.\d{1,3}){3}|\[[0-9a-fA-F:]+\])(?::\d+)?")
_MOST_MISSED = 20
log = logging.getLogger("generator.web")


def guard(app: Flask) -> None:
    """Put the checks before, and the headers behind every request of `app`."""
    app.before_request(_check)
    app.after_request(_seal)
    app.add_url_rule("/enter", "enter", _enter)
    app.add_url_rule("/login", "login", _login, methods=["GET", "POST"])
    app.jinja_env.globals["csrf"] = lambda: key(desk().settings, "csrf")


def cookie_name() -> str:
    """Cookies do not tell ports apart; two windows on one machine must."""
    return f"gen-{desk().settings.port}"


def _check() -> AnyResponse | None:
    settings = desk().settings
    host = request.host.lower()
    if host not in settings.hosts and not (settings.any_address and _ADDRESS.fullmatch(host)):
        abort(421)
    if request.method not in ("GET", "HEAD"):
        _own_page()
    if request.endpoint in _OPEN:
        return None
    given = request.cookies.get(cookie_name(), "")
    if not hmac.compare_digest(given.encode(), key(settings, "session").encode()):
        if settings.password and request.method == "GET" and not request.path.startswith("/form/"):
            return redirect("/login")
        abort(403)
    return None


def _own_page() -> None:
    """A change comes from a page of ours: by its origin, and by the token that only our pages hold."""
    origin = urlsplit(request.headers.get("Origin", ""))
    if origin.scheme not in ("http", "https") or origin.netloc.lower() != request.host.lower():
        abort(403)
    if request.headers.get("Sec-Fetch-Site", "same-origin") != "same-origin":
        abort(403)
    expected = key(desk().settings, "csrf")
    given = request.headers.get("X-Csrf", "") or request.form.get("csrf", "")
    if not hmac.compare_digest(given.encode(), expected.encode()):
        abort(403)


def _enter() -> AnyResponse:
    settings = desk().settings
    given = request.args.get("token", "")
    if settings.password or not hmac.compare_digest(given.encode(), key(settings, "token").encode()):
        abort(403)
    return _admitted()


def _login() -> AnyResponse | str:
    here = desk()
    if not here.settings.password:
        abort(404)
    if request.method == "GET":
        return render_template("login.html", wrong=False)
    if here.missed >= _MOST_MISSED:
        abort(429)
    if not hmac.compare_digest(request.form.get("password", "").encode(), here.settings.password.encode()):
        here.missed += 1
        return render_template("login.html", wrong=True)
    here.missed = 0
    return _admitted()


def _admitted() -> AnyResponse:
    answer = redirect("/", 303)
    answer.set_cookie(
        cookie_name(), key(desk().settings, "session"), httponly=True, samesite="Strict", path="/", secure=False
    )
    return answer


def _seal(answer: Response) -> Response:
    headers = answer.headers
    headers["Content-Security-Policy"] = _POLICY
    headers["X-Content-Type-Options"] = "nosniff"
    headers["X-Frame-Options"] = "DENY"
    headers["Referrer-Policy"] = "same-origin"
    headers["Cross-Origin-Opener-Policy"] = "same-origin"
    headers["Cross-Origin-Resource-Policy"] = "same-origin"
    headers.setdefault("Cache-Control", "no-store")
    if request.endpoint == "static":
        # Its address tells the edition.
        headers["Cache-Control"] = "private, max-age=31536000, immutable"
    # The rule, not the path: no unit's name, no token, no content.
    rule = request.url_rule.rule if request.url_rule else "-"
    log.info("%s %s %d", request.method, rule, answer.status_code)
    return answer
