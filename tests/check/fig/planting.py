"""Sentences of figures that agree, and the same with one error planted: told in many words, drawn by number."""

from collections.abc import Callable
from decimal import ROUND_DOWN, ROUND_HALF_UP, Decimal
from random import Random

Planted = tuple[str, str]
"""The sentence whose figures agree, and the one with the error."""

_MATTERS = (
    ("信访事项", "件"), ("矛盾纠纷", "起"), ("群众诉求", "件"), ("投诉举报", "件"), ("网上留言", "条"),
    ("工单", "件"), ("问题线索", "条"), ("法律援助申请", "件"), ("证明事项", "项"), ("风险隐患", "处"),
)  # fmt: skip
_SORTS = (
    ("婚姻家庭类", "邻里类", "土地山林类", "劳资类"), ("来信", "来访", "网上投诉", "来电"),
    ("县级", "镇级", "村级", "组级"), ("食品安全类", "价格收费类", "广告宣传类", "产品质量类"),
    ("刑事", "民事", "行政", "非诉"),
)  # fmt: skip
_EVENTS = ("法治讲座", "以案释法宣讲", "模拟法庭", "法治文艺演出", "现场咨询", "法治课")
_BODIES = (
    "县公安局", "县交通运输局", "县农业农村局", "县民政局", "县人力资源和社会保障局", "团县委", "县妇联",
    "县市场监管局", "司法所", "派出所", "综治中心",
)  # fmt: skip
_NUMERALS = "零一二三四五六七八九十"


def _parts(draw: Random) -> tuple[list[str], str, list[int]]:
    sorts, (_, unit) = draw.choice(_SORTS), draw.choice(_MATTERS)
    count = draw.randint(2, 4)
    return list(sorts[:count]), unit, [draw.randint(5, 180) for _ in range(count)]


def _other(draw: Random, value: int, least: int = 1) -> int:
    """Another number, as slips of the pen make it: next to it, a digit more or less, two digits exchanged."""
    said = str(value)
    found = {value + draw.choice((1, 2, 10)), value - 1, int(said[::-1])} - {value}
    return draw.choice(sorted(n for n in found if n >= least and n != value))


def _share(part: int, whole: int, places: int, how: str = ROUND_HALF_UP) -> str:
    return f"{(Decimal(part) * 100 / whole).quantize(Decimal(1).scaleb(-places), how):f}"


def total(draw: Random) -> Planted:
    sorts, unit, values = _parts(draw)
    matter = draw.choice(_MATTERS)[0]
    right = sum(values)
    wrong = _other(draw, right, max(values) + 1)
    if draw.random() < 0.3:
        counted = "、".join(f"{event}{n}场" for event, n in zip(_EVENTS, values, strict=False))
        said = f"举办{counted}，{draw.choice(('共计', '合计', '累计', '共'))}{{}}场。"
    else:
        listed = "、".join(f"{sort}{n}{unit}" for sort, n in zip(sorts, values, strict=True))
        said = draw.choice((
            f"全年受理{matter}：{listed}，合计{{}}{unit}。",
            f"全年共办理{matter}{{}}{unit}，分别为{listed}。",
            f"全年办理{matter}{{}}{unit}（{listed}）。",
            f"办理{listed}，共计{{}}{unit}，群众普遍满意。",
            f"共受理{matter}{{}}{unit}，包括{listed}。",
        ))  # fmt: skip
        wrong = right + draw.choice((1, 2, -1))
    return said.format(right), said.format(wrong)


def part(draw: Random) -> Planted:
    sorts, unit, values = _parts(draw)
    matter = draw.choice(_MATTERS)[0]
    whole = sum(values)
    one = draw.randrange(len(values))
    wrong = [n + (whole if at == one else 0) for at, n in enumerate(values)]
    said = f"{whole}{unit}"
    opening = matter + said + draw.choice(("，其中", "（其中", "，其中："))
    close = "）" if "（" in opening else ""

    def told(numbers: list[int]) -> str:
        return opening + "、".join(f"{s}{n}{unit}" for s, n in zip(sorts, numbers, strict=True)) + close + "。"

    return told(values), told(wrong)


def rest(draw: Random) -> Planted:
    matter, unit = draw.choice(_MATTERS)
    done, left = draw.randint(20, 300), draw.randint(2, 19)
    told = (("办结", "正在办理"), ("采纳", "已作说明"), ("完成整改", "正在推进"), ("取消", "予以保留"))
    verb, tail = draw.choice(told)
    others = draw.choice(("其余", "其他", "剩余"))
    said = f"全年收到{matter}{{}}{unit}，{verb}{done}{unit}，{others}{left}{unit}{tail}。"
    return said.format(done + left), said.format(_other(draw, done + left, done + 1))


