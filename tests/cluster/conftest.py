"""A cluster for the tests that leave it as it is."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from cluster_site import Site, copied, running


@pytest.fixture(scope="session")
def program(tmp_path_factory: pytest.TempPathFactory) -> Path:
    pytest.importorskip("distributed", reason="distributed is not installed (extra: cluster)")
    return copied(tmp_path_factory.mktemp("program"))


@pytest.fixture(scope="module")
def site(program: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    """A scheduler and three workers for a module's tests that leave them as they are: idle ones cost time, too."""
    with running(program, tmp_path_factory.mktemp("site"), workers=3) as site:
        yield site
