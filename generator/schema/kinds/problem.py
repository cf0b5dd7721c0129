"""What a kind answers when it cannot take the words."""


class Problem:
    """message: the fact, with the user's words in “”; hint: what to write instead."""

    __slots__ = ("hint", "message")

    def __init__(self, message: str, hint: str) -> None:
        self.message = message
        self.hint = hint

    def __repr__(self) -> str:
        return f"Problem({self.message!r}, {self.hint!r})"
