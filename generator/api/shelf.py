"""What lies in a folder of forms: whose, of which year, how far along."""

import re
from collections.abc import Iterator
from datetime import datetime
from functools import lru_cache
from pathlib import Path

from generator.api.blanks import blank_form
from generator.api.inputs import content, load
from generator.api.previewing import previewed
from generator.errors import GeneratorError, UsageError
from generator.forms.read import read
from generator.outputs.names import safe_name
from generator.outputs.whole import replace
from generator.records import record

FORMS = (".yml", ".yaml")


@record
class Listed:
    """A form of the folder. name: of the file; findings: errors and warnings; filled, asked: of the required fields;
    changed: seconds since the epoch; trouble: why it cannot be read."""

    name: str
    unit: str = ""
    year: str = ""
    filled: int = 0
    asked: int = 0
    gaps: int = 0
    findings: int = 0
    changed: float = 0.0
    trouble: str = ""

    @property
    def when(self) -> str:
        return datetime.fromtimestamp(self.changed).strftime("%Y-%m-%d %H:%M") if self.changed else ""


def shelf(folder: Path, template: str | None = None) -> list[Listed]:
    """The forms of a folder by name; a form that cannot be read is among them."""
    found = []
    for path in sorted(folder.iterdir()):
        if path.suffix.lower() in FORMS and path.name[0] not in ".~" and path.name != "rules.yml" and path.is_file():
            status = path.stat()
            found.append(_listed(path, status.st_mtime_ns, status.st_size, template))
    return found


@lru_cache(maxsize=500)
def _listed(path: Path, changed: int, size: int, template: str | None) -> Listed:
    try:
        raw = content(path)
        made = load(template, path)[1]
        values = read(raw, str(path), made.schema).profile.values
        preview = previewed(raw, path, template)
    except GeneratorError as stop:
        return Listed(path.name, changed=changed / 1e9, trouble=stop.message)
    findings = sum(remark.severity != "info" for remark in preview.remarks)
    unit, year = values.get(("unit", "name", 0), ""), values.get(("report", "year"), "")
    return Listed(
        path.name, str(unit), str(year), preview.filled, preview.asked, preview.gaps, findings, changed / 1e9
    )  # fmt: skip


def new_form(
    folder: Path, level: str, unit: str, year: int, last: Path | None = None, template: str | None = None
) -> Path:
    """A new form in the folder, never over a file that is there. last: last year's form or report, which tells the
    level and the unit where they are "".

    Raises UsageError, UnreadableInput, CannotWrite, BrokenTemplate.
    """
    name = unit.strip()
    if (not name and last is None) or len(name) > 100:
        raise UsageError("机关全称要写，最多 100 字", "如 清源县云溪镇人民政府")
    text = blank_form(level, name, year, template=template, last=last)
    return kept(folder, f"{name or _unit(text) or '表单'}-{year}", text)


def next_year(form: Path, template: str | None = None) -> Path:
    """The form of the year after, with this one's figures as last year's. Raises as `new_form`."""
    made = load(template, form)[1]
    values = read(content(form), str(form), made.schema).profile.values
    unit, level, year = (values.get(path) for path in (("unit", "name", 0), ("unit", "level"), ("report", "year")))
    if not unit or not level or not isinstance(year, int):
        raise UsageError("这份表单还没有填机关名称、层级或年度，不能复制到下一年", "先填好这几项")
    return new_form(form.parent, str(level), str(unit), year + 1, form, template)


def kept(folder: Path, stem: str, text: str) -> Path:
    """Write a form under a name that is free in the folder. Raises CannotWrite."""
    safe = safe_name(stem)
    path, number = folder / f"{safe}.yml", 1
    while path.exists():
        number += 1
        path = folder / f"{safe}（{number}）.yml"
    replace(path, text.encode())
    return path


def from_upload(
    folder: Path, upload: Path, year: int | None, template: str | None = None
) -> Iterator[tuple[str, str]]:
    """Forms from what was uploaded (a report, a returned workbook, a form), as each is written: its name, "" for what
    could not be made one, and what is to be said.

    Raises UnreadableInput, UsageError, CannotWrite, BrokenTemplate.
    """
    from generator.api.extracting import extracted
    from generator.api.workbooks import WORKBOOKS, collect

    if upload.suffix.lower() in (*WORKBOOKS, *FORMS):
        for one in collect([upload], template=template):
            words = one.error.message if one.error else "；".join(d.message for d in one.diagnostics[:5])
            yield kept(folder, one.name, one.text).name if one.text else "", words
        return
    made = extracted(upload, year, template)
    unit = _unit(made.text) or upload.stem
    words = f"认出 {made.counts.figures} 个数；标“请核对”的对照原文"
    yield kept(folder, f"{unit}-{made.year}" if made.year else unit, made.text).name, words


def from_last_year(
    folder: Path, level: str, unit: str, year: int, last: Path, template: str | None = None
) -> Iterator[tuple[str, str]]:
    """A new form with last year's figures, told as `from_upload` tells. Raises as `new_form`."""
    yield new_form(folder, level, unit, year, last, template).name, "去年的数在“上年”，对照原文看一遍"


def _unit(text: str) -> str:
    """The name of the unit in a form's text as written by this program."""
    found = re.search(r"(?m)^  名称: (?:'([^']*)'|([^#\n]*))", text)
    return (found[1] or found[2] or "").strip() if found else ""
