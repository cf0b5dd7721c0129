"""A small genre to read forms of: every shape of section and every kind of field once."""

from generator.schema.model import (
    Field,
    Indicator,
    Level,
    Measure,
    Pair,
    Schema,
    Section,
    Support,
    Theme,
)

SMALL = Schema(
    genre="试验年报",
    sections=(
        Section(
            "report",
            "报告",
            "record",
            fields=(
                Field("year", "年度", "year", required=True, hint="报告所述的年度"),
                Field("cutoff", "数据截止", "date"),
                Field("date", "成文日期", "date", required=True),
                Field("number", "发文字号", "docnumber"),
                Field("title", "标题", "phrase"),
                Field("structure", "结构", "choice", choices=("标准", "三段")),
                Field("layers", "层次", "choice", choices=("一是", "1.")),
                Field("outline", "提纲", "outline", blank=False),
                Field("variant", "变体", "integer"),
                Field("sealed", "盖章", "flag", blank=False),
                Field(
                    "letterhead",
                    "版头",
                    "record",
                    blank=False,
                    fields=(Field("issuer", "签发人", "phrase"),),
                ),
            ),
        ),
        Section(
            "unit",
            "单位",
            "record",
            fields=(
                Field("name", "名称", "phrase", required=True, many=True),
                Field("short", "简称", "phrase"),
                Field("level", "层级", "level", required=True),
                Field("upper", "上级", "phrase", required=True),
                Field("addressee", "主送", "phrase", many=True),
            ),
        ),
        Section("measures", "主要举措", "themes", role="measures", template="measures", minimum=2),
        Section(
            "first_responsible",
            "第一责任人",
            "theme",
            theme="first_responsible",
            template="first_responsible",
            minimum=1,
            fields=(Field("offices", "职务", "phrase", required=True, many=True),),
        ),
        Section(
            "problems",
            "存在问题",
            "items",
            template="problems",
            minimum=2,
            fields=(
                Field("problem", "问题", "phrase", required=True),
                Field("shows", "表现", "prose"),
                Field("cause", "原因", "prose", required=True),
            ),
        ),
        Section(
            "plans",
            "下一步打算",
            "items",
            template="plans",
            fields=(
                Field("title", "标题", "phrase", required=True),
                Field("steps", "措施", "prose", many=True),
                Field("answers", "对应问题", "positions", blank=False),
                Field("data", "数据", "data", blank=False),
            ),
        ),
        Section("other", "其他", "prose", template="other"),
        Section("appendix", "附表", "flag"),
    ),
    themes=(
        Theme("enforcement", "行政执法"),
        Theme("supervision", "监督", aliases=("权力监督",)),
        Theme("first_responsible", "第一责任人"),
    ),
    indicators={
        i.id: i
        for i in (
            Indicator(
                "officers", "执法人员", "人", "enforcement", "队伍", "现有行政执法人员{}",
                units=("人", "名"), aliases=("行政执法人员",), nature="stock", supplier="执法队",
                levels=("乡镇",), support={"乡镇": Support(1, 2)},
            ),
            Indicator("cases", "行政处罚案件", "件", "enforcement", "办案", "办理行政处罚案件{}",
                      units=("件", "起"), levels=("乡镇",)),
            Indicator("fines", "罚没款", "万元", "enforcement", "办案", "罚没款{}", kind="money"),
            Indicator("funds", "执法经费", "元", "enforcement", "保障", "安排执法经费{}", kind="money"),
            Indicator("suggestions", "收到建议", "件", "supervision", "人大", "收到人大代表建议{}"),
            Indicator("handled", "办结建议", "件", "supervision", "人大", "办结人大代表建议{}"),
            Indicator("rate", "满意率", "%", "supervision", "人大", "满意率{}", kind="rate"),
            Indicator("reports", "听取汇报", "次", "first_responsible", "履职", "听取汇报{}", levels=("乡镇",)),
        )
    },
    pairs=(Pair("人大代表建议", "supervision", {"收到": "suggestions", "办结": "handled"}),),
    measures=(
        Measure("三项制度", "enforcement", ("落实“三项制度”{，做法}。", "推行“三项制度”{，做法}。")),
        Measure("持证上岗", "enforcement", ("{全域}执法人员持证上岗{，做法}。",)),
        Measure("人大监督", "supervision", ("自觉接受人大监督{，做法}。",)),
        Measure("领导小组", "first_responsible", ("成立领导小组{，做法}。",)),
    ),
    levels=(Level("township", "乡镇", aliases=("镇", "乡")), Level("county", "县", aliases=("区",))),
    structures={"标准": ("measures", "problems", "plans", "other")},
    wording={
        "units": (
            {
                "ends": ("镇人民政府",), "whole": "全镇", "self": "我镇", "party": "镇党委",
                "government": "镇政府", "head": "镇长", "staff": "镇村干部",
            },
            {
                "ends": ("",), "whole": "本单位", "self": "本单位", "party": "党组",
                "government": "本单位", "head": "主要负责人", "staff": "干部",
            },
        ),
        "uppers": (
            {"ends": ("县",), "party": "县委", "government": "县政府", "office": "县委依法治县办"},
            {"ends": ("",), "party": "上级党委", "government": "上级政府", "office": "上级法治办"},
        ),
    },
)  # fmt: skip
