"""Figures in words: number, unit and qualifier, several with their scopes, the change on last year."""

from collections.abc import Sequence
from decimal import ROUND_DOWN, ROUND_HALF_UP, Decimal

from generator.document.nodes import Source, Text
from generator.schema.kinds.figure import number_with_unit, show
from generator.schema.model import Figure

Sourced = tuple[Figure, Source]


def whole(figures: Sequence[Sourced]) -> tuple[Text, ...]:
    """Every figure of one indicator: the first, then 其中 its parts, then those of other scopes."""
    first, origin = figures[0]
    if len(figures) == 1 and first.last is None and not first.documents:
        return (Text(number_with_unit(first), origin),)
    out: list[Text] = []
    for at, (figure, source) in enumerate(figures):
        if at:
            out.append(Text(_joint(figures[at - 1][0], figure)))
            if where := figure.period + figure.scope:
                out.append(Text(where, source))
        out += single(figure, source)
        out += change(figure, source)
    return tuple(out)


def _joint(before: Figure, figure: Figure) -> str:
    """What stands between two figures; 、 only joins what is told alike, else a figure of five years would
    read as a part of this year's."""
    if figure.part:
        return "、" if before.part else "，其中"
    return "，" if before.part or before.period != figure.period else "、"


def single(figure: Figure, source: Source) -> list[Text]:
    """One figure with its unit, and the documents that it counts."""
    out = [Text(show(figure), source)]
    for at, (name, number) in enumerate(figure.documents):
        title = name if name.startswith("《") else f"《{name}》"
        out += [Text("、" if at else "，即"), Text(title + (f"（{number}）" if number else ""), source)]
    return out


def lead(figures: Sequence[Sourced]) -> tuple[Text, ...]:
    """Period and scope of the first figure, which stand in front of its clause."""
    figure, source = figures[0]
    where = figure.period + figure.scope
    return (Text(where, source),) if where else ()


def change(figure: Figure, source: Source) -> list[Text]:
    """，较上年减少16件、下降80% — computed, with its formula; [] where it cannot be reckoned exactly."""
    last = figure.last
    if last is None or not figure.exact or not last.exact:
        return []
    before = Source("value", source.path + ".上年", source.place)
    now, then = figure.amount, last.amount
    difference = now - then
    if difference == 0:
        return [Text("，与上年持平", Source("formula", source.path, source.place, "本年 = 上年", (source, before)))]
    delta = Source("formula", source.path, source.place, "本年 − 上年", (source, before))
    if figure.unit == "%":
        verb = "提高" if difference > 0 else "下降"
        return [Text(f"，较上年{verb}{plain(abs(difference))}个百分点", delta)]
    verb = "增加" if difference > 0 else "减少"
    out = [Text(f"，较上年{verb}{plain(abs(difference) / _scale(figure))}{figure.scale}{figure.unit}", delta)]
    if now and then:
        share = Source("formula", source.path, source.place, "（本年 − 上年）÷ 上年", (source, before))
        verb = "增长" if difference > 0 else "下降"
        out.append(Text(f"、{verb}{percent(abs(difference), then, 1)}%", share))
    return out


def _scale(figure: Figure) -> Decimal:
    return figure.amount / Decimal(figure.text) if Decimal(figure.text) else Decimal(1)


def percent(part: Decimal, of: Decimal, places: int) -> str:
    """`part` in percent of `of`, rounded half up to `places`, zeros at the end dropped.

    What is less than the whole is never rounded up to 100 (GB/T 15835 use: no 100% while a part is missing).
    """
    exact = part * 100 / of
    step = Decimal(1).scaleb(-places)
    rounded = exact.quantize(step, ROUND_HALF_UP)
    if rounded == 100 and part < of:
        rounded = exact.quantize(max(step, Decimal("0.1")) if places else Decimal("0.1"), ROUND_DOWN)
    return plain(rounded)


def plain(number: Decimal) -> str:
    """The digits without exponent and without zeros at the end of the fraction."""
    text = format(number, "f")
    return text.rstrip("0").rstrip(".") if "." in text else text
