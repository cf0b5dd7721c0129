"""The first page: the forms of the folder, and how new ones come into it."""

from flask import Flask, redirect, render_template, request
from werkzeug.wrappers import Response

from generator.api.inputs import load
from generator.api.shelf import new_form, next_year, shelf
from generator.errors import UsageError
from generator.web.desk import desk, form_path


def rules(app: Flask) -> None:
    """The pages of this room."""
    app.add_url_rule("/", "listing", _listing)
    app.add_url_rule("/new", "new", _new, methods=["POST"])
    app.add_url_rule("/copy/<name>", "copy", _copy, methods=["POST"])


def _listing() -> str:
    settings = desk().settings
    schema = load(settings.template)[1].schema
    levels = [level.label for level in schema.levels]
    forms = shelf(settings.folder, settings.template)
    years = [int(form.year) for form in forms if form.year.isdigit()]
    return render_template(
        "listing.html", forms=forms, levels=levels, genre=schema.genre, folder=settings.folder.resolve().name,
        year=max(years, default=0),
    )  # fmt: skip


def year_of(words: str) -> int:
    """A year as typed. Raises UsageError."""
    if not (words.isascii() and words.isdigit() and 2015 <= int(words) <= 2100):
        raise UsageError(f"“{words[:20]}”不是年度", "写四位数字，如 2024")
    return int(words)


def _new() -> Response:
    settings = desk().settings
    given = request.form
    year = year_of(given.get("year", "").strip())
    made = new_form(
        settings.folder, given.get("level", ""), given.get("unit", ""), year, template=settings.template
    )
    return redirect(f"/form/{made.name}", 303)


def _copy(name: str) -> Response:
    made = next_year(form_path(name), desk().settings.template)
    return redirect(f"/form/{made.name}", 303)
