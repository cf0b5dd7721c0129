"""The headings of a report: which of the candidates are, how deep they stand, where they end."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import islice, pairwise

from generator.annotate.bounds import HEADINGS
from generator.annotate.frame import Frame
from generator.annotate.headings import Candidate, candidates
from generator.annotate.headings_ends import Extent, extent
from generator.annotate.headings_grammar import ITEMS, Mark
from generator.annotate.lexicon import Lexicon
from generator.annotate.outline_depths import Claim, depths
from generator.annotate.outline_lines import done, marked, plain_lines
from generator.annotate.outline_page import Page, begin
from generator.annotate.outline_parts import Stretch, Unheaded, prose, told, unheaded
from generator.annotate.outline_topics import topics
from generator.annotate.roles import FIRST_RESPONSIBLE, MEASURES, PLANS, PROBLEMS, nested, said
from generator.records import record

_SENTENCE = 80
"""Characters of an item that say what it is about."""


@record
class Head:
    """A heading, its nesting depth from 1, where its words stand, and these as printed."""

    candidate: Candidate
    depth: int
    extent: Extent
    text: str


def heads(page: Page, around: Frame, lexicon: Lexicon) -> tuple[list[Head], int]:
    """The headings of the body, parts without heading among them with no words; and the first line whose headings were
    not looked at, 0 where all were."""
    every = list(islice(candidates(page, lexicon), HEADINGS + 1))
    unread = page.lines[page.paragraphs[every[-1].paragraph].line].number if len(every) > HEADINGS else 0
    return _heads([c for c in every[:HEADINGS] if _inside(c, around)], page, around, lexicon), unread


def _heads(claims: Sequence[Candidate], page: Page, around: Frame, lexicon: Lexicon) -> list[Head]:
    found = _placed(claims, page, around, lexicon)
    tops = [head.candidate for head in found if head.depth == 1]
    if lines := [*(marked(page, around, lexicon) if all(map(_is_amid, found)) else plain_lines(tops, page, around))]:
        claims = _sorted([*claims, *lines])
        found = _placed(claims, page, around, lexicon)
    parts = _unheaded(found, page, around, lexicon)
    added = [*parts, *_topics(found, page, around, lexicon)]
    if parts and all(map(_is_amid, found)):
        added = [*_measures(parts[0], page, around), *added]
    elif found and found[0].depth == 1 and _lacks_measures(found, lexicon):
        first = min((found[0].candidate, *parts), key=lambda c: c.paragraph)
        # What stands before an item amid a paragraph may be the heading of that item's part.
        added = [*(_done(first.paragraph, page, around, lexicon) if first.claim.opens else ()), *added]
    if not added:
        return found
    return _placed(_sorted([*claims, *added]), page, around, lexicon)


def _sorted(claims: Sequence[Candidate]) -> list[Candidate]:
    return sorted(claims, key=lambda c: (c.paragraph, c.mark.start, c.mark.kind != ""))


def _inside(candidate: Candidate, around: Frame) -> bool:
    if not around.first <= candidate.paragraph <= around.last:
        return False
    start = candidate.mark.start
    return (candidate.paragraph > around.first or start >= around.start) and (
        candidate.paragraph < around.last or start < around.end
    )


def _placed(claims: Sequence[Candidate], page: Page, around: Frame, lexicon: Lexicon) -> list[Head]:
    placed = [(c, depth) for c, depth in zip(claims, depths([c.claim for c in claims]), strict=True) if depth]
    found: list[Head] = []
    for at, (candidate, depth) in enumerate(placed):
        after = placed[at + 1][0] if at + 1 < len(placed) else None
        words = _extent(candidate, after, page, around, lexicon)
        line = page.lines[page.paragraphs[candidate.paragraph].line]
        found.append(Head(candidate, depth, words, line.text[words.start : words.end]))
    return _told(found, page, around, lexicon)


def _told(found: list[Head], page: Page, around: Frame, lexicon: Lexicon) -> list[Head]:
    """The same with the role of the last items of a report that has no other parts: 五是我局仍存在短板；六是下步…."""
    for at in range(len(found) - 1, -1, -1):
        head = found[at]
        if head.depth > 1:
            continue
        mark = head.candidate.mark
        if head.text or head.candidate.role or mark.kind not in ITEMS:
            break
        text = page.texts[page.paragraphs[head.candidate.paragraph].line]
        role = told(text[mark.end : mark.end + _SENTENCE], around.year, lexicon)
        if not role:
            break
        found[at] = Head(replace(head.candidate, role=role), head.depth, head.extent, head.text)
    return found


def _extent(candidate: Candidate, after: Candidate | None, page: Page, around: Frame, lexicon: Lexicon) -> Extent:
    mark, paragraph = candidate.mark, page.paragraphs[candidate.paragraph]
    if not mark.opens and not mark.kind:
        return Extent(mark.end, mark.end, True)
    last = min(paragraph.end, around.end) if candidate.paragraph == around.last else paragraph.end
    followed = after is not None and after.paragraph == candidate.paragraph
    end = after.mark.start if after is not None and followed else last
    head = paragraph.start + paragraph.head if paragraph.head and mark.opens else 0
    own_line = mark.opens and end == last
    found = extent(page.texts[paragraph.line], mark.end, end, mark.kind, own_line, head, lexicon)
    return Extent(found.start, found.end, True) if followed else found


def _unheaded(found: Sequence[Head], page: Page, around: Frame, lexicon: Lexicon) -> list[Candidate]:
    """Parts of the report that have no heading."""
    tops = [head for head in found if head.depth == 1]
    if not tops:
        body = Stretch(around.first, around.start, around.last, around.end)
        return [_part(part) for part in prose(page, body, around.year, lexicon)]
    spoken = [head.candidate.role or said(head.text, lexicon) for head in tops]
    added: list[Candidate] = []
    for role in (PROBLEMS, PLANS):
        if role in spoken or any(nested(head.text, lexicon) == role for head in found):
            continue
        stretch = _where(tops, spoken, role, around, added)
        part = unheaded(page, stretch, role, around.year, lexicon) if stretch else None
        if part is None and stretch and tops and _is_amid(tops[-1]) and not added:
            part = unheaded(page, _all_before(tops, around), role, around.year, lexicon, latest=True)
        if part is not None:
            added.append(_part(part))
    return added


def _topics(found: Sequence[Head], page: Page, around: Frame, lexicon: Lexicon) -> Iterator[Candidate]:
    """Headings without number in parts that have no others."""
    tops = [at for at, head in enumerate(found) if head.depth == 1]
    for at, after in pairwise([*tops, len(found)]):
        head = found[at]
        opening = [found[one].candidate.mark for one in range(at + 1, after) if found[one].candidate.mark.opens]
        if head.extent.run_in or not head.text or any(mark.kind not in ITEMS for mark in opening):
            continue
        last = found[after].candidate.paragraph - 1 if after < len(found) else around.last
        yield from topics(page, head.candidate.paragraph + 1, last, bool(opening), lexicon)


def _where(
    tops: Sequence[Head], spoken: Sequence[str], role: str, around: Frame, added: Sequence[Candidate]
) -> Stretch | None:
    """Where a part may begin: within the last part, or, of problems, the one before the plans."""
    at = len(tops) - 1
    if role == PROBLEMS and PLANS in spoken:
        at = spoken.index(PLANS) - 1
    if at < 0:
        return None
    first, start = tops[at].candidate.paragraph, tops[at].extent.end
    if added:
        first, start = added[-1].paragraph, added[-1].mark.end + 1
    if at + 1 < len(tops):
        after = tops[at + 1].candidate
        return Stretch(first, start, after.paragraph, after.mark.start)
    return Stretch(first, start, around.last, around.end)


def _is_amid(head: Head) -> bool:
    """Whether it is an item within a paragraph (目前还有不足：一是…)."""
    return head.candidate.mark.kind in ITEMS and not head.candidate.mark.opens


def _all_before(tops: Sequence[Head], around: Frame) -> Stretch:
    """What stands before the items within paragraphs in which a report without headings ends."""
    at = next((at for at in range(len(tops) - 1, -1, -1) if not _is_amid(tops[at])), -1)
    last = tops[-1].candidate
    if at < 0:
        return Stretch(around.first, around.start, last.paragraph, last.mark.start)
    return Stretch(tops[at].candidate.paragraph, tops[at].extent.end, last.paragraph, last.mark.start)


def _lacks_measures(found: Sequence[Head], lexicon: Lexicon) -> bool:
    """Whether the first part serves another purpose, and none says that it tells what was done."""
    tops = (head.candidate.role or said(head.text, lexicon) for head in found if head.depth == 1)
    return next(tops, "") in (FIRST_RESPONSIBLE, PROBLEMS, PLANS) and MEASURES not in tops


def _done(first: int, page: Page, around: Frame, lexicon: Lexicon) -> Iterator[Candidate]:
    """What was done, in a report whose first part is another one: by its own headings, else as a whole."""
    inside = done(first, page, around)
    if not inside:
        return
    each = [*topics(page, inside[0], inside[-1], False, lexicon)]
    yield from each or [_part(Unheaded(inside[0], begin(inside[0], page), MEASURES))]


def _measures(after: Candidate, page: Page, around: Frame) -> Iterator[Candidate]:
    """What was done, in a report without any heading: what stands between the introduction and the part `after`."""
    led_over = around.transition
    for at in range(around.first, after.paragraph):
        words = page.words[at]
        introduces = words.endswith(":") or bool(led_over and led_over in page.shown[at])
        if at not in page.dropped and words and not introduces:
            yield _part(Unheaded(at, max(page.paragraphs[at].start, around.start * (at == around.first)), MEASURES))
            return


def _part(part: Unheaded) -> Candidate:
    mark = Mark(part.start, part.start, "", 0, False, True)
    claim = Claim(("",), 0, part.paragraph, True, True, rank=1, outermost=True)
    return Candidate(part.paragraph, mark, claim, part.role)
