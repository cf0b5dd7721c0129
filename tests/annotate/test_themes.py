"""Which themes headings have: cases as data, and what context adds."""

from dataclasses import replace
from pathlib import Path

import pytest
import yaml
from annotate.outlines_of_drafts import words
from drafting import shipped

from generator.annotate.themes import themes
from generator.annotate.themes_likeness import NOTHING, likeliest, likeness, said_for

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
    assert themes("勇于争先", words(), body=lambda: "全年调解矛盾纠纷130起，排查隐患，化解信访积案。")[0] == "disputes"


@pytest.mark.parametrize(
    ("heading", "theme"),
    [("物资储备充足，避险有序", "emergency"), ("邻里长短当场评理", "disputes"), ("电话微信随时咨询", "legal_services")],
)
def test_words_that_no_lexicon_holds_are_compared_with_the_templates_own_sentences(heading: str, theme: str) -> None:
    assert themes(heading, replace(words(), likeness=NOTHING, evidence={})) == ()
    assert themes(heading, words()) == (theme,)


@pytest.mark.parametrize("heading", ["基本情况", "一年来的做法", "乘势而上开新局", "勇于争先", "几点体会"])
def test_a_heading_that_says_nothing_is_like_no_theme(heading: str) -> None:
    assert likeliest(heading, words().likeness) == ("", 0.0)


def test_likeness_is_that_of_the_texts() -> None:
    known = likeness({"茶": ["采摘春茶，炒制新茶"] * 20, "鱼": ["鱼塘投苗，捕捞鲜鱼"] * 20})
    assert likeliest("采摘春茶炒制", known)[0] == "茶"
    assert said_for("捕捞鲜鱼", ("茶", "鱼", "山"), known)[1:] == [max(said_for("捕捞鲜鱼", ("茶", "鱼"), known)), 0.0]
    assert said_for("无一字相同", ("茶", "鱼"), known) == [0.0, 0.0]
    assert likeliest("采摘春茶", likeness({})) == ("", 0.0)
