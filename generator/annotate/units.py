"""Measure words: what stands between a number and what it counts."""

import re
from decimal import Decimal
from functools import lru_cache

PERCENT = "%"
POINTS = ("个百分点", "百分点")
TIMES = ("倍",)

_ALL = """
% ‰ 个百分点 百分点 倍
人次 人份 人 名 位 户次 户 校次 村次 店次 家次 家 件次 件套 件 起 宗 桩 例 案 批次 批 单 笔
场次 场 次 期 轮次 轮 届次 班次 个班次 班 堂 节 讲 课时 学时 课 集 遍 回
个位次 位次 个工作日 工作日 天 小时 分钟 个 项次 项 条次 条 款 类 种 处 支 队 组 所 座 栋 幢 间 站 点次
份 册 本 部 篇 则 首 张 幅 面 块 副 枚 封 页 卷 字 版 档 套
台次 台套 台 辆次 辆 艘 架 只 盏 路 根 把 箱 瓶 袋
亿元 万元 美元 元 平方公里 平方千米 平方米 立方米 公里 千米 米 公顷 亩次 亩 吨 公斤 千克 毫克 微克 升 千瓦时 度
株 棵 头 羽 对 门 分 岁 周岁
顶 扇 床 桶 罐 包 片 口 眼 孔 趟 剂 匹 尊
"""
_COUNTING = """
人次 名 人 位 件 起 宗 场次 场 次 期 轮 批次 批 家 户 份 册 篇 支 所 处 条 台 套 辆 课时 学时 堂 元 万元
"""
WORDS = tuple(_ALL.split())
"""Every measure word that may follow a number in digits."""
COUNTING = frozenset(_COUNTING.split())
"""Those that count after Chinese numerals too (三次, 十余场)."""
WHOLE = r"(?:20\d\d\s?年|1?\d月(?!\d)|\d{1,3}(?:个(?!百分点|小时|月|工作日)|名|家|件|场|处|所|位|支))"
"""A number that has no decimals: in 2.18个村 and 1.3月底前 the first number is the paragraph's."""
VAGUE = frozenset("个项类大部条种级")
"""Those that after Chinese numerals are mostly part of a name (三项制度, 四大体系)."""

_FOLLOWED = {
    "天": "然气津下府平河空水内前后无生候",
    "人": "民大才员口力工文物身",
    "名": "录单称义牌誉为",
    "家": "庭长属园",
    "部": "门署队委分级",
    "所": "有在属",
    "条": "例件款",
    "位": "于置列",
    "台": "账",
    "场": "所景地馆",
    "本": "级地县乡镇村市区年质报着",
    "起": "草诉来",
    "处": "理罚置分于",
    "期": "间限",
    "批": "准示评",
    "单": "位一",
    "面": "积对向",
    "张": "贴",
    "种": "植子",
    "案": "件例卷",
    "例": "如行会",
    "组": "织成建",
    "分": "析别工管类级解",
    "门": "户类",
    "款": "项",
    "类": "似",
    "班": "子",
    "课": "程题堂",
    "点": "对",
    "站": "位",
    "路": "径线",
    "版": "本",
    "度": "量",
    "首": "次批创要",
    "对": "于口象",
    "回": "复应访",
    "节": "约日假",
    "集": "中体",
    "队": "伍",
    "封": "闭",
    "档": "案",
    "字": "号",
    "页": "面",
    "册": "子",
    "则": "是",
    "讲": "话解座",
    "头": "部",
    "根": "据本",
    "把": "握关",
    "间": "接隔",
    "顶": "层格级",
    "床": "位",
    "包": "括含保村",
    "片": "区长",
    "口": "岸径头号人",
    "眼": "前下",
    "匹": "配",
}
"""Characters after which a measure word is the head of another word (3部 but 3部门)."""


@lru_cache(maxsize=8)
def pattern(more: tuple[str, ...] = ()) -> str:
    """A regular expression of every measure word, longest first; more: those of the genre."""
    words = {w for w in (*WORDS, *more) if w}
    return "|".join(re.escape(w) + _guard(w) for w in sorted(words, key=lambda w: (-len(w), w)))


def _guard(word: str) -> str:
    signs = _FOLLOWED.get(word, "")
    return f"(?![{signs}])" if signs else ""


def base(unit: str) -> tuple[Decimal, str]:
    """How many of the base unit one of `unit` is, and the base unit: 万人次 -> 10000, 人次."""
    factor = Decimal(1)
    while unit[:1] in ("万", "亿", "千", "百") and unit[1:2] not in ("克", "米", "瓦", "分"):
        factor *= {"百": 100, "千": 1000, "万": 10_000, "亿": 100_000_000}[unit[0]]
        unit = unit[1:]
    return factor, unit
