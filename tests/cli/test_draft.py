"""`gen draft` over several forms: each is drafted, each trouble is told, the worst exit code wins."""

from pathlib import Path

import pytest

from generator.cli.run import main

_FORM = "报告: {{年度: 2024}}\n单位: {{名称: {name}, 层级: 乡镇, 上级: 青禾县}}\n"


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    for name in ("清溪镇人民政府", "白石乡人民政府"):
        Path(f"{name}.yml").write_text(_FORM.format(name=name), encoding="utf-8")
    Path("错.yml").write_text("报告: {年度: 前年}\n", encoding="utf-8")
    return tmp_path


def test_each_form_is_drafted(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["draft", "清溪镇人民政府.yml", "白石乡人民政府.yml", "--to", "md,html"]) == 0
    assert {path.name for path in (folder / "drafts").glob("*.*") if path.name[0] != "."} == {
        f"{name}-2024.{kind}" for name in ("清溪镇人民政府", "白石乡人民政府") for kind in ("md", "html")
    }
    assert capsys.readouterr().out.count("待补充") == 2


@pytest.mark.parametrize(
    ("forms", "code"),
    [
        (["错.yml", "清溪镇人民政府.yml"], 1),
        (["没有.yml", "清溪镇人民政府.yml"], 3),
        (["错.yml", "没有.yml", "清溪镇人民政府.yml"], 3),
    ],
)
def test_a_bad_form_does_not_stop_the_next(
    folder: Path, forms: list[str], code: int, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["draft", *forms, "--to", "md"]) == code
    assert (folder / "drafts" / "清溪镇人民政府-2024.md").exists()
    told = capsys.readouterr().err
    assert all(form in told for form in forms[:-1])


def test_nothing_is_written_for_a_form_that_cannot_be_read(folder: Path) -> None:
    assert main(["draft", "错.yml"]) == 1
    assert not (folder / "drafts").exists()


def test_a_file_name_as_output_is_kept(folder: Path) -> None:
    assert main(["draft", "清溪镇人民政府.yml", "-o", "送审/报告.docx"]) == 0
    assert (folder / "送审" / "报告.docx").read_bytes()[:2] == b"PK"


def test_a_copy_for_publication_leaves_out_the_addressee(folder: Path) -> None:
    assert main(["draft", "清溪镇人民政府.yml", "--to", "md"]) == 0
    assert main(["draft", "清溪镇人民政府.yml", "--to", "md", "--公开稿"]) == 0
    internal, public = sorted((folder / "drafts").glob("*.md"), key=lambda path: len(path.name))
    assert "县委、县政府：" in internal.read_text(encoding="utf-8")
    assert "县委、县政府：" not in public.read_text(encoding="utf-8")
