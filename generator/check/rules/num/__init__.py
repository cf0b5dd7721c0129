"""NUM: how numbers and dates are written.

RULES: code of a rule -> its module in this package, sorted by code.
"""

RULES: dict[str, str] = {}
