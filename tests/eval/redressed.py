"""`python -m tests.eval.redressed`: the same reports in other dress, and what of their outlines and figures is left.

Each real report ($GEN_CORPUS, else `../shared/corpus`) as a page of a web site, as a page without class names, as a
DOCX whose numbers are automatic, as a PDF (where LibreOffice is installed), as one line, and with characters dropped
at random.
"""

import random
import re
import sys
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from html import escape
from pathlib import Path

from readers.docx.word import abstract, num, p, r, word

from generator.annotate import annotate
from generator.annotate.headings_grammar import folded, number
from generator.annotate.model import Annotation, Line, Mention, Section
from generator.api.inputs import load
from generator.api.reading import words_of
from generator.document.nodes import Block, Document, Paragraph, Text
from generator.readers import read_bytes
from generator.soffice import program
from generator.writers import write
from tests.eval.figures import CORPUS

_DROPPED = 0.004
"""Share of characters that are lost."""
_MARKERS = (
    re.compile(r"([一二三四五六七八九十]{1,3})、"),
    re.compile(r"[(（]([一二三四五六七八九十]{1,3})[)）]"),
    re.compile(r"(\d{1,2})[.．](?!\d)"),
)
_NUMBERING = abstract(
    0, ("chineseCountingThousand", "%1、"), ("chineseCounting", "（%2）"), ("decimal", "%3.")
) + num(1, 0)  # fmt: skip
_NAVIGATION = "<ul><li><a>首页</a></li><li><a>政务公开</a></li><li><a>办事服务</a></li></ul>"
_FOOTER = "<p>主办单位：某县人民政府办公室</p><p>版权所有，未经授权不得转载</p><p>某ICP备12345678号</p>"


@dataclass(frozen=True)
class Left:
    """Of a report's sections and figures: how many there were, how many are found again, and those that are not though
    no character of theirs was lost."""

    sections: tuple[int, int]
    figures: tuple[int, int]
    lost: tuple[str, ...]


Dress = Callable[[Sequence[Line]], tuple[bytes, str]]
"""The lines of a report -> a file and its name."""


def web_page(lines: Sequence[Line]) -> tuple[bytes, str]:
    """As a content system of a government site shows it."""
    text = "".join(f"<p>　　{escape(line.text)}</p>\n" for line in lines[1:])
    table = "<table><tr><td>索引号：</td><td>A0101-2025-0007</td><td>发布机构：</td><td>办公室</td></tr></table>"
    body = (
        f'<div class="nav">{_NAVIGATION}</div><div class="position">当前位置：<a>首页</a> &gt; 正文</div>{table}'
        f'<h1>{escape(lines[0].text)}</h1><div class="info">发布时间：2025-01-20　浏览次数：35</div>'
        f'<div class="TRS_Editor">{text}</div><p>上一篇：<a>通知</a></p><div class="footer">{_FOOTER}</div>'
    )
    return f'<html><head><meta charset="utf-8"></head><body>{body}</body></html>'.encode(), "页.html"


def nameless_page(lines: Sequence[Line]) -> tuple[bytes, str]:
    """With nothing but nested boxes, and line breaks for paragraphs."""
    text = "<br>\n<br>\n".join(f"&nbsp;&nbsp;&nbsp;&nbsp;{escape(line.text)}" for line in lines)
    body = f"<div>{_NAVIGATION}</div><div><div><div>{text}</div></div></div><div>{_FOOTER}</div>"
    return f'<html><head><meta charset="gbk"></head><body>{body}</body></html>'.encode("gb18030"), "页.html"


def numbered(lines: Sequence[Line]) -> tuple[bytes, str]:
    """As DOCX, with every number automatic that Word would count to."""
    counters = [0, 0, 0]
    body = []
    for line in lines:
        level, rest = _counted(line.text.strip(), counters)
        body.append(p(r(escape(rest)), number=(1, level) if level >= 0 else None))
    return word("".join(body), numbering=_NUMBERING), "报告.docx"


def _counted(text: str, counters: list[int]) -> tuple[int, str]:
    for level, marker in enumerate(_MARKERS):
        found = marker.match(text)
        ordinal = 0 if found is None else int(found[1]) if found[1].isdecimal() else number(found[1])
        if found and ordinal == counters[level] + 1 and (level == 0 or counters[0]):
            counters[level:] = [ordinal, *[0] * (len(counters) - level - 1)]
            return level, text[found.end() :].strip()
    return -1, text


