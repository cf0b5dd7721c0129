"""Outline records as reports show them, whole or cut off."""

from typing import Any

from hypothesis import strategies as st

LEVELS = {"township": "乡镇", "county": "县"}
LABELS = ["乡镇", "县"]

_ROLES = ["measures", "problems", "plans"]
_THEMES = ["leadership", "decision", "enforcement"]
_WORDS = ["主要举措和成效", "2024年主要举措", "加强领导,夯实基础", "规范执法", ""]


@st.composite
def records(draw: st.DrawFn) -> dict[str, Any]:
    """A record; the level `city` is none that the schema knows."""
    record: dict[str, Any] = {
        "level": draw(st.sampled_from(["township", "county", "city"])),
        "year": draw(st.sampled_from([None, 2023, 2024])),
        "headings": draw(st.lists(_heading(), max_size=8)),
        "truncated": draw(st.booleans()),
    }
    if draw(st.booleans()):
        said = draw(st.booleans())
        record["opening"] = {"has_salutation": said, "salutation": "县人民政府：" if said else None}
        record["opening"] |= {"has_transition": True, "transition_cue": "现将有关情况报告如下："}
    if not record["truncated"] and draw(st.booleans()):
        record["closing"] = {"signature": draw(st.sampled_from(["", "县人民政府"])), "date": "2025年1月9日"}
        record["characters"] = {"report": draw(st.integers(0, 9000)), "measures": draw(st.integers(0, 9000))}
        record["figures"] = draw(st.lists(_figure(), max_size=5))
        themes = draw(st.lists(st.sampled_from(_THEMES), unique=True))
        record["told"] = [{"theme": t, "line": n, "quote": t, "part": n} for n, t in enumerate(themes)]
    return record


@st.composite
def _heading(draw: st.DrawFn) -> dict[str, Any]:
    level = draw(st.integers(1, 3))
    marker = draw(st.sampled_from(["一、", "（一）", "(二)", "一是", "1.", ""]))
    named = {"role": draw(st.sampled_from(_ROLES))} if level == 1 else {}
    if level == 2:
        named = {"theme": draw(st.sampled_from([_THEMES[0], _THEMES[1:], None]))}
    return {"level": level, "marker": marker, "text": draw(st.sampled_from(_WORDS)), "line": 3, **named}


@st.composite
def _figure(draw: st.DrawFn) -> dict[str, Any]:
    return {
        "indicator": draw(st.sampled_from(["mediation_cases", "lawyers", None])),
        "label": draw(st.sampled_from(["调解矛盾纠纷", "律师"])),
        "unit": draw(st.sampled_from(["件", "名"])),
        "amount": str(draw(st.integers(0, 10**6))),
        "whole": draw(st.booleans()),
        "line": 5,
        "quote": "调解矛盾纠纷1件",
    }
