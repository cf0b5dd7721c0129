"""Where something stands in a file."""

from generator.records import record


@record
class Place:
    """A stretch of characters in a text file.

    file: path as the user gave it; line, column: 1-based, counted in characters;
    start, end: 0-based character offsets into the decoded text, end exclusive.
    """

    file: str
    line: int
    column: int
    start: int
    end: int

    def __str__(self) -> str:
        return f"{self.file}:{self.line}:{self.column}"
