"""Sums on a cluster: what many jobs say is added up there, and comes back as few numbers."""

import pickle
from collections.abc import Callable, Iterable, Sequence
from concurrent.futures import FIRST_COMPLETED, Future, wait
from typing import Any, TypeVar

from generator.batch.cluster.connection import LOOK, Link, answer, look, lost
from generator.batch.cluster.edition import Edition, edition, require
from generator.batch.cluster.templates import sent, unpacked
from generator.resources import TemplateFolder

Job = TypeVar("Job")
Sum = TypeVar("Sum")

FAN_IN = 8
"""Sums that one task adds up."""
_BOUGH = FAN_IN * FAN_IN
"""Jobs whose sum comes back as one. Not all jobs as one tree: the scheduler keeps what it was sent, to send it again
when a worker is lost, until the root is there; for a country that would be all its reports."""


def summed(
    jobs: Sequence[Job],
    work: Callable[[Any, str], Sum],
    pack: Callable[[Job], Any],
    add: Callable[[Iterable[Sum]], Sum],
    given_up: Callable[[Job], Sum],
    template: TemplateFolder,
    link: Link,
) -> Iterable[Sum]:
    """Sums that add up to that of all jobs, in any order.

    work: given what `pack` made of a job and the path of the template there; add: of any number of sums, in any
    order; both are functions of a module's top level. given_up: what stands for a job that ends every worker.
    Raises what `work` raises, ClusterLost, OtherEdition.
    """
    boughs = [jobs[at : at + _BOUGH] for at in range(0, len(jobs), _BOUGH)]
    running: dict[Future[Any], Sequence[Job]] = {}
    parcel = sent(template, link.client)

    def leaf(submit: Callable[..., Any], job: Job) -> Any:
        return submit(said, edition(), work, pickle.dumps(pack(job)), *parcel, pure=False)

    try:
        while boughs or running:
            while boughs and len(running) * _BOUGH < max(2 * _BOUGH, 4 * link.workers):
                bough = boughs.pop(0)
                running[_grown(bough, leaf, add, link)] = bough
            finished, _ = wait(running, timeout=LOOK, return_when=FIRST_COMPLETED)
            look(link)
            for future in finished:
                bough = running.pop(future)
                total = answer(future, link)
                if total is not None:
                    yield pickle.loads(total)  # noqa: S301 - our own worker
                    continue
                for job in bough:
                    alone = answer(leaf(link.executor.submit, job), link)
                    yield given_up(job) if alone is None else pickle.loads(alone)  # noqa: S301
    finally:
        for future in running:
            future.cancel()


def _grown(bough: Sequence[Job], leaf: Callable[..., Any], add: Callable[..., Any], link: Link) -> Future[Any]:
    """The sum of a bough, to come."""
    try:
        layer = [leaf(link.client.submit, job) for job in bough]
        while len(layer) > FAN_IN:
            layer = [
                link.client.submit(added, add, layer[at : at + FAN_IN], pure=False)
                for at in range(0, len(layer), FAN_IN)
            ]
        return link.executor.submit(added, add, layer)
    except OSError as error:
        raise lost(link) from error


def said(
    asked: Edition, work: Callable[[Any, str], Any], job: bytes, name: str, digest: str, sources: bytes
) -> bytes:
    """On a worker: what one job says. Raises OtherEdition."""
    require(asked)
    return pickle.dumps(work(pickle.loads(job), unpacked(name, digest, sources)))  # noqa: S301 - by whoever was let in


def added(add: Callable[[Iterable[Any]], Any], sums: Sequence[bytes]) -> bytes:
    """On a worker: the sum of sums."""
    return pickle.dumps(add(pickle.loads(each) for each in sums))  # noqa: S301 - other workers
