"""Rules made of word lists: `rules.yml` of a template folder, and a county's own beside its forms.

Words are found whatever the width of the punctuation. A pattern is a regular expression of Python.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import pairwise
from typing import Any

from generator.annotate.model import Section
from generator.check.matching import matches
from generator.check.rule import Check, Finding, Rule
from generator.check.shape import half_width
from generator.check.subject import Subject, extent, folded_words, found, offset, once, parts, quote, spot
from generator.diagnostics import Severity
from generator.errors import BrokenTemplate
from generator.records import record
from generator.regex import regex
from generator.schema.codec import mapping

FILE = "rules.yml"
_KINDS = ("forbid", "prefer", "consistent", "in_order")
_CODE = regex(r"[A-Z]{3}\d{3}")
_AROUND = 80
"""Characters on either side of a match in which a spared context is looked for."""
_REMEDY = "对照随程序附带的 rules.yml 改正"


@record
class WordRule:
    """A rule of words.

    kind: forbid (what `find` or `pattern` finds is wrong), prefer (a key of `pairs` is better its value),
    consistent (of each of `variants` only one may be used), in_order (what of `terms` is enumerated must keep
    this order, all of it if `whole`); spare: patterns; what lies inside a match of one is left alone; since,
    until: ISO dates between which a report must be written, year_from, year_to: years that it must report on, both
    included; roles: parts to which the rule is limited; headings: whether a heading
    in brackets (【工作成效】) is left alone; once: told once a paragraph, with how often; fix: whether the
    replacement is safe; replace: what a forbidden word becomes; why, source, bad, good: its page, `year` the one that
    the examples report on.
    """

    code: str
    kind: str
    name: str
    severity: str
    message: str = ""
    hint: str = ""
    find: tuple[str, ...] = ()
    pattern: tuple[str, ...] = ()
    pairs: Mapping[str, str] | None = None
    variants: tuple[tuple[str, ...], ...] = ()
    terms: tuple[str, ...] = ()
    whole: bool = False
    spare: tuple[str, ...] = ()
    since: str = ""
    until: str = ""
    year_from: int = 0
    year_to: int = 9999
    roles: tuple[str, ...] = ()
    headings: bool = False
    once: bool = False
    fix: bool = False
    replace: str | None = None
    why: str = ""
    source: str = ""
    bad: tuple[str, ...] = ()
    good: tuple[str, ...] = ()
    year: int = 2024


def word_lists(sources: Mapping[str, str], name: str = FILE) -> Mapping[str, tuple[str, ...]]:
    """The lists under `words`, which rules written in Python look for; none where the folder has no such file.

    Raises BrokenTemplate.
    """
    if name not in sources:
        return {}
    lists = mapping(sources, name).get("words") or {}
    if not isinstance(lists, dict) or not all(isinstance(held, list) for held in lists.values()):
        raise BrokenTemplate(f"{name} 的 words 应是“名称: [词, 词]”", _REMEDY)
    return {str(key): tuple(half_width(str(word)) for word in held) for key, held in lists.items()}


def word_rules(sources: Mapping[str, str], name: str = FILE) -> tuple[Rule, ...]:
    """The rules of such a file, sorted by code; none where there is no such file. Raises BrokenTemplate."""
    if name not in sources:
        return ()
    listed = mapping(sources, name).get("rules") or []
    if not isinstance(listed, list):
        raise BrokenTemplate(f"{name} 的 rules 应是一列规则", _REMEDY)
    made = [_rule(_parsed(one, name), name) for one in listed]
    for one, after in pairwise(made):
        if one.code >= after.code:
            raise BrokenTemplate(f"{name} 的规则 {after.code} 重复，或没有按编号排", _REMEDY)
    return tuple(made)


def _parsed(data: Any, file: str) -> WordRule:
    if not isinstance(data, dict):
        remedy = "一条规则写成 - code: 编号，下面各行是 名称: 内容"
        raise BrokenTemplate(f"{file} 里的“{str(data)[:60]}”不是一条规则", remedy)
    try:
        one = WordRule(**{key: _frozen(value) for key, value in data.items()})
    except (TypeError, AttributeError) as error:
        words = "、".join(re.findall(r"'(\w+)'", str(error)))
        raise BrokenTemplate(f"{file} 里有一条规则缺少或不认识“{words}”：{str(data)[:60]}", _REMEDY) from error
    if not _CODE.fullmatch(str(one.code)):
        raise BrokenTemplate(f"{file} 的编号“{one.code}”应是三个大写字母和三位数字", _REMEDY)
    if one.kind not in _KINDS:
        raise BrokenTemplate(f"{file} 的 {one.code}：没有“{one.kind}”这种规则，有 {'、'.join(_KINDS)}", _REMEDY)
    if one.severity not in (*Severity, "off"):
        raise BrokenTemplate(f"{file} 的 {one.code}：轻重只有 error、warning、info、off", _REMEDY)
    return one


def _frozen(value: Any) -> Any:
    if isinstance(value, list):
        return tuple(_frozen(one) for one in value)
    return value if isinstance(value, (dict, bool, int, str)) or value is None else str(value)


def _rule(one: WordRule, file: str) -> Rule:
    off = one.severity == "off"
    severity = Severity.INFO if off else Severity(one.severity)
    try:
        matcher, looks_for = _matcher(one)
    except re.error as error:
        raise BrokenTemplate(f"{file} 的 {one.code}：正则表达式写错了（{error}）", _REMEDY) from error

    def check(of: Subject) -> Iterator[Finding]:
        if _due(one, of):
            yield from matcher(of)

    return Rule(one.code, one.name, severity, check, page(one), enabled=not off, looks_for=looks_for)


def page(one: WordRule) -> str:
    """The page of a rule of words, as `generator.check.page` reads it."""
    year = f"（{one.year}年度）"
    said = [f"{one.name}。", "", f"为什么：{one.why}", f"依据：{one.source}"]
    for title, shown in (("反例", one.bad), ("正例", one.good)):
        said.append(f"{title}{year}：")
        for example in shown:
            said += [*(f"    {line}" for line in example.strip().split("\n")), ""]
    return "\n".join(said).strip() + "\n"


def _due(one: WordRule, of: Subject) -> bool:
    if (one.since or one.until) and not of.written:
        return False
    if (one.year_from or one.year_to != 9999) and not of.year:
        return False
    return one.since <= of.written <= (one.until or "9999") and one.year_from <= of.year <= one.year_to


def _matcher(one: WordRule) -> tuple[Check, tuple["re.Pattern[str]", ...]]:
    spare = regex("|".join(f"(?:{_folded(p)})" for p in one.spare)) if one.spare else None
    if one.kind == "consistent":
        patterns = [regex(_any_of(variants)) for variants in one.variants]
        return lambda of: _inconsistent(one, of, patterns, spare), tuple(patterns)
    if one.kind == "in_order":
        return _ordered(one, spare)
    pairs = {half_width(key): value for key, value in (one.pairs or {}).items()}
    literal = _any_of((*one.find, *pairs))
    # A pattern may refer back to its own groups, so patterns are not joined.
    patterns = [regex(p) for p in (*([literal] if literal else []), *map(_folded, one.pattern))]
    if not patterns:
        raise BrokenTemplate(f"规则 {one.code} 没有写要找的词", _REMEDY)

    def check(of: Subject) -> Iterator[Finding]:
        held = [spot(of, match.start(), match.end()) for match in _hits(one, of, patterns, spare)]
        often = Counter([where.line for where in held]) if one.once else {}
        for where in held:
            times = often.pop(where.line, 0) if one.once else 1
            if not times:
                continue
            said = quote(of, where)
            right = pairs.get(half_width(said)) if pairs else one.replace
            message = (one.message or "“{}”的写法不对").replace("{}", said)
            message += f"（这一段有{times}处）" if times > 1 else ""
            hint = (one.hint or ("写“{}”" if right else "删去，或换一个说法")).replace("{}", right or "")
            yield Finding(where, message, hint, right if one.fix and right is not None else None)

    return check, tuple(patterns)


def _hits(
    one: WordRule, of: Subject, patterns: Sequence[re.Pattern[str]], spare: re.Pattern[str] | None
) -> Iterator[re.Match[str]]:
    """What is found and not spared, in reading order; of what overlaps the first."""
    ended, words = -1, folded_words(of)
    hits = [match for pattern in patterns for match in matches(pattern, of.folded, words)]
    for match in sorted(hits, key=lambda m: m.start()) if len(patterns) > 1 else hits:
        if match.start() >= ended and not _spared(spare, of, match) and _within(one, of, match.start()):
            ended = match.end()
            if not (one.headings and _is_heading(of, match)):
                yield match


def _is_heading(of: Subject, match: re.Match[str]) -> bool:
    """Whether it is the words of a heading in the brackets that it stands in."""
    sections = _by_line(of).get(spot(of, match.start(), match.end()).line, ())
    near = [s for s in sections if 0 <= match.start() - offset(of, s.spot) <= len(s.marker) + 2]
    return any(half_width(section.text) == match[0][1:-1] for section in near)


@once
def _by_line(of: Subject) -> dict[int, list[Section]]:
    found: dict[int, list[Section]] = {}
    for section in of.annotation.outline.sections:
        found.setdefault(section.spot.line, []).append(section)
    return found


def _within(one: WordRule, of: Subject, at: int) -> bool:
    return not one.roles or any(
        begin <= at < end for role in one.roles for begin, end in (extent(of, part) for part in parts(of, role))
    )


def _spared(spare: re.Pattern[str] | None, of: Subject, match: re.Match[str]) -> bool:
    if spare is None:
        return False
    begin = of.folded.rfind("\n", 0, match.start()) + 1
    end = of.folded.find("\n", match.end())
    within = spare.finditer(
        of.folded, max(begin, match.start() - _AROUND), min(end if end >= 0 else len(of.folded), match.end() + _AROUND)
    )
    return any(one.start() <= match.start() and match.end() <= one.end() for one in within)


def _any_of(words: Iterable[str]) -> str:
    """An expression for any of them, the longest first."""
    return "|".join(sorted((re.escape(half_width(word)) for word in words), key=len, reverse=True))


def _inconsistent(
    one: WordRule, of: Subject, patterns: Iterable[re.Pattern[str]], spare: re.Pattern[str] | None
) -> Iterator[Finding]:
    for pattern in patterns:
        hits = list(matches(pattern, of.folded, folded_words(of)))
        if len({match[0] for match in hits}) < 2:
            continue
        hits = [match for match in hits if not _spared(spare, of, match)]
        used = Counter(match[0] for match in hits)
        if len(used) < 2:
            continue
        most = max(used, key=lambda word: used[word])
        told: set[str] = set()
        for match in hits:
            if match[0] != most and match[0] not in told:
                told.add(match[0])
                message = f"“{match[0]}”（{used[match[0]]}处）与“{most}”（{used[most]}处）混用"
                where = spot(of, match.start(), match.end())
                yield Finding(where, one.message or message, one.hint or f"全文统一写“{most}”")


def _ordered(one: WordRule, spare: re.Pattern[str] | None) -> tuple[Check, tuple["re.Pattern[str]", ...]]:
    term = _any_of(one.terms)
    sizes = sorted({len(word) for word in one.terms})
    # One that is not of the list between two that are: 执法严明、公正公开、智能高效.
    strange = rf"|[、,][\u4e00-\u9fff]{{{sizes[0]},{sizes[-1]}}}(?=[、,](?:{term}))" if one.whole else ""
    pattern = regex(f"(?:{term})(?:[、,]?(?:{term}){strange})+")
    places = {half_width(word): at for at, word in enumerate(one.terms)}

    def check(of: Subject) -> Iterator[Finding]:
        for where, match in found(of, pattern):
            order = [places[word] for word in re.findall(term, match[0])]
            most = len(order) * 2 > len(places)
            wrong = order != sorted(set(order)) or (one.whole and most and len(order) != len(places))
            if wrong and not _spared(spare, of, match) and _within(one, of, match.start()):
                message = (one.message or "“{}”的次序或内容不对").replace("{}", quote(of, where))
                right = "、".join(one.terms) if "、" in match[0] else "".join(one.terms)
                yield Finding(where, message, one.hint or f"写“{right}”", right if one.fix else None)

    return check, (pattern,)


def _folded(pattern: str) -> str:
    for sign, escaped in (("（", r"\("), ("）", r"\)"), ("？", r"\?"), ("．", r"\.")):
        pattern = pattern.replace(sign, escaped)
    return half_width(pattern)


def all_rules(written: Iterable[Rule], *more: Iterable[Rule]) -> tuple[Rule, ...]:
    """Rules from several places in one list by code. Raises BrokenTemplate where a code is taken twice."""
    made: dict[str, Rule] = {}
    for rules in (written, *more):
        for rule in rules:
            if rule.code in made:
                names = f"“{made[rule.code].name}”和“{rule.name}”"
                raise BrokenTemplate(f"规则编号 {rule.code} 用了两次：{names}", "换一个编号")
            made[rule.code] = rule
    return tuple(made[code] for code in sorted(made))
