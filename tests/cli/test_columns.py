"""Terminal text is laid out by display width."""

from hypothesis import given
from hypothesis import strategies as st

from generator.cli.columns import table, wrap
from generator.report_lines import width

WORDS = st.text(st.sampled_from("执法人员，。、（）“”ab1-, "), max_size=120)


@given(WORDS, st.integers(20, 80))
def test_wrapping_loses_no_character_and_keeps_to_the_width(text: str, columns: int) -> None:
    lines = list(wrap(text, columns))
    assert "".join(lines).replace(" ", "") == text.replace(" ", "")
    longest_word = max((width(word) for word in text.split()), default=0)
    # Closing punctuation may hang over the edge rather than begin a line.
    run = max((len(line) - len(line.rstrip("，。、；：）”？")) for line in lines), default=0)
    assert all(width(line) <= max(columns, longest_word) + 2 * run for line in lines)


@given(st.lists(st.tuples(st.text("甲乙ab", min_size=1, max_size=8), WORDS), min_size=1, max_size=5))
def test_second_columns_begin_at_one_place(rows: list[tuple[str, str]]) -> None:
    column = max(width(name) for name, _ in rows) + 4
    for line in table(rows):
        before = line[: next((at for at in range(len(line)) if width(line[:at]) == column), len(line))]
        assert width(before) <= column or not line.strip()
