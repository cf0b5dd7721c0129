"""How quantities are printed, and what is printed like one and is none."""

import re
from functools import lru_cache

from generator.annotate import numbers, units
from generator.regex import regex

_TO = "[-—–~～]"
_CHINESE = "[一二三四五六七八九十]"
_TOLD = r"\d{1,4}\s?[期场次件份]"
_LISTED = rf"{_TOLD}[^“”。；\n]{{0,24}}?[、，][^“”。；\n\d]{{0,24}}{_TOLD}"
"""What stands in quotation marks and is no name: “2期法治讲堂、1期培训班”."""
_PASSED = (
    r"《[^《》\n]{0,80}》",
    rf"“(?!{_LISTED})[^“”。；\n]{{1,30}}”",
    r"〈[^〈〉\n]{0,80}〉",
    r"[〔\[【(]\s?\d{4,8}\s?[〕\]】)]?\s?第?\s?\d{0,5}\s?号",
    r"[(]\d{1,2}[)]",
    rf"第\s?(?:{numbers.NUMERALS}|\d{{1,6}})\s?(?:(?:{_TO}|至)\s?\d{{1,4}}\s?)?(?:个|[^\W\d_])?",
    rf"{_CHINESE}{{1,4}}届(?:{_CHINESE}{{1,3}}[次中])?",
    rf"{_CHINESE}{{1,3}}次(?:、{_CHINESE}{{1,3}}次)*(?=全会|全体会)",
    r"(?:十[五六七八九]|二十一?)大",
    r"^\s{0,4}[(]?\d{1,2}[).、．](?!\d)",
    rf"^\s{{0,4}}\d{{1,2}}[.．](?={units.WHOLE})",
    r"(?<=[。；;])\d{1,2}[.、．](?!\d)",
    rf"\d{{4}}(?:{_TO}|至)\s?\d{{4}}年?",
    r"20\d\d\s?度",
    r"\d{4,8}\s?年(?:度|\s?\d{1,2}\s?月(?:\s?\d{1,2}\s?[日号])?)?",
    rf"\d{{1,6}}\s?月(?!人)(?:\s?\d{{1,2}}(?:(?:{_TO}|至)\d{{1,2}})?\s?[日号])?",
    rf"\d{{1,2}}(?:{_TO}|至)\d{{1,2}}[日月]",
    rf"\d{{1,2}}(?:{_TO}|至)\d{{1,2}}(?:年级|周?岁)",
    r"24\s?小时",
    r"\d{4}[-/.]\d{1,2}[-/.]\d{1,2}",
    r"\d{1,2}:\d{2}(?!\d)",
    r"\d{1,3}[×xX/]\d{1,3}(?=\D|$)",
    r"\d{1,4}(?:\+[\dA-Za-z]{1,4}){1,8}",
    r"\d{1,6}(?:[.·・‧•]\d{1,4}){2,}",
    r"\d{1,2}[·・‧•]\d{1,2}",
    r"\d[\d.,]{0,20}(?:[A-Za-z]|\*{2})[\dA-Za-z*]{0,20}",
    r"\d{16,}",
    r"(?<!\d)(?:123[1-9]\d|1[12]\d)(?=平台|政务|市民|服务|消费|投诉|举报|工单|来电|渠道)",
    r"\d{6,}[-/]\d{4,}(?:[-/]\d{1,8})*",
    r"(?<=(?:次数|阅读|浏览|点击|访问|读量|览量|击量|问量|击数)[:：])\s?\d{1,8}次?",
    r"[A-Za-z]{1,20}[-—.·]?\d[\dA-Za-z.·-]{0,20}",
    r"(?<=\*\*)\d[\d.,]{0,20}",
)
"""Titles and quoted names, document numbers, ordinals, congresses, numbers of headings, dates and times, ages, round
the clock, products, 1+19+N, versions, 12·4, 3A, index numbers, how often a page was read, what a mask has eaten,
numbers to call."""

_NOTHING = (
    r"(?P<nothing>(?:未曾?|没有|无)(?:发生|出现)(?:过|[一任]何?[起例件宗次])?(?!较大|重大|特大|重特大|大规模|群体|越级|因)"
    r"|(?<=[,，。;；、年现])无(?=[^,，。;；、]{2,12}(?:案件|事故|发生))|无一[起例件宗次]|清零(?!\s?\d)|(?<=[为是])零|零(?:发生)?(?!积压|遗漏|差错|失误|距离|容忍|障碍|门槛|跑腿|延误|超时|逾期)(?=[\u4e00-\u9fff]{2}))"
)
"""0 said in words."""

_TITLE = "《[^《》\\n]{2,80}》"
_NAMED = rf"(?P<named>(?<=项目|事项|文件){_TITLE}(?:[、和及]?{_TITLE}){{0,5}}+(?!\s?等|[^，,。；;、]{{0,4}}\d))"
"""Things told by their titles instead of a number: 重大行政决策项目《…》 is one."""

_PER = "(?:/(?:日|天|月|年|人|户|亩|吨|小时))?"
"""650元/月 is a rate: no count of 元."""
_FIRST = r"[\d一二三四五六七八九十百千万亿两零〇第《“〈〔\[【(A-Za-z \t未没无清]"
"""What all of these begin with: at any other character nothing else is tried."""


@lru_cache(maxsize=8)
def expression(more: tuple[str, ...] = (), names: tuple[str, ...] = ()) -> "re.Pattern[str]":
    """One expression for a whole line; its last group says what was found: percent, digits, numerals, bare (a
    number without a measure word), nothing (0 in words), named (titles), or None for what is passed over.

    more: measure words of the genre; names: expressions of its names that begin with a number.
    """
    unit = units.pattern(more)
    chinese = "|".join(sorted((*units.COUNTING, *units.VAGUE), key=lambda w: (-len(w), w)))
    number = rf"{numbers.DIGITS}(?:\s?(?:{_TO}{{1,2}}|至|到)\s?{numbers.DIGITS})?"
    digits = (
        rf"(?P<digits>(?:(?<![\d.])|(?<=^\d\.)|(?<=^\d\d\.))(?P<number>{number})\s{{0,3}}(?P<more>[余多几])?\s?(?P<scale>[万亿])?(?P<rest>[余多])?"
        rf"\s{{0,3}}(?:(?P<unit>(?:{unit}){_PER})(?:[(（](?P<also>次|套|册)[)）])?|(?<=[万亿])))"
    )
    numerals = (
        rf"(?P<numerals>(?P<cnumber>{numbers.NUMERALS})(?P<cmore>[余多几])?(?P<cscale>[万亿])?(?P<crest>[余多])?"
        rf"(?P<cunit>{chinese}))"
    )
    counted = (
        rf"(?P<percent>(?<![\d.])(?P<pnumber>{number})\s{{0,2}}%)",
        rf"(?P<hundredths>百分之(?P<hnumber>{numbers.DIGITS}|{numbers.NUMERALS}(?:点{numbers.NUMERALS})?))",
        digits,
        numerals,
        _NOTHING,
        r"(?P<bare>(?<![\d.])\d{1,6})(?![\d.,%年月日时分秒号届级·周多几余万千百亿:/])",
    )
    either = "|".join([_NAMED, *(f"(?:{words})" for words in (*names, *_PASSED)), *counted])
    return regex(f"(?={_FIRST})(?:{either})", re.MULTILINE)
