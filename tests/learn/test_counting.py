"""generator.learn: counts add up, a cut hides nothing and proves nothing, the same bytes every run."""

import os
import random
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from generator.errors import UnreadableInput
from generator.learn.__main__ import learned, main
from generator.learn.count import Counts, count
from generator.learn.induce import induce
from generator.learn.outlines import read, style, wording
from generator.learn.plain import lines

ROOT = Path(__file__).resolve().parents[2]
FULL = ROOT / "examples" / "outlines" / "full-reports.jsonl"
CORPUS = Path(os.environ.get("GEN_CORPUS") or ROOT.parent / "shared" / "corpus")

headings = st.builds(
    lambda level, marker, text, role, theme: {
        "level": level,
        "marker": marker,
        "text": text,
        **({"role": role} if level == 1 else {"theme": theme}),
    },
    st.integers(1, 3),
    st.sampled_from(["一、", "（一）", "(二)", "一是", "1.", ""]),
    st.sampled_from(["主要举措和成效", "2024年主要举措", "加强领导,夯实基础", ""]),
    st.sampled_from(["measures", "problems", "plans"]),
    st.sampled_from(["leadership", ["decision", "rulemaking"], "enforcement"]),
)
outlines = st.builds(
    lambda level, heads, truncated: {"level": level, "headings": heads, "truncated": truncated},
    st.sampled_from(["township", "county", "city"]),
    st.lists(headings, max_size=8),
    st.booleans(),
)


@given(st.lists(outlines, max_size=8), st.randoms(use_true_random=False))
def test_counts_of_two_heaps_add_up_in_any_order(reports: list[Any], dice: random.Random) -> None:
    shuffled = dice.sample(reports, len(reports))
    cut = dice.randint(0, len(reports))
    assert count(shuffled[:cut]) + count(shuffled[cut:]) == count(reports)
    assert induce(count(shuffled)) == induce(count(reports))


@given(st.lists(outlines, max_size=8))
def test_a_truncated_report_says_nothing_about_presence(reports: list[Any]) -> None:
    cut = count({**report, "truncated": True} for report in reports)
    assert not [
        key for key in cut if "support" in key or "position" in key or key[0] in ("full", "sequences")
    ]


@given(st.lists(outlines, min_size=1, max_size=8))
def test_seen_never_exceeds_of_and_one_report_makes_no_standard(reports: list[Any]) -> None:
    schema = induce(count(reports))
    for kind in ("sections", "themes"):
        for name, found in schema[kind].items():
            support = found.get("support", {})
            assert all(seen <= of for seen, of in support.values())
            if support.get("全部", [0, 0])[0] < 2:
                assert name not in schema["standard"][kind]
            assert all(seen > 1 for seen, _ in found.get("wordings", {}).values())


words = st.text(st.characters(codec="utf-8", exclude_categories=("C", "Z")), max_size=8)
plain = st.recursive(
    st.integers() | words | st.lists(st.integers(), max_size=2),
    lambda inner: st.dictionaries(words, inner, max_size=4),
    max_leaves=12,
)


@given(st.dictionaries(words, plain, max_size=4))
def test_plain_data_comes_back_from_its_yaml(data: dict[str, Any]) -> None:
    text = "\n".join(lines(data)) or "{}"
    assert yaml.safe_load(text) == data


@pytest.mark.parametrize(
    ("marker", "expected"),
    [
        ("(三)", "（一）"),
        ("十二、", "一、"),
        ("二是", "一是"),
        ("12.", "1."),
        ("3、", "1、"),
        ("2", ""),
        ("", ""),
    ],
)
def test_a_marker_is_known_whatever_its_ordinal(marker: str, expected: str) -> None:
    assert style(marker) == expected


def test_a_heading_is_restored_to_print() -> None:
    assert wording("2025年度推进法治建设,提质(试行)。") == "{年度}年度推进法治建设，提质（试行）"


def test_a_line_that_is_no_outline_is_named(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / "a.jsonl"
    file.write_text('{"level": "county", "headings": []}\n不是\n', encoding="utf-8")
    with pytest.raises(UnreadableInput):
        list(read(file))
    assert main([str(file)]) == 3
    assert "a.jsonl:2" in capsys.readouterr().err


def test_the_five_full_reports_all_tell_problems_and_plans() -> None:
    schema = induce(count(read(FULL)))
    assert schema["sections"]["problems"]["support"]["全部"] == [5, 5]
    assert schema["sections"]["highlights"]["support"] == {"全部": [1, 5], "乡镇": [0, 2], "县": [1, 3]}
    assert schema["indicators"]["mediation_cases"]["support"]["乡镇"] == [1, 2]
    assert "highlights" not in schema["standard"]["sections"]
    assert Counts(count(read(FULL)))[("full", "全部")] == 5


@pytest.mark.corpus
def test_the_shipped_schema_is_what_the_corpus_teaches() -> None:
    if not CORPUS.is_dir():
        pytest.skip("the real reports are not here (GEN_CORPUS)")
    shipped = (ROOT / "templates" / "rule-of-law" / "schema.yml").read_text(encoding="utf-8")
    assert learned([CORPUS / "outlines.jsonl", FULL]) == shipped
