"""What a form asks of a theme: ticks, figures, words of one's own, points."""

from collections.abc import Mapping, Sequence
from itertools import compress

from generator.forms.questions import Form, Group, Part, Question, count, joined, listing, words_at
from generator.schema.model import Indicator, Path, Support, Theme
from generator.schema.words import filled, pick

_TICKS = 6
"""Ticks of a theme that are shown at once."""
_PARTS = {
    "period": ("时段", "text", "如 五年来；空着就是全年"),
    "scope": ("范围", "text", "如 县本级、电话微信"),
    "part": ("其中", "choice", "是前一个数的一部分"),
    "sentence": ("句", "text", "自己写整句，句里有这个数"),
    "origin": ("来源", "text", "谁提供的，只进出处表，不印"),
}
"""What can be said of a figure beside its number: label, kind and hint of each."""


def theme_part(form: Form, theme: Theme, path: Path, label: str, own: tuple[Question, ...], above: str) -> Part:
    """A theme's part of the form. own: questions of a section that is this theme; above: the section it stands in."""
    ticks = [_tick(form, path, m.label, m.sentences) for m in form.schema.measures if m.theme == theme.id]
    asked: list[Question] = []
    rest: list[Question] = []
    for indicator in form.schema.indicators.values():
        at = (*path, "data", indicator.id)
        entered = at in form.below
        if entered or (indicator.theme == theme.id and form.level in indicator.levels):
            asked.append(figures(form, indicator, at))
        elif indicator.theme == theme.id:
            rest.append(figures(form, indicator, at))
    shown = [number < _TICKS or t.on for number, t in enumerate(ticks)]
    hidden = [not here for here in shown]
    heading, extra = (words_at(form.found, (*path, name)) for name in ("heading", "extra"))
    words = [
        Question(joined((*path, "heading")), "标题", "text", heading, hint="可空，空着按模板取"),
        Question(joined((*path, "other")), "其他数据", "list", hint="一行一句，如 办结人大代表议案3件",
                 items=listing(form, (*path, "other"))),
        Question(joined((*path, "extra")), "补充", "prose", extra, hint="照原样印的话，可空"),
    ]  # fmt: skip
    if reference := words_at(form.found, (*path, "reference")):
        words.append(Question(joined((*path, "reference")), "上年参考", "prose", reference, hint="只供对照，不印"))
    ticked, counted = sum(q.on for q in ticks), sum(bool(q.words) for q in asked)
    opened = bool(own) and not (ticked or counted)
    groups = (
        *((Group("", own),) if own else ()),
        Group("举措", tuple(compress(ticks, shown)), tuple(compress(ticks, hidden))),
        Group("数据", tuple(asked), tuple(rest)),
        Group("自己的话", tuple(words)),
        _points(form, path),
    )
    support = _support(theme.support, form.level)
    return Part("-".join(map(str, path)), label, groups, "", support, opened, above, ticked, counted)


def _points(form: Form, path: Path) -> Group:
    at = (*path, "points")
    blocks = tuple(
        (
            Question(joined((*at, n, "title")), "要点标题", "text", words_at(form.found, (*at, n, "title"))),
            Question(joined((*at, n, "content")), "要点内容", "prose", words_at(form.found, (*at, n, "content"))),
        )
        for n in range(count(form, at) + 1)
    )
    return Group("要点", blocks[-1], (), blocks[:-1], joined(at))


def _tick(form: Form, path: Path, label: str, sentences: Sequence[str]) -> Question:
    at = (*path, "ticks", label)
    printed = filled(pick(form.variant, sentences, label), form.words)
    return Question(joined(at), label, "tick", words_at(form.found, at), at in form.found, printed=printed)


def figures(form: Form, indicator: Indicator, path: Path) -> Question:
    """The figure of an indicator: this year's and last year's, or more where more was said of it."""
    below = form.below.get(path, {})
    if any(isinstance(step, int) or (step in _PARTS and words_at(form.found, (*path, str(step)))) for step in below):
        return entries(form, indicator, path)
    return _figure(form, indicator, path, indicator.label)


def entries(form: Form, indicator: Indicator, path: Path) -> Question:
    """A figure with each of its entries, the last one blank, and all that can be said of them."""
    plain = _figure(form, indicator, path, indicator.label)
    alone = not any(isinstance(step, int) for step in form.below.get(path, ()))
    number = 1 if alone else count(form, path)
    places = [path] if alone else [(*path, at) for at in range(number)]
    blocks = tuple(_entry(form, indicator, at) for at in (*places, (*path, number)))
    return Question(plain.address, plain.label, "figures", plain.words, unit=plain.unit, hint=plain.hint,
                    note=plain.note, entries=blocks)  # fmt: skip


def _figure(form: Form, indicator: Indicator, path: Path, label: str) -> Question:
    note = "；".join(part for part in (indicator.supplier, _support(indicator.support, form.level)) if part)
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
    return (amount, *more)


def _support(support: Mapping[str, Support], level: str) -> str:
    seen = support.get(level)
    return f"{seen.of} 份同级报告中 {seen.seen} 份写到" if seen is not None and seen.seen else ""
