"""What frames anybody's report, as values of a form: who writes to whom, when, under which title and number."""

import re
from collections.abc import Sequence

from generator.annotate.model import Annotation, Line
from generator.extract import head
from generator.extract.found import Found
from generator.forms.blank import upper_of
from generator.regex import regex
from generator.schema.kinds import date, docnumber
from generator.schema.model import Schema
from generator.schema.words import words_for

_ORGAN = regex(
    "[\u4e00-\u9fff（）]{2,}(?:委员会|政府|办事处|党委|党组|工委|[县市区旗州盟省]委|局|厅|办公室|管委会)"
)
_FULL = (
    (regex("(?:政府|委员会|办事处|管委会|[局厅办]|办公室|中心|(?:开发|园|新|经开|高新|示范)区)$"), ""),
    (regex("街道$"), "办事处"),
    (regex("[镇乡县区市旗]$|苏木$"), "人民政府"),
)
"""How a name ends, and what makes it the full one of the organ that reports."""
_COPIED = regex("抄送[：:]|抄报[：:]")
_PRINTED = regex(r"(?P<printer>\S{2,30}?)\s*(?P<date>(?:\d{4}|二[〇○零]\S{2})年\S{1,3}月\S{1,3}日)\s*印发")
_NOTE = regex("[（(](?P<note>(?:此件|本件)[^（）()]{2,20})[）)]")
_SHORT, _TOP = 6, 12
"""Characters that are no line of a title; lines in which a report's number and the name on its head are looked for."""


def letter(annotation: Annotation, schema: Schema, found: Found) -> None:
    """Keeps what frames the report."""
    outline, lines = annotation.outline, annotation.lines
    top = lines[0].number if lines else 1
    titled = (n.number for n in lines if len(n.text.strip()) > _SHORT and n.text.strip() in outline.title)
    title = next(titled, _line(lines, outline.title.split("\n")[0], top))
    if outline.year:
        found.put(("report", "year"), outline.year, title)
    signed = _line(lines[::-1], outline.date, top)
    day = date.parse(outline.date) if outline.date else None
    if isinstance(day, str):
        found.put(("report", "date"), day, signed)
    names = signatories(outline.signature)
    for number, name in enumerate(names):
        whole = full_name(name)
        found.put(("unit", "name", number), whole, _line(lines[::-1], name, signed), whole != name)
    if not names and outline.unit:
        found.put(("unit", "name", 0), full_name(outline.unit), title, True)
    _unit(annotation, schema, found, title)
    if outline.title:
        head.put_title(schema, "".join(outline.title.split()), title, found)
    _margins(lines, title, signed if outline.date else 1 << 40, found)


def _unit(annotation: Annotation, schema: Schema, found: Found, line: int) -> None:
    """Level, superior and addressee of the unit."""
    outline = annotation.outline
    name = str(found.values.get(("unit", "name", 0), ""))
    level = head.level_of(schema, name)
    told = (level.id, level.label) if not outline.level and level else (outline.level,)
    label = next((v.label for v in schema.levels if not {v.id, v.label}.isdisjoint(told)), "")
    if label:
        found.put(("unit", "level"), label, line, not outline.level)
    addressed = _line(annotation.lines, outline.salutation, line)
    above = upper_of(name)
    found.put(("unit", "upper"), above or head.superior(outline.salutation), line if above else addressed, not above)
    if outline.salutation:
        words = words_for(name, str(found.values.get(("unit", "upper"), "")), schema)
        head.put_addressee(schema, outline.salutation, addressed, words, found)


def signatories(signature: str) -> list[str]:
    """The organs that sign: one whose letters are set apart, or several beside or below each other."""
    pieces = re.split(r"[\s、]+", signature.strip())
    return pieces if all(map(_ORGAN.fullmatch, pieces)) else ["".join(pieces)] if signature.strip() else []


def full_name(unit: str) -> str:
    """The name of the organ of a place: 石桥镇人民政府 of 石桥镇 and 石桥镇政府; others as they are."""
    name = re.sub("(?<=[镇乡县区市旗木])政府$", "人民政府", "".join(unit.split()))
    return name + next((more for ends, more in _FULL if ends.search(name)), "")


def _margins(lines: Sequence[Line], title: int, end: int, found: Found) -> None:
    """Keeps the red head above the title, and the note, copies and printer below the date."""
    for line in lines[:_TOP]:
        if line.number < title:
            _head(line, found)
    for line in lines:
        if line.number <= end:
            continue
        note, printed = _NOTE.fullmatch(line.text.strip()), _PRINTED.search(line.text)
        copied = _COPIED.match(line.text.strip())
        if note:
            found.put(("report", "note"), note["note"], line.number)
        if copied:
            names = re.split("[，,、；;]", line.text.strip()[copied.end() :].partition("。")[0])
            for number, name in enumerate(filter(None, map(str.strip, names))):
                found.put(("report", "imprint", "copies", number), name, line.number)
        if printed:
            found.put(("report", "imprint", "printer"), printed["printer"], line.number)
            day = date.parse(printed["date"])
            if isinstance(day, str) and day != found.values.get(("report", "date")):
                found.put(("report", "imprint", "printed"), day, line.number)


def _head(line: Line, found: Found) -> None:
    for piece in re.split(r"\s{2,}|　+|\n|(?<=号)\s*(?=签发人)", line.text.strip()):
        number = docnumber.parse(piece)
        if isinstance(number, str) and len(piece) <= 24:
            found.put(("report", "number"), number, line.number)
        elif re.match("签发人[：:]", piece) and ("report", "letterhead", "mark") in found.values:
            found.put(("report", "letterhead", "issuer"), piece[4:].strip(), line.number)
        elif re.fullmatch("[\u4e00-\u9fff]{4,30}文件", piece):
            found.put(("report", "letterhead", "mark"), piece, line.number)


def _line(lines: Sequence[Line], words: str, otherwise: int) -> int:
    """The number of the first of `lines` that holds `words`."""
    return next((line.number for line in lines if words and words in line.text), otherwise)
