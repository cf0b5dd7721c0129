"""What the plans set out from (优秀率由55%提高到70%, 持证人员由14名增加到18名), held against what the measures tell by
the same name. Part of FIG019."""

from collections.abc import Iterator
from itertools import pairwise

from generator.check.near import led_by
from generator.check.rules.fig._compared import elsewhen
from generator.check.rules.fig._names import noun, own
from generator.check.rules.fig._zones import within, zones
from generator.check.stated import Stated, open_sentences, sentences
from generator.check.subject import Subject
from generator.regex import regex

_FROM = regex("(?P<name>[\u4e00-\u9fff]{3,12}?)[由从](?:目前|现在|现有|\\d{4}年)?的?$")
_REACHES = regex("(?:增|升|提高|扩大|发展|扩展|降|减|压缩|缩短)[^,;:、。]{0,3}[到至为]$")
_LEAST, _SURE = 3, 4
"""Signs at the end of a name by which a rate is known, and those by which it is beyond doubt."""


def set_out(of: Subject) -> Iterator[tuple[Stated, Stated, bool]]:
    """The figure of the measures, the other that a later part sets out from, and whether it is beyond a hint."""
    main, later = zones(of).done, zones(of).later
    spanning = led_by(of, _FROM)
    for row in open_sentences(of) if main and later else ():
        for one, then in pairwise(row):
            if one.at not in spanning or not within(one, later) or within(one, main) or one.kind != then.kind:
                continue
            exact = not one.mention.quantity.qualifier
            told = _FROM.search(own(one)) if exact and _REACHES.search(then.lead) else None
            known = _called(of, told["name"], one) if told else []
            if told and known and all(other.amount != one.amount for other in known):
                only = len({other.amount for other in known}) == 1
                sure = only and one.kind == "%" and told["name"][-_SURE:] in own(known[0])
                yield min(known, key=lambda other: abs(other.amount - one.amount)), one, sure


def _called(of: Subject, name: str, one: Stated) -> list[Stated]:
    """The figures of the measures that are told by this name: a rate by its end, what is counted by four signs."""
    main, end = zones(of).done, name[-(_LEAST if one.kind == "%" else _SURE) :]
    if (one.kind == "%") != name.endswith("率") or len(name) < len(end):
        return []
    apart = elsewhen(of)
    alike = [o for row in sentences(of) if within(row[0], main) for o in row if o.kind == one.kind and o.exact]
    return [o for o in alike if o.at not in apart and (end in own(o) or noun(o).startswith(end))]
