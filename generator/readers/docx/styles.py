"""Styles: what a paragraph or run inherits, and which part of a report a style's name says it is."""

from collections.abc import Mapping
from typing import Any

from generator.readers.docx.facts import VAL, W, is_on, whole
from generator.records import record
from generator.regex import regex

ROLES: Mapping[str, str] = {
    "title": "title", "标题": "title",
    "salutation": "salutation", "称呼": "salutation",
    "signature": "signature", "签名": "signature",
    "date": "date", "日期": "date",
    "附件说明": "attachment_note",
    "附注": "note",
    "附件标记": "attachment_mark",
    "附件标题": "attachment_title",
    "发文机关标志": "mark",
    "发文字号": "number",
    "版记": "imprint",
    "表头": "cell",
    "表格文字": "cell",
    "table heading": "cell",
    "toc heading": "contents",
    "contents heading": "contents",
}  # fmt: skip
"""Name of a paragraph style, in lower case, to its role."""

FACES: Mapping[str, str] = {"签发人标签": "issuer_label", "签发人": "issuer"}
"""Name of a character style to its role; headings come from `_FACE`."""

_HEADING = regex(r"(?:heading|标题) ?([1-9])")
_FACE = regex(r"(?:heading|标题) ?([1-4]) ?(?:char|字符)|连排标题 ?([1-4])")
_CONTENTS = regex(r"(?:toc|contents|目录) ?[1-9]")
_ID, _KIND, _DEFAULT = f"{W}styleId", f"{W}type", f"{W}default"
_NONE = 9
"""The outline level, 0-based, of running text."""


@record
class Style:
    """A style with what it inherits. numbering: id and level of its list, None for none; bold: None if unsaid."""

    role: str = ""
    level: int = 0
    face: str = ""
    numbering: tuple[str, int | None] | None = None
    bold: bool | None = None
    hidden: bool = False
    styled: bool = True


NO_STYLE = Style(styled=False)


@record
class Styles:
    """elements: what the file says of each style, by id; known: those that were asked for, a fraction of what a word
    processor defines; default: what a paragraph without a style has."""

    elements: Mapping[str, Any]
    known: dict[str, Style]
    default: Style = NO_STYLE


def styles_of(root: Any) -> Styles:
    """What the part word/styles.xml says; None for a missing part."""
    elements: dict[str, Any] = {}
    default = ""
    for element in () if root is None else root.iterchildren(f"{W}style"):
        identity = element.get(_ID, "")
        elements[identity] = element
        if is_on_attribute(element.get(_DEFAULT)) and element.get(_KIND) == "paragraph":
            default = identity
    known: dict[str, Style] = {}
    _resolve(default, elements, known)
    plain = known.get(default, NO_STYLE)
    base = Style(plain.role, plain.level, plain.face, plain.numbering, plain.bold, plain.hidden, styled=False)
    if default:
        known[default] = base
    return Styles(elements, known, base)


def style_of(styles: Styles, identity: str, otherwise: Style) -> Style:
    """The style with this id; `otherwise` where the file has none."""
    if identity not in styles.known:
        _resolve(identity, styles.elements, styles.known)
    return styles.known.get(identity, otherwise)


def is_on_attribute(value: str | None) -> bool:
    """Whether an attribute that is a switch is on."""
    return value in ("1", "true", "on")


def _resolve(identity: str, elements: Mapping[str, Any], known: dict[str, Style]) -> None:
    """Put the style and those it is based on into `known`; a circle ends where it closes."""
    chain: dict[str, None] = {}
    while identity in elements and identity not in known and identity not in chain:
        chain[identity] = None
        base = elements[identity].find(f"{W}basedOn")
        identity = "" if base is None else base.get(VAL, "")
    inherited = known.get(identity, NO_STYLE)
    for one in reversed(chain):
        inherited = known[one] = _style(elements[one], inherited)


def _style(element: Any, base: Style) -> Style:
    name = element.find(f"{W}name")
    words = ("" if name is None else name.get(VAL, "")).strip().lower()
    role, level, face = base.role, base.level, ""
    numbering, bold, hidden = base.numbering, base.bold, base.hidden
    paragraph, run = element.find(f"{W}pPr"), element.find(f"{W}rPr")
    if element.get(_KIND) == "character":
        if found := _FACE.fullmatch(words):
            face = f"heading{found[1]}" if found[1] else f"joined{found[2]}"
        face = face or FACES.get(words, base.face)
    elif words in ROLES:
        role, level = ROLES[words], 0
    elif found := _HEADING.fullmatch(words):
        role, level = "", int(found[1])
    elif _CONTENTS.fullmatch(words):
        role, level = "contents", 0
    elif paragraph is not None and (outline := paragraph.find(f"{W}outlineLvl")) is not None:
        role, level = "", outline_level(outline)
    if paragraph is not None and (listed := paragraph.find(f"{W}numPr")) is not None:
        numbering = numbering_of(listed, base.numbering)
    if run is not None:
        weight, vanish = run.find(f"{W}b"), run.find(f"{W}vanish")
        bold = bold if weight is None else is_on(weight)
        hidden = hidden if vanish is None else is_on(vanish)
    return Style(role, level, face, numbering, bold, hidden)


def outline_level(element: Any) -> int:
    """1 for the highest level, 0 for running text."""
    level = whole(element.get(VAL), _NONE)
    return level + 1 if level < _NONE else 0


def numbering_of(element: Any, inherited: tuple[str, int | None] | None) -> tuple[str, int | None] | None:
    """Id and level of a list from `w:numPr`, each inherited where it is not said; None where it is switched off."""
    identity, level = element.find(f"{W}numId"), element.find(f"{W}ilvl")
    number = identity.get(VAL, "") if identity is not None else inherited[0] if inherited else ""
    depth = whole(level.get(VAL), 0) if level is not None else inherited[1] if inherited else None
    return None if number in ("", "0") else (number, depth)
