"""Where template folders and shipped profiles are, and the user's own cache.

On the way of every draft, hence `os` calls where a `Path` would cost a millisecond over hundreds of files.
"""

import os
import re
import stat
from collections.abc import Iterator
from contextlib import suppress
from functools import cache
from pathlib import Path
from time import time
from zlib import crc32

from generator.errors import BrokenTemplate, CannotWrite, UsageError, reason
from generator.records import record

DEFAULT_TEMPLATE = "rule-of-law"
SHARED = "_shared"
MARK = "genre.yml"
"""The file that makes a folder a template folder."""

_OURS = "随程序"
_SOURCE_SUFFIXES = (".yml", ".md.j2")
_MAX_FILES = 200
_MAX_FILE = 1_000_000
_MAX_DEPTH = 4
_DAY = 86_400
_KEPT = 60
"""Days for which the cache keeps what is not used."""
_NO_LINK = getattr(os, "O_NOFOLLOW", 0)
_BINARY = getattr(os, "O_BINARY", 0)


@record
class TemplateFolder:
    """A genre's folder.

    origin: where it was found, in words for the user; shipped: it came with the program.
    """

    name: str
    root: Path
    origin: str
    shipped: bool


@cache
def shipped(kind: str) -> Path:
    """The folder of what ships, `templates` or `profiles`: inside the installed package, else beside it."""
    package = os.path.dirname(__file__)
    inside = os.path.join(package, "_data", kind)
    return Path(inside if os.path.isdir(inside) else os.path.join(os.path.dirname(package), kind))


def find_template(wanted: str | None = None, form: Path | None = None) -> TemplateFolder:
    """The template folder called `wanted` (a name or a path; the default genre if None) for this form.

    First hit wins: explicit path, beside the form, ./templates, $GEN_HOME, shipped.
    Raises: UsageError when there is none of that name.
    """
    name = wanted or DEFAULT_TEMPLATE
    if wanted and (os.sep in wanted or "/" in wanted or wanted in (".", "..")):
        return _explicit(Path(wanted))
    for origin, base in _bases(form):
        root = os.path.join(base, name)
        if os.path.isfile(os.path.join(root, MARK)):
            return _folder(Path(root), origin)
    if wanted and Path(wanted).is_dir():
        return _explicit(Path(wanted))
    names = "、".join(sorted({folder.name for folder in template_folders(form)}))
    raise UsageError(f"没有叫“{name}”的模板", f"现有的模板：{names}；也可以写模板文件夹的路径")


def template_folders(form: Path | None = None) -> list[TemplateFolder]:
    """Every template folder in sight, in the order of finding; of two with one name the first is used."""
    found: list[TemplateFolder] = []
    for origin, base in _bases(form):
        if not os.path.isdir(base):
            continue
        for root in sorted(Path(base).iterdir()):
            if (root / MARK).is_file() and not any(_same(root, other.root) for other in found):
                found.append(_folder(root, origin))
    return found


def read_sources(folder: TemplateFolder) -> dict[str, str]:
    """Text of the folder's sources by relative name (`themes/team.md.j2`); what genres share as `_shared/…`.

    Raises: BrokenTemplate when a file is not UTF-8, or the folder is far larger than templates are.
    """
    return {name: _text(entry.path) for name, entry in _sources(folder)}


def fingerprint(folder: TemplateFolder) -> str:
    """Path, size and times (ns) of every source: as long as it is the same, so is what was made of them."""
    found = ((entry.path, entry.stat()) for _, entry in _sources(folder))
    lines = (f"{path}\0{s.st_size} {s.st_mtime_ns} {s.st_ctime_ns} {s.st_ino}" for path, s in found)
    return "\n".join([os.getcwd(), *lines])


def checkout(rooms: tuple[str, ...] = ("", "compose", "schema")) -> int:
    """When our own source in these rooms changed last (ns), where it may under a cache: in a checkout; else 0."""
    package = os.path.dirname(__file__)
    if os.path.isdir(os.path.join(package, "_data")):
        return 0
    files = (entry for room in rooms for entry in os.scandir(os.path.join(package, room)))
    return max(entry.stat().st_mtime_ns for entry in files if entry.name.endswith(".py"))


def eject(name: str, target: Path) -> Path:
    """Copy the shipped template `name`, and what it shares with others, into `target`.

    Returns: the new folder.

    Raises: UsageError when no such template ships; CannotWrite when the folder is there already.
    """
    source = shipped("templates") / name
    if name in ("", ".", "..", SHARED) or "/" in name or not (source / MARK).is_file():
        known = "、".join(f.name for f in template_folders() if f.shipped)
        raise UsageError(f"随程序没有叫“{name}”的模板", f"可以取出的模板：{known}")
    made = target / name
    if made.exists():
        raise CannotWrite(f"“{made}”已经存在", "换一个文件夹，或先把它改名")
    import shutil

    try:
        shutil.copytree(source, made)
        shared = source.parent / SHARED
        if shared.is_dir() and not (target / SHARED).exists():
            shutil.copytree(shared, target / SHARED)
    except OSError as problem:
        raise CannotWrite(f"模板不能写到“{made}”：{reason(problem)}") from problem
    return made


def cache_get(key: str) -> bytes | None:
    """What `cache_put` kept under this key, or None; None too when the cache is not the user's alone.

    key: letters, digits and `-`.
    """
    folder = _cache_folder()
    if folder is None:
        return None
    try:
        file = os.open(os.path.join(folder, key), os.O_RDONLY | _NO_LINK | _BINARY)
    except OSError:
        return None
    with open(file, "rb") as stream:
        found = os.fstat(file)
        kept = stream.read() if _private(found) else b""
    if time() - found.st_mtime > _DAY:
        # What is still used does not grow old.
        with suppress(OSError):
            os.utime(os.path.join(folder, key))
    data, check = kept[:-4], kept[-4:]
    return data if check == _checksum(data) else None


