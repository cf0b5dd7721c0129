"""The five shipped forms: what real reports had, kept; what they lacked or contradicted, shown."""

import re
import zipfile
from io import BytesIO
from pathlib import Path

import pytest
from checking import form_findings as check
from click.testing import CliRunner
from drafting import SHIPPED_PROFILES, drafted, headings, paragraphs, profile_text, shipped, shipped_profile, words
from laws import assert_gaps_are_due, assert_numbers_have_sources

from generator import resources
from generator.cli.gen import gen
from generator.diagnostics import Severity
from generator.document.walk import plain, stretches
from generator.forms.read import read
from generator.writers import write

HEADER = "# 据公开报告整理，仅作示例，非该单位正式材料"

every = pytest.mark.parametrize("name", SHIPPED_PROFILES)


@every
def test_the_form_says_what_it_is(name: str) -> None:
    assert profile_text(name).startswith(HEADER)


@every
def test_the_form_is_read_without_a_complaint(name: str) -> None:
    found = read(profile_text(name).encode(), f"{name}.yml", shipped().schema).diagnostics
    assert {d.code for d in found if d.severity is not Severity.INFO} == set()
    assert {d.code for d in found} <= {"FRM901", "FRM902"}


@every
def test_the_draft_loses_nothing(name: str) -> None:
    assert [d.message for d in drafted(shipped_profile(name)).diagnostics if d.severity is not Severity.INFO] == []


@every
def test_every_number_of_the_draft_has_a_source(name: str) -> None:
    profile = shipped_profile(name)
    assert_numbers_have_sources(drafted(profile).document, profile)


@every
def test_causes_that_the_report_lacked_are_placeholders_and_little_else(name: str) -> None:
    draft = drafted(shipped_profile(name))
    assert_gaps_are_due(draft)
    gaps = [t.words for t in words(draft.document) if t.source is not None and t.source.kind == "gap"]
    assert gaps.count("【待补充：原因】") == len(problems(name))
    assert len(gaps) - gaps.count("【待补充：原因】") <= 1
    assert draft.gaps == len(gaps)


def problems(name: str) -> list[str]:
    """The problems of a form."""
    values = shipped_profile(name).values
    return [str(v) for path, v in values.items() if path[0] == "problems" and path[-1] == "problem"]


@pytest.mark.parametrize(
    ("name", "first_level"),
    [
        ("gekeng-2024", ["举措", "不足|问题", "2025年"]),
        ("faku-2023", ["举措", "不足|问题", "2024年"]),
        ("wuding-2025", ["举措", "亮点", "不足|问题", "2026年"]),
    ],
)
def test_the_draft_has_the_structure_of_the_report(name: str, first_level: list[str]) -> None:
    found = headings(drafted(shipped_profile(name)).document)
    assert len(found) == len(first_level), found
    assert all(re.search(pattern, heading) for pattern, heading in zip(first_level, found, strict=True)), found


@every
def test_no_appendix_bears_the_figures(name: str) -> None:
    assert ("appendix",) not in shipped_profile(name).values


@every
@pytest.mark.parametrize("variant", range(1, 9))
def test_every_wording_says_every_figure(name: str, variant: int) -> None:
    draft = drafted(shipped_profile(name, variant))
    assert [d for d in draft.diagnostics if d.code == "CMP001"] == []


@every
def test_contradictions_and_gaps_stop_no_draft(name: str, tmp_path: Path) -> None:
    source = resources.shipped("profiles") / f"{name}.yml"
    made = CliRunner().invoke(gen, ["draft", str(source), "--to", "docx,md,html", "-o", str(tmp_path / "out")])
    assert made.exit_code == 0, made.output
    files = {p.suffix for p in (tmp_path / "out").iterdir() if not p.name.startswith(".")}
    assert files == {".docx", ".md", ".html"}
    assert "待补充" in made.output
    warnings = len(check(shipped_profile(name), shipped()))
    assert not warnings or f"{warnings} 条提醒" in made.output


@every
def test_three_formats_say_the_same(name: str) -> None:
    document = drafted(shipped_profile(name)).document
    with zipfile.ZipFile(BytesIO(write(document, "docx", ()))) as package:
        xml = package.read("word/document.xml").decode()
    in_docx = "".join(re.findall(r"<w:t(?: [^>]*)?>([^<]*)</w:t>", xml))
    in_html = re.sub(r"<[^>]*>", "", write(document, "html", ()).decode())
    in_markdown = write(document, "md", ()).decode()
    for inlines in stretches(document.blocks):
        said = plain(inlines)
        for sentence in said.split("。"):
            assert sentence in in_docx
            assert sentence in in_html
            assert sentence in in_markdown or any(sign in sentence for sign in "*_<>`[]#|"), sentence


@every
def test_the_report_is_of_a_usual_length(name: str) -> None:
    length = len("".join(paragraphs(drafted(shipped_profile(name)).document)))
    assert 1_800 < length < 7_000
