"""Plans of themes: they say what Jinja would, for whatever form; what they cannot say is left to Jinja."""

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
import yaml
from drafting import SHIPPED_PROFILES, drafted, paragraphs, shipped, shipped_profile, small, small_form
from forms_strategies import profiles
from hypothesis import given

from generator.compose import Template
from generator.document.nodes import Text
from generator.document.walk import stretches, texts
from generator.draft import Draft
from generator.schema.model import Profile

CASES = yaml.safe_load((Path(__file__).parent.parent / "cases" / "clauses.yml").read_text("utf-8"))


def unplanned(template: Template) -> Template:
    return replace(template, plans={})


def told(draft: Draft) -> tuple[Any, ...]:
    """A draft with the sources of its words, which documents do not compare."""
    words: list[Text] = [text for inlines in stretches(draft.document.blocks) for text in texts(inlines)]
    return draft, [(text.words, text.source) for text in words]


def same(form: str | dict[str, Any] | Profile, template: Template) -> None:
    assert told(drafted(form, template)) == told(drafted(form, unplanned(template)))


def test_every_shipped_theme_has_a_plan() -> None:
    assert shipped().plans.keys() == shipped().named.keys() == {theme.id for theme in shipped().schema.themes}


@given(profiles(shipped().schema))
def test_a_plan_says_what_jinja_would(profile: Profile) -> None:
    same(profile, shipped())


@pytest.mark.parametrize("name", SHIPPED_PROFILES)
@pytest.mark.parametrize("variant", range(1, 6))
def test_the_plans_of_shipped_forms_say_what_jinja_would(name: str, variant: int) -> None:
    same(shipped_profile(name, variant), shipped())


@pytest.mark.parametrize("case", [pytest.param(case, id=case["name"]) for case in CASES])
def test_clauses_come_out_alike_with_and_without_a_plan(case: dict[str, Any]) -> None:
    template = small(case["text"], case["indicators"])
    same(small_form({"数据": case["data"]} if case["data"] else {"标题": "只有标题"}), template)


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("{% if 年度 %}{{ d.甲 }}。{% endif %}", "1件。"),
        ("[[甲{{ d.甲.数 }}]]。", "甲1件。"),
        ("{{ '有' ~ d.甲 }}。", "有1件。"),
        ("{{ 年度 }}年[[甲{{ d.甲 }}]]。", "2024年甲1件。"),
        ("另有{{ 其余('点') }}", "另有全年甲1件，乙2件。"),
        ("{{ 措辞('甲[[{{ 乙 }}]]。') }}", None),
        ("| 甲 | {{ d.甲 }} |", None),
        ("[[甲{{ d.甲 }}。", None),
    ],
)
def test_what_a_plan_cannot_say_is_left_to_jinja(text: str, says: str | None) -> None:
    template = small(text, {"甲": {}, "乙": {}})
    assert not template.plans
    if says:
        assert paragraphs(drafted(small_form({"数据": {"甲": 1, "乙": 2}}), template).document)[0] == says


def test_words_beside_a_theme_go_on_in_its_paragraph() -> None:
    theme = "[[甲{{ d.甲 }}]]。\n\n[[乙{{ d.乙 }}]]。"
    beside = {"sections/theme.md.j2": "前。{{ 主题.正文 }}后。"}
    for template in (made := small(theme, {"甲": {}, "乙": {}}, files=beside), unplanned(made)):
        said = paragraphs(drafted(small_form({"数据": {"甲": 1, "乙": 2}}), template).document)
        assert said == ["前。甲1件。", "乙2件。后。"]
