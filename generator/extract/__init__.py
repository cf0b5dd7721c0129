"""A report becomes a form again: by the template where it explains the words, by what they mean where it does not."""

from generator.extract.extracting import extract, last_year
from generator.extract.found import Evidence
from generator.extract.model import Counts, Extraction

__all__ = ["Counts", "Evidence", "Extraction", "extract", "last_year"]
