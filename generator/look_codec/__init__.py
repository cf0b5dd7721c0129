"""look.yml to `Look` and back.

A file gives variants (变体), each built on another one (基于), and keys of its own that change whichever
variant is taken. Several files are laid over each other: the shared one, the genre's, the user's.
"""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any, TypeAlias

import yaml

from generator.errors import BrokenTemplate
from generator.look import ROLES, Align, Look, Page, ParagraphStyle, standard
from generator.look_codec.units import count, length, show_millimetres, show_points, show_size, size

STANDARD = "标准"

_Tree: TypeAlias = dict[str, Any]

_PAGE = {
    "width": "纸宽", "height": "纸高", "top": "上", "bottom": "下", "left": "左", "right": "右",
    "header": "页眉", "footer": "页脚", "line_pitch": "行距", "chars_per_line": "每行字数",
}  # fmt: skip
_LABELS = (
    "标题", "主送机关", "正文", "一级标题", "二级标题", "三级标题", "四级标题", "署名", "成文日期", "附件说明", "附注",
    "附件标记", "附件标题", "表头", "表格", "发文机关标志", "发文字号", "签发人标签", "签发人", "版记", "页码",
)  # fmt: skip
_ROLES = dict(zip(ROLES, _LABELS, strict=True))
_ALIGN: Mapping[str, Align] = {"左": "left", "居中": "center", "右": "right", "两端": "both"}
_STYLE_FIELDS = (
    "font", "size", "line", "ascii_font", "spacing", "bold", "color", "align", "first_line_chars", "outline",
)  # fmt: skip
_INHERITED = ("字体", "西文字体", "字号", "行距", "字距", "对齐", "缩进")
_STYLE = (*_INHERITED, "加粗", "颜色", "大纲")
_CHANGES = ("名称", "页面", "样式", "换字体", "替代字体")


def variants(texts: Iterable[str]) -> tuple[str, ...]:
    """The names that `decode` takes for these files."""
    return tuple(dict.fromkeys(str(name) for text in texts for name in _branch(_load(text), "变体")))


def decode(texts: Sequence[str], variant: str = "") -> Look:
    """The look that these files (YAML text, the one that prevails last) describe.

    variant: a name under 变体; "" takes what a file says under 版式, else 标准.
    Raises: BrokenTemplate when a file cannot be understood or there is no such variant.
    """
    named: _Tree = {}
    changes: _Tree = {}
    wanted = STANDARD
    for text in texts:
        tree = _load(text)
        _known("look.yml", tree, (*_CHANGES, "变体", "版式"))
        named = _laid_over(named, _branch(tree, "变体"))
        wanted = str(tree.get("版式") or wanted)
        changes = _laid_over(changes, {key: tree[key] for key in _CHANGES if key in tree})
    name = variant or wanted
    return _look(name, _swapped(_laid_over(_swapped(_resolved(named, name, ())), changes)))


def encode(look: Look) -> str:
    """`look` as the text of a look.yml, which laid over any other gives this look back."""
    page = {
        label: look.page.chars_per_line if key == "chars_per_line" else show_millimetres(getattr(look.page, key))
        for key, label in _PAGE.items()
    }
    page["行距"] = show_points(look.page.line_pitch)
    shipped = standard().styles
    styles = {}
    body = {key: value for key, value in _show(look.styles["body"]).items() if key in _INHERITED}
    for role, label in _ROLES.items():
        usual = _show(shipped[role])
        # What a style usually has not and this one has not either goes without saying, unless 正文 has it.
        styles[label] = {
            key: value for key, value in _show(look.styles[role]).items() if value or usual[key] or body.get(key)
        }
    fonts = {font: list(look.alternatives.get(font, ())) for font in _fonts(look.styles)}
    tree = {"名称": look.name, "页面": page, "样式": styles, "替代字体": fonts}
    head = "# 长度写“毫米”“磅”，字号写“三号”或磅值，缩进写字数；删去的键沿用国标版面。\n"
    return head + yaml.safe_dump(tree, allow_unicode=True, sort_keys=False, width=200, default_flow_style=None)


def _load(text: str) -> _Tree:
    try:
        tree = yaml.load(text, Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader))  # noqa: S506
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        where = f"第{mark.line + 1}行" if mark else ""
        raise BrokenTemplate(f"look.yml {where}不是合格的 YAML", str(getattr(error, "problem", "") or "")) from None
    if tree is None:
        return {}
    if not isinstance(tree, dict):
        raise BrokenTemplate("look.yml 应是“键: 值”的列表")
    return tree


def _branch(tree: Mapping[str, Any], key: str) -> _Tree:
    branch = tree.get(key)
    if branch is None:
        return {}
    if not isinstance(branch, dict):
        raise BrokenTemplate(f"look.yml 的“{key}”下面应是“键: 值”", "")
    return branch


def _laid_over(base: _Tree, top: _Tree) -> _Tree:
    """`base` changed by `top`, key by key all the way down; an empty value changes nothing."""
    merged = dict(base)
    for key, value in top.items():
        under = merged.get(key)
        if isinstance(under, dict) and isinstance(value, dict):
            merged[key] = _laid_over(under, value)
        elif value is not None or key not in merged:
            merged[key] = value
    return merged


