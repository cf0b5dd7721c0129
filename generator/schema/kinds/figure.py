"""figure: a number with what surrounds it (`25`, `20余`, `超200`, `1.2万余`, `130起`, `98%`, `九十八`).

What cannot be a single number is refused with the reason: a range, a time, a quotient, two qualifiers.
"""

import re
from functools import lru_cache

from generator.schema.kinds.numerals import NUMERALS, from_chinese, half_width
from generator.schema.kinds.problem import Problem
from generator.schema.model import Figure

NOT_APPLICABLE = "不适用"
_BEFORE = {"超过": "超", "将近": "近", "接近": "近", "大约": "约"} | {q: q for q in "约近超逾"}
_LONGEST = 15
_WHOLE = frozenset(("人次", "场次", *"人名位件起次场份个期条户所支块"))
_HINT = "只写数字，如 25、20余、超200、1.2万"
_NOTHING = {"无": "0", "没有": "0", "未发生": "0", "零": "0"}


@lru_cache(maxsize=1)
def _form() -> re.Pattern[str]:
    return re.compile(
        rf"(?P<before>{'|'.join(_BEFORE)})?\s*"
        rf"(?P<number>\d[\d,，]*(?:\.\d+)?|百分之(?:\d+(?:\.\d+)?|[{NUMERALS}]+)|[{NUMERALS}]+)\s*"
        r"(?P<after>[余多])?(?P<scale>[万亿])?(?P<late>[余多])?\s*"
        r"(?P<unit>[^\d\s,，.+*/~～—\-:：()（）]{0,8}?)(?P<above>以上)?",
        re.ASCII,
    )


def parse(words: str, allowed: tuple[str, ...] = ()) -> Figure | Problem:
    """The figure that `words` is; `allowed` are the units it may bear, the usual one first."""
    usual = allowed[0] if allowed else ""
    if words.isdigit() and words.isascii() and (words[0] != "0" or words == "0") and len(words) <= _LONGEST:
        return Figure(words, usual)
    text = half_width(words.strip()).rstrip("。；，, ")
    if text == NOT_APPLICABLE:
        return Figure("", usual, not_applicable=True)
    match = _form().fullmatch(text)
    if match is None or match["unit"] in ("左右", "上下"):
        return _refusal(words, text)
    before, typed, after, large, late, unit, above = match.groups("")
    number = _digits(typed)
    if isinstance(number, Problem):
        return number
    before = _BEFORE.get(before, "")
    qualifiers = [q for q in (before, after or late, above, late if after else "") if q]
    if len(qualifiers) > 1:
        hint = f"只留一个，如 {_one(number, before, after or late)}"
        return Problem(f"“{words}”里“{'”“'.join(qualifiers)}”重复了", hint)
    qualifier = qualifiers[0] if qualifiers else ""
    fitted = _fit("%" if typed.startswith("百分之") else unit, large, allowed)
    if isinstance(fitted, str):
        return Problem(f"“{words}”的{fitted}", _unit_hint(number, unit, large, allowed))
    scale, unit = fitted
    if "." in number and not scale and unit in _WHOLE:
        return Problem(f"“{words}”不是整数", f"“{unit}”写整数，大数用万，如 1.2万")
    return Figure(number, unit, scale, qualifier)


def show(value: Figure) -> str:
    """The figure as text, unit included; period, scope and the like are fields of their own."""
    if value.not_applicable:
        return NOT_APPLICABLE
    return number_with_unit(value)


def number_with_unit(value: Figure) -> str:
    """Number, scale, qualifier and unit in the order of official writing: 17万余元, 超200人, 20人以上."""
    if not value.qualifier:
        return f"{value.text}{value.scale}{value.unit}"
    before = value.qualifier if value.qualifier in ("超", "近", "约", "逾") else ""
    after = value.qualifier if value.qualifier in ("余", "多") else ""
    above = value.qualifier if value.qualifier == "以上" else ""
    return f"{before}{value.text}{value.scale}{after}{value.unit}{above}"


