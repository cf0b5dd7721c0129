"""Laws that a draft keeps, as assertions."""

import re
from collections.abc import Iterator, Sequence

from generator import resources
from generator.document.nodes import Document, Text
from generator.document.walk import stretches, texts
from generator.draft import Draft
from generator.schema.kinds.figure import show
from generator.schema.model import Figure, Profile

_DIGITS = re.compile("[0-9]+")
_STATUTORY = (
    "年度", "成文日期", "单位名称", "主送机关", "原因", "措施", "工作亮点", "本年度推进法治政府建设的主要举措和成效",
    "党政主要负责人听取汇报", "存在的不足及其原因", "下一年度的主要安排",
)  # fmt: skip
"""What a report must have, or the structure that the form chose: missing, it is a placeholder."""


def assert_numbers_have_sources(document: Document, profile: Profile) -> None:
    """Every run of digits is a value, reckoned from values, or a fixed number of the template's own text."""
    fixed = set(_DIGITS.findall("".join(resources.read_sources(resources.find_template()).values())))
    entered: dict[object, set[str]] = {}
    for path, value in profile.values.items():
        shown = (
            f"{show(value)}{value.sentence}{value.documents}{value.scope}{value.period}"
            if isinstance(value, Figure)
            else str(value)
        )
        digits = _DIGITS.findall(shown)
        entered.setdefault(profile.places.get(path), set()).update(digits, (d.lstrip("0") for d in digits))
        if isinstance(value, Figure) and value.last is not None:
            entered[profile.places.get(path)].update(_DIGITS.findall(show(value.last)))
    for text in (t for inlines in stretches(document.blocks) for t in texts(inlines)):
        for digits in _DIGITS.findall(text.words):
            source = text.source
            if source is None or source.kind in ("fixed", "tick", "gap"):
                assert digits in fixed, text
            elif source.kind == "value":
                assert source.place is not None
                assert digits in entered[source.place], (text, source)
            else:
                assert source.formula, text
                assert source.operands, text
                assert all(operand.place is not None for operand in source.operands), text


def assert_gaps_are_due(draft: Draft) -> None:
    """A placeholder is for what a report must have, or for the whole of an entered part."""
    for inlines in stretches(draft.document.blocks):
        runs = list(texts(inlines))
        for at, text in enumerate(runs):
            if text.source is None or text.source.kind != "gap":
                continue
            label = text.words.removeprefix("【待补充：").removesuffix("】")
            if label.startswith(_STATUTORY):
                continue
            assert ".数据." in text.source.path, text
            beside = [*_until_stop(runs[:at][::-1]), *_until_stop(runs[at + 1 :])]
            assert any(t.source is not None and t.source.kind == "value" for t in beside), (text, beside)


def _until_stop(runs: Sequence[Text]) -> Iterator[Text]:
    """The texts up to the end of the sentence."""
    for text in runs:
        if text.words.startswith("。"):
            return
        yield text
        if "。" in text.words:
            return
