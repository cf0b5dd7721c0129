"""Texts that are about the same thing, found by the pairs of characters that they share."""

import math
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from heapq import heappop, heappush
from itertools import pairwise
from zlib import crc32

MOST = 500
"""Texts that are compared each with each; of more, so many are chosen, and the rest join the nearest cluster."""
NEAR = 0.09
"""Cosine, on average, from which two clusters are one."""

Vector = Mapping[str, float]


def clusters(
    texts: Sequence[Sequence[tuple[str, float]]], groups: Sequence[str], near: float = NEAR
) -> list[list[int]]:
    """The positions of `texts` in clusters, the largest first; the same for the same texts in any order.

    texts: for each its parts, with what a part weighs; groups: texts of one group (headings of one report)
    are about different things and never share a cluster.
    """
    vectors = _vectors(texts)
    chosen = sorted(range(len(texts)), key=lambda at: (crc32(repr(texts[at]).encode()), repr(texts[at]), groups[at]))
    found = _merged(chosen[:MOST], vectors, groups, near)
    for at in chosen[MOST:]:
        best = max(found, key=lambda cluster: (_mean(at, cluster, vectors), -cluster[0]), default=None)
        free = best is not None and groups[at] not in {groups[other] for other in best}
        if best is not None and free and _mean(at, best, vectors) >= near:
            best.append(at)
        else:
            found.append([at])
    return sorted(found, key=lambda cluster: (-len(cluster), repr(texts[cluster[0]])))


def pairs(text: str) -> Iterator[str]:
    """Each two neighbouring characters that are letters of any script."""
    for one, other in pairwise(text):
        if one.isalpha() and other.isalpha():
            yield one + other


def _vectors(texts: Sequence[Sequence[tuple[str, float]]]) -> list[Vector]:
    """Weights of pairs, of length 1: rare pairs weigh more."""
    raw: list[Counter[str]] = []
    for parts in texts:
        weights: Counter[str] = Counter()
        for text, weight in parts:
            for pair, times in Counter(pairs(text)).items():
                weights[pair] += weight * (1 + math.log(times))  # type: ignore[assignment] # a Counter of floats
        raw.append(weights)
    spread = Counter(pair for weights in raw for pair in weights)
    found: list[Vector] = []
    for weights in raw:
        scaled = {pair: weight * math.log((len(texts) + 1) / spread[pair]) for pair, weight in weights.items()}
        size = math.sqrt(math.fsum(weight * weight for weight in scaled.values()))
        # What one text alone has makes it longer, hence less like the others, and meets nothing.
        shared = {pair: weight for pair, weight in scaled.items() if spread[pair] > 1}
        found.append({pair: weight / size for pair, weight in shared.items()} if size else {})
    return found


def _cosine(one: Vector, other: Vector) -> float:
    if len(other) < len(one):
        one, other = other, one
    return math.fsum(weight * other[pair] for pair, weight in one.items() if pair in other)


def _mean(at: int, cluster: Sequence[int], vectors: Sequence[Vector]) -> float:
    return math.fsum(_cosine(vectors[at], vectors[other]) for other in cluster) / len(cluster)


def _merged(chosen: Sequence[int], vectors: Sequence[Vector], groups: Sequence[str], near: float) -> list[list[int]]:
    """Average linkage: the two nearest clusters become one, until none are near enough."""
    members: dict[int, list[int]] = {at: [at] for at in chosen}
    alike: dict[int, dict[int, float]] = {at: {} for at in chosen}
    heap: list[tuple[float, int, int]] = []
    rank = {at: place for place, at in enumerate(chosen)}

    def note(one: int, other: int, value: float) -> None:
        alike[one][other] = alike[other][one] = value
        if value >= near:
            first, second = sorted((rank[one], rank[other]))
            heappush(heap, (-value, first, second))

    for place, one in enumerate(chosen):
        for other in chosen[place + 1 :]:
            note(one, other, _cosine(vectors[one], vectors[other]))
    while heap:
        value, first, second = heappop(heap)
        one, other = chosen[first], chosen[second]
        # What was noted before one of them grew is out of date.
        if one not in members or other not in members or alike[one][other] != -value:
            continue
        if {groups[at] for at in members[one]} & {groups[at] for at in members[other]}:
            continue
        size, more = len(members[one]), len(members[other])
        members[one] += members.pop(other)
        row = alike.pop(other)
        for at, beside in row.items():
            del alike[at][other]
            if at != one:
                note(one, at, (size * alike[one][at] + more * beside) / (size + more))
    return [sorted(cluster, key=rank.__getitem__) for cluster in members.values()]
