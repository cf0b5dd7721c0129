"""Tables for spreadsheet programs: what we write is text and numbers, never a formula.

openpyxl comes with the extra `excel`; it is imported when a workbook is written.
"""

from generator.spreadsheet.letters import letter
from generator.spreadsheet.package import packed, require
from generator.spreadsheet.rows import Cell
from generator.spreadsheet.tables import SCALE, Sheet, inert, put, to_csv, to_xlsx

__all__ = ["SCALE", "Cell", "Sheet", "inert", "letter", "packed", "put", "require", "to_csv", "to_xlsx"]
