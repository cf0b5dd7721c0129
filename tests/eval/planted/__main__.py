"""`python -m tests.eval.planted`: how many of the errors planted in clean drafts are found, by rule and group."""

import argparse
from collections import Counter, defaultdict

from tests.eval.planted.measure import Trial, forms, layouts, likenesses, quiet, texts


def main() -> None:
    """Print the table, the misses, and what clean drafts raise."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("rules", nargs="*", help="codes or groups, all if none")
    options.add_argument("--ways", type=int, default=20, help="how often each rule's errors are planted")
    options.add_argument("--clean", type=int, default=0, help="how many clean drafts are judged too")
    asked = options.parse_args()
    wanted = tuple(asked.rules) or ("",)
    trials = [t for kind in (texts, forms, likenesses, layouts) for t in kind(wanted, asked.ways)]
    tried, found = Counter(t.code for t in trials), Counter(t.code for t in trials if t.found)
    told = Counter(t.code for t in trials if t.told)
    print("规则     种下  找到  同类规则找到")
    for code in sorted(tried):
        print(f"{code}  {tried[code]:6}{found[code]:6}{told[code] - found[code]:6}")
    print("\n类      种下  找到  召回率（同类规则在该处报出的也算）")
    for group in dict.fromkeys(code[:3] for code in sorted(tried)):
        of, hit = (sum(n for code, n in counted.items() if code[:3] == group) for counted in (tried, told))
        print(f"{group}   {of:6}{hit:6}   {hit / of:.3f}")
    _missed([trial for trial in trials if not trial.told])
    if asked.clean:
        raised = list(quiet(0, asked.clean))
        print(f"\n{asked.clean} 份没有错误的稿子，提示以上的发现 {len(raised)} 条")
        print("\n".join(raised))


def _missed(missed: list[Trial]) -> None:
    kinds: dict[tuple[str, str, str], list[int]] = defaultdict(list)
    for trial in missed:
        kinds[trial.code, trial.said, trial.instead].append(trial.seed)
    for (code, said, instead), seeds in kinds.items():
        print(f"\n漏 {code} ×{len(seeds)} 第{seeds[0]}份：{said}" + (f"\n   只有 {instead}" if instead else ""), end="")
    print()


if __name__ == "__main__":
    main()
