"""The review copy: anybody's DOCX with comments at the places, and nothing else changed."""

import re
import shutil
import subprocess
import zipfile
from io import BytesIO
from pathlib import Path

import docx
import ooxml_integrity
import pytest
from check.lay.mutating import edited, mutant
from drafting import SHIPPED_PROFILES, drafted, shipped_profile
from hypothesis import given
from hypothesis import strategies as st
from layout.shapes import SHAPES
from lxml import etree
from openxml_audit import OpenXmlValidator
from readers.docx.word import members, p, package, r

from generator import api
from generator.cli.run import main
from generator.errors import UnreadableInput
from generator.readers.docx import read
from generator.readers.docx.layout import layout
from generator.writers.docx import write
from generator.writers.docx.comments_placing import Remark
from generator.writers.docx.comments_review import commented
from generator.writers.notes import Note

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_SUM = "全镇调解矛盾纠纷130起，其中达成协议94起。"
_INSERTED = '<w:ins w:id="7" w:author="甲"><w:r><w:t>新增</w:t></w:r></w:ins>'
_DELETED = '<w:del w:id="8" w:author="甲"><w:r><w:delText>原有</w:delText></w:r></w:del>'
_LINK = '<w:hyperlink w:anchor="a"><w:r><w:t>达成协议</w:t></w:r></w:hyperlink>'
_BOX = (
    "<w:r><mc:AlternateContent><mc:Choice Requires='wps'><w:drawing><wps:txbx><w:txbxContent>"
    "<w:p><w:r><w:t>框里的协议94起</w:t></w:r></w:p></w:txbxContent></wps:txbx></w:drawing></mc:Choice>"
    "<mc:Fallback><w:pict><w:p><w:r><w:t>框里的协议94起</w:t></w:r></w:p></w:pict></mc:Fallback></mc:AlternateContent></w:r>"
)
_TABLE = f"<w:tbl><w:tr><w:tc>{p('表里')}</w:tc><w:tc>{p('协议94起')}{p('第二段')}</w:tc></w:tr></w:tbl>"
_CHANGED = (
    '<w:r><w:rPr><w:rPrChange w:id="9" w:author="甲"><w:rPr/></w:rPrChange></w:rPr><w:t>改过格式的协议</w:t></w:r>'
)
FOREIGN = {
    "one run": p(_SUM),
    "several runs": p("全镇调解矛盾", r("纠纷130起，其中达", "<w:b/>"), "成协议94起。"),
    "revisions": p("全镇", _INSERTED, _DELETED, "协议94起。"),
    "a link": p("其中", _LINK, "94起。"),
    "a box": p("其中", _BOX, "达成协议94起。"),
    "a table": p("前") + _TABLE + p("协议94起"),
    "changed format": p(_CHANGED, "94起"),
    "entities": p("甲&amp;乙&#x534F;议94起&lt;"),
    "blanks at ends": p("<w:r><w:t> 协议 </w:t><w:t>94起 </w:t></w:r>"),
    "empty paragraphs": "<w:p/><w:p></w:p>" + p("协议") + "<w:p/>",
    "a control": f"<w:sdt><w:sdtContent>{p('协议94起')}</w:sdtContent></w:sdt>",
    "a comment of old": p('<w:commentRangeStart w:id="3"/>', r("协议"), '<w:commentRangeEnd w:id="3"/>', r("94起")),
    "a page comment": "<!-- <w:p> -->" + p("协议94起"),
}
"""Pieces of bodies as other programs write them."""


def part(data: bytes, name: str = "word/document.xml") -> str:
    with zipfile.ZipFile(BytesIO(data)) as held:
        return held.read(name).decode()


def under(data: bytes) -> list[str]:
    """The words that each comment stands at, in the order of their numbers."""
    body = etree.fromstring(part(data).encode())
    said: dict[str, str] = {}
    open_: set[str] = set()
    for element in body.iter():
        if element.tag == f"{W}commentRangeStart":
            open_.add(element.get(f"{W}id"))
            said[element.get(f"{W}id")] = ""
        elif element.tag == f"{W}commentRangeEnd":
            open_.discard(element.get(f"{W}id"))
        elif element.tag == f"{W}t":
            said |= {number: said[number] + (element.text or "") for number in open_}
    return [said[number] for number in sorted(said, key=int)]


def within(old: str, new: str) -> bool:
    """Whether `new` is `old` with nothing but insertions."""
    rest = iter(new)
    return all(char in rest for char in old)


