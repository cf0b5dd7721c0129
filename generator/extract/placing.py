"""Clauses in the clerk's own words (句), put where the draft prints them: their place tells what their words do not.

A figure told in other words than its template's stands all the same between what the template prints before it and
after it. Of the indicators that may be counted so, that one is taken under which the draft reads most like the report.
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import permutations
from typing import TypeVar

from generator.annotate.lines import lines as lines_of
from generator.annotate.mentions_index import pairs_of
from generator.annotate.model import Line
from generator.compose import Template, compose
from generator.extract.found import Evidence, Found
from generator.extract.frame import frame_of
from generator.extract.told import figure_of, told
from generator.records import record
from generator.regex import regex
from generator.schema.model import Figure, Path, Profile, Value

_PIECES = regex("[^，。、；：]+[，。、；：]?")
_MARKS = "，。、；："
_JOINT = regex("[，、]")
_LEAD = regex(r"\(\(([^\[\]()]+)\[\[")
_NUMBER = regex(r"^(?:[一二三四五六七八九十]+是|（[一二三四五六七八九十]+）|\d+\.)(?=\D)")
_MOST, _ROUNDS = 60, 2
"""Clauses that are looked at in one report; times that each is, since one may stand where another belongs."""

Pairs = Counter[tuple[str, str]]
Report = Sequence[tuple[int, Pairs]]
"""The lines of a report by number."""
_ALL = ("report", "unit")
"""What all parts of a form share."""
_Kept = TypeVar("_Kept")


@record
class _Clause:
    """words: the clerk's; theme: the path of its theme; places: where it stands in the form, phrases of 其他数据 or one
    figure."""

    words: str
    theme: Path
    places: tuple[Path, ...]


def placed(found: Found, lines: Sequence[Line], template: Template) -> None:
    """Moves clauses of `found` to the indicators under which the draft prints them where `lines` have them."""
    report = [(line.number, _pairs([line.text])) for line in lines]
    for theme in {path[:-2]: None for path in found.values if path[-2:-1] == ("other",)} | dict.fromkeys(_told(found)):
        wanted = _wanted(found, theme, report)
        score = _score(found.values, theme, wanted, template)
        if score == sum(_pairs(_draft(found.values, theme, template)).values()):
            continue
        for _ in range(_ROUNDS):
            before = score
            met: Counter[str] = Counter()
            for words in [clause.words for clause in _clauses(found, theme)][:_MOST]:
                # What was moved before it has changed the places of the phrases behind; several may say the same.
                same = [clause for clause in _clauses(found, theme) if clause.words == words]
                score = _moved(found, same[met[words]], score, wanted, template) if met[words] < len(same) else score
                met[words] += 1
            if score == before:
                break
    _known(found, report, template)
    for path, value in list(found.values.items()):
        if isinstance(value, Figure) and path[-3] == "data":
            for mark in _JOINT.finditer(value.sentence):
                head, rest = value.sentence[: mark.start()], value.sentence[mark.end() :]
                _divide(found, path, replace(value, sentence=head), rest, template)


def _wanted(found: Found, theme: Path, report: Report) -> Pairs:
    """What stands side by side in the report but for what is another theme's: the same words may stand there too."""
    at = len(theme)
    own = {evidence.line for path, evidence in found.evidence.items() if path[:at] == theme}
    others = {
        evidence.line for path, evidence in found.evidence.items() if path[:at] != theme and path[0] not in _ALL
    }
    out: Pairs = Counter()
    for number, pairs in report:
        if number in own or number not in others:
            out.update(pairs)
    return out


def exchanged(found: Found, other: Found, lines: Sequence[Line], template: Template) -> None:
    """Puts those themes of `other`, another reading of the same report, into `found` whose draft is more like it."""
    report = [(line.number, _pairs([line.text])) for line in lines]
    home = next(section.id for section in template.schema.sections if section.shape == "themes")
    single = {section.id for section in template.schema.sections if section.shape == "theme"}
    heads = (path[: 1 if path[0] in single else 2] for path in other.values if path[0] in single or path[0] == home)
    for theme in dict.fromkeys(heads):
        wanted = _wanted(found, theme, report)
        if _worth(other.values, theme, wanted, template) > _worth(found.values, theme, wanted, template):
            _replace(found.values, other.values, theme)
            _replace(found.evidence, other.evidence, theme)


