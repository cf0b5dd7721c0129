"""`python -m tests.bench.likeness`: looking for alike reports among 500 to 8,000: how time grows with their number."""

import argparse
import random
import time
from collections.abc import Iterator, Sequence
from pathlib import Path

from generator.batch.alike import pairs

_REPORTS = Path(__file__).parents[2] / "examples" / "county" / "报告"
_COPIES = 5
"""Reports that are another one's copy."""


def main() -> None:
    options = argparse.ArgumentParser(prog="python -m tests.bench.likeness", description=__doc__)
    options.add_argument("--units", type=int, nargs="+", default=[500, 1_000, 2_000, 4_000, 8_000])
    chosen = options.parse_args()
    print("| 单位 | 处理器秒 | 每份毫秒 | 抄来的找出几份 |\n|---|---|---|---|")
    for count in chosen.units:
        texts = list(_texts(count))
        start = time.process_time()
        found = pairs(iter(texts), texts.__getitem__)
        seconds = time.process_time() - start
        wanted = {(number, count - _COPIES + number) for number in range(_COPIES)}
        hit = len(wanted.intersection((pair.first, pair.second) for pair in found))
        print(f"| {count:,} | {seconds:.1f} | {seconds / count * 1000:.2f} | {hit}／{_COPIES} |", flush=True)


def _texts(count: int) -> Iterator[Sequence[str]]:
    """Reports as long as a township's, of which only the last few are copies."""
    words = "".join(path.read_text(encoding="utf-8") for path in _REPORTS.glob("*乡*.md"))
    signs = sorted(set(words) - set("\n "))
    chance = random.Random(2025)  # noqa: S311 - an example, no secret
    first: list[list[str]] = []
    for number in range(count):
        if number >= count - _COPIES:
            copied = list(first[number - (count - _COPIES)])
            copied[0] = "本镇另写的一段开头，别处没有。"
            yield copied
            continue
        # Half of the words are those of sentences that many choose.
        text = ["".join(chance.choices(signs, k=100)) for _ in range(12)]
        text += [_sentence(signs, chance.randrange(200)) for _ in range(12)]
        if number < _COPIES:
            first.append(text)
        yield text


def _sentence(signs: Sequence[str], number: int) -> str:
    return "".join(random.Random(number).choices(signs, k=100))  # noqa: S311 - an example, no secret


if __name__ == "__main__":
    main()
