"""PUN: punctuation, markers and sequences.

RULES: code of a rule -> its module in this package, sorted by code.
"""

RULES: dict[str, str] = {}
