"""SIM: likeness to last year's report and to others.

RULES: code of a rule -> its module in this package, sorted by code.
"""

RULES: dict[str, str] = {}
