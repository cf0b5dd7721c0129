"""Workbooks among the sources of a batch: their units become forms beside the drafts."""

from collections.abc import Sequence
from pathlib import Path

from generator.api.workbooks import WORKBOOKS, Collected, collect
from generator.errors import GeneratorError, UnreadableInput
from generator.outputs import HandEdited, put

FORMS = "表单"
"""The folder, inside that of the drafts, for forms that came out of workbooks."""


def unpacked(
    sources: Sequence[Path], folder: Path, template: str | None
) -> tuple[list[Path], list[tuple[Path, GeneratorError]]]:
    """The sources with every workbook replaced by its units' forms, and what was wrong with the workbooks.

    A form that somebody changed by hand since it came out of its workbook is used as it is, and told.
    Raises CannotWrite, UsageError, BrokenTemplate.
    """
    forms: list[Path] = []
    troubles: list[tuple[Path, GeneratorError]] = []
    for source in sources:
        if source.suffix.lower() not in WORKBOOKS or not source.is_file():
            forms.append(source)
            continue
        for collected in collect([source], template=template):
            trouble = collected.error or _cells(collected)
            if trouble is not None:
                troubles.append((source, trouble))
            if collected.text:
                name = f"{collected.name}.yml"
                try:
                    put(folder / FORMS, {name: collected.text.encode()}, "refuse")
                except HandEdited as edited:
                    hint = "要用填报表里的，先删去或改名这份表单"
                    troubles.append((source, HandEdited(f"{edited.message}，用的是改过的", hint)))
                forms.append(folder / FORMS / name)
    return forms, troubles


def _cells(collected: Collected) -> GeneratorError | None:
    if not collected.diagnostics:
        return None
    told = "\n".join(f"{d.message}（{d.hint}）" if d.hint else d.message for d in collected.diagnostics)
    return UnreadableInput(f"有 {len(collected.diagnostics)} 格读不懂，空着起草：\n{told}")
