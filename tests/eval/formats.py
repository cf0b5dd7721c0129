"""`python -m tests.eval.formats [NUMBER]`: random drafts written in every format and read again: what of their outlines
and figures is left.

Each draft is written as DOCX, Markdown, a web page, running text, and (where LibreOffice is installed) every
twentieth as PDF, ODT and old Word; what is read is compared with what annotation says of the draft itself.
"""

import sys
from collections import Counter
from collections.abc import Iterator

from drafting import drafted, profile_of, shipped
from hypothesis import HealthCheck, Phase, given, seed, settings
from report_strategies import as_text, reports

from generator import resources
from generator.annotate import annotate
from generator.annotate.lines import lines
from generator.annotate.model import Annotation
from generator.api.reading import words_of
from generator.document.nodes import Document
from generator.readers import read_bytes
from generator.soffice import convert, program
from generator.writers import write

_FORMATS = ("docx", "md", "html", "txt", "pdf", "odt", "doc")
_RARELY = 20
"""LibreOffice takes seconds a file: one draft in so many is written by it."""


def _written(document: Document, format: str) -> bytes:
    if format == "txt":
        return "\n".join(line.text for line in lines(document)).encode()
    office = program()
    if format in ("odt", "doc") and office:
        return convert(office, write(document, "docx"), "report.docx", format).content
    return write(document, format)


def understood(document: Document) -> Annotation:
    """What annotation says of a document."""
    words = words_of(resources.find_template(), shipped())
    return annotate(document, shipped().schema, words.lexicon, words.cues)


def _outline(of: Annotation) -> Counter[tuple[object, ...]]:
    return Counter((s.level, s.marker, s.text.rstrip("。"), s.role, s.themes[:1]) for s in of.outline.sections)


def _figures(of: Annotation) -> Counter[tuple[object, ...]]:
    return Counter((m.indicator, m.quantity.value, m.quantity.unit, m.quantity.qualifier) for m in of.mentions)


def _frame(of: Annotation) -> Counter[tuple[object, ...]]:
    told = of.outline
    shown = (told.title, told.unit, told.year, told.level, told.salutation, told.signature, told.date)
    return Counter(enumerate(str(words).replace(" ", "") for words in shown))


def compared(number: int) -> Iterator[tuple[str, str, int, int, list[object]]]:
    """Format, what is compared, how many are left of how many, and those that are not."""
    left: Counter[tuple[str, str]] = Counter()
    every: Counter[tuple[str, str]] = Counter()
    lost: dict[tuple[str, str], list[object]] = {}
    tried = Counter[str]()

    @seed(1)
    @settings(
        max_examples=number,
        phases=[Phase.generate],
        database=None,
        deadline=None,
        suppress_health_check=list(HealthCheck),
    )
    @given(reports())
    def run(data: dict[str, object]) -> None:
        document = drafted(profile_of(as_text(data))).document
        own = understood(document)
        tried["all"] += 1
        for format in _FORMATS:
            if format in _FORMATS[4:] and (tried["all"] % _RARELY or not program()):
                continue
            read = understood(read_bytes(_written(document, format), f"report.{format}").document)
            for what, part in (("提纲", _outline), ("数", _figures), ("头尾", _frame)):
                wanted, found = part(own), part(read)
                left[format, what] += (wanted & found).total()
                every[format, what] += max(wanted.total(), found.total())
                if wanted != found:
                    lost.setdefault((format, what), []).append((wanted - found, found - wanted))

    run()
    for key, total in every.items():
        yield *key, left[key], total, lost.get(key, [])


def main() -> None:
    """Prints a row for each format, and the first of what is not found again."""
    for format, what, left, every, lost in compared(int(sys.argv[1]) if sys.argv[1:] else 200):
        print(f"{format:5} {what} {left}/{every} {left / max(every, 1):.4f}")
        for missing, more in lost[:2]:
            print("      少", dict(missing), "多", dict(more))


if __name__ == "__main__":
    main()
