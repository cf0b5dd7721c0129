"""What stands before and behind a report's parts: title, addressee, opening; signature, date, imprint."""

import re
from collections.abc import Container, Iterator, Mapping, Sequence

from generator.annotate.model import Line, Outline
from generator.compose.calendar import latest_meeting
from generator.extract.found import Evidence, Found
from generator.extract.frame import Frame
from generator.extract.patterns import Pattern, compiled
from generator.extract.points import chosen
from generator.forms.blank import upper_of
from generator.records import record
from generator.regex import regex
from generator.schema.kinds import docnumber
from generator.schema.model import Level, Schema
from generator.schema.words import words_for

_DATE = regex(r"\s*(\d{4})年(\d{1,2})月(\d{1,2})日(?:印发)?\s*")
_GAP = regex("【待补充：[^】]*】")
_ABOVE = regex(
    "(?:中共)?(?P<name>[\u4e00-\u9fff]{0,10}?(?:自治[县州旗]|新区|[县区市旗州盟省]))(?=委|(?:人民)?政府|行署|依法治)"
)
_CLOSED = regex("[。！？：；…]$")
_NUMBERED = regex("（?[一二三四五六七八九十]+[、）是]")
_ENDING = 4
"""Characters that the last line of a title has at least."""
_SPOKEN = 10
"""Characters that an opening says of its own."""
_LONGEST = 40
"""Characters of a name that signs."""


@record
class Closing:
    """Where what closes a report begins, and its parts: signatories and date, each with its line."""

    start: int
    names: tuple[tuple[str, int], ...]
    date: tuple[str, int]


def closing(lines: Sequence[Line]) -> Closing:
    """The signature and date of a report; start is the number of lines where there is none."""
    at = len(lines)
    for number in range(len(lines) - 1, 0, -1):
        text = lines[number].text
        printed = lines[number].kind in ("imprint", "attachment", "table")
        if not printed and (_DATE.fullmatch(text) or _gap(text, "日期")):
            at = number
            break
    else:
        return Closing(at, (), ("", 0))
    match = _DATE.fullmatch(lines[at].text)
    date = f"{match[1]}-{int(match[2]):02}-{int(match[3]):02}" if match else ""
    first = at
    while first > 1 and _signs(lines[first - 1]):
        first -= 1
    names = tuple((line.text.strip(), line.number) for line in lines[first:at] if not _GAP.search(line.text))
    while (first > 1 and lines[first - 1].kind == "attachment") or lines[first - 1].text.startswith("附件："):
        first -= 1
    return Closing(first, names, (date, lines[at].number))


def _gap(text: str, label: str) -> bool:
    return bool(_GAP.fullmatch(text)) and label in text


def _signs(line: Line) -> bool:
    if line.kind in ("heading", "attachment"):
        return False
    text = line.text.strip()
    return line.kind == "signature" or (len(text) < _LONGEST and not _CLOSED.search(text) and not _NUMBERED.match(text))


def level_of(schema: Schema, unit: str) -> Level | None:
    """The level of a unit by the end of its name."""
    name = re.sub("(?:人民政府|委员会)$", "", unit) or unit
    ends = [(len(end), level) for level in schema.levels for end in (level.label, *level.aliases) if name.endswith(end)]
    return max(ends, key=lambda found: found[0])[1] if ends else None


def opening(
    frame: Frame, lines: Sequence[Line], words: Mapping[str, str]
) -> tuple[int, Pattern, "re.Match[str]"] | None:
    """The opening paragraph: its position, and how the template's own matches it."""
    for kind, raw in frame.report:
        if kind != "paragraph":
            continue
        pattern = compiled(raw, frame.meanings, words)
        if not pattern.choices and sum("\u4e00" <= sign <= "\u9fff" for sign in raw) < _SPOKEN:
            continue
        for at, line in enumerate(lines):
            match = pattern.regex.fullmatch(line.text)
            if match:
                return at, pattern, match
    return None


