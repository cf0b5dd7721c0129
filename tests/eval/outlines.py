"""`python -m tests.eval.outlines`: how often roles and themes of real headings are found.

Reads `outlines.jsonl` (119 reports, headings only) from $GEN_CORPUS, else `../shared/corpus`. Reports are named
by their id.
"""

import json
import os
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from generator.annotate.lexicon import Lexicon
from generator.annotate.roles import Top, roles
from generator.annotate.themes import themes
from generator.api.inputs import load as load_template
from generator.api.reading import words_of
from tests.eval.folds import cross_validated
from tests.eval.full_outlines import FOLDED, print_table

CORPUS = Path(os.environ.get("GEN_CORPUS") or Path(__file__).resolve().parents[3] / "shared" / "corpus")


def read_lexicon() -> Lexicon:
    """The shipped genre's."""
    return words_of(*load_template(None)).lexicon


def records(corpus: Path = CORPUS) -> list[dict[str, Any]]:
    """The outline records."""
    return [json.loads(line) for line in (corpus / "outlines.jsonl").read_text("utf-8").splitlines() if line.strip()]


def below(headings: Sequence[dict[str, Any]], at: int) -> tuple[str, ...]:
    """The headings directly under this one."""
    found: list[str] = []
    for heading in headings[at + 1 :]:
        if heading["level"] <= headings[at]["level"]:
            break
        if heading["level"] == headings[at]["level"] + 1:
            found.append(heading["text"])
    return tuple(found)


def leads(headings: Sequence[dict[str, Any]], at: int) -> bool:
    """Whether this heading is the first of those beside it."""
    above = headings[at - 1] if at else None
    return above is None or above["level"] < headings[at]["level"]


def role_verdicts(record: dict[str, Any], words: Lexicon) -> Iterator[tuple[str, str, str, bool]]:
    """Heading, right role, found role, whether right, for each level-1 heading."""
    headings = record["headings"]
    tops = [(at, h) for at, h in enumerate(headings) if h["level"] == 1]
    found = roles([Top(h["text"], below(headings, at)) for at, h in tops], words)
    for (_, heading), role in zip(tops, found, strict=True):
        yield heading["text"], heading["role"], role, role in (heading["role"], heading.get("role_alt"))


def theme_verdicts(record: dict[str, Any], words: Lexicon) -> Iterator[tuple[int, str, list[str], list[str]]]:
    """Level, heading, right themes, found themes, for each heading that has themes and words."""
    for at, heading in enumerate(record["headings"]):
        right = heading.get("theme")
        if right and heading["text"]:
            found = themes(heading["text"], words, below(record["headings"], at), first=leads(record["headings"], at))
            folded = list(dict.fromkeys(FOLDED.get(theme, theme) for theme in found))
            yield heading["level"], heading["text"], [right] if isinstance(right, str) else right, folded


def hits_of_themes(record: dict[str, Any], words: Lexicon) -> tuple[int, int]:
    """How many level-2 headings of a record have their first theme, of how many."""
    verdicts = [right[:1] == found[:1] for level, _, right, found in theme_verdicts(record, words) if level == 2]
    return sum(verdicts), len(verdicts)


def main() -> int:
    """Print the tables and what was missed."""
    words = read_lexicon()
    reports = records()
    _print_roles(reports, words)
    for level in (2, 1):
        _print_themes(reports, words, level)
    _print_folds(reports, words)
    print_table(CORPUS, words)
    return 0


def _print_roles(reports: Sequence[dict[str, Any]], words: Lexicon) -> None:
    counts: Counter[tuple[str, bool]] = Counter()
    wrong = []
    for record in reports:
        for text, right, found, ok in role_verdicts(record, words):
            counts[right, ok] += 1
            if not ok:
                wrong.append(f"  {record['id']}: {text}: {right}, found {found}")
    _table("roles of level-1 headings", counts, wrong)


def _print_themes(reports: Sequence[dict[str, Any]], words: Lexicon, level: int) -> None:
    counts: Counter[tuple[str, bool]] = Counter()
    wrong, sets, several = [], 0, 0
    for record in reports:
        for depth, text, right, found in theme_verdicts(record, words):
            if depth != level:
                continue
            ok = found[:1] == right[:1]
            counts[right[0], ok] += 1
            several += 1
            sets += set(found) == set(right)
            if not ok:
                wrong.append(f"  {record['id']}: {text}: {'+'.join(right)}, found {'+'.join(found) or 'none'}")
    _table(f"first theme of level-{level} headings", counts, wrong)
    print(f"  all themes right: {sets}/{several}\n")


def _print_folds(reports: Sequence[dict[str, Any]], words: Lexicon) -> None:
    folds = list(cross_validated(reports, words, hits_of_themes))
    print("five-fold cross-validation of the weights, first theme of level-2 headings")
    for balance, right, total in folds:
        print(f"  later {balance.later} again {balance.again} below {balance.below}: {right}/{total}")
    right, total = sum(right for _, right, _ in folds), sum(total for *_, total in folds)
    print(f"  all {right}/{total} {right / total:.3f}\n")


def _table(title: str, counts: Counter[tuple[str, bool]], wrong: Sequence[str]) -> None:
    print(title)
    for name in sorted({name for name, _ in counts}, key=lambda n: -counts[n, True] - counts[n, False]):
        right, total = counts[name, True], counts[name, True] + counts[name, False]
        print(f"  {name:18}{right:5}/{total:<5}{right / total:.3f}")
    right, total = sum(n for (_, ok), n in counts.items() if ok), counts.total()
    print(f"  {'all':18}{right:5}/{total:<5}{right / total:.3f}")
    print("\n".join(wrong))


if __name__ == "__main__":
    sys.exit(main())
