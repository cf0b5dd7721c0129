"""Why we cannot go on, each with its exit code; a user's mistake in a form is a `Diagnostic` instead."""

import errno
from enum import IntEnum


class ExitCode(IntEnum):
    """What the process answers its caller."""

    FINE = 0
    PROBLEMS = 1
    USAGE = 2
    UNREADABLE = 3
    BROKEN_TEMPLATE = 4
    CANNOT_WRITE = 5
    BUG = 70


class GeneratorError(Exception):
    """A stop with a Chinese message for the user; `hint` says what to do."""

    exit_code = ExitCode.BUG

    def __init__(self, message: str, hint: str = "") -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint


class UsageError(GeneratorError):
    """The command line asks for something that does not exist."""

    exit_code = ExitCode.USAGE


class UnreadableInput(GeneratorError):
    """A file cannot be opened or is not what it claims to be."""

    exit_code = ExitCode.UNREADABLE


class BrokenTemplate(GeneratorError):
    """A template folder does not hold together."""

    exit_code = ExitCode.BROKEN_TEMPLATE


class CannotWrite(GeneratorError):
    """A result cannot be put where it was asked for."""

    exit_code = ExitCode.CANNOT_WRITE


def reason(error: OSError) -> str:
    """What the system says of a file, in Chinese as far as it is usual."""
    known = {
        errno.EACCES: "没有权限",
        errno.EPERM: "没有权限",
        errno.EROFS: "磁盘是只读的",
        errno.ENOSPC: "磁盘满了",
        errno.EDQUOT: "磁盘限额用完了",
        errno.ENAMETOOLONG: "名称太长",
        errno.ENOTDIR: "上一级不是文件夹",
        errno.EISDIR: "这是文件夹",
        errno.ENOENT: "没有这个位置",
        errno.ELOOP: "链接绕成一圈",
    }
    return known.get(error.errno or 0) or error.strerror or str(error)
