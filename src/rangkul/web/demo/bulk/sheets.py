"""Rows of a table as COPY text, gathered in memory and sent in one piece."""

from collections.abc import Callable, Iterable
from datetime import UTC, date, datetime, timedelta
from functools import lru_cache
from typing import Any

import psycopg
from django.db import models
from psycopg import sql

NULL = "\\N"


def text_of(value: Any) -> str:
    """A value as COPY writes it. Texts must hold no tab, line break or backslash: the world's own hold none."""
    if value is None:
        return NULL
    if isinstance(value, bool):
        return "t" if value else "f"
    if isinstance(value, list | tuple):
        return "{" + ",".join(map(text_of, value)) + "}"
    if isinstance(value, date | datetime):
        return value.isoformat()
    return str(value)


@lru_cache(maxsize=4096)
def _day(days: int) -> str:
    return (datetime(1970, 1, 1, tzinfo=UTC) + timedelta(days=days)).date().isoformat()


_MINUTES = tuple(f"{minute // 60:02d}:{minute % 60:02d}:00+00" for minute in range(24 * 60))


def moment(seconds: float) -> str:
    """A moment to the minute, UTC; far quicker than a datetime, and there are tens of millions of them."""
    days, left = divmod(int(seconds), 86_400)
    return f"{_day(days)} {_MINUTES[left // 60]}"


class Sheet:
    """`columns` are given with each row; every other column gets its default, or the sheet refuses to be made.

    So a column that a package adds later is filled as the model says, or is noticed at once.
    """

    def __init__(self, model: type[models.Model], *columns: str):
        fields = {field.column: field for field in model._meta.concrete_fields}
        unknown = set(columns) - set(fields)
        if unknown:
            raise ValueError(f"{model._meta.label} has no {sorted(unknown)}")
        constants = dict(_constants(model, [field for name, field in fields.items() if name not in columns]))
        self.table = model._meta.db_table
        self.columns = (*columns, *constants)
        self._tail = "".join(f"\t{value}" for value in constants.values()) + "\n"
        self._lines: list[str] = []
        # add(*values): one row; each value already as COPY text, in the order of the given columns.
        self.add = self._adding()

    def _adding(self) -> Callable[..., None]:
        """A function that knows its list, because it is called twenty times for each person."""
        append, join, tail = self._lines.append, "\t".join, self._tail
        return lambda *values: append(join(values) + tail)

    def send(self, cursor: psycopg.Cursor) -> int:
        """Copy what was gathered and forget it; returns the number of rows."""
        count = len(self._lines)
        if count:
            command = sql.SQL("COPY {} ({}) FROM STDIN").format(
                sql.Identifier(self.table), sql.SQL(", ").join(map(sql.Identifier, self.columns))
            )
            with cursor.copy(command) as copy:
                copy.write("".join(self._lines))
            self._lines.clear()
        return count


def _constants(model: type[models.Model], fields: Iterable[models.Field]) -> Iterable[tuple[str, str]]:
    for field in fields:
        if isinstance(field, models.AutoField | models.CompositePrimaryKey) or field.generated:
            continue
        if field.has_default() and callable(field.default) and field.default not in (list, dict):
            raise ValueError(f"{model._meta.label}.{field.column} changes from row to row: give it")
        value = field.get_default()
        if value is None and not field.null:
            raise ValueError(f"{model._meta.label}.{field.column} has no default: give it")
        if value is not None:
            yield field.column, "{}" if value in ([], {}) else text_of(value)
