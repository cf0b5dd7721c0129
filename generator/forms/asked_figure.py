"""What a form asks of a figure: the number, last year's, all else that can be said of it; room for other figures."""

from collections.abc import Mapping

from generator.forms.index import units_of
from generator.forms.questions import Form, Question, count, joined, words_at
from generator.schema.model import Indicator, Path, Support
from generator.schema.suppliers import supplier

_PARTS = {
    "period": ("时段", "text", "如 五年来；空着就是全年"),
    "scope": ("范围", "text", "如 县本级、电话微信"),
    "part": ("其中", "choice", "是前一个数的一部分"),
    "sentence": ("句", "text", "自己写整句，句里有这个数"),
    "origin": ("来源", "text", "谁提供的，只进出处表，不印"),
}
"""What can be said of a figure beside its number: label, kind and hint of each."""


def figures(form: Form, indicator: Indicator, path: Path) -> Question:
    """The figure of an indicator: this year's and last year's, or more where more was said of it."""
    below = form.below.get(path, {})
    told = (step in _PARTS and words_at(form.found, (*path, str(step))) for step in below)
    if "documents" in below or any(isinstance(step, int) for step in below) or any(told):
        return entries(form, indicator, path)
    return _figure(form, indicator, path, indicator.label)


def entries(form: Form, indicator: Indicator, path: Path) -> Question:
    """A figure with each of its entries, the last one blank, and all that can be said of them."""
    plain = _figure(form, indicator, path, indicator.label)
    alone = not any(isinstance(step, int) for step in form.below.get(path, ()))
    number = 1 if alone else count(form, path)
    places = [path] if alone else [(*path, at) for at in range(number)]
    blocks = tuple(_entry(form, indicator, at) for at in (*places, (*path, number)))
    others = units_of(indicator)[1:]
    hint = f"单位也可以写 {'、'.join(others)}，连数一起写，如 4{others[0]}" if others else ""
    return Question(plain.address, plain.label, "figures", plain.words, unit=plain.unit,
                    hint="；".join(filter(None, (plain.hint, hint))), note=plain.note, entries=blocks)  # fmt: skip


def _figure(form: Form, indicator: Indicator, path: Path, label: str) -> Question:
    parts = (supplier(indicator, form.schema, form.level), support(indicator.support, form.level))
    note = "；".join(part for part in parts if part)
    words, last = (words_at(form.found, (*path, part)) for part in ("value", "last"))
    return Question(
        joined(path), label, "figure", words, unit=indicator.unit, last=last, hint=indicator.hint, note=note
    )


def _entry(form: Form, indicator: Indicator, path: Path) -> tuple[Question, ...]:
    plain = _figure(form, indicator, path, "本年")
    amount = Question(plain.address, plain.label, plain.kind, plain.words, unit=plain.unit, last=plain.last)
    more = (
        Question(
            joined((*path, part)), label, kind, words_at(form.found, (*path, part)), hint=hint,
            choices=("是", "否") if kind == "choice" else (),
        )
        for part, (label, kind, hint) in _PARTS.items()
    )  # fmt: skip
    return (amount, *more, _documents(form, (*path, "documents")))


def _documents(form: Form, path: Path) -> Question:
    """The documents that a figure counts, the last one blank."""
    lines = tuple(
        tuple(
            Question(joined((*path, n, part)), label, "text", words_at(form.found, (*path, n, part)))
            for part, label in (("name", "名称"), ("number", "文号"))
        )
        for n in range(count(form, path) + 1)
    )
    hint = "一行一份，名称不用写书名号；本年的数空着就按清单计"
    return Question(joined(path), "文件清单", "documents", hint=hint, entries=lines)


def data(form: Form, path: Path, label: str, hint: str, own: str) -> Question:
    """Any figures under a key: those that are entered, and room to look for others. own: the address of the words that
    a figure stands in which no form knows."""
    entered = (form.schema.indicators.get(str(id_)) for id_ in form.below.get(path, ()))
    asked = tuple((figures(form, one, (*path, one.id)),) for one in entered if one is not None)
    return Question(joined(path), label, "data", hint=hint, entries=asked, own=own)


def support(supports: Mapping[str, Support], level: str) -> str:
    seen = supports.get(level)
    return f"{seen.of} 份同级报告中 {seen.seen} 份写到" if seen is not None and seen.seen else ""
