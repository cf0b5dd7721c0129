"""The first page: the forms of the folder, and how new ones come into it."""

from flask import Flask, redirect, render_template
from werkzeug.wrappers import Response

from generator.api.inputs import load
from generator.api.shelf import next_year, shelf
from generator.web.desk import desk, form_path
from generator.web.working import TAKEN


def rules(app: Flask) -> None:
    """The pages of this room."""
    app.add_url_rule("/", "listing", _listing)
    app.add_url_rule("/copy/<name>", "copy", _copy, methods=["POST"])


def _listing() -> str:
    settings = desk().settings
    schema = load(settings.template)[1].schema
    levels = [level.label for level in schema.levels]
    forms = shelf(settings.folder, settings.template)
    years = [int(form.year) for form in forms if form.year.isdigit()]
    return render_template(
        "listing.html", forms=forms, levels=levels, genre=schema.genre, folder=settings.folder.resolve().name,
        year=max(years, default=0), taken=",".join(sorted(TAKEN)), lacking=sum(form.gaps > 0 for form in forms),
    )  # fmt: skip


def _copy(name: str) -> Response:
    made = next_year(form_path(name), desk().settings.template)
    return redirect(f"/form/{made.name}", 303)
