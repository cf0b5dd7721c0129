"""A draft as somebody else gets it: a DOCX of which only the visible text is left, read again."""

import io
import re
import zipfile

from drafting import shipped

from generator import resources
from generator.annotate import annotate
from generator.annotate.model import Annotation
from generator.api.reading import words_of
from generator.document.nodes import Document
from generator.extract import Extraction, extract
from generator.readers import read_bytes
from generator.writers.docx import write

_HIDDEN = re.compile(r"(?:/|^)(?:docProps/|customXml/|word/comments|comments\w*\.xml)")


def bare(data: bytes) -> bytes:
    """The package without document properties, comments and custom parts, nor what points at them."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(out, "w") as new:
        for name in old.namelist():
            content = old.read(name)
            if _HIDDEN.search(name):
                continue
            if name.endswith(".rels") or name == "[Content_Types].xml":
                tag = rb"<(?:Relationship|Override)\b[^>]*?/>"
                content = re.sub(tag, lambda tag: b"" if _HIDDEN.search(tag[0].decode()) else tag[0], content)
            new.writestr(name, content)
    return out.getvalue()



def understood(document: Document) -> Annotation:
    """The document written as DOCX, bared, read and annotated."""
    words = words_of(resources.find_template(), shipped())
    reading = read_bytes(bare(write(document)), "report.docx")
    return annotate(reading.document, shipped().schema, words.lexicon, words.cues)


def extracted(document: Document) -> Extraction:
    """What a draft's visible text says."""
    return extract(understood(document), shipped())
