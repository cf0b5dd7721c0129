"""Our own DOCX with one thing changed."""

import re
import zipfile
from collections.abc import Mapping, Sequence
from functools import cache
from io import BytesIO
from pathlib import Path
from typing import Any

import yaml
from drafting import drafted, shipped_profile

from generator import api
from generator.api import checking
from generator.check import engine
from generator.check.registry import load
from generator.check.subject import Subject
from generator.diagnostics import Diagnostic
from generator.writers.docx import write

MUTANTS: Mapping[str, Mapping[str, Any]] = {
    one["name"]: one for one in yaml.safe_load((Path(__file__).parent / "mutants.yml").read_text("utf-8"))
}
_USUAL = "gekeng-2024"
_FOLDERS = {"core": "docProps/core.xml"}


class NothingToChange(Exception):
    """What a mutant changes does not stand in this DOCX."""


@cache
def _original(name: str) -> bytes:
    return write(drafted(shipped_profile(name)).document)


def mutant(name: str) -> bytes:
    """The DOCX of this name in mutants.yml; fails where an edit finds nothing to change."""
    one = MUTANTS[name]
    return edited(_original(one.get("draft", _USUAL)), one["edits"])


def edited(data: bytes, edits: Sequence[Sequence[Any]]) -> bytes:
    """The package with these edits made in its parts."""
    with zipfile.ZipFile(BytesIO(data)) as package:
        parts = {member: package.read(member) for member in package.namelist()}
    for part, old, new, *how in edits:
        member = _FOLDERS.get(part, f"word/{part}.xml")
        parts[member] = _changed(parts[member].decode(), old, new, **(how[0] if how else {})).encode()
    held = BytesIO()
    with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as made:
        for member, content in parts.items():
            made.writestr(member, content)
    return held.getvalue()


def _changed(xml: str, old: str, new: Any, style: str = "", all: bool = False, regex: bool = False) -> str:
    if style:
        found = re.search(rf'<w:style [^>]*w:styleId="{style}".*?</w:style>', xml, re.DOTALL)
        assert found is not None
        return xml[: found.start()] + _changed(found[0], old, new, all=True) + xml[found.end() :]
    pattern = old if regex else re.escape(old)
    made, count = re.subn(pattern, new if callable(new) else lambda _: new, xml, count=0 if all else 1)
    if not count:
        raise NothingToChange(old)
    return made


@cache
def judge() -> api.Judge:
    """The shipped genre, ready for judging."""
    return api.judge()


def subject(data: bytes) -> Subject:
    """A DOCX to be judged."""
    return checking._subject(Path("报告.docx"), data, judge())[0]


def laid(data: bytes) -> tuple[Diagnostic, ...]:
    """What the rules of layout say of a DOCX."""
    return engine.run(subject(data), load(_codes()))


@cache
def _codes() -> tuple[str, ...]:
    return tuple(rule.code for rule in judge().rules if rule.code.startswith("LAY"))
