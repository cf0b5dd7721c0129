"""Laws of the check: any report is judged without a bug of ours; a fix removes what it fixes, once and for all."""

import tempfile
from functools import cache
from pathlib import Path

from checking import judged, rules
from hypothesis import given, settings
from hypothesis import strategies as st

from generator import api
from generator.check.engine import run
from generator.check.mending import fixes_of, spliced
from generator.check.page import examples
from generator.errors import UnreadableInput

_SIGNS = list("，。；：、！？（）()“”\"'《》〈〉〔〕【】[]{}·—-~%×*. \t一二三十百万是1234567890年月日号某余约")
_WORDS = ["一、", "（二）", "3.", "一是", "二是", "2024年", "20242025年", "今年以来", "第一责任人", "存在的不足",
          "下一步工作", "主要举措", "截止目前", "全会", "二十届三中", "报告", "县人民政府"]  # fmt: skip


@cache
def _examples() -> list[str]:
    return [example.text for rule in rules().values() for example in examples(rule.page)]


def texts() -> st.SearchStrategy[str]:
    """Pieces of reports, broken in every way."""
    piece = st.one_of(
        st.sampled_from(_SIGNS), st.sampled_from(_WORDS), st.sampled_from(_examples()), st.text(max_size=8)
    )
    line = st.lists(piece, min_size=1, max_size=12).map("".join)
    return st.lists(line, min_size=1, max_size=8).map("\n".join)


@given(
    texts(), st.sampled_from([0, 1, 2022, 2024, 2025, 9998]), st.sampled_from(["", "2025年2月28日", "2025年13月99日"])
)
@settings(deadline=None)
def test_any_text_is_judged_without_a_bug(text: str, year: int, written: str) -> None:
    of = judged(text.replace("\r", " "), year, written)
    chosen = [rule for rule in rules().values() if rule.needs == ("annotation",)]
    found = run(of, chosen)
    assert [d.message for d in found if d.code == "BUG001"] == []
    for one in found:
        if one.place is not None:
            assert 0 <= one.place.start <= one.place.end <= len(of.text)


@given(texts())
@settings(deadline=None)
def test_a_fix_removes_what_it_fixes(text: str) -> None:
    chosen = [rule for rule in rules().values() if rule.needs == ("annotation",)]
    text = "\n".join(row for row in text.splitlines() if row.strip())
    for _ in range(12):
        fixes = fixes_of(run(judged(text, 2024), chosen))
        if not fixes:
            break
        text = "\n".join(row for row in spliced(judged(text, 2024).text, fixes).split("\n") if row.strip())
    else:
        raise AssertionError(f"never done: {text!r}")


@given(st.binary(max_size=400), st.sampled_from([".txt", ".md", ".html", ".docx", ".pdf", ".yml"]))
@settings(deadline=None)
def test_any_bytes_are_judged_or_refused_in_words(data: bytes, suffix: str) -> None:
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / f"report{suffix}"
        file.write_bytes(data)
        try:
            checked = api.check(file, api.judge())
        except UnreadableInput:
            return
        assert [d.message for d in checked.diagnostics if d.code == "BUG001"] == []
