"""`python -m tests.bench.reading_formats`: how fast each format of one report is read, and a web page of a site."""

from collections.abc import Iterator
from time import process_time

from drafting import drafted, profile_text
from readers.web_pages import SHAPES

from generator.document.walk import plain, stretches
from generator.readers import read_bytes
from generator.soffice import program
from generator.writers import write

TURNS = 30


def main() -> None:
    print("| format | KB | blocks | ms | reports/s |")
    print("|---|---:|---:|---:|---:|")
    for name, data in samples():
        # Twice before the clock starts: imports, compiled patterns.
        blocks = len(next(read_bytes(data, name) for _ in range(2)).document.blocks)
        best = min(_seconds(data, name) for _ in range(TURNS))
        print(f"| {name} | {len(data) / 1000:.0f} | {blocks} | {best * 1000:.2f} | {1 / best:.0f} |")


def samples() -> Iterator[tuple[str, bytes]]:
    """File name and content: one draft in every format, and a page as a site shows it."""
    document = drafted(profile_text("faku-2023")).document
    lines = [words for inlines in stretches(document.blocks) if (words := plain(inlines))]
    yield "report.txt", "\n".join(lines).encode()
    yield "report-gbk.txt", "\n".join(lines).encode("gb18030")
    for kind in ("md", "html", "docx", *(("pdf",) if program() else ())):
        yield f"report.{kind}", write(document, kind)
    for shape in ("trs_editor", "pasted_from_word"):
        yield f"{shape}.html", SHAPES[shape]().encode()


def _seconds(data: bytes, name: str) -> float:
    start = process_time()
    read_bytes(data, name)
    return process_time() - start


if __name__ == "__main__":
    main()
