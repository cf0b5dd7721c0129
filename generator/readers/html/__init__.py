"""Saved web pages: the article without what the site put around it."""

from generator.diagnostics import Diagnostic, Severity
from generator.document.nodes import Document
from generator.errors import UnreadableInput
from generator.readers import codes
from generator.readers.bounds import MOST_BLOCKS, too_long
from generator.readers.html.article import article_of
from generator.readers.html.blocks import blocks_of
from generator.readers.html.flow import flow_of
from generator.readers.html.metadata import metadata_of
from generator.readers.html.source import source_of, tree_of
from generator.readers.reading import Reading


def read(data: bytes, name: str) -> Reading:
    """The article of the page; what stands beside it (索引号, 文号 …) goes into meta. Raises UnreadableInput."""
    source, told = source_of(data, name)
    tree, too_deep = tree_of(source)
    page = flow_of(tree)
    if len(page.items) > MOST_BLOCKS:
        raise too_long(name)
    article = article_of(page)
    blocks = blocks_of(page, article)
    if not blocks:
        hint = "网页可能由脚本显示或只有框架；在浏览器里打开，全选复制到 Word，存成 DOCX 后再读"
        raise UnreadableInput(f"“{name}”里没有文字", hint)
    diagnostics = list(told)
    if too_deep:
        message = "网页的标签嵌套太深，后面的内容没有读入"
        diagnostics.append(Diagnostic(codes.TOO_DEEP, None, message, "对照原文补上", Severity.WARNING))
    if not article.found:
        message = "没有认出网页的正文，全部文字都读了进来"
        diagnostics.append(Diagnostic(codes.NO_ARTICLE, None, message, "对照原文删去多余的行", Severity.WARNING))
    if article.pictures:
        message = f"正文里有 {article.pictures} 幅图片，没有读入"
        diagnostics.append(Diagnostic(codes.PICTURES, None, message, "图片里的文字请照录", Severity.WARNING))
    meta = {"file": name, **metadata_of(page, article)}
    return Reading(Document(blocks, meta), tuple(diagnostics))
