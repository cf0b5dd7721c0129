"""Which reports say what was learned, and where in them."""

import difflib
from collections.abc import Iterable, Iterator, Mapping

from generator.errors import UsageError
from generator.learn.facts import Fact
from generator.records import record
from generator.schema.model import Schema

_ITEMS = ("wordings", "phrases", "salutations", "transitions", "dates", "chains", "candidates")
"""Steps of a path before words that reports share."""


@record
class Item:
    """Something learned that can be asked about.

    label: what users call it; paths: the beginnings of the paths that count it; words: asked for by wording.
    """

    label: str
    paths: tuple[tuple[str, ...], ...] = ()
    words: str = ""


@record
class Evidence:
    """A place that shows an item. report: the file or the outline's id; line: 0 if unknown; words: as printed."""

    report: str
    line: int
    words: str


def item_of(asked: str, schema: Schema) -> Item:
    """What `asked` means: a part, a theme or an indicator by label, alias or id, else words of a heading."""
    return _named(schema).get(asked) or Item(f"“{asked}”", words=asked)


def shown(facts: Iterable[Fact], item: Item, report: str) -> Iterator[Evidence]:
    """The places of one report that count for `item`, each once."""
    told: set[tuple[int, str]] = set()
    for fact in facts:
        if fact.words and _counts(fact.path, item) and (fact.line, fact.words) not in told:
            told.add((fact.line, fact.words))
            yield Evidence(report, fact.line, fact.words)


def unknown(asked: str, schema: Schema) -> UsageError:
    """What to raise where no report shows what was asked for."""
    close = difflib.get_close_matches(asked, list(_named(schema)), 3, 0.5)
    hint = f"是不是“{'”“'.join(close)}”？" if close else "可以写部分、主题、指标的名称，或标题里的几个字"
    return UsageError(f"这些报告里没有“{asked}”的依据", hint)


def _named(schema: Schema) -> Mapping[str, Item]:
    found: dict[str, Item] = {}
    for indicator in schema.indicators.values():
        item = Item(f"数据“{indicator.label}”", (("indicators", indicator.id, "support"),))
        found.update(dict.fromkeys((*indicator.aliases, indicator.id, indicator.label), item))
    for theme in schema.themes:
        counted = ("support", "phrases", "shown")
        item = Item(f"主题“{theme.label}”", tuple(("themes", theme.id, each) for each in counted))
        found.update(dict.fromkeys((*theme.aliases, theme.id, theme.label), item))
    for section in schema.sections:
        if section.role:
            paths = (("sections", section.role, "wordings"), ("sections", section.role, "support"))
            item = Item(f"部分“{section.label}”", paths)
            found.update(dict.fromkeys((section.role, section.label), item))
    return found


def _counts(path: tuple[str, ...], item: Item) -> bool:
    if item.words:
        return len(path) > 1 and path[-2] in _ITEMS and item.words in path[-1]
    return any(path[: len(start)] == start for start in item.paths)
