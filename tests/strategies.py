"""What Hypothesis draws from."""

from hypothesis import strategies as st

from generator.document.nodes import (
    Block,
    Division,
    Document,
    Heading,
    Inline,
    LineBreak,
    Paragraph,
    Strong,
    Table,
    Text,
    Title,
)

_HARD = [
    "全镇现有执法人员25人", "，", "。", "“三项制度”", "《法治政府建设实施纲要（2021—2025年）》", "100%", "R&D",
    "&amp;", "&#12288;", "<b>", "<br>", "]]>", "\\", "*", "**", "_", "`", "~~", "$x$", "|", "||", "[[", "]]",
    "((", "))", "{接排}", " {连排}", "{{ d }}", "{%", "#", "# ", "% ", ":::", "::: date", "-", "---", "+ ",
    "> ", "1. ", "=", "　", " ", "  ", "一、", "（一）", "1.", "一是",
]  # fmt: skip


def words() -> st.SearchStrategy[str]:
    """Words that a form may hold: no control, private-use or invisible characters, else anything."""
    plain = st.text(
        st.characters(exclude_categories=("C", "Zl", "Zp"), exclude_characters="\ufffe\uffff"), min_size=1, max_size=12
    )
    return st.lists(st.one_of(st.sampled_from(_HARD), plain), min_size=1, max_size=4).map("".join)


def runs(breaks: bool = True) -> st.SearchStrategy[tuple[Inline, ...]]:
    """Inlines in their plainest form: no two texts in a row, nothing empty."""
    text: st.SearchStrategy[Inline] = st.builds(Text, words())
    line_break: st.SearchStrategy[Inline] = st.just(LineBreak())
    inside = [text, line_break] if breaks else [text]
    strong: st.SearchStrategy[Inline] = st.builds(Strong, _plainest(st.one_of(inside)))
    return _plainest(st.one_of(*inside, strong))


def _plainest(inline: st.SearchStrategy[Inline]) -> st.SearchStrategy[tuple[Inline, ...]]:
    def merged(parts: list[Inline]) -> tuple[Inline, ...]:
        kept: list[Inline] = []
        for part in parts:
            if not (kept and isinstance(part, Text) and isinstance(kept[-1], Text)):
                kept.append(part)
        return tuple(kept)

    return st.lists(inline, min_size=1, max_size=4).map(merged)


def headings() -> st.SearchStrategy[Heading]:
    """Headings of every level and placement."""
    placement = st.sampled_from(["own_line", "run_in", "joined"])
    return st.builds(Heading, st.integers(1, 4), runs(breaks=False), placement)


def tables() -> st.SearchStrategy[Table]:
    """Tables of one to four columns, with a header of one row."""
    cell = st.one_of(st.just(()), runs())

    def of(width: int) -> st.SearchStrategy[Table]:
        row = st.tuples(*[cell] * width)
        return st.builds(Table, st.tuples(row), st.lists(row, max_size=3).map(tuple))

    return st.one_of([of(width) for width in range(1, 5)])


def paragraphs() -> st.SearchStrategy[Paragraph]:
    """Paragraphs, none of them empty."""
    return st.builds(Paragraph, runs())


def _division(name: str, *blocks: st.SearchStrategy[Block]) -> st.SearchStrategy[Division]:
    return st.tuples(*blocks).map(lambda inside: Division(name, inside))


def _lines(name: str, most: int = 1) -> st.SearchStrategy[Division]:
    line = st.builds(Paragraph, runs(breaks=False))
    return st.lists(line, min_size=1, max_size=most).map(lambda inside: Division(name, tuple(inside)))


def _maybe(part: st.SearchStrategy[Division] | st.SearchStrategy[Title]) -> st.SearchStrategy[list[Block]]:
    return st.one_of(st.just([]), part.map(lambda block: [block]))


def documents() -> st.SearchStrategy[Document]:
    """Reports as composing makes them: every part of GB/T 9704-2012 may be there, each in its place."""
    attachment = _division("attachment", st.builds(Title, runs(breaks=False)), paragraphs(), tables())
    line = st.builds(Paragraph, runs(breaks=False))
    parts = st.tuples(
        _maybe(_division("letterhead", _lines("mark"), _lines("number"), _lines("issuer"))),
        _maybe(st.builds(Title, runs())),
        _maybe(_lines("salutation")),
        st.lists(st.one_of(paragraphs(), headings(), tables()), max_size=8),
        _maybe(_lines("attachment_note", most=3)),
        _maybe(_lines("signature", most=3)),
        _maybe(_lines("date")),
        _maybe(_lines("note")),
        st.lists(attachment, max_size=2),
        _maybe(_division("imprint", _lines("copies"), _division("printed", line, line))),
    )
    return parts.map(lambda parts: Document(tuple(block for part in parts for block in part)))
