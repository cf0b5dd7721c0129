"""PUN: punctuation, markers and sequences.

RULES: code of a rule -> its module in this package, sorted by code.
"""

RULES: dict[str, str] = {
    "PUN001": "copy",
    "PUN002": "half_width",
    "PUN003": "pairs",
    "PUN004": "straight_quotes",
    "PUN006": "document_number",
    "PUN007": "bracketed_marker",
    "PUN008": "arabic_marker",
    "PUN009": "chinese_marker",
    "PUN010": "ordinal_words",
    "PUN011": "heading_stop",
    "PUN012": "sequence",
    "PUN013": "numbering",
    "PUN016": "paragraph_end",
    "PUN018": "title_marks",
}
