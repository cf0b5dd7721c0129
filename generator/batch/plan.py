"""What a batch is to do: the forms that were named, and those in the folders that were named."""

from collections.abc import Iterator, Sequence
from pathlib import Path

from generator.errors import UnreadableInput

_EXTENSIONS = (".yml", ".yaml")


def forms(sources: Sequence[Path]) -> tuple[Path, ...]:
    """The forms in the order of `sources`, those of a folder and its subfolders by name, each once.

    A file that was named is a form whatever it is called; hidden files and folders of a folder are not, nor what an
    editor left (~$…), nor templates to be drafted with.
    Raises UnreadableInput where there is nothing of that name, or no form in a folder.
    """
    found: dict[Path, Path] = {}
    for source in sources:
        for form in _forms(source):
            found.setdefault(form.resolve(), form)
    return tuple(found.values())


def _forms(source: Path) -> Iterator[Path]:
    if not source.is_dir():
        if not source.exists():
            raise UnreadableInput(f"没有“{source}”这个文件或文件夹", "检查路径")
        yield source
        return
    inside = [path for path in source.rglob("*") if path.suffix.lower() in _EXTENSIONS and path.is_file()]
    visible = [path for path in inside if not _passed_over(path.relative_to(source).parts)]
    if not visible:
        raise UnreadableInput(f"文件夹“{source}”里没有表单", "表单是 .yml 文件；用 gen form 生成一份")
    yield from sorted(visible, key=lambda path: path.relative_to(source).parts)


def _passed_over(parts: Sequence[str]) -> bool:
    return "templates" in parts[:-1] or any(part.startswith((".", "~$")) for part in parts)
