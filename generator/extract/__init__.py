"""A report becomes a form again: by the template where it explains the words, by what they mean where it does not."""

from generator.extract.extracting import extract
from generator.extract.found import Evidence
from generator.extract.model import Counts, Extraction
from generator.extract.next_year import last_year

__all__ = ["Counts", "Evidence", "Extraction", "extract", "last_year"]
