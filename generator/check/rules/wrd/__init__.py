"""WRD: wording that a word list cannot judge.

RULES: code of a rule -> its module in this package, sorted by code.
"""

RULES: dict[str, str] = {}
