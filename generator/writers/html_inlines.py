"""Words as HTML, each with the field that it came from."""

from collections.abc import Iterable, Mapping
from html import escape

from generator.document.nodes import Inline, LineBreak, Source, Text


def inlines(parts: Iterable[Inline], remarks: Mapping[str, str]) -> str:
    """HTML of `parts`; `remarks` has, by field, what is to be said about the words from there."""
    found: list[str] = []
    for part in parts:
        if isinstance(part, Text):
            found.append(_text(part, remarks))
        elif isinstance(part, LineBreak):
            found.append("<br>")
        else:
            found.append(f"<strong>{inlines(part.inlines, remarks)}</strong>")
    return "".join(found)


def _text(text: Text, remarks: Mapping[str, str]) -> str:
    words = escape(text.words)
    source = text.source
    if source is None:
        return words
    tag = "mark" if source.kind == "gap" else "span"
    attributes = [f' {name}="{escape(value)}"' for name, value in _attributes(source, remarks) if value]
    return f"<{tag}{''.join(attributes)}>{words}</{tag}>"


def _attributes(source: Source, remarks: Mapping[str, str]) -> tuple[tuple[str, str], ...]:
    place = source.place
    remark = remarks.get(source.path, "") if source.path else ""
    return (
        ("class", "noted" if remark else ""),
        ("data-kind", source.kind),
        ("data-path", source.path),
        ("data-at", f"{place.line}:{place.column}" if place else ""),
        ("data-formula", source.formula),
        ("title", remark),
    )
