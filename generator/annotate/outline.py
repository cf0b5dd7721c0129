"""A report's outline: its frame, and its parts nested, with their roles and themes."""

from collections.abc import Mapping, Sequence
from itertools import islice

from generator.annotate.frame import Frame, frame
from generator.annotate.headings import Candidate, Paragraph, candidates, paragraphs
from generator.annotate.headings_ends import Extent, extent
from generator.annotate.headings_grammar import ITEMS, Mark, folded
from generator.annotate.lexicon import Lexicon
from generator.annotate.model import Line, Outline, Section, Spot
from generator.annotate.outline_depths import MOST, Claim, depths
from generator.annotate.outline_parts import Unheaded, unheaded
from generator.annotate.roles import MEASURES, Top, nested, roles, said
from generator.annotate.themes import themes
from generator.records import record

PROBLEMS, PLANS, FIRST = "problems", "plans", "first_responsible"


@record
class Head:
    """A heading with its depth and extent; body_end: paragraph and character where what it covers ends."""

    candidate: Candidate
    depth: int
    extent: Extent
    text: str


def outline(lines: Sequence[Line], meta: Mapping[str, str], lexicon: Lexicon) -> Outline:
    """The outline of a report. meta: what its file says beside its text."""
    texts = [folded(line.text) for line in lines]
    printed = [line.text for line in lines]
    found = paragraphs(lines, texts)
    around = frame(found, texts, printed, meta, lexicon)
    heads = _heads(found, texts, printed, around, lexicon)
    return Outline(
        title=around.title,
        unit=around.unit,
        year=around.year,
        level=around.level,
        salutation=around.salutation,
        transition=around.transition,
        signature=around.signature,
        date=around.date,
        sections=_sections(lines, found, texts, around, heads, lexicon),
    )


def _heads(
    found: Sequence[Paragraph], texts: Sequence[str], printed: Sequence[str], around: Frame, lexicon: Lexicon
) -> list[Head]:
    claims = [
        c
        for c in islice(candidates(found, texts, lexicon), MOST)
        if around.first <= c.paragraph <= around.last
        and c.paragraph not in around.dropped
        and (c.paragraph > around.first or c.mark.start >= around.start)
        and (c.paragraph < around.last or c.mark.start < around.end)
    ]
    heads = _placed(claims, found, texts, printed, around, lexicon)
    added = _unheaded(heads, found, texts, around, lexicon)
    if not added:
        return heads
    claims = sorted([*claims, *added], key=lambda c: (c.paragraph, c.mark.start, c.mark.kind != ""))
    return _placed(claims, found, texts, printed, around, lexicon)


def _placed(
    claims: Sequence[Candidate],
    found: Sequence[Paragraph],
    texts: Sequence[str],
    printed: Sequence[str],
    around: Frame,
    lexicon: Lexicon,
) -> list[Head]:
    placed = [(c, depth) for c, depth in zip(claims, depths([c.claim for c in claims]), strict=True) if depth]
    heads: list[Head] = []
    for at, (candidate, depth) in enumerate(placed):
        paragraph = found[candidate.paragraph]
        text = texts[paragraph.line]
        end = min(paragraph.end, around.end) if candidate.paragraph == around.last else paragraph.end
        after = placed[at + 1][0] if at + 1 < len(placed) else None
        if after is not None and after.paragraph == candidate.paragraph:
            end = after.mark.start
        mark = candidate.mark
        if not mark.opens and mark.kind == "":
            heads.append(Head(candidate, depth, Extent(mark.end, mark.end, True), ""))
            continue
        head = paragraph.start + paragraph.head if paragraph.head and mark.opens else 0
        whole = mark.opens and end == paragraph.end
        words = extent(text, mark.end, end, mark.kind in ITEMS, whole, head, lexicon)
        if after is not None and after.paragraph == candidate.paragraph and not words.run_in:
            words = Extent(words.start, words.end, True)
        heads.append(Head(candidate, depth, words, printed[paragraph.line][words.start : words.end]))
    return heads


def _unheaded(
    heads: Sequence[Head], found: Sequence[Paragraph], texts: Sequence[str], around: Frame, lexicon: Lexicon
) -> list[Candidate]:
    """Parts of the report that have no heading."""
    tops = [head for head in heads if head.depth == 1]
    top_roles = [head.candidate.role or said(head.text, lexicon) for head in tops]
    added: list[Candidate] = []
    for role in (PROBLEMS, PLANS):
        if not tops or role in top_roles or any(nested(head.text, lexicon) == role for head in heads):
            continue
        span = _where(tops, top_roles, role, found, around, added)
        part = unheaded(found, texts, span, role, around.year, lexicon) if span else None
        if part is not None:
            added.append(_part(part))
    return added


