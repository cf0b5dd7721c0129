"""填报说明: everything that a form of this genre accepts, as one Markdown page made from the schema."""

from collections.abc import Iterator, Mapping, Sequence

from generator.schema.model import Field, Indicator, Schema, Section, Theme
from generator.schema.words import words_for

WRITTEN: Mapping[str, str] = {
    "phrase": "一句话或一个名称，句末标点可不写",
    "prose": "几句话，空一行就分段",
    "figure": "一个数",
    "date": "2025-02-28、2025年2月28日都行",
    "year": "四位数字",
    "integer": "整数",
    "choice": "照选项写",
    "flag": "是 或 否",
    "level": "照选项写",
    "docnumber": "葛政〔2025〕11号，括号打成［］[]（）都认得",
    "outline": "主题的名称，用逗号隔开，合并的用 + 连起来",
    "positions": "序号，如 [1, 3]",
    "data": "与主题里的“数据”写法相同",
    "record": "下面缩进写各项",
}
"""How each kind of value is written, for the clerk."""

_ROOM = "〔具体做法〕"
_FIGURES = """\
| 写法 | 意思 |
|---|---|
| `25` | 单位由模板补上；写成 `25人`、`130起` 也行，只要是该数据可用的单位 |
| `20余`、`10多`、`超200`、`近30`、`约100`、`100以上` | 概数；概数不参与任何计算 |
| `1.2万`、`17万余元`、`1,234`、`２５`、`九十八`、`98%` | 都读得懂，照公文习惯印出 |
| `0` | 没有发生；“印作”一栏有 0 时的说法的，照那样印 |
| `不适用` | 本单位没有这项职能；不印，也不算缺 |
| 空着 | 不知道；写到它的半句不印。别的数要靠它才说得通时，标【待补充：名称】 |

一个数要多说几句，下面缩进几行：

```yaml
主要举措:
  监督:
    数据:
      行政诉讼案件:
        本年: 4
        上年: 20            # 印成 4件，较上年减少16件、下降80%
  法律服务:
    数据:
      法律咨询:
        - 10余
        - 值: 5
          范围: 电话微信
          其中: 是          # 是前一个数的一部分
  加强领导:
    数据:
      法治培训班:
        值: 6
        句: 举办干部法治专题培训等6个班次     # 用自己的句子代替模板的半句
  制度建设:
    数据:
      出台规范性文件:
        文件:               # 件数由清单数出
          - 名称: 云溪镇建房管理办法
            文号: 云政〔2024〕3号
        来源: 司法所        # 只进出处表，不印
```

不是本年、不是全单位的数，写明 `时段: 五年来`、`范围: 某村`：印在数的前面，也不拿去核对。
"""


def guide(schema: Schema) -> str:
    """The page; its order is the form's."""
    return "\n".join(_lines(schema)) + "\n"


def _lines(schema: Schema) -> Iterator[str]:
    yield f"# {schema.genre}填报说明"
    yield ""
    yield "本页由 `gen form --说明` 从模板文件夹写出，改模板后重新生成，不要手改。"
    yield f"共 {len(schema.themes)} 个主题、{len(schema.measures)} 项举措、{len(schema.indicators)} 项数据。"
    yield "表单里的键写中文名称；别名、英文编号同样认得。"
    for section in schema.sections:
        yield from ("", f"## {section.label}")
        yield from _section(schema, section)
    yield from ("", "## 数的写法", "", _FIGURES.rstrip())
    yield from _checked(schema)


def _section(schema: Schema, section: Section) -> Iterator[str]:
    said = [section.hint] if section.hint else []
    if section.shape == "items":
        said.append("每条以“- ”开头" + (f"，一般不少于 {section.minimum} 条" if section.minimum else ""))
    elif section.shape == "themes" and section.minimum:
        said.append(f"一般不少于 {section.minimum} 个主题")
    if said:
        yield from ("", f"{'；'.join(said)}。")
    if section.shape in ("record", "items"):
        yield from ("", *_fields(section.fields))
    if section.id == "report" and schema.structures:
        yield from ("", *_structures(schema))
    if section.shape in ("themes", "theme"):
        yield from _themes(schema, section)


def _fields(fields: Sequence[Field], inside: str = "") -> Iterator[str]:
    if not inside:
        yield "| 项 | 必填 | 写法 | 说明 |"
        yield "|---|---|---|---|"
    for entry in fields:
        how = "、".join(entry.choices) if entry.choices else WRITTEN[entry.kind]
        many = "；可写几条" if entry.many else ""
        yield _row(inside + entry.label, "是" if entry.required else "", how + many, entry.hint)
        yield from _fields(entry.fields, f"{inside}{entry.label} → ") if entry.fields else ()


