"""PRI: personal data and leftovers.

RULES: code of a rule -> its module in this package, sorted by code.
"""

RULES: dict[str, str] = {}