def _resolved(named: _Tree, name: str, seen: tuple[str, ...]) -> _Tree:
    if name not in named:
        raise BrokenTemplate(f"没有叫“{name}”的版式", "可选：" + "、".join(map(str, named)))
    if name in seen:
        raise BrokenTemplate(f"look.yml 的变体“{name}”绕着圈基于自己")
    own = dict(_branch(named, name))
    base = own.pop("基于", None)
    _known(f"变体“{name}”", own, _CHANGES)
    if base is None:
        return own
    return _laid_over(_swapped(_resolved(named, str(base), (*seen, name))), own)


def _swapped(tree: _Tree) -> _Tree:
    """`tree` with its fonts replaced as 换字体 says, once."""
    swap = {str(old): str(new) for old, new in _branch(tree, "换字体").items()}
    styles = {
        label: {key: swap.get(value, value) if key in ("字体", "西文字体") else value for key, value in style.items()}
        if isinstance(style, dict)
        else style
        for label, style in _branch(tree, "样式").items()
    }
    return {**tree, "样式": styles, "换字体": None}


def _look(name: str, tree: _Tree) -> Look:
    page = _branch(tree, "页面")
    _known("页面", page, _PAGE.values())
    numbers = {
        key: _read(f"页面：{label}", page.get(label), count if key == "chars_per_line" else length)
        for key, label in _PAGE.items()
    }
    styles = _branch(tree, "样式")
    _known("样式", styles, _LABELS)
    body = _branch(styles, "正文")
    base = {key: body[key] for key in _INHERITED if key in body}
    base.setdefault("行距", page["行距"])
    made = {}
    for role, label in _ROLES.items():
        own = _branch(styles, label)
        _known(f"样式“{label}”", own, _STYLE)
        made[role] = _style(label, {**base, **own})
    others = _branch(tree, "替代字体")
    alternatives = {}
    for font in _fonts(made):
        names = others.get(font) or []
        if names:
            alternatives[font] = tuple(map(str, names if isinstance(names, list) else [names]))
    return Look(str(tree.get("名称") or name), Page(**numbers), made, alternatives)


def _fonts(styles: Mapping[str, ParagraphStyle]) -> tuple[str, ...]:
    """Every font in use, in order of first use."""
    return tuple(dict.fromkeys(f for style in styles.values() for f in (style.font, style.ascii_font) if f))


def _style(label: str, keys: _Tree) -> ParagraphStyle:
    def read(key: str, kind: Any, default: Any = None) -> Any:
        value = keys.get(key)
        return default if value in (None, "") and default is not None else _read(f"样式“{label}”：{key}", value, kind)

    level = keys.get("大纲")
    return ParagraphStyle(
        font=read("字体", str),
        size=read("字号", size),
        line=read("行距", length),
        ascii_font=read("西文字体", str, ""),
        spacing=read("字距", length, 0),
        bold=read("加粗", _flag, False),
        color=read("颜色", _color, ""),
        align=read("对齐", _align, "both"),
        first_line_chars=read("缩进", count, 0),
        outline=None if level in (None, "") else _read(f"样式“{label}”：大纲", level, _level),
    )


def _show(style: ParagraphStyle) -> _Tree:
    return {
        "字体": style.font,
        "西文字体": style.ascii_font,
        "字号": show_size(style.size),
        "行距": show_points(style.line),
        "字距": show_points(style.spacing),
        "对齐": next(label for label, align in _ALIGN.items() if align == style.align),
        "缩进": style.first_line_chars,
        "加粗": "是" if style.bold else "",
        "颜色": style.color,
        "大纲": "" if style.outline is None else style.outline + 1,
    }


def _read(where: str, value: object, kind: Any) -> Any:
    if value is None or isinstance(value, dict | list):
        raise BrokenTemplate(f"look.yml 的{where}没有填或填得不对")
    try:
        return kind(value)
    except ValueError as error:
        raise BrokenTemplate(f"look.yml 的{where}：{error}") from None


def _flag(value: object) -> bool:
    if value in (True, "是"):
        return True
    if value in (False, "否", ""):
        return False
    raise ValueError(f"“{value}”应写 是 或 否")


def _color(value: object) -> str:
    words = str(value).strip().lstrip("#").upper()
    if len(words) == 6 and all(c in "0123456789ABCDEF" for c in words):
        return words
    raise ValueError(f"“{value}”应是六位十六进制颜色，如 FF0000")


def _align(value: object) -> Align:
    if (align := _ALIGN.get(str(value))) is None:
        raise ValueError(f"“{value}”应是 {'、'.join(_ALIGN)} 之一")
    return align


def _level(value: object) -> int:
    if 1 <= (level := count(value)) <= 9:
        return level - 1
    raise ValueError(f"“{value}”应是 1 到 9")


def _known(where: str, tree: Mapping[str, Any], allowed: Iterable[str]) -> None:
    names = tuple(allowed)
    for key in tree:
        if key not in names:
            from difflib import get_close_matches

            near = get_close_matches(str(key), names, 1, 0.5)
            hint = f"是不是“{near[0]}”？" if near else "可用：" + "、".join(names)
            raise BrokenTemplate(f"look.yml 的{where}里没有“{key}”这个键", hint)