def rate(draw: Random) -> Planted:
    matter, unit = draw.choice(_MATTERS)
    whole = draw.randint(40, 1500)
    share = draw.randint(int(whole * 0.8), whole - 2)
    verb = draw.choice(("办结", "化解", "答复", "整改", "采纳", "调解成功"))
    places = draw.choice((1, 2))
    right = _share(share, whole, places)
    wrong = f"{Decimal(right) + draw.choice((1, -1)) * Decimal(draw.choice(('1', '2', '0.9'))):f}"
    if Decimal(wrong) >= 100:
        wrong = f"{Decimal(right) - 2:f}"
    link = draw.choice(("率达", "率为", "率"))
    said = f"全年收到{matter}{whole}{unit}，{verb}{share}{unit}，{verb}{link}{{}}%。"
    return said.format(right), said.format(wrong)


def truncated(draw: Random) -> Planted:
    while True:
        whole = draw.randint(40, 900)
        share = draw.randint(int(whole * 0.8), whole - 2)
        right, wrong = _share(share, whole, 1), _share(share, whole, 1, ROUND_DOWN)
        if right != wrong and Decimal(right) < 100:
            said = f"受理群众诉求{whole}件，办结{share}件，办结率{{}}%。"
            return said.format(right), said.format(wrong)


def impossible(draw: Random) -> Planted:
    while True:
        whole = draw.randint(11, 45)
        near = draw.randint(int(whole * 0.7), whole - 1)
        right = _share(near, whole, 1)
        gap = Decimal(100) / whole / 2
        wrong = f"{(Decimal(right) + gap).quantize(Decimal('0.1')):f}"
        if Decimal(wrong) < 100:
            said = draw.choice((
                f"全年调解矛盾纠纷{whole}件，调解成功率{{}}%。",
                f"受理信访事项{whole}件，办结率达{{}}%。",
                f"排查出各类隐患{whole}处，隐患整改率为{{}}%。",
            ))  # fmt: skip
            return said.format(right), said.format(wrong)


def above(draw: Random) -> Planted:
    name = draw.choice(("办结率", "满意率", "调解成功率", "出庭应诉率", "持证率", "建议办复率"))
    return f"全年{name}达{draw.randint(90, 99)}%。", f"全年{name}达{draw.randint(101, 130)}%。"


def full(draw: Random) -> Planted:
    matter, unit = draw.choice(_MATTERS)
    whole = draw.randint(12, 900)
    verb = draw.choice(("办结", "答复", "整改", "化解"))
    told = draw.choice((f"{verb}率100%", f"{verb}率达100%", f"均已按期{verb}", f"全部按时{verb}"))
    said = f"收到{matter}{whole}{unit}，{verb}{{}}{unit}，{told}。"
    return said.format(whole), said.format(whole - draw.randint(1, 5))


