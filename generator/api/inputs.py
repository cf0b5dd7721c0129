"""What a verb starts from: the bytes of a form, a template folder made ready."""

from errno import ELOOP
from pathlib import Path
from typing import TYPE_CHECKING

from generator import resources
from generator.draft import template_of
from generator.errors import UnreadableInput
from generator.resources import TemplateFolder

if TYPE_CHECKING:
    from generator.compose import Template

MOST_BYTES = 50_000_000
"""A larger file is not even opened; the reader refuses far smaller ones with a word of its own."""


def load(template: str | None = None, form: Path | None = None) -> "tuple[TemplateFolder, Template]":
    """The template folder of that name (see `resources.find_template`), made ready.

    Raises UsageError, BrokenTemplate.
    """
    folder = resources.find_template(template, form)
    return folder, template_of(folder)


def content(form: Path) -> bytes:
    """The bytes of a form. Raises UnreadableInput when there is no such file, or none of a form's size."""
    try:
        size = form.stat().st_size
        if size > MOST_BYTES:
            raise UnreadableInput(f"“{form}”有 {size // 1_000_000} MB，不是表单", "表单是几十 KB 的文本文件")
        with form.open("rb") as file:
            read = file.read(size + 1)
            if len(read) != size:
                # A device or a pipe has no size to be asked for.
                read += file.read(MOST_BYTES + 1)
        if len(read) > MOST_BYTES:
            raise UnreadableInput(f"“{form}”读不完，不是表单", "表单是几十 KB 的文本文件")
        return read
    except IsADirectoryError as error:
        raise UnreadableInput(f"“{form}”是文件夹，不是表单", "起草整个文件夹用 gen batch") from error
    except FileNotFoundError as error:
        raise UnreadableInput(f"没有“{form}”这个文件", "检查文件名，以及文件是不是在当前文件夹里") from error
    except OSError as error:
        if error.errno == ELOOP:
            raise UnreadableInput(f"“{form}”是绕成一圈的链接", "改用表单本身的文件名") from error
        raise UnreadableInput(f"“{form}”打不开", "检查读取权限，文件可能正被别的程序占用") from error