def unit(schema: Schema, found: Found, end: Closing, guessed: str) -> dict[str, str]:
    """Name, level and superior of the unit that signed, kept; what it is called. guessed: its level (id or
    label) if the name does not tell."""
    names = end.names
    for number, (name, line) in enumerate(names):
        found.put(("unit", "name", number), name, line)
    name = names[0][0] if names else ""
    level = level_of(schema, name)
    if level is not None:
        found.put(("unit", "level"), level.label, names[0][1])
    else:
        label = next((level.label for level in schema.levels if guessed in (level.id, level.label)), "")
        found.put(("unit", "level"), label, end.date[1], doubtful=True)
    upper = upper_of(name)
    found.put(("unit", "upper"), upper, end.date[1])
    return words_for(name, upper, schema)


def before(
    frame: Frame, schema: Schema, lines: Sequence[Line], words: dict[str, str], seen: Outline, found: Found
) -> None:
    """Keeps what title, letterhead, addressee and opening say, and corrects `words` by them. seen: the outline as it
    reads without the template, which tells title and year where the opening is none of the template's."""
    shown = {k: v for k, v in words.items() if not k.startswith("上级")}
    met = opening(frame, lines, shown)
    at = len(lines)
    if met is not None:
        at, pattern, match = met
        slots: dict[str, str] = {}
        for name, slot in pattern.slots.items():
            if match[name] is not None:
                slots.setdefault(slot, match[name])
        _superior(schema, slots, words, found, lines[at].number)
        if slots.get("简称", words["自称"]) not in (words["自称"], "") and not _GAP.search(slots["简称"]):
            found.put(("unit", "short"), slots["简称"], lines[at].number)
        year = slots.get("年度", "")
        if year.isdigit():
            found.put(("report", "year"), int(year), lines[at].number)
        written = str(found.values.get(("report", "date"), ""))
        meeting = slots.get("全会", "")
        if year.isdigit() and meeting and meeting != latest_meeting(schema, written, int(year)):
            found.put(("report", "meeting"), meeting, lines[at].number)
        chosen(found.choices, pattern, match)
    else:
        said = [line.text.strip() for line in lines]
        at = next((n + 1 for n, text in enumerate(said) if len(text) > _ENDING and seen.title.endswith(text)), at)
        if seen.year:
            found.put(("report", "year"), seen.year, lines[0].number if lines else 1, doubtful=True)
    upto = [line for line in lines[:at] if line.text.strip()]
    if upto and upto[-1].text.rstrip().endswith(("：", ":")):
        line = upto.pop()
        put_addressee(schema, line.text, line.number, words, found)
        above = superior(line.text)
        if len(above) > len(known := str(found.values.get(("unit", "upper"), ""))) and above.endswith(known[-1:]):
            found.values["unit", "upper"] = above
            found.evidence["unit", "upper"] = Evidence(line.number, doubtful=True)
    _titled(schema, upto, found)


def _superior(schema: Schema, slots: Mapping[str, str], words: dict[str, str], found: Found, line: int) -> None:
    party = slots.get("上级党委", words["上级党委"])
    if party == words["上级党委"]:
        return
    rows = schema.wording["uppers"]
    assert isinstance(rows, list | tuple)  # noqa: S101 - narrowed for the type checker
    for row in rows:
        if row["party"] == party:
            ends = row["ends"] if isinstance(row["ends"], str) else row["ends"][0]
            words |= {k: v for k, v in words_for("", ends, schema).items() if k.startswith("上级")}
            found.values.pop(("unit", "upper"), None)
            found.put(("unit", "upper"), ends, line, doubtful=True)
            return


def superior(addressee: str) -> str:
    """The place whose organs a report is sent to: 江州市 of 江州市委、市政府, 县 of 县人民政府; "" if none."""
    names: Iterator[str] = (found["name"] for found in _ABOVE.finditer(addressee))
    return max(names, key=len, default="")


