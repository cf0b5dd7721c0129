"""Template folders on their way to machines that cannot see them."""

import tempfile
import zlib
from functools import cache
from hashlib import sha256
from json import dumps, loads
from pathlib import Path
from shutil import rmtree
from typing import Any

from generator import resources
from generator.resources import SHARED, TemplateFolder

_PARCELS = "gen-templates"


def sent(folder: TemplateFolder, client: Any) -> tuple[str, str, Any]:
    """What `unpacked` is to be given on a worker. Raises BrokenTemplate.

    As a task of its own the text is fetched once by each worker, and made again where it is lost; the digest is
    empty where the folder ships with the program, and nothing need be sent.
    """
    if folder.shipped:
        return folder.name, "", b""
    sources = dumps(resources.read_sources(folder), ensure_ascii=False).encode()
    return folder.name, sha256(sources).hexdigest(), client.submit(bytes, zlib.compress(sources), pure=False)


def unpacked(name: str, digest: str, sources: bytes) -> str:
    """The path of such a folder on this machine."""
    if not digest:
        return str(resources.shipped("templates") / name)
    return str(_written(digest, name, sources))


@cache
def _written(digest: str, name: str, sources: bytes) -> Path:
    """What was sent, once for each worker, in the folder that the worker cleans up."""
    from distributed import get_worker

    base = Path(get_worker().local_directory, _PARCELS)
    base.mkdir(parents=True, exist_ok=True)
    made = Path(tempfile.mkdtemp(dir=base))
    for file, text in loads(zlib.decompress(sources)).items():
        path = made / (file if file.startswith(f"{SHARED}/") else f"{name}/{file}")
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8", newline="")
    final = base / digest[:16]
    try:
        made.replace(final)
    except OSError:
        # Another thread was faster.
        rmtree(made, ignore_errors=True)
    return final / name
