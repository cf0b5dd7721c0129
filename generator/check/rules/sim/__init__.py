"""SIM: likeness to last year's report and to others.

RULES: code of a rule -> its module in this package, sorted by code.
"""

RULES: dict[str, str] = {
    "SIM001": "copied_passage",
    "SIM002": "alike",
    "SIM003": "figures_left",
    "SIM004": "year_left",
    "SIM005": "batch_alike",
}
