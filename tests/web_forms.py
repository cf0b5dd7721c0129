"""Names that tests of the window share."""

FORM = "gekeng-2024.yml"
SCRIPTS = (
    "<script>alert(1)</script>",
    '"><img src=x onerror=alert(1)>',
    "'-alert(1)-'",
    "{{ 7*7 }}",
    "</textarea><b>",
    "${x}",
)
