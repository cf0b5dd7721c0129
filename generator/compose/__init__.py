"""A filled form and a template folder become a document."""

from generator.compose.composition import Composition, compose, editions
from generator.compose.entries import Entries, gather
from generator.compose.running import render
from generator.compose.template import Template, compile_folder, load

__all__ = [
    "Composition",
    "Entries",
    "Template",
    "compile_folder",
    "compose",
    "editions",
    "gather",
    "load",
    "render",
]