def _worth(values: dict[Path, Value], theme: Path, wanted: Pairs, template: Template) -> tuple[int, int]:
    """How like the report the theme's draft is, and how many of its figures the template words."""
    figures = (value for path, value in values.items() if path[: len(theme)] == theme and isinstance(value, Figure))
    return _score(values, theme, wanted, template), sum(not figure.sentence for figure in figures)


def _replace(kept: dict[Path, _Kept], taken: dict[Path, _Kept], theme: Path) -> None:
    inside = {path: value for path, value in taken.items() if path[: len(theme)] == theme}
    for path in [path for path in kept if path[: len(theme)] == theme]:
        del kept[path]
    kept.update(inside)


def _divide(found: Found, path: Path, told_: Figure, rest: str, template: Template) -> None:
    """What follows the clerk's own words for a figure may be the template's for another that leans on it (办结率)."""
    theme, own = path[:-3], template.schema.indicators[str(path[-2])]
    printed: list[str] = []
    for indicator in template.schema.indicators.values():
        target: Path = (*path[:-2], indicator.id, 0)
        if indicator.theme != own.theme or indicator.id == own.id or target in found.values:
            continue
        for (at, one), (there, other) in permutations(((path, own), (target, indicator))):
            worded, plain = figure_of(told_.sentence, one), figure_of(rest, other)
            if worded is None or plain is None:
                continue
            printed = printed or _draft(found.values, theme, template)
            worded = replace(worded, period=told_.period, scope=told_.scope)
            tried = {**found.values, at: worded, there: replace(plain, sentence="")}
            if _draft(tried, theme, template) == printed:
                found.values = tried
                found.evidence[target] = Evidence(found.evidence[path].line, doubtful=True)
                return


def _known(found: Found, report: Report, template: Template) -> None:
    """Phrases of 其他数据 whose words tell an indicator of any theme become its figures, where that prints the same."""
    for path in [path for path in found.values if path[-2:-1] == ("other",)]:
        theme = path[:-2]
        ahead = [p for p in found.values if p[:-1] == path[:-1]]
        tells = told(template.schema, "", str(found.values[ahead[-1]]), None)
        if not tells or found.count((*theme, "data", tells[0])):
            continue
        target: Path = (*theme, "data", tells[0], 0)
        tried = _with(found.values, _Clause(tells[1].sentence, theme, (ahead[-1],)), target, tells[1])
        wanted = _wanted(found, theme, report)
        if _score(tried, theme, wanted, template) >= _score(found.values, theme, wanted, template):
            found.evidence[target] = Evidence(found.evidence[ahead[-1]].line, doubtful=True)
            found.values = tried


def _told(found: Found) -> Iterator[Path]:
    """Themes with figures in the clerk's words."""
    for path, value in found.values.items():
        if isinstance(value, Figure) and value.sentence and path[-3] == "data" and "points" not in path:
            yield path[:-3]


def _clauses(found: Found, theme: Path) -> Iterator[_Clause]:
    at = len(theme)
    own = [path for path in found.values if path[:at] == theme]
    others = [path for path in own if path[at:-1] == ("other",)]
    for number, path in enumerate(others):
        words = str(found.values[path])
        yield _Clause(words, theme, (path,))
        if number and not re.search(r"\d", str(found.values[others[number - 1]])):
            yield _Clause(f"{found.values[others[number - 1]]}，{words}", theme, (others[number - 1], path))
    for path in own:
        value = found.values[path]
        if isinstance(value, Figure) and value.sentence and path[at : at + 1] == ("data",):
            yield _Clause(value.sentence, theme, (path,))


