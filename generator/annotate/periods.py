"""The time that a quantity belongs to, as the words around it say."""

from collections.abc import Sequence

from generator.annotate.model import Spot
from generator.regex import regex

_N = "[一二三四五六七八九十两]"
_YEAR = r"\d{4}\s?年"
_TIME = "|".join(
    (
        r"(?:截至|截止到?)[^，,。；;]{0,14}?(?:目前|底|末|日|月|年)(?:底|末)?",
        rf"(?:力争|预计|计划|争取|确保)?(?:到|至){_YEAR}(?:年?底|末)?",
        rf"{_YEAR}(?:度?以来|来|上半年|下半年|\s?\d{{1,2}}\s?月(?:\s?\d{{1,2}}\s?日)?(?:以来)?|年?底|末|年?初|度)?",
        rf"(?:近|过去)?(?:{_N}{{1,3}}|\d{{1,2}})年(?:来|以来|间|内)",
        "今年以来|今年|去年|上年度?|本年度?|全年|年内|年度内|每年|年均|上半年|下半年|[一二三四]季度|当年|目前|现已|现有|近年来",
        r"[“\"]?十[三四五六七]五[”\"]?(?:时期|期间)以?来?|(?:任期|换届|成立|建成|运行|启用)以来",
        "力争|争取|目标|下一步|明年|来年|(?<![转入至到])下一?年度",
    )
)
_FIRST = r"[\d一二三四五六七八九十两截力预计争确到至近过今去上本全每当年目现下任换成建运启明来“\"《]"
"""What all of these begin with: at any other character nothing else is tried."""
_TOKENS = regex(
    rf"(?={_FIRST})(?:(?P<time>{_TIME})|(?P<skip>《[^《》\n]{{0,80}}》)|(?P<mark>[一二三四五六七八九十]是))"
)
_ENDS = "。！？\n"
_TARGET = regex(
    r"力争|争取|预计|计划到|(?<!截)(?<!截止)(?:到|至)\d{4}\s?年|目标|下一步|明年|来年|(?<![转入至到])下一?年度"
)
_GREW = "升增加高多长涨降减少低缩短大充展"
"""After these 至 and 到 lead to what was reached (由86件升至2024年的110件), not to a day that is to come."""
_COMPARED = "较比"
"""After these a time is what another one is compared with."""
_AHEAD = regex(r"[^，,。；;]{0,6}(?:目标)")


def of(text: str, spots: Sequence[Spot]) -> list[tuple[str, bool]]:
    """For each spot of the line the time last named before it in its sentence, "" if none; whether it is a target.

    spots: in reading order, each inside `text`.
    """
    out: list[tuple[str, bool]] = []
    at, named, wanted = 0, "", False
    for spot in spots:
        begin = max([text.rfind(sign, at, spot.start) for sign in _ENDS]) + 1
        if begin:
            at, named, wanted = begin, "", False
        for token in _TOKENS.finditer(text, at, spot.start):
            if token.lastgroup == "mark":
                wanted = False
            elif token.lastgroup == "time" and text[token.start() - 1] not in _COMPARED:
                words = token[0]
                reached = words[0] in "到至" and token.start() and text[token.start() - 1] in _GREW
                if _TARGET.search(words) and not reached:
                    wanted = True
                if words not in ("力争", "争取", "目标", "下一步") or not named:
                    named = words
        at = spot.start
        out.append((named, wanted or bool(_AHEAD.match(text, spot.end))))
    return out
