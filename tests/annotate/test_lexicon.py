"""Words as data: what a lexicon that says little still gives."""

from annotate.outlines_of_drafts import page, words

from generator.annotate.lexicon import lexicon
from generator.annotate.lines import lines
from generator.annotate.outline import outline
from generator.annotate.roles import nested, said

_TEXT = "一、甲部分\n（一）乙事项\n丙。\n二、丁部分\n戊。"


def test_without_any_word_the_numbers_still_nest_and_all_is_measures() -> None:
    found = outline(lines(page(_TEXT)), {}, lexicon({}))
    assert [(s.level, s.role, s.themes) for s in found.sections] == [
        (1, "measures", ()),
        (2, "", ()),
        (1, "measures", ()),
    ]


def test_another_genre_brings_its_own_words() -> None:
    own = lexicon({"roles": {"problems": {9: ["丁部分"]}}, "themes": {"jia": {5: ["乙事项"]}}})
    found = outline(lines(page(_TEXT)), {}, own)
    assert [(s.role, s.themes) for s in found.sections] == [("measures", ("jia",)), ("", ("jia",)), ("problems", ())]


def test_a_long_word_is_known_though_one_of_its_characters_is_lost() -> None:
    assert nested("履行第一责人职责", words()) == "first_responsible"
    assert said("下一工作打算", words()) == "plans"


def test_half_and_full_width_are_one() -> None:
    own = lexicon({"roles": {"plans": {9: ["打算（含措施）"]}}})
    assert said("打算(含措施)", own) == said("打算（含措施）", own) == "plans"
