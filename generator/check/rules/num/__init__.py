"""NUM: how numbers and dates are written.

RULES: code of a rule -> its module in this package, sorted by code.
"""

RULES: dict[str, str] = {
    "NUM003": "date_form",
    "NUM004": "padded_date",
    "NUM006": "spaces",
    "NUM007": "glued_years",
    "NUM008": "lost_year",
    "NUM009": "percent_range",
    "NUM013": "grouping",
    "NUM014": "year_ranges",
    "NUM017": "wide",
    "NUM025": "chinese_date",
    "NUM026": "impossible_date",
}
