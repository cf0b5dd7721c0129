"""Paragraphs, tables and the parts with a place of their own as HTML."""

from collections.abc import Iterator, Mapping, Sequence

from generator.document.nodes import (
    Block,
    Division,
    Document,
    Heading,
    Inline,
    LineBreak,
    Paragraph,
    Table,
    Text,
    Title,
)
from generator.document.walk import plain, texts
from generator.flow import Printed, printed
from generator.look import Look
from generator.records import record
from generator.writers.html_inlines import inlines
from generator.writers.title_lines import display_width, title_lines


@record
class Setting:
    """What every part of a page needs to know.

    remarks: by field, what is to be said about words from there; pitch: advance of a character of
    running text in points; mark: the largest size of the issuer's mark and the width it may take, both in
    points; signature, date: shift of the sign-off's lines from the left in characters.
    """

    remarks: Mapping[str, str]
    pitch: float
    mark: tuple[float, float]
    signature: tuple[float, ...]
    date: float


def setting_of(document: Document, look: Look, remarks: Mapping[str, str]) -> Setting:
    """The setting of a document's page; the sign-off after GB/T 9704-2012, 7.3.5."""
    lines = {
        block.name: [display_width(plain(_inlines(line))) for line in block.blocks]
        for block in document.blocks
        if isinstance(block, Division) and block.name in ("signature", "date")
    }
    names, dates = lines.get("signature", []), lines.get("date", [])
    width, date = look.page.chars_per_line, max(dates, default=0.0)
    mark = look.styles["mark"].size / 2, (look.page.width - look.page.left - look.page.right) / 20
    if document.meta.get("sealed") == "yes":
        at = width - 4 - date
        return Setting(remarks, _pitch(look), mark, tuple(max(0.0, at + (date - name) / 2) for name in names), at)
    longest = max(names, default=0.0)
    # The date begins two characters to the right of the signature; both keep two from the margin.
    left = width - 2 - max(longest, date + 2 if dates else 0.0)
    return Setting(remarks, _pitch(look), mark, (max(0.0, left),) * len(names), max(0.0, left + 2))


def html_blocks(blocks: Sequence[Block], setting: Setting) -> Iterator[str]:
    """HTML of `blocks`, numbers written out."""
    attachments = sum(isinstance(block, Division) and block.name == "attachment" for block in blocks)
    count = 0
    for item in printed(blocks):
        block = item.block
        if isinstance(block, Division):
            count += block.name == "attachment"
            yield _division(block, f"附件{count}" if attachments > 1 else "附件", setting)
        elif isinstance(block, Table):
            yield _table(block, setting)
        else:
            yield _printed(item, setting)


def _printed(item: Printed, setting: Setting) -> str:
    block, tag, role = item.block, "p", "body"
    if isinstance(block, Title):
        tag, role = "h1", "title"
    elif isinstance(block, Heading) and block.placement == "own_line":
        tag, role = f"h{block.level + 1}", f"heading{block.level}"
    words = ""
    for piece_role, piece in item.pieces:
        if role == "title":
            piece = _broken(piece)
        html = inlines(piece, setting.remarks)
        face = piece_role.startswith("heading") and piece_role != role
        words += f'<span class="face {piece_role}">{html}</span>' if face else html
    return f'<{tag} class="{role}">{words}</{tag}>\n'


def _division(division: Division, mark: str, setting: Setting) -> str:
    name, blocks = division.name, division.blocks
    if name == "attachment":
        inside = "".join(html_blocks(blocks, setting)).replace('class="title"', 'class="attachment_title"')
        return f'<section class="attachment">\n<p class="attachment_mark">{mark}</p>\n{inside}</section>\n'
    if name == "letterhead":
        return f'{_letterhead(blocks, setting)}<hr class="red-line">\n'
    if name == "imprint":
        return f'<footer class="imprint-lines">\n{"".join(html_blocks(blocks, setting))}</footer>\n'
    lines = [inlines(_inlines(block), setting.remarks) for block in blocks]
    if name == "signature":
        return "".join(_line(name, line, at) for line, at in zip(lines, _shifts(setting, len(lines)), strict=True))
    if name == "date":
        return "".join(_line(name, line, setting.date * setting.pitch) for line in lines)
    if name == "attachment_note":
        numbers = [f"{n}." for n in range(1, len(lines) + 1)] if len(lines) > 1 else [""]
        heads = ["附件：", *['<span class="unseen">附件：</span>'] * (len(lines) - 1)]
        return "".join(_line(name, "".join(parts)) for parts in zip(heads, numbers, lines, strict=False))
    if name == "copies":
        return _line("imprint", "抄送：" + "".join(lines))
    if name == "printed":
        spread = "".join(f"<span>{line}</span>" for line in (*lines[:-1], *(f"{e}印发" for e in lines[-1:])))
        return _line("imprint between", spread)
    if name == "mark":
        size, width = setting.mark
        longest = max((display_width(plain(_inlines(block))) for block in blocks), default=0.0)
        style = f"font-size:{min(size, width / max(longest, 1)):.1f}pt"
        return "".join(f'<p class="mark" style="{style}">{line}</p>\n' for line in lines)
    if name == "issuer":
        return _line("issuer", f'<span class="face issuer_label">签发人：</span>{"、".join(lines)}')
    return "".join(_line(name, line) for line in lines)


def _letterhead(blocks: Sequence[Block], setting: Setting) -> str:
    parts = {b.name: _division(b, "", setting) for b in blocks if isinstance(b, Division)}
    below = parts.get("number", "") + parts.get("issuer", "")
    return parts.get("mark", "") + (f'<div class="between">\n{below}</div>\n' if below else "")


def _line(role: str, words: str, shift: float = 0.0) -> str:
    style = f' style="margin-left:{shift:.2f}pt"' if shift else ""
    return f'<p class="{role}"{style}>{words}</p>\n'


def _table(table: Table, setting: Setting) -> str:
    head = "".join(_row(row, "th", "table_head", setting) for row in table.header)
    body = "".join(_row(row, "td", "table", setting) for row in table.rows)
    return "<table>\n" + (f"<thead>\n{head}</thead>\n" if head else "") + f"<tbody>\n{body}</tbody>\n</table>\n"


def _row(row: Sequence[tuple[Inline, ...]], tag: str, role: str, setting: Setting) -> str:
    cells = (f'<{tag} class="{role}">{inlines(cell, setting.remarks)}</{tag}>' for cell in row)
    return f"<tr>{''.join(cells)}</tr>\n"


def _broken(title: tuple[Inline, ...]) -> tuple[Inline, ...]:
    """A title that nobody broke, broken as in the DOCX."""
    if not all(isinstance(part, Text) for part in title):
        return title
    ends = [len(line) for line in title_lines(plain(title))]
    parts: list[Inline] = []
    for text in texts(title):
        words = text.words
        while ends and len(words) >= ends[0]:
            parts += [Text(words[: ends[0]], text.source), LineBreak()]
            words = words[ends.pop(0) :]
        if words:
            parts.append(Text(words, text.source))
            ends[:1] = [ends[0] - len(words)]
    return tuple(parts[:-1])


def _shifts(setting: Setting, lines: int) -> list[float]:
    # A second signature division, which no report has, is set flush left.
    shifts = [shift * setting.pitch for shift in setting.signature]
    return [*shifts, *[0.0] * lines][:lines]


def _pitch(look: Look) -> float:
    return look.styles["body"].char_pitch / 20


def _inlines(block: Block) -> tuple[Inline, ...]:
    return block.inlines if isinstance(block, (Title, Heading, Paragraph)) else ()
