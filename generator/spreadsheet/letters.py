"""Names of columns."""


def letter(column: int) -> str:
    """The name of a column: 1 A, 27 AA."""
    name = ""
    while column:
        column, rest = divmod(column - 1, 26)
        name = chr(65 + rest) + name
    return name
