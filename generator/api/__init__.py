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
    from generator.api.inputs import content, load
    from generator.api.inspecting import as_plain, quote
    from generator.api.reading import Understood, understand
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
    "content": "inputs",
    "load": "inputs",
    "as_plain": "inspecting",
    "quote": "inspecting",
    "Understood": "reading",
    "understand": "reading",
    "summarised": "summarising",
}

__all__ = [
    "Batched",
    "Drafted",
    "Prepared",
    "Request",
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
    "load",
    "observe_look",
    "prepare",
    "quote",
    "summarised",
    "understand",
]


def __getattr__(name: str) -> Any:
    if name not in _HOMES:
        raise AttributeError(name)
    return getattr(import_module(f"generator.api.{_HOMES[name]}"), name)
