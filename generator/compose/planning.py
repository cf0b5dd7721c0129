"""Plans of themes, read off their templates before there is any data."""

from collections.abc import Mapping
from typing import Any, TypeAlias

from jinja2 import nodes

from generator.compose.plan import NAMES, Head, Plan, Rest, Run, Saying, Tick
from generator.compose.sentences import FIRST, Clause, divided, parse, values
from generator.compose.tokens import CLOSED, LIVE, MISSING
from generator.document.nodes import Placement
from generator.errors import BrokenTemplate
from generator.readers import markdown

_MARKS = frozenset("#%|:\\[](){}*。！？\n")
"""What would make more of a wording than words."""


class _Beyond(Exception):
    """The template says something that a plan cannot."""


def plan(tree: nodes.Template, labels: Mapping[str, str]) -> Plan | None:
    """The plan of a theme's template; None where it must be run to tell what it says. labels: of indicators, to ids.

    A template with a fault has no plan either: running it names its line.
    """
    symbols = _Symbols(labels)
    try:
        markup = "".join(map(symbols.of, _said(tree)))
        blocks = [_block(*block[:4], symbols) for block in markdown.blocks(markup)]
    except (_Beyond, BrokenTemplate):
        return None
    heads: list[Head] = []
    over: tuple[int, ...] = ()
    runs: list[Run] = []
    for block in blocks:
        if isinstance(block, Head):
            over = (*[at for at in over if heads[at].level < block.level], len(heads))
            heads.append(block)
        else:
            runs.append(Run(over, block, _cued(block)))
    tokens = {identifier: token for token, identifier in symbols.figures.items()}
    return Plan(tuple(heads), tuple(runs), over, symbols.figures, tokens, frozenset(symbols.names))


def _said(tree: nodes.Template) -> list[nodes.Node]:
    said: list[nodes.Node] = []
    for node in tree.body:
        if not isinstance(node, nodes.Output):
            raise _Beyond
        said += node.nodes
    return said


class _Symbols:
    """Tokens for what a template says: `figures` as in `Plan`, `closed` what makes whole sentences."""

    def __init__(self, labels: Mapping[str, str]) -> None:
        self._labels = labels
        self._known: dict[object, str] = {}
        self.figures: dict[str, str] = {}
        self.names: set[str] = set()
        self.closed: dict[str, Tick | Rest] = {}
        self.choices: dict[str, tuple[str, ...]] = {}

    def of(self, node: nodes.Node) -> str:
        """The text or token of one thing said. Raises _Beyond."""
        match node:
            case nodes.TemplateData(data=data):
                if any(character >= FIRST for character in data):
                    raise _Beyond
                return data
            case nodes.Getattr(node=nodes.Name(name="d"), attr=label) if label in self._labels:
                return self._token(self.figures, LIVE, self._labels[label])
            case nodes.Name(name=name) if name in NAMES:
                self.names.add(NAMES[name])
                return NAMES[name]
            case nodes.Call(node=nodes.Name(name="举措")):
                label, *sentences = _words(node)
                return self._token(self.closed, CLOSED, Tick(label, tuple(sentences)))
            case nodes.Call(node=nodes.Name(name="其余")):
                return self._token(self.closed, CLOSED, Rest(*_words(node)))
            case nodes.Call(node=nodes.Name(name="措辞")):
                return self._token(self.choices, MISSING, tuple(_words(node)))
        raise _Beyond

    def _token(self, into: dict[str, Any], base: int, meant: object) -> str:
        key = (base, meant)
        if key not in self._known:
            token = self._known[key] = chr(base + len(into))
            into[token] = meant
        return self._known[key]


def _words(call: nodes.Call) -> list[str]:
    """The arguments of a call, all of them fixed words."""
    words = [a.value for a in call.args if isinstance(a, nodes.Const) and isinstance(a.value, str)]
    if not words or len(words) < len(call.args) or call.kwargs or call.dyn_args or call.dyn_kwargs:
        raise _Beyond
    return words


_Said: TypeAlias = tuple[Tick | Rest | Saying, ...]


def _block(kind: str, level: int, placement: Placement, raw: str, symbols: _Symbols) -> Head | _Said:
    if kind == "heading":
        wordings = symbols.choices.get(raw, (raw,))
        if any(_MARKS.intersection(words) or max(words, default="") >= FIRST for words in wordings):
            raise _Beyond
        return Head(level, placement, wordings)
    if kind != "paragraph":
        raise _Beyond
    return tuple([_sentence(sentence, symbols) for sentence in divided(raw)])


def _cued(said: _Said) -> frozenset[str]:
    cues = [_cues(step) for step in said]
    return frozenset().union(*cues) if all(cues) else frozenset()


def _cues(step: Tick | Rest | Saying) -> frozenset[str]:
    if isinstance(step, Saying):
        return step.needs
    return frozenset([step.label if isinstance(step, Tick) else step.point])


def _sentence(text: str, symbols: _Symbols) -> Tick | Rest | Saying:
    if text[-1] in symbols.closed:
        if len(text) > 1:
            raise _Beyond
        return symbols.closed[text]
    if any(token in text for token in symbols.choices):
        raise _Beyond
    parts = parse(text)
    needs = frozenset([symbols.figures[token] for token in values(parts)])
    if not needs and any(isinstance(part, Clause) for part in parts):
        raise _Beyond
    return Saying(parts, needs)
