"""The parts of the report as section templates see them: themes under their headings, items of lists."""

from generator.compose.entries import Entries
from generator.compose.outline import Part
from generator.compose.running import Exposed
from generator.compose.theme import Draft, entered, phrases, said, theme_said
from generator.compose.tokens import CLOSED, MISSING, Cell, Sentence, gap
from generator.compose.words import joined, phrase, prose, several
from generator.document.nodes import Text
from generator.schema.model import Field, Path, Section


class Item(Exposed):
    """One item of a list: its fields by the form's words."""

    def __init__(self, draft: Draft, section: Section, position: int) -> None:
        self._draft = draft
        self._fields = {f.label: f for f in section.fields}
        self._path: Path = (section.id, position)

    def shown(self, label: str) -> object:
        """The field of that label. Raises AttributeError where the section has none."""
        field = self._fields.get(label)
        if field is None:
            raise AttributeError(label)
        path = (*self._path, field.id)
        if field.kind == "data":
            return _token(self._draft, said(self._draft, entered(self._draft, self._path)))
        words = prose if field.kind == "prose" else phrase
        if field.many:
            return several(self._draft, path, words)
        return words(self._draft, path) or (self._missing(field, path) if field.required else "")

    def _missing(self, field: Field, path: Path) -> str:
        words = gap(field.label, self._draft.entries.readable(path))
        return self._draft.table.words(MISSING, words, *([Text("。")] if field.kind == "prose" else []))


def theme(draft: Draft, name: str, path: Path) -> dict[str, object]:
    """What was entered for theme `name` under `path`: the text its template makes, and the clerk's own words."""
    entries: Entries = draft.entries
    body, stray = theme_said(draft, name, path)
    return {
        "正文": body,
        "职务": joined(draft, (*path, "offices")),
        "待填": len(path) == 1 and not _says(entries, path[0]),
        "其他数据": _token(draft, stray + phrases(draft, several(draft, (*path, "other")))),
        "补充": prose(draft, (*path, "extra")),
        "要点": [_point(draft, (*path, "points", n)) for n in range(entries.count(*path, "points"))],
    }


def _says(entries: Entries, section: str | int) -> bool:
    """Whether anything but a heading was entered for a section that is one theme."""
    return any(len(at) == 2 and at[0] == section and at[1] != "heading" for at in entries.parts)


def _point(draft: Draft, path: Path) -> dict[str, str]:
    """A point of the clerk's own: lead, words, figures."""
    return {
        "标题": phrase(draft, (*path, "title")),
        "内容": prose(draft, (*path, "content")),
        "数据": _token(draft, said(draft, entered(draft, path))),
    }


def _token(draft: Draft, sentences: tuple[Sentence, ...]) -> str:
    return draft.table.add(CLOSED, Cell(((),), said=sentences)) if sentences else ""


def part(draft: Draft, wanted: Part) -> dict[str, object]:
    """One heading of the measures with its themes."""
    own = [phrase(draft, (*path, "heading")) for _, path in wanted.themes]
    return {
        "标题": next(filter(None, own), None) or _heading(draft, [name for name, _ in wanted.themes]),
        "主题": [theme(draft, name, path) for name, path in wanted.themes],
    }


def _heading(draft: Draft, themes: list[str]) -> str:
    """A heading for themes that share one: the first halves of the usual headings of the first two."""
    by_id = {t.id: t for t in draft.schema.themes}
    usual = [draft.choose(by_id[name].headings) for name in themes if by_id[name].headings]
    if len(usual) < 2:
        return usual[0] if usual else by_id[themes[0]].label
    return "，".join(heading.partition("，")[0] for heading in usual[:2])
