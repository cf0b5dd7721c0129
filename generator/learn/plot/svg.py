"""A drawing as SVG text."""

from collections.abc import Iterator
from xml.sax.saxutils import escape, quoteattr

from generator.learn.plot.drawing import Box, Drawing

_FONTS = (
    "'Noto Sans CJK SC','Source Han Sans SC','Microsoft YaHei','PingFang SC','WenQuanYi Micro Hei',SimHei,sans-serif"
)


def svg(drawing: Drawing) -> bytes:
    """The drawing as a file that browsers and Word show; the reader's own Chinese font is taken."""
    return "\n".join([*_lines(drawing), ""]).encode()


def _lines(drawing: Drawing) -> Iterator[str]:
    size = f'width="{drawing.width}" height="{drawing.height}"'
    view = f'viewBox="0 0 {drawing.width} {drawing.height}"'
    yield f'<svg xmlns="http://www.w3.org/2000/svg" {size} {view} role="img" font-family="{_FONTS}">'
    yield f"<title>{escape(drawing.title)}</title>"
    yield '<rect width="100%" height="100%" fill="#ffffff"/>'
    for shape in drawing.shapes:
        if isinstance(shape, Box):
            edge = f' stroke="{shape.edge}"' if shape.edge else ""
            place = f'x="{shape.x:g}" y="{shape.y:g}" width="{shape.width:g}" height="{shape.height:g}"'
            yield f'<rect {place} fill="{shape.fill}"{edge}/>'
        else:
            weight = ' font-weight="bold"' if shape.bold else ""
            style = f'font-size="{shape.size:g}" fill="{shape.fill}" text-anchor={quoteattr(shape.anchor)}{weight}'
            # Not dominant-baseline, which Word and older browsers do not know.
            yield f'<text x="{shape.x:g}" y="{shape.y + shape.size * 0.36:g}" {style}>{escape(shape.text)}</text>'
    yield "</svg>"
