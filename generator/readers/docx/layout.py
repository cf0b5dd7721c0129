"""How a DOCX is set, as far as its XML says; nothing is rendered."""

from collections.abc import Iterator, Mapping
from typing import Any

from generator.readers.docx.effective import Attributes, Effective
from generator.readers.docx.facts import VAL, W, is_on
from generator.readers.docx.layout_facts import Grid, Layout, Paragraph, Run
from generator.readers.docx.measures import half_points, number
from generator.readers.docx.package import Package, open_package, parts, properties
from generator.readers.docx.paragraphs import numbered
from generator.readers.docx.sheets import sheets_of

_REVISED = tuple(
    f"{W}{name}" for name in ("ins", "del", "moveFrom", "moveTo", "rPrChange", "pPrChange", "sectPrChange")
)
_OFF = ("0", "false", "off", "none")
_NO_OUTLINE = 9
_PEOPLE = ("creator", "lastModifiedBy", "manager")
_BREAKS = {f"{W}br": "\n", f"{W}cr": "\n", f"{W}tab": "\t"}


def layout(data: bytes, name: str) -> Layout:
    """How the DOCX with these bytes is set. name: what messages call it. Raises: UnreadableInput."""
    package = open_package(data, name)
    effective = Effective(_first(package, "styles"), _first(package, "theme"))
    settings = _first(package, "settings")
    facing = None if settings is None else settings.find(f"{W}evenAndOddHeaders")
    body = package.main.find(f"{W}body")
    paragraphs: list[Paragraph] = []
    sections: list[tuple[int, Any]] = []
    revised, commented, hidden = [], [], []
    numbers: dict[Any, int] = {}
    first = 1
    for at, (element, tabled) in enumerate(() if body is None else numbered(body), 1):
        numbers[element] = at
        set_ = _paragraph(at, element, tabled, effective)
        paragraphs.append(set_)
        if (section := element.find(f"{W}pPr/{W}sectPr")) is not None:
            sections.append((first, section))
            first = at + 1
        revised += [at] * (next(element.iter(*_REVISED), None) is not None)
        commented += [at] * (next(element.iter(f"{W}commentReference"), None) is not None)
        hidden += [at] * any(not run.words for run in set_.runs)
    if body is not None and (section := body.find(f"{W}sectPr")) is not None:
        sections.append((first, section))
    footers = dict(zip(package.ids.get("footer", ()), parts(package, "footer"), strict=True))
    return Layout(
        sheets_of(sections, footers, effective),
        tuple(paragraphs),
        tuple(_tables(body, numbers)),
        is_on(facing),
        tuple(revised),
        tuple(commented),
        tuple(hidden),
        {key: words for key, words in properties(package).items() if key in _PEOPLE},
    )


def _first(package: Package, kind: str) -> Any:
    found = parts(package, kind)
    return found[0] if found else None


def _tables(body: Any, numbers: Mapping[Any, int]) -> Iterator[Grid]:
    for table in () if body is None else body.iter(f"{W}tbl"):
        first = next((one for one in table.iter(f"{W}p") if one in numbers), None)
        if first is not None and next(table.iterancestors(f"{W}tbl"), None) is None:
            rows = table.findall(f"{W}tr")
            repeated = sum(is_on(row.find(f"{W}trPr/{W}tblHeader")) for row in rows)
            yield Grid(numbers[first], len(rows), repeated)


def _paragraph(at: int, element: Any, tabled: bool, effective: Effective) -> Paragraph:
    set_ = effective.of_paragraph(element)
    runs = tuple(_runs(element, effective))
    spacing, indents = set_.get("spacing", {}), set_.get("ind", {})
    own = element.find(f"{W}pPr")
    named = None if own is None else own.find(f"{W}pStyle")
    size = max(runs, key=lambda run: len(run.words)).size if runs else 32
    pitch = size * 10 + (runs[0].spacing if runs else 0)
    return Paragraph(
        number=at,
        tabled=tabled,
        style="" if named is None else named.get(VAL, ""),
        align=set_.get("jc", {}).get("val", "left"),
        indent=None if "numPr" in set_ else _indent(indents, pitch),
        left=_side(indents, "left", "start", pitch),
        right=_side(indents, "right", "end", pitch),
        rule=spacing.get("lineRule", "auto"),
        line=number(spacing.get("line"), 240),
        before=_gap(spacing, "before"),
        after=_gap(spacing, "after"),
        on_grid=set_.get("snapToGrid", {}).get("val", "1") not in _OFF,
        outline=number(set_.get("outlineLvl", {}).get("val"), _NO_OUTLINE),
        own=_names(own),
        runs=runs,
    )


def _gap(spacing: Attributes, side: str) -> int:
    """Twips; a count of lines, in hundredths, goes before them."""
    lines = number(spacing.get(f"{side}Lines"))
    return lines * 240 // 100 if lines else number(spacing.get(side))


def _side(indents: Attributes, name: str, other: str, pitch: int) -> int:
    """Twips; a count of characters, in hundredths, goes before them."""
    chars = number(indents.get(f"{name}Chars", indents.get(f"{other}Chars")))
    return chars * pitch // 100 if chars else number(indents.get(name, indents.get(other)))


def _indent(indents: Attributes, pitch: int) -> float:
    for kind, sign in (("firstLine", 1), ("hanging", -1)):
        if chars := number(indents.get(f"{kind}Chars")):
            return sign * chars / 100
    for kind, sign in (("firstLine", 1), ("hanging", -1)):
        if twips := number(indents.get(kind)):
            return sign * twips / max(pitch, 1)
    return 0


def _runs(element: Any, effective: Effective) -> Iterator[Run]:
    """Those with words, or with a line end among words; deleted words and fields' codes are none."""
    for run in element.iter(f"{W}r"):
        around = next(run.iterancestors(f"{W}del", f"{W}moveFrom", f"{W}txbxContent", f"{W}p"))
        if around is element and (words := _words(run)):
            yield _run(element, run, words, effective)


def _words(run: Any) -> str:
    return "".join((one.text or "") if one.tag == f"{W}t" else _BREAKS.get(one.tag, "") for one in run)


def _run(paragraph: Any, run: Any, words: str, effective: Effective) -> Run:
    type_ = effective.of_run(paragraph, run)
    fonts = type_.get("rFonts", {})
    color = type_.get("color", {}).get("val", "auto").upper()
    return Run(
        words="" if _is(type_, "vanish") else words,
        east=effective.font(type_, "eastAsia"),
        latin=effective.font(type_, "ascii"),
        other=effective.font(type_, "hAnsi"),
        size=half_points(type_),
        bold=_is(type_, "b"),
        italic=_is(type_, "i"),
        underlined=_is(type_, "u"),
        color="" if color in ("AUTO", "000000") else color,
        highlight=type_.get("highlight", {}).get("val", "none"),
        spacing=number(type_.get("spacing", {}).get("val")),
        hint=fonts.get("hint", ""),
        themed="eastAsiaTheme" in fonts,
        own=_names(run.find(f"{W}rPr")),
    )


def _is(type_: Mapping[str, Attributes], name: str) -> bool:
    return name in type_ and type_[name].get("val", "1") not in _OFF


def _names(element: Any) -> frozenset[str]:
    return frozenset(() if element is None else (one.tag.rpartition("}")[2] for one in element))
