"""What a form asks of a theme: ticks, figures, words of one's own, points."""

from collections.abc import Sequence
from itertools import compress

from generator.forms.asked_figure import data, figures, support
from generator.forms.questions import Form, Group, Part, Question, count, joined, listing, words_at
from generator.schema.model import Path, Theme
from generator.schema.words import filled, pick

_TICKS = 6
"""Ticks of a theme that are shown at once."""


def theme_part(
    form: Form, theme: Theme, path: Path, label: str, own: tuple[Question, ...], above: str, rare: bool = False
) -> Part:
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
    heading, extra, last = (words_at(form.found, (*path, name)) for name in ("heading", "extra", "reference"))
    words = [
        Question(joined((*path, "heading")), "标题", "text", heading, hint="可空，空着按模板取"),
        Question(joined((*path, "other")), "其他数据", "list", hint="一行一句，如 办结人大代表议案3件",
                 items=listing(form, (*path, "other"))),
        Question(joined((*path, "extra")), "补充", "prose", extra, hint="照原样印的话，可空"),
        Question(joined((*path, "reference")), "上年参考", "prose", last, hint="去年怎么写的，只供对照，不印"),
    ]  # fmt: skip
    ticked, counted = sum(q.on for q in ticks), sum(bool(q.words) for q in asked)
    opened = bool(own) and not (ticked or counted)
    groups = (
        *((Group("", own),) if own else ()),
        Group("举措", tuple(compress(ticks, shown)), tuple(compress(ticks, hidden))),
        Group("数据", tuple(asked), tuple(rest)),
        Group("自己的话", tuple(words)),
        _points(form, path),
    )
    seen = support(theme.support, form.level)
    return Part("-".join(map(str, path)), label, groups, "", seen, opened, above, ticked, counted, rare)


def _points(form: Form, path: Path) -> Group:
    at = (*path, "points")
    blocks = tuple(
        (
            Question(joined((*at, n, "title")), "要点标题", "text", words_at(form.found, (*at, n, "title"))),
            Question(joined((*at, n, "content")), "要点内容", "prose", words_at(form.found, (*at, n, "content"))),
            data(form, (*at, n, "data"), "要点数据", "这一个要点里说的数，可空", joined((*at, n, "content"))),
        )
        for n in range(count(form, at) + 1)
    )
    return Group("要点", blocks[-1], (), blocks[:-1], joined(at))


def _tick(form: Form, path: Path, label: str, sentences: Sequence[str]) -> Question:
    at = (*path, "ticks", label)
    printed = filled(pick(form.variant, sentences, label), form.words)
    return Question(joined(at), label, "tick", words_at(form.found, at), at in form.found, printed=printed)
