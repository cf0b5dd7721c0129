"""The parts of a package that depend on the look alone, deflated once and remembered."""

from generator.look import Look
from generator.writers.docx.fonts import font_table_xml, theme_xml
from generator.writers.docx.markup import NAMESPACES, PROLOG, escape
from generator.writers.docx.package import Part, part
from generator.writers.docx.styles import styles_xml

ODD_FOOTER, EVEN_FOOTER, BLANK_FOOTER = "rId5", "rId6", "rId7"
"""Relationships of the page numbers on the right, on the left, and of no page number."""

_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_WORD_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_COMMENTS = (("comments", "comments.xml", f"{_WORD_TYPE}.comments+xml"),)
_PARTS = (
    ("styles", "styles.xml", f"{_WORD_TYPE}.styles+xml"),
    ("settings", "settings.xml", f"{_WORD_TYPE}.settings+xml"),
    ("fontTable", "fontTable.xml", f"{_WORD_TYPE}.fontTable+xml"),
    ("theme", "theme/theme1.xml", "application/vnd.openxmlformats-officedocument.theme+xml"),
    ("footer", "footer1.xml", f"{_WORD_TYPE}.footer+xml"),
    ("footer", "footer2.xml", f"{_WORD_TYPE}.footer+xml"),
)
_BLANK = (("footer", "footer3.xml", f"{_WORD_TYPE}.footer+xml"),)
_REMEMBERED = 8


_Prepared = tuple[Look, bool, bool, tuple[Part, ...]]
_prepared: list[_Prepared] = []


def constant_parts(look: Look, *, comments: bool, blank_footer: bool) -> tuple[Part, ...]:
    """The constant parts for this look, the packing list first; prepared at the first call.

    comments, blank_footer: whether the package has comments, and pages without a number.
    """
    for known, with_comments, with_blank, parts in _prepared:
        if known is look and with_comments is comments and with_blank is blank_footer:
            return parts
    for known, with_comments, with_blank, parts in _prepared:
        if known == look and with_comments is comments and with_blank is blank_footer:
            return parts
    parts = _prepare(look, comments, blank_footer)
    if len(_prepared) >= _REMEMBERED:
        _prepared.pop(0)
    _prepared.append((look, comments, blank_footer, parts))
    return parts


def _prepare(look: Look, comments: bool, blank_footer: bool) -> tuple[Part, ...]:
    listed = _PARTS + (_BLANK if blank_footer else ()) + (_COMMENTS if comments else ())
    return (
        part("[Content_Types].xml", _content_types(listed)),
        part("_rels/.rels", _package_relationships()),
        part("docProps/app.xml", _application()),
        part("word/styles.xml", styles_xml(look)),
        part("word/settings.xml", _settings()),
        part("word/fontTable.xml", font_table_xml(look)),
        part("word/theme/theme1.xml", theme_xml(look)),
        part("word/footer1.xml", _footer(look, "right")),
        part("word/footer2.xml", _footer(look, "left")),
        *((part("word/footer3.xml", _footer(look, "")),) if blank_footer else ()),
        part("word/_rels/document.xml.rels", _document_relationships(listed)),
    )


def properties(title: str) -> Part:
    """docProps/core.xml: the title and nothing about a person or a moment."""
    return part(
        "docProps/core.xml",
        f'{PROLOG}<cp:coreProperties xmlns:cp="{_PACKAGE}/metadata/core-properties" '
        'xmlns:dc="http://purl.org/dc/elements/1.1/">'
        f"<dc:title>{escape(title)}</dc:title><dc:language>zh-CN</dc:language></cp:coreProperties>",
        deflated=False,
    )


def _content_types(parts: tuple[tuple[str, str, str], ...]) -> str:
    return (
        f'{PROLOG}<Types xmlns="{_PACKAGE}/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        '<Default Extension="xml" ContentType="application/xml"/>'
        f'<Override PartName="/word/document.xml" ContentType="{_WORD_TYPE}.document.main+xml"/>'
        + "".join(f'<Override PartName="/word/{file}" ContentType="{kind}"/>' for _, file, kind in parts)
        + '<Override PartName="/docProps/core.xml" '
        'ContentType="application/vnd.openxmlformats-package.core-properties+xml"/>'
        '<Override PartName="/docProps/app.xml" '
        'ContentType="application/vnd.openxmlformats-officedocument.extended-properties+xml"/></Types>'
    )


def _package_relationships() -> str:
    return (
        f'{PROLOG}<Relationships xmlns="{_PACKAGE}/relationships">'
        f'<Relationship Id="rId1" Type="{_OFFICE}/officeDocument" Target="word/document.xml"/>'
        f'<Relationship Id="rId2" Type="{_PACKAGE}/relationships/metadata/core-properties" '
        'Target="docProps/core.xml"/>'
        f'<Relationship Id="rId3" Type="{_OFFICE}/extended-properties" Target="docProps/app.xml"/>'
        "</Relationships>"
    )


def _document_relationships(parts: tuple[tuple[str, str, str], ...]) -> str:
    return (
        f'{PROLOG}<Relationships xmlns="{_PACKAGE}/relationships">'
        + "".join(
            f'<Relationship Id="rId{number}" Type="{_OFFICE}/{kind}" Target="{file}"/>'
            for number, (kind, file, _) in enumerate(parts, 1)
        )
        + "</Relationships>"
    )


def _application() -> str:
    return (
        f'{PROLOG}<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties">'
        "<Application>gen</Application></Properties>"
    )


def _settings() -> str:
    # The children of w:settings are an ordered sequence.
    return (
        f'{PROLOG}<w:settings {NAMESPACES}><w:zoom w:percent="100"/><w:bordersDoNotSurroundHeader/>'
        '<w:bordersDoNotSurroundFooter/><w:defaultTabStop w:val="420"/><w:evenAndOddHeaders/>'
        '<w:characterSpacingControl w:val="doNotCompress"/>'
        "<w:compat><w:doNotExpandShiftReturn/>"
        '<w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="15"/>'
        '</w:compat><w:themeFontLang w:val="en-US" w:eastAsia="zh-CN"/>'
        '<w:clrSchemeMapping w:bg1="light1" w:t1="dark1" w:bg2="light2" w:t2="dark2" w:accent1="accent1" '
        'w:accent2="accent2" w:accent3="accent3" w:accent4="accent4" w:accent5="accent5" w:accent6="accent6" '
        'w:hyperlink="hyperlink" w:followedHyperlink="followedHyperlink"/></w:settings>'
    )


def _footer(look: Look, side: str) -> str:
    """“— 1 —”, one character in from that side (7.5); nothing without a side."""
    if not side:
        return f'{PROLOG}<w:ftr {NAMESPACES}><w:p><w:pPr><w:pStyle w:val="Footer"/></w:pPr></w:p></w:ftr>'
    one_char = look.styles["page_number"].size * 10
    return (
        f'{PROLOG}<w:ftr {NAMESPACES}><w:p><w:pPr><w:pStyle w:val="Footer"/>'
        f'<w:ind w:{side}="{one_char}"/><w:jc w:val="{side}"/></w:pPr>'
        '<w:r><w:t xml:space="preserve">— </w:t></w:r><w:r><w:fldChar w:fldCharType="begin"/></w:r>'
        '<w:r><w:instrText xml:space="preserve"> PAGE </w:instrText></w:r>'
        '<w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>1</w:t></w:r>'
        '<w:r><w:fldChar w:fldCharType="end"/></w:r><w:r><w:t xml:space="preserve"> —</w:t></w:r></w:p></w:ftr>'
    )
