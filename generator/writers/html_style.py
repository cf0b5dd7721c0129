"""A look as a style sheet: on the screen one long A4 sheet, in print numbered pages."""

import re

from generator.look import Look, Page, ParagraphStyle

# What free systems have, after the fonts that the look names: by the kind of face.
_LAST_RESORTS = (
    ("楷", ("STKaiti", "AR PL UKai CN", "serif")),
    ("黑", ("STHeiti", "Noto Sans CJK SC", "Source Han Sans SC", "WenQuanYi Zen Hei", "sans-serif")),
    ("仿", ("STFangsong", "FangSong", "AR PL UMing CN", "serif")),
    ("", ("STSong", "SimSun", "Noto Serif CJK SC", "Source Han Serif SC", "serif")),
)

_FIXED = """\
*{box-sizing:border-box;margin:0;padding:0}
body{background:#e9e9e9;color:#000}
.sheet{background:#fff;margin:6mm auto;box-shadow:0 0 2mm rgba(0,0,0,.3)}
p,h1,h2,h3,h4,h5{font-weight:normal;white-space:pre-wrap;overflow-wrap:anywhere;line-break:strict}
h1{text-wrap:balance}
h2,h3,h4,h5{break-after:avoid}
mark{background:#ffe98a;color:inherit}
[data-path]{scroll-margin:40mm}
.face{text-indent:0}
.unseen{visibility:hidden}
.notes{max-width:210mm;margin:6mm auto;padding:4mm 4mm 4mm 10mm;background:#fff7d6;font-family:sans-serif}
.noted{text-decoration:underline wavy #d08000;text-underline-offset:.2em}
.title,.attachment_title{margin-bottom:28.95pt}
.body+.signature,.attachment_note+.signature,table+.signature{margin-top:28.95pt}
.signature,.date,.body+.date{break-before:avoid}
.red-line{border:0;border-top:.7mm solid #f00;margin:4mm 0}
.attachment{break-before:page}
@media screen{.attachment{border-top:.2mm dashed #999;margin-top:12mm;padding-top:12mm}}
.imprint-lines{border:.35mm solid #000;border-width:.35mm 0;margin-top:28.95pt}
.imprint-lines p{padding:0 14pt}
.imprint-lines p+p{border-top:.25mm solid #000}
.between{display:flex;justify-content:space-between}
table{border-collapse:collapse;width:100%;margin:3mm 0}
td,th{border:.2mm solid #000;padding:.5mm 1.5mm;font-weight:normal}
thead{display:table-header-group}
tr{break-inside:avoid}
"""


def style_sheet(look: Look) -> str:
    """CSS with one class per role of `look`."""
    page = look.page
    rules = [_FIXED, _sheet(page), _print(look)]
    rules += [f".{role}{{{_style(style, look)}}}\n" for role, style in look.styles.items()]
    return "".join(rules)


def font_stack(font: str, look: Look) -> str:
    """The value of `font-family`: the font, what the look puts in its place, what free systems have."""
    last = next(names for sign, names in _LAST_RESORTS if sign in font)
    names = [font, *look.alternatives.get(font, ()), *last]
    return ",".join(name if name in ("serif", "sans-serif") else f'"{_bare(name)}"' for name in dict.fromkeys(names))


def _sheet(page: Page) -> str:
    margins = " ".join(_length(side) for side in (page.top, page.right, page.bottom, page.left))
    return f".sheet{{width:{_length(page.width)};min-height:{_length(page.height)};padding:{margins}}}\n"


def _print(look: Look) -> str:
    page = look.page
    margins = " ".join(_length(side) for side in (page.top, page.right, page.bottom, page.left))
    number = look.styles["page_number"]
    font = f"font-family:{font_stack(number.font, look)};font-size:{number.size / 2:g}pt"
    face = f'content:"— " counter(page) " —";{font}'
    indent = f"{number.size / 2:g}pt"
    return (
        f"@page{{size:{_length(page.width)} {_length(page.height)};margin:{margins}}}\n"
        f"@page:right{{@bottom-right{{{face};padding-right:{indent}}}}}\n"
        f"@page:left{{@bottom-left{{{face};padding-left:{indent}}}}}\n"
        "@media print{body,mark{background:none}.notes{display:none}.noted{text-decoration:none}"
        ".sheet{width:auto;min-height:0;margin:0;padding:0;box-shadow:none}}\n"
    )


def _style(style: ParagraphStyle, look: Look) -> str:
    align = "justify" if style.align == "both" else style.align
    parts = [
        f"font-family:{font_stack(style.font, look)}",
        f"font-size:{style.size / 2:g}pt",
        f"line-height:{style.line / 20:g}pt",
        f"text-align:{align}",
    ]
    if style.spacing:
        parts.append(f"letter-spacing:{style.spacing / 20:g}pt")
    if style.first_line_chars:
        parts.append(f"text-indent:{style.first_line_chars * style.char_pitch / 20:g}pt")
    if style.bold:
        parts.append("font-weight:bold")
    if re.fullmatch("[0-9A-Fa-f]{6}", style.color):
        parts.append(f"color:#{style.color}")
    return ";".join(parts)


def _length(twips: int) -> str:
    return f"{twips / 20:g}pt"


def _bare(name: str) -> str:
    """A font's name without what could end a CSS string."""
    return re.sub(r'["\\<>{};\n\r]', "", name)