def _digits(number: str) -> str | Problem:
    if number.isdigit() and number[0] != "0" and len(number) <= _LONGEST:
        return number
    plain = number.removeprefix("百分之")
    if plain[0] in NUMERALS:
        value = from_chinese(plain)
        return Problem(f"“{plain}”读不成数", "用阿拉伯数字写，如 98") if value is None else str(value)
    whole, _, decimals = plain.partition(".")
    groups = whole.replace("，", ",").split(",")
    if len(groups) > 1 and (not 1 <= len(groups[0]) <= 3 or any(len(group) != 3 for group in groups[1:])):
        return Problem(f"“{number}”里的逗号不是千分位", "一项只写一个数；千分位写 1,234，也可不加逗号")
    digits = "".join(groups)
    if len(digits) > 1 and digits[0] == "0":
        return Problem(f"“{number}”前面有多余的 0", f"写 {digits.lstrip('0') or '0'}")
    if len(digits) + len(decimals) > _LONGEST:
        return Problem(f"“{number}”太长", "一项只写一个数，大数用万、亿，如 1.2万")
    return digits + ("." + decimals if decimals else "")


def _fit(unit: str, scale: str, allowed: tuple[str, ...]) -> tuple[str, str] | str:
    """Scale and unit by the allowed units (万元 may be a unit or 万 before 元), or the reason why not."""
    usual = allowed[0] if allowed else ""
    if scale and scale + unit in allowed:
        return "", scale + unit
    if scale and not unit and usual.startswith(scale) and len(usual) > 1:
        return "", usual
    if not unit:
        clash = scale and usual[:1] in ("万", "亿", "%")
        return f"“{scale}”与单位“{usual}”不合" if clash else (scale, usual)
    if unit in allowed or not allowed:
        return scale, unit
    if usual:
        return f"单位“{scale + unit}”不是“{'”或“'.join(allowed)}”"
    return f"“{unit}”多余"


def _unit_hint(number: str, unit: str, scale: str, allowed: tuple[str, ...]) -> str:
    usual = allowed[0] if allowed else ""
    if not usual:
        return f"写 {number}{scale} 即可"
    if usual == "%":
        return f"这一项是比率，写 {number}%，不是的话换一个指标"
    if unit == "%":
        return f"这一项填数量（{usual}），比率由分子、分母算出"
    if scale == "亿" and usual.startswith("万"):
        return f"写成以“{usual}”计的数"
    return f"写 {number}{scale} 即可，单位“{usual}”由模板补上；若不是同一回事，写到“其他数据”"


def _one(number: str, before: str, after: str) -> str:
    return f"{before}{number}" + (f" 或 {number}{after}" if after else "")


def _refusal(words: str, text: str) -> Problem:
    """Why `text` is no single number, told by its look."""
    if text.lower() in ("no", "none", "null", "false", "yes", "true", "n/a", "nil", "/", "-", "—", "——"):
        return Problem(f"“{words}”不是数", "没有发生写 0，不适用写 不适用，不知道就空着")
    if text in _NOTHING:
        return Problem(f"“{words}”不是数", "没有发生写 0，不适用写 不适用，不知道就空着")
    for pattern, reason, hint in _REFUSALS:
        if re.search(pattern, text):
            return Problem(f"“{words}”{reason}", hint)
    digits = re.search(r"\d+(?:\.\d+)?", text)
    if digits is None:
        return Problem(f"“{words}”不是数", _HINT)
    if re.search(r"\d[A-Za-z]", text):
        return Problem(f"“{words}”不只是一个数", _HINT)
    return Problem(f"“{words}”不只是一个数", f"写 {digits[0]} 即可，其余的话写到“补充”或“其他数据”")


_REFUSALS = (
    (r"^-\s*\d", "是负数", "写正数；减少了多少由 本年、上年 算出"),
    (r"\d:\d", "像时间或比例，不是数", "只写一个数，如 25"),
    (r"\d\s*[~～—–至到-]\s*\d", "是一段区间，不是一个数", "写一个数，如 25、20余、近30"),
    (r"\d\s*/\s*\d", "是两个数之比", "分子、分母各填各的指标，比率自动算出"),
    (r"\d\s*[+＋]\s*\d", "是算式", "写算好的数"),
    (r"\d\s*\+", "的“+”不是公文写法", "写 100余 或 超100"),
    (r"左右|上下", "的“左右”不是公文写法", "写 约100"),
    (r"\d\s+\d", "中间有空格，像两个数", "一项只写一个数"),
    (r"^(?:数|几|若干)|[数几]十|[数几]百|几", "不是确数", "写数字，如 10余；没有确数就写到“补充”"),
    (r"不(?:少|低)于", "的“不少于”不必写", "写 100以上"),
    (r"[(（]", "带了括号", "只写一个数；其中的部分写成下一条，加 其中: 是"),
)
