"""The verbs, over paths: what the command line and the web page call.

A verb's module is imported when the verb is first used: `gen indicators` needs no writers.
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from generator.api.batching import Batched, batch
    from generator.api.blanks import blank_form, collection, guide, indicators, json_schema
    from generator.api.drafting import Drafted, Prepared, Request, draft, prepare
    from generator.api.folders import check_template, observe_look
    from generator.api.genres import LearnedGenre, learn_genre
    from generator.api.inputs import content, load
    from generator.api.inspecting import as_plain, quote
    from generator.api.learned import plot_schema, schema_page
    from generator.api.learning import Learned, Rewritten, learn, rewrite
    from generator.api.reading import Understood, understand
    from generator.api.rolling import RolledUp, rollup
    from generator.api.summarising import summarised

_HOMES = {
    "Batched": "batching",
    "batch": "batching",
    "blank_form": "blanks",
    "collection": "blanks",
    "guide": "blanks",
    "indicators": "blanks",
    "json_schema": "blanks",
    "Drafted": "drafting",
    "Prepared": "drafting",
    "Request": "drafting",
    "draft": "drafting",
    "prepare": "drafting",
    "check_template": "folders",
    "observe_look": "folders",
    "LearnedGenre": "genres",
    "learn_genre": "genres",
    "plot_schema": "learned",
    "schema_page": "learned",
    "Learned": "learning",
    "Rewritten": "learning",
    "learn": "learning",
    "rewrite": "learning",
    "content": "inputs",
    "load": "inputs",
    "as_plain": "inspecting",
    "quote": "inspecting",
    "Understood": "reading",
    "understand": "reading",
    "RolledUp": "rolling",
    "rollup": "rolling",
    "summarised": "summarising",
}

__all__ = [
    "Batched",
    "Drafted",
    "Learned",
    "LearnedGenre",
    "Prepared",
    "Request",
    "Rewritten",
    "RolledUp",
    "Understood",
    "as_plain",
    "batch",
    "blank_form",
    "check_template",
    "collection",
    "content",
    "draft",
    "guide",
    "indicators",
    "json_schema",
    "learn",
    "learn_genre",
    "load",
    "observe_look",
    "plot_schema",
    "prepare",
    "quote",
    "rewrite",
    "rollup",
    "schema_page",
    "summarised",
    "understand",
]


def __getattr__(name: str) -> Any:
    if name not in _HOMES:
        raise AttributeError(name)
    return getattr(import_module(f"generator.api.{_HOMES[name]}"), name)
