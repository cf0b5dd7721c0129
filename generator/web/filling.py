"""A form in the browser: its page, its changes, its preview."""

from collections.abc import Iterable
from typing import Any

from flask import Flask, Response, abort, get_template_attribute, jsonify, render_template, request

from generator.api.editing import Edit, asked_figure, changed, looked_up, opened, restored, version_of
from generator.api.inputs import content
from generator.api.previewing import Remark, previewed, sheet_style, text_remarks
from generator.web.desk import desk, form_path, judged, remember, take_back

_MOST_EDITS = 500
_MOST_BYTES = 2_000_000
_MOST_ITEMS = 1_000
_MOST_FOUND = 12
_MOST_KEPT = 100


def rules(app: Flask) -> None:
    """The pages of this room."""
    app.add_url_rule("/sheet.css", "sheet", _sheet)
    app.add_url_rule("/form/<name>", "form", _form)
    app.add_url_rule("/form/<name>/fields", "fields", _fields)
    app.add_url_rule("/form/<name>/figure", "figure", _figure)
    app.add_url_rule("/form/<name>/indicators", "indicators", _indicators)
    app.add_url_rule("/form/<name>/preview", "preview", _preview)
    app.add_url_rule("/form/<name>/remarks", "remarks", _remarks)
    app.add_url_rule("/form/<name>/state", "state", _state)
    app.add_url_rule("/form/<name>/edit", "edit", _edit, methods=["POST"])
    app.add_url_rule("/form/<name>/undo", "undo", _undo, methods=["POST"])


def _sheet() -> Response:
    return Response(sheet_style(desk().settings.template), mimetype="text/css")


def _form(name: str) -> str:
    path = form_path(name)
    form = opened(path, desk().settings.template)
    return render_template("form.html", name=name, form=form, title=_title(form.words) or name)


def _title(words: Any) -> str:
    unit, year = words.get("unit/name/0", ""), words.get("report/year", "")
    return f"{unit} {year}" if unit and year else ""


def _fields(name: str) -> Response:
    """All parts; the page itself comes with those that are open, so that it is there at once."""
    form = opened(form_path(name), desk().settings.template)
    body = get_template_attribute("part.html", "body")
    parts = [(part.id, str(body(part)), part.ticked, part.counted) for part in form.parts]
    return jsonify(parts=parts, version=form.version, trouble=form.trouble)


def _figure(name: str) -> str:
    asked = asked_figure(form_path(name), request.args.get("at", "")[:300], desk().settings.template)
    if asked is None:
        abort(404)
    return str(get_template_attribute("field.html", "field")(asked))


def _indicators(name: str) -> Response:
    found = looked_up(form_path(name), request.args.get("words", "")[:100], desk().settings.template)
    shown = [
        {"id": one.id, "label": one.label, "theme": theme, "said": one.clause.replace("{}", f"…{one.unit}")}
        for one, theme in found[:_MOST_FOUND]
    ]
    return jsonify(found=shown, more=max(0, len(found) - _MOST_FOUND))


def _state(name: str) -> Response:
    return jsonify(version=version_of(content(form_path(name))))


def _preview(name: str) -> Response:
    return jsonify(_shown(name))


def _shown(name: str) -> dict[str, Any]:
    """The page of a form and its findings, as the script takes them."""
    path = form_path(name)
    raw = content(path)
    made = previewed(raw, path, desk().settings.template)
    return {
        "version": version_of(raw),
        "body": made.body,
        "remarks": _plain(made.remarks),
        "derived": dict(made.derived),
        "gaps": made.gaps,
        "characters": made.characters,
        "filled": made.filled,
        "asked": made.asked,
    }


def _plain(remarks: Iterable[Remark]) -> list[dict[str, str]]:
    return [
        {"code": r.code, "severity": r.severity, "message": r.message, "hint": r.hint, "address": r.address}
        for r in remarks
    ]


def _remarks(name: str) -> Response:
    path = form_path(name)
    raw, by = content(path), judged()
    version, kept = version_of(raw), desk().judged
    if version not in kept and by:
        # The list of forms asks this of each, every time that it is shown.
        for old in list(kept)[:-_MOST_KEPT]:
            kept.pop(old, None)
        kept[version] = _plain(text_remarks(raw, path, by))
    return jsonify(version=version, remarks=kept.get(version, []))


def _edit(name: str) -> tuple[Response, int] | Response:
    path = form_path(name)
    edits, version = _asked()
    done = changed(path, edits, version, desk().settings.template)
    if done.clashes:
        clashes = [{"address": c.address, "mine": c.mine, "theirs": c.theirs} for c in done.clashes]
        return jsonify(clashes=clashes), 409
    if done.before and done.version != version_of(done.before):
        addresses = {edit.address for edit in edits}
        remember(name, done.before, done.version, addresses.pop() if len(addresses) == 1 else "")
    shown = _shown(name)
    # Another window may have written since: its change is in what is shown, and the fields here do not have it.
    return jsonify({**shown, "merged": done.merged or shown["version"] != done.version})


def _asked() -> tuple[list[Edit], str]:
    if (request.content_length or 0) > _MOST_BYTES:
        abort(413)
    asked = request.get_json()
    if not isinstance(asked, dict) or not isinstance(asked.get("edits"), list) or len(asked["edits"]) > _MOST_EDITS:
        abort(400)
    edits = []
    for one in asked["edits"]:
        if not isinstance(one, dict) or not isinstance(one.get("address"), str) or len(one["address"]) > 300:
            abort(400)
        if not all(isinstance(one.get(part), str | None) for part in ("was", "words")):
            abort(400)
        to = one.get("to")
        if to is not None and (type(to) is not int or not 0 <= to < _MOST_ITEMS):
            abort(400)
        checked = one.get("checked") is True
        edits.append(Edit(one["address"], one.get("was"), one.get("words"), to, checked))
    return edits, str(asked.get("version", ""))


def _undo(name: str) -> tuple[Response, int] | Response:
    path = form_path(name)
    version = take_back(name, lambda before, version: restored(path, before, version))
    if version is None:
        return jsonify(message="没有可以撤销的改动，或者文件在别处改过", hint=""), 409
    return jsonify(_shown(name))
