"""STA: the statutory content of the report.

RULES: code of a rule -> its module in this package, sorted by code.
"""

RULES: dict[str, str] = {
    "STA001": "measures",
    "STA002": "themes",
    "STA003": "countable",
    "STA004": "problems",
    "STA005": "problem_count",
    "STA006": "causes",
    "STA007": "first_responsible",
    "STA008": "first_responsible_facts",
    "STA009": "plans",
    "STA010": "plan_count",
    "STA011": "answered",
    "STA012": "plan_year",
    "STA013": "plan_done",
    "STA014": "date_early",
    "STA015": "date_late",
    "STA016": "published_late",
    "STA017": "title",
    "STA018": "title_form",
    "STA019": "signature_differs",
    "STA021": "empty_phrases",
    "STA022": "frame",
    "STA023": "frame_years",
    "STA024": "deadline_past",
}
