"""A record is to its user what a frozen, slotted dataclass is."""

import copy
import dataclasses
import pickle
from dataclasses import dataclass, field
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.records import record, shared


@record
class Measured:
    """A record with every kind of field that we declare."""

    value: int
    unit: str = "件"
    origin: object = field(default=None, compare=False)
    parts: list[int] = field(default_factory=list)

    @property
    def shown(self) -> str:
        return f"{self.value}{self.unit}"


@dataclass(frozen=True, slots=True)
class Model:
    """The same as a dataclass."""

    value: int
    unit: str = "件"
    origin: object = field(default=None, compare=False)
    parts: list[int] = field(default_factory=list)


@record
class Empty:
    """A record without fields."""


values = st.fixed_dictionaries(
    {"value": st.integers(0, 3)},
    optional={"unit": st.sampled_from("件人"), "origin": st.integers(), "parts": st.lists(st.integers(), max_size=2)},
)


@given(values, values)
def test_a_record_compares_shows_and_converts_like_a_dataclass(one: dict[str, Any], other: dict[str, Any]) -> None:
    assert (Measured(**one) == Measured(**other)) is (Model(**one) == Model(**other))
    assert repr(Measured(**one)) == repr(Model(**one)).replace("Model", "Measured")
    assert dataclasses.asdict(Measured(**one)) == dataclasses.asdict(Model(**one))
    assert dataclasses.replace(Measured(**one), **other) == Measured(**{**one, **other})


@given(values)
def test_a_record_survives_pickling_and_copying(given_values: dict[str, Any]) -> None:
    made = Measured(**given_values)
    for again in (pickle.loads(pickle.dumps(made)), copy.copy(made), copy.deepcopy(made)):  # noqa: S301 - our own bytes
        assert again == made
        assert again.origin == made.origin


def test_fields_are_in_order_with_their_defaults() -> None:
    mine, model = dataclasses.fields(Measured), dataclasses.fields(Model)
    assert [(f.name, f.type, f.default, f.compare) for f in mine] == [
        (f.name, f.type, f.default, f.compare) for f in model
    ]
    assert dataclasses.is_dataclass(Measured(1))


def test_a_record_has_no_other_attributes() -> None:
    made = Measured(1)
    with pytest.raises(AttributeError, match="other"):
        made.other = 2  # type: ignore[attr-defined]
    assert not hasattr(made, "__dict__")


def test_each_instance_has_its_own_made_default() -> None:
    assert Measured(1).parts is not Measured(1).parts


def test_a_record_can_be_matched_by_position() -> None:
    match Measured(3, "人"):
        case Measured(value, unit):
            assert (value, unit) == (3, "人")


@given(st.lists(values, max_size=6))
def test_sharing_keeps_the_value_and_writes_equal_parts_once(several: list[dict[str, Any]]) -> None:
    def made() -> tuple[object, ...]:
        return tuple(
            Measured(**{**each, "unit": "".join(each.get("unit", "件")), "parts": ()}) for each in [*several, *several]
        )

    before = (made(), {"all": made()}, 1, True)
    after = shared(before)
    assert repr(after) == repr(before)
    assert after[0] is after[1]["all"]
    assert len({id(one) for one in after[0]}) == len({repr(one) for one in before[0]})
    assert len(pickle.dumps(after)) <= len(pickle.dumps(before))


def test_wrong_arguments_are_refused_by_name() -> None:
    with pytest.raises(TypeError, match="value"):
        Measured()  # type: ignore[call-arg]
    with pytest.raises(TypeError, match="wrong"):
        Measured(1, wrong=2)  # type: ignore[call-arg]


def test_records_of_different_classes_differ() -> None:
    assert Measured(1) != Model(1)
    assert Empty() == Empty()


def test_equal_records_hash_equally() -> None:
    assert hash(Measured(1, parts=())) == hash(Measured(1, origin=5, parts=()))  # type: ignore[arg-type]


def test_properties_are_kept() -> None:
    assert Measured(2, "人").shown == "2人"


def test_a_field_may_bear_any_name() -> None:
    @record
    class Named:
        new: int
        cls: str = "甲"
        self: list[int] = field(default_factory=list)
        open_class: int = 4

    assert Named(1) == Named(new=1, cls="甲", self=[], open_class=4)
    assert dataclasses.replace(Named(1), new=2).new == 2


@record
class Remembering:
    """A record with a field that each instance makes for itself."""

    value: int
    found: dict[str, int] = field(default_factory=dict, init=False, compare=False)


def test_what_is_not_given_is_made_anew_in_every_copy() -> None:
    one = Remembering(1)
    one.found["a"] = 1
    with pytest.raises(TypeError):
        Remembering(1, {})  # type: ignore[call-arg]
    assert one == Remembering(1)
    for other in (dataclasses.replace(one, value=2), copy.copy(one), pickle.loads(pickle.dumps(one))):  # noqa: S301
        assert other.found == {}
        assert other.found is not one.found
