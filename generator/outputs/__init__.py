"""Putting drafts into a folder without ever losing anybody's work."""

from generator.outputs.files import MEMORY, DiskFull, Existing, HandEdited, Written, put, remembered
from generator.outputs.names import SUMMARY, distinct, safe_name, untaken
from generator.outputs.target import FOLDER, store, stored

__all__ = [
    "FOLDER",
    "MEMORY",
    "SUMMARY",
    "DiskFull",
    "Existing",
    "HandEdited",
    "Written",
    "distinct",
    "put",
    "remembered",
    "safe_name",
    "store",
    "stored",
    "untaken",
]
