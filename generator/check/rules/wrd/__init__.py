"""WRD: wording that a word list cannot judge.

RULES: code of a rule -> its module in this package, sorted by code.
"""

RULES: dict[str, str] = {
    "WRD014": "this_year",
    "WRD029": "thought",
    "WRD030": "filler",
    "WRD031": "plenum_future",
    "WRD032": "plenum_latest",
    "WRD033": "period_expired",
    "WRD034": "period_stale",
    "WRD038": "law_ahead",
    "WRD039": "plenum_gap",
    "WRD047": "self_named",
    "WRD048": "law_misnamed",
    "WRD049": "in_force",
    "WRD056": "plenum_date",
}
