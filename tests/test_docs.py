"""What the documents say is so: forms shown draft to the words shown, links lead somewhere, nothing is stale.

The commands of docs/*.md are run by tests/commands/test_tutorials.py.
"""

import re
import struct
from pathlib import Path

import click
import pytest
from click.testing import CliRunner

from generator import api
from generator.api import load
from generator.compose.composition import names_for_nothing
from generator.diagnostics import stops
from generator.document.walk import stretches, texts
from generator.draft import drafts
from generator.forms.guide import WRITTEN
from generator.forms.read import read
from generator.readers import markdown
from generator.schema.kinds import KINDS

ROOT = Path(__file__).parent.parent
PAGES = [ROOT / "README.md", ROOT / "CONTRIBUTING.md", *sorted((ROOT / "docs").glob("*.md"))]
README = (ROOT / "README.md").read_text("utf-8")
GUIDE = (ROOT / "docs/填报说明.md").read_text("utf-8")
AUTHORS = (ROOT / "docs/模板作者指南.md").read_text("utf-8")
PICTURE = ROOT / "docs/images/gekeng-2024.png"


def form_in(page: str) -> str:
    """The first form that a page shows."""
    found = re.search(r"```yaml\n(.*?)```", page, re.S)
    assert found is not None
    return found[1]


def drafted(form: str) -> str:
    """The report that comes of a form without mistakes, its blocks one a line."""
    _, template = load()
    reading = read(form.encode(), "form.yml", template.schema)
    assert not stops(reading.diagnostics), reading.diagnostics
    (first, *_) = drafts(reading.profile, template)
    return "\n".join("".join(t.words for t in texts(inlines)) for inlines in stretches(first.document.blocks))


def test_the_guide_to_the_form_is_what_the_schema_says() -> None:
    assert api.guide() == GUIDE, "run `make docs`"


def test_the_guide_explains_every_kind_of_value() -> None:
    assert set(WRITTEN) >= set(KINDS)


def test_the_guide_tells_every_tick_with_its_room_and_every_figure() -> None:
    schema = load()[1].schema
    rows = {line.split(" | ")[0].removeprefix("| ") for line in GUIDE.splitlines() if line.startswith("| ")}
    assert {m.label for m in schema.measures} | {i.label for i in schema.indicators.values()} <= rows
    assert GUIDE.count("〔具体做法〕") == sum(len(m.sentences) for m in schema.measures)
    assert "{" not in GUIDE


def test_the_figures_of_the_guide_print_as_it_says() -> None:
    said = drafted(form_in(GUIDE))
    for words in (
        "4件，较上年减少16件、下降80%",
        "法律咨询10余人次，其中电话微信5人次",
        "举办干部法治专题培训等6个班次",
        "行政规范性文件1件，即《云溪镇建房管理办法》（云政〔2024〕3号）",
    ):
        assert words in said


def test_the_form_in_the_readme_prints_the_paragraph_below_it() -> None:
    form = form_in(README)
    assert form.count("\n") <= 25
    (quoted,) = re.findall(r"^> (.*)$", README, re.M)
    numbered = re.sub("[一二三四五]是", "", quoted)
    assert all(sentence in drafted(form) for sentence in re.findall("[^。]+", numbered))


def test_authors_are_told_every_name_that_a_template_may_use() -> None:
    section = AUTHORS.partition("## 可以用的名称")[2].partition("\n## ")[0]
    cells = " ".join(line.split(" | ")[0] for line in section.splitlines() if line.startswith("| "))
    told = {re.split("[(.]", words)[0] for words in re.findall("`([^`]+)`", cells)}
    template = load()[1]
    parts = {s.label for s in template.schema.sections}
    # A theme's template has two names more, and the section template that includes it sets 主题.
    assert told - parts - {"举措", "其余", "主题"} == names_for_nothing(template) - parts


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_every_link_leads_somewhere(page: Path) -> None:
    text = re.sub(r"```.*?```", "", page.read_text("utf-8"), flags=re.S)
    for target in re.findall(r"\]\(([^)#]*)(?:#[^)]*)?\)", text) + re.findall(r'src="([^"]*)"', text):
        assert not target or (page.parent / target).exists(), target


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_every_section_that_a_link_names_is_there(page: Path) -> None:
    for target, section in re.findall(r"\]\(([^)#]*)#([^)]*)\)", page.read_text("utf-8")):
        headings = re.findall(r"^#+ (.*)$", (page.parent / (target or page.name)).read_text("utf-8"), re.M)
        assert section in {re.sub(r"[^\w\- ]", "", h).strip().replace(" ", "-").lower() for h in headings}


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_no_page_names_a_place_on_one_machine(page: Path) -> None:
    assert re.findall(r"(?<![\w.~])/(?:home|root|tmp|work|usr|opt)/", page.read_text("utf-8")) == []


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_every_command_shown_has_the_options_shown(page: Path) -> None:
    shown = re.findall(r"^\s*(?:\$ )?gen ((?:(?:templates|schema) )?[a-z]+)((?: .*)?)$", page.read_text("utf-8"), re.M)
    for command, rest in shown:
        help_page = CliRunner().invoke(_gen(), [*command.split(), "--help"]).output
        for option in re.findall(r"(?<= )--[\w-]+", rest.partition("#")[0].partition("|")[0]):
            assert option in help_page, f"gen {command} {option}"


def _gen() -> click.Command:
    from generator.cli.gen import gen

    return gen


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_every_target_of_make_that_is_shown_exists(page: Path) -> None:
    targets = set(re.findall(r"^([a-z]+):", (ROOT / "Makefile").read_text("utf-8"), re.M))
    assert set(re.findall(r"(?:^|`)make ([a-z]+)", page.read_text("utf-8"), re.M)) <= targets


def test_the_picture_is_a_page_and_small() -> None:
    data = PICTURE.read_bytes()
    assert data.startswith(b"\x89PNG")
    assert len(data) < 300_000
    width, height = struct.unpack(">II", data[16:24])
    assert abs(height / width - 297 / 210) < 0.01


def test_the_markdown_of_templates_is_as_contributing_says() -> None:
    page = (ROOT / "CONTRIBUTING.md").read_text("utf-8")
    found = re.search(r"```jinja\n(.*?)```", page, re.S)
    assert found is not None
    kinds = " ".join(kind for kind, *_ in markdown.blocks(found[1]))
    assert kinds == "title heading heading heading paragraph heading paragraph open paragraph close"
