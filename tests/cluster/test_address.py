"""Which addresses are those of a cluster, and which of them are trusted."""

import pytest

from generator.batch.cluster.address import Cluster, url_of
from generator.errors import UsageError


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("tls://head:8786", "tls://head:8786"),
        ("head:9000", "tls://head:9000"),
        (" head ", "tls://head:8786"),
        ("tls://10.0.0.5/", "tls://10.0.0.5:8786"),
        ("tls://[fd00::5]:8786", "tls://[fd00::5]:8786"),
        ("tcp://localhost:8786", "tcp://localhost:8786"),
        ("tcp://127.0.0.9:8786", "tcp://127.0.0.9:8786"),
        ("tcp://[::1]:8786", "tcp://[::1]:8786"),
    ],
)
def test_encryption_is_meant_unless_the_address_is_of_this_machine(typed: str, meant: str) -> None:
    assert url_of(Cluster(typed)) == meant


@pytest.mark.parametrize(
    "typed",
    ["tcp://head:8786", "tcp://10.0.0.5:8786", "tcp://localhost.example:8786", "tcp://127.0.0.1.example", "tcp://[::]"],
)
def test_without_encryption_another_machine_is_reached_only_where_that_is_wanted(typed: str) -> None:
    with pytest.raises(UsageError, match="没有加密") as refused:
        url_of(Cluster(typed))
    assert "--insecure" in refused.value.hint
    assert url_of(Cluster(typed, insecure=True)).startswith("tcp://")


@pytest.mark.parametrize(
    "typed", ["", "tls://", "http://head:8786", "inproc://a/b", "tls://head:x", "tls://a@b", "tls://a/b"]
)
def test_what_is_no_address_is_said(typed: str) -> None:
    with pytest.raises(UsageError) as refused:
        url_of(Cluster(typed, insecure=True))
    assert refused.value.message == f"“{typed}”不是集群的地址"
