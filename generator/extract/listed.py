"""Lists told in prose: the items that a paragraph without numbers names one after another, and what leads to them."""

from collections.abc import Sequence

from generator.extract.causes import parted
from generator.extract.layout import sentences
from generator.regex import regex

_OPENING = 40
"""Characters of a sentence that says no more than that items follow: 对照要求，工作中还有差距。"""
_BEFORE = 80
"""Characters before the colon that leads to items: 2026年，我镇将继续深化法治建设，重点做好以下工作：."""
_YEAR = regex("20\\d{2}年")
_ITEM = 4
"""Characters of an item at least."""
_PAIRED = regex("“[^“”]*”|《[^《》]*》|[(（][^()（）]*[)）]")
_ASIDE = regex(
    "^(?:一方面|另一方面|其[一二三四五六]|第[一二三四五六](?:[个件]是?)?|首先|其次|再次|再者|最后|同时|此外|另外|还有"
    "|20\\d{2}年(?:度|里|中)?|新的一年(?:里|中)?|新一年|明年|来年|往前看|回头看|下一步|下步|下一阶段|今后|接下来)[，,：:]"
)
"""A clause that says only that an item begins, or when it will be."""
_LED = regex("^(?:(?:再|还有|另|另有)?一个(?:方面)?|第[一二三四五六七八])是(?=[\u4e00-\u9fff])")
_BEGUN = regex("^[^，,；;：:]{2,30}[，,：:](?=第一[是，,]|一个(?:方面)?是|首先[，,])")
"""What leads to the first item in the same sentence: 问题也要说清楚，第一是…."""
_ANNOUNCES = regex(
    "(?:以下|下列|如下|这|[两三四五六七八几])[一二两三四五六七八几]?(?:个?方面|件|项|点|处|条)?的?"
    "(?:事情?|工作|任务|问题|不足|短板)?(?:入手|发力|下力气|用力|着手|做起)?$"
)
"""A clause that says no more than how many items follow: 重点做好三件事."""


def listed(words: str, leads: Sequence[str], opens: bool) -> tuple[str, list[str]]:
    """What leads to the items of a paragraph, and these.

    leads: the words that causes begin with, none where items have no causes; opens: the paragraph stands for a part
    without heading, so that its first sentence may say no more than what the part is about.
    """
    opening, items = "", []
    for number, sentence in enumerate(said := sentences(words)):
        begun = _BEGUN.match(sentence) if opens and not number else None
        if begun:
            opening, sentence = _unannounced(begun[0]), sentence[begun.end() :]
        elif opens and not number and len(said) > 1 and _is_opening(sentence, leads):
            opening = _unannounced(sentence)
            continue
        before, after = _led(sentence)
        several = _several(after or sentence, leads, bool(after))
        opening += _unannounced(before) if several and after else ""
        items += several or [sentence]
    return opening, items


def headed(sentence: str) -> tuple[str, str]:
    """An item as heading and text: its first clause that says something is what it is about."""
    rest = sentence
    while (aside := _ASIDE.match(rest)) and len(rest) > aside.end() + _ITEM:
        rest = rest[aside.end() :]
    rest = _LED.sub("", rest)
    cut = min((at for at in map(rest.find, "，,；;：:。") if at >= 0), default=len(rest))
    return rest[:cut], rest[cut + 1 :]


def _unannounced(lead: str) -> str:
    """Of what leads to items all that says more than when these are for and how many they are, as a sentence."""
    clauses = lead.rstrip("。，,：:").split("，")
    if _ANNOUNCES.search(clauses[-1]):
        clauses.pop()
    kept = [clause for clause in clauses if not _ASIDE.match(f"{clause}，")]
    return "，".join(kept) + "。" if kept else ""


def _is_opening(sentence: str, leads: Sequence[str]) -> bool:
    said = _YEAR.sub("", sentence)
    if len(said) > _OPENING or any(sign.isdecimal() or sign in "；;：:" for sign in said):
        return False
    return not (leads and parted(sentence, leads)[1])


def _led(sentence: str) -> tuple[str, str]:
    """What leads to items behind a colon, as a sentence, and these; nothing where none does."""
    before, colon, after = sentence.partition("：")
    if not colon or len(before) > _BEFORE:
        return "", ""
    return f"{before}。", after


def _several(words: str, leads: Sequence[str], led: bool) -> list[str]:
    """The items that semicolons part, none where there is but one. led: they stand behind a colon."""
    masked = _PAIRED.sub(lambda match: "·" * len(match[0]), words)
    ends = [at for at, sign in enumerate(masked) if sign in "；;"]
    pieces = [words[begin:end] for begin, end in zip([0, *(at + 1 for at in ends)], [*ends, len(words)], strict=True)]
    if len(pieces) < 2 or any(len(piece) < _ITEM for piece in pieces):
        return []
    caused = sum(bool(parted(piece, leads)[1]) for piece in pieces) if leads else 0
    if leads and caused < 2 and not led:
        return []
    return pieces
