"""`gen templates check` and `gen look`: what template folders are made of."""

from pathlib import Path

from generator import resources
from generator.api.inputs import content, load
from generator.diagnostics import Diagnostic


def check_template(template: str | None = None) -> tuple[Diagnostic, ...]:
    """What does not hold together in a template folder. Raises UsageError, BrokenTemplate."""
    from generator.compose.names import check
    from generator.readers import markdown

    folder, made = load(template)
    sources = resources.read_sources(folder)
    own = {name: text for name, text in sources.items() if not name.startswith(f"{resources.SHARED}/")}
    pages = ((f"{folder.root}/{name}", text) for name, text in own.items() if name.endswith(".md.j2"))
    marks = (d for file, text in pages for d in markdown.lint(text, file) if d.code == "TPL031")
    return (*check(own, made, str(folder.root)), *marks)


def observe_look(sample: Path) -> str:
    """The look of a DOCX as look.yml. Raises UnreadableInput for what is no DOCX."""
    from generator.look_codec import encode
    from generator.readers.docx.look import observe

    return encode(observe(content(sample), sample.stem))
