"""Writing the files of a draft: each of them whole, and never over what somebody changed by hand.

What we wrote is remembered in `.gen.jsonl` beside the files, one line per content of each file ever
written. A file that no line describes was made or changed by somebody else.
"""

import errno
import json
import os
from collections.abc import Mapping
from contextlib import suppress
from hashlib import sha256
from itertools import count
from pathlib import Path
from typing import Literal

from generator.errors import CannotWrite, reason
from generator.records import record

MEMORY = ".gen.jsonl"
_NEW = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)

Existing = Literal["refuse", "new", "force"]
"""What is done about a file changed by hand: refuse; new writes beside it; force moves it aside."""


class HandEdited(CannotWrite):
    """A file that would be overwritten was changed by hand."""


class DiskFull(CannotWrite):
    """No more can be written to this disk, whatever the file."""


@record
class Written:
    """A file in its place; `aside` is where the one changed by hand is now, if there was one."""

    path: Path
    aside: Path | None = None


def remembered(folder: Path) -> set[str]:
    """The lines of the folder's memory; a torn last line describes nothing and does no harm."""
    try:
        with (folder / MEMORY).open("rb") as file:
            return set(file.read().decode(errors="surrogateescape").split("\n"))
    except FileNotFoundError:
        return set()
    except OSError as error:
        raise _explained(error, folder / MEMORY) from error


def put(
    folder: Path, files: Mapping[str, bytes], existing: Existing = "refuse", memory: set[str] | None = None
) -> tuple[Written, ...]:
    """Write `files` (name -> content) into `folder`, which is made where it is missing.

    memory: what `remembered(folder)` gave, for many calls on one folder; it is kept up to date.
    A file is there whole or as it was before, and none is touched until all contents are on the disk. Raises
    CannotWrite, as HandEdited where a file was changed by hand and `existing` is refuse.
    """
    if not folder.is_dir():
        with _explaining(folder):
            folder.mkdir(parents=True, exist_ok=True)
    memory = remembered(folder) if memory is None else memory
    edited = {name for name in files if _edited(folder / name, files[name], memory)}
    if edited and existing == "refuse":
        raise _refusal(folder, {name: files[name] for name in files if name in edited})
    if edited and existing == "new":
        files, edited = _beside(folder, files, memory), set()
    paths = {name: folder / name for name in files}
    temporary: dict[str, Path] = {}
    try:
        for number, (name, content) in enumerate(files.items()):
            temporary[name] = folder / f".gen-{os.getpid()}-{number}.tmp"
            with _explaining(paths[name]):
                _create(temporary[name], content)
        # Remembered first: a process killed in between leaves a line too many, not a file unknown to us.
        _remember(folder, files, memory)
        placed: list[Written] = []
        for name in files:
            placed.append(_place(temporary[name], paths[name], name in edited))
            del temporary[name]
        return tuple(placed)
    finally:
        for path in temporary.values():
            with suppress(OSError):
                path.unlink()


def _edited(path: Path, content: bytes, memory: set[str]) -> bool:
    with _explaining(path):
        try:
            old = path.read_bytes()
        except FileNotFoundError:
            return False
        except OSError as error:
            if path.is_dir():
                raise CannotWrite(f"“{path}”是一个文件夹，不能写成文件", "用 -o 换一个名称") from error
            raise
    return old != content and _line(path.name, old) not in memory


def _line(name: str, content: bytes) -> str:
    return json.dumps({"file": name, "sha256": sha256(content).hexdigest()}, ensure_ascii=False)


def _refusal(folder: Path, files: Mapping[str, bytes]) -> HandEdited:
    from generator.outputs.edits import lost

    told = []
    for name, content in files.items():
        paragraphs = lost((folder / name).read_bytes(), content, Path(name).suffix)
        told.append(f"“{folder / name}”手工改过，没有覆盖" + (f"；与新稿不同的有{paragraphs}" if paragraphs else ""))
    return HandEdited("\n".join(told), "加 --new 另写一份；加 --force 覆盖，改过的那份改名留存")


def _beside(folder: Path, files: Mapping[str, bytes], memory: set[str]) -> Mapping[str, bytes]:
    """The files under the first number whose names are all free, or hold what we wrote there before."""
    for number in count(2):
        numbered = {_numbered(name, number): content for name, content in files.items()}
        if not any(_edited(folder / name, content, memory) for name, content in numbered.items()):
            return numbered
    raise AssertionError


def _numbered(name: str, number: int) -> str:
    path = Path(name)
    return f"{path.stem}-{number}{path.suffix}"


def _create(path: Path, content: bytes) -> None:
    try:
        handle = os.open(path, _NEW, 0o666)
    except FileExistsError:
        path.unlink()  # left by a process of the same number that was killed
        handle = os.open(path, _NEW, 0o666)
    with os.fdopen(handle, "wb") as file:
        file.write(content)


def _remember(folder: Path, files: Mapping[str, bytes], memory: set[str]) -> None:
    lines = [line for name, content in files.items() if (line := _line(name, content)) not in memory]
    if not lines:
        return
    path = folder / MEMORY
    with _explaining(path), path.open("ab+") as file:
        torn = False
        if file.tell():
            file.seek(-1, os.SEEK_END)
            torn = file.read(1) != b"\n"
        # One write to a file opened for appending: two processes at once do not mix their lines.
        text = ("\n" if torn else "") + "".join(f"{line}\n" for line in lines)
        file.write(text.encode(errors="surrogateescape"))
    memory.update(lines)


def _place(temporary: Path, path: Path, edited: bool) -> Written:
    aside: Path | None = None
    with _explaining(path):
        if edited:
            aside = next(p for n in count(1) if not (p := Path(f"{path}.bak-{n}")).exists())
            path.rename(aside)
        os.replace(temporary, path)  # noqa: PTH105 - a Path would make another of the name
    return Written(path, aside)


class _explaining:  # noqa: N801 - used as a function is
    """Turns what the system says about `path` into what a clerk can do about it."""

    __slots__ = ("_path",)

    def __init__(self, path: Path) -> None:
        self._path = path

    def __enter__(self) -> None:
        pass

    def __exit__(self, kind: object, error: BaseException | None, trace: object) -> None:
        if isinstance(error, OSError):
            raise _explained(error, self._path) from error


def _explained(error: OSError, path: Path) -> CannotWrite:
    if error.errno in (errno.ENOSPC, errno.EDQUOT, errno.EFBIG):
        return DiskFull(f"磁盘满了或限额用完，写不下“{path}”", "腾出空间后再运行同一条命令，或用 -o 换一个位置")
    if error.errno in (errno.EACCES, errno.EPERM, errno.EROFS):
        hint = "文件可能正被 Word、WPS 打开，或文件夹是只读的；关闭文件再试，或用 -o 换一个位置"
        return CannotWrite(f"没有权限写“{path}”", hint)
    if error.errno == errno.ENAMETOOLONG:
        return CannotWrite(f"名称太长，系统不接受“{path}”", "用 -o 换一个短些的名称")
    if error.errno == errno.EEXIST:
        return CannotWrite(f"“{path}”是一个文件，不是文件夹", "用 -o 换一个文件夹")
    if error.errno == errno.ENOTDIR:
        return CannotWrite(f"“{path}”的上一级不是文件夹", "用 -o 换一个位置")
    return CannotWrite(f"写不成“{path}”：{reason(error)}", "用 -o 换一个位置再试")
