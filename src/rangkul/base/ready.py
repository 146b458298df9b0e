"""`@ready`: a statement of a hot page, put together once and asked many times with other values.

Putting the SQL together costs more than running it: 0.6 ms of processor time for a row that is found in 0.2 (ADR 0006).
"""

from __future__ import annotations

from collections.abc import Callable
from copy import copy
from datetime import UTC, date, datetime, timedelta
from functools import update_wrapper
from types import SimpleNamespace
from typing import Any, Generic, TypeVar, cast, get_args, get_origin, get_type_hints
from uuid import UUID

from django.db import connections
from django.db.models import Model, QuerySet
from django.db.models.sql.compiler import SQLCompiler

Row = TypeVar("Row", bound=Model)
_OF_A_QUERYSET = ("db", "model", "_fields", "_known_related_objects")
# Values that nothing else in a statement has: they mark where the values of each call go.
_MARKS: dict[type, Callable[[int], Any]] = {
    UUID: lambda n: UUID(int=0xA7 << 120 | n),
    # Small and positive: a comparison with a number that its column cannot hold is left out of the statement.
    int: lambda n: 31_700 + n,
    str: lambda n: f"\N{OBJECT REPLACEMENT CHARACTER}{n}",
    bytes: lambda n: b"\xa7" * 15 + bytes([n]),
    datetime: lambda n: datetime(1, 1, 1, tzinfo=UTC) + timedelta(seconds=n),
    date: lambda n: date(1, 1, 1) + timedelta(days=n),
}


class ready(Generic[Row]):  # noqa: N801  used as a decorator, like property
    """Over a function from plain values to a QuerySet. Called, it gives the rows as a list; `one` the first or None.

    Positional parameters are annotated UUID, int, str, bytes, datetime, date, or a list of one of them; with these the
    statement is asked. What comes by keyword gives it its shape, and each shape is kept: a closed set of words, never
    what somebody typed. The function runs once for each shape in a process, so it must not look at a clock, at a
    language or at any other thing.

    Raises TypeError where a value never reaches the statement, except where a shape may leave it out.
    """

    def __init__(self, build: Callable[..., QuerySet[Row]]) -> None:
        update_wrapper(self, build)
        self._build = build
        self._kept: dict[tuple[tuple[str, Any], ...], _Statement] = {}

    def __call__(self, *values: Any, **shape: Any) -> list[Row]:
        key = tuple(sorted(shape.items()))
        statement = self._kept.get(key)
        if statement is None:
            statement = self._kept[key] = _Statement(self._build, shape)
        return statement.rows(values)

    def one(self, *values: Any, **shape: Any) -> Row | None:
        return next(iter(self(*values, **shape)), None)


class _Statement:
    """SQL with the places of its values, and what the ORM knows of the columns that come back."""

    def __init__(self, build: Callable[..., QuerySet], shape: dict[str, Any]) -> None:
        self.marks = _marks(build)
        self.rows_of = cast("Any", build(*self.marks, **shape))
        if self.rows_of._prefetch_related_lookups:
            raise TypeError(f"{build.__qualname__}: what is prefetched is another statement")
        self.compiler: SQLCompiler = self.rows_of.query.get_compiler(using=self.rows_of.db)
        self.sql, self.params = self.compiler.as_sql()
        self.places = [self._place(param) for param in self.params]
        if not shape and (missing := set(range(len(self.marks))) - set(self.places)):
            raise TypeError(f"{build.__qualname__}: values {sorted(missing)} do not reach the statement")
        columns = [found[0] for found in self.compiler.select[: self.compiler.col_count]]
        self.converters = self.compiler.get_converters(columns)

    def _place(self, param: Any) -> int | None:
        """A number comes back as the driver's own kind of number, which says how wide its column is."""
        return next((n for n, mark in enumerate(self.marks) if isinstance(param, type(mark)) and param == mark), None)

    def rows(self, values: tuple[Any, ...]) -> list[Any]:
        if len(values) != len(self.marks):
            raise TypeError(f"{len(self.marks)} values are needed, not {len(values)}")
        given = tuple(
            param if place is None else _as(param, values[place])
            for param, place in zip(self.params, self.places, strict=True)
        )
        query = copy(self.rows_of.query)
        query.get_compiler = lambda using=None: self._with(given)
        # What makes rows wants no more of a QuerySet than this; copying one would ask the database.
        asked = SimpleNamespace(query=query, **{name: getattr(self.rows_of, name) for name in _OF_A_QUERYSET})
        return list(self.rows_of._iterable_class(asked))

    def _with(self, given: tuple[Any, ...]) -> SQLCompiler:
        compiler: Any = copy(self.compiler)
        # A connection belongs to one thread, a statement to all of them.
        compiler.connection = connections[self.rows_of.db]
        compiler.as_sql = lambda: (self.sql, given)
        compiler.get_converters = lambda _columns: self.converters
        return compiler


def _as(param: Any, value: Any) -> Any:
    """The value as what stood in its place: a bare small number would be sent as one that no index of ours holds."""
    return type(param)(value) if isinstance(param, int) else value


def _marks(build: Callable[..., QuerySet]) -> list[Any]:
    hints = get_type_hints(build)
    names = build.__code__.co_varnames[: build.__code__.co_argcount]
    return [_mark(hints[name], n) for n, name in enumerate(names)]


def _mark(kind: Any, n: int) -> Any:
    return [_mark(get_args(kind)[0], n)] if get_origin(kind) is list else _MARKS[kind](n)
