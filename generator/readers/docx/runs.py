"""The words of a paragraph: revisions accepted, fields by their results, what is hidden or no words left out."""

from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, TypeAlias

from generator.document.nodes import Inline, LineBreak, Strong, Text
from generator.readers import codes
from generator.readers.docx.facts import VAL, Stretch, W, is_on
from generator.readers.docx.styles import NO_STYLE, Styles, style_of

Piece: TypeAlias = tuple[str, bool, str | None]
"""Face, bold, words; None for a forced line end."""

_MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_M = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
_XML_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
_ALTERNATE, _CHOICE, _FALLBACK = f"{_MC}AlternateContent", f"{_MC}Choice", f"{_MC}Fallback"
_RUN, _TEXT = f"{W}r", f"{W}t"
_LOOK, _STYLE, _BOLD, _VANISH = f"{W}rPr", f"{W}rStyle", f"{W}b", f"{W}vanish"
_AROUND = {
    f"{W}{name}"
    for name in ("hyperlink", "smartTag", "customXml", "sdt", "sdtContent", "fldSimple", "dir", "bdo", "ins", "moveTo")
}
_GONE = {f"{W}del", f"{W}moveFrom"}
_REVISED = {*_GONE, f"{W}ins", f"{W}moveTo"}
_FORMULAS = {f"{_M}oMath", f"{_M}oMathPara"}
_DRAWING = "http://schemas.openxmlformats.org/drawingml/2006"
_PICTURES = (
    f"{{{_DRAWING}/main}}blip",
    f"{{{_DRAWING}/chart}}chart",
    f"{{{_DRAWING}/diagram}}relIds",
    "{urn:schemas-microsoft-com:vml}imagedata",
)
_GAPS = {f"{W}tab": "\t", f"{W}ptab": "\t", f"{W}noBreakHyphen": "-"}
# A soft hyphen, a byte order mark and characters without width are nothing that is printed.
_INVISIBLE = {0x00AD: None, 0xFEFF: None, 0x200B: None, 0x2060: None, 0x0A: " ", 0x0D: " "}
_SYMBOLS = {
    0xF0A8: "□", 0xF06F: "□", 0xF0FE: "☑", 0xF052: "☑", 0xF0FD: "☒", 0xF0FC: "√", 0xF050: "√", 0xF0FB: "×",
    0xF06C: "●", 0xF06E: "■", 0xF075: "◆", 0xF0D8: "➢", 0xF0B7: "·", 0xF0B0: "°", 0xF0B1: "±", 0xF0B4: "×",
    0xF0A3: "≤", 0xF0B3: "≥",
}  # fmt: skip
"""Private characters of the fonts Wingdings and Symbol."""


@dataclass(slots=True)
class Story:
    """What is being read, while it is read. fields: for each open field whether its result has begun, waiting: in
    how many it has not.

    seen: code -> how often; boxes, notes: what the current paragraph holds of them, in order.
    """

    styles: Styles
    seen: Counter[str]
    fields: list[bool] = field(default_factory=list)
    waiting: int = 0
    boxes: list[Any] = field(default_factory=list)
    notes: list[tuple[str, str]] = field(default_factory=list)


def pieces_of(element: Any, story: Story, bold: bool = False, hidden: bool = False) -> list[Piece]:
    """The words of a paragraph; bold, hidden: what its style says of words that say nothing themselves."""
    out: list[Piece] = []
    _gather(element, story, bold, hidden, out)
    if story.waiting:
        # A field whose result has not begun when its paragraph ends has none: nothing after it may be lost.
        story.fields, story.waiting = [begun for begun in story.fields if begun], 0
    return out


def stretches_of(pieces: list[Piece]) -> tuple[Stretch, ...]:
    """Pieces as inlines: neighbours of one formatting are one, an empty piece parts two bold ones."""
    found: list[Stretch] = []
    inlines: list[Inline] = []
    words: list[str] = []
    inner: list[Inline] = []
    face, strong = "", False

    def close_words() -> None:
        if words and (text := "".join(words)):
            (inner if strong else inlines).append(Text(text))
        words.clear()

    def close_strong() -> None:
        close_words()
        if inner:
            inlines.append(Strong(tuple(inner)))
            inner.clear()

    for own, bold, said in pieces:
        if own != face and said != "":
            close_strong()
            if inlines:
                found.append(Stretch(face, tuple(inlines)))
                inlines = []
            face = own
        if bold != strong:
            close_strong()
            strong = bold
        if said is None:
            close_words()
            (inner if strong else inlines).append(LineBreak())
        else:
            words.append(said)
    close_strong()
    if inlines:
        found.append(Stretch(face, tuple(inlines)))
    return tuple(found)


def _gather(parent: Any, story: Story, bold: bool, hidden: bool, out: list[Piece]) -> None:
    for child in parent:
        tag = child.tag
        if tag == _RUN:
            _run(child, story, bold, hidden, out)
            continue
        if tag in _REVISED:
            story.seen[codes.REVISIONS] += 1
        if tag in _AROUND:
            _gather(child, story, bold, hidden, out)
        elif tag == _ALTERNATE:
            if (chosen := chosen_of(child)) is not None:
                _gather(chosen, story, bold, hidden, out)
        elif tag in _FORMULAS:
            story.seen[codes.FORMULAS] += 1
            out.append(("", bold, "".join(t.text or "" for t in child.iter(f"{_M}t"))))


