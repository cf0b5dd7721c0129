"""A filled form and a template folder become a document."""

from generator.compose.composition import Composition, compose, editions
from generator.compose.entries import Entries, gather
from generator.compose.template import COMPILER, Template, compile_folder, load

__all__ = [
    "COMPILER",
    "Composition",
    "Entries",
    "Template",
    "compile_folder",
    "compose",
    "editions",
    "gather",
    "load",
]
