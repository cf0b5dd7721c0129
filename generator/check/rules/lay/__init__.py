"""LAY: the layout of a DOCX against the look.

RULES: code of a rule -> its module in this package, sorted by code.
"""

RULES: dict[str, str] = {
    "LAY001": "paper",
    "LAY002": "margins",
    "LAY003": "line_pitch",
    "LAY004": "char_pitch",
    "LAY005": "grid",
    "LAY006": "font",
    "LAY007": "size",
    "LAY008": "bold",
    "LAY009": "align",
    "LAY010": "indent",
    "LAY011": "blanks",
    "LAY012": "title_shape",
    "LAY013": "page_number",
    "LAY014": "page_number_form",
    "LAY015": "page_number_type",
    "LAY016": "page_number_side",
    "LAY017": "page_number_height",
    "LAY018": "signature",
    "LAY019": "spacing",
    "LAY020": "title_gap",
    "LAY021": "colour",
    "LAY022": "quotes",
    "LAY023": "revisions",
    "LAY024": "remarks",
    "LAY025": "hidden",
    "LAY026": "people",
    "LAY027": "direct",
    "LAY028": "outline",
    "LAY029": "theme",
    "LAY030": "table_head",
}
