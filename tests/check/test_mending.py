"""`gen check --fix`: what is safe is mended in the file, the rest stays as it was."""

import re
import zipfile
from io import BytesIO
from pathlib import Path

import docx
import pytest
from checking import rules
from click.testing import CliRunner
from drafting import profile_text

from generator import api
from generator.api import Judge
from generator.check.page import examples
from generator.cli.gen import gen
from generator.writers.docx.mending import Replacement, mended_part

WRONG = "截止目前，全镇遵法学法守法用法，办理了案件12件,全部依法做出答复。"
RIGHT = "截至目前，全镇尊法学法守法用法，办理了案件12件，全部依法作出答复。"
BAD = [
    (code, example.text)
    for code, rule in rules().items()
    if rule.needs == ("annotation",)
    for example in examples(rule.page)
    if example.bad
]


@pytest.fixture(scope="module")
def judge() -> Judge:
    return api.judge()


def mended(file: Path, judge: Judge) -> bytes:
    made = api.mend(file, judge)
    return made.data


@pytest.mark.parametrize("name", ["report.txt", "report.md"])
def test_text_is_mended_and_keeps_its_line_ends_and_its_mark(name: str, judge: Judge, tmp_path: Path) -> None:
    file = tmp_path / name
    file.write_bytes(b"\xef\xbb\xbf" + f"第一段没有毛病。\r\n\r\n{WRONG}\r\n".encode())
    assert mended(file, judge) == b"\xef\xbb\xbf" + f"第一段没有毛病。\r\n\r\n{RIGHT}\r\n".encode()


def test_blanks_at_the_end_of_a_line_do_not_keep_those_within_it(judge: Judge, tmp_path: Path) -> None:
    file = tmp_path / "report.txt"
    file.write_text("全县678\u2002\u2002名执法人员全部持证，办件1236项。\u2002\u2002\u2002\n", "utf-8")
    assert mended(file, judge).decode().startswith("全县678名执法人员全部持证")


def test_text_in_an_old_encoding_is_mended_in_it(judge: Judge, tmp_path: Path) -> None:
    file = tmp_path / "report.txt"
    file.write_bytes(f"{WRONG}\n".encode("gb18030"))
    assert mended(file, judge).decode("gb18030") == f"{RIGHT}\n"


def test_a_form_is_mended_with_its_comments(judge: Judge, tmp_path: Path) -> None:
    text = profile_text("gekeng-2024").replace("推动问题解决不够到位", "其它问题解决不够到位  # 记得核对")
    file = tmp_path / "form.yml"
    file.write_text(text, "utf-8")
    assert mended(file, judge).decode() == text.replace("其它问题", "其他问题")


def test_a_form_is_mended_where_the_draft_closes_the_sentence(judge: Judge, tmp_path: Path) -> None:
    text = profile_text("gekeng-2024").replace("在政府网站和公众号", "引导群众遵法守法，截止12月31日在政府网站和公众号")
    assert "遵法" in text
    file = tmp_path / "form.yml"
    file.write_text(text, "utf-8")
    assert mended(file, judge).decode() == text.replace("遵法", "尊法").replace("截止", "截至")


def test_words_in_several_runs_of_a_docx_are_mended_and_nothing_else_changes(judge: Judge, tmp_path: Path) -> None:
    document = docx.Document()
    document.add_paragraph("第一段没有毛病。")
    paragraph = document.add_paragraph()
    for at, piece in enumerate((WRONG[:1], WRONG[1:9], WRONG[9:])):
        paragraph.add_run(piece).bold = at == 1
    document.add_table(1, 1).cell(0, 0).text = "表里的台帐。"
    document.add_paragraph("末段有台帐。")
    file = tmp_path / "report.docx"
    document.save(file)
    before = file.read_bytes()
    after = mended(file, judge)
    paragraphs = docx.Document(BytesIO(after)).paragraphs
    assert [p.text for p in paragraphs] == ["第一段没有毛病。", RIGHT, "末段有台账。"]
    assert docx.Document(BytesIO(after)).tables[0].cell(0, 0).text == "表里的台账。"
    assert [run.bold for run in paragraphs[1].runs] == [False, True, False]
    with zipfile.ZipFile(BytesIO(before)) as old, zipfile.ZipFile(BytesIO(after)) as new:
        assert old.namelist() == new.namelist()
        for name in old.namelist():
            assert (old.read(name) == new.read(name)) == (name != "word/document.xml")


