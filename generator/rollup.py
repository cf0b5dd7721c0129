"""Many units' figures become the upper level's: sums where adding is right, rates from summed parts, nothing averaged.

How an indicator adds up is declared in indicators.yml (`rollup`): sum counts and money, ratio by its formula over the
sums, max the same thing reported by several, none what no reckoning gives.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from decimal import Decimal

from generator.compose import formulas
from generator.compose.entries import gather, names_of
from generator.compose.figures import percent, plain
from generator.diagnostics import Diagnostic, Severity
from generator.records import record
from generator.schema.kinds.figure import show
from generator.schema.model import Figure, Indicator, Path, Profile, Schema

_WHOLE = ("余", "多", "超", "逾", "以上")
"""Qualifiers that say “at least”: a sum with one of them is 余."""


@record
class Unit:
    """A unit's form. name: as it is called in comments."""

    name: str
    profile: Profile


@record
class Part:
    """What one unit gives for an indicator. line: of its form, 0 if unknown."""

    unit: str
    figure: Figure
    file: str
    line: int


@record
class Total:
    """An indicator for all units together. figure: None where no reckoning gives it; parts: what it was made of, in the
    order of the units; spoken: how many units it speaks for; missing: the others; how: in words for the user."""

    indicator: str
    figure: Figure | None
    parts: tuple[Part, ...]
    spoken: int
    missing: tuple[str, ...]
    how: str


def totals(units: Sequence[Unit], schema: Schema) -> tuple[Total, ...]:
    """Every indicator that any unit gives, in the order of the dictionary."""
    given: dict[str, list[Part]] = {}
    for unit in units:
        for indicator, part in _parts(unit, schema):
            given.setdefault(indicator, []).append(part)
    added = {
        name: _added(schema.indicators[name], parts, units) for name, parts in given.items()
        if schema.indicators[name].rollup != "ratio"
    }  # fmt: skip
    sums = {
        name: total.figure.amount
        for name, total in added.items()
        if total.figure is not None and total.figure.exact and schema.indicators[name].rollup == "sum"
    }
    covered = {name: {part.unit for part in total.parts} for name, total in added.items()}
    labels = {name: indicator.label for name, indicator in schema.indicators.items()}
    for rate in schema.indicators.values():
        total = _rate(rate, given.get(rate.id, []), sums, covered, units, labels) if rate.rollup == "ratio" else None
        if total is not None:
            added[rate.id] = total
    return tuple(added[name] for name in schema.indicators if name in added)


def _parts(unit: Unit, schema: Schema) -> Iterator[tuple[str, Part]]:
    """A unit's figures for the whole unit and year, one for each indicator."""
    entries = gather(unit.profile, schema, names_of(schema))
    seen: set[str] = set()
    for by_id in entries.figures.values():
        for indicator, entered in by_id.items():
            for figure, source in entered:
                if indicator not in seen and not (figure.scope or figure.period or figure.part):
                    seen.add(indicator)
                    place = source.place
                    yield indicator, Part(unit.name, figure, place.file if place else "", place.line if place else 0)


def _added(indicator: Indicator, parts: Sequence[Part], units: Sequence[Unit]) -> Total:
    there = {part.unit for part in parts}
    missing = tuple(unit.name for unit in units if unit.name not in there)
    figure: Figure | None
    if indicator.rollup == "none" and len(units) > 1:
        figure, how = None, "不能由各单位的数得出，请填本级的数"
    elif len(parts) == 1:
        figure, how = _bare(parts[0].figure), "合计"
    elif indicator.rollup == "max":
        figure, how = _figure(indicator, max(part.figure.amount for part in parts), parts), "取最大的"
    else:
        amount = sum((part.figure.amount for part in parts), Decimal(0))
        figure, how = _figure(indicator, amount, parts, _last(indicator, parts)), "合计"
    return Total(indicator.id, figure, tuple(parts), len(there), missing, how)


def _bare(figure: Figure) -> Figure:
    """The number alone: a sentence, documents and a supplier are its own unit's."""
    last = figure.last if figure.last is not None and figure.last.exact else None
    return Figure(figure.text, figure.unit, figure.scale, figure.qualifier, last=last)


def _last(indicator: Indicator, parts: Sequence[Part]) -> Figure | None:
    """Last year's sum, only where every unit that counts this year gives it."""
    last = [part.figure.last for part in parts]
    if not all(figure is not None and figure.exact for figure in last):
        return None
    return Figure(plain(sum((f.amount for f in last if f), Decimal(0))), indicator.unit)


def _figure(indicator: Indicator, amount: Decimal, parts: Sequence[Part], last: Figure | None = None) -> Figure:
    qualifiers = {part.figure.qualifier for part in parts} - {""}
    qualifier = "" if not qualifiers else "余" if qualifiers.issubset(_WHOLE) else "约"
    units = {part.figure.unit for part in parts}
    unit = units.pop() if len(units) == 1 else indicator.unit
    if last is not None:
        last = Figure(last.text, unit)
    return Figure(plain(amount), unit, "", qualifier, last=last)


