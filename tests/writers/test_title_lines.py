"""Where titles are cut."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.writers.title_lines import LINE_CHARS, display_width, title_lines


@pytest.mark.parametrize(
    "lines",
    [
        "德化县葛坑镇人民政府／关于2024年度法治政府建设情况的报告",
        "中共甲县委员会、甲县人民政府／关于2024年度贯彻落实《法治政府建设／实施纲要（2021—2025年）》情况的报告",
        "武定县2025年法治政府建设情况报告",
        "中共法库县委员会、法库县人民政府／关于2023年度法治政府建设情况的报告",
        "平邑县仲村镇人民政府／2022年度法治政府建设情况报告",
        "滨海县农业农村局关于2024年度／推进法治政府建设工作情况的报告",
    ],
)
def test_titles_are_cut_at_word_boundaries(lines: str) -> None:
    assert "／".join(title_lines(lines.replace("／", ""))) == lines


UNITS = st.builds(
    "{}{}{}".format,
    st.sampled_from(["", "福建省", "新疆维吾尔自治区", "天津市滨海新区"]),
    st.sampled_from(["德化县", "和静县", "大理市", "巴林左旗"]),
    st.sampled_from(["人民政府", "葛坑镇人民政府", "城关街道办事处", "人力资源和社会保障局", "巴音布鲁克镇人民政府"]),
)
TITLES = st.builds(
    "{}{}法治政府建设{}".format,
    UNITS,
    st.sampled_from(["关于2024年度", "2024年度", "2024年", "关于2024年"]),
    st.sampled_from(["情况的报告", "情况报告", "工作情况的报告", "年度报告", "工作总结"]),
)


@given(TITLES)
def test_lines_of_real_titles_fit_keep_words_whole_and_make_no_hourglass(title: str) -> None:
    lines = title_lines(title)
    assert "".join(lines) == title
    widths = [display_width(line) for line in lines]
    assert max(widths) <= LINE_CHARS
    assert min(widths) >= 4
    steps = [b - a for a, b in pairwise(widths)]
    assert not any(a < 0 < b for a, b in pairwise(steps))
    for word in ("法治政府", "人民政府", "办事处", "情况的报告", "2024年"):
        assert title.count(word) == sum(line.count(word) for line in lines)
    assert not any(line[0] in "的和与、年" for line in lines[1:])


@given(st.text(max_size=120))
def test_any_words_are_kept(title: str) -> None:
    assert "".join(title_lines(title)) == title
