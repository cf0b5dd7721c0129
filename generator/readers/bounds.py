"""How much a reader takes in, and the one place where a report's file is opened."""

import os
import stat
from errno import ELOOP
from pathlib import Path

from generator.errors import UnreadableInput, reason

MOST_BYTES = 50_000_000
"""Of a file, and of what a package (DOCX, ODT) unpacks to."""
MOST_TEXT = 20_000_000
"""Bytes of a text file; the longest report has about a hundred thousand."""
MOST_MARKUP = 1_000_000
"""Characters of a web page without scripts, styles and pictures: its tree is large."""
MOST_BLOCKS = 20_000
"""Paragraphs of a report."""

# Without waiting: a pipe that nobody writes to would never open.
_AT_ONCE = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)
_SMALL = "报告一般只有几十 KB；请确认是不是选错了文件"


def content(path: Path) -> bytes:
    """The bytes of a file. Raises UnreadableInput for what is no file of a report's size."""
    try:
        with os.fdopen(os.open(path, _AT_ONCE), "rb") as file:
            status = os.fstat(file.fileno())
            if not stat.S_ISREG(status.st_mode):
                raise UnreadableInput(f"“{path}”是设备或管道，不是文件", "先存成文件再读")
            if status.st_size > MOST_BYTES:
                raise too_large(str(path), status.st_size)
            data = file.read(MOST_BYTES + 1)
    except (IsADirectoryError, PermissionError) as error:
        if os.path.isdir(path):  # noqa: PTH112 - a Path would ask for permission to look
            raise UnreadableInput(f"“{path}”是文件夹，不是文件", "写出文件夹里的文件名，如“文件夹/*”") from error
        raise UnreadableInput(f"“{path}”打不开：没有权限", "检查读取权限，文件可能正被别的程序占用") from error
    except FileNotFoundError as error:
        raise UnreadableInput(f"没有“{path}”这个文件", "检查文件名，以及文件是不是在当前文件夹里") from error
    except ValueError as error:
        raise UnreadableInput("文件名里有不能用的字符", "检查文件名") from error
    except OSError as error:
        if error.errno == ELOOP:
            raise UnreadableInput(f"“{path}”是绕成一圈的链接", "改用文件本身的名称") from error
        raise UnreadableInput(f"“{path}”打不开：{reason(error)}", "检查文件名和读取权限") from error
    if len(data) > MOST_BYTES:
        raise too_large(str(path), len(data))
    return data


def too_large(name: str, size: int, most: int = MOST_BYTES) -> UnreadableInput:
    """What to raise for `size` bytes."""
    return UnreadableInput(f"“{name}”有 {size / 1e6:.0f} MB，超过 {most // 1_000_000} MB，不读", _SMALL)


def too_long(name: str) -> UnreadableInput:
    """What to raise for more than `MOST_BLOCKS` paragraphs."""
    return UnreadableInput(f"“{name}”超过 {MOST_BLOCKS} 段，不像一份报告", _SMALL)
