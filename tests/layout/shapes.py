"""Reports of several shapes, invented, each with what its pages are judged by."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path

from generator.document.nodes import (
    Block,
    Division,
    Document,
    Heading,
    Paragraph,
    Placement,
    Source,
    Table,
    Text,
    Title,
)
from generator.look_codec import decode

_SHIPPED = Path(__file__).parents[2] / "templates/_shared/look.yml"

_PARAGRAPH = (
    "全镇现有执法人员25人，其中法制审核人员1人，全部持证上岗。坚持“三项制度”，办理处罚案件12件，"
    "开展矛盾纠纷排查55次，调解矛盾纠纷130起，调解成功率96%；组织《中华人民共和国民法典》宣讲8场。"
)


@dataclass(frozen=True)
class Shape:
    """A report, whether it is sealed, and checks of the measure that do not apply to it, each with the reason."""

    document: Document
    seal: str = "no"
    beside_the_point: Mapping[str, str] = field(default_factory=dict)


def text(words: str, source: Source | None = None) -> tuple[Text, ...]:
    return (Text(words, source),)


def paragraph(words: str) -> Paragraph:
    return Paragraph(text(words))


def heading(level: int, words: str, placement: Placement = "own_line") -> Heading:
    return Heading(level, text(words), placement)


def division(name: str, *blocks: Block | str) -> Division:
    return Division(name, tuple(paragraph(block) if isinstance(block, str) else block for block in blocks))


def opening(title: str) -> list[Block]:
    return [
        Title(text(title)),
        division("salutation", "中共青石县委员会、青石县人民政府："),
        paragraph(_PARAGRAPH * 2),
    ]


def chapter(placement: Placement, points: int = 3) -> list[Block]:
    blocks: list[Block] = [heading(1, "主要举措和成效")]
    for _ in range(points):
        blocks += [heading(2, "规范执法行为，提升治理水平", placement), paragraph(_PARAGRAPH * 2)]
        for lead in ("落实制度", "建强队伍"):
            blocks += [heading(3, lead, "run_in"), paragraph(_PARAGRAPH)]
    return blocks


def joined_chapter() -> list[Block]:
    blocks: list[Block] = [heading(1, "存在的问题"), heading(2, "基层基础还不牢", "run_in")]
    for lead in ("力量不足", "能力不强", "机制不活"):
        blocks += [heading(3, lead, "joined"), paragraph(_PARAGRAPH)]
    gap = Paragraph((Text("其原因："), Text("【待补充：原因】", Source("gap", "存在问题.原因")), Text("。")))
    return [*blocks, gap, heading(1, "下一步打算"), paragraph(_PARAGRAPH)]


def signed(*organs: str) -> list[Block]:
    return [division("signature", *organs), division("date", "2025年2月28日")]


def imprint() -> Division:
    copies = "县司法局，县人大常委会办公室，各村民委员会，镇直各单位，驻镇各单位，镇属各企业、事业单位。"
    return division("imprint", division("copies", copies), division("printed", "云岭镇党政办公室", "2025年3月1日"))


def figures(rows: int) -> Table:
    note = "含镇综合执法队和派驻机构全部持证人员，按年末在册人数统计"
    return Table(
        (tuple(map(text, ("指标", "单位", "数值", "说明"))),),
        tuple(tuple(map(text, ("持证执法人员", "人", str(row * 7), note))) for row in range(rows)),
    )


def _look(document: Document, variant: str) -> Document:
    return replace(document, look=decode([_SHIPPED.read_text("utf-8")], variant))


_TOWN = "青石县云岭镇人民政府关于2024年度法治政府建设情况的报告"

SHAPES: dict[str, Shape] = {
    "long": Shape(
        Document((*opening(_TOWN), *chapter("own_line"), *chapter("own_line"), *signed("青石县云岭镇人民政府")))
    ),
    "run-in, two signatories, other geometry": Shape(
        _look(
            Document(
                (
                    *opening("中共青石县委员会、青石县人民政府关于2024年度法治政府建设情况的报告"),
                    *chapter("run_in"),
                    *signed("中共青石县委员会", "青石县人民政府"),
                )
            ),
            "补偿",
        )
    ),
    "no date yet": Shape(
        Document(
            (
                *opening(_TOWN),
                *joined_chapter(),
                division("signature", "青石县云岭镇人民政府"),
                Division("date", (Paragraph((Text("【待补充：成文日期】", Source("gap", "成文日期")),)),)),
            )
        )
    ),
    "joined, sealed": Shape(
        Document(
            (*opening(_TOWN), *joined_chapter(), *signed("青石县农业农村局"), division("note", "（此件公开发布）")),
            {"sealed": "yes"},
        ),
        seal="yes",
    ),
    "letterhead with signer, attachment, imprint": Shape(
        Document(
            (
                division(
                    "letterhead",
                    division("mark", "青石县云岭镇人民政府文件"),
                    division("number", "云政〔2025〕11号"),
                    division("issuer", "王大力"),
                ),
                *opening(_TOWN),
                *chapter("own_line"),
                division("attachment_note", "2024年度法治政府建设主要指标表"),
                *signed("青石县云岭镇人民政府"),
                division("attachment", Title(text("2024年度法治政府建设主要指标表")), figures(30)),
                imprint(),
            )
        ),
        beside_the_point={
            "FONT-doc_number": "the signer's name on the number's line is in 楷体 (7.2.6)",
            "INDENT-body": "the centred title of the attachment is taken for body text",
        },
    ),
    "letterhead, local fonts, imprint on an even page": Shape(
        _look(
            Document(
                (
                    division("letterhead", division("mark", "云岭镇人民政府"), division("number", "云政〔2025〕2号")),
                    *opening("云岭镇人民政府2024年法治政府建设工作报告"),
                    *chapter("own_line", 2),
                    *signed("云岭镇人民政府"),
                    imprint(),
                ),
                {"imprint_even_page": "yes"},
            ),
            "本地字体",
        )
    ),
}
