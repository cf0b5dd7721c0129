"""LAY: the layout of a DOCX against the look.

RULES: code of a rule -> its module in this package, sorted by code.
"""

RULES: dict[str, str] = {}
