"""Where the files of one draft go: what `-o` means."""

from collections.abc import Sequence
from pathlib import Path

from generator.errors import UsageError
from generator.outputs.files import Existing, Written, put
from generator.outputs.names import safe_name

FOLDER = Path("drafts")
"""Where drafts go when nobody says where."""


def store(
    output: Path | None,
    stem: str,
    files: Sequence[tuple[str, bytes]],
    existing: Existing = "refuse",
    memory: set[str] | None = None,
) -> tuple[Path, ...]:
    """Write the files of one draft and say where they are, in their order.

    output: a folder, or the path of the file whose extension one of `files` has, or None for `FOLDER`;
    stem: what the files are called in a folder; files: what follows the stem (`.docx`), and the content;
    existing, memory, what is raised: as for `put`.
    """
    return tuple(written.path for written in stored(output, stem, files, existing, memory))


def stored(
    output: Path | None,
    stem: str,
    files: Sequence[tuple[str, bytes]],
    existing: Existing = "refuse",
    memory: set[str] | None = None,
) -> tuple[Written, ...]:
    """As `store`, with where a file changed by hand was moved to."""
    folder, stem = _target(output or FOLDER, stem, [name for name, _ in files])
    named: dict[str, bytes] = {}
    for ending, content in files:
        named[f"{stem}{ending}"] = content
    return put(folder, named, existing, memory)


def _target(output: Path, stem: str, endings: Sequence[str]) -> tuple[Path, str]:
    extensions = {ending[ending.rindex(".") :] for ending in endings}
    suffix = output.suffix.lower()
    if suffix in extensions and not output.is_dir():
        return output.parent, output.stem
    if suffix in (".docx", ".md", ".html", ".pdf") and not output.is_dir():
        raise UsageError(
            f"-o 写的是 {output.suffix} 文件，输出的却是 {'、'.join(sorted(extensions))}",
            f"加 --to {output.suffix[1:]}，或让 -o 写文件夹",
        )
    return output, safe_name(stem)
