"""choice: one of the words that the field allows."""

from generator.schema.kinds.problem import Problem

_SAME = str.maketrans("．。、（）〔〕［］　", "...()()[] ")


def parse(words: str, allowed: tuple[str, ...] = ()) -> str | Problem:
    """The allowed word that `words` is, whatever its width of brackets and points."""
    text = words.strip()
    if text in allowed:
        return text
    plain = _plain(text)
    for choice in allowed:
        if _plain(choice) == plain:
            return choice
    return Problem(f"“{words}”不在可选的写法里", f"从这些里选一个：{'、'.join(allowed)}")


def show(value: str) -> str:
    """The word itself."""
    return value


def _plain(words: str) -> str:
    return words.translate(_SAME).replace(" ", "").rstrip(".")
