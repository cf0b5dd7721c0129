"""What is left, and the steps in which the plans do away with it (剩余的51处违建…上半年拆20处，三季度拆18处，四季度拆
13处): part of FIG027."""

from collections.abc import Iterator, Sequence

from generator.check.near import led_by, rows_led_by, rows_with
from generator.check.rule import Finding
from generator.check.stated import Sentence, Stated, covered, printed, sentences, summed, where, words
from generator.check.subject import Subject
from generator.diagnostics import Severity
from generator.regex import regex

_WHEN = "(?:上半年|下半年|第?[一二三四]季度|第[一二三四]批)"
_STEP = regex(rf"{_WHEN}(?:计划|再|拟)?(?P<act>[\u4e00-\u9fff]{{1,4}})$")
_REST = regex("剩余|余下|剩下|存量|遗留")
_LEFT = regex("(?:还剩|剩余|剩下|余下|尚余|尚有|还有)的?[\u4e00-\u9fff]{0,6}$")
_THE_REST = regex("(?:剩下|剩余|余下|其余)的?$")
_LEAST = 2


def planned_rest(of: Subject) -> Iterator[Finding]:
    """Each list of steps that does not come to what is left, where the report tells one number of that."""
    led = led_by(of, _STEP)
    yield from _in_two(of, led)
    for row in rows_with(of, _STEP) if len(led) >= _LEAST else ():
        parts = _steps(row, led)
        if len(parts) < _LEAST or not _REST.search(of.folded, parts[0].at - len(parts[0].lead), parts[0].at):
            continue
        kind = parts[0].kind
        same = [one for other in sentences(of) for one in other if one.kind == kind and one.exact and one not in parts]
        left = [one for one in same if _LEFT.search(one.own)]
        come_to = summed(parts)
        if len({one.amount for one in left}) != 1 or any(one.amount == come_to for one in same) or covered(of, parts):
            continue
        reckoned = f"{' + '.join(map(words, parts))} = {printed(come_to, parts[-1])}"
        said = f"{reckoned}，与前面剩下的“{words(left[0])}”不符"
        yield Finding(where(of, parts[-1]), said, "核对剩下几个和各批几个", severity=Severity.INFO)


def _in_two(of: Subject, led: frozenset[int]) -> Iterator[Finding]:
    """What a first step leaves, told in the same sentence (31个小区，上半年先做10个，下半年做完剩下的20个)."""
    left = led_by(of, _THE_REST) if led else ()
    for row in rows_led_by(of, _THE_REST) if left else ():
        for whole, step, rest in zip(row, row[1:], row[2:], strict=False):
            told = rest.at in left and step.at in led and _STEP.search(step.own) and _THE_REST.search(rest.own)
            alike = whole.kind == step.kind == rest.kind != "%" and whole.unit == rest.unit
            if not told or not alike or any(one.mention.quantity.qualifier for one in (whole, step, rest)):
                continue
            come_to = whole.amount - step.amount
            if come_to > 0 and rest.amount != come_to and not covered(of, (whole, step, rest)):
                reckoned = f"{words(whole)} − {words(step)} = {printed(come_to, rest)}"
                said = f"{reckoned}，与“{rest.own[-8:]}{words(rest)}”不符"
                yield Finding(where(of, rest), said, "核对一共几个和各步几个", severity=Severity.INFO)


def _steps(row: Sentence, led: frozenset[int]) -> Sequence[Stated]:
    """The first figures in a row that are told by a part of the year and one act."""
    parts: list[Stated] = []
    act = ""
    for one in row:
        told = _STEP.search(one.own) if one.at in led and not one.mention.quantity.qualifier else None
        if told is None or (parts and (one.kind != parts[0].kind or told["act"] != act)):
            if parts:
                break
            continue
        act = told["act"]
        parts.append(one)
    return parts
