"""What applies to a paragraph or run of a DOCX after styles, defaults and theme."""

from collections.abc import Iterator, Mapping
from typing import Any

from lxml import etree

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"

Attributes = Mapping[str, str]

_BY_ATTRIBUTE = {"rFonts", "spacing", "ind"}
"""Properties of which a style may change one attribute and leave the others."""


def tag(name: str) -> str:
    """`name` in the namespace of WordprocessingML."""
    return _W + name


class Effective:
    """Looks properties up the way Word does: direct, character style, paragraph style, defaults.

    root, theme: of the parts with the styles and the theme, None where a file has none.
    """

    def __init__(self, root: Any, theme: Any = None) -> None:
        if root is None:
            root = etree.Element(tag("styles"))
        self._styles: dict[str, Any] = {s.get(tag("styleId")): s for s in root.iter(tag("style"))}
        self._default = next(
            (
                s.get(tag("styleId"))
                for s in root.iter(tag("style"))
                if s.get(tag("type")) == "paragraph" and s.get(tag("default")) in ("1", "true")
            ),
            None,
        )
        self._run_defaults = root.find(f"{tag('docDefaults')}/{tag('rPrDefault')}/{tag('rPr')}")
        self._paragraph_defaults = root.find(f"{tag('docDefaults')}/{tag('pPrDefault')}/{tag('pPr')}")
        self._theme = _theme_fonts(theme)
        self._inherited: dict[tuple[str, str | None, str | None], dict[str, Attributes]] = {}

    def of_run(self, paragraph: Any, run: Any) -> dict[str, Attributes]:
        """Element name to attributes of the run properties that apply."""
        own = run.find(tag("rPr"))
        base = self._under("rPr", self._style_of(paragraph, "pPr", "pStyle"), _named_style(own, "rStyle"))
        return base if own is None else _merged([own], base)

    def of_paragraph(self, paragraph: Any) -> dict[str, Attributes]:
        """Element name to attributes of the paragraph properties that apply."""
        own = paragraph.find(tag("pPr"))
        base = self._under("pPr", self._style_of(paragraph, "pPr", "pStyle"), None)
        return base if own is None else _merged([own], base)

    def _under(self, name: str, style: str | None, character: str | None) -> dict[str, Attributes]:
        """What styles and defaults say: hundreds of runs share it."""
        key = name, style, character
        if key not in self._inherited:
            layers = [self._run_defaults if name == "rPr" else self._paragraph_defaults]
            layers += [one.find(tag(name)) for one in self._chain(style)]
            layers += [one.find(tag(name)) for one in self._chain(character)]
            self._inherited[key] = _merged(layers)
        return self._inherited[key]

    def font(self, properties: Mapping[str, Attributes], slot: str) -> str:
        """The font in `slot` (eastAsia, ascii), through the theme where it is named there."""
        fonts = properties.get("rFonts", {})
        themed = fonts.get(f"{slot}Theme", "")
        return self._theme.get(themed) or fonts.get(slot, "")

    def _style_of(self, paragraph: Any, properties: str, element: str) -> str | None:
        return _named_style(paragraph.find(tag(properties)), element) or self._default

    def _chain(self, style_id: str | None) -> list[Any]:
        """A style and those it is based on, the base first."""
        chain: list[Any] = []
        while style_id in self._styles and self._styles[style_id] not in chain:
            chain.append(self._styles[style_id])
            style_id = _named_style(chain[-1], "basedOn")
        return chain[::-1]


def _named_style(parent: Any, element: str) -> str | None:
    child = None if parent is None else parent.find(tag(element))
    return None if child is None else child.get(tag("val"))


def _merged(layers: list[Any], base: Mapping[str, Attributes] | None = None) -> dict[str, Attributes]:
    merged = dict(base or {})
    for layer in layers:
        for name, attributes in _properties(layer):
            if name not in _BY_ATTRIBUTE:
                # <w:b/> says true by its mere presence: nothing of an earlier <w:b w:val="0"/> may stay.
                merged[name] = attributes
                continue
            known = dict(merged.get(name, {}))
            if name == "rFonts":
                # A font by name beats a theme font of a layer below.
                for slot in attributes:
                    known.pop(f"{slot}Theme", None)
            merged[name] = known | attributes
    return merged


def _properties(layer: Any) -> Iterator[tuple[str, dict[str, str]]]:
    for child in () if layer is None else layer:
        if isinstance(child.tag, str):
            yield (
                etree.QName(child).localname,
                {etree.QName(key).localname: str(value) for key, value in child.attrib.items()},
            )


def _theme_fonts(root: Any) -> dict[str, str]:
    """Theme slots (minorEastAsia …) to fonts."""
    fonts: dict[str, str] = {}
    for size in ("major", "minor"):
        for face in () if root is None else root.iter(f"{_A}{size}Font"):
            latin, asian = face.find(f"{_A}latin"), face.find(f"{_A}ea")
            hans = next((f for f in face.iter(f"{_A}font") if f.get("script") == "Hans"), None)
            name = (asian.get("typeface") if asian is not None else "") or (
                hans.get("typeface") if hans is not None else ""
            )
            fonts[f"{size}EastAsia"] = name or ""
            plain = (latin.get("typeface") if latin is not None else "") or ""
            fonts[f"{size}Ascii"] = fonts[f"{size}HAnsi"] = plain
    return fonts
