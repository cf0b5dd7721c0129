"""A report that was understood becomes the values of a form."""

import re
from collections.abc import Container, Iterator, Sequence

from generator.annotate.lines import lines as lines_of
from generator.annotate.model import Annotation, Line
from generator.compose import Template, compose
from generator.extract.again import read_again
from generator.extract.by_annotation import by_annotation, by_figures
from generator.extract.by_template import by_template
from generator.extract.derived import without_derived
from generator.extract.found import Found
from generator.extract.layout import sentences
from generator.extract.model import Counts, Extraction
from generator.extract.passages import paragraphs, passages, printed
from generator.extract.placing import placed
from generator.extract.themes import closed
from generator.extract.variant import variants
from generator.regex import regex
from generator.schema.model import Figure, Path, Profile
from generator.schema.words import words_for

_LEAST = 0.5
"""Share of a report's sentences that a draft must print again for the report to count as drafted by this tool."""
_WORDINGS = 3
"""Wordings of the template that such a report shows at least."""
_TRIES = 24
_OPENING = 40
"""Characters from which a line before the first heading is no addressee, date or rest of a web page."""
_PHRASE = 12
"""Characters from which what stands before a transition (根据要求，现将…) says something."""
_MARKER = regex(
    r"^\s*(?:[（(]?[一二三四五六七八九十\d]+[、.．)）]|[一二三四五六七八九十]+是|第[一二三四五六七八九十]+[是,，、]|"
    r"第[一二三四五六七八九十]+(?:部分|章|节)[、:：,，\s]*|\d{1,2}-\d{1,2}(?:[、.]|\s+))"
)
_CLAUSES = regex("(?:【待补充：[^】]*】|[^，；：。！？,;:])+")
_MEMBERS = regex("(?:【待补充：[^】]*】|[^、])+")


def extract(annotation: Annotation, template: Template) -> Extraction:
    """The form that a report would have been drafted from, as far as its text tells.

    A report of this tool is read by its template; of any other one the figures, headings, problems and plans
    are told apart, and what nothing explains is kept word for word in 补充. Raises BrokenTemplate.
    """
    found = by_template(annotation.lines, template, annotation.outline)
    derived = without_derived(found, template)
    text = body(annotation)
    said = _varied(found, template, annotation.lines)
    again = [sentence for _, sentence in text if sentence in said]
    drafted = len(found.choices) >= _WORDINGS and len(again) >= _LEAST * len(text)
    # Drafts number what they say of a theme in their own ways; where none was met the report is another's.
    drafted = drafted and (bool(_themes(found, template)) or not _themed(annotation))
    if drafted:
        placed(found, annotation.lines, template)
        found, more = read_again(found, annotation, template)
        derived |= more
        said = _drafted(found, template)
    else:
        derived = {}
        found = by_annotation(annotation, template)
        found.put(("report", "variant"), 1, 1)
        said = _drafted(found, template)
    _keep_lost(
        found, text if drafted else _counting(annotation), said, template, _frame(annotation), not drafted
    )
    counts = _counts(annotation, found, text)
    references = _references(annotation, template)
    return Extraction(Profile(found.values, {}), found.evidence, references, derived, drafted, counts)


def _drafted(found: Found, template: Template) -> str:
    return "\n".join(line.text for line in lines_of(compose(Profile(found.values, {}), template).document))


def _varied(found: Found, template: Template, lines: Sequence[Line]) -> str:
    """The draft that `found` makes, with the least 变体 under which the opening reads as it does in the report."""
    opening = {line.text for line in lines[:6]}
    said, most = "", -1
    for variant in variants(found.choices)[:_TRIES]:
        tried = {**found.values, ("report", "variant"): variant}
        made = lines_of(compose(Profile(tried, {}), template).document)
        same = sum(line.text in opening for line in made[:6])
        if same > most:
            said, most = "\n".join(line.text for line in made), same
            found.values[("report", "variant")] = variant
        if same == len(opening):
            break
    return said


def body(annotation: Annotation) -> list[tuple[int, str]]:
    """The sentences of a report between its title and its signature, with their lines."""
    return [(number, sentence) for number, _, sentence in _sentences(annotation)]


def _sentences(annotation: Annotation) -> Iterator[tuple[int, bool, str]]:
    """The same, and whether they stand before the first heading."""
    own = annotation.outline.transition
    for number, opens, whole in paragraphs(annotation):
        words = whole.removeprefix(annotation.outline.salutation) if opens else whole
        if opens and not (len(words) > _OPENING or words.endswith("。") or (own and own in words)):
            continue
        yield from ((number, opens, sentence.strip()) for sentence in sentences(words) if sentence.strip())


def _counting(annotation: Annotation) -> list[tuple[int, str]]:
    """Without a transition (现将…报告如下) that counts nothing: the template has one of its own."""
    holding = {m.quantity.spot.line for m in annotation.mentions}
    own = annotation.outline.transition
    out: list[tuple[int, str]] = []
    for number, opens, sentence in _sentences(annotation):
        if opens and own and own in sentence and not (number in holding and re.search(r"\d", sentence)):
            sentence = sentence.partition(own)[0].rstrip("，, ")
            if len(_bare(sentence)) < _PHRASE:
                continue
        out.append((number, sentence))
    return out


def _frame(annotation: Annotation) -> set[str]:
    """The headings of the parts that every report has: a draft words them by its template. One that counts is none."""
    parts = [s for s in annotation.outline.sections if s.role or (s.level == 1 and not s.themes)]
    counted = [mention.quantity.spot for mention in annotation.mentions]
    return {
        _bare(section.text)
        for section in parts
        if not any(s.line == section.spot.line and section.spot.start <= s.start < section.spot.end for s in counted)
    }


