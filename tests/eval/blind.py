"""`python -m tests.eval.blind [file …]`: sentences written before the rules were read, each put into a small report.

Of `wrong` how many are told at their line, kind by kind; of `right` which are wrongly told, hints not counted.
`--all` names every sentence that is missed.
"""

import argparse
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from generator import api
from generator.api.checking import check_bytes
from generator.diagnostics import Diagnostic, Severity

_GROUPS = {"用词": "WRD", "标点": "PUN", "数字用法": "NUM", "隐私": "PRI", "要素": "STA"}
"""The rules that are to find a kind of error; those about figures find the others."""
DATA = Path(__file__).parent / "data"
_REPORT = """\
云溪镇人民政府2024年法治政府建设年度报告

2024年，云溪镇人民政府坚持以习近平新时代中国特色社会主义思想为指导，深入学习贯彻习近平法治思想，推进法治政府建设，现将有关情况报告如下。

一、2024年推进法治政府建设的主要举措和成效

（一）健全制度机制。修订镇政府工作规则，完善决策程序。镇党委全年召开党委会议研究法治建设。

{}

（二）提升服务水平。优化便民服务中心布局，推行帮办代办，企业群众办事更加便利。

二、存在的不足和原因

一是执法力量不足。由于编制有限，专业人员招录困难，基层执法队伍年龄偏大。二是普法形式单一。由于创新意识不强，宣传多以发放资料为主，针对性不够。

三、党政主要负责人履行推进法治建设第一责任人职责情况

镇党委书记、镇长带头落实法治建设重大事项，听取法治工作汇报4次，部署法治政府建设工作2次。

四、2025年工作安排

一是充实执法力量。通过公开招考和内部调剂，配齐执法人员，解决执法力量不足的问题。二是创新普法形式。运用短视频、情景剧开展宣传，提升普法针对性。

云溪镇人民政府

2025年2月18日
"""
_LINE = _REPORT[: _REPORT.index("{}")].count("\n") + 1
"""Where the sentence stands."""
_APART = "‖"
"""Between the two halves of what is told in two themes."""
_LATER = "二、存在的不足和原因"


@dataclass(frozen=True)
class Told:
    """A sentence and what is told at its line. right: nothing should be."""

    kind: str
    said: str
    right: bool
    found: tuple[Diagnostic, ...]

    @property
    def hit(self) -> bool:
        """Whether a rule of the group that the kind belongs to tells of it."""
        return any(one.code.startswith(_GROUPS.get(self.kind, "FIG")) for one in self.found)

    @property
    def warned(self) -> list[Diagnostic]:
        """Without the hints."""
        return [one for one in self.found if one.severity is not Severity.INFO]

    @property
    def passed(self) -> bool:
        """Whether it is as it should be."""
        return not self.warned if self.right else self.hit


@cache
def _judge() -> api.Judge:
    return api.judge()


def told(path: Path) -> Iterator[Told]:
    """Every sentence of a batch, judged in a report of its own."""
    batch: dict[str, dict[str, list[Any]]] = yaml.safe_load(path.read_text(encoding="utf-8"))
    before = {(d.code, d.message) for d in _checked("")}
    for side in ("wrong", "right"):
        for kind, sentences in batch[side].items():
            for said in sentences:
                found = (d for d in _checked(str(said)) if d.place is not None and _here(str(said), d.place.line))
                new = [d for d in found if (d.code, d.message) not in before]
                yield Told(kind, str(said), side == "right", tuple(new))


def reports(path: Path) -> Iterator[Told]:
    """Whole reports: as they are, then with one place of each changed."""
    for one in yaml.safe_load(path.read_text(encoding="utf-8")):
        text = one["text"]
        clean = check_bytes(Path("报告.txt"), text.encode(), _judge()).diagnostics
        yield Told(one["name"], one["name"], True, clean)
        known = {(d.code, d.message) for d in clean}
        for kind, old, new in one["wrong"]:
            changed = text.replace(old, new, 1)
            if changed == text:
                raise ValueError(old)
            found = check_bytes(Path("报告.txt"), changed.encode(), _judge()).diagnostics
            yield Told(kind, f"{old} → {new}", False, tuple(d for d in found if (d.code, d.message) not in known))


def _here(said: str, line: int) -> bool:
    """Whether the sentence stands at this line; of a table or of two halves any new finding is theirs."""
    return line == _LINE or _APART in said or "|" in said


def _checked(said: str) -> tuple[Diagnostic, ...]:
    first, _, later = (half.strip() for half in said.partition(_APART))
    text = _REPORT.format(first)
    if later:
        text = text.replace(_LATER, f"（三）巩固工作成果。{later}\n\n{_LATER}")
    return check_bytes(Path("报告.md" if "|" in said else "报告.txt"), text.encode(), _judge()).diagnostics


def main() -> None:
    """A table for each file."""
    options = argparse.ArgumentParser(prog="python -m tests.eval.blind", description=__doc__)
    batches = sorted((*DATA.glob("blind-*.yml"), *DATA.glob("reports-*.yml")))
    options.add_argument("files", nargs="*", type=Path, default=batches)
    options.add_argument("--all", action="store_true", help="name every sentence that is missed")
    asked = options.parse_args()
    for path in asked.files:
        every = list((reports if path.name.startswith("reports") else told)(path))
        wrong = [one for one in every if not one.right]
        right = [one for one in every if one.right]
        sums, hit = Counter(one.kind for one in wrong), Counter(one.kind for one in wrong if one.passed)
        print(f"\n{path.name}\n\n| 错的种类 | 错 | 找到 |\n|---|---:|---:|")
        for kind in sums:
            print(f"| {kind} | {sums[kind]} | {hit[kind]} |")
        warned = sum(one.hit and bool(one.warned) for one in wrong)
        print(f"| 合计 | {len(wrong)} | {hit.total()}，其中提示以上 {warned} |")
        print(f"\n对的 {len(right)} 句，误报 {sum(not one.passed for one in right)} 句")
        for one in every:
            if asked.all and not one.passed:
                codes = " ".join(f"{d.code} {d.message}" for d in one.warned)
                print(f"{'误报' if one.right else '漏'} [{one.kind}] {one.said} {codes}")


if __name__ == "__main__":
    main()
