"""What a genre adds to the finding of figures: its measure words, names that only look like figures, further
words for its indicators. Data of the template folder, `mentions.yml`."""

from collections.abc import Mapping
from dataclasses import field
from typing import Any

from generator.errors import BrokenTemplate
from generator.records import record


@record
class Cues:
    """units: further measure words; names: regular expressions of names with numbers in them (三项制度);
    terms: indicator id -> further words that reports use for it."""

    units: tuple[str, ...] = ()
    names: tuple[str, ...] = ()
    terms: Mapping[str, tuple[str, ...]] = field(default_factory=dict)


def cues_of(data: Mapping[str, Any]) -> Cues:
    """The cues that the mapping read from `mentions.yml` holds. Raises BrokenTemplate where it is malformed."""
    try:
        terms = {str(i): tuple(map(str, words)) for i, words in (data.get("terms") or {}).items()}
        return Cues(tuple(map(str, data.get("units") or ())), tuple(map(str, data.get("names") or ())), terms)
    except (TypeError, AttributeError) as error:
        raise BrokenTemplate("mentions.yml 写得不对", "units、names 是列表，terms 是“指标: [词, 词]”") from error