def cache_put(key: str, data: bytes) -> None:
    """Keep `data` for later runs, whole or not at all; not at all where no place is the user's alone."""
    folder = _cache_folder()
    if folder is None:
        return
    draft = os.path.join(folder, f"{key}.{os.getpid()}")
    try:
        file = os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL | _NO_LINK | _BINARY, 0o600)
        with open(file, "wb") as stream:
            stream.write(data + _checksum(data))
        os.replace(draft, os.path.join(folder, key))
        _drop_old(folder)
    except OSError:
        # A full disk, or two threads of one process at once: the next run fills it.
        with suppress(OSError):
            os.unlink(draft)


def _drop_old(folder: str) -> None:
    """Takes out of the cache what was made of templates that nobody has drafted with for long."""
    with os.scandir(folder) as entries:
        for entry in entries:
            ours = re.fullmatch(r"(?:seen-)?[0-9a-f]{64}(?:\.\d+)?", entry.name)
            if ours and entry.is_file(follow_symlinks=False) and time() - entry.stat().st_mtime > _KEPT * _DAY:
                os.unlink(entry.path)


def _bases(form: Path | None) -> Iterator[tuple[str, str]]:
    if form is not None:
        beside = os.path.dirname(form)
        yield from (("表单旁", os.path.join(beside, "templates")), ("表单旁", beside or "."))
    yield "当前文件夹", "templates"
    if home := os.environ.get("GEN_HOME", ""):
        yield from (("GEN_HOME", os.path.join(home, "templates")), ("GEN_HOME", home))
    yield _OURS, os.fspath(shipped("templates"))


def _explicit(path: Path) -> TemplateFolder:
    if not (path / MARK).is_file():
        raise UsageError(f"“{path}”不是模板文件夹", f"模板文件夹里要有 {MARK}")
    return _folder(path, "指定的路径")


def _folder(root: Path, origin: str) -> TemplateFolder:
    # A checkout's ./templates is the shipped folder too, however it was found.
    ours = origin == _OURS or _same(root, shipped("templates") / root.name)
    name = root.resolve().name if root.name in ("", "..") else root.name
    return TemplateFolder(name, root, _OURS if ours else origin, ours)


def _same(one: Path, other: Path) -> bool:
    try:
        return os.path.samefile(one, other)
    except OSError:
        return False


def _sources(folder: TemplateFolder) -> Iterator[tuple[str, "os.DirEntry[str]"]]:
    shared = os.path.join(folder.root.parent, SHARED)
    if not os.path.isdir(shared):
        shared = os.path.join(shipped("templates"), SHARED)
    roots = [(str(folder.root), ""), *([(shared, f"{SHARED}/")] if os.path.isdir(shared) else [])]
    seen = 0
    for root, prefix in roots:
        for found in _walk(root, prefix, 0):
            seen += 1
            if seen > _MAX_FILES:
                raise BrokenTemplate(f"模板文件夹里的文件超过 {_MAX_FILES} 个：“{root}”", "模板文件夹里只放模板")
            yield found


def _walk(folder: str, prefix: str, depth: int) -> Iterator[tuple[str, "os.DirEntry[str]"]]:
    with os.scandir(folder) as entries:
        listed = sorted(entries, key=lambda entry: entry.name)
    for entry in listed:
        if entry.name.startswith("."):
            continue
        if entry.is_dir(follow_symlinks=False):
            if depth < _MAX_DEPTH:
                yield from _walk(entry.path, f"{prefix}{entry.name}/", depth + 1)
        elif entry.name.endswith(_SOURCE_SUFFIXES) and entry.is_file():
            yield prefix + entry.name, entry


def _text(path: str) -> str:
    try:
        with open(path, "rb") as stream:
            data = stream.read(_MAX_FILE + 1)
    except OSError as problem:
        raise BrokenTemplate(f"模板文件“{path}”打不开：{reason(problem)}") from problem
    if len(data) > _MAX_FILE:
        raise BrokenTemplate(f"模板文件“{path}”超过 {_MAX_FILE // 1_000_000} MB")
    try:
        return data.decode("utf-8-sig").replace("\r\n", "\n")
    except UnicodeDecodeError as problem:
        raise BrokenTemplate(f"模板文件“{path}”不是 UTF-8 编码", "另存为 UTF-8") from problem


def _cache_folder() -> str | None:
    """The cache folder, if it belongs to the user and nobody else may enter it.

    What is kept there gets executed: a folder in which others can write is worse than none.
    """
    base = os.environ.get("LOCALAPPDATA" if os.name == "nt" else "XDG_CACHE_HOME", "")
    if not os.path.isabs(base):
        base = os.path.join(os.path.expanduser("~"), ".cache")
    folder = os.path.join(base, "fazhi-niandu-baogao")
    try:
        if not os.path.isdir(folder):
            os.makedirs(folder, mode=0o700, exist_ok=True)
        found = os.lstat(folder)
    except OSError:
        return None
    return folder if stat.S_ISDIR(found.st_mode) and _private(found) else None


def _private(found: os.stat_result) -> bool:
    # Windows keeps %LOCALAPPDATA% per user; its mode bits say nothing.
    return os.name == "nt" or (found.st_uid == os.getuid() and not found.st_mode & 0o077)


def _checksum(data: bytes) -> bytes:
    """Tells a file that a power cut left half written; it is no protection, the folder's mode is."""
    return crc32(data).to_bytes(4, "big")