def pdf(lines: Sequence[Line]) -> tuple[bytes, str]:
    """As LibreOffice prints it."""
    blocks: tuple[Block, ...] = tuple(Paragraph((Text(line.text),)) for line in lines)
    return write(Document(blocks), "pdf"), "报告.pdf"


def one_line(lines: Sequence[Line]) -> tuple[bytes, str]:
    """Without any line end."""
    return "".join(line.text.strip() for line in lines).encode(), "报告.txt"


def worn(lines: Sequence[Line]) -> tuple[bytes, str]:
    """With characters dropped at random, the same ones each time."""
    chance = random.Random(20)  # noqa: S311 - a test shall lose the same ones each time
    text = "\n".join("".join(c for c in line.text if chance.random() >= _DROPPED) for line in lines)
    return text.encode(), "报告.txt"


DRESSES: Mapping[str, Dress] = {
    "网页": web_page,
    "无类名的网页": nameless_page,
    "自动编号的 DOCX": numbered,
    "PDF": pdf,
    "一整行": one_line,
    f"丢字 {_DROPPED:.1%}": worn,
}


def understood(data: bytes, name: str) -> Annotation:
    """What the shipped genre makes of a file."""
    folder, made = load(None)
    words = words_of(folder, made)
    return annotate(read_bytes(data, name).document, made.schema, words.lexicon, words.cues)


def left(bare: Annotation, other: Annotation, dropped: bool = False) -> Left:
    """What is left of a report in another dress; dropped: whether characters are lost."""
    sections = _sections(bare.outline.sections, other.outline.sections, 0.7 if dropped else 1.0)
    there = Counter(_key(mention) for mention in other.mentions)
    lost = []
    for mention in bare.mentions:
        there[_key(mention)] -= 1
        if there[_key(mention)] < 0:
            lost.append(mention)
    texts = folded("\n".join(line.text for line in other.lines))
    quoted = [_quoted(mention, bare.lines) for mention in lost]
    mine = tuple(words for words in quoted if not dropped or folded(words) in texts)
    total = len(bare.outline.sections)
    return Left((total, sections), (len(bare.mentions), len(bare.mentions) - len(lost)), mine)


def _sections(bare: Sequence[Section], other: Sequence[Section], least: float) -> int:
    at = found = 0
    for section in bare:
        for place in range(at, len(other)):
            one = other[place]
            alike = (one.level, one.role) == (section.level, section.role)
            if alike and _likeness(one.text, section.text) >= least:
                found, at = found + 1, place + 1
                break
    return found


def _likeness(one: str, other: str) -> float:
    a, b = ("".join(folded(words).split()) for words in (one, other))
    return 1.0 if a == b else SequenceMatcher(None, a, b).ratio()


def _key(mention: Mention) -> tuple[object, ...]:
    q = mention.quantity
    return q.value, q.unit, mention.indicator


def _quoted(mention: Mention, lines: Sequence[Line]) -> str:
    spot = mention.quantity.spot
    text = next(line.text for line in lines if line.number == spot.line)
    return text[max(0, spot.start - 16) : spot.end + 4]


def reports(corpus: Path = CORPUS) -> Iterator[tuple[str, Annotation]]:
    """The number of each real report and what is found in it as it is, without the lines of its web page."""
    for path in sorted(corpus.glob("00?_*.txt")):
        yield path.stem[:3], understood(path.read_bytes(), path.name)


def main() -> int:
    """Print the table, and what is lost."""
    lost = []
    dresses = {name: dress for name, dress in DRESSES.items() if dress is not pdf or program()}
    print(f"| 报告 | {' | '.join(f'{name}：标题，数' for name in dresses)} |\n|---|{'---|' * len(dresses)}")
    for report, bare in reports():
        cells = []
        for name, dress in dresses.items():
            found = left(bare, understood(*dress(bare.lines)), dress is worn)
            cells.append(f"{found.sections[1]}/{found.sections[0]}，{found.figures[1]}/{found.figures[0]}")
            lost += [f"{report} {name}：…{words}" for words in found.lost]
        print(f"| {report} | {' | '.join(cells)} |")
    print("\n".join(lost))
    return 0


if __name__ == "__main__":
    sys.exit(main())
