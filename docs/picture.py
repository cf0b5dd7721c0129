"""The picture in the README: the first page of the drafted example, laid out by LibreOffice (`make picture`).

The fonts of official documents are licensed and seldom installed; free ones of the same build stand in, so
that the page shows who is 仿宋, 楷体 and 黑体.
"""

import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

STAND_INS = {
    "方正小标宋简体": "Noto Serif CJK SC",
    "仿宋_GB2312": "AR PL UMing CN",
    "楷体_GB2312": "AR PL UKai CN",
    "黑体": "Noto Sans CJK SC",
    "宋体": "AR PL UMing CN",
}
DOTS_PER_INCH = 96
_RULE = (
    '<match target="pattern"><test name="family"><string>{}</string></test>'
    '<edit name="family" mode="assign" binding="strong"><string>{}</string></edit></match>'
)


def main(gen: str, form: str, target: str) -> None:
    """Draft `form` with the program `gen` and write its first page to `target`, a PNG."""
    pdftoppm = shutil.which("pdftoppm")
    if pdftoppm is None:
        sys.exit("没有找到 pdftoppm；Debian、Ubuntu 请先 apt-get install poppler-utils")
    with tempfile.TemporaryDirectory() as folder:
        rules = "".join(_RULE.format(*pair) for pair in STAND_INS.items())
        fonts = Path(folder, "fonts.conf")
        fonts.write_text(
            '<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig>'
            f'<include ignore_missing="yes">/etc/fonts/fonts.conf</include>{rules}</fontconfig>',
            encoding="utf-8",
        )
        pdf = Path(folder, "page.pdf")
        environment = {**os.environ, "FONTCONFIG_FILE": str(fonts)}
        command = [gen, "draft", form, "--to", "pdf", "-o", str(pdf)]
        drafted = subprocess.run(command, env=environment, check=False, stdout=subprocess.DEVNULL)
        if not pdf.is_file():
            sys.exit(drafted.returncode)
        command = [pdftoppm, "-png", "-gray", "-singlefile", "-r", str(DOTS_PER_INCH), "-f", "1", "-l", "1"]
        Path(target).parent.mkdir(parents=True, exist_ok=True)
        subprocess.run([*command, str(pdf), str(Path(target).with_suffix(""))], check=True)


if __name__ == "__main__":
    main(*sys.argv[1:])
