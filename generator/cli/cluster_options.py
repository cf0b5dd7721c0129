"""`--cluster` and by what it is trusted, the same for every command that may run on one."""

from collections.abc import Callable
from functools import wraps
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from generator.cli.options import PATH, Decorator
from generator.errors import UsageError

if TYPE_CHECKING:
    from generator.batch.cluster.address import Cluster

_NAMES = ("insecure", "tls_ca", "tls_cert", "tls_key")


def cluster_options() -> Decorator:
    """Options that come to the command as one argument, `cluster`: None where it is to run here."""
    options = (
        click.option("--cluster", metavar="地址", help="在 Dask 集群上做，写调度器的地址，如 tls://主机:8786"),
        click.option("--tls-ca", metavar="文件", type=PATH, help="集群的 CA 证书；三个证书选项不写时用 Dask 的配置"),
        click.option("--tls-cert", metavar="文件", type=PATH, help="自己的证书"),
        click.option("--tls-key", metavar="文件", type=PATH, help="自己的密钥"),
        click.option("--insecure", is_flag=True, help="集群不加密也连；只用于与外界隔离的网络"),
    )

    def decorate(command: Callable[..., Any]) -> Callable[..., Any]:
        @wraps(command)
        def with_cluster(**arguments: Any) -> Any:
            trust = [arguments.pop(name) for name in _NAMES]
            return command(**{**arguments, "cluster": _cluster(arguments["cluster"], *trust)})

        for option in reversed(options):
            with_cluster = option(with_cluster)
        return with_cluster

    return decorate


def _cluster(
    address: str | None, insecure: bool, ca: Path | None, certificate: Path | None, key: Path | None
) -> "Cluster | None":
    if address is None:
        if insecure or ca or certificate or key:
            raise UsageError("没有写集群的地址", "证书选项和 --insecure 要与 --cluster 同用")
        return None
    from generator.batch.cluster.address import Cluster

    return Cluster(address, insecure, ca, certificate, key)
