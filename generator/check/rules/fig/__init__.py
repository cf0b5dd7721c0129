"""FIG: figures against each other.

RULES: code of a rule -> its module in this package, sorted by code; FORM: those that a form breaks by itself, which
`gen draft` runs every time.
"""

FORM: dict[str, str] = {
    "FIG001": "relations",
    "FIG002": "rate_miscounted",
    "FIG003": "rate_unattainable",
    "FIG004": "twice",
    "FIG005": "rate_over_hundred",
    "FIG006": "rate_full",
}
RULES: dict[str, str] = {**FORM}
