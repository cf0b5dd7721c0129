"""A profile and a template folder become a draft."""

from collections.abc import Iterator
from dataclasses import field
from hashlib import sha256
from os.path import abspath
from sys import version_info
from time import monotonic

from generator import __version__, resources
from generator.compose import Entries, Template, compile_folder, compose, editions, load
from generator.diagnostics import Diagnostic
from generator.document.nodes import Block, Division, Document
from generator.document.walk import all_texts, characters
from generator.look import Look
from generator.records import record
from generator.resources import TemplateFolder
from generator.schema.model import Profile

_INTERNAL = ("letterhead", "imprint", "salutation")
"""Parts that a copy for publication leaves out: 发文字号 and 签发人, 版记, 主送."""

LOOK_AGAIN = 0.1
"""Seconds for which a folder counts as unchanged: a batch would else look at thirty files for each draft."""

_READY: dict[str, tuple[float, str, Template | None]] = {}
"""What this process has made ready, by folder: when it was looked at last, its fingerprint then, the template."""


@record
class Draft:
    """A report for one addressee, what is to be said about it, how many placeholders and characters it holds, and the
    entries of the form that it was made of."""

    document: Document
    diagnostics: tuple[Diagnostic, ...]
    gaps: int
    characters: int
    filled: Entries = field(compare=False)


def template_of(folder: TemplateFolder) -> Template:
    """The folder made ready, compiled anew only when a file of it has changed.

    Raises BrokenTemplate.
    """
    where, now = abspath(folder.root), monotonic()  # noqa: PTH100 - a Path would take as long as the look
    looked, was, ready = _READY.get(where, (0.0, "", None))
    if ready is None or now - looked > LOOK_AGAIN:
        seen = resources.fingerprint(folder)
        if ready is None or seen != was:
            ready = load(_compiled(folder, seen))
        _READY[where] = (now, seen, ready)
    return ready


def _compiled(folder: TemplateFolder, seen: str) -> bytes:
    """What `compile_folder` makes of the folder, kept by the content of its files.

    Which content files of this name, size and time have is kept too: a draft need not read them all.
    """
    program = f"{__version__} {resources.checkout()} {version_info}"
    short = "seen-" + sha256(f"{program} {seen}".encode()).hexdigest()
    known = resources.cache_get(short)
    kept = resources.cache_get(known.decode()) if known else None
    if kept is None:
        sources = resources.read_sources(folder)
        digest = sha256(program.encode())
        for name, text in sources.items():
            digest.update(f"\0{name}\0{text}".encode())
        key = digest.hexdigest()
        kept = resources.cache_get(key)
        if kept is None:
            kept = compile_folder(sources)
            resources.cache_put(key, kept)
        resources.cache_put(short, key.encode())
    return kept


def drafts(
    profile: Profile, template: Template, public: bool = False, filled: Entries | None = None
) -> Iterator[Draft]:
    """The report that `profile` asks for, once per addressee; only one for publication.

    filled: the profile's entries, where they are at hand already.
    Raises BrokenTemplate where the template does not hold together.
    """
    for edition in range(1 if public else editions(profile, template)):
        made = compose(profile, template, edition, filled)
        look = _look(profile, template)
        if public:
            blocks = tuple(_published(made.document.blocks))
            count = characters(all_texts(blocks))
        else:
            blocks, count = made.document.blocks, made.characters
        yield Draft(Document(blocks, made.document.meta, look), made.diagnostics, made.gaps, count, made.filled)


def _published(blocks: tuple[Block, ...]) -> Iterator[Block]:
    for block in blocks:
        if not (isinstance(block, Division) and block.name in _INTERNAL):
            yield block


def _look(profile: Profile, template: Template) -> Look | None:
    return template.looks.get(str(profile.values.get(("report", "look"), "")))
