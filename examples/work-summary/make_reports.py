"""Writes the reports of this example: fourteen work summaries of places that do not exist.

Wording, order, numbering and numbers vary from one to the next, as they do between real offices.
"""

import random
from pathlib import Path

FOLDER = Path(__file__).parent / "reports"

UNITS = [
    ("青石县云岭镇人民政府", "我镇"), ("青石县柳河镇人民政府", "我镇"), ("青石县大坪乡人民政府", "我乡"),
    ("青石县北关街道办事处", "我街道"), ("清源县石桥镇人民政府", "我镇"), ("清源县白沙乡人民政府", "我乡"),
    ("清源县城东街道办事处", "我街道"), ("清源县龙泉镇人民政府", "我镇"), ("永丰县枫林镇人民政府", "我镇"),
    ("永丰县双溪乡人民政府", "我乡"), ("永丰县南门街道办事处", "我街道"), ("永丰县罗田镇人民政府", "我镇"),
    ("宁河县望江镇人民政府", "我镇"), ("宁河县松坪乡人民政府", "我乡"),
]  # fmt: skip
MEASURES = ["主要工作和成效", "{年}年主要工作", "主要工作和成效", "工作完成情况", "主要工作及成绩", "{年}年主要工作"]
PROBLEMS = ["存在的问题", "存在的主要问题", "存在的问题和不足", "存在的问题"]
PLANS = ["下一步工作打算", "{次}年工作打算", "下一步工作打算", "{次}年工作安排"]
OPENINGS = [
    "{年}年，{自}围绕县里的部署，一件一件抓落实，各项工作有了新进展。现将有关情况报告如下：",
    "一年来，{自}干部群众一起努力，较好地完成了全年任务。现将{年}年工作情况总结如下：",
    "{年}年，{自}按照年初计划推进各项工作。现将有关情况报告如下：",
]

# Theme -> headings, sentences without figures, sentences with them ({} is a number between the two limits).
THEMES = {
    "安全": (
        ["抓实安全生产，守住安全底线", "压实安全生产责任", "加强安全生产监管，防范各类事故", "狠抓安全生产工作"],
        ["逐级签订安全责任书，把责任落到村组和企业。", "对烟花爆竹、道路交通、自建房等重点领域反复过筛。"],
        [
            [("开展安全检查{}次", 12, 96), ("组织安全检查{}次", 12, 96), ("开展{}次安全检查", 12, 96)],
            [("排查安全隐患{}处", 20, 240), ("发现安全隐患{}处", 20, 240)],
            [("隐患整改率达{}%", 92, 100), ("隐患整改率达到{}%", 92, 100)],
            [("举办安全培训{}场", 2, 12), ("开展安全培训{}场", 2, 12)],
        ],
    ),
    "招商": (
        ["全力招商引资，壮大产业实力", "加大招商引资力度", "突出招商引资，增强发展后劲", "招商引资取得新突破"],
        ["主动走出去对接企业，帮助客商办理手续。", "对在建项目实行专人跟进，协调解决用地用电。"],
        [
            [("引进项目{}个", 2, 15), ("签约引进项目{}个", 2, 15)],
            [("完成固定资产投资{}万元", 1200, 9800), ("全年完成固定资产投资{}万元", 1200, 9800)],
            [("走访企业{}家次", 15, 90), ("走访企业{}家次", 15, 90)],
        ],
    ),
    "农业": (
        ["推进乡村振兴，促进农民增收", "发展特色农业，推进乡村振兴", "做好乡村振兴工作", "扎实推进乡村振兴"],
        ["引导农户种植茶叶、药材，办好村里的合作社。", "坚持对易返贫户按月走访，缺什么补什么。"],
        [
            [("种植药材{}亩", 200, 3000), ("发展药材种植{}亩", 200, 3000)],
            [("新建合作社{}家", 1, 9), ("新增合作社{}家", 1, 9)],
            [("帮扶监测户{}户", 8, 60), ("走访帮扶监测户{}户", 8, 60)],
        ],
    ),
    "民生": (
        ["办好民生实事，增进群众福祉", "保障和改善民生", "用心做好民生保障", "加强民生保障，兜牢基本底线"],
        ["困难群众的救助资金按月发到手里。", "对孤寡老人建档，安排人上门照看。"],
        [
            [("发放救助资金{}万元", 20, 400), ("兑现救助资金{}万元", 20, 400)],
            [("新增城镇就业{}人", 40, 500), ("实现新增城镇就业{}人", 40, 500)],
            [("慰问困难群众{}户", 30, 300), ("走访慰问困难群众{}户", 30, 300)],
        ],
    ),
    "环境": (
        ["整治人居环境，建设美丽家园", "持续改善人居环境", "加强人居环境整治", "抓人居环境，促村容整洁"],
        ["发动村民打扫房前屋后，把评比结果公布在墙上。", "建起垃圾收运台账，做到日产日清。"],
        [
            [("清运垃圾{}吨", 200, 5000), ("清理清运垃圾{}吨", 200, 5000)],
            [("改造卫生厕所{}座", 10, 260), ("完成改造卫生厕所{}座", 10, 260)],
            [("拆除违章建筑{}处", 3, 40), ("依法拆除违章建筑{}处", 3, 40)],
        ],
    ),
    "党建": (
        ["加强党的建设，锤炼干部作风", "坚持党建引领，建强基层组织", "抓党建促发展", "加强基层党建工作"],
        ["每月组织党员集中学习，把会开到田间地头。", "对村干部实行积分管理，干得好坏群众来评。"],
        [
            [("召开党委会议{}次", 12, 40), ("先后召开党委会议{}次", 12, 40)],
            [("发展党员{}名", 2, 20), ("新发展党员{}名", 2, 20)],
        ],
    ),
}
SINGLE = {
    3: ("做好征兵和双拥工作", "今年我们把征兵宣传办到了学校里。"),
    8: ("推进史志编修工作", "请老干部一起回忆，收集老照片和旧物件。"),
}
SHORTFALLS = [
    ("产业基础薄弱", "村里的加工厂规模小，产品卖不上价。"),
    ("干部力量不足", "年轻人少，懂经营的更少。"),
    ("环境整治容易反弹", "有的村一阵风，检查过后又乱了。"),
    ("基础设施欠账较多", "几个偏远的组还没有通硬化路。"),
    ("办事效率不高", "群众有的事情还要跑两三趟。"),
]
INTENTIONS = [
    ("继续抓好产业发展", "力争再引进两三个好项目。"),
    ("继续改善群众生活", "把养老服务点办到每个村。"),
    ("继续建强干部队伍", "选派年轻人到一线去。"),
    ("继续守牢安全底线", "对老旧房屋再排查一遍。"),
    ("继续整治环境卫生", "把好做法定成村规民约。"),
]
NUMERALS = "一二三四五六七八九十"