def _where(
    tops: Sequence[Head],
    top_roles: Sequence[str],
    role: str,
    found: Sequence[Paragraph],
    around: Frame,
    added: Sequence[Candidate],
) -> tuple[int, int, int, int] | None:
    """Where a part may begin: within the last part, or, of problems, the one before the plans."""
    at = len(tops) - 1
    if role == PROBLEMS and PLANS in top_roles:
        at = top_roles.index(PLANS) - 1
    if at < 0:
        return None
    top = tops[at]
    first, start = top.candidate.paragraph, top.extent.end
    if added:
        first, start = added[-1].paragraph, added[-1].mark.end + 1
    if at + 1 < len(tops):
        after = tops[at + 1].candidate
        return first, start, after.paragraph, after.mark.start
    return first, start, around.last, around.end


def _part(part: Unheaded) -> Candidate:
    mark = Mark(part.start, part.start, "", 0, False, True)
    claim = Claim(("",), 0, part.paragraph, True, True, rank=1, outermost=True)
    return Candidate(part.paragraph, mark, claim, part.role)


def _sections(
    lines: Sequence[Line],
    found: Sequence[Paragraph],
    texts: Sequence[str],
    around: Frame,
    heads: Sequence[Head],
    lexicon: Lexicon,
) -> tuple[Section, ...]:
    ends = _ends(heads)
    below = _below(heads)
    tops = [at for at, head in enumerate(heads) if head.depth == 1]
    found_roles = dict(
        zip(
            tops,
            roles([Top(heads[at].text, below[at], known=heads[at].candidate.role) for at in tops], lexicon),
            strict=True,
        )
    )
    sections: list[Section] = []
    top_role = ""
    for at, head in enumerate(heads):
        paragraph = found[head.candidate.paragraph]
        line = lines[paragraph.line]
        if at in found_roles:
            role = top_role = found_roles[at]
        else:
            role = nested(head.text, lexicon) if top_role in (MEASURES, "other") else ""
        mark = head.candidate.mark
        sections.append(
            Section(
                level=head.depth,
                marker=line.text[mark.start : mark.end].strip(),
                text=head.text,
                role=role,
                themes=_themes(
                    heads, at, ends[at], below[at], found, texts, around, role if head.depth == 1 else "", lexicon
                ),
                run_in=head.extent.run_in,
                spot=Spot(line.number, mark.start, max(head.extent.end, mark.end)),
                first=line.number,
                last=_last(lines, found, around, heads, at, ends[at]),
            )
        )
    return tuple(sections)


def _ends(heads: Sequence[Head]) -> list[int]:
    """For each heading the position of the next that does not stand under it."""
    ends = [len(heads)] * len(heads)
    opened: list[int] = []
    for at, head in enumerate(heads):
        while opened and heads[opened[-1]].depth >= head.depth:
            ends[opened.pop()] = at
        opened.append(at)
    return ends


def _below(heads: Sequence[Head]) -> list[tuple[str, ...]]:
    """The headings directly under each."""
    below: list[list[str]] = [[] for _ in heads]
    opened: list[int] = []
    for at, head in enumerate(heads):
        while opened and heads[opened[-1]].depth >= head.depth:
            opened.pop()
        if opened:
            below[opened[-1]].append(head.text)
        opened.append(at)
    return [tuple(texts) for texts in below]


def _last(
    lines: Sequence[Line],
    found: Sequence[Paragraph],
    around: Frame,
    heads: Sequence[Head],
    at: int,
    end: int,
) -> int:
    """The last line that a heading covers."""
    own = heads[at].candidate.paragraph
    if end == len(heads):
        last = around.last
    else:
        after = heads[end].candidate
        opens = not texts_before(found[after.paragraph], after.mark)
        last = after.paragraph - 1 if opens else after.paragraph
    while last > own and last in around.dropped:
        last -= 1
    return lines[found[max(last, own)].line].number


def texts_before(paragraph: Paragraph, mark: Mark) -> bool:
    """Whether anything stands in the paragraph before this number."""
    return mark.start > paragraph.start and not mark.opens


def _themes(
    heads: Sequence[Head],
    at: int,
    end: int,
    below: tuple[str, ...],
    found: Sequence[Paragraph],
    texts: Sequence[str],
    around: Frame,
    top_role: str,
    lexicon: Lexicon,
) -> tuple[str, ...]:
    head = heads[at]
    if top_role and top_role != FIRST and (not head.text or said(head.text, lexicon)):
        return ()
    return themes(head.text, lexicon, below, _body(heads, at, end, found, texts, around))


def _body(
    heads: Sequence[Head], at: int, end: int, found: Sequence[Paragraph], texts: Sequence[str], around: Frame
) -> str:
    """The beginning of what follows a heading."""
    candidate = heads[at].candidate
    after = heads[end].candidate if end < len(heads) else None
    stop = after.paragraph if after else around.last
    parts: list[str] = []
    length = 0
    for number in range(candidate.paragraph, stop + 1):
        paragraph = found[number]
        text = texts[paragraph.line]
        begin = heads[at].extent.end if number == candidate.paragraph else paragraph.start
        until = after.mark.start if after and number == after.paragraph else paragraph.end
        parts.append(text[begin : min(until, begin + 600)])
        length += len(parts[-1])
        if length >= 600:
            break
    return "".join(parts)
