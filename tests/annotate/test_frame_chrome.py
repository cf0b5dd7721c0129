"""What a web page adds is told from a line of the report that begins with the same word."""

import pytest
from checking import words

from generator.annotate.frame_chrome import is_chrome


@pytest.mark.parametrize("line", ["来源:县司法局", "审核:张某 责任编辑:李某", "发布日期:2025-01-22", "浏览次数:123"])
def test_what_a_page_adds_is_known(line: str) -> None:
    assert is_chrome(line, words().chrome)


@pytest.mark.parametrize(
    "line", ["来源:局机关办理116件;8个所办理152件,平均每所19件。", "审核:局法规股审核行政处罚案件222件。"]
)
def test_a_labelled_sentence_is_of_the_report(line: str) -> None:
    assert not is_chrome(line, words().chrome)
