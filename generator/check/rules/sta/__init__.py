"""STA: the statutory content of the report.

RULES: code of a rule -> its module in this package, sorted by code.
"""

RULES: dict[str, str] = {}
