"""What a report's tree means: its outline with roles and themes, its figures and what they count."""

from typing import TYPE_CHECKING

from generator.annotate.model import Annotation

if TYPE_CHECKING:
    from generator.annotate.lexicon import Lexicon
    from generator.annotate.mentions_cues import Cues
    from generator.document.nodes import Document
    from generator.schema.model import Schema

__all__ = ["annotate"]


def annotate(document: "Document", schema: "Schema", lexicon: "Lexicon", cues: "Cues | None" = None) -> Annotation:
    """A report understood. schema, lexicon, cues: of the genre that it is taken for."""
    # Every draft names what is found here (its checks do); it shall not load what finds it.
    from generator.annotate.bounds import unread
    from generator.annotate.lines import lines
    from generator.annotate.mentions import told
    from generator.annotate.mentions_doubts import doubts
    from generator.annotate.outline import outline

    found = lines(document)
    parts = outline(found, document.meta, lexicon)
    mentions, left = told(found, parts, schema, cues)
    return Annotation(found, parts, mentions, (*unread(parts.unread, left), *doubts(mentions)))
