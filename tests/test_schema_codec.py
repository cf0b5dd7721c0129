"""A template folder's YAML that does not hold together: the file is named, and what is wrong in it."""

import pytest

from generator import resources
from generator.errors import BrokenTemplate
from generator.schema.codec import from_sources


@pytest.mark.parametrize(
    ("file", "old", "new", "says"),
    [
        ("genre.yml", "体裁:", "题材:", "genre.yml 里缺少“体裁”"),
        ("genre.yml", "\nthemes:", "\nthemes: 3\nthemen:", "genre.yml"),
        ("genre.yml", "shape: items", "form: items", "genre.yml 里缺少或不认识“form”"),
        ("indicators.yml", "  unit: 人\n", "  einheit: 人\n", "indicators.yml 里缺少或不认识“einheit”"),
        ("indicators.yml", "constraints:\n", "constraints:\n- {id: x}\n", "expression、message”"),
        ("indicators.yml", "indicators:\n", "indicators: [\n", "indicators.yml 第"),
    ],
)
def test_the_file_and_what_is_wrong_in_it_are_named(file: str, old: str, new: str, says: str) -> None:
    sources = dict(resources.read_sources(resources.find_template(resources.DEFAULT_TEMPLATE)))
    assert old in sources[file]
    sources[file] = sources[file].replace(old, new, 1)
    with pytest.raises(BrokenTemplate) as stop:
        from_sources(sources)
    assert says in stop.value.message