def _rate(
    indicator: Indicator,
    given: Sequence[Part],
    sums: Mapping[str, Decimal],
    covered: Mapping[str, set[str]],
    units: Sequence[Unit],
    labels: Mapping[str, str],
) -> Total | None:
    """A rate from the sums of its parts, where these come from the same units; a single unit's rate as it is."""
    there = {part.unit for part in given}
    missing = tuple(unit.name for unit in units if unit.name not in there)
    if len(units) == 1:
        return Total(indicator.id, _bare(given[0].figure), tuple(given), len(there), missing, "合计") if given else None
    formula = formulas.parse(indicator.formula) if indicator.formula else None
    needed = formulas.operands(formula) if formula else []
    exact = formulas.value(formula, sums) if formula and all(name in sums for name in needed) else None
    bases = [covered[name] for name in needed if name in covered]
    same = bool(bases) and all(base == bases[0] for base in bases)
    if formula is not None and exact is not None and same and bases[0] >= there and exact <= 1:
        said = formulas.words(formula, {name: f"{labels[name]}{plain(sums[name])}" for name in needed})
        figure = Figure(percent(exact, Decimal(1), indicator.round), indicator.unit, origin=said)
        without = tuple(unit.name for unit in units if unit.name not in bases[0])
        return Total(indicator.id, figure, tuple(given), len(bases[0]), without, f"由合计数重算（{said}）")
    if not given:
        return None
    how = "率不能相加或平均；补齐各单位的分子、分母后可重算"
    return Total(indicator.id, None, tuple(given), len(there), missing, how)


def values_of(found: Iterable[Total], schema: Schema) -> tuple[dict[Path, Figure], dict[Path, str]]:
    """The totals as values of a form of the upper level, and what is to be noted behind each.

    A figure's 来源 names each unit's part with file and line, so that the trace of a draft leads there.
    """
    homes = {section.theme: section.id for section in schema.sections if section.shape == "theme"}
    themes = next((section.id for section in schema.sections if section.shape == "themes"), "measures")
    values: dict[Path, Figure] = {}
    notes: dict[Path, str] = {}
    order = {theme.id: at for at, theme in enumerate(schema.themes)}
    for total in sorted(found, key=lambda t: order.get(schema.indicators[t.indicator].theme, len(order))):
        if total.figure is None:
            continue
        indicator = schema.indicators[total.indicator]
        home: Path = (homes[indicator.theme],) if indicator.theme in homes else (themes, indicator.theme)
        path = (*home, "data", indicator.id, 0)
        figure = total.figure
        values[path] = Figure(
            figure.text,
            figure.unit,
            figure.scale,
            figure.qualifier,
            last=figure.last,
            origin=figure.origin or _origin(total),
        )
        notes[path] = f"{total.how}，{_counted(total)}"
    return values, notes


def _origin(total: Total) -> str:
    return "；".join(f"{part.unit}{show(part.figure)}（{part.file}:{part.line}）" for part in total.parts)


def _counted(total: Total) -> str:
    said = f"{total.spoken} 个单位"
    if total.missing:
        said += f"；缺 {len(total.missing)} 个：{'、'.join(total.missing)}"
    return said


def conflicts(found: Iterable[Total], own: Profile, schema: Schema) -> Iterator[Diagnostic]:
    """Where the upper level's own form says otherwise than its units together."""
    entries = gather(own, schema, names_of(schema))
    for total in found:
        entered = entries.known.get(total.indicator)
        if total.figure is None or entered is None or not total.figure.exact:
            continue
        figure, source = entered
        if figure.amount != total.figure.amount:
            label = schema.indicators[total.indicator].label
            message = f"“{label}”填的是{show(figure)}，{total.spoken} 个单位{total.how}是{show(total.figure)}"
            hint = "核对口径；本级另有的数写明“范围”，只由下级合计的删去这一行"
            yield Diagnostic("ROL001", source.place, message, hint, Severity.WARNING)


def unsummed(found: Iterable[Total], own: Profile, schema: Schema) -> Iterator[Diagnostic]:
    """What the units give, no reckoning yields and the upper level has not filled in itself."""
    given = {path[-2] for path, value in own.values.items() if isinstance(value, Figure)}
    for total in found:
        if total.figure is None and total.indicator not in given:
            label = schema.indicators[total.indicator].label
            message = f"“{label}”有 {len(total.parts)} 个单位填了，没有汇总：{total.how}"
            yield Diagnostic("ROL002", None, message, "", Severity.INFO)


def table(units: Sequence[Unit], found: Sequence[Total], schema: Schema) -> tuple[list[str], list[list[str | Decimal]]]:
    """Header and rows: an indicator a row, a unit a column, the total last."""
    names = [unit.name for unit in units]
    header = ["主题", "指标", "单位", *names, "合计", "说明"]
    labels = {theme.id: theme.label for theme in schema.themes}
    rows: list[list[str | Decimal]] = []
    for total in found:
        indicator = schema.indicators[total.indicator]
        by_unit = {part.unit: part.figure for part in total.parts}
        cells = [_cell(by_unit.get(name)) for name in names]
        start = [labels.get(indicator.theme, indicator.theme), indicator.label, indicator.unit]
        rows.append([*start, *cells, _cell(total.figure), total.how])
    return header, rows


def _cell(figure: Figure | None) -> str | Decimal:
    if figure is None:
        return ""
    return figure.amount if figure.exact else show(figure)
