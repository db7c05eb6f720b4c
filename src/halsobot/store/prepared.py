"""Statements of the hot path: many rows in one, so that the database is entered once and not for each row.

Each entry lets the other thread of the program in and waits for it again; with a row at a time that cost more than
the work itself.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import chain
from typing import Any

import sqlalchemy as sa

Row = Mapping[str, Any]
#: Numbers of rows for which there is a statement: few texts, which the driver keeps ready.
SIZES = (64, 16, 4, 1)


class Rows:
    """A statement with a list of rows in it. ``sql`` has ``{rows}`` where they stand; ``names`` are their columns."""

    def __init__(self, sql: str, names: Sequence[str]) -> None:
        self._names = names
        row = f"({', '.join('?' * len(names))})"
        self._texts = {size: sql.format(rows=", ".join([row] * size)) for size in SIZES}

    def __call__(self, connection: sa.Connection, rows: Iterable[Row]) -> int:
        """Run it for these rows. Returns how many rows of the table were changed."""
        given = [[row[name] for name in self._names] for row in rows]
        return sum(
            connection.exec_driver_sql(self._texts[len(some)], tuple(chain.from_iterable(some))).rowcount
            for some in _cut(given)
        )


def insert(table: sa.Table, *names: str, conflict: str = "") -> Rows:
    """New rows with these columns (none given: with all)."""
    columns = names or tuple(table.columns.keys())
    written = ", ".join(f'"{name}"' for name in columns)
    return Rows(f'INSERT INTO "{table.name}" ({written}) VALUES {{rows}} {conflict}', columns)


def change(table: sa.Table, where: Mapping[str, str], **sets: str) -> Rows:
    """Changes of rows that are there. In ``where`` each column is to equal a name of the given rows; in ``sets`` it is
    set to an SQL expression, in which ``{name}`` is a value of the given row.
    """
    names = tuple(dict.fromkeys([*where.values(), *_names_in(sets.values())]))
    at = {name: f"given.column{number}" for number, name in enumerate(names, 1)}
    setting = ", ".join(f'"{column}" = {expression.format(**at)}' for column, expression in sets.items())
    equal = " AND ".join(f'"{table.name}"."{column}" = {at[name]}' for column, name in where.items())
    return Rows(f'UPDATE "{table.name}" SET {setting} FROM (VALUES {{rows}}) AS given WHERE {equal}', names)


def _names_in(expressions: Iterable[str]) -> Iterator[str]:
    for expression in expressions:
        yield from (part.partition("}")[0] for part in expression.split("{")[1:])


def _cut(rows: list[list[Any]]) -> Iterator[list[list[Any]]]:
    """Pieces of the sizes for which there is a statement."""
    at = 0
    while at < len(rows):
        size = next(size for size in SIZES if size <= len(rows) - at)
        yield rows[at : at + size]
        at += size