def assert_untouched(before: bytes, after: bytes) -> None:
    with zipfile.ZipFile(BytesIO(before)) as old, zipfile.ZipFile(BytesIO(after)) as new:
        spoken = {"word/document.xml", "[Content_Types].xml", "word/_rels/document.xml.rels", "word/comments.xml"}
        for name in old.namelist():
            assert name in spoken or old.read(name) == new.read(name)
            assert within(old.read(name).decode("latin-1"), new.read(name).decode("latin-1"))
    assert read(after, "a").document == read(before, "a").document
    assert [q.words for q in layout(after, "a").paragraphs] == [q.words for q in layout(before, "a").paragraphs]


@pytest.mark.parametrize("name", FOREIGN)
@pytest.mark.parametrize("words", ["协议", "94起", "没有的话", ""])
def test_nothing_but_comments_is_put_into_anybodys_docx(name: str, words: str) -> None:
    before = package({"[Content_Types].xml": "<Types></Types>"} | members(FOREIGN[name]))
    after = commented(before, "a", [Remark(1, 9, words, 0, "第一行\n<b>&第二行")])
    assert_untouched(before, after)
    numbers = re.findall(r'<w:commentReference w:id="(\d+)"', part(after))
    assert numbers == re.findall(r'<w:comment w:id="(\d+)"', part(after, "word/comments.xml"))
    assert "&lt;b&gt;&amp;第二行" in part(after, "word/comments.xml")


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("one run", "协议94起"),
        ("several runs", "达成协议"),
        ("a table", "协议94起"),
        ("entities", "协议"),
        ("revisions", "协议94"),
        ("a link", "达成协议"),
        ("a box", "达成协议"),
    ],
)
def test_a_comment_stands_at_exactly_the_words(name: str, words: str) -> None:
    before = package({"[Content_Types].xml": "<Types></Types>"} | members(FOREIGN[name]))
    assert under(commented(before, "a", [Remark(1, 9, words, 0, "看")])) == [words]


def test_the_second_of_two_places_is_told_from_the_first() -> None:
    before = package({"[Content_Types].xml": "<Types></Types>"} | members(p("协议甲协议乙")))
    after = part(commented(before, "a", [Remark(1, 1, "协议", 1, "看")]))
    assert '<w:t xml:space="preserve">协议甲</w:t></w:r><w:commentRangeStart' in after


@given(
    st.sampled_from(SHIPPED_PROFILES[:2]),
    st.lists(st.tuples(st.integers(1, 60), st.integers(0, 80), st.integers(1, 30), st.integers(0, 2)), max_size=6),
)
def test_any_remarks_leave_a_draft_as_it_was(name: str, drawn: list[tuple[int, int, int, int]]) -> None:
    before = write(drafted(shipped_profile(name)).document)
    texts = [q.words for q in layout(before, "a").paragraphs]
    remarks = []
    for number, begin, length, ordinal in drawn:
        words = texts[min(number, len(texts)) - 1][begin : begin + length].strip()
        remarks.append(Remark(number, number, words, ordinal, "看"))
    after = commented(before, "a", remarks)
    assert read(after, "a").document == read(before, "a").document
    assert within(part(before), part(after))
    assert len(under(after)) == len(remarks)


@pytest.mark.parametrize("name", SHAPES)
@pytest.mark.parametrize("noted", [False, True])
def test_third_parties_find_no_fault_in_the_review_copy_of_ours(name: str, noted: bool, tmp_path: Path) -> None:
    file, copy = tmp_path / "报告.docx", tmp_path / "批注.docx"
    file.write_bytes(write(SHAPES[name].document, (Note(None, "存在问题", "先前的批注"),) if noted else ()))
    checked = api.check(file, api.judge())
    copy.write_bytes(api.review(file, checked))
    assert OpenXmlValidator().validate(copy).errors == []
    assert ooxml_integrity.check(copy) == []
    assert len(under(copy.read_bytes())) == sum(d.code[:3] != "RDR" for d in checked.diagnostics) + noted
    assert_untouched(file.read_bytes(), copy.read_bytes())


