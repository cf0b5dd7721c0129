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
RULES: dict[str, str] = {
    **FORM,
    "FIG007": "total_unequal",
    "FIG008": "parts_exceed",
    "FIG009": "rest_unequal",
    "FIG010": "rate_differs",
    "FIG011": "rate_impossible",
    "FIG012": "rate_above",
    "FIG013": "rate_not_full",
    "FIG014": "year_on_year",
    "FIG015": "points",
    "FIG016": "difference",
    "FIG017": "relations_stated",
    "FIG018": "done_above_received",
    "FIG019": "twice_stated",
    "FIG020": "listed_count",
    "FIG021": "unit_changes",
    "FIG022": "glued",
    "FIG023": "per_event",
    "FIG024": "other_year",
    "FIG025": "same_as_last",
    "FIG026": "average",
    "FIG027": "left_over",
    "FIG028": "stock",
    "FIG029": "sorts_unequal",
    "FIG030": "all_or_none",
    "FIG031": "times_listed",
    "FIG032": "places_counted",
    "FIG033": "columns_unequal",
    "FIG034": "fractions",
    "FIG035": "items_listed",
    "FIG036": "change_unequal",
    "FIG037": "table_totals",
    "FIG038": "appearances",
    "FIG039": "each_place",
    "FIG040": "ratios",
    "FIG041": "durations",
    "FIG042": "decimals",
    "FIG043": "size",
}
