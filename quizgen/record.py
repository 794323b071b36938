"""Small frozen classes that print, compare and hash by their fields.

`dataclasses` would do the same and cost a third of the start-up time, since it imports `inspect`.
"""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, dataclass_transform
else:

    def dataclass_transform(**_):
        return lambda cls: cls


@dataclass_transform(frozen_default=True)
class Record:
    """Base of a frozen class whose fields are its annotations, in order; a class attribute is a field's default.

    >>> class Point(Record):
    ...     x: float
    ...     y: float = 0
    >>> Point(1)
    Point(x=1, y=0)
    """

    _fields: tuple[str, ...] = ()
    __match_args__: tuple[str, ...] = ()

    def __init_subclass__(cls) -> None:
        own = tuple(name for name in cls.__dict__.get("__annotations__", {}) if not name.startswith("_"))
        cls._fields = cls._fields + own
        cls.__match_args__ = cls._fields  # type: ignore[misc]

    def __init__(self, *values: Any, **named: Any) -> None:
        fields = self._fields
        self.__dict__.update(zip(fields, values))
        if named or len(values) != len(fields):
            self._complete(len(values), named)

    def _complete(self, given: int, named: dict[str, Any]) -> None:
        if given > len(self._fields):
            raise TypeError(f"{type(self).__name__} takes {len(self._fields)} fields, got {given}")
        state = self.__dict__
        state.update(named)
        missing = [name for name in self._fields if name not in state and not hasattr(type(self), name)]
        unknown = [name for name in state if name not in self._fields]
        if missing or unknown:
            raise TypeError(f"{type(self).__name__}: missing {missing}, unknown {unknown}")

    def __setattr__(self, name: str, value: object) -> None:
        raise AttributeError(f"{type(self).__name__} is frozen; replace() makes a changed copy")

    def _values(self) -> tuple[Any, ...]:
        return tuple(getattr(self, name) for name in self._fields)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Record) and type(self) is type(other) and self._values() == other._values()

    def __hash__(self) -> int:
        return hash((type(self).__name__, self._values()))

    def __repr__(self) -> str:
        return f"{type(self).__name__}({', '.join(f'{n}={v!r}' for n, v in zip(self._fields, self._values()))})"

    def replace(self, **changes: Any) -> Any:
        """A copy with some fields changed."""
        return type(self)(**(dict(zip(self._fields, self._values())) | changes))