def year_on_year(draw: Random) -> Planted:
    matter, unit = draw.choice(_MATTERS)
    then = draw.randint(30, 400)
    now = draw.choice([n for n in range(then // 2, then * 3 // 2) if n != then])
    gap = abs(now - then)
    way, extent = ("减少", draw.choice(("降幅达", "下降"))) if now < then else ("增加", draw.choice(("增幅达", "增长")))
    share = _share(gap, then, 1)
    wrong = f"{Decimal(share) + draw.choice((3, 5, 10)):f}"
    against = draw.choice(("同比", "比上年", "较去年", "较2023年"))
    kind = draw.randrange(4)
    if kind == 0:
        said = f"全年受理{matter}{now}{unit}，{against}{way}{gap}{unit}，{extent}{{}}%。"
        return said.format(share), said.format(wrong)
    if kind == 1:
        said = f"全年受理{matter}{now}{unit}，较2023年的{then}{unit}{way}{{}}{unit}。"
        return said.format(gap), said.format(_other(draw, gap))
    if kind == 2:
        reached = "下降到" if now < then else "增加到"
        said = f"{matter}由2023年的{then}{unit}{reached}{now}{unit}，{extent}{{}}%。"
        return said.format(share), said.format(wrong)
    said = f"今年受理{matter}{now}{unit}，去年为{then}{unit}，同比{'下降' if now < then else '增长'}{{}}%。"
    return said.format(share), said.format(wrong)


def points(draw: Random) -> Planted:
    then = Decimal(draw.randint(800, 950)) / 10
    gap = Decimal(draw.randint(5, 45)) / 10
    name = draw.choice(("群众满意率", "调解成功率", "执法人员持证率"))
    said = f"{name}由{then}%提高到{then + gap}%，提高{{}}个百分点。"
    return said.format(gap), said.format(gap + draw.choice((Decimal(1), Decimal("0.3"))))


def difference(draw: Random) -> Planted:
    whole, used = Decimal(draw.randint(3000, 9000)) / 100, Decimal(draw.randint(1000, 2900)) / 100
    said = draw.choice((
        f"完成平台采购，控制价{whole}万元，中标价{used}万元，节约资金{{}}万元。",
        f"安排法治专项经费{whole}万元，实际支出{used}万元，结余{{}}万元。",
        f"工程预算{whole}万元，中标价{used}万元，节约{{}}万元。",
    ))  # fmt: skip
    return said.format(whole - used), said.format(whole - used + draw.choice((1, -1)) * Decimal("0.9"))


def relation(draw: Random) -> Planted:
    n = draw.randint(8, 60)
    said = draw.choice((
        "全年新收行政复议申请{b}件，受理{a}件。",
        "收到政府信息公开申请{b}件，答复{a}件。",
        "承办人大代表建议{b}件，办结人大代表建议{a}件。",
        "承办政协提案{b}件，办结政协提案{a}件。",
        "排查矛盾纠纷{b}件，化解矛盾纠纷{a}件。",
        "全年调解矛盾纠纷{b}件，调解成功{a}件。",
    ))  # fmt: skip
    return said.format(b=n, a=n - draw.randint(0, 3)), said.format(b=n, a=n + draw.randint(1, 9))


def received(draw: Random) -> Planted:
    matter, unit = draw.choice([m for m in _MATTERS if m[0] in ("网上留言", "群众诉求", "问题线索", "法律援助申请")])
    n = draw.randint(8, 90)
    verb = draw.choice(("办结", "已办结", "回复", "处置"))
    said = f"全年{draw.choice(('收到', '受理', '接收'))}{matter}{n}{unit}，{verb}{{}}{unit}。"
    return said.format(n - draw.randint(0, 3)), said.format(n + draw.randint(1, 9))


def twice(draw: Random) -> Planted:
    phrase, unit = draw.choice((
        ("新收行政复议申请", "件"), ("调解矛盾纠纷", "件"), ("办理法律援助案件", "件"), ("行政复议调解和解", "件"),
        ("主动公开政府信息", "条"), ("排查矛盾纠纷", "件"), ("出具合法性审查意见书", "份"),
    ))  # fmt: skip
    n = draw.randint(20, 900)
    again = draw.choice(("全年", "全年共", "共", "")) + phrase
    said = f"全年{phrase}{n}{unit}。\n法治为民更有成效，{again}{{}}{unit}，群众获得感增强。"
    return said.format(n), said.format(_other(draw, n))


def listed(draw: Random) -> Planted:
    names = draw.sample(_BODIES, draw.randint(3, 6))
    numeral = draw.random() < 0.5
    opening = draw.choice(("对", "组织", "会同", "联合"))
    closing = draw.choice(("开展联合检查", "履职情况开展评议", "开展执法案卷评查"))

    def told(count: int) -> str:
        return f"{opening}{'、'.join(names)}{_NUMERALS[count] if numeral else count}家单位{closing}。"

    return told(len(names)), told(len(names) + draw.choice((1, -1, 2)))


def glued(draw: Random) -> Planted:
    teams, people = draw.randint(12, 60), draw.randint(1000, 1990)
    said = f"建成{{}}人的{draw.choice(('应急救援队伍', '平安志愿者队伍', '人民调解员队伍'))}。"
    return said.format(people), said.format(f"{teams}{people}")


def crowded(draw: Random) -> Planted:
    events, each = draw.randint(20, 90), draw.randint(40, 150)
    said = f"开展{draw.choice(_EVENTS)}{events}场次，受教育群众{{}}人次。"
    return said.format(events * each), said.format(events * draw.choice((2, 9, 6000)))


def units(draw: Random) -> Planted:
    n = draw.randint(20, 900)
    said = f"全年调解矛盾纠纷{n}件。\n全年共调解矛盾纠纷{n}{{}}，平安建设扎实推进。"
    return said.format("件"), said.format(draw.choice(("起", "宗")))


KINDS: dict[str, tuple[str, Callable[[Random], Planted]]] = {
    "合计": ("FIG007", total),
    "分项": ("FIG008", part),
    "其余": ("FIG009", rest),
    "率": ("FIG010", rate),
    "截尾": ("FIG010", truncated),
    "得不出的率": ("FIG011", impossible),
    "率过百": ("FIG012", above),
    "不足全部": ("FIG013", full),
    "同比": ("FIG014", year_on_year),
    "百分点": ("FIG015", points),
    "差额": ("FIG016", difference),
    "关系": ("FIG017", relation),
    "办结": ("FIG018", received),
    "前后不一": ("FIG019", twice),
    "单位名单": ("FIG020", listed),
    "量词": ("FIG021", units),
    "粘连": ("FIG022", glued),
    "每场": ("FIG023", crowded),
}
"""Kind of error -> the rule that finds it, and what plants it."""
