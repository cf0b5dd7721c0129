"""The lines of a draft as the places of findings in the form are looked for in them."""

from pathlib import Path

from drafting import drafted, profile_text, shipped_profile

from generator import api
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


def test_a_finding_stands_at_its_words_in_the_form_and_not_at_the_value(tmp_path: Path) -> None:
    form = profile_text("zhongcun-2022")
    line = "      - 中心组学习: |\n          推进改革。\n          截止目前，布署3次\n"
    lines = form.split("\n")
    at = next(n for n, one in enumerate(lines) if one.strip() == "举措:")
    lines.insert(at + 1, line.rstrip("\n"))
    file = tmp_path / "form.yml"
    file.write_text("\n".join(lines), "utf-8")
    found = [d for d in api.check(file, api.judge()).diagnostics if d.code in ("WRD004", "WRD009") and d.place]
    assert [(d.place.line, d.place.column) for d in found if d.place] == [(at + 4, 11), (at + 4, 16)]
