"""`gen doctor`: what this computer has of what the program can use, and what to do about the rest."""

import platform
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import Literal

from generator import __version__, resources
from generator.errors import GeneratorError
from generator.look import Look, standard
from generator.records import record

State = Literal["fine", "hint", "bad"]
_NEEDED = ("click", "filelock", "jinja2", "markdown-it-py", "python-docx", "pyyaml")
_EXTRAS = (
    (("openpyxl",), "excel", "读写 Excel 填报表、汇总表"),
    (("pypdfium2",), "pdf", "读 PDF 报告"),
    (("flask", "waitress"), "web", "在浏览器里填报（gen serve）"),
    (("datasketch",), "province", "一次比较上百个单位的雷同"),
    (("distributed",), "cluster", "在几台机器上批量起草"),
)
_FONT_LIST = 20.0


@record
class Finding:
    """One thing looked at. state: hint where something is missing that not everybody needs; advice: what to do."""

    name: str
    state: State
    said: str
    advice: str = ""


def examine(template: str | None = None) -> Iterator[Finding]:
    """Everything, one after the other: the program, its parts, templates, LibreOffice, fonts, a draft for a test."""
    where = "源码目录" if resources.checkout() else "安装包"
    yield Finding(
        "程序", "fine", f"gen {__version__}（{where}），Python {platform.python_version()}，{platform.platform()}"
    )
    yield from _parts()
    yield from _templates(template)
    yield _office()
    yield from _fonts(standard())
    yield _folder()
    yield _test_draft(template)


def _parts() -> Iterator[Finding]:
    missing = [name for name in _NEEDED if _version(name) is None]
    if missing:
        advice = "重新安装：pip install --force-reinstall fazhi-niandu-baogao"
        yield Finding("组件", "bad", f"缺少 {'、'.join(missing)}", advice)
    else:
        yield Finding("组件", "fine", "、".join(f"{name} {_version(name)}" for name in _NEEDED))
    for names, extra, use in _EXTRAS:
        lacking = [name for name in names if _version(name) is None]
        if lacking:
            advice = f"要用时运行 pip install 'fazhi-niandu-baogao[{extra}]'"
            yield Finding(use, "hint", f"没有装 {'、'.join(lacking)}", advice)
        else:
            yield Finding(use, "fine", "、".join(f"{name} {_version(name)}" for name in names))


def _version(name: str) -> str | None:
    try:
        return version(name)
    except PackageNotFoundError:
        return None


def _templates(template: str | None) -> Iterator[Finding]:
    from generator.api.inputs import load

    try:
        folder, made = load(template)
    except GeneratorError as stop:
        yield Finding("模板", "bad", stop.message, stop.hint)
        return
    measures, indicators = len(made.schema.measures), len(made.schema.indicators)
    yield Finding("模板", "fine", f"{made.schema.genre}（{folder.origin}），{indicators} 个指标、{measures} 条举措")


def _office() -> Finding:
    from generator import soffice

    program = soffice.program()
    use = "转 PDF、读 .doc 和 .wps"
    if program is None:
        return Finding(
            "LibreOffice", "hint", "没有找到", f"{use}要用它，不用就不必装；装在别处的，用 GEN_SOFFICE 写明路径"
        )
    return Finding("LibreOffice", "fine", f"{program}（{use}）")


def _fonts(look: Look) -> Iterator[Finding]:
    """Whether the fonts of the look are there, or one of those that may stand for them."""
    installed = _installed_fonts()
    if installed is None:
        yield Finding("字体", "hint", "看不出装了哪些字体", "在 Word 或 WPS 里打开报告，看字体栏是不是样稿的字体")
        return
    missing: list[str] = []
    for name in dict.fromkeys(style.font for style in look.styles.values() if style.font):
        found = [font for font in (name, *look.alternatives.get(name, ())) if font.casefold() in installed]
        if not found:
            missing.append(name)
        else:
            yield Finding(f"字体 {name}", "fine", "有" if found[0] == name else f"没有，会用 {found[0]} 代替")
    if missing:
        advice = "打开报告的电脑上要有这些字体；只有系统自带字体的，表单里写“版式: 本地字体”"
        yield Finding("公文字体", "hint", f"没有 {'、'.join(missing)}，也没有可代替的", advice)


def _installed_fonts() -> set[str] | None:
    """Names of the fonts on this computer, folded; None where the system does not tell."""
    if sys.platform == "win32":
        import winreg

        key = r"SOFTWARE\Microsoft\Windows NT\CurrentVersion\Fonts"
        found: set[str] = set()
        with winreg.OpenKey(winreg.HKEY_LOCAL_MACHINE, key) as fonts:
            for at in range(winreg.QueryInfoKey(fonts)[1]):
                label = winreg.EnumValue(fonts, at)[0].partition(" (")[0]
                found.update(name.strip().casefold() for name in label.split("&"))
        return found
    program = shutil.which("fc-list")
    if program is None:
        return None
    try:
        listed = subprocess.run(
            [program, ":", "family"], capture_output=True, check=True, timeout=_FONT_LIST, encoding="utf-8"
        ).stdout
    except (subprocess.SubprocessError, OSError):
        return None
    return {name.strip().casefold() for line in listed.splitlines() for name in line.split(",")}


def _folder() -> Finding:
    try:
        with tempfile.NamedTemporaryFile(dir=Path()):
            pass
    except OSError as error:
        return Finding("当前文件夹", "hint", f"写不进去：{error.strerror}", "换一个文件夹运行，或用 -o 写到别处")
    return Finding("当前文件夹", "fine", f"{Path().resolve()}，可以写")


def _test_draft(template: str | None) -> Finding:
    """The first shipped form, drafted into a folder that goes away."""
    from generator.api.drafting import draft

    form = next(path for path in sorted(resources.shipped("profiles").glob("*.yml")) if "blank" not in path.name)
    start = time.perf_counter()
    try:
        with tempfile.TemporaryDirectory() as folder:
            made = draft(form, formats=("docx", "md"), output=Path(folder), template=template)
            size = made.files[0].stat().st_size if made.files else 0
    except GeneratorError as stop:
        return Finding("试写一份", "bad", stop.message, stop.hint)
    if not size:
        return Finding("试写一份", "bad", f"示例表单 {form.name} 没有写成", "模板和示例对不上，重新安装程序")
    seconds = time.perf_counter() - start
    return Finding("试写一份", "fine", f"{form.name} 写成 DOCX、Markdown，{made.characters} 字，用时 {seconds:.2f} 秒")