def _moved(found: Found, clause: _Clause, score: int, wanted: Pairs, template: Template) -> int:
    """Moves one clause to where most of its surroundings are right; how much that is then."""
    best: tuple[int, int, dict[Path, Value], Path] | None = None
    for path, figure in _candidates(found, clause, template):
        tried = _with(found.values, clause, path, figure)
        right = _score(tried, clause.theme, wanted, template)
        alike = _alike(clause.words, path, template)
        if right > score and (best is None or (right, alike) > best[:2]):
            best = right, alike, tried, path
    if best is None:
        return score
    line = found.evidence[clause.places[0]].line
    found.values = best[2]
    found.evidence[best[3]] = Evidence(line, doubtful=True)
    return best[0]


def _candidates(found: Found, clause: _Clause, template: Template) -> Iterator[tuple[Path, Figure]]:
    """The figures that the clause may tell: of indicators of its theme that are counted so and not told by another, of
    the year or of a time that another one in the clerk's words has."""
    worded = [v for p, v in found.values.items() if isinstance(v, Figure) and v.sentence and p[:-3] == clause.theme]
    periods = dict.fromkeys(value.period for value in worded if value.period)
    single = {section.id: section.theme for section in template.schema.sections if section.shape == "theme"}
    theme = single.get(str(clause.theme[0]), str(clause.theme[-1]))
    data = (*clause.theme, "data")
    bodies = "".join([point.body for point in frame_of(template).points.get(theme, ())])
    leads = [lead for lead in dict.fromkeys(_LEAD.findall(bodies)) if clause.words.startswith(lead)]
    taken = {path[-2] for path in found.values if path[:-2] == data and path not in clause.places}
    for indicator in template.schema.indicators.values():
        if indicator.theme != theme or indicator.id in taken:
            continue
        path: Path = (*clause.theme, "data", indicator.id, 0)
        for words in _spoken(clause.words, indicator.clause, leads):
            figure = figure_of(words, indicator)
            if figure is not None:
                yield path, figure
                yield from ((path, replace(figure, period=period)) for period in periods)


def _spoken(words: str, clause: str, leads: Sequence[str]) -> Iterator[str]:
    """The words, and what is left of them where the template may say their beginning itself (其中, 签约…). leads: with
    which of the template's groups they begin."""
    words = words.removeprefix("其中")
    yield words
    yield from (words[len(lead) :] for lead in leads)
    size = next((at for at, signs in enumerate(zip(words, clause, strict=False)) if signs[0] != signs[1]), 0)
    if size > 1:
        yield words[size:]


def _with(values: dict[Path, Value], clause: _Clause, path: Path, figure: Figure) -> dict[Path, Value]:
    """`values` with the clause as a figure at `path`, what stood behind it in a list moved up."""
    out: dict[Path, Value] = {}
    lists = {old[:-1] for old in clause.places}
    counts = Counter({path[:-1]: 1})
    for old, value in values.items():
        if old in clause.places:
            out.setdefault(path, figure)
        elif old[:-1] in lists:
            out[(*old[:-1], counts[old[:-1]])] = value
            counts[old[:-1]] += 1
        else:
            out[old] = value
    return out


def _alike(words: str, path: Path, template: Template) -> int:
    indicator = template.schema.indicators[str(path[-2])]
    return len(pairs_of(words) & pairs_of(indicator.label + indicator.clause))


def _draft(values: dict[Path, Value], theme: Path, template: Template) -> list[str]:
    """The lines that the draft prints of one theme."""
    around = {path: value for path, value in values.items() if path[0] in _ALL}
    inside = {path: value for path, value in values.items() if path[: len(theme)] == theme}
    return [line.text for line in lines_of(compose(Profile(around | inside, {}), template).document)]


def _score(values: dict[Path, Value], theme: Path, wanted: Pairs, template: Template) -> int:
    """How many pairs of neighbouring clauses of the theme's draft stand so in the report."""
    return sum((_pairs(_draft(values, theme, template)) & wanted).values())


def _pairs(texts: Sequence[str]) -> Pairs:
    found: Pairs = Counter()
    for text in texts:
        pieces = [_NUMBER.sub("", piece) for piece in _PIECES.findall(text)]
        # With their marks and without: of a sentence's clauses the first is moved before the others are.
        for words in (pieces, [piece.rstrip(_MARKS) for piece in pieces]):
            found.update(zip(["", *words], [*words, ""], strict=True))
    return found
