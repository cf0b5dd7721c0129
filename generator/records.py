"""Frozen, slotted records: what `dataclass(frozen=True, slots=True)` makes, at a twentieth of its import time and a
third of what an instance costs.

A dataclass compiles half a dozen methods from text whenever its module is imported, and one draft needs some
forty classes: 25 to 30 ms, more than all the rest of a draft. Here the methods are shared, and `__init__` is
compiled when the first instance is made. `dataclasses.fields`, `replace`, `asdict` and `match` work as usual.
That they are frozen is mypy's to see, which refuses to set a field: a draft makes two thousand records, and a guard
that looks while it runs makes each three times as dear.
"""

from dataclasses import _FIELD, MISSING, Field, field  # type: ignore[attr-defined]
from typing import Any, TypeVar, dataclass_transform

_T = TypeVar("_T")


@dataclass_transform(frozen_default=True, field_specifiers=(field,))
def record(cls: type[_T]) -> type[_T]:
    """The class with its annotated fields as slots, an `__init__` in their order, and equality by value.

    Fields are declared as for a dataclass: a default, or `field(default=…, default_factory=…, compare=…)`; one with
    `init=False` needs a `default_factory`, and is made anew in every instance, a copy by `replace` too.
    """
    names = {name: value for name, value in vars(cls).items() if name not in ("__dict__", "__weakref__")}
    specified = {name: names.pop(name, MISSING) for name in names.get("__annotations__", {})}
    names |= {
        "__slots__": tuple(specified),
        "__match_args__": tuple(n for n, s in specified.items() if not isinstance(s, Field) or s.init),
        "__specified__": specified,
        "__compared__": tuple(n for n, s in specified.items() if not isinstance(s, Field) or s.compare),
        "__dataclass_fields__": _Fields(),
        "__init__": _first_init,
        "__eq__": _equal,
        "__hash__": _hash,
        "__reduce__": _reduce,
    }
    names.setdefault("__repr__", _repr)
    made: type[_T] = type(cls.__name__, cls.__bases__, names)
    return made


def shared(value: Any) -> Any:
    """An equal value whose equal parts are one object: pickled, each is written and read once.

    value: records, tuples, dicts and scalars.
    """
    return _shared(value, {})


def _shared(value: Any, seen: dict[Any, Any]) -> Any:
    kind = type(value)
    if kind is str or kind is bytes:
        return seen.setdefault((kind, value), value)
    if kind is dict:
        return {_shared(key, seen): _shared(inner, seen) for key, inner in value.items()}
    if kind is not tuple and not hasattr(kind, "__specified__"):
        return value
    inner = value if kind is tuple else [getattr(value, name) for name in kind.__match_args__]
    parts = tuple(_shared(part, seen) for part in inner)
    # By identity: 1 and True are equal, and a dict has no hash.
    return seen.setdefault((kind, *map(id, parts)), parts if kind is tuple else kind(*parts))


class _Fields:
    """`__dataclass_fields__`, made when the standard library asks for it."""

    def __get__(self, instance: object, owner: Any) -> dict[str, Field[Any]]:
        made: dict[str, Field[Any]] = {}
        for name, given in owner.__specified__.items():
            one: Any = given if isinstance(given, Field) else field(default=given)
            one.name, one.type, one.kw_only = name, owner.__annotations__[name], False
            one._field_type = _FIELD
            made[name] = one
        owner.__dataclass_fields__ = made
        return made


def _first_init(self: Any, *values: Any, **named: Any) -> None:
    """Stands in until the first instance is made."""
    parameters, body = [], []
    # Two underscores before: no field may hide what the method itself needs.
    scope: dict[str, Any] = {"__MISSING": MISSING}
    for name, given in self.__specified__.items():
        default, factory = (given.default, given.default_factory) if isinstance(given, Field) else (given, MISSING)
        scope |= {f"__default_{name}": default, f"__make_{name}": factory}
        if isinstance(given, Field) and not given.init:
            body.append(f"    __self.{name} = __make_{name}()\n")
            continue
        has_none = default is MISSING and factory is MISSING
        parameters.append(name if has_none else f"{name}=__default_{name}")
        value = f"__make_{name}() if {name} is __MISSING else {name}" if factory is not MISSING else name
        body.append(f"    __self.{name} = {value}\n")
    exec(f"def __init__({', '.join(['__self', *parameters])}):\n{''.join(body) or '    pass'}", scope)  # noqa: S102 - as dataclasses do
    type(self).__init__ = scope["__init__"]
    self.__init__(*values, **named)


def _equal(self: Any, other: Any) -> bool:
    if other.__class__ is not self.__class__:
        return NotImplemented  # type: ignore[no-any-return]
    return all(getattr(self, name) == getattr(other, name) for name in self.__compared__)


def _hash(self: Any) -> int:
    return hash(tuple(getattr(self, name) for name in self.__compared__))


def _repr(self: Any) -> str:
    return f"{type(self).__qualname__}({', '.join(f'{n}={getattr(self, n)!r}' for n in self.__match_args__)})"


def _reduce(self: Any) -> tuple[type, tuple[object, ...]]:
    return type(self), tuple(getattr(self, name) for name in self.__match_args__)
