"""A template folder made ready: schema, compiled templates and formulas, as bytes that a cache can keep."""

import pickle
from collections.abc import Mapping

from generator.compose import formulas
from generator.compose.entries import names_of
from generator.compose.formulas import Formula
from generator.compose.plan import Plan
from generator.compose.running import Templates
from generator.errors import BrokenTemplate
from generator.look import Look
from generator.records import record, shared
from generator.schema.model import Indicator, Schema


@record
class Template:
    """A genre ready to compose with. named: theme -> labels that its template places itself; formulas:
    indicator id -> formula; labels: label, alias or id -> indicator; names: id -> the form's
    word for it; relations: what the schema's
    constraints, in their order, relate: operator, left and right side, and the indicators there; plans: theme -> plan,
    where its template allows one; operands: indicator id -> indicators that its formula needs; reckoned: indicators
    that anything is reckoned from; rates: those that are shares."""

    schema: Schema
    templates: Templates
    named: Mapping[str, frozenset[str]]
    formulas: Mapping[str, Formula]
    labels: Mapping[str, Indicator]
    names: Mapping[str, str]
    relations: tuple[tuple[str, Formula, Formula, frozenset[str]], ...]
    looks: Mapping[str, Look]
    """By variant; "" is the one that the folder prefers."""
    plans: Mapping[str, Plan]
    operands: Mapping[str, frozenset[str]]
    reckoned: frozenset[str]
    rates: frozenset[str]


def compile_folder(sources: Mapping[str, str]) -> bytes:
    """The folder's files (relative name -> text) as bytes for `load`.

    Raises BrokenTemplate naming file and line of what does not hold together.
    """
    from generator.compose import catalog, grammar, planning
    from generator.compose.translation import translated
    from generator.schema import codec

    templates = grammar.trees(sources)
    code = translated(templates)
    used = catalog.read(templates)
    schema = codec.from_sources(sources, used.measures)
    labels = {i.label: i.id for i in schema.indicators.values()}
    trees = {i.id: formulas.parse(i.formula) for i in schema.indicators.values() if i.formula}
    operands = {i: frozenset(formulas.operands(tree)) for i, tree in trees.items()}
    related = [formulas.relation(c.expression) for c in schema.constraints]
    relations = tuple((*r, frozenset([*formulas.operands(r[1]), *formulas.operands(r[2])])) for r in related)
    sides = ((c.id, r[3]) for c, r in zip(schema.constraints, relations, strict=True))
    for name, needed in [*operands.items(), *sides]:
        unknown = sorted(needed - schema.indicators.keys())
        if unknown:
            raise BrokenTemplate(f"{name} 的算式用了不存在的指标 {unknown[0]}", "在 indicators.yml 里补上或改正")
    named = {theme: tuple(u.label for u in uses if u.label in labels) for theme, uses in used.uses.items()}
    names = {n: i.id for i in schema.indicators.values() for n in (i.id, *i.aliases)} | labels
    plans = {t: p for t in named if (p := planning.plan(templates[f"themes/{t}.md.j2"], names))}
    kept = (schema, code, named, trees, relations, _looks(sources), plans, operands)
    return pickle.dumps(shared(kept), protocol=5)


def _looks(sources: Mapping[str, str]) -> dict[str, Look]:
    """The looks of what genres share and of this one."""
    from generator.look_codec import decode, variants

    texts = [sources[name] for name in ("_shared/look.yml", "look.yml") if name in sources]
    found = variants(texts)
    names = ["", *found] if found else []
    return {name: decode(texts, name) for name in names}


def load(data: bytes) -> Template:
    """The template that `compile_folder` made; `data` must come from there (code is run)."""
    kept = pickle.loads(data)  # noqa: S301 - kept under our own lock
    schema: Schema = kept[0]
    _, code, named, trees, relations, looks, plans, operands = kept
    labels: dict[str, Indicator] = {}
    for indicator in schema.indicators.values():
        labels.update(dict.fromkeys((indicator.id, *indicator.aliases), indicator))
        labels[indicator.label] = indicator
    denominators = [i.denominator for i in schema.indicators.values() if i.denominator]
    return Template(
        schema,
        Templates(code),
        {theme: frozenset(names) for theme, names in named.items()},
        trees,
        labels,
        names_of(schema),
        relations,
        looks,
        plans,
        operands,
        frozenset().union(*operands.values(), *[r[3] for r in relations], denominators),
        frozenset([i.id for i in schema.indicators.values() if i.kind == "rate"]),
    )
