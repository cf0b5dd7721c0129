"""What a page says about its article: 索引号, 文号, 发布机构, dates."""

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import TYPE_CHECKING

from generator.document.walk import plain
from generator.regex import regex

if TYPE_CHECKING:
    from generator.readers.html.article import Article
    from generator.readers.html.flow import Item, Page

_LABELS: Mapping[str, tuple[str, ...]] = {
    "索引号": ("信息索引号", "索引号", "索引"),
    "文号": ("备注/文号", "发文字号", "公文文号", "文件编号", "文号"),
    "发布机构": (
        "信息公开机构", "发布机构", "发文机关", "发文机构", "发文单位", "发布单位", "公开机构", "公开主体", "制发机关",
        "制发机构", "公开责任部门", "责任部门", "发布部门",
    ),
    "成文日期": ("公文生成日期", "生成日期", "成文日期", "制发日期", "印发日期", "发文日期", "成文时间", "形成日期"),
    "发布日期": (
        "公开发布日期", "发布日期", "发布时间", "公开日期", "公开时间", "更新时间", "添加时间", "日期", "时间",
    ),
    "标题": ("信息名称", "公文名称", "文件名称", "标题", "名称"),
    "来源": ("文章来源", "信息来源", "稿件来源", "来源"),
    "作者": ("作者",),
    "主题分类": ("主题分类", "信息类别", "信息分类", "体裁分类", "公文种类", "分类", "服务对象分类"),
    "主题词": ("主题词", "关键词", "关键字"),
    "有效性": ("是否有效", "有效性", "时效性", "废止日期", "生效日期", "实施日期"),
    "公开方式": ("公开方式", "公开形式", "公开范围", "公开类别", "公开时限", "公开程序"),
    "内容概述": ("内容概述", "内容摘要"),
    "浏览次数": (
        "浏览次数", "阅读次数", "点击次数", "访问次数", "浏览量", "阅读量", "点击数", "点击率", "点击", "浏览", "阅读",
    ),
}  # fmt: skip
_KEYS = {label: key for key, labels in _LABELS.items() for label in labels}
_UNKEPT = frozenset(("浏览次数",))
# Labels are set with blanks between their characters to make them equally long.
_LABEL = "|".join(r"\s*".join(label) for label in sorted(_KEYS, key=len, reverse=True))
_PAIR = regex(rf"(?:^|(?<=[\s\])】;；|]))[-·•*\[【(（]?\s*(?P<label>{_LABEL})\s*[】\]]?\s*[:：]\s*")
_BARE = regex(rf"\s*[【\[]?(?:{_LABEL})[】\]]?\s*[:：]?\s*")
_TAGS: Mapping[str, str] = {
    "articletitle": "标题",
    "pubdate": "发布日期",
    "publishdate": "发布日期",
    "contentsource": "来源",
    "author": "作者",
}
_DATE = regex(r"\d{4}[-/.年]\d{1,2}[-/.月]\d{1,2}日?(?:\s+\d{1,2}:\d\d(?::\d\d)?)?")


def is_metadata(item: "Item") -> bool:
    """Whether the line says nothing but such things."""
    if item.table:
        return any(_BARE.fullmatch(words) for words in _cells(item))
    if len(item.text) > 300:
        return False
    return bool(_PAIR.match(item.text) or _BARE.fullmatch(item.text) or _DATE.fullmatch(item.text))


def metadata_of(page: "Page", article: "Article") -> dict[str, str]:
    """Key (`索引号` …) -> value, from the lines around the article and the page's own elements `meta`."""
    found: dict[str, str] = {}
    inside = {*article.lines, *article.title}
    for key, value in _pairs(item for at, item in enumerate(page.items) if at not in inside):
        if key not in _UNKEPT:
            found.setdefault(key, value)
    for name, key in _TAGS.items():
        if name in page.metas:
            found.setdefault(key, page.metas[name])
    if title := "".join(page.items[at].text for at in article.title) or page.title:
        found.setdefault("标题", title)
    return found


def _pairs(items: Iterable["Item"]) -> Iterator[tuple[str, str]]:
    label = ""
    for words in (words for item in items for words in (_cells(item) if item.table else (item.text,))):
        if _BARE.fullmatch(words):
            label = re.sub(r"[\s:：【】\[\]]", "", words)
            continue
        if label:
            yield _KEYS[label], words
            label = ""
            continue
        marks = list(_PAIR.finditer(words)) if len(words) < 500 else []
        for at, mark in enumerate(marks):
            end = marks[at + 1].start() if at + 1 < len(marks) else len(words)
            if value := words[mark.end() : end].strip(" \t\u3000[]【】|"):
                yield _KEYS[re.sub(r"\s", "", mark["label"])], value


def _cells(item: "Item") -> list[str]:
    table = item.table
    return [plain(cell) for row in (*table.header, *table.rows) for cell in row if cell] if table else []
