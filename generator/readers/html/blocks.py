"""An article's lines as blocks of the document."""

from collections.abc import Iterator, Sequence

from generator.document.nodes import Block, Inline, LineBreak, Paragraph, Span, Title
from generator.readers.headings import heading
from generator.readers.html.article import Article
from generator.readers.html.flow import Item, Page

_LONGEST_HEADING = 120
"""Characters; what is longer is running text, whatever its tag."""


def blocks_of(page: Page, article: Article) -> tuple[Block, ...]:
    """The blocks; headings keep the distance of their tags, the highest one is level 1."""
    items = [page.items[at] for at in article.lines]
    highest = min((item.level for item in items if item.level), default=0)
    return (*_titles([page.items[at] for at in article.title]), *(_block(item, highest) for item in items))


def _titles(items: Sequence[Item]) -> Iterator[Block]:
    inlines: list[Inline] = []
    for item in items:
        inlines += [LineBreak(), *item.inlines] if inlines else item.inlines
    if inlines:
        yield Title(tuple(inlines), Span(items[0].line, items[-1].line))


def _block(item: Item, highest: int) -> Block:
    if item.table:
        return item.table
    span = Span(item.line, item.line)
    if item.level and len(item.text) <= _LONGEST_HEADING:
        return heading(item.level - highest + 1, item.inlines, span)
    return Paragraph(item.inlines, span)
