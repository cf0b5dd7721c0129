"""Law 11: `extract(draft(p))` gives back p's values from the visible text alone.

Two things are held. The draft of what was extracted prints the same lines, for the shipped forms and for random
ones. And each value of p that is printed comes back at its path. Where several forms print one text, each that
keeps every value is a right answer, the one with the likeliest indicator and the fewest fields before others; so a text
cannot tell:

- What is not printed: 变体 comes back as the least number that chooses the same words, 结构 as one that puts the parts
  in the same order, 上级 where only 县委、县政府 is said as the last character of its name, 对应问题 not at all, nor
  a value that equals what is printed without it (a rate that its formula yields, a usual heading).
- 0, where a sentence says it in words (未发生…): it is 0 in the usual unit, and not said of what is part of it.
- Last year's figure is told by the change on it: the same amount, in this year's unit. 附表 tells it as it was entered.
- Period and scope stand together in the text: they are compared as the words they make.
- A figure in the clerk's own words (句) does not say which indicator it is, nor its time: its number and words come
  back, by the words at a likely indicator, else at one that is printed in the same place and counted so.
- Nor does a figure that leans on such words (…、送评案卷4件) where the template has it behind several.
- Words of the clerk's own do not say whether they were a heading or a sentence where a part has but one point, nor
  where one step, phrase or paragraph ends and the next begins: their sentences are compared.
- A theme of which nothing but the clerk's own words is printed has no name: it may come back under another one.
"""

import json
import re
from collections import Counter
from decimal import Decimal
from pathlib import Path as File
from typing import Any

import pytest
import yaml
from drafting import SHIPPED_PROFILES, drafted, profile_of, shipped, shipped_profile
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from report_strategies import as_text, hard_words, reports
from visible import extracted

from generator.annotate.lines import lines
from generator.diagnostics import Severity
from generator.draft import Draft
from generator.extract import Extraction
from generator.forms.read import read
from generator.forms.write import form_text
from generator.schema.model import Figure, Path, Profile, Value

