"""The verbs, over paths: what the command line and the web page call.

A verb's module is imported when the verb is first used: `gen indicators` needs no writers.
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from generator.api.batching import Batched, batch
    from generator.api.blanks import blank_form, collection, guide, indicators, json_schema
    from generator.api.checking import (
        GROUPS,
        Checked,
        Judge,
        Settings,
        against_each_other,
        check,
        explain,
        finding,
        github,
        judge,
        judgeable,
        margin_page,
        text_findings,
        unread,
    )
    from generator.api.county import county_lines, one_a_unit, write_county
    from generator.api.doctor import Finding, examine
    from generator.api.drafting import Drafted, Prepared, Request, draft, prepare
    from generator.api.extracting import Extracted, extracted
    from generator.api.folders import check_template, observe_look
    from generator.api.genres import LearnedGenre, learn_genre
    from generator.api.inputs import content, load
    from generator.api.inspecting import as_plain, printed, quote
    from generator.api.learned import plot_schema, schema_page
    from generator.api.learning import Learned, Rewritten, learn, rewrite
    from generator.api.mending import Mended, mend, write_back
    from generator.api.reading import Understood, understand
    from generator.api.returns import RollCall, roll_call
    from generator.api.reviewing import review
    from generator.api.rolling import RolledUp, rollup
    from generator.api.summarising import summarised
    from generator.api.workbooks import Collected, collect, workbook

_HOMES = {
    "Batched": "batching",
    "batch": "batching",
    "blank_form": "blanks",
    "collection": "blanks",
    "guide": "blanks",
    "indicators": "blanks",
    "json_schema": "blanks",
    "GROUPS": "checking",
    "Checked": "checking",
    "Judge": "checking",
    "Settings": "checking",
    "against_each_other": "checking",
    "check": "checking",
    "explain": "checking",
    "finding": "checking",
    "github": "checking",
    "judge": "checking",
    "judgeable": "checking",
    "margin_page": "checking",
    "text_findings": "checking",
    "unread": "checking",
    "Mended": "mending",
    "county_lines": "county",
    "one_a_unit": "county",
    "mend": "mending",
    "write_back": "mending",
    "review": "reviewing",
    "write_county": "county",
    "Drafted": "drafting",
    "Prepared": "drafting",
    "Request": "drafting",
    "draft": "drafting",
    "prepare": "drafting",
    "Extracted": "extracting",
    "extracted": "extracting",
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
    "Finding": "doctor",
    "examine": "doctor",
    "as_plain": "inspecting",
    "printed": "inspecting",
    "quote": "inspecting",
    "Understood": "reading",
    "understand": "reading",
    "RollCall": "returns",
    "roll_call": "returns",
    "RolledUp": "rolling",
    "rollup": "rolling",
    "summarised": "summarising",
    "Collected": "workbooks",
    "collect": "workbooks",
    "workbook": "workbooks",
}

__all__ = [
    "GROUPS",
    "Batched",
    "Checked",
    "Collected",
    "Drafted",
    "Extracted",
    "Finding",
    "Judge",
    "Learned",
    "LearnedGenre",
    "Mended",
    "Prepared",
    "Request",
    "Rewritten",
    "RollCall",
    "RolledUp",
    "Settings",
    "Understood",
    "against_each_other",
    "as_plain",
    "batch",
    "blank_form",
    "check",
    "check_template",
    "collect",
    "collection",
    "content",
    "county_lines",
    "draft",
    "examine",
    "explain",
    "extracted",
    "finding",
    "github",
    "guide",
    "indicators",
    "json_schema",
    "judge",
    "judgeable",
    "learn",
    "learn_genre",
    "load",
    "margin_page",
    "mend",
    "observe_look",
    "one_a_unit",
    "plot_schema",
    "prepare",
    "printed",
    "quote",
    "review",
    "rewrite",
    "roll_call",
    "rollup",
    "schema_page",
    "summarised",
    "text_findings",
    "understand",
    "unread",
    "workbook",
    "write_back",
    "write_county",
]


def __getattr__(name: str) -> Any:
    if name not in _HOMES:
        raise AttributeError(name)
    return getattr(import_module(f"generator.api.{_HOMES[name]}"), name)
