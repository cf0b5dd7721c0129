"""The pictures of the user guide are those that the browser tests take of the window as it is."""

import re
import runpy
from pathlib import Path

ROOT = Path(__file__).parent.parent.parent
KEPT = ROOT / "docs" / "images"
GUIDE = (ROOT / "docs" / "网页填报.md").read_text("utf-8")


def test_the_pictures_are_of_this_edition() -> None:
    edition = runpy.run_path(str(ROOT / "docs" / "pictures.py"))["edition"]()
    assert (KEPT / "web-edition.txt").read_text("utf-8").strip() == edition, "look at them and run `make pictures`"


def test_the_guide_shows_every_picture_that_a_test_takes_and_no_other() -> None:
    steps = (ROOT / "tests" / "browser" / "test_guide.py").read_text("utf-8")
    taken = {f"web-{name}.png" for name in re.findall(r'take\("(\w+)"\)', steps)} | {"web-phone.png"}
    assert {path.name for path in KEPT.glob("web-*.png")} == taken
    assert set(re.findall(r"images/(web-\w+\.png)", GUIDE)) == taken


def test_they_are_small() -> None:
    assert max(path.stat().st_size for path in KEPT.glob("web-*.png")) < 150_000
