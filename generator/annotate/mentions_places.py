"""Where in the report a quantity stands: the part's role and themes, and whether the part is about another unit."""

from collections.abc import Sequence
from typing import TypeAlias

from generator.annotate.model import Outline, Section
from generator.regex import regex

_PLACE = regex(r"([\u4e00-\u9fff]{2,3}(?:镇|乡|街道|社区|村))(?=[“\"‘:：\s]|[\u4e00-\u9fff])(?!镇|居|委)")
"""A heading that begins with the name of a place."""
_DOES = regex(
    r"(?:人民政府|村委会|居委会|党委|党支部|司法所|综治中心)?(?:全年|今年|已|共|累计|先后|现有|依法|成功|调解|化解|排查|开展|组织"
    r"|举办|召开|建成|建立|成立|创建|投入|完成|办理|受理|培育|打造|聘请|设立|配备|发放|解答|接待|查处|整改|获评)"
)
"""What follows the name of a place that did something (石桥村调解纠纷, not 新增城镇就业)."""
_GENERIC = frozenset("各全本乡城我农每镇县区市省")
"""What the name of one place does not begin with (各乡镇, 全镇, 农村)."""
_PHRASED = frozenset(
    "向对其覆在由使让从与推建指示试创加强提深健完落持组打优规督服平法民美振数智文红重助构筑抓聚赋基普进抓动治"
)
"""Signs of phrases, not of names, before 乡, 村, 社区: 推进乡村, 法治乡村, 示范村."""

Where: TypeAlias = tuple[str, tuple[str, ...], str, str]
"""Role and themes of a section, the other unit that it is about, its heading with those above it."""


class Places:
    """The sections in reading order, walked along with the quantities."""

    def __init__(self, outline: Outline) -> None:
        self._ahead = list(outline.sections)[::-1]
        self._open: list[Section] = []
        self._unit = outline.unit
        self._where: Where = ("", (), "", "")

    def named(self, clause: str) -> str:
        """The other unit whose doing a clause tells (石桥村调解纠纷12件), "" if it names none at its beginning."""
        found = _PLACE.match(clause) if self._unit else None
        if found is None or not _DOES.match(clause, found.end()):
            return ""
        return found[1] if _is_other(found[1], self._unit) else ""

    def at(self, line: int, start: int) -> Where:
        """Role and themes of the section that holds this place, the other unit that it is about, "" if none, and the
        headings that it stands under."""
        moved = False
        while self._ahead and (self._ahead[-1].spot.line, self._ahead[-1].spot.start) <= (line, start):
            section = self._ahead.pop()
            self._open = [s for s in self._open if s.level < section.level]
            self._open.append(section)
            moved = True
        if moved or any(s.last < line for s in self._open):
            self._open = [s for s in self._open if s.last >= line]
            role = next((s.role for s in self._open[::-1] if s.role), "")
            themes = next((s.themes for s in self._open[::-1] if s.themes), ())
            self._where = role, themes, other_unit(self._open, self._unit), "\n".join([s.text for s in self._open])
        return self._where


def other_unit(sections: Sequence[Section], unit: str) -> str:
    """The place that one of the sections is named after, "" if none is; unit: the report's own."""
    for section in sections:
        found = _PLACE.match(section.text)
        if found and _is_other(found[1], unit):
            return found[1]
    return ""


def _is_other(place: str, unit: str) -> bool:
    return place not in unit and place[0] not in _GENERIC and _PHRASED.isdisjoint(place)
