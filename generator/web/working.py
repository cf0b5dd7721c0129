"""Long work in the background: an upload read, many forms drafted; with progress, and to be cancelled at once."""

import secrets
import tempfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from threading import Event, Thread

from flask import Flask, abort, jsonify, redirect, render_template, request
from werkzeug.datastructures import FileStorage
from werkzeug.wrappers import Response

from generator.api.apart import apart
from generator.api.batching import batch
from generator.api.shelf import FORMS, from_last_year, from_upload, new_form
from generator.api.summarising import summarised
from generator.api.workbooks import WORKBOOKS
from generator.errors import GeneratorError, UsageError
from generator.outputs.names import safe_name
from generator.readers.formats import SUFFIXES
from generator.web.desk import desk, form_path
from generator.web.guard import log

TAKEN = frozenset((*SUFFIXES, *FORMS, *WORKBOOKS))
"""Endings of files that are read."""
_SAID = {"drafted": "写好", "unchanged": "没有变化", "edited": "手工改过，没有覆盖", "failed": "没有起草"}
_AT_ONCE = 2
_KEPT = 50


@dataclass(slots=True)
class Task:
    """Work under way. results: link (a form's name, or "") and words of each result."""

    title: str
    done: int = 0
    total: int = 0
    state: str = "running"
    message: str = ""
    results: list[tuple[str, str]] = field(default_factory=list)
    cancelled: Event = field(default_factory=Event)


def rules(app: Flask) -> None:
    """The pages of this room."""
    app.add_url_rule("/new", "new", _new, methods=["POST"])
    app.add_url_rule("/upload", "upload", _upload, methods=["POST"])
    app.add_url_rule("/batch", "batch", _batch, methods=["POST"])
    app.add_url_rule("/task/<number>", "task", _task)
    app.add_url_rule("/task/<number>/state", "task_state", _task_state)
    app.add_url_rule("/task/<number>/cancel", "cancel", _cancel, methods=["POST"])


def _start(title: str, work: Callable[[Task], None]) -> Response:
    here = desk()
    if sum(task.state == "running" for task in here.tasks.values()) >= _AT_ONCE:
        raise UsageError("前面的活还没有做完", "等它做完，或者取消")
    task, number = Task(title), secrets.token_hex(8)
    for old in list(here.tasks)[: -_KEPT + 1]:
        if here.tasks[old].state != "running":
            del here.tasks[old]
    here.tasks[number] = task
    Thread(target=_run, args=(task, work), daemon=True).start()
    return redirect(f"/task/{number}", 303)


def _run(task: Task, work: Callable[[Task], None]) -> None:
    try:
        work(task)
        task.state = "cancelled" if task.cancelled.is_set() else "done"
    except GeneratorError as stop:
        task.state, task.message = "failed", f"{stop.message}。{stop.hint}" if stop.hint else stop.message
    except Exception as bug:
        log.error("bug: %s", type(bug).__name__)
        task.state, task.message = "failed", f"程序出错（{type(bug).__name__}）"


def _year(words: str) -> int:
    """A year as typed. Raises UsageError."""
    if not (words.isascii() and words.isdigit() and 2015 <= int(words) <= 2100):
        raise UsageError(f"“{words[:20]}”不是年度", "写四位数字，如 2024")
    return int(words)


def _new() -> Response:
    settings, given = desk().settings, request.form
    level, unit = given.get("level", ""), given.get("unit", "")
    year = _year(given.get("year", "").strip())
    last = request.files.get("last")
    if last is None or not last.filename:
        made = new_form(settings.folder, level, unit, year, template=settings.template)
        return redirect(f"/form/{made.name}", 303)
    path = _taken(last)
    return _read_apart(path, from_last_year, (settings.folder, level, unit.strip(), year, path, settings.template))


def _upload() -> Response:
    given = request.files.get("file")
    if given is None or not given.filename:
        raise UsageError("没有选文件", "选一份 Word、PDF、网页报告，或者填好的工作簿")
    words = request.form.get("year", "").strip()
    year = _year(words) if words else None
    settings, path = desk().settings, _taken(given)
    return _read_apart(path, from_upload, (settings.folder, path, year, settings.template))


def _taken(given: FileStorage) -> Path:
    """Where an uploaded file is kept until it was read."""
    name = Path((given.filename or "").replace("\\", "/"))
    if name.suffix.lower() not in TAKEN:
        abort(415)
    path = Path(tempfile.mkdtemp(prefix="gen-")) / (safe_name(name.stem) + name.suffix.lower())
    given.save(path)
    given.close()
    return path


def _read_apart(path: Path, read: Callable[..., Iterator[tuple[str, str]]], arguments: tuple[object, ...]) -> Response:
    def work(task: Task) -> None:
        try:
            for result in apart(read, *arguments, stop=task.cancelled.is_set):
                task.results.append(result)
        finally:
            path.unlink(missing_ok=True)
            path.parent.rmdir()

    return _start(f"读“{path.name}”", work)


def _batch() -> Response:
    forms = [form_path(name) for name in request.form.getlist("name")]
    if not forms:
        raise UsageError("没有勾选表单", "先在左边打勾")
    settings = desk().settings
    output = settings.folder / "drafts"

    def work(task: Task) -> None:
        task.total = len(forms)
        drafting = batch(forms, output=output, jobs=1, template=settings.template, alike=None)
        for made in summarised(drafting, output=output, template=settings.template):
            task.done += 1
            said = _SAID[made.state]
            error = made.error.message if isinstance(made.error, GeneratorError) else ""
            gaps = f"，{len(made.entry.gaps)} 处待补充" if made.entry and made.entry.gaps else ""
            task.results.append((made.form.name, f"{said}{'：' + error if error else ''}{gaps}"))
            if task.cancelled.is_set():
                drafting.close()  # type: ignore[attr-defined]
                return
        task.message = f"写在“{output.name}”文件夹里；谁还缺什么，用浏览器打开其中的 汇总.html"

    return _start(f"起草 {len(forms)} 份报告", work)


def _found(number: str) -> Task:
    task = desk().tasks.get(number)
    if task is None:
        abort(404)
    assert isinstance(task, Task)  # noqa: S101
    return task


def _task(number: str) -> str:
    return render_template("task.html", task=_found(number), number=number)


def _task_state(number: str) -> Response:
    task = _found(number)
    return jsonify(state=task.state, done=task.done, total=task.total, message=task.message, results=task.results)


def _cancel(number: str) -> Response:
    _found(number).cancelled.set()
    return redirect(f"/task/{number}", 303)