def _structures(schema: Schema) -> Iterator[str]:
    labels = {s.id: s.label for s in schema.sections}
    yield "| 结构 | 各部分的次序 |"
    yield "|---|---|"
    for name, order in schema.structures.items():
        flat = "；各主题自成一级标题" if name in schema.flat else ""
        yield _row(name, " → ".join(labels[i] for i in order) + flat)


def _themes(schema: Schema, section: Section) -> Iterator[str]:
    single = {s.theme for s in schema.sections if s.shape == "theme"}
    if section.shape == "themes":
        yield from ("", "每个主题下面可以写：")
        yield ""
        yield "| 键 | 写法 |"
        yield "|---|---|"
        yield "| 标题 | 空着用模板的标题 |"
        yield "| 举措 | 下表的勾选项，每行一个 `- 名称`；有具体做法就写 `- 名称: 做法`，嵌进该句 |"
        yield "| 数据 | 下表的名称，后面写数（见“数的写法”）；也可以填别的主题的数据，填在哪里就印在哪里 |"
        yield "| 其他数据 | 表里没有的数，一行一句“动词+对象+数”，如 `- 办结人大代表议案3件`，照句印 |"
        yield "| 要点 | 自己的要点：`- 标题: …`，下一行 `内容: …`，还可以有自己的 `数据:` |"
        yield "| 补充 | 自己的话，印在主题末尾 |"
        yield "| 上年参考 | 去年的报告怎么写的，由 `gen form --from` 带来，只供参考，不印 |"
    else:
        yield from ("", *_fields(section.fields))
        yield "| 标题、举措、数据、其他数据、要点、补充、上年参考 |  | 与主要举措的主题相同 |  |"
    for theme in schema.themes:
        if (theme.id == section.theme) if section.shape == "theme" else theme.id not in single:
            yield from _theme(schema, theme, "###" if section.shape == "themes" else "")


def _theme(schema: Schema, theme: Theme, mark: str) -> Iterator[str]:
    if mark:
        also = f"（也可写 {'、'.join(theme.aliases)}）" if theme.aliases else ""
        yield from ("", f"{mark} {theme.label}{also}")
    measures = [m for m in schema.measures if m.theme == theme.id]
    if measures:
        yield from ("", "| 举措 | 将印的句子（由“变体”取其一，称谓以镇为例） |", "|---|---|")
        for measure in measures:
            yield _row(measure.label, "<br>".join(_sentence(schema, s) for s in measure.sentences))
    indicators = [i for i in schema.indicators.values() if i.theme == theme.id]
    if indicators:
        yield from ("", "| 数据 | 单位 | 印作 | 归口 | 说明 |", "|---|---|---|---|---|")
        for indicator in indicators:
            yield _indicator(indicator)
    for pair in (p for p in schema.pairs if p.theme == theme.id):
        parts = "、".join(f"{key}（即 {schema.indicators[i].label}）" for key, i in pair.parts.items())
        yield from ("", f"`{pair.label}` 一个键填几项：{parts}。")


def _sentence(schema: Schema, sentence: str) -> str:
    for mark in ("，", "："):
        sentence = sentence.replace(f"{{{mark}做法}}", f"{mark}{_ROOM}")
    for slot, said in words_for("葛坑镇人民政府", "德化县", schema).items():
        sentence = sentence.replace(f"{{{slot}}}", said)
    return sentence


def _indicator(indicator: Indicator) -> str:
    units = "、".join(dict.fromkeys((indicator.unit, *indicator.units)))
    said = indicator.clause.replace("{}", "…")
    if indicator.zero:
        said += f"；0 时：{indicator.zero}"
    also = f"也可写 {'、'.join(indicator.aliases)}" if indicator.aliases else ""
    reckoned = "不填时由相关的数算出" if indicator.formula else ""
    notes = "；".join(filter(None, (indicator.hint, reckoned, also)))
    return _row(indicator.label, units, said, indicator.supplier, notes)


def _checked(schema: Schema) -> Iterator[str]:
    if schema.constraints:
        yield from ("", "## 起草时核对的关系", "", "填的数照印，下列情形另给提醒：", "")
        yield from (f"- {constraint.message}" for constraint in schema.constraints)


def _row(*cells: str) -> str:
    return f"| {' | '.join(cell.replace('|', '／') for cell in cells)} |"
