"""How many DOCX reports a second are read: `python -m tests.bench.reading`.

Each shipped form is drafted; the draft is read as we write it, and as Word leaves such a file after some
editing: hundreds of runs with formatting of their own. One process, one core; the least processor time of many
turns, because other programs on the machine only ever add to it.
"""

import argparse
import io
import re
import zipfile
from pathlib import Path
from time import process_time

from generator import api
from generator.document.nodes import Document
from generator.document.walk import plain, stretches
from generator.draft import drafts
from generator.forms.read import read as read_form
from generator.readers.docx import read
from generator.writers.docx import write

PROFILES = Path(__file__).parents[2] / "profiles"
_RUN = (
    '<w:r w:rsidRPr="00A7{0:04X}"><w:rPr><w:rFonts w:hint="eastAsia" w:ascii="仿宋_GB2312" w:eastAsia="仿宋_GB2312"/>'
    '<w:color w:val="000000"/><w:sz w:val="32"/><w:szCs w:val="32"/></w:rPr><w:t>{1}</w:t></w:r>'
)
_PIECE = 9
"""Characters of a run in a file that was edited much."""


def main() -> None:
    options = argparse.ArgumentParser(prog="python -m tests.bench.reading", description=__doc__)
    options.add_argument("--turns", type=int, default=40, help="how often each file is read")
    turns = options.parse_args().turns
    print("| 报告 | 字数 | 本工具写的：毫秒 | 份/秒 | 改动多的：毫秒 | 份/秒 |")
    print("| --- | --- | --- | --- | --- | --- |")
    for form in sorted(PROFILES.glob("*-20*.yml")):
        _, ready = api.load(None, form)
        document = next(drafts(read_form(form.read_bytes(), str(form), ready.schema).profile, ready)).document
        data = write(document)
        one, other = (_milliseconds(file, turns) for file in (data, _edited(data)))
        print(f"| {form.stem} | {_size(document)} | {one:.1f} | {1000 / one:.0f} | {other:.1f} | {1000 / other:.0f} |")


def _milliseconds(data: bytes, turns: int) -> float:
    taken = []
    for _ in range(turns):
        start = process_time()
        read(data, "报告.docx")
        taken.append(process_time() - start)
    return min(taken) * 1000


def _size(document: Document) -> int:
    return sum(len(plain(inlines)) for inlines in stretches(document.blocks))


def _edited(data: bytes) -> bytes:
    """The same words in many small runs."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as archive, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as copy:
        for name in archive.namelist():
            part = archive.read(name)
            if name == "word/document.xml":
                part = re.sub(
                    "<w:r>(?:<w:rPr>[^t]*?</w:rPr>)?<w:t[^>]*>([^<]*)</w:t></w:r>", _cut, part.decode()
                ).encode()
            copy.writestr(name, part)
    return out.getvalue()


def _cut(run: re.Match[str]) -> str:
    words = run[1]
    return "".join(_RUN.format(at, words[at : at + _PIECE]) for at in range(0, len(words), _PIECE))


if __name__ == "__main__":
    main()
