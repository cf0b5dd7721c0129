"""The pictures in docs/网页填报.md, kept from those that the browser tests took (`make pictures`).

Beside them stands of which edition of the window they are, so that a test can tell when they are stale.
"""

import sys
from hashlib import sha256
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
KEPT = ROOT / "docs" / "images"
EDITION = KEPT / "web-edition.txt"
COLOURS = 128


def edition() -> str:
    """What tells one look of the window from another: its pages, scripts and style, and what the test does."""
    web = ROOT / "generator" / "web"
    steps = ROOT / "tests" / "browser" / "test_guide.py"
    files = [*sorted(web.glob("static/*")), *sorted(web.glob("templates/*")), steps]
    return sha256(b"\0".join(file.read_bytes() for file in files)).hexdigest()


def main(taken: Path) -> None:
    """Keep `web-*.png` of the folder `taken`, with few colours."""
    from PIL import Image

    for old in KEPT.glob("web-*.png"):
        old.unlink()
    for picture in sorted(taken.glob("web-*.png")):
        with Image.open(picture) as image:
            image.convert("RGB").quantize(COLOURS, dither=Image.Dither.NONE).save(KEPT / picture.name, optimize=True)
    EDITION.write_text(edition() + "\n", encoding="utf-8")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
