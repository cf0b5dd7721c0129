"""`python -m tests.bench.inspecting`: how many reports a second are read and understood, per format.

The five real reports ($GEN_CORPUS, else `../shared/corpus`, left out where it is absent) and the drafts of the five
shipped forms, each as text, Markdown, web page and DOCX: file in memory to outline and figures. One process, one
core; the least processor time of many turns, because other programs on the machine only ever add to it.
"""

import argparse
import gc
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import chain
from time import process_time

from drafting import SHIPPED_PROFILES, drafted, shipped_profile

from generator.annotate import annotate
from generator.api.inputs import load
from generator.api.reading import Words, words_of
from generator.document.nodes import Document
from generator.document.walk import plain, stretches
from generator.readers import read_bytes
from generator.schema.model import Schema
from generator.writers import write
from tests.eval.figures import CORPUS

FORMATS = ("txt", "md", "html", "docx")


@dataclass(frozen=True)
class Times:
    """Milliseconds of one turn: reading, then outline and figures; figures: how many are found."""

    read: float
    annotate: float
    figures: int

    @property
    def both(self) -> float:
        """Milliseconds of the whole inspection."""
        return self.read + self.annotate


def reports() -> Iterator[tuple[str, Document]]:
    """The name of each report and its document."""
    for path in sorted(CORPUS.glob("00?_*.txt")) if CORPUS.is_dir() else ():
        yield path.stem[:3], read_bytes(path.read_bytes(), path.name).document
    for name in SHIPPED_PROFILES:
        yield name, drafted(shipped_profile(name)).document


def time_of(data: bytes, name: str, schema: Schema, words: Words, turns: int) -> Times:
    """The least times of so many turns of one file."""
    reading, annotating, found = [], [], 0
    for _ in range(turns):
        start = process_time()
        document = read_bytes(data, name).document
        middle = process_time()
        found = len(annotate(document, schema, words.lexicon, words.cues).mentions)
        reading.append(middle - start)
        annotating.append(process_time() - middle)
    return Times(min(reading) * 1000, min(annotating) * 1000, found)


def main() -> None:
    """Print a row for each report, and how many reports a second each format makes."""
    options = argparse.ArgumentParser(prog="python -m tests.bench.inspecting", description=__doc__)
    options.add_argument("--turns", type=int, default=15, help="how often each file is read")
    turns = options.parse_args().turns
    gc.disable()  # As `gen` does.
    folder, made = load(None)
    words = words_of(folder, made)
    print(f"| 报告 | 字数 | 数 | {' | '.join(f'{kind}：读 + 认（毫秒）' for kind in FORMATS)} |")
    print(f"|---|---:|---:|{'---|' * len(FORMATS)}")
    every: dict[str, list[float]] = {kind: [] for kind in FORMATS}
    for name, document in reports():
        size = sum(len(plain(inlines)) for inlines in stretches(document.blocks))
        cells, figures = [], 0
        for kind in FORMATS:
            taken = time_of(as_file(document, kind), f"报告.{kind}", made.schema, words, turns)
            every[kind].append(taken.both)
            figures = max(figures, taken.figures)
            cells.append(f"{taken.read:.1f} + {taken.annotate:.1f}")
        print(f"| {name} | {size} | {figures} | {' | '.join(cells)} |")
    rates = [f"{1000 * len(times) / sum(times):.0f} 份/秒，最慢 {1000 / max(times):.0f}" for times in every.values()]
    print(f"| 合计 | | | {' | '.join(rates)} |")


def as_file(document: Document, kind: str) -> bytes:
    """The document in a format; as text, a line a paragraph."""
    if kind != "txt":
        return write(document, kind)
    lines = chain.from_iterable(plain(inlines).split("\n") for inlines in stretches(document.blocks))
    return "\n".join(line for line in lines if line).encode()


if __name__ == "__main__":
    main()