def report(number: int) -> tuple[str, str]:
    """File name and text of one report."""
    dice = random.Random(100 + number)  # noqa: S311 - no secret, and the same every time
    unit, self = UNITS[number]
    year = 2022 + number % 3
    words = {"年": year, "次": year + 1, "自": self}
    inline = number % 3 == 0
    lines = [f"{unit}{year}年工作总结", "", dice.choice(OPENINGS).format(**words), ""]
    lines += [f"一、{MEASURES[number % len(MEASURES)].format(**words)}"]
    for place, (head, body) in enumerate(_measures(number, dice)):
        lines += _part(f"（{NUMERALS[place]}）", head, body, inline)
    lines += [f"二、{PROBLEMS[number % len(PROBLEMS)].format(**words)}"]
    lines += _items(dice.sample(SHORTFALLS, 3), number)
    lines += [f"三、{PLANS[number % len(PLANS)].format(**words)}"]
    lines += _items(dice.sample(INTENTIONS, 3), number)
    lines += ["", unit, f"{year + 1}年1月{dice.randint(4, 28)}日"]
    return f"{number + 1:02}-{unit[3:].removesuffix('人民政府').removesuffix('办事处')}.txt", "\n".join([*lines, ""])


def _measures(number: int, dice: random.Random) -> list[tuple[str, str]]:
    """Party building stands first or last, one other theme may be missing, two neighbours may change places."""
    names = ["安全", "招商", "农业", "民生", "环境"]
    if number % 4 == 1:
        names.remove(dice.choice(names[1:]))
    if number % 5 == 2:
        names[1:3] = names[2:0:-1]
    names = ["党建", *names] if number % 3 != 1 else [*names, "党建"]
    made = [_theme(name, dice) for name in names]
    return [*made, SINGLE[number]] if number in SINGLE else made


def _theme(name: str, dice: random.Random) -> tuple[str, str]:
    headings, plain, counted = THEMES[name]
    told = [dice.choice(ways) for ways in counted if dice.random() < 0.8]
    figures = "，".join(way.format(dice.randint(low, high)) for way, low, high in told)
    sentences = [dice.choice(plain), f"全年{figures}。" if figures else ""]
    return dice.choice(headings), "".join(sentences)


def _part(marker: str, head: str, body: str, inline: bool) -> list[str]:
    return [f"{marker}{head}。{body}"] if inline else [f"{marker}{head}", body]


def _items(items: list[tuple[str, str]], number: int) -> list[str]:
    if number % 2:
        return ["".join(f"{NUMERALS[at]}是{head}。{body}" for at, (head, body) in enumerate(items))]
    return [line for at, (head, body) in enumerate(items) for line in _part(f"（{NUMERALS[at]}）", head, body, True)]


def main() -> None:
    """Write them all."""
    FOLDER.mkdir(exist_ok=True)
    for number in range(len(UNITS)):
        name, text = report(number)
        (FOLDER / name).write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
