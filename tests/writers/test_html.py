"""The page for previews: every word as it stands, every field to be found, nothing from outside."""

import re
from dataclasses import replace
from html.parser import HTMLParser

from hypothesis import given
from strategies import documents, words

from generator.document.nodes import Block, Division, Document, Paragraph, Source, Text, Title
from generator.document.walk import plain, stretches
from generator.look import ParagraphStyle, standard
from generator.places import Place
from generator.writers.html import write
from generator.writers.notes import Note

STAFF = Source("value", "主要举措.行政执法.数据.执法人员", Place("甲.yml", 41, 12, 900, 902))
GAP = Source("gap", "主要举措.行政执法.数据.法制审核人员")
TAGS = {
    "html",
    "head",
    "meta",
    "title",
    "style",
    "body",
    "main",
    "p",
    "span",
    "mark",
    "strong",
    "br",
    "hr",
    "table",
    "thead",
    "tbody",
    "tr",
    "th",
    "td",
    "div",
    "section",
    "footer",
    "aside",
    "ul",
    "li",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
}


class Page(HTMLParser):
    """What a browser would see: tags with their attributes, and the words of the body."""

    def __init__(self, html: bytes) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.words = ""
        self.inside = False
        self.feed(html.decode())

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))
        self.inside = self.inside or tag == "body"

    def handle_data(self, data: str) -> None:
        self.words += data if self.inside else ""


def page(*blocks: Block) -> Page:
    return Page(write(Document(blocks)))


def squeezed(text: str) -> str:
    return "".join(text.split())


@given(words(), words())
def test_any_words_and_any_field_stay_words(text: str, path: str) -> None:
    seen = page(Paragraph((Text(text, Source("value", path)),)))
    assert squeezed(seen.words) == squeezed(text)
    assert [attributes["data-path"] for _, attributes in seen.tags if "data-path" in attributes] == [path]
    assert {tag for tag, _ in seen.tags} <= TAGS


@given(documents())
def test_every_word_of_a_document_is_there(document: Document) -> None:
    seen = squeezed(Page(write(document)).words)
    for inlines in stretches(document.blocks):
        assert squeezed(plain(inlines)) in seen


@given(documents())
def test_the_same_document_gives_the_same_bytes(document: Document) -> None:
    assert write(document) == write(Document(document.blocks, dict(document.meta), document.look))


def test_words_lead_to_their_field_and_line_and_gaps_are_marked() -> None:
    seen = page(Paragraph((Text("现有"), Text("25人", STAFF), Text("【待补充：法制审核人员】", GAP))))
    marks = {tag: attributes for tag, attributes in seen.tags if "data-path" in attributes}
    assert marks["span"] == {"data-kind": "value", "data-path": STAFF.path, "data-at": "41:12"}
    assert marks["mark"]["data-path"] == GAP.path


def test_the_page_asks_nothing_of_the_network_and_runs_nothing() -> None:
    html = write(Document((Title((Text("报告"),)),))).decode()
    assert not re.search(r"https?:|url\(|@import|<script|<link|\son\w+=", html)
    assert "default-src 'none'" in html


def test_a_note_stands_with_its_words_or_above_the_sheet() -> None:
    document = Document((Paragraph((Text("25人", STAFF),)),))
    notes = (Note(None, STAFF.path, "与“附表”不符"), Note(None, STAFF.path, "去年是20人"), Note(None, "", "<偏短>"))
    seen = Page(write(document, notes))
    (noted,) = [attributes for _, attributes in seen.tags if attributes.get("class") == "noted"]
    assert noted["title"] == "与“附表”不符\n去年是20人"
    assert squeezed(seen.words) == "<偏短>25人"


def test_the_title_is_broken_between_words() -> None:
    html = write(Document((Title((Text("德化县葛坑镇人民政府关于2024年度法治政府建设情况的报告"),)),))).decode()
    assert '<h1 class="title">德化县葛坑镇人民政府<br>关于2024年度法治政府建设情况的报告</h1>' in html


def test_the_sign_off_keeps_its_distance_from_the_margin() -> None:
    def shifts(sealed: str) -> list[float]:
        signature = Division("signature", (Paragraph((Text("德化县葛坑镇人民政府"),)),))
        date = Division("date", (Paragraph((Text("2025年2月28日"),)),))
        html = write(Document((signature, date), {"sealed": sealed})).decode()
        return [float(shift) / 15.75 for shift in re.findall(r"margin-left:([0-9.]+)pt", html)]

    # 28 characters a line; the signature is 10 wide, the date 8.5 where digits count half: 2025228.
    signature, date = shifts("")
    assert (round(signature, 1), round(date, 1)) == (16.0, 18.0)
    signature, date = shifts("yes")
    assert round(28 - date - 6.5, 1) == 4.0
    assert round(signature + 5 - (date + 3.25), 1) == 0.0


def test_a_font_name_cannot_leave_its_place_in_the_style_sheet() -> None:
    look = standard()
    evil = ParagraphStyle('仿宋";}</style><script>', 32, 579, color="red;x:y")
    html = write(Document((), {}, replace(look, styles={**look.styles, "body": evil}))).decode()
    assert html.count("</style>") == 1
    assert "<script" not in html
    assert "red;x:y" not in html
