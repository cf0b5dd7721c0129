"""Numbers in attributes, which may be missing or nonsense."""

from collections.abc import Mapping

_MOST = 1_000_000
_USUAL_SIZE = 20
"""Half points of what nothing says a size of."""


def number(said: str | None, default: int = 0) -> int:
    """The number rounded; `default` for none, for nonsense and for what no sheet is as wide as."""
    try:
        value = float(said or default)
    except ValueError:
        return default
    return round(value) if -_MOST <= value <= _MOST else default


def half_points(properties: Mapping[str, Mapping[str, str]]) -> int:
    """The size of type in run properties."""
    return number(properties.get("sz", {}).get("val"), _USUAL_SIZE)
