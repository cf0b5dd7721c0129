"""Figures that several reports give: the same words with the same measure word."""

from collections import Counter
from collections.abc import Sequence

from generator.annotate.units import base
from generator.learn.genre.labels import Words
from generator.learn.genre.pieces import Piece, Told
from generator.records import record
from generator.regex import regex

_SHORTEST, _LONGEST = 2, 12
"""Characters of a label, as the form allows."""
_SHORT = 2
"""A noun of so few characters says too little without its verb."""
_PEOPLE = "人"
_WHO = regex(r"[\u4e00-\u9fff]{2,6}员$")
_MARKS = regex(r"[、，。；：！？\s]")
_GLOSS = regex("[（(][^（）()]*[)）]")
_INSIDE = str.maketrans("", "", "“”、")
"""Marks that a name may have inside."""
_MONEY = ("元", "万元", "亿元")


@record
class Figure:
    """A figure that reports of a genre give.

    said: the label as it is mostly printed, with the verb before it; stock: it counts what there is, not what
    happened; support: reports; place: its mean ordinal among the figures of a part; places: report, line, words that
    name it and unit of each time.
    """

    label: str
    unit: str
    said: str
    stock: bool
    support: int
    place: float
    places: tuple[tuple[str, int, str, str], ...]

    @property
    def kind(self) -> str:
        """As `Indicator.kind`."""
        return "rate" if self.unit == "%" else "money" if self.unit in _MONEY else "count"


def figures(theme: Sequence[Piece], words: Words, stock: Sequence[str], taken: set[str]) -> list[Figure]:
    """The figures of a theme's parts that two reports or more give, as they usually follow each other.

    stock: words before a figure that make it a stock; taken: labels in use, to which those found are added.
    """
    named: dict[tuple[str, str], list[tuple[Piece, Told]]] = {}
    for piece in theme:
        for told in piece.figures:
            name = _name(_called(told), words)
            if len(name) >= _SHORTEST and told.unit:
                named.setdefault((name[:_LONGEST], base(told.unit)[1]), []).append((piece, told))
    found = [
        _figure(name, unit, told, words, stock)
        for (name, unit), told in _joined(named).items()
        if len({piece.report for piece, _ in told}) > 1
    ]
    found.sort(key=lambda figure: (figure.place, figure.label, figure.unit))
    kept: list[Figure] = []
    for figure in found:
        if figure.label not in taken:
            taken.add(figure.label)
            kept.append(figure)
    return kept


def _called(told: Told) -> str:
    """What names a figure: of words too long for a label those behind the last mark; of people who did something
    (护林员35人上岗) who they are."""
    before = _letters(told.before)
    if told.unit == _PEOPLE and not before.endswith(told.label):
        who = _WHO.search(told.before)
        return who[0] if who else told.label
    if len(told.label) < _LONGEST or not before.endswith(told.label):
        return told.label
    return _letters(_MARKS.split(told.before)[-1])


def _name(label: str, words: Words) -> str:
    """What a figure counts: 先后开展安全检查 -> 安全检查; with its verb where the noun is short: 引进项目."""
    name = _without(_letters(label), words.fillers)
    verb = _leading(name, words.actions)
    return name[len(verb) :] if len(name) - len(verb) > _SHORT else name


def _letters(label: str) -> str:
    return "".join(character for character in label if character.isalpha())


def _without(name: str, fillers: Sequence[str]) -> str:
    while filler := _leading(name, fillers):
        name = name[len(filler) :]
    return name


def _leading(name: str, words: Sequence[str]) -> str:
    """The longest of `words` that a name begins with and is not all of."""
    return max((w for w in words if name.startswith(w) and len(name) > len(w)), key=len, default="")


def _joined(
    named: dict[tuple[str, str], list[tuple[Piece, Told]]],
) -> dict[tuple[str, str], list[tuple[Piece, Told]]]:
    """Names that only add words before another one count as that one (各类安全检查 as 安全检查), and so do those of
    the same characters (药材种植, 种植药材)."""
    found: dict[tuple[str, str], list[tuple[Piece, Told]]] = {}
    common = sorted(named.items(), key=lambda item: (len(item[0][0]), -len(item[1]), item[0]))
    for (name, unit), told in common:
        alike = (n for n, u in found if u == unit and (name.endswith(n) or sorted(name) == sorted(n)))
        found.setdefault((next(alike, name), unit), []).extend(told)
    return found


def _figure(
    name: str, unit: str, told: Sequence[tuple[Piece, Told]], words: Words, stock: Sequence[str]
) -> Figure:
    said = Counter(_said(one, name, words) for _, one in told)
    standing = sum(any(word in one.before for word in stock) for _, one in told)
    printed = Counter(one.unit for _, one in told)
    # Who is told without what was done with them is there.
    standing += len(told) * (unit == _PEOPLE and _commonest(said) == name)
    return Figure(
        name,
        _commonest(printed) if unit in _MONEY else unit,
        _commonest(said),
        standing * 2 > len(told),
        len({piece.report for piece, _ in told}),
        round(sum(piece.figures.index(one) for piece, one in told) / len(told), 3),
        tuple(sorted({(piece.report, one.line, one.label, unit) for piece, one in told})),
    )


def _said(told: Told, name: str, words: Words) -> str:
    """The figure's name as printed, its “” and 、 too, behind the verb right before it, or before the number where the
    name follows it."""
    before = _GLOSS.sub("", told.before)
    places = [at for at, sign in enumerate(before) if sign.isalpha()]
    letters = _letters(before)
    found = letters.rfind(name)
    head = letters[: found if found >= 0 else len(letters)]
    verb = max((w for w in words.actions if head.endswith(w)), key=len, default="")
    if found < 0:
        return verb + name
    first, last = places[found], places[found + len(name) - 1]
    first -= before[:first].endswith("“")
    last += before[last + 1 :].startswith("”")
    printed = before[first : last + 1]
    whole = printed.count("“") == printed.count("”")
    return verb + (printed if whole and printed.translate(_INSIDE) == name else name)


def _commonest(counted: Counter[str]) -> str:
    return min(counted, key=lambda word: (-counted[word], word))
