"""What one running window knows: its folder, its keys, the steps that can be taken back."""

import hmac
import secrets
from collections.abc import Callable
from dataclasses import dataclass, field
from hashlib import sha256
from pathlib import Path
from threading import Lock
from time import monotonic
from typing import Any

from flask import abort, current_app

from generator import resources
from generator.api.checking import Judge, judge
from generator.api.shelf import FORMS
from generator.errors import GeneratorError
from generator.records import record

_STEPS = 100
_TOGETHER = 2.0
"""Seconds within which changes of one field are one step."""


@record
class Settings:
    """folder: of the forms; secret: what all keys are made from; hosts: names under which the window may be asked for,
    None for any numeric address; password: "" on the machine itself."""

    folder: Path
    port: int
    secret: bytes
    hosts: frozenset[str]
    password: str = ""
    template: str | None = None
    any_address: bool = False


@record
class Step:
    """A change that can be taken back: the bytes before it, the version after it."""

    before: bytes
    version: str
    address: str
    at: float


@dataclass(slots=True)
class Desk:
    """The window's memory; all of it may be lost, the forms are on disk."""

    settings: Settings
    steps: dict[str, list[Step]] = field(default_factory=dict)
    tasks: dict[str, Any] = field(default_factory=dict)
    lock: Lock = field(default_factory=Lock)
    judge: Judge | None = None
    judged: dict[str, list[dict[str, str]]] = field(default_factory=dict)
    """What the rules of words said of a form, by its version."""
    missed: int = 0


def desk() -> Desk:
    """The desk of the running application."""
    found = current_app.extensions["desk"]
    assert isinstance(found, Desk)  # noqa: S101
    return found


def key(settings: Settings, purpose: str) -> str:
    """A key for one purpose; knowing one tells nothing of the others."""
    return hmac.new(settings.secret, purpose.encode(), sha256).hexdigest()


def kept_secret(folder: Path, port: int) -> bytes:
    """The secret of a folder's window, kept for this user alone, so that a page outlives a restart of the program."""
    name = "web-" + sha256(f"{folder.resolve()} {port}".encode()).hexdigest()[:40]
    found = resources.cache_get(name)
    if found is not None and len(found) == 32:
        return found
    secret = secrets.token_bytes(32)
    resources.cache_put(name, secret)
    return secret


def form_path(name: str) -> Path:
    """The form of that name in the folder; 404 for anything that is not a form right in it."""
    folder = desk().settings.folder
    if not name or any(sign in name for sign in '/\\:\0') or name[0] in ".~" or len(name.encode()) > 255:
        abort(404)
    path = folder / name
    if path.suffix.lower() not in FORMS or path.is_symlink() or not path.is_file():
        abort(404)
    return path


def judged() -> Judge | None:
    """The rules for this folder, made ready once; None where they do not hold together."""
    here = desk()
    if here.judge is None:
        try:
            here.judge = judge(here.settings.template, here.settings.folder)
        except GeneratorError:
            return None
    return here.judge


def remember(name: str, before: bytes, version: str, address: str) -> None:
    """A step of a form; one that goes on with the last one is part of it."""
    here = desk()
    with here.lock:
        steps = here.steps.setdefault(name, [])
        now = monotonic()
        if steps and steps[-1].address == address and now - steps[-1].at < _TOGETHER:
            before = steps.pop().before
        steps.append(Step(before, version, address, now))
        del steps[:-_STEPS]


def take_back(name: str, put_back: Callable[[bytes, str], str | None]) -> str | None:
    """Undo the last step with `put_back(before, version)`; the version then, None where there is none to undo."""
    here = desk()
    with here.lock:
        steps = here.steps.get(name, [])
        if not steps:
            return None
        last = steps[-1]
        version = put_back(last.before, last.version)
        if version is None:
            steps.clear()
            return None
        steps.pop()
        if steps:
            # What the earlier step left is what is on disk again.
            steps[-1] = Step(steps[-1].before, version, "", 0.0)
        return version
