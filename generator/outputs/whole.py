"""Writing one file that is nobody's draft: counts, a learned schema, a picture."""

import os
from contextlib import suppress
from itertools import count
from pathlib import Path

from generator.outputs.files import _create, _explaining


def replace(path: Path, content: bytes, keep: bool = False) -> Path | None:
    """Write the file whole or not at all, over whatever is there; its folder is made where it is missing.

    keep: leave what was there beside it, as `….bak-1`. Returns where that is. Raises CannotWrite.
    """
    temporary = path.parent / f".gen-{os.getpid()}.tmp"
    aside: Path | None = None
    with _explaining(path):
        path.parent.mkdir(parents=True, exist_ok=True)
        try:
            _create(temporary, content)
            if keep:
                aside = next(p for n in count(1) if not (p := Path(f"{path}.bak-{n}")).exists())
                path.rename(aside)
            temporary.replace(path)
        finally:
            with suppress(OSError):
                temporary.unlink()
    return aside
