"""`gen batch`: many forms become files, none of them stopping another."""

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from generator.api.drafting import Drafted, Request, prepare, put
from generator.batch.plan import forms
from generator.batch.run import run
from generator.errors import GeneratorError, UsageError
from generator.outputs import FOLDER, Existing, remembered, untaken
from generator.records import record
from generator.writers import WRITERS, known


@record
class Batched:
    """What came of one form of a batch: a draft, or the error that stopped it."""

    form: Path
    drafted: Drafted | None
    error: BaseException | None = None

    @property
    def done(self) -> bool:
        """Whether its files are written."""
        return self.drafted is not None and bool(self.drafted.files)


def batch(
    sources: Sequence[Path],
    *,
    output: Path | None = None,
    formats: tuple[str, ...] = ("docx",),
    jobs: int = 0,
    template: str | None = None,
    existing: Existing = "refuse",
    on_done: Callable[[int, int], None] | None = None,
) -> Iterator[Batched]:
    """Draft every form among `sources` (files and folders), in their order; the same bytes as one by one.

    output: a folder, drafts/ if None; jobs: processes, 0 for what suits; on_done: told how many of how many
    are done. Raises UsageError, UnreadableInput where there is nothing to draft; a form's own trouble is in
    its result and stops no other.
    """
    for wanted in formats:
        known(wanted)
    requests = [Request(form, formats, template) for form in forms(sources)]
    folder = output or FOLDER
    if folder.suffix.lower() in {extension for _, extension in WRITERS.values()} and not folder.is_dir():
        raise UsageError(f"“{folder}”是一个文件，批量起草要写到文件夹", "用 -o 写一个文件夹")
    count = 0

    def tell(_: object) -> None:
        nonlocal count
        count += 1
        if on_done:
            on_done(count, len(requests))

    taken: set[str] = set()
    memory = remembered(folder)
    for outcome in run(requests, prepare, jobs, tell):
        drafted, error = None, outcome.error
        if outcome.value is not None:
            try:
                stem = untaken(outcome.value.stem, taken) if outcome.value.files else ""
                drafted = put(outcome.value, folder, stem, existing, memory)
            except GeneratorError as stop:
                error = stop
        yield Batched(outcome.job.form, drafted, error)
