"""Where a cluster is and by what it is trusted: whoever reaches a scheduler can run anything on its workers."""

from ipaddress import ip_address
from pathlib import Path
from urllib.parse import urlsplit

from generator.errors import UsageError
from generator.records import record

PORT = 8786
"""Dask's own."""
_EXAMPLE = "写成 tls://主机:8786"


@record
class Cluster:
    """A Dask scheduler. address: as typed, tls:// if it names no scheme; insecure: unencrypted will do, anywhere.

    ca, certificate, key: PEM files; where they are None those of Dask's own configuration count.
    """

    address: str
    insecure: bool = False
    ca: Path | None = None
    certificate: Path | None = None
    key: Path | None = None


def url_of(cluster: Cluster) -> str:
    """The scheduler's address in full.

    Raises UsageError for what is none, and for one without encryption on another machine unless that is wanted.
    """
    typed = cluster.address.strip()
    try:
        parts = urlsplit(typed if "://" in typed else f"tls://{typed}")
        scheme, host, port = parts.scheme, parts.hostname, parts.port or PORT
    except ValueError:
        scheme, host, port = "", None, PORT
    if scheme not in ("tls", "tcp") or not host or parts.path not in ("", "/") or parts.query or parts.username:
        raise UsageError(f"“{cluster.address}”不是集群的地址", _EXAMPLE)
    if scheme == "tcp" and not cluster.insecure and not _here(host):
        raise UsageError(
            f"“{cluster.address}”没有加密：表单会在网上明传，谁连得上谁就能在集群上运行程序",
            f"{_EXAMPLE}，用 --tls-ca、--tls-cert、--tls-key 给出证书；网络确实隔离的，加 --insecure",
        )
    return f"{scheme}://{f'[{host}]' if ':' in host else host}:{port}"


def _here(host: str) -> bool:
    """Whether only this machine answers to that name; a name is not looked up: whoever answers could be lying."""
    if host == "localhost":
        return True
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return False
