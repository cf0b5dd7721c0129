"""A filled form and a template folder become a document."""

from generator.compose.composition import Composition, compose, editions
from generator.compose.template import Template, compile_folder, load

__all__ = ["Composition", "Template", "compile_folder", "compose", "editions", "load"]
