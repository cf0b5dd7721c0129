"""The five shipped drafts as people read them, so that a change of wording shows in a review.

After a change on purpose: GEN_GOLDEN=write pytest tests/test_golden.py, and read `git diff tests/golden`.
"""

import os
from pathlib import Path

import pytest
from drafting import SHIPPED_PROFILES, drafted, shipped_profile

from generator.writers import write

GOLDEN = Path(__file__).parent / "golden"


@pytest.mark.parametrize("name", SHIPPED_PROFILES)
def test_the_draft_reads_as_it_did(name: str) -> None:
    file = GOLDEN / f"{name}.md"
    text = write(drafted(shipped_profile(name)).document, "md", ()).decode()
    if os.environ.get("GEN_GOLDEN") == "write":
        file.write_text(text, "utf-8")
    assert text.split("\n") == file.read_text("utf-8").split("\n"), "GEN_GOLDEN=write pytest tests/test_golden.py"
