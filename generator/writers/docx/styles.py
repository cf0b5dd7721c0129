"""styles.xml from a look: one named style per role, on built-in ids wherever Word and WPS have one."""

from generator.look import Look, Page, ParagraphStyle
from generator.writers.docx.markup import NAMESPACES, PROLOG, escape

STYLE_IDS = {
    "title": "Title",
    "salutation": "Salutation",
    "body": "BodyText",
    "heading1": "Heading1",
    "heading2": "Heading2",
    "heading3": "Heading3",
    "heading4": "Heading4",
    "signature": "Signature",
    "date": "Date",
    "attachment_note": "AttachmentNote",
    "note": "ClosingNote",
    "attachment_mark": "AttachmentMark",
    "attachment_title": "AttachmentTitle",
    "table_head": "TableHead",
    "table": "TableText",
    "mark": "OrganMark",
    "number": "DocumentNumber",
    "issuer_label": "IssuerLabel",
    "issuer": "Issuer",
    "imprint": "Imprint",
    "page_number": "Footer",
}
"""Role to style id; `issuer_label` and `issuer` are character styles, all others paragraph styles."""

JOINED = "JoinedHeading"
"""Id, before the level, of the character styles of headings within a sentence (一是…); they look like what is
around them."""

RUN_ROLES = ("issuer_label", "issuer")
"""Roles that share a line with another one."""

_BUILT_IN = {
    "title": "Title",
    "salutation": "Salutation",
    "body": "Body Text",
    "heading1": "heading 1",
    "heading2": "heading 2",
    "heading3": "heading 3",
    "heading4": "heading 4",
    "signature": "Signature",
    "date": "Date",
    "page_number": "footer",
}
_CUSTOM = {
    "attachment_note": "附件说明",
    "note": "附注",
    "attachment_mark": "附件标记",
    "attachment_title": "附件标题",
    "table_head": "表头",
    "table": "表格文字",
    "mark": "发文机关标志",
    "number": "发文字号",
    "issuer_label": "签发人标签",
    "issuer": "签发人",
    "imprint": "版记",
}
_TIGHT = ("title", "attachment_title", "signature", "date", "number", "mark")
_KEPT_WITH_NEXT = ("title", "heading1", "heading2", "heading3", "heading4", "attachment_mark", "attachment_title")


def run_properties(style: ParagraphStyle) -> str:
    """The children of `w:rPr`, in schema order."""
    ascii_font = style.ascii_font or style.font
    # hAnsi stays Chinese: Word would else draw “ ” … — in the Latin font, half as wide.
    return (
        f'<w:rFonts w:hint="eastAsia" w:ascii="{escape(ascii_font)}" w:hAnsi="{escape(style.font)}" '
        f'w:eastAsia="{escape(style.font)}" w:cs="{escape(ascii_font)}"/>'
        + ("<w:b/><w:bCs/>" if style.bold else '<w:b w:val="0"/><w:bCs w:val="0"/>')
        + (f'<w:color w:val="{style.color}"/>' if style.color else "")
        + f'<w:spacing w:val="{style.spacing}"/>'
        f'<w:kern w:val="0"/><w:sz w:val="{style.size}"/><w:szCs w:val="{style.size}"/>'
    )


def _paragraph_properties(role: str, style: ParagraphStyle, page: Page) -> str:
    indent = style.first_line_chars
    return (
        ("<w:keepNext/>" if role in _KEPT_WITH_NEXT else "")
        + '<w:widowControl w:val="0"/>'
        # A room between digits and ideographs would carry a full title line over its end.
        + ('<w:autoSpaceDE w:val="0"/><w:autoSpaceDN w:val="0"/>' if role in _TIGHT else "")
        # A line taller than the grid's pitch would take two cells of it.
        + ('<w:snapToGrid w:val="0"/>' if role == "title" or _off_grid(style, page) else "")
        + f'<w:spacing w:before="0" w:after="0" w:line="{style.line}" w:lineRule="exact"/>'
        # Some programs know only one of the two, so both are given.
        f'<w:ind w:firstLineChars="{indent * 100}" w:firstLine="{indent * style.char_pitch}"/>'
        f'<w:jc w:val="{style.align}"/>'
        + (f'<w:outlineLvl w:val="{style.outline}"/>' if style.outline is not None else "")
    )


def _off_grid(style: ParagraphStyle, page: Page) -> bool:
    return style.line != page.line_pitch or style.size * 10 * 1.4 > page.line_pitch


