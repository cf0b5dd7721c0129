"""A cluster that we are connected to, all of whose machines run this very program."""

import logging
import warnings
from collections.abc import Iterator
from concurrent.futures import CancelledError, Executor, Future
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from time import monotonic
from typing import Any

from generator.batch.cluster.address import Cluster, url_of
from generator.batch.cluster.edition import Edition, OtherEdition, edition, refused
from generator.errors import ExitCode, GeneratorError, UsageError

CONNECT = 5
"""Seconds within which a scheduler answers."""
LOOK = 5.0
"""Seconds between questions for workers that came or went."""
DESERTED = 30.0
"""Seconds after which a cluster without any worker is given up; a worker that was killed is back sooner."""
_FILES = "检查 --tls-ca、--tls-cert、--tls-key"
_INSTALL = "运行 pip install 'fazhi-niandu-baogao[cluster]'"


class ClusterLost(GeneratorError):
    """Nobody there does our work: no connection, or no worker."""

    exit_code = ExitCode.PROBLEMS


@dataclass(slots=True)
class Link:
    """A connection. executor: of the standard library's kind; workers: threads that do our work, when last asked;
    if_lost: what users can do then; peopled: when there was a worker last."""

    address: str
    client: Any
    executor: Executor
    if_lost: str
    workers: int
    peopled: float


@contextmanager
def connected(cluster: Cluster, if_lost: str) -> Iterator[Link]:
    """A link to a cluster, for as long as the block lasts.

    if_lost: the hint to give when the connection breaks. Raises UsageError where the address or the certificates
    do not serve, ClusterLost where nobody answers, OtherEdition where a machine has another program.
    """
    address = url_of(cluster)
    try:
        import distributed
    except ImportError as missing:
        raise UsageError("没有装集群的组件 distributed", _INSTALL) from missing
    _hush()
    security = _security(cluster) if address.startswith("tls") else None
    try:
        # Versions are compared by us, and said in Chinese.
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", distributed.versions.VersionMismatchWarning)
            client: Any = distributed.Client(  # type: ignore[no-untyped-call]
                address, security=security, timeout=CONNECT, set_as_default=False
            )
    except (OSError, TimeoutError, ValueError, RuntimeError) as error:
        hint = "看看地址、防火墙，调度器是不是在运行"
        if security is not None:
            hint += "；证书要是同一个 CA 签的"
        raise ClusterLost(f"连不上集群“{address}”", hint) from error
    try:
        workers = _same_program(client, address)
        yield Link(address, client, client.get_executor(pure=False), if_lost, workers, monotonic())
    finally:
        with suppress(Exception):
            client.close(timeout=5)


def look(link: Link) -> None:
    """Asks how many workers there are now. Raises ClusterLost."""
    try:
        link.workers = sum(link.client.ncores().values())
    except Exception as error:
        raise lost(link) from error
    if link.workers:
        link.peopled = monotonic()
    elif monotonic() - link.peopled > DESERTED:
        raise ClusterLost(f"集群“{link.address}”上的工作进程都不在了", link.if_lost)


def lost(link: Link) -> ClusterLost:
    """What to raise when the connection is broken."""
    return ClusterLost(f"与集群“{link.address}”的连接断了", link.if_lost)


def answer(future: Future[Any], link: Link) -> Any | None:
    """What a task gave; None where every worker that tried it was ended. Raises ClusterLost, OtherEdition."""
    from distributed import KilledWorker

    while True:
        try:
            return future.result(timeout=LOOK)
        except TimeoutError:
            look(link)
        except KilledWorker:
            return None
        except CancelledError as error:
            raise lost(link) from error
        except OtherEdition:
            raise
        except Exception:
            # A worker that came later may not even have what was asked of it.
            compare(link.client, edition())
            raise


def _security(cluster: Cluster) -> Any:
    from distributed.security import Security

    for file in filter(None, (cluster.ca, cluster.certificate, cluster.key)):
        if not file.is_file():
            raise UsageError(f"没有证书文件“{file}”", _FILES)
    given = {
        "tls_ca_file": cluster.ca and str(cluster.ca),
        "tls_client_cert": cluster.certificate and str(cluster.certificate),
        "tls_client_key": cluster.key and str(cluster.key),
    }
    found: Any = Security(require_encryption=True, **{k: v for k, v in given.items() if v})  # type: ignore[no-untyped-call]
    if not (found.tls_ca_file and found.tls_client_cert and found.tls_client_key):
        raise UsageError(
            "加密连接要有证书", "用 --tls-ca、--tls-cert、--tls-key 给出，或写进 Dask 的配置；本机试用写 tcp://localhost:8786"
        )
    try:
        found.get_connection_args("client")
    except OSError as error:
        raise UsageError("证书不能用：不是 PEM 文件，或密钥与证书不配", _FILES) from error
    return found


def _same_program(client: Any, address: str) -> int:
    """How many threads work there. Raises ClusterLost, OtherEdition."""
    ours = edition()
    try:
        client.wait_for_workers(1, timeout=CONNECT)
    except TimeoutError as error:
        raise ClusterLost(f"集群“{address}”上没有工作进程", f"在各台机器上启动：dask worker {address}") from error
    compare(client, ours)
    return sum(client.ncores().values())


def compare(client: Any, ours: Edition) -> None:
    """Raises OtherEdition unless the scheduler and every worker run this program."""
    try:
        scheduler = client.run_on_scheduler(edition)
    except Exception:
        scheduler = None
    answers = {"调度器": scheduler}
    for address, theirs in client.run(edition, on_error="return").items():
        answers[f"工作进程“{address}”"] = theirs
    for where, theirs in answers.items():
        if theirs != ours:
            raise refused(where, theirs if isinstance(theirs, Edition) else None, ours)


def _hush() -> None:
    """What happens to the connection is ours to tell."""
    for name in ("distributed", "distributed.client", "distributed.core", "distributed.comm", "tornado.application"):
        logging.getLogger(name).setLevel(logging.CRITICAL + 1)
