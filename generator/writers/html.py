"""One self-contained page that looks like the A4 sheet, for a preview in the browser.

Words that came from the form carry `data-path` (the field), `data-at` (line:column in the form) and
`data-kind`, so that a click can lead to where they were entered.
"""

from collections.abc import Sequence
from html import escape

from generator.document.nodes import Document, Title
from generator.document.walk import plain
from generator.look import standard
from generator.writers.html_blocks import html_blocks, setting_of
from generator.writers.html_style import style_sheet
from generator.writers.notes import Note

_HEAD = """\
<!DOCTYPE html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<meta name="viewport" content="width=device-width">
<title>{title}</title>
<style>
{style}</style>
</head>
<body>
{notes}<main class="sheet">
"""
_FOOT = "</main>\n</body>\n</html>\n"


def write(document: Document, notes: Sequence[Note] = ()) -> bytes:
    """The document as UTF-8 HTML.

    A note shows when the pointer rests on the words that it is about; one that is about no words of the
    document stands in a list above the sheet.
    """
    look = document.look or standard()
    titles = (plain(block.inlines) for block in document.blocks if isinstance(block, Title))
    title = next(titles, document.meta.get("title", ""))
    remarks: dict[str, str] = {}
    for note in notes:
        if note.path:
            remarks[note.path] = f"{remarks[note.path]}\n{note.text}" if note.path in remarks else note.text
    body = "".join(html_blocks(document.blocks, setting_of(document, look, remarks)))
    loose = [note.text for note in notes if f'data-path="{escape(note.path)}"' not in body]
    head = _HEAD.format(title=escape(title), style=style_sheet(look), notes=_list(loose))
    return (head + body + _FOOT).encode()


def _list(loose: Sequence[str]) -> str:
    items = "".join(f"<li>{escape(text)}</li>" for text in loose)
    return f'<aside class="notes"><ul>{items}</ul></aside>\n' if items else ""
