"""Which themes headings have: cases as data, and what context adds."""

from pathlib import Path

import pytest
import yaml
from annotate.outlines_of_drafts import words
from drafting import shipped

from generator.annotate.themes import themes

_CASES = yaml.safe_load((Path(__file__).parents[1] / "cases/annotate/themes.yml").read_text("utf-8"))


@pytest.mark.parametrize(("heading", "theme"), [pair for case in _CASES for pair in case.items()])
def test_a_heading_has_its_theme(heading: str, theme: str | list[str]) -> None:
    first = [theme] if isinstance(theme, str) else theme
    assert themes(heading, words())[:1] == (first[0],) or themes(heading, words())[:1] == (first[-1],)


def test_the_lexicon_knows_the_themes_of_the_genre() -> None:
    known = {theme.id for theme in shipped().schema.themes}
    assert {theme for told in words().themes.told.values() for theme, _ in told} == known


def test_headings_below_decide_where_a_heading_says_little() -> None:
    below = ("规范行政决策程序", "开展法治宣传教育")
    assert themes("夯实工作基础", words(), below)[:2] == ("decision", "publicity")


def test_headings_below_do_not_outvote_a_clear_heading() -> None:
    assert themes("健全依法决策机制", words(), ("推进政务公开", "优化营商环境"))[0] == "decision"


def test_the_text_is_asked_where_headings_say_nothing() -> None:
    assert themes("勇于争先", words()) == ()
    assert themes("勇于争先", words(), body="全年调解矛盾纠纷130起，排查隐患，化解信访积案。")[0] == "disputes"