def put_addressee(schema: Schema, text: str, line: int, words: Mapping[str, str], found: Found) -> None:
    """Keeps an addressee (with its colon) that is not the one which units of this level have anyway."""
    said = text.strip().rstrip("：:")
    label = found.values.get(("unit", "level"))
    usual = next((level.addressees for level in schema.levels if level.label == label), ())
    for default in usual:
        for slot, word in words.items():
            default = default.replace(f"{{{slot}}}", word)
        if said == default:
            return
    if not _GAP.search(said):
        found.put(("unit", "addressee", 0), said, line)


def _titled(schema: Schema, lines: Sequence[Line], found: Found) -> None:
    heads = [line for line in lines if line.kind == "letterhead"]
    titles = [line for line in lines if line.kind == "title"] or [line for line in lines if line not in heads][-1:]
    heads = heads or [line for line in lines if line not in titles]
    if titles:
        put_title(schema, "".join(line.text.replace("\n", "") for line in titles), titles[0].number, found)
    _letterhead(heads, found)


def put_title(schema: Schema, title: str, line: int, found: Found) -> None:
    """Keeps the year of a title, and the title itself where it is not the usual one."""
    names = "".join(str(v) for p, v in found.values.items() if p[:2] == ("unit", "name"))
    matter = str(schema.wording.get("title", "关于{年度}年度{体裁}情况的报告")).replace("{体裁}", schema.genre)
    before_, _, after = map(re.escape, matter.partition("{年度}"))
    match = re.search(rf"{before_}(\d{{4}}){after}$", title)
    if match:
        found.put(("report", "year"), int(match[1]), line)
    year = found.values.get(("report", "year"), "")
    if title != names + matter.replace("{年度}", str(year)) and not _GAP.search(title):
        found.put(("report", "title"), title, line)


def _letterhead(lines: Sequence[Line], found: Found) -> None:
    for line in lines:
        text = line.text.strip()
        for piece in re.split(r"\s{2,}|　+|\n|(?<=号)\s*(?=签发人)", text):
            number = docnumber.parse(piece)
            if isinstance(number, str):
                found.put(("report", "number"), number, line.number)
            elif piece.startswith("签发人"):
                found.put(("report", "letterhead", "issuer"), re.sub("^签发人[：:]?", "", piece).strip(), line.number)
            elif ("report", "letterhead", "mark") in found.values:
                found.put(("report", "letterhead", "issuer"), piece, line.number)
            elif piece:
                found.put(("report", "letterhead", "mark"), piece, line.number)


def behind(lines: Sequence[Line], date: int, found: Found) -> None:
    """Keeps what stands behind the date: a note, the table of figures, copies, printer. date: its line."""
    names = {v for p, v in found.values.items() if p[:2] == ("unit", "name")}
    for line in lines:
        text = line.text.strip()
        if line.kind in ("attachment", "table") or text.startswith("附件"):
            found.put(("appendix",), True, line.number)
        elif line.number <= date:
            continue
        elif line.kind == "note" or re.fullmatch("（[^（）]*）", text):
            found.put(("report", "note"), text[1:-1], line.number)
        else:
            _imprint(line, names, found)


def _imprint(line: Line, names: Container[object], found: Found) -> None:
    text = line.text.strip()
    match = re.search(r"(\d{4})年(\d{1,2})月(\d{1,2})日", text)
    if match:
        date = f"{match[1]}-{int(match[2]):02}-{int(match[3]):02}"
        if date != found.values.get(("report", "date")):
            found.put(("report", "imprint", "printed"), date, line.number)
        text = text[: match.start()].strip()
    if text.startswith("抄送") or text.endswith("。"):
        for number, name in enumerate(re.split("[，、]", re.sub("^抄送[：:]?", "", text).rstrip("。"))):
            found.put(("report", "imprint", "copies", number), name.strip(), line.number)
    elif text and text not in names:
        found.put(("report", "imprint", "printer"), text, line.number)
