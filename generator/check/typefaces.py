"""Fonts that are cuts of one typeface under other names: any of them is what a look asks for."""

from collections.abc import Mapping

_NAMES: Mapping[str, str] = {
    "仿宋": (
        "仿宋 仿宋_GB2312 仿宋_GB18030 FangSong FangSong_GB2312 STFangsong 华文仿宋 方正仿宋_GBK 方正仿宋简体 "
        "方正仿宋_GB2312 方正仿宋_GB18030 SimFang FZFangSong-Z02 FZFangSong-Z02S FZFS_GBK 汉仪仿宋简 "
        "CESI仿宋-GB2312 朱雀仿宋"
    ),
    "楷体": (
        "楷体 楷体_GB2312 KaiTi KaiTi_GB2312 STKaiti 华文楷体 方正楷体_GBK 方正楷体简体 方正楷体_GB2312 "
        "方正楷体_GB18030 SimKai FZKai-Z03 FZKai-Z03S CESI楷体-GB2312 霞鹜文楷"
    ),
    "黑体": (
        "黑体 SimHei STHeiti 华文黑体 方正黑体_GBK 方正黑体简体 方正黑体_GB18030 FZHei-B01 FZHei-B01S CESI黑体-GB2312"
    ),
    "小标宋": (
        "小标宋 小标宋体 方正小标宋简体 方正小标宋_GBK 方正小标宋_GB18030 方正小标宋_GB2312 FZXiaoBiaoSong-B05 "
        "FZXiaoBiaoSong-B05S FZXiaoBiaoSong-B13S 文鼎小标宋简 汉仪小标宋简 创艺简标宋 华康标宋体 CESI小标宋-GB2312"
    ),
    "宋体": "宋体 SimSun NSimSun 新宋体 STSong 华文宋体 方正书宋_GBK 方正书宋简体 方正书宋_GB18030 CESI宋体-GB2312",
}
_SPACED = {"kaiti sc": "楷体", "heiti sc": "黑体", "songti sc": "宋体", "宋体-简": "宋体"}
_FACES = {name.lower(): face for face, names in _NAMES.items() for name in names.split()} | _SPACED


def typeface(font: str) -> str:
    """The typeface that a font is a cut of (`仿宋`); the font's own name for one that is none of these."""
    bare = font.strip().lstrip("@")
    return _FACES.get(bare.lower(), bare)


def same(font: str, wanted: str) -> bool:
    """Whether both are cuts of one typeface."""
    return typeface(font) == typeface(wanted)
