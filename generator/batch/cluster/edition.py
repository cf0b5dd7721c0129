"""Which program this is: a cluster works with one, or its drafts would depend on who made them."""

import platform
import sys
from collections.abc import Iterator
from functools import cache
from hashlib import sha256
from importlib.metadata import version
from pathlib import Path

from generator import __version__, resources
from generator.errors import ExitCode, GeneratorError
from generator.records import record

_SOURCES = (".yml", ".j2")


@record
class Edition:
    """content: hash of our modules and of the templates that ship with them."""

    program: str
    content: str
    python: str
    distributed: str


class OtherEdition(GeneratorError):
    """A machine of the cluster has another program than whoever asks."""

    exit_code = ExitCode.USAGE


@cache
def edition() -> Edition:
    """That of this process."""
    digest = sha256()
    for name, content in _files():
        digest.update(f"{name}\0{len(content)}\0".encode() + content)
    python = f"{sys.version_info[0]}.{sys.version_info[1]} {platform.system()}"
    return Edition(__version__, digest.hexdigest()[:12], python, version("distributed"))


def _files() -> Iterator[tuple[str, bytes]]:
    package, templates = Path(resources.__file__).parent, resources.shipped("templates")
    modules = (path for path in package.rglob("*.py") if not path.is_relative_to(templates))
    sources = (path for path in templates.rglob("*") if path.suffix in _SOURCES)
    for root, paths in ((package, modules), (templates, sources)):
        for path in sorted(paths):
            # A checkout on Windows may end its lines otherwise.
            yield path.relative_to(root).as_posix(), path.read_bytes().replace(b"\r\n", b"\n")


def require(asked: Edition) -> None:
    """On a worker: raises OtherEdition unless it is of whoever asks."""
    if edition() != asked:
        from distributed import get_worker

        raise refused(f"工作进程“{get_worker().address}”", edition(), asked)


def refused(where: str, theirs: Edition | None, ours: Edition) -> OtherEdition:
    """What to raise because of a machine called `where`; theirs: None where our program is not found there."""
    hint = "在集群的每台机器上装同一个版本，重新启动调度器和工作进程，再运行"
    if theirs is None:
        return OtherEdition(f"{where}上没有装本程序，或是很旧的版本；这里是 {ours.program}", hint)
    labels = ("版本", "程序和模板", "Python", "distributed")
    differing = "、".join(
        f"{label}是 {there}，这里是 {here}"
        for label, there, here in zip(labels, _values(theirs), _values(ours), strict=True)
        if there != here
    )
    return OtherEdition(f"{where}装的不是同一个版本：{differing}", hint)


def _values(of: Edition) -> tuple[str, ...]:
    return of.program, of.content, of.python, of.distributed
