"""What to write instead is said in the words of the place, where the rule can know them."""

import pytest
from checking import findings


@pytest.mark.parametrize(
    ("words", "code", "remedy"),
    [
        ("依据《实施意见》（青政发〔20247号）执行。", "PUN003", "文号写“〔2024〕7号”"),
        ("依据《实施意见》（青政发〔202411号）执行。", "PUN003", "文号写“〔2024〕11号”"),
        ("依据〔附表第3号执行。", "PUN003", "补上“〕”，或删去“〔”"),
    ],
)
def test_the_remedy_is_what_to_write(words: str, code: str, remedy: str) -> None:
    assert [d.hint for d in findings(words, [code])] == [remedy]