def test_what_python_docx_made_with_comments_of_its_own_keeps_them(tmp_path: Path) -> None:
    document = docx.Document()
    paragraph = document.add_paragraph("云岭镇办理案件12件,调解130起。")
    document.add_comment(paragraph.runs, "旧批注", "甲", "甲")
    document.add_table(2, 2).cell(0, 0).text = "截止目前"
    file, copy = tmp_path / "报告.docx", tmp_path / "批注.docx"
    document.save(str(file))
    copy.write_bytes(api.review(file, api.check(file, api.judge())))
    # What it says of the original is that python-docx names a style that its template lacks.
    assert [(f.code, f.message) for f in ooxml_integrity.check(copy)] == [
        (f.code, f.message) for f in ooxml_integrity.check(file)
    ]
    told = [comment.text for comment in docx.Document(str(copy)).comments]
    assert told[0] == "旧批注"
    assert any("PUN002" in one for one in told)
    assert "," in under(copy.read_bytes())
    assert "截止" in under(copy.read_bytes())


def test_other_prefixes_and_encodings_are_kept() -> None:
    plain = members(p("协议94起"))
    xml = str(plain["word/document.xml"])
    renamed = (
        xml.replace("<w:", "<ns0:").replace("</w:", "</ns0:").replace("xmlns:w=", "xmlns:ns0=").replace(" w:", " ns0:")
    )
    bare = xml.replace("<w:", "<").replace("</w:", "</").replace("xmlns:w=", "xmlns=")
    strict = xml.replace(
        "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
        "http://purl.oclc.org/ooxml/wordprocessingml/main",
    )
    for changed in (renamed, bare, strict, f"\ufeff{xml}", xml.encode("utf-16"), f'<?xml version="1.0"?>\r\n{xml}'):
        before = package({"[Content_Types].xml": "<Types></Types>"} | plain | {"word/document.xml": changed})
        after = commented(before, "a", [Remark(1, 1, "协议", 0, "看")])
        assert read(after, "a").document == read(before, "a").document
        assert [c.text for root in [_comments(after)] for c in root.iter() if c.tag.endswith("}t")] == ["看"]
        assert [x.code for x in read(after, "a").diagnostics] != [x.code for x in read(before, "a").diagnostics]


def _comments(data: bytes) -> etree._Element:
    return etree.fromstring(part(data, "word/comments.xml").encode())


def test_a_report_without_words_has_no_place_for_comments() -> None:
    with pytest.raises(UnreadableInput, match="没有文字"):
        commented(package(members("<w:p/>")), "a", [Remark(1, 1, "", 0, "看")])


@pytest.mark.layout
@pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice (soffice) is not installed")
def test_libreoffice_shows_the_comments_at_their_words(tmp_path: Path) -> None:
    file, copy = tmp_path / "报告.docx", tmp_path / "copy.docx"
    file.write_bytes(edited(mutant("成稿原样"), [["document", "2024年，葛坑镇坚持", "2024年,葛坑镇坚持"]]))
    checked = api.check(file, api.judge())
    copy.write_bytes(api.review(file, checked))
    where = [
        "--headless",
        "--convert-to",
        "fodt",
        "--outdir",
        str(tmp_path),
        f"-env:UserInstallation=file://{tmp_path}/o",
    ]
    subprocess.run(["soffice", *where, str(copy)], check=True, capture_output=True, timeout=120)
    shown = (tmp_path / "copy.fodt").read_text("utf-8")
    assert len(re.findall("<office:annotation ", shown)) == len(checked.diagnostics)
    assert re.search(
        r"<office:annotation [^>]*>(?:(?!</office:annotation>).)*PUN002(?:(?!</office:annotation>).)*"
        r"</office:annotation>,<office:annotation-end",
        shown,
        re.DOTALL,
    )


def test_the_command_writes_a_copy_and_never_over_anything(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file, copy = tmp_path / "报告.docx", tmp_path / "批注.docx"
    file.write_bytes(edited(mutant("成稿原样"), [["document", "2024年，葛坑镇坚持", "2024年,葛坑镇坚持"]]))
    assert main(["check", str(file), "--review", str(copy), "--fail-on", "never"]) == 0
    assert "," in under(copy.read_bytes())
    first = copy.read_bytes()
    assert main(["check", str(file), "--review", str(copy)]) == 5
    assert main(["check", str(file), "--review", str(file)]) == 5
    assert copy.read_bytes() == first
    assert "已经存在" in capsys.readouterr().err
    text = tmp_path / "报告.txt"
    text.write_text("一、举措", "utf-8")
    assert main(["check", str(text), "--review", str(tmp_path / "x.docx")]) == 2
    assert main(["check", str(file), str(file), "--review", str(tmp_path / "x.docx")]) == 2
