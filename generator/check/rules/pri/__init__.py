"""PRI: personal data and leftovers.

RULES: code of a rule -> its module in this package, sorted by code.
"""

RULES: dict[str, str] = {
    "PRI001": "mobile",
    "PRI002": "identity",
    "PRI003": "telephone",
    "PRI004": "names",
    "PRI008": "bank_card",
    "PRI009": "petitioners",
}
