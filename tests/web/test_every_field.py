"""Whatever a form may say has its field in the window: in the page, or one click behind what stands there."""

import re
from collections.abc import Iterator
from html import unescape
from typing import Any

from drafting import shipped
from web_forms import FORM

from generator.forms.asked import figure
from generator.forms.collection import search
from generator.forms.index import index_of
from generator.forms.questions import Question, joined
from generator.forms.shapes import Items, Keys, Leaf, Shape, Ticks, figure_of, shape_of
from generator.schema.model import Path, Schema
from generator.web.filling import _MOST_FOUND

SCHEMA = shipped().schema


def leaves(shape: Shape) -> Iterator[Path]:
    """Every place of a form that takes words, each list with its first item, a figure alone and with a second entry."""
    if isinstance(shape, Leaf):
        yield ()
    elif isinstance(shape, Ticks):
        yield from ((label,) for label in shape.labels)
    elif isinstance(shape, Items):
        counted = isinstance(shape.of, Keys) and shape.of.whole == "value"
        for rest in leaves(shape.of):
            yield from (rest, (1, *rest)) if counted else ((0, *rest),)
    else:
        yield from ((id_, *rest) for id_, below in shape.inner.items() for rest in leaves(below))


def elsewhere(path: Path, schema: Schema) -> bool:
    """A figure of one theme under another: the form takes it, but its field is that of its own theme."""
    at = path.index("data") if "data" in path else 0
    if not at or "points" in path or path[0] == "highlights":
        return False
    theme = path[1] if path[0] == "measures" else path[0]
    return schema.indicators[str(path[at + 1])].theme != theme


def asked(question: Question) -> Iterator[str]:
    """The addresses of a question's fields."""
    if question.kind == "figure":
        yield from (f"{question.address}/{part}" for part in ("value", "last"))
    elif not question.entries:
        yield question.address
    for row in question.entries:
        for one in row:
            yield from asked(one)


def test_every_place_of_the_form_that_takes_words_has_a_field(clerk: Any) -> None:
    page = unescape("".join(html for _, html, *_ in clerk.get(f"/form/{FORM}/fields").json["parts"]))
    here = set(re.findall(r'data-(?:address|words)="([^"]+)"', page))
    split = set(re.findall(r'data-split="([^"]+)"', page))
    picked = set(re.findall(r'data-data="([^"]+)"', page))
    places = [path for path in leaves(shape_of(index_of(SCHEMA))) if not elsewhere(path, SCHEMA)]
    assert len(places) > 60_000
    known: dict[str, set[str]] = {}
    lacking = []
    for path in places:
        address, of = joined(path), figure_of(path)
        if address in here:
            continue
        whole = of[: path.index("data") + 2] if "data" in path else of
        name, home = joined(whole), joined(whole[:-1])
        if name in split or (home in picked and found(str(whole[-1]))):
            if name not in known:
                question = figure(SCHEMA, {}, whole)
                known[name] = set(asked(question)) if question is not None else set()
            if address in known[name]:
                continue
        lacking.append(address)
    assert lacking == []


def found(id_: str, kept: dict[str, bool] = {}) -> bool:  # noqa: B006 - the answer does not change
    """Whether a search for the label of a figure shows it."""
    if id_ not in kept:
        shown = search(SCHEMA, SCHEMA.indicators[id_].label)[:_MOST_FOUND]
        kept[id_] = any(one.id == id_ for one in shown)
    return kept[id_]


def test_what_the_page_asks_for_is_a_place_of_the_form(clerk: Any) -> None:
    page = unescape("".join(html for _, html, *_ in clerk.get(f"/form/{FORM}/fields").json["parts"]))
    places = {re.sub(r"/\d+(?=/|$)", "/0", joined(path)) for path in leaves(shape_of(index_of(SCHEMA)))}
    asked_for = re.findall(r'data-(?:address|words)="([^"]+)"', page)
    assert [one for one in asked_for if re.sub(r"/\d+(?=/|$)", "/0", one) not in places] == []


def test_figures_are_found_by_a_word_of_them(clerk: Any) -> None:
    said = clerk.get(f"/form/{FORM}/indicators", query_string={"words": "听证会"}).json
    assert said["found"][0]["label"] == "听证会"
    assert said["found"][0]["theme"] == "重大决策"
    assert len(clerk.get(f"/form/{FORM}/indicators", query_string={"words": ""}).json["found"]) == _MOST_FOUND
    assert clerk.get(f"/form/{FORM}/indicators", query_string={"words": "<script>"}).json == {"found": [], "more": 0}
    assert clerk.get("/form/nothing.yml/indicators").status_code == 404
