"""A form's text as a whole in the browser: for what the fields cannot show, or cannot reach."""

from flask import Flask, abort, redirect, render_template, request
from werkzeug.wrappers import Response

from generator.api.editing import opened, rewritten
from generator.web.desk import desk, form_path, remember

_MOST_BYTES = 2_000_000


def rules(app: Flask) -> None:
    """The pages of this room."""
    app.add_url_rule("/form/<name>/text", "text", _text)
    app.add_url_rule("/form/<name>/text", "rewrite", _rewrite, methods=["POST"])


def _text(name: str) -> str:
    form = opened(form_path(name), desk().settings.template)
    return render_template("text.html", name=name, form=form, words=form.text)


def _rewrite(name: str) -> Response | str:
    path = form_path(name)
    if (request.content_length or 0) > _MOST_BYTES:
        abort(413)
    words, version = request.form.get("words"), request.form.get("version", "")
    if words is None:
        abort(400)
    done = rewritten(path, words, version)
    form = opened(path, desk().settings.template)
    if done is None:
        # Somebody else wrote meanwhile: both are shown, and the next saving means this one.
        return render_template("text.html", name=name, form=form, words=words, theirs=form.text)
    if done.before:
        remember(name, done.before, done.version, "")
    if form.trouble:
        return render_template("text.html", name=name, form=form, words=form.text, kept=True)
    return redirect(f"/form/{name}", 303)
