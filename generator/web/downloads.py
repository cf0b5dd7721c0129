"""Drafts to take away: made anew from the form each time, and written nowhere."""

import io
import zipfile
from urllib.parse import quote

from flask import Flask, Response, abort, request

from generator.api.drafting import Prepared, Request, prepare
from generator.diagnostics import Severity, stops
from generator.errors import UsageError
from generator.outputs.names import distinct
from generator.web.desk import desk, form_path

_TYPES = {
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "md": "text/markdown; charset=utf-8",
    "zip": "application/zip",
}
_MOST = 500


def rules(app: Flask) -> None:
    """The pages of this room."""
    app.add_url_rule("/form/<name>/download/<kind>", "download", _download)
    app.add_url_rule("/zip", "zip", _zip, methods=["POST"])


def _download(name: str, kind: str) -> Response:
    if kind not in _TYPES:
        abort(404)
    formats = ("docx", "md") if kind == "zip" else (kind,)
    made = _prepared(name, formats)
    if kind == "zip" or len(made.files) > 1:
        return _attachment(_packed([made]), f"{made.stem}.zip", "zip")
    return _attachment(made.files[0][1], made.stem + made.files[0][0], kind)


def _zip() -> Response:
    names = request.form.getlist("name")[:_MOST]
    if not names:
        raise UsageError("没有勾选表单", "先在左边打勾")
    return _attachment(_packed([_prepared(name, ("docx", "md")) for name in names]), "草稿.zip", "zip")


def _prepared(name: str, formats: tuple[str, ...]) -> Prepared:
    made = prepare(Request(form_path(name), formats, desk().settings.template))
    if stops(made.drafted.diagnostics):
        errors = [d for d in made.drafted.diagnostics if d.severity is Severity.ERROR]
        raise UsageError(f"“{name}”有 {len(errors)} 处读不懂，还不能下载：{errors[0].message}", errors[0].hint)
    return made


def _packed(made: list[Prepared]) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as package:
        for stem, one in zip(distinct(one.stem for one in made), made, strict=True):
            for ending, data in one.files:
                package.writestr(stem + ending, data)
    return file.getvalue()


def _attachment(data: bytes, name: str, kind: str) -> Response:
    headers = {"Content-Disposition": f"attachment; filename*=UTF-8''{quote(name)}"}
    return Response(data, headers=headers, content_type=_TYPES[kind])