def test_a_paragraph_in_a_text_box_is_not_counted() -> None:
    box = "<w:p><w:r><w:txbxContent><w:p><w:r><w:t>框</w:t></w:r></w:p></w:txbxContent></w:r></w:p>"
    xml = f"<w:body>{box}<w:p/><w:p><w:r><w:t>其它 A&amp;B</w:t></w:r></w:p></w:body>"
    made = mended_part(xml, {(3, 3): [Replacement("其它 A&B", 0, "其他 <B")]})
    assert made == (xml.replace("其它 A&amp;B", "其他 &lt;B"), [])


def test_words_in_a_cell_in_a_box_and_in_a_note_are_mended(judge: Judge, tmp_path: Path) -> None:
    file = tmp_path / "report.docx"
    written = docx.Document()
    written.add_paragraph("2024年工作情况。")
    table = written.add_table(1, 2)
    table.cell(0, 0).text = "工作布署"
    table.cell(0, 1).text = "截止2024年底办结12件"
    written.add_paragraph("正文。")
    written.save(str(file))
    box = "<w:p><w:r><w:t>建立台</w:t></w:r><w:r><w:t>帐。</w:t></w:r></w:p>"
    shape = '<v:shape xmlns:v="urn:schemas-microsoft-com:vml"><v:textbox><w:txbxContent>'
    held = f"<w:p><w:r><w:pict>{shape}{box}</w:txbxContent></v:textbox></v:shape></w:pict></w:r></w:p>"
    _rewritten(file, {"word/document.xml": ("<w:sectPr", f"{held}<w:sectPr")})
    told = docx_words(mended(file, judge))
    assert "工作部署截至2024年底办结12件正文。建立台账。" in told


def test_only_the_characters_that_differ_change_so_the_others_keep_their_run() -> None:
    xml = "<w:p><w:r><w:t>加强法制</w:t></w:r><w:r><w:rPr><w:b/></w:rPr><w:t>政府建设</w:t></w:r></w:p>"
    made, lost = mended_part(xml, {(1, 1): [Replacement("法制政府", 0, "法治政府")]})
    assert made == xml.replace("法制", "法治")
    assert lost == []
    shorter, _ = mended_part(xml, {(1, 1): [Replacement("法制政府", 0, "法府")]})
    assert shorter == xml.replace("法制<", "法<").replace("政府", "府")


def _rewritten(file: Path, changes: dict[str, tuple[str, str]]) -> None:
    with zipfile.ZipFile(file) as archive:
        members = {name: archive.read(name) for name in archive.namelist()}
    with zipfile.ZipFile(file, "w") as made:
        for name, content in members.items():
            old, new = changes.get(name, ("", ""))
            made.writestr(name, content.decode().replace(old, new, 1) if old else content)


def docx_words(data: bytes) -> str:
    """What is written in the main part, in its order."""
    with zipfile.ZipFile(BytesIO(data)) as archive:
        xml = archive.read("word/document.xml").decode()
    return "".join(re.findall(r"<w:t(?:\s[^>]*)?>([^<]*)<", xml))


@pytest.mark.parametrize(("code", "text"), BAD)
def test_mending_twice_is_mending_once_and_leaves_nothing_to_mend(
    code: str, text: str, judge: Judge, tmp_path: Path
) -> None:
    file = tmp_path / "report.txt"
    file.write_text(f"2024年工作情况。\n{text}\n", "utf-8")
    file.write_bytes(mended(file, judge))
    again = api.mend(file, judge)
    assert again.changes == ()
    found = api.check(file, judge).diagnostics
    assert [d for d in found if d.fix is not None] == []


def test_the_changes_are_shown_and_written_only_when_agreed(tmp_path: Path) -> None:
    file = tmp_path / "report.txt"
    file.write_text(WRONG + "\n", "utf-8")
    shown = CliRunner().invoke(gen, ["check", "--fix", str(file)], standalone_mode=False, obj={})
    assert "截止目前" in shown.output
    assert "截至目前" in shown.output
    assert file.read_text("utf-8") == WRONG + "\n"
    CliRunner().invoke(gen, ["check", "--fix", "--yes", str(file)], standalone_mode=False, obj={})
    assert file.read_text("utf-8") == RIGHT + "\n"
    assert (tmp_path / "report.txt.bak-1").read_text("utf-8") == WRONG + "\n"