def _run(run: Any, story: Story, bold: bool, hidden: bool, out: list[Piece]) -> None:
    children = list(run)
    if not children:
        # Between two bold runs it says that they are two.
        out.append(("", False, ""))
        return
    face = ""
    if children[0].tag == _LOOK:
        for mark in children[0]:
            tag = mark.tag
            if tag == _STYLE:
                style = style_of(story.styles, mark.get(VAL, ""), NO_STYLE)
                face = style.face
                # A heading's weight belongs to its face, not to its words.
                bold = bold if style.bold is None or face else style.bold
                hidden = hidden or style.hidden
            elif tag == _BOLD:
                bold = is_on(mark)
            elif tag == _VANISH:
                hidden = is_on(mark)
    said: list[Piece] = []
    before = ""
    for child in children:
        # Our writer sets words that it put in apart like this.
        added = child.tag == before == _TEXT
        before = child.tag
        _content(child, story, "added" if added else face, bold, said)
    if story.waiting:
        return
    if hidden:
        story.seen[codes.HIDDEN] += any(words for _, _, words in said)
        return
    out += said


def _content(child: Any, story: Story, face: str, bold: bool, out: list[Piece]) -> None:
    tag = child.tag
    if tag == _TEXT:
        words = child.text or ""
        if not words.isprintable():
            words = words.translate(_INVISIBLE)
        # Without the attribute, blanks at the ends are those of the file's layout.
        out.append((face, bold, words if child.get(_XML_SPACE) == "preserve" else words.strip(" \t\n")))
    elif tag in _GAPS:
        out.append((face, bold, _GAPS[tag]))
    elif act := _ACTS.get(tag):
        act(child, story, face, bold, out)


def _break(child: Any, _story: Story, face: str, bold: bool, out: list[Piece]) -> None:
    # The writer of ours says the usual kind of break in so many words where it broke a title itself.
    if child.get(f"{W}type") is None:
        out.append((face, bold, None))


def _field(child: Any, story: Story, _face: str, _bold: bool, _out: list[Piece]) -> None:
    kind = child.get(f"{W}fldCharType")
    if kind == "begin":
        story.fields.append(False)
        story.waiting += 1
    elif kind == "separate" and story.fields:
        story.waiting -= not story.fields[-1]
        story.fields[-1] = True
    elif kind == "end" and story.fields:
        story.waiting -= not story.fields.pop()


def _symbol(child: Any, story: Story, face: str, bold: bool, out: list[Piece]) -> None:
    try:
        code = int(child.get(f"{W}char", ""), 16)
    except ValueError:
        return
    if 0x20 < code < 0xE000:
        out.append((face, bold, chr(code) if not code >= 0xD800 else ""))
    elif words := _SYMBOLS.get(code):
        out.append((face, bold, words))
    else:
        story.seen[codes.SYMBOLS] += 1


def _drawing(child: Any, story: Story, _face: str, _bold: bool, _out: list[Piece]) -> None:
    boxes = [box for box in _boxes(child) if next(box.iter(_TEXT), None) is not None]
    story.boxes.extend(boxes)
    story.seen[codes.TEXT_BOXES] += len(boxes)
    # Lines and shapes without words say nothing.
    story.seen[codes.DRAWINGS] += not boxes and next(child.iter(*_PICTURES), None) is not None


def _boxes(parent: Any) -> Iterator[Any]:
    """The text boxes of a drawing; one within another comes with it."""
    for child in parent:
        if child.tag == f"{W}txbxContent":
            yield child
        elif child.tag == _ALTERNATE:
            yield from _boxes(child if (chosen := chosen_of(child)) is None else chosen)
        else:
            yield from _boxes(child)


def _object(_child: Any, story: Story, _face: str, _bold: bool, _out: list[Piece]) -> None:
    story.seen[codes.EMBEDDED] += 1


def _ruby(child: Any, story: Story, _face: str, bold: bool, out: list[Piece]) -> None:
    base = child.find(f"{W}rubyBase")
    if base is not None:
        _gather(base, story, bold, False, out)


def _note(child: Any, story: Story, _face: str, _bold: bool, _out: list[Piece]) -> None:
    kind = "footnotes" if child.tag == f"{W}footnoteReference" else "endnotes"
    story.notes.append((kind, child.get(f"{W}id", "")))


def _alternate(child: Any, story: Story, face: str, bold: bool, out: list[Piece]) -> None:
    if (chosen := chosen_of(child)) is not None:
        for inner in chosen:
            _content(inner, story, face, bold, out)


def chosen_of(alternate: Any) -> Any:
    """The first choice of `mc:AlternateContent`, else its fallback, else None; the others say the same again."""
    choice = alternate.find(_CHOICE)
    return alternate.find(_FALLBACK) if choice is None else choice


_ACTS: Mapping[str, Callable[[Any, Story, str, bool, list[Piece]], None]] = {
    f"{W}br": _break,
    f"{W}cr": _break,
    f"{W}fldChar": _field,
    f"{W}sym": _symbol,
    f"{W}drawing": _drawing,
    f"{W}pict": _drawing,
    f"{W}object": _object,
    f"{W}ruby": _ruby,
    f"{W}footnoteReference": _note,
    f"{W}endnoteReference": _note,
    _ALTERNATE: _alternate,
}
