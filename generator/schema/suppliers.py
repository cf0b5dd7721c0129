"""Who in a unit usually supplies a figure."""

from generator.schema.model import Indicator, Schema


def supplier(indicator: Indicator, schema: Schema, level: str) -> str:
    """The office that supplies the indicator's figure in a unit of this level (its label), "" where nobody is named.

    The dictionary names a township's offices; a level says how its own are called.
    """
    named = next((each.suppliers for each in schema.levels if each.label == level), {})
    return named.get(indicator.supplier, indicator.supplier)
