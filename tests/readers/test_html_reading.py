"""The article of a web page comes out whole, and nothing of what the site put around it."""

import pytest
from readers.web_pages import CHROME, LINES, META, SHAPES, TITLE, WITH_META

from generator.document.nodes import Document, Heading, Paragraph, Table, Title
from generator.document.walk import plain
from generator.flow import printed
from generator.readers import read_bytes


def lines(document: Document) -> list[str]:
    """The printed lines below the title."""
    return [
        "".join(plain(inlines) for _, inlines in item.pieces)
        for item in printed(document.blocks)
        if not isinstance(item.block, (Title, Table))
    ]


def page(shape: str) -> bytes:
    source = SHAPES[shape]()
    return source.encode("gb18030" if "charset=gb2312" in source else "utf-8")


@pytest.mark.parametrize("shape", SHAPES)
def test_the_article_comes_out_exactly(shape: str) -> None:
    assert lines(read_bytes(page(shape), "page.html").document) == list(LINES)


@pytest.mark.parametrize("shape", SHAPES)
def test_the_title_on_the_page_is_the_title(shape: str) -> None:
    first = read_bytes(page(shape), "page.html").document.blocks[0]
    assert isinstance(first, Title)
    assert plain(first.inlines) == TITLE


@pytest.mark.parametrize("shape", SHAPES)
def test_nothing_of_the_site_is_left(shape: str) -> None:
    text = "\n".join(lines(read_bytes(page(shape), "page.html").document))
    assert [words for words in CHROME if words in text] == []


@pytest.mark.parametrize("shape", WITH_META)
def test_what_the_page_says_about_the_report_is_kept(shape: str) -> None:
    meta = read_bytes(page(shape), "page.html").document.meta
    assert {key: meta.get(key) for key in META} == META


@pytest.mark.parametrize("shape", sorted(set(SHAPES) - {"one_long_line_of_source", "zoom_with_line_breaks"}))
def test_spans_are_lines_of_the_source(shape: str) -> None:
    source = SHAPES[shape]().split("\n")
    blocks = [b for b in read_bytes(page(shape), "page.html").document.blocks if isinstance(b, (Heading, Paragraph))]
    for block in blocks:
        assert block.span
        words = plain(block.inlines)[:2]
        assert words in source[block.span.first - 1] or "&#" in source[block.span.first - 1], (words, block.span)
