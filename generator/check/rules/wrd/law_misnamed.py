"""法规的名称写错了。

为什么：法律、法规、党内法规的名称一个字都不能变动，次序颠倒、漏字多字都等于没有引用。
依据：《行政法规制定程序条例》《党政机关公文处理工作条例》关于引用的要求；名称对照 rules.yml 的 words（法规）。
反例：
    依据《中华人民共和国农产品安全质量法》开展抽检420批次。

    宣传《固体废弃物污染环境防治法》6场。

    执行《行政处罚条例》，办理案件12件。

    落实《党政主要领导履行法治建设第一责任人职责条例》，召开会议4次。
正例：
    依据《中华人民共和国农产品质量安全法》开展抽检420批次。
    宣传《固体废物污染环境防治法》6场。
    落实《党政主要负责人履行推进法治建设第一责任人职责规定》《云岭县重大行政决策程序规定》，召开会议4次。
"""

from collections import Counter
from collections.abc import Iterator
from functools import lru_cache

from generator.check.rule import Finding, Rule
from generator.check.subject import Subject, found
from generator.diagnostics import Severity
from generator.regex import regex

_NAME = regex(r"《(?P<whose>中华人民共和国|中国共产党)?(?P<name>[\u4e00-\u9fff、]{4,40})(?:\([^()《》\n]{0,20}\))?》")
_ENDS = ("条例", "规定", "纲要", "规划", "法")
_LOCAL = frozenset("省市县区州旗盟镇乡")
"""In names of regulations of a place, which may be nearly those of the state's."""
_LONG = 16
_SHARE = (0.7, 0.75)
"""Of a long name how much must be there, and how much of both must be the same."""
_LEAST = {"法": 7}
_LEAST_ELSE = 8
"""Signs of a name of which one may be wrong for it to be still known; of shorter ones only the order."""
_KINDS = ("促进", "保障", "保护", "管理", "监督", "防治", "规划", "服务")
_SLIPPED = 4
"""Signs up to which a name is too short to be known by the others: 行政法 is not 邮政法."""
_STEM = 4
"""Signs of what a law is of, by which it is known whatever is done with it."""


def check(of: Subject) -> Iterator[Finding]:
    """Each name in book-title marks that is nearly one of the list under 法规, but not it."""
    known = of.words.get("法规", ())
    for where, match in found(of, _NAME):
        name = match["name"]
        if name.endswith(_ENDS) and name not in known:
            whole = match["whose"] == "中华人民共和国"
            right = _nearest(name, known) or _of_other_kind(name, known) or _no_regulation(name, known, whole)
            right = right or _slipped(name, known, whole)
            if right:
                yield Finding(where, f"没有叫“{match[0]}”的", f"写“《{match['whose'] or ''}{right}》”")


@lru_cache(maxsize=512)
def _nearest(name: str, known: tuple[str, ...]) -> str:
    """The known name that is meant, "" if none is."""
    signs = frozenset(name)
    if any(name.endswith(right) and name[: -len(right)][-1:] in _LOCAL for right in known):
        return ""
    for right in known:
        own = frozenset(right)
        if 2 * len(signs & own) >= len(own) and not (signs - own) & _LOCAL and _is_meant(name, right):
            return right
    return ""


@lru_cache(maxsize=512)
def _slipped(name: str, known: tuple[str, ...], whole: bool) -> str:
    """The short known name of which one sign is lacking; if `whole`, and so a law of the state, also the one
    of which a sign is another or twice there."""
    differing = (-1, 0, 1) if whole else (-1,)
    near = [right for right in known if len(right) > _SLIPPED and len(name) - len(right) in differing]
    alike = [right for right in near if right[-1] == name[-1] and _by_one(name, right)]
    return alike[0] if len(alike) == 1 else ""


def _by_one(name: str, right: str) -> bool:
    least = min(len(name), len(right))
    first = next((at for at in range(least) if name[at] != right[at]), least)
    return name[first + (len(name) >= len(right)) :] == right[first + (len(right) >= len(name)) :]


def _of_other_kind(name: str, known: tuple[str, ...]) -> str:
    """The known name that is meant by a law that there is not: 优化营商环境法, 乡村振兴保障法."""
    if not name.endswith("法"):
        return ""
    stem = name[:-3] if name[-3:-1] in _KINDS else name
    alike = [f"{stem}{kind}法" for kind in _KINDS] if len(stem) >= _STEM and stem != name else []
    alike += [name.removesuffix("法") + end for end in ("条例", "暂行条例", "规定")]
    return next((right for right in alike if right in known), "")


def _no_regulation(name: str, known: tuple[str, ...], whole: bool) -> str:
    """The law that is meant by a regulation: 行政处罚条例; of others than those on administration a place may have one
    by that name, unless the state's is named."""
    stem = name.removesuffix("条例").removesuffix("规定")
    law = f"{stem}法"
    return law if stem != name and law in known and (whole or stem.startswith("行政")) else ""


def _is_meant(name: str, right: str) -> bool:
    common = (Counter(name) & Counter(right)).total()
    missing, more, long = len(right) - common, len(name) - common, len(right)
    if long >= _LONG and common >= long * _SHARE[0] and 2 * common >= (long + len(name)) * _SHARE[1]:
        return True
    end = next((end for end in _ENDS if right.endswith(end)), right)
    if not name.endswith(end):
        return False
    return max(missing, more) <= (long >= _LEAST.get(end, _LEAST_ELSE))


RULE = Rule("WRD048", "法规的名称写错了", Severity.WARNING, check, __doc__, looks_for=(_NAME,))
