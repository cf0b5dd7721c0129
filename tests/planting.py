"""One error of a known kind, planted in a clean draft."""

import re
from collections.abc import Callable, Iterator
from random import Random

from checking import rules
from complete_reports import complete
from drafting import drafted
from report_strategies import as_text

from generator.annotate.lines import lines
from generator.annotate.model import Section
from generator.check.page import Example, examples
from generator.check.subject import Subject, children, extent, first_responsible, parts

Plant = Callable[[str, Subject, Random], str]
"""The text of a clean draft, the draft judged, chance -> the text with the error."""

_ALONE = {"PUN007", "PUN008", "PUN009", "PUN010", "PUN016", "NUM004", "PRI011", "WRD030"}
"""Errors that need a paragraph of their own."""
_OTHERWISE = {"PUN001", "PUN011", "PUN013", "PUN018", "WRD029", "WRD032", "WRD033", "WRD034", "WRD047"}
"""Rules whose examples are whole reports: planted below, or not at all."""


def draft_text(seed: int, year: int = 2024) -> str:
    """A clean draft as lines of text."""
    made = drafted(as_text(complete(seed, year, "标准")))
    return "\n".join(line.text for line in lines(made.document))


def sentences() -> Iterator[tuple[str, Example]]:
    """Rules that a single sentence breaks, with such a sentence."""
    for code, rule in rules().items():
        whole = code.startswith(("STA", "FIG", "SIM", "LAY")) and code != "STA020"
        if rule.needs == ("annotation",) and not whole and code not in _OTHERWISE:
            yield from ((code, example) for example in examples(rule.page) if example.bad)


def with_sentence(text: str, code: str, sentence: str, draw: Random) -> str:
    """The text with the sentence at the end of one of its paragraphs, or as a paragraph after it."""
    rows = text.split("\n")
    at = draw.choice([number for number, row in enumerate(rows) if len(row) > 40 and row.endswith("。")])
    alone = code in _ALONE or "\n" in sentence
    rows[at] += ("\n" if alone else "") + sentence
    return "\n".join(rows)


def _without(text: str, of: Subject, sections: list[Section]) -> str:
    for begin, end in sorted((extent(of, section) for section in sections), reverse=True):
        text = text[:begin].rstrip("\n") + "\n" + text[end:].lstrip("\n")
    return text


def _role(role: str) -> Plant:
    return lambda text, of, draw: _without(text, of, parts(of, role))


def _fewer(role: str, most: int) -> Plant:
    return lambda text, of, draw: _without(text, of, [c for part in parts(of, role) for c in children(of, part)[most:]])


def _replaced(pattern: str, words: str) -> Plant:
    return lambda text, of, draw: re.sub(pattern, words, text)


def _title(pattern: str, words: str) -> Plant:
    def plant(text: str, of: Subject, draw: Random) -> str:
        title, _, rest = text.partition("\n")
        return re.sub(pattern, words, title) + "\n" + rest

    return plant


def _last_line(words: str) -> Plant:
    return lambda text, of, draw: text.rpartition("\n")[0] + "\n" + words


def _no_figures(text: str, of: Subject, draw: Random) -> str:
    section = draw.choice([c for part in parts(of, "measures") for c in children(of, part)])
    begin, end = extent(of, section)
    return text[:begin] + re.sub(r"\d+(?:\.\d+)?", "数", text[begin:end]) + text[end:]


def _bare_first(text: str, of: Subject, draw: Random) -> str:
    begin, end = extent(of, first_responsible(of)[0])
    head = text[begin:end].split("\n")[0]
    return f"{text[:begin]}{head}\n认真落实第一责任人职责，切实加强法治政府建设。{text[end:]}"


def _one_unanswered(text: str, of: Subject, draw: Random) -> str:
    return _without(text, of, [draw.choice([c for part in parts(of, "plans") for c in children(of, part)])])


def _in_plans(words: str) -> Plant:
    def plant(text: str, of: Subject, draw: Random) -> str:
        _, end = extent(of, parts(of, "plans")[0])
        end = text.rfind("。", 0, end) + 1
        return text[:end] + words + text[end:]

    return plant


def _empty_problem(text: str, of: Subject, draw: Random) -> str:
    _, end = extent(of, parts(of, "problems")[0])
    return f"{text[:end]}\n（九）其他方面\n工作还需进一步加强。{text[end:]}"


def _closed_heading(text: str, of: Subject, draw: Random) -> str:
    section = draw.choice([c for part in parts(of, "measures") for c in children(of, part)])
    end = text.find("\n", extent(of, section)[0])
    return f"{text[:end]}。{text[end:]}"


def _skipped(text: str, of: Subject, draw: Random) -> str:
    section = draw.choice([c for part in parts(of, "measures") for c in children(of, part)][1:])
    begin, _ = extent(of, section)
    return f"{text[:begin]}（十九）{text[begin + len(section.marker) :]}"


STRUCTURAL: dict[str, Plant] = {
    "STA001": lambda text, of, draw: _without(text, of, [*parts(of, "measures"), *parts(of, "highlights")]),
    "STA002": _fewer("measures", 2),
    "STA003": _no_figures,
    "STA004": _role("problems"),
    "STA005": _fewer("problems", 1),
    "STA006": _replaced("[。，]?(?:主要)?原因(?:在于|是)[^。]*。", "。"),
    "STA007": _role("first_responsible"),
    "STA008": _bare_first,
    "STA009": _role("plans"),
    "STA010": _fewer("plans", 2),
    "STA011": _one_unanswered,
    "STA012": _replaced("(?m)(?<=^五、)2025年", "下一步"),
    "STA013": _in_plans("案卷评查已完成。"),
    "STA014": _last_line("2024年11月23日"),
    "STA015": _last_line("2025年4月20日"),
    "STA016": lambda text, of, draw: f"发布日期：2025-05-{draw.randint(10, 30)}\n{text}",
    "STA017": _title("关于2024年度", "关于"),
    "STA018": _title("情况的报告", "情况报告"),
    "STA019": lambda text, of, draw: "\n".join([*text.split("\n")[:-2], "赤水县丹霞镇人民政府", text.split("\n")[-1]]),
    "STA021": _empty_problem,
    "STA022": lambda text, of, draw: "\n".join(text.split("\n")[:-2]),
    "STA023": _replaced("(?m)(?<=^五、)2025年", "2024年"),
    "STA024": lambda text, of, draw: with_sentence(text, "", "另有3处因汛期停工，顺延到2024年4月底前改正。", draw),
    "WRD029": _replaced("习近平法治思想", "法治理论"),
    "WRD032": _replaced("二十届二中、三中全会", "二十届二中全会"),
    "WRD033": _in_plans("深入实施《法治政府建设实施纲要（2020—2024年）》。"),
    "WRD034": lambda text, of, draw: with_sentence(text, "", "深入实施“七五”普法规划。", draw),
    "WRD047": lambda text, of, draw: with_sentence(text, "", "由我乡司法所审核文件3件。", draw),
    "PUN011": _closed_heading,
    "PUN013": _skipped,
    "PUN018": _title("关于2024年度", "关于2024年度，"),
}
"""Errors that are no sentence: code of the rule that must find it -> how it is planted."""
