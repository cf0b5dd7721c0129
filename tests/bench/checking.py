"""`python -m tests.bench.checking`: what judging costs, in milliseconds of the processor, the least of many turns.

The rules about figures that `gen draft` runs every time (budget 1 ms a report), those about text that `--check` adds
(6 ms), the whole check of a draft with the understanding of its text, which rules cost most, and a report of 2 MB as a
file (2 s).
"""

import gc
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path
from time import process_time

from drafting import SHIPPED_PROFILES, drafted, profile_text, shipped, shipped_profile
from planting import draft_text

from generator import api
from generator.annotate import annotate
from generator.api.checking import _drafted, _subject, check_bytes, text_findings
from generator.check.engine import run
from generator.check.registry import form_rules
from generator.check.rule import Rule, found_by
from generator.check.subject import Subject, form_alone

_BYTES = 2_000_000


def least(call: Callable[[], object], turns: int = 15) -> float:
    """Milliseconds of the quickest turn."""
    taken = []
    for _ in range(turns):
        start = process_time()
        call()
        taken.append(process_time() - start)
    return min(taken) * 1000


def dearest(subjects: Sequence[Subject], rules: Sequence[Rule], most: int = 12) -> list[tuple[str, float]]:
    """The rules that cost most, with milliseconds a report; what several need is counted to the first that asks."""
    taken = {rule.code: 0.0 for rule in rules}
    for rule_times in [_times(of, rules) for of in subjects]:
        for code, time in rule_times.items():
            taken[code] += time / len(subjects)
    return sorted(taken.items(), key=lambda one: -one[1])[:most]


def _times(of: Subject, rules: Sequence[Rule], turns: int = 15) -> dict[str, float]:
    best = {rule.code: float("inf") for rule in rules}
    for _ in range(turns):
        fresh = replace(of)
        for rule in rules:
            start = process_time()
            found_by(fresh, rule.check)
            best[rule.code] = min(best[rule.code], (process_time() - start) * 1000)
    return best


def _row(taken: Sequence[float]) -> str:
    return "".join(f"{one:{wide}.2f}" for one, wide in zip(taken, (8, 10, 14, 14), strict=True))


def main() -> None:
    """Print a table."""
    gc.disable()  # As `gen` does.
    by = api.judge()
    print("表单              数据规则  文字规则  起草后的检查  其中读懂文字   （毫秒）")
    rows = []
    for name in SHIPPED_PROFILES:
        profile, text = shipped_profile(name), profile_text(name)
        draft = drafted(profile)
        of = _drafted(draft, profile, by)
        row = (
            least(lambda p=profile: run(form_alone(p, shipped()), form_rules())),  # type: ignore[misc]
            least(lambda of=of: run(replace(of), by.textual)),  # type: ignore[misc]
            least(lambda d=draft, p=profile, t=text: text_findings(d, p, t, by)),  # type: ignore[misc]
            least(lambda d=draft: annotate(d.document, shipped().schema, by.lexicon, by.cues)),  # type: ignore[misc]
        )
        rows.append(row)
        print(name.ljust(18) + _row(row))
    print("平均".ljust(16) + _row([sum(column) / len(rows) for column in zip(*rows, strict=True)]))
    texts = [_subject(Path("稿.txt"), draft_text(seed).encode(), by)[0] for seed in range(5)]
    about_text = [rule for rule in by.chosen if rule.needs == ("annotation",)]
    print("最费时的规则：" + "、".join(f"{code} {time:.2f}" for code, time in dearest(texts, about_text)))
    body = "\n".join(draft_text(seed) for seed in range(3)) + "\n"
    large = (body * (_BYTES // len(body.encode()) + 1)).encode()[:_BYTES].decode("utf-8", "ignore").encode()
    print(f"2 MB 的文件：{least(lambda: check_bytes(Path('大.txt'), large, by), 1) / 1000:.1f} 秒")


if __name__ == "__main__":
    main()
