"""`gen schema show`: what was learned, as a page and as a picture."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from generator import resources
from generator.api.inputs import content, load
from generator.errors import BrokenTemplate, UsageError
from generator.forms.encoding import text_of
from generator.schema.codec import mapping
from generator.schema.model import Schema

_FILE = "schema.yml"


def schema_page(file: Path | None = None, template: str | None = None) -> str:
    """What a learned file says, the template folder's own if None. Raises UsageError, BrokenTemplate."""
    from generator.learn.page import page

    learned, schema = _learned(file, template)
    try:
        return "\n".join([*page(learned, schema), ""])
    except (KeyError, TypeError, ValueError, AttributeError, IndexError) as error:
        raise _broken(file) from error


def plot_schema(target: Path, file: Path | None = None, template: str | None = None) -> Path:
    """Draw it as SVG or PNG, by the ending of `target`. Raises UsageError, BrokenTemplate, CannotWrite."""
    from generator.learn.page import names
    from generator.learn.plot import chart, png, svg
    from generator.outputs.whole import replace

    formats = {".svg": svg, ".png": png}
    draw = formats.get(target.suffix.lower())
    if draw is None:
        raise UsageError(f"“{target.name}”不是图的文件名", "以 .svg 或 .png 结尾")
    learned, schema = _learned(file, template)
    try:
        drawing = chart(learned, names(schema), f"{schema.genre}：学到的结构")
    except (KeyError, TypeError, ValueError, AttributeError, IndexError) as error:
        raise _broken(file) from error
    replace(target, draw(drawing))
    return target


def _learned(file: Path | None, template: str | None) -> tuple[Mapping[str, Any], Schema]:
    folder, made = load(template)
    if file is not None:
        return mapping({_FILE: text_of(content(file))}, _FILE), made.schema
    sources = resources.read_sources(folder)
    if _FILE not in sources:
        raise UsageError(f"模板 {folder.name} 里没有学出来的 {_FILE}", "用 gen learn 报告… -o schema.yml 学一份")
    return mapping(sources, _FILE), made.schema


def _broken(file: Path | None) -> BrokenTemplate:
    return BrokenTemplate(f"“{file or _FILE}”不是 gen learn 写出的样子", "删去手改的地方，或用 gen learn 重新学")
