"""What a batch is to do: the forms that were named, and those in the folders that were named."""

from collections.abc import Iterator, Sequence
from pathlib import Path

from generator.errors import UnreadableInput

_EXTENSIONS = (".yml", ".yaml")


def forms(sources: Sequence[Path], but: Sequence[Path] = ()) -> tuple[Path, ...]:
    """The forms in the order of `sources`, those of a folder and its subfolders by name, each once.

    A file that was named is a form whatever it is called; hidden files and folders of a folder are not, nor what an
    editor left (~$…), nor templates to be drafted with. A name with * or ? that no file has is a pattern: not every
    shell fills it in. but: files that are no forms of this batch, wherever they lie.
    Raises UnreadableInput where there is nothing of that name, or no form in a folder.
    """
    found: dict[Path, Path] = {}
    for source in sources:
        for form in _forms(source):
            found.setdefault(form.resolve(), form)
    for path in but:
        found.pop(path.resolve(), None)
    return tuple(found.values())


def _forms(source: Path) -> Iterator[Path]:
    if source.is_dir():
        yield from _inside(source)
    elif source.exists():
        yield source
    else:
        matching = sorted(Path(source.anchor).glob(str(source.relative_to(source.anchor))))
        if not matching:
            raise UnreadableInput(f"没有“{source}”这个文件或文件夹", "检查路径")
        for match in matching:
            yield from _forms(match)


def _inside(folder: Path) -> Iterator[Path]:
    inside = [path for path in folder.rglob("*") if path.suffix.lower() in _EXTENSIONS and path.is_file()]
    visible = [path for path in inside if not _passed_over(path.relative_to(folder).parts)]
    if not visible:
        raise UnreadableInput(f"文件夹“{folder}”里没有表单", "表单是 .yml 文件；用 gen form 生成一份")
    yield from sorted(visible, key=lambda path: path.relative_to(folder).parts)


def _passed_over(parts: Sequence[str]) -> bool:
    return "templates" in parts[:-1] or any(part.startswith((".", "~$")) for part in parts)