some = settings(max_examples=max(10, settings().max_examples // 5), suppress_health_check=list(HealthCheck))
CASES = yaml.safe_load((File(__file__).parents[1] / "cases" / "coming_back.yml").read_text("utf-8"))
_FREE = {"points", "extra", "other", "content", "title", "steps", "shows", "cause", "problem"}


def few_words(kind: str) -> st.SearchStrategy[str]:
    """Words that are the same in many places, so that nothing but the place tells what they are."""
    return st.sampled_from(["完成山川河流", "完成村庄院落"])


def printed(draft: Draft) -> list[str]:
    return [line.text for line in lines(draft.document)]


def clauses(said: list[str]) -> Counter[str]:
    """The clauses of a text, without numbers of headings and without 全年, 全镇 before them."""
    found: Counter[str] = Counter()
    for line in said:
        bare = re.sub("(^|。)(?:（?[一二三四五六七八九十]+(?:、|）|是)|\\d+\\.(?!\\d))", r"\1", line)
        pieces = re.split("[，。、；]", bare)
        found.update(re.sub("^全(?:年|镇|乡|县|区|市|旗|局|委|街道)", "", piece) for piece in pieces)
    del found[""]
    return found


def worded(profile: Profile) -> Counter[tuple[Decimal, str]]:
    """Numbers and words of the figures that are told in the clerk's own."""
    figures = (value for value in profile.values.values() if isinstance(value, Figure))
    return Counter((value.amount, value.sentence) for value in figures if value.sentence)


def comparable(path: Path, value: Value) -> Any:
    """What of a value a text can tell."""
    if not isinstance(value, Figure):
        return value
    zero = not value.text.strip("0.")
    last = value.last.amount if value.last and value.exact and value.last.exact else None
    unit = "" if zero else value.unit
    return value.amount, value.qualifier, unit, value.period + value.scope, value.part, last, value.documents


def told(profile: Profile, unknown: set[str]) -> dict[Path, Any]:
    """The values that a text must give back, by path; unknown: themes that have no name in it."""
    found = {}
    for path, value in profile.values.items():
        if path[0] in ("report", "unit", "appendix", "checks") or path[-1] == "answers" or _FREE & set(map(str, path)):
            continue
        if isinstance(value, Figure) and (value.not_applicable or value.sentence):
            continue
        if path[-1] != "heading" and not (len(path) > 1 and path[1] in unknown):
            found[path] = comparable(path, value)
    return found


def nameless(profile: Profile) -> set[str]:
    """Themes whose own template prints nothing of them."""
    named = {str(p[1]) for p, v in profile.values.items() if p[0] == "measures" and "points" not in p and _tells(p, v)}
    return {str(path[1]) for path in profile.values if path[0] == "measures"} - named


def _tells(path: Path, value: Value) -> bool:
    if isinstance(value, Figure):
        own = shipped().schema.indicators[str(path[-2])].theme == path[1]
        return own and not value.not_applicable and not value.sentence
    return "ticks" in path


def assert_values_come_back(profile: Profile, got: Extraction) -> None:
    back = {path: comparable(path, value) for path, value in {**got.profile.values, **got.derived}.items()}
    figures = {path: value for path, value in profile.values.items() if isinstance(value, Figure)}
    worded_in = {path[:-2] for path, value in figures.items() if value.sentence}
    spoken_zeros = {path for path, value in figures.items() if value.exact and not value.text.strip("0.")}
    for path, value in told(profile, nameless(profile)).items():
        if path in spoken_zeros and path not in back:
            continue
        elsewhere = [got for at, got in back.items() if at[:-2] == path[:-2] and at not in profile.values]
        assert back.get(path) == value or (path[:-2] in worded_in and value in elsewhere), path


@pytest.mark.parametrize("name", SHIPPED_PROFILES)
def test_a_shipped_form_comes_back_from_its_draft(name: str) -> None:
    profile = shipped_profile(name)
    draft = drafted(profile)
    got = extracted(draft.document)
    assert got.drafted
    assert_values_come_back(profile, got)
    again = printed(drafted(got.profile))
    assert again == printed(draft)
    assert worded(profile) <= worded(got.profile)


@pytest.mark.parametrize("name", ["wuding-2025", "faku-2023", "gekeng-2024"])
@pytest.mark.parametrize("variant", [1, 2, 3, 50])
def test_the_draft_of_what_was_read_reads_the_same_in_any_variant(name: str, variant: int) -> None:
    draft = drafted(shipped_profile(name, variant))
    assert printed(drafted(extracted(draft.document).profile)) == printed(draft)


@pytest.mark.parametrize("form", [pytest.param(case["form"], id=case["name"]) for case in CASES])
def test_a_form_of_the_same_words_comes_back_from_its_draft(form: dict[str, Any]) -> None:
    unit = {"名称": "青石县云岭镇人民政府", "层级": "乡镇", "上级": "青石县"}
    assert_comes_back(profile_of(as_text({**form, "报告": {"年度": 2024, **form.get("报告", {})}, "单位": unit})))


@pytest.mark.parametrize("behind", [{}, {"补充": "完成村庄院落"}], ids=["alone", "before a paragraph"])
@pytest.mark.parametrize("measures", [[], ["应诉准备"]], ids=["nothing else", "measures"])
def test_the_same_phrase_of_two_themes_under_one_heading_comes_back_in_each(
    measures: list[str], behind: dict[str, str]
) -> None:
    first = {"举措": ["常态排查"], "其他数据": ["完成山川河流"]}
    second = {"举措": measures, "其他数据": ["完成山川河流", "完成山川河流"], **behind}
    form = {"报告": {"年度": 2024, "提纲": ["矛盾纠纷+监督"]}, "主要举措": {"矛盾纠纷": first, "监督": second}}
    profile = profile_of(json.dumps(form, ensure_ascii=False))
    got = extracted(drafted(profile).document).profile
    assert {path: value for path, value in got.values.items() if path[0] == "measures"} == {
        path: value for path, value in profile.values.items() if path[0] == "measures"
    }


@some
@given(reports())
def test_a_random_form_comes_back_from_its_draft(data: dict[str, Any]) -> None:
    assert_comes_back(profile_of(as_text(data)))


@some
@given(reports(few_words))
def test_a_random_form_of_the_same_words_everywhere_comes_back_from_its_draft(data: dict[str, Any]) -> None:
    assert_comes_back(profile_of(as_text(data)))


def assert_comes_back(profile: Profile) -> None:
    draft = drafted(profile)
    got = extracted(draft.document)
    assert printed(drafted(got.profile)) == printed(draft)
    assert_values_come_back(profile, got)


@some
@given(reports(), st.integers(1, 97))
def test_no_words_of_a_draft_are_lost(data: dict[str, Any], variant: int) -> None:
    draft = drafted(profile_of(as_text(data)))
    said = {piece for piece in clauses(printed(draft)) if "待补充" not in piece}
    assert said <= set(clauses(printed(drafted(extracted(draft.document).profile))))


@some
@given(reports(hard_words))
def test_whatever_the_words_the_form_that_was_read_reads_again(data: dict[str, Any]) -> None:
    got = extracted(drafted(profile_of(as_text(data))).document)
    text = form_text(got.profile.values, shipped().schema)
    found = read(text.encode(), "form.yml", shipped().schema).diagnostics
    assert not [told for told in found if told.severity is Severity.ERROR]
