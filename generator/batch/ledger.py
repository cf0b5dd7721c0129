"""What a folder of drafts remembers of each form: from what it was made, and what came of it.

One line per form and run in the folder's `.gen.jsonl`, beside the lines of `generator.outputs`; the last line
of a form holds, a torn one does not. Lines are only ever appended, so a run that is killed loses none.
"""

import json
import os
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import field
from pathlib import Path
from typing import Any, BinaryIO

from generator.errors import CannotWrite, UnreadableInput, reason
from generator.outputs import MEMORY
from generator.records import record

LOCK = ".gen.lock"


@record
class Entry:
    """One form's last draft.

    form: its path seen from the folder of drafts; key: hash of everything that the draft depends on; stem: what
    its files are called; files: name -> SHA-256; gaps: fields still to be filled; codes: severity -> code of its
    findings -> how often; characters: of its text.
    """

    form: str
    key: str
    stem: str
    files: Mapping[str, str]
    gaps: tuple[str, ...] = ()
    codes: Mapping[str, Mapping[str, int]] = field(default_factory=dict)
    characters: int = 0


def name_of(form: Path, folder: Path) -> str:
    """A form's name in the ledger of `folder`, an absolute path without links: both may be moved together."""
    whole = os.path.realpath(form)
    try:
        return Path(os.path.relpath(whole, folder)).as_posix()
    except ValueError:  # another drive
        return Path(whole).as_posix()


def remembered(folder: Path) -> dict[str, Entry]:
    """The last entry of every form, by its name. Raises UnreadableInput where the memory cannot be opened."""
    found: dict[str, Entry] = {}
    try:
        with (folder / MEMORY).open("rb") as file:
            for line in file:
                entry = _entry(line) if line.startswith(b'{"form"') else None
                if entry is not None:
                    found[entry.form] = entry
    except FileNotFoundError:
        pass
    except OSError as error:
        raise UnreadableInput(f"“{folder / MEMORY}”打不开：{reason(error)}", "检查权限") from error
    return found


def _entry(line: bytes) -> Entry | None:
    try:
        said: Any = json.loads(line)
        return Entry(**{**said, "gaps": tuple(said["gaps"])}) if isinstance(said["files"], dict) else None
    except (ValueError, TypeError, KeyError):
        return None


def append(file: BinaryIO, entry: Entry) -> None:
    """Add an entry; it is in the file before this returns."""
    said = {
        "form": entry.form,
        "key": entry.key,
        "stem": entry.stem,
        "files": dict(entry.files),
        "gaps": list(entry.gaps),
        "codes": entry.codes,
        "characters": entry.characters,
    }
    file.write(json.dumps(said, ensure_ascii=False).encode(errors="surrogateescape") + b"\n")
    file.flush()


@contextmanager
def opened(folder: Path) -> Iterator[BinaryIO]:
    """The folder's memory to append to, and nobody else's while it is open.

    Raises CannotWrite where another run is at work on this folder, or it cannot be written to.
    """
    from filelock import FileLock, Timeout

    try:
        folder.mkdir(parents=True, exist_ok=True)
        with FileLock(folder / LOCK, timeout=0), (folder / MEMORY).open("ab+") as file:
            if file.tell():
                file.seek(-1, os.SEEK_END)
                if file.read(1) != b"\n":
                    file.write(b"\n")
            yield file
    except Timeout as busy:
        raise CannotWrite(
            f"另一次批量起草正在写“{folder}”", "等它结束再运行；两批要同时做，用 -o 写到不同的文件夹"
        ) from busy
    except OSError as error:
        raise CannotWrite(f"写不了“{folder}”：{reason(error)}", "检查权限和磁盘空间，或用 -o 换一个文件夹") from error
