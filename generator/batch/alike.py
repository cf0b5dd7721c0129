"""Which units of a batch wrote the same report: every pair for a county, hashed buckets for a province."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import combinations
from typing import Any

from generator.likeness import GRAM, grams, likeness, share
from generator.records import record

ALIKE = 0.6
"""From this share of common runs on, a pair is shown."""
_EVERY_PAIR = 120
"""Up to so many units each is held against each: 7,000 pairs take a second."""
_PERMUTATIONS = 64
_SEED = 9704

Texts = Callable[[int], Sequence[str]]


@record
class Pair:
    """Two units, by their position in the batch; share and passage as in `generator.likeness`."""

    first: int
    second: int
    share: float
    passage: str


def pairs(texts: Iterable[Sequence[str]], again: Texts, at_least: float = ALIKE, most: int = 200) -> tuple[Pair, ...]:
    """The pairs that are alike, the likest first.

    texts: each unit's paragraphs, without headings and fixed phrases, read once; again: a unit's paragraphs by its
    position, for the pairs that are found; most: pairs to return. Time grows with the number of units and of alike
    pairs, not with its square. Raises ImportError where there are many units and datasketch is not installed.
    """
    listed = iter(texts)
    few = [grams(text) for _, text in zip(range(_EVERY_PAIR + 1), listed, strict=False)]
    if len(few) <= _EVERY_PAIR:
        found = ((share(few[a], few[b]), a, b) for a, b in combinations(range(len(few)), 2))
        likest = sorted((pair for pair in found if pair[0] >= at_least), key=lambda p: (-p[0], p[1], p[2]))
    else:
        likest = _hashed(range(len(few)), listed, again, at_least, most)
    return tuple(_pair(a, b, again) for _, a, b in likest[:most])


def _pair(first: int, second: int, again: Texts) -> Pair:
    found = likeness(again(first), again(second))
    return Pair(first, second, found.share, found.passage)


def _hashed(
    read: range, rest: Iterator[Sequence[str]], again: Texts, at_least: float, most: int
) -> list[tuple[float, int, int]]:
    """Pairs that share a bucket of a locality-sensitive hash, by their true likeness."""
    from datasketch import MinHashLSH

    # Some below the limit are looked at too: what the hash says of a pair is an estimate.
    index = MinHashLSH(threshold=at_least * 0.9, num_perm=_PERMUTATIONS)
    signatures: list[Any] = []
    estimated: list[tuple[float, int, int]] = []
    for position, text in enumerate(_chained(map(again, read), rest)):
        signature = _signature(text)
        for other in index.query(signature):
            estimate = float(signature.jaccard(signatures[other]))
            estimated.append((estimate, other, position))
        if len(estimated) > 20 * most:
            estimated = sorted(estimated, key=_likest)[: 4 * most]
        index.insert(position, signature)
        signatures.append(signature)
    exact = ((share(grams(again(a)), grams(again(b))), a, b) for _, a, b in sorted(estimated, key=_likest)[: 2 * most])
    return sorted((pair for pair in exact if pair[0] >= at_least), key=_likest)


def _likest(pair: tuple[float, int, int]) -> tuple[float, int, int]:
    return -pair[0], pair[1], pair[2]


def _chained(first: Iterable[Sequence[str]], rest: Iterable[Sequence[str]]) -> Iterator[Sequence[str]]:
    yield from first
    yield from rest


def _signature(paragraphs: Sequence[str]) -> Any:
    import numpy
    from datasketch import LeanMinHash, MinHash

    hashed = []
    for paragraph in paragraphs:
        codes = numpy.frombuffer("".join(paragraph.split()).encode("utf-32-le"), dtype="<u4").astype(numpy.uint64)
        if len(codes) < GRAM:
            continue
        windows = numpy.lib.stride_tricks.sliding_window_view(codes, GRAM)
        mixed = numpy.zeros(len(windows), dtype=numpy.uint64)
        for column in range(GRAM):
            mixed = (mixed ^ windows[:, column]) * numpy.uint64(0x100000001B3)
        hashed.append((mixed ^ (mixed >> numpy.uint64(29))) & numpy.uint64(0xFFFFFFFF))
    full = MinHash(num_perm=_PERMUTATIONS, seed=_SEED, hashfunc=int)
    if hashed:
        full.update_batch(numpy.unique(numpy.concatenate(hashed)).tolist())
    return LeanMinHash(full)
