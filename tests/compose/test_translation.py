"""Templates run without Jinja and say what Jinja would."""

from typing import Any

import jinja2
import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from generator.compose import grammar, render, translation
from generator.compose.running import Templates
from generator.errors import BrokenTemplate

_NAMES: dict[str, Any] = {
    "甲": "字",
    "空": "",
    "数": 3,
    "列": ["一", "二", "三"],
    "无": [],
    "典": {"甲": "典中字", "列": ["四", "五"]},
    "条": [{"题": "头", "项": ["子"]}, {"题": "", "项": []}],
    "话": lambda *said: "".join(map(str, said)),
}
_WORDS = st.sampled_from(
    ["甲", "空", "数", "典.甲", "典['甲']", "列[0]", "列[9]", "'写定'", "7", "话('子', 甲)", "没有"]
)
_LISTS = st.sampled_from(["列", "无", "典.列", "'两字'", "没有", "典.没有"])
_ROWS = st.sampled_from(["题", "项|length", "没有"])


def _there(said: str) -> bool:
    """Jinja minds what it does not know when it is used, we when it is named: apart only where it is not used."""
    return not any(absent in said for absent in ("没有", "列[9]", "无|"))


def _word(inner: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    return st.one_of(
        st.builds("({} ~ {})".format, inner, inner),
        st.builds("({} if {} else {})".format, inner, inner, inner),
        st.builds("{}|default({})".format, inner, inner.filter(_there)),
        st.builds("({}|join({}))".format, _LISTS, inner),
        st.builds("{}|length".format, _LISTS),
        st.builds("({}|{})".format, _LISTS, st.sampled_from(["first", "last"])),
    )


_SAID = st.recursive(_WORDS, _word, max_leaves=4)
_TESTS = st.one_of(
    _SAID,
    _LISTS,
    st.builds("not {}".format, _SAID),
    st.builds("{} is {}".format, st.one_of(_WORDS, _LISTS), st.sampled_from(["defined", "undefined", "none"])),
    st.builds("{} {} {}".format, _SAID, st.sampled_from(["==", "!=", "and", "or"]), _SAID),
    st.builds("{} {} {}".format, _LISTS.map("{}|length".format), st.sampled_from("<>"), st.integers(0, 3)),
    st.builds("{} {} {}".format, _WORDS.filter(_there), st.sampled_from(["in", "not in"]), _LISTS),
)


def _body(inner: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    loop = "{{% for {} in {} %}}{{{{ {}.{} if loop.last }}}}{{{{ loop.index }}}}{}{{% endfor %}}"
    return st.one_of(
        st.builds(str.__add__, inner, inner),
        st.builds("{{% if {} %}}{}{{% endif %}}".format, _TESTS, inner),
        st.builds("{{% if {} %}}{}\n{{% elif {} %}}\n{}{{% else %}}{}{{% endif %}}".format, _TESTS, inner, _TESTS,
                  inner, inner),
        st.builds("{{% for 甲 in {} %}}{}{{% else %}}{}{{% endfor %}}".format, _LISTS, inner, inner),
        st.builds("{{% for 新 in {} if 新 != '二' %}}{}{{{{ 新 ~ loop.length }}}}{{% endfor %}}".format, _LISTS, inner),
        st.builds(loop.format, st.just("行"), st.just("条"), st.just("行"), _ROWS, inner),
        st.builds("{{% set 甲 = {} %}}{}".format, _SAID.filter(_there), inner),
        st.builds("{{% set 新 = {} %}}{}{{{{ 新|default('没设') }}}}".format, _SAID.filter(_there), inner),
        st.just("{% include 'other.md.j2' %}"),
    )  # fmt: skip


_PIECES = st.one_of(st.builds("{{{{ {} }}}}\n".format, _SAID), st.sampled_from(["文字", " \n", "# 题\n\n"]))
TEMPLATES = st.recursive(_PIECES, _body, max_leaves=6)


def translated(sources: dict[str, str]) -> dict[str, bytes]:
    return translation.translated(grammar.trees(sources))


def by_jinja(sources: dict[str, str]) -> str | None:
    """What Jinja makes of them; None where it refuses."""
    loader = jinja2.DictLoader(sources)
    environment = jinja2.Environment(
        undefined=jinja2.StrictUndefined, loader=loader, autoescape=False, trim_blocks=True, lstrip_blocks=True  # noqa: S701
    )
    try:
        return environment.get_template("only.md.j2").render(_NAMES)
    except (jinja2.UndefinedError, TypeError):
        return None


def ours(sources: dict[str, str]) -> str | None:
    try:
        return render(Templates(translated(sources)), "only.md.j2", _NAMES)
    except BrokenTemplate:
        return None


_OTHERS = st.one_of(st.just("另：{{ 甲 }}{% set 甲 = '外' %}{{ 新 }}"), _PIECES)


@example("{% if '写定' is defined %}甲{% endif %}{% if '写定' is none %}乙{% endif %}", "")
@given(TEMPLATES, _OTHERS)
def test_a_template_says_what_jinja_would(text: str, other: str) -> None:
    sources = {"only.md.j2": text, "other.md.j2": other}
    assert ours(sources) == by_jinja(sources)


@pytest.mark.parametrize(
    "text",
    [
        "{% for 甲, 乙 in 列 %}{% endfor %}",
        "{% set 甲, 乙 = 列 %}",
        "{% include 'other.md.j2' without context %}",
        "{% include 'other.md.j2' ignore missing %}",
        "{{ 话(*列) }}",
        "{{ 甲 is string }}",
        "{{ 甲 is divisibleby 2 }}",
        "{{ 甲[1:] }}",
        "{% for 甲 in 列 recursive %}{% endfor %}",
        "{{ 甲 | upper }}",
        "{{ 甲",
    ],
)
def test_what_a_template_may_not_say_is_refused_by_file_and_line(text: str) -> None:
    with pytest.raises(BrokenTemplate, match=r"^only\.md\.j2:2: ") as refused:
        translated({"only.md.j2": f"一\n{text}\n"})
    assert refused.value.hint


@pytest.mark.parametrize(
    "text",
    [
        "{{ " + "(" * 2000 + "甲" + ")" * 2000 + " }}",
        "{{ " + "甲 and " * 5000 + "甲 }}",
        "{{ 甲" + ".a" * 5000 + " }}",
        "{% for 甲 in 列 %}" * 30,
        "{{ " + "9" * 5000 + " }}",
    ],
    ids=["brackets", "and", "attributes", "loops", "number"],
)
def test_what_is_nested_too_deep_is_refused(text: str) -> None:
    ends = "{% endfor %}" * text.count("{% for")
    with pytest.raises(BrokenTemplate, match=r"^only\.md\.j2:1: "):
        translated({"only.md.j2": text + ends})


def test_the_line_of_a_fault_is_the_templates_own() -> None:
    text = "一\n{% for 行 in 条 %}\n{% if loop.last %}\n\n{{ 行.没有 }}\n{% endif %}\n{% endfor %}\n"
    with pytest.raises(BrokenTemplate, match=r"^only\.md\.j2:5: 用了不存在的名称“没有”"):
        render(Templates(translated({"only.md.j2": text})), "only.md.j2", _NAMES)


def test_a_value_that_is_no_function_of_ours_is_never_called() -> None:
    templates = Templates(translated({"only.md.j2": "{{ 话('甲') }}"}))
    for value in (str, len, "甲", type, print, [].append):
        with pytest.raises(BrokenTemplate):
            render(templates, "only.md.j2", {"话": value})
