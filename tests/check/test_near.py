"""Where rules look for an expression beside figures: nowhere else does it match."""

import re
from collections.abc import Iterator
from importlib import import_module
from pkgutil import iter_modules

import pytest
from checking import judged
from planting import draft_text

from generator.check.near import followed_by, led_by, rows_with
from generator.check.rules import fig
from generator.check.stated import sentences
from generator.check.subject import Subject

_SAID = """\
一是规范执法。全年办理行政处罚案件64件，其中简易程序41件、普通程序23件，罚款8.6万元，案件数较上年的80件下降20%，办结率100%。
共收到12件，其中重大3件（已全部办结），每村2名、平均每场40人，其余9件正在办理。执法人员32名，持证30名，占93.8%。
"""


def _expressions() -> Iterator[tuple[str, "re.Pattern[str]"]]:
    for module in iter_modules(fig.__path__, fig.__name__ + "."):
        for name, value in vars(import_module(module.name)).items():
            if isinstance(value, re.Pattern):
                yield f"{module.name}.{name}", value


@pytest.fixture(scope="module")
def reports() -> list[Subject]:
    return [judged(_SAID), *(judged(draft_text(seed)) for seed in range(4))]


def test_no_match_of_any_expression_of_the_rules_is_left_out(reports: list[Subject]) -> None:
    matched = 0
    for of in reports:
        for name, pattern in _expressions():
            led, followed, rows = led_by(of, pattern), followed_by(of, pattern), rows_with(of, pattern)
            for row in sentences(of):
                words = of.folded[row[0].at - len(row[0].lead) : row[-1].end + len(row[-1].tail)]
                if pattern.search(words):
                    assert row in rows, (name, words)
                for one in row:
                    if pattern.search(one.lead):
                        matched += 1
                        assert one.at in led, (name, one.lead)
                    if pattern.search(one.tail):
                        assert one.at in followed, (name, one.tail)
    assert matched > 1000


def test_figures_without_the_words_are_left_out() -> None:
    of = judged(_SAID)
    said = {one.said: one.at for row in sentences(of) for one in row}
    assert led_by(of, re.compile("其余|较上年")) == {said["80件"], said["9件"]}
    assert followed_by(of, re.compile("[(]已")) == {said["3件"]}
    assert followed_by(of, re.compile("正在办理")) == {said["9件"]}
    assert [row[0].said for row in rows_with(of, re.compile("占.{0,4}$"))] == ["32名"]
    assert not led_by(of, re.compile("复议"))
    assert not rows_with(of, re.compile("复议"))


def test_one_of_several_expressions_is_enough() -> None:
    of = judged(_SAID)
    both = led_by(of, re.compile("其余"), re.compile("较上年"))
    assert both == led_by(of, re.compile("其余")) | led_by(of, re.compile("较上年"))
    assert len(both) == 2


def test_what_need_not_hold_any_word_is_looked_for_everywhere() -> None:
    of = judged(_SAID)
    assert led_by(of, re.compile("[^,]*$")) >= {one.at for row in sentences(of) for one in row}
    assert list(rows_with(of, re.compile("[^,]*$"))) == list(sentences(of))


def test_the_end_of_a_line_in_an_expression_may_be_the_end_of_a_lead() -> None:
    """No line of the text ends so, but what stands before the figure does."""
    of = judged(_SAID)
    figure = next(one for row in sentences(of) for one in row if one.own.endswith("普通程序"))
    assert figure.at in led_by(of, re.compile("(?m)普通程序$"))