def _style(role: str, look: Look) -> str:
    style = look.styles[role]
    name = _BUILT_IN.get(role) or _CUSTOM[role]
    custom = ' w:customStyle="1"' if role in _CUSTOM else ""
    style_id = STYLE_IDS[role]
    if role in RUN_ROLES:
        return (
            f'<w:style w:type="character"{custom} w:styleId="{style_id}"><w:name w:val="{name}"/>'
            f'<w:basedOn w:val="DefaultParagraphFont"/><w:rPr>{run_properties(style)}</w:rPr></w:style>'
        )
    heading = role.startswith("heading")
    link = f'<w:link w:val="{style_id}Char"/>' if heading else ""
    following = '<w:next w:val="BodyText"/>' if heading or role in ("title", "salutation") else ""
    paragraph = (
        f'<w:style w:type="paragraph"{custom} w:styleId="{style_id}"><w:name w:val="{name}"/>'
        f'<w:basedOn w:val="Normal"/>{following}{link}<w:qFormat/>'
        f"<w:pPr>{_paragraph_properties(role, style, look.page)}</w:pPr>"
        f"<w:rPr>{run_properties(style)}</w:rPr></w:style>"
    )
    if not heading:
        return paragraph
    return paragraph + (
        f'<w:style w:type="character" w:customStyle="1" w:styleId="{style_id}Char">'
        f'<w:name w:val="{name} Char"/><w:basedOn w:val="DefaultParagraphFont"/><w:link w:val="{style_id}"/>'
        f"<w:rPr>{run_properties(style)}</w:rPr></w:style>"
    )


def styles_xml(look: Look) -> str:
    """The part word/styles.xml."""
    body = look.styles["body"]
    spacing = f'<w:spacing w:before="0" w:after="0" w:line="{body.line}" w:lineRule="exact"/>'
    note = look.styles["table"]
    return (
        f"{PROLOG}<w:styles {NAMESPACES}><w:docDefaults><w:rPrDefault><w:rPr>{run_properties(body)}"
        '<w:lang w:val="en-US" w:eastAsia="zh-CN" w:bidi="ar-SA"/></w:rPr></w:rPrDefault>'
        f'<w:pPrDefault><w:pPr><w:widowControl w:val="0"/>{spacing}</w:pPr></w:pPrDefault></w:docDefaults>'
        '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:qFormat/>'
        f'<w:pPr><w:widowControl w:val="0"/>{spacing}<w:jc w:val="both"/></w:pPr>'
        f"<w:rPr>{run_properties(body)}</w:rPr></w:style>"
        '<w:style w:type="character" w:default="1" w:styleId="DefaultParagraphFont">'
        '<w:name w:val="Default Paragraph Font"/><w:uiPriority w:val="1"/><w:semiHidden/>'
        "<w:unhideWhenUsed/></w:style>"
        '<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/>'
        '<w:uiPriority w:val="99"/><w:semiHidden/><w:unhideWhenUsed/><w:tblPr><w:tblInd w:w="0" w:type="dxa"/>'
        '<w:tblCellMar><w:top w:w="0" w:type="dxa"/><w:left w:w="108" w:type="dxa"/>'
        '<w:bottom w:w="0" w:type="dxa"/><w:right w:w="108" w:type="dxa"/></w:tblCellMar></w:tblPr></w:style>'
        '<w:style w:type="numbering" w:default="1" w:styleId="NoList"><w:name w:val="No List"/>'
        '<w:uiPriority w:val="99"/><w:semiHidden/><w:unhideWhenUsed/></w:style>'
        + "".join(_style(role, look) for role in STYLE_IDS)
        + "".join(
            f'<w:style w:type="character" w:customStyle="1" w:styleId="{JOINED}{level}">'
            f'<w:name w:val="连排标题 {level}"/><w:basedOn w:val="DefaultParagraphFont"/></w:style>'
            for level in range(1, 5)
        )
        + '<w:style w:type="paragraph" w:styleId="CommentText"><w:name w:val="annotation text"/>'
        '<w:basedOn w:val="Normal"/><w:pPr><w:snapToGrid w:val="0"/>'
        f'<w:spacing w:before="0" w:after="0" w:line="{note.line}" w:lineRule="atLeast"/><w:jc w:val="left"/></w:pPr>'
        f"<w:rPr>{run_properties(note)}</w:rPr></w:style>"
        '<w:style w:type="character" w:styleId="CommentReference"><w:name w:val="annotation reference"/>'
        '<w:basedOn w:val="DefaultParagraphFont"/><w:rPr><w:sz w:val="21"/><w:szCs w:val="21"/></w:rPr></w:style>'
        '<w:style w:type="table" w:styleId="TableGrid"><w:name w:val="Table Grid"/>'
        '<w:basedOn w:val="TableNormal"/><w:tblPr><w:tblBorders>'
        + "".join(
            f'<w:{edge} w:val="single" w:sz="4" w:space="0" w:color="000000"/>'
            for edge in ("top", "left", "bottom", "right", "insideH", "insideV")
        )
        + "</w:tblBorders></w:tblPr></w:style></w:styles>"
    )
