"""Font table with substitutes, and a theme that names no font but the look's own."""

from generator.look import Look
from generator.writers.docx.markup import NAMESPACES, PROLOG, escape

_DRAWING = "http://schemas.openxmlformats.org/drawingml/2006/main"
_GB2312_CHARSET = "86"


def font_table_xml(look: Look) -> str:
    """word/fontTable.xml: every font in use with the names to try where it is not installed."""
    names = dict.fromkeys(name for style in look.styles.values() for name in (style.font, style.ascii_font) if name)
    fonts = []
    for name in names:
        others = ",".join(look.alternatives.get(name, ()))
        charset = _GB2312_CHARSET if any(c > "\x7f" for c in name + others) else "00"
        fonts.append(
            f'<w:font w:name="{escape(name)}">'
            + (f'<w:altName w:val="{escape(others)}"/>' if others else "")
            + f'<w:charset w:val="{charset}"/><w:family w:val="auto"/><w:pitch w:val="variable"/></w:font>'
        )
    return f"{PROLOG}<w:fonts {NAMESPACES}>{''.join(fonts)}</w:fonts>"


def theme_xml(look: Look) -> str:
    """word/theme/theme1.xml: WPS asks for missing fonts when a theme names Calibri and the like."""
    title, body = look.styles["title"].font, look.styles["body"].font
    colors = (
        '<a:dk1><a:sysClr val="windowText" lastClr="000000"/></a:dk1>'
        '<a:lt1><a:sysClr val="window" lastClr="FFFFFF"/></a:lt1>'
        + "".join(
            f'<a:{name}><a:srgbClr val="{value}"/></a:{name}>'
            for name, value in (
                ("dk2", "000000"),
                ("lt2", "FFFFFF"),
                ("accent1", "C00000"),
                ("accent2", "1F4E79"),
                ("accent3", "7F7F7F"),
                ("accent4", "BF9000"),
                ("accent5", "2E75B6"),
                ("accent6", "548235"),
                ("hlink", "0563C1"),
                ("folHlink", "954F72"),
            )
        )
    )
    fill = '<a:solidFill><a:schemeClr val="phClr"/></a:solidFill>'
    line = f'<a:ln w="6350" cap="flat" cmpd="sng" algn="ctr">{fill}<a:prstDash val="solid"/></a:ln>'
    effect = "<a:effectStyle><a:effectLst/></a:effectStyle>"
    return (
        f'{PROLOG}<a:theme xmlns:a="{_DRAWING}" name="公文"><a:themeElements>'
        f'<a:clrScheme name="公文">{colors}</a:clrScheme><a:fontScheme name="公文">'
        f"<a:majorFont>{_typefaces(title)}</a:majorFont><a:minorFont>{_typefaces(body)}</a:minorFont></a:fontScheme>"
        f'<a:fmtScheme name="公文"><a:fillStyleLst>{fill * 3}</a:fillStyleLst><a:lnStyleLst>{line * 3}</a:lnStyleLst>'
        f"<a:effectStyleLst>{effect * 3}</a:effectStyleLst><a:bgFillStyleLst>{fill * 3}</a:bgFillStyleLst>"
        "</a:fmtScheme></a:themeElements></a:theme>"
    )


def _typefaces(font: str) -> str:
    name = escape(font)
    return (
        f'<a:latin typeface="{name}"/><a:ea typeface="{name}"/><a:cs typeface="{name}"/>'
        f'<a:font script="Hans" typeface="{name}"/>'
    )
