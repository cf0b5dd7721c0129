"""Values of the form as tokens: a phrase, prose, a list, a date."""

from collections.abc import Callable, Sequence
from datetime import date

from generator.compose.theme import Draft
from generator.compose.tokens import CLOSED, LIVE, Cell
from generator.document.nodes import Text
from generator.schema.model import Path

_ELLIPSIS = "…"
_CLOSERS = ("。", "！", "？", "…", "。”", "！”", "？”", "…”")
"""What ends a sentence; a quotation does only where the sentence ends inside it (GB/T 15834-2011, 4.8)."""


def phrase(draft: Draft, path: Path) -> str:
    """The words at `path`, "" when the form does not give them."""
    text = draft.entries.text(*path)
    return draft.table.words(LIVE, text) if text else ""


def prose(draft: Draft, path: Path) -> str:
    """Free text as whole sentences; a blank line in it begins a paragraph."""
    text = draft.entries.text(*path)
    if text is None:
        return ""
    paragraphs = [p.replace("\n", "") for p in text.words.split("\n\n") if p.strip()]
    # One that ends with a colon leads to the next (构成如下：).
    closed = [p if p.endswith((*_CLOSERS, "：")) else p + "。" for p in paragraphs]
    return draft.table.add(CLOSED, Cell(tuple((Text(p, text.source),) for p in closed)))


def several(draft: Draft, path: Path, said: Callable[[Draft, Path], str] = phrase) -> list[str]:
    """A token for each item of the list at `path`."""
    return [said(draft, (*path, n)) for n in range(draft.entries.count(*path))]


def joined(draft: Draft, path: Path) -> str:
    """The list at `path` in one token: 镇党委书记、镇长."""
    texts: list[Text] = []
    for n in range(draft.entries.count(*path)):
        text = draft.entries.text(*path, n)
        if text:
            texts += [Text("、"), text] if texts else [text]
    return draft.table.words(LIVE, *texts) if texts else ""


def day(draft: Draft, path: Sequence[str | int]) -> str:
    """A date as documents write it, 2025年2月28日 (GB/T 9704-2012, 7.3.5.4); "" when there is none."""
    value = draft.entries.get(*path)
    if not value:
        return ""
    when = date.fromisoformat(str(value))
    return draft.table.words(LIVE, Text(f"{when.year}年{when.month}月{when.day}日", draft.entries.source(*path)))


def introduced(draft: Draft, lead: str, token: str, already: tuple[str, ...]) -> str:
    """`lead` before the words of `token`, unless they are one sentence that says itself what it is: they begin with one
    of `already`, or end with one that is written …所致; "" when there are none."""
    if not token:
        return ""
    (first, *_), *more = draft.table[token].paragraphs
    said = first.words.rstrip("。")
    ended = not more and "。" not in said and said.endswith(endings(already))
    return token if said.startswith(beginnings(already)) or ended else lead + token


def beginnings(already: tuple[str, ...]) -> tuple[str, ...]:
    """The words with which what needs no lead begins."""
    return tuple(word for word in already if not word.startswith(_ELLIPSIS))


def endings(already: tuple[str, ...]) -> tuple[str, ...]:
    """The words with which it ends."""
    return tuple(word.removeprefix(_ELLIPSIS) for word in already if word.startswith(_ELLIPSIS))
