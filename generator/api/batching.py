"""`gen batch`: many forms become files, none of them stopping another, none made twice."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from functools import cache
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from generator import __version__, resources
from generator.api.drafting import Drafted, Prepared, Request, compose_files, put, read_form, uncollected
from generator.api.inputs import content, load
from generator.api.unpacking import unpacked
from generator.batch import facts as of
from generator.batch.facts import Facts
from generator.batch.ledger import Entry, append, name_of, opened
from generator.batch.ledger import remembered as entries_of
from generator.batch.plan import forms
from generator.batch.run import Outcome, run
from generator.batch.summary import MANY
from generator.diagnostics import Severity, stops
from generator.errors import GeneratorError, UnreadableInput, UsageError
from generator.forms.base import shared
from generator.forms.read import read
from generator.outputs import FOLDER, DiskFull, Existing, HandEdited, remembered, untaken
from generator.records import record
from generator.resources import TemplateFolder, find_template
from generator.schema.model import Profile
from generator.writers import WRITERS, known

if TYPE_CHECKING:
    from generator.batch.cluster.address import Cluster

State = Literal["drafted", "unchanged", "edited", "failed"]
"""unchanged: form, template and files are as they were; edited: so is the form, but somebody changed its draft."""


@record
class Batched:
    """What came of one form of a batch.

    drafted: None where nothing was made of it; entry: what the folder remembers of it; facts: None for what cannot be
    read; words: its own paragraphs, where they were asked for.
    """

    form: Path
    state: State
    drafted: Drafted | None = None
    error: BaseException | None = None
    entry: Entry | None = None
    facts: Facts | None = None
    words: tuple[str, ...] = ()


@record
class _Settled:
    """What is known of a form before it is read."""

    key: str
    state: State
    template: TemplateFolder


@record
class _Job:
    """settled: where whoever does the job cannot see the files."""

    request: Request
    name: str
    folder: Path
    entry: Entry | None
    existing: Existing
    words: bool
    settled: _Settled | None = None


@record
class _Made:
    """What a worker sends back: small where nothing is to be written."""

    state: State
    key: str
    prepared: Prepared | None = None
    facts: Facts | None = None
    gaps: tuple[str, ...] = ()
    words: tuple[str, ...] = ()


def batch(
    sources: Sequence[Path],
    *,
    output: Path | None = None,
    formats: tuple[str, ...] = ("docx",),
    jobs: int = 0,
    template: str | None = None,
    existing: Existing = "refuse",
    base: Path | None = None,
    alike: bool | None = False,
    cluster: "Cluster | None" = None,
    on_done: Callable[[int, int], None] | None = None,
) -> Iterator[Batched]:
    """Draft every form among `sources` (files, folders, workbooks), in their order; the same bytes as one by one.

    output: a folder, drafts/ if None; jobs: processes, 0 for what suits; base: a form with what the units share;
    alike: give each unit's own paragraphs too, for comparing; if None where the units are not too many; cluster: who
    drafts, instead of processes here; on_done: told how many of how many are done. The units of a workbook become
    forms inside the folder first, what is wrong with it comes as a result of its own. A form whose draft the folder
    holds already, made from the same form and template, is not drafted again.
    Raises UsageError, UnreadableInput where there is nothing to draft, CannotWrite where another run is at work on
    the folder or the disk is full (what is written stays, the rest is for the next run), ClusterLost and OtherEdition;
    a form's own trouble is in its result and stops no other.
    """
    for wanted in formats:
        known(wanted)
    folder = output or FOLDER
    if folder.suffix.lower() in {extension for _, extension in WRITERS.values()} and not folder.is_dir():
        raise UsageError(f"“{folder}”是一个文件，批量起草要写到文件夹", "用 -o 写一个文件夹")
    found, troubles = unpacked(sources, folder, template)
    yield from (Batched(workbook, "failed", error=trouble) for workbook, trouble in troubles)
    listed = forms(found, (base,) if base else ()) if found or not troubles else ()
    common = _base(base, template) if base else None
    words = len(listed) <= MANY if alike is None else alike
    with opened(folder) as ledger:
        entries = entries_of(folder)
        whole = folder.resolve()
        named = [(form, name_of(form, whole)) for form in listed]
        work = [
            _Job(Request(form, formats, template, base=common), name, folder, entries.get(name), existing, words)
            for form, name in named
        ]
        # A name that a form has is not given to another one, whatever the order.
        asked = {name for _, name in named}
        taken = {e.stem.casefold() for e in entries.values() if e.form in asked or (folder / e.form).exists()}
        memory = remembered(folder)
        tell = _counted(on_done, len(work))
        for outcome in _elsewhere(work, cluster, tell) if cluster else run(work, _made, jobs, tell):
            job, made, error = outcome.job, outcome.value, outcome.error
            if made is None:
                yield Batched(job.request.form, "failed", error=error)
            elif made.prepared is None:
                assert job.entry is not None  # noqa: S101
                yield Batched(job.request.form, made.state, None, None, job.entry, made.facts, made.words)
            else:
                batched = _put(job, made, made.prepared, taken, memory)
                if batched.entry is not None:
                    append(ledger, batched.entry)
                yield batched


def _counted(on_done: Callable[[int, int], None] | None, total: int) -> Callable[[object], None]:
    count = 0

    def tell(_: object) -> None:
        nonlocal count
        count += 1
        if on_done:
            on_done(count, total)

    return tell


def _base(form: Path, template: str | None) -> Profile:
    """What the units share, from a form of which only that part is read."""
    schema = load(template, form)[1].schema
    reading = read(content(form), str(form), schema)
    if stops(reading.diagnostics):
        troubles = sum(d.severity is Severity.ERROR for d in reading.diagnostics)
        raise UnreadableInput(f"共用的表单“{form}”有 {troubles} 处读不懂", f"用 gen draft {form} 列出来，改好后再用")
    return shared(reading.profile, schema)


def _made(job: _Job) -> _Made:
    with uncollected():
        form = read_form(job.request)
        settled = job.settled or _settled(job, form.raw, form.folder)
        key, state = settled.key, settled.state
        if form.entries is None:
            return _Made("failed", key, Prepared("", (), Drafted((), form.diagnostics, form.text, form.folder)))
        facts = of.facts(form.entries, form.template.schema)
        if state != "drafted" and not job.words:
            return _Made(state, key, None, facts)
        prepared, draft = compose_files(job.request, form, form.entries)
        blocks = draft.document.blocks
        frame = [s.label for s in form.template.schema.sections if s.shape == "record"] if job.words else []
        words = of.own_words(blocks, frame) if job.words else ()
        if state != "drafted":
            return _Made(state, key, None, facts, (), words)
        return _Made(state, key, prepared, facts, of.gaps(blocks) if draft.gaps else (), words)


def _elsewhere(
    work: Sequence[_Job], cluster: "Cluster", tell: Callable[[object], None]
) -> Iterator[Outcome[_Job, _Made]]:
    from generator.batch.cluster.connection import connected
    from generator.batch.cluster.run import run as run_there

    with connected(cluster, "起草好的都已写好；集群恢复后再运行同一条命令，只做剩下的") as link:
        yield from run_there(work, _made_there, _packed, link, tell)


def _packed(job: _Job) -> tuple[_Job, TemplateFolder]:
    """The job as whoever does not see our files can do it."""
    raw = content(job.request.form)
    template = find_template(job.request.template, job.request.form)
    settled = _settled(job, raw, template)
    return replace(job, request=replace(job.request, raw=raw), entry=None, settled=settled), template


def _made_there(job: _Job, template: str) -> _Made:
    made = _made(replace(job, request=replace(job.request, template=template)))
    if made.prepared is None or job.settled is None:
        return made
    drafted = replace(made.prepared.drafted, template=job.settled.template)
    return replace(made, prepared=replace(made.prepared, drafted=drafted))


def _settled(job: _Job, raw: bytes, template: TemplateFolder) -> _Settled:
    key = _key(job.request, raw, template)
    return _Settled(key, _state(job, key), template)


def _key(request: Request, raw: bytes, template: TemplateFolder) -> str:
    """Hash of everything that the files depend on."""
    digest = sha256(f"{_program(template)} {request.formats} ".encode())
    if request.base is not None:
        digest.update(repr(sorted(request.base.values.items(), key=str)).encode())
    digest.update(raw)
    return digest.hexdigest()


@cache
def _program(folder: TemplateFolder) -> str:
    digest = sha256(f"{__version__} {resources.checkout()}".encode())
    for name, text in resources.read_sources(folder).items():
        digest.update(f"\0{name}\0{text}".encode())
    return digest.hexdigest()


def _state(job: _Job, key: str) -> State:
    """Whether the form's files are there as they were made from this very form."""
    if job.entry is None or job.entry.key != key:
        return "drafted"
    try:
        found = {name: sha256((job.folder / name).read_bytes()).hexdigest() for name in job.entry.files}
    except OSError:
        return "drafted"
    if found == job.entry.files:
        return "unchanged"
    return "edited" if job.existing == "refuse" else "drafted"


def _put(job: _Job, made: _Made, prepared: Prepared, taken: set[str], memory: set[str]) -> Batched:
    form, drafted = job.request.form, prepared.drafted
    if not prepared.files:
        return Batched(form, "failed", drafted)
    if job.entry is not None:
        taken.discard(job.entry.stem.casefold())
    stem = untaken(prepared.stem, taken)
    try:
        drafted = put(prepared, job.folder, stem, job.existing, memory)
    except DiskFull:
        raise
    except GeneratorError as stop:
        state: State = "edited" if isinstance(stop, HandEdited) else "failed"
        return Batched(form, state, None, stop, None, made.facts, made.words)
    codes: dict[str, dict[str, int]] = {}
    for diagnostic in drafted.diagnostics:
        counts = codes.setdefault(str(diagnostic.severity), {})
        counts[diagnostic.code] = counts.get(diagnostic.code, 0) + 1
    hashes = {
        path.name: sha256(data).hexdigest() for path, (_, data) in zip(drafted.files, prepared.files, strict=True)
    }
    entry = Entry(job.name, made.key, stem, hashes, made.gaps, codes, drafted.characters)
    return Batched(form, "drafted", drafted, None, entry, made.facts, made.words)
