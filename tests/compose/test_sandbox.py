"""Templates from anybody: what they may not reach, and that they end."""

import resource
from pathlib import Path
from time import process_time
from typing import Any

import pytest
from drafting import drafted, paragraphs, shipped_profile, small, small_form

from generator import draft as drafting_room
from generator import resources
from generator.errors import BrokenTemplate
from generator.resources import TemplateFolder

_DATA: dict[str, Any] = {"数据": {"甲": 1}, "补充": "补充的话"}


def says(text: str) -> list[str]:
    """What a theme with this template says."""
    return paragraphs(drafted(small_form(_DATA), small(text, {"甲": {}})).document)


@pytest.mark.parametrize(
    "text",
    [
        "{{ ''.__class__ }}",
        "{{ ''['__class__'] }}",
        "{{ ''|attr('__class__') }}",
        "{{ 措辞.__globals__ }}",
        "{{ 措辞.__code__.co_consts }}",
        "{{ d.__class__ }}",
        "{{ d._draft }}",
        "{{ d.甲._cells }}",
        "{{ d.甲.__init__.__globals__ }}",
        "{{ d.甲.figures }}",
        "{{ d.甲.table }}",
        "{{ d.甲.center(9) }}",
        "{{ d.甲['center'] }}",
        "{{ 署名.append }}",
        "{{ (1).bit_length() }}",
        "{{ [年度] }}",
        "{{ true }}",
        "{{ ().__class__.__bases__ }}",
        "{{ 署名.append('甲') }}",
        "{{ '{0.__class__}'.format(甲) }}",
        "{{ '%s' % 甲 }}",
        "{{ self }}",
        "{{ lipsum.__globals__ }}",
        "{{ cycler.__init__.__globals__.os }}",
        "{{ namespace() }}",
        "{{ range(3) }}",
        "{% import 'report.md.j2' as 甲 %}",
        "{% from 'report.md.j2' import 甲 %}",
        "{% extends 'report.md.j2' %}",
        "{% include '/etc/passwd' %}",
        "{% include '../genre.yml' %}",
        "{% include 'genre.yml' %}",
        "{% macro 甲() %}{{ 甲() }}{% endmacro %}{{ 甲() }}",
        "{{ 没有的名称 }}",
        "{{ d.没有的指标 }}",
        "{{ None }}",
        "{{ 措辞 }}",
        "{{ d }}",
        "{{ 1.5 }}",
    ],
)
def test_what_a_template_must_not_reach_is_its_fault(text: str) -> None:
    with pytest.raises(BrokenTemplate) as refused:
        says(text)
    assert refused.value.message
    assert refused.value.hint


@pytest.mark.parametrize(
    "text",
    [
        "{{ '甲' * 1000000000 }}",
        "{{ 9 ** 9 ** 9 }}",
        "{{ '甲'.center(1000000000) }}",
        "{{ '甲'|center(1000000000) }}",
        "{{ '甲'.zfill(1000000000) }}",
        "{{ '甲'|indent(1000000000) }}",
        "{% set x = '甲' %}" + "{% set x = x ~ x %}" * 40 + "{{ x }}",
        "{% set x = ['甲'] %}" + "{% set x = [x, x] %}" * 40 + "{{ x }}",
        "{% set x = '甲' * 1000 %}",
        "{% set x = '甲甲甲甲甲甲甲甲甲甲' %}" + "{% set x = x|join(x) %}" * 12 + "{{ x }}",
        "{% for a in '" + "甲" * 1000 + "' %}{% for b in '" + "乙" * 1000 + "' %}{% endfor %}{% endfor %}",
        "{% for a in '" + "甲" * 1000 + "' %}{% for b in '" + "乙" * 1000 + "' %}{{ a }}{% endfor %}{% endfor %}",
        "{% include 'themes/only.md.j2' %}",
        "{% set x = (x|default('')) ~ '甲' %}{% if x|length < 90 %}"
        + "{% include 'themes/only.md.j2' %}" * 2
        + "{% endif %}",
        "{% for a in '甲乙' recursive %}{{ loop('丙丁') }}{% endfor %}",
    ],
)
def test_a_template_that_would_not_end_is_stopped_soon(text: str) -> None:
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    start = process_time()
    with pytest.raises(BrokenTemplate):
        says(text)
    assert process_time() - start < 8
    assert resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before < 200_000


def test_what_templates_need_is_there() -> None:
    text = (
        "{% set x = '甲' ~ 年度 %}{% for a in 署名 %}{{ a }}{{ '、' if not loop.last else '' }}{% endfor %}"
        "{% if x|length > 1 and 署名|first is defined %}在{{ 署名|join('、') }}{{ x }}{% endif %}。"
    )
    assert says(text)[0] == "云岭镇人民政府在云岭镇人民政府甲2024。"


def test_a_mistake_is_named_by_file_and_line() -> None:
    with pytest.raises(BrokenTemplate, match=r"themes/only\.md\.j2:2"):
        small("好。\n{% macro 甲() %}{% endmacro %}", {"甲": {}})


def _copied(folder: Path) -> TemplateFolder:
    return resources.find_template(str(resources.eject("rule-of-law", folder)))


def test_compiled_code_is_kept_for_these_sources_and_this_compiler_only(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    folder = _copied(tmp_path)

    def kept() -> int:
        monkeypatch.setattr(drafting_room, "_READY", {})
        drafting_room.template_of(folder)
        found = [f for f in (tmp_path / "cache").rglob("*") if f.is_file() and not f.name.startswith("seen-")]
        return len(found)

    assert kept() == 1
    assert kept() == 1
    theme = folder.root / "themes" / "team.md.j2"
    theme.write_text(theme.read_text("utf-8") + "\n", "utf-8")
    assert kept() == 2
    monkeypatch.setattr(drafting_room, "__version__", "another")
    assert kept() == 3


def test_nothing_beside_a_template_is_run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    folder = _copied(tmp_path)
    expected = drafted(shipped_profile("gekeng-2024"), drafting_room.template_of(folder)).document
    for name in ("report.md.j2.cache", "__pycache__/report.pyc", "report.py", "__init__.py"):
        planted = folder.root / name
        planted.parent.mkdir(exist_ok=True)
        planted.write_bytes(b"raise SystemExit('run')")
    monkeypatch.setattr(drafting_room, "_READY", {})
    assert drafted(shipped_profile("gekeng-2024"), drafting_room.template_of(folder)).document == expected


def test_a_value_is_never_rendered_as_a_template() -> None:
    form = small_form({"补充": "{{ ''.__class__ }}{% for a in '甲' %}"})
    template = small("{{ 其余('点') }}", {"甲": {}})
    assert paragraphs(drafted(form, template).document) == ["{{ ''.__class__ }}{% for a in '甲' %}。"]


def test_a_changed_folder_is_made_ready_anew_in_the_same_process(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    monkeypatch.setattr(drafting_room, "LOOK_AGAIN", 0.0)
    folder = _copied(tmp_path)
    before = drafting_room.template_of(folder)
    assert drafting_room.template_of(folder) is before
    genre = folder.root / "genre.yml"
    genre.write_text(genre.read_text("utf-8").replace("体裁: 法治政府建设", "体裁: 依法治理"), "utf-8")
    assert drafting_room.template_of(folder).schema.genre.startswith("依法治理")
