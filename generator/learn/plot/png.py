"""A drawing as PNG, by Pillow (an extra)."""

import io
from typing import Any

from generator.errors import UsageError
from generator.learn.plot.drawing import Box, Drawing

_SCALE = 2
"""Pixels of the file for each of the drawing: for screens that show two where one was."""
_FONTS = (
    ("NotoSansCJK-Regular.ttc", 2), ("NotoSansCJKsc-Regular.otf", 0), ("NotoSansSC-Regular.otf", 0),
    ("NotoSansSC-VF.ttf", 0), ("SourceHanSansSC-Regular.otf", 0), ("SourceHanSansCN-Regular.otf", 0), ("msyh.ttc", 0),
    ("PingFang.ttc", 0), ("STHeiti Light.ttc", 0), ("Hiragino Sans GB.ttc", 0), ("wqy-microhei.ttc", 0),
    ("wqy-zenhei.ttc", 0), ("DroidSansFallbackFull.ttf", 0), ("simhei.ttf", 0), ("simsun.ttc", 0), ("uming.ttc", 0),
)  # fmt: skip
"""Files of fonts with Chinese characters, and which of the faces in the file is the simplified Chinese one."""
_INSTEAD = "改用 --plot 图.svg，浏览器和 Word 都能打开"


def png(drawing: Drawing) -> bytes:
    """The drawing as PNG. Raises UsageError where Pillow or a Chinese font is missing."""
    try:
        from PIL import Image, ImageDraw
    except ImportError as missing:
        raise UsageError(
            "画 PNG 要装 Pillow", f"pip install 'fazhi-niandu-baogao[plot]'；或者{_INSTEAD}"
        ) from missing
    image = Image.new("RGB", (drawing.width * _SCALE, drawing.height * _SCALE), "#ffffff")
    canvas = ImageDraw.Draw(image)
    fonts: dict[float, Any] = {}
    for shape in drawing.shapes:
        if isinstance(shape, Box):
            corner = ((shape.x + shape.width) * _SCALE, (shape.y + shape.height) * _SCALE)
            edge = shape.edge or None
            canvas.rectangle(((shape.x * _SCALE, shape.y * _SCALE), corner), fill=shape.fill, outline=edge)
        else:
            if shape.size not in fonts:
                fonts[shape.size] = _font(shape.size * _SCALE)
            anchor = {"start": "lm", "middle": "mm", "end": "rm"}[shape.anchor]
            place = (shape.x * _SCALE, shape.y * _SCALE)
            weight = 1 if shape.bold else 0
            canvas.text(
                place, shape.text, fill=shape.fill, font=fonts[shape.size], anchor=anchor,
                stroke_width=weight, stroke_fill=shape.fill,
            )  # fmt: skip
    file = io.BytesIO()
    image.save(file, "PNG", optimize=True)
    return file.getvalue()


def _font(size: float) -> Any:
    from PIL import ImageFont

    for name, face in _FONTS:
        try:
            return ImageFont.truetype(name, size, index=face)
        except OSError:
            continue
    raise UsageError("电脑上没有找到中文字体，画出来会是方框", _INSTEAD)