def _keep_lost(
    found: Found,
    text: Sequence[tuple[int, str]],
    said: str,
    template: Template,
    frame: Container[str],
    whole_sentences: bool,
) -> None:
    """Adds to 补充 what stands in the report and would stand nowhere in its draft: what opens the report, to that of
    the first theme. frame: headings to leave out; whole_sentences: of which most is lost, as they are."""
    bare = _bare(said)
    whole = words_for(str(found.values.get(("unit", "name", 0), "")), "", template.schema)["全域"]
    opening: list[tuple[int, str]] = []
    for line, sentence in text:
        lost: list[str] = []
        for clause in _CLAUSES.findall(_MARKER.sub("", sentence)):
            members = [member.removeprefix("全年").removeprefix(whole) for member in _MEMBERS.findall(clause)]
            missing = [m for m in members if _bare(m) and _bare(m) not in bare and "【待补充" not in m]
            # With the first goes the verb of all: 辖6个镇、11个乡.
            lost += ["、".join(members)] if missing and missing[0] == members[0] else missing
        if not lost or sentence.startswith("【待补充") or len(_bare("".join(lost))) < 2 or _bare(sentence) in frame:
            continue
        if whole_sentences and len(_bare("".join(lost))) * 2 > len(_bare(sentence)):
            lost = [sentence]
        words = closed("，".join(lost))
        path = _nearest(found, line, template)
        if path:
            before = found.values.get(path)
            found.values[path] = f"{before}。{words}" if before else words
            found.note(path, line, doubtful=True)
        else:
            opening.append((line, words))
    if opening:
        path = _first(found, template)
        before = found.values.get(path)
        opened = "。".join(words for _, words in opening)
        found.values[path] = f"{opened}\n\n{before}" if before else opened
        found.note(path, opening[0][0], doubtful=True)


def _bare(words: str) -> str:
    """Words without marks and numbers of headings."""
    return re.sub(r"[\W_]+", "", _MARKER.sub("", words))


def _nearest(found: Found, line: int, template: Template) -> Path:
    """The 补充 of the theme that stands at or before this line, () if none does."""
    before = [each for each in _themes(found, template) if each[0] <= line]
    # Of those that begin on one line the first named leads.
    return (*max(before, key=lambda each: each[0])[1], "extra") if before else ()


def _first(found: Found, template: Template) -> Path:
    """The 补充 of the first theme, or what else there is in a report without themes."""
    themes = _themes(found, template)
    if themes:
        return (*min(themes, key=lambda each: each[0])[1], "extra")
    prose = next((s.id for s in template.schema.sections if s.shape == "prose"), "")
    home = next(s.id for s in template.schema.sections if s.shape == "themes")
    return (prose,) if prose else (home, template.schema.themes[0].id, "extra")


def _themes(found: Found, template: Template) -> list[tuple[int, Path]]:
    """Lines and paths of what was found of the themes."""
    home = next(s.id for s in template.schema.sections if s.shape == "themes")
    single = {s.id for s in template.schema.sections if s.shape == "theme"}
    paths = [(path[:2] if path[0] == home else path[:1], evidence.line) for path, evidence in found.evidence.items()]
    return [(line, path) for path, line in paths if line >= 0 and (path[0] == home or path[0] in single)]


def _themed(annotation: Annotation) -> bool:
    """Whether something but placeholders stands under headings of the measures."""
    inside = [inner for part in passages(annotation) if part.section.role == "measures" for inner in part.below]
    return any(not words.startswith("【待补充") for inner in inside for _, words in printed(inner))


def _references(annotation: Annotation, template: Template) -> dict[Path, str]:
    """The text of each theme and list, for next year's clerk to look at."""
    schema = template.schema
    home = next(s.id for s in schema.sections if s.shape == "themes")
    single = {s.theme: s.id for s in schema.sections if s.shape == "theme"}
    by_role = {s.role: s.id for s in schema.sections if s.role and s.shape in ("items", "theme")}
    found: dict[Path, list[str]] = {}
    pending = list(passages(annotation))
    while pending:
        part = pending.pop(0)
        role, themes = part.section.role, part.section.themes
        path: Path = ()
        if role in by_role and role != "measures":
            path = (by_role[role],)
        elif themes and (part.section.level > 1 or part.section.themes):
            path = (single[themes[0]],) if themes[0] in single else (home, themes[0])
        if path:
            texts = [words for _, words in printed(part)]
            found.setdefault(path, []).extend(filter(None, [part.section.text, *texts]))
        elif part.below:
            pending = [*part.below, *pending]
        else:
            for inner in by_figures(part, annotation, schema) if part.body else ():
                theme = next(iter(inner.section.themes), schema.themes[0].id)
                path = (single[theme],) if theme in single else (home, theme)
                found.setdefault(path, []).extend(words for _, words in inner.body)
    return {path: "\n".join(texts) for path, texts in found.items()}


def _counts(annotation: Annotation, found: Found, text: Sequence[tuple[int, str]]) -> Counts:
    extra = [str(value) for path, value in found.values.items() if path[-1] == "extra"]
    kept = "\n".join(extra)
    standing = sum(closed(sentence) in kept for _, sentence in text)
    figures = sum(isinstance(value, Figure) for value in found.values.values())
    doubtful = sum(found.evidence[path].doubtful for path in found.values if path in found.evidence)
    return Counts(figures, len(annotation.mentions), len(text) - standing, standing, doubtful)
