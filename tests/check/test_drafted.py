"""The lines of a draft as the places of findings in the form are looked for in them."""

from drafting import drafted, shipped_profile

from generator.annotate.lines import lines
from generator.check.drafted import runs


def test_the_lines_asked_for_and_no_others_are_those_that_the_annotation_numbers() -> None:
    document = drafted(shipped_profile("zhongcun-2022")).document
    said = {line.number: line.text for line in lines(document)}
    wanted = {min(said), sorted(said)[len(said) // 2], max(said)}
    found = runs(document, wanted)
    assert set(found) == wanted
    for number in wanted:
        assert "".join(text.words for _, text in found[number]) == said[number]
        assert all(said[number].startswith(text.words, at) for at, text in found[number])
