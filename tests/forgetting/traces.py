"""What files still hold of somebody, byte for byte, whatever a database says that is in them."""

from __future__ import annotations

import sqlite3
import subprocess
import tempfile
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

#: A piece of something random that is as long as this is found wherever it stands (bytes).
PIECE = 8
#: Every shorter thing is looked for by itself.
LONG = 2 * PIECE - 1
Row = tuple[object, ...]
#: Where rows of a contact stand, and the column that says whose they are.
HERS = (("contact", "id"), ("transcript", "contact"), ("outbox", "contact"))


def files(folder: Path) -> dict[str, bytes]:
    """Every file in a folder with its bytes.

    They are copied by another process: this one may hold locks of SQLite, and would lose them by reading.
    """
    with tempfile.TemporaryDirectory() as copies:
        subprocess.run(["cp", "-a", f"{folder}/.", copies], check=False, stderr=subprocess.DEVNULL)
        found = (path for path in sorted(Path(copies).rglob("*")) if path.is_file() and not path.is_symlink())
        return {str(path.relative_to(copies)): path.read_bytes() for path in found}


def rows(database: Path, query: str, *values: object) -> list[Row]:
    """What a query finds."""
    connection = sqlite3.connect(database)
    try:
        return list(connection.execute(query, values))
    finally:
        connection.close()


def rows_of(database: Path, contact: str) -> dict[str, list[Row]]:
    """Every row of a contact, table by table."""
    return {
        table: rows(database, f'select * from "{table}" where "{whose}" = ? order by 1, 2, 3', contact)
        for table, whose in HERS
    }


def rows_of_others(database: Path, contact: str) -> dict[str, list[Row]]:
    """Every row of everybody else, table by table."""
    return {
        table: rows(database, f'select * from "{table}" where "{whose}" <> ? order by 1, 2, 3', contact)
        for table, whose in HERS
    }


def sealed_of(database: Path, key_store: Path, contact: str) -> list[bytes]:
    """Whatever is stored of a contact and random: her rows, her key, her address's hash."""
    of_hers = [row for found in rows_of(database, contact).values() for row in found]
    keys = rows(key_store, "select locked from key where whose = ?", contact)
    return [value for row in [*of_hers, *keys] for value in row if isinstance(value, bytes)]


def remnants(found: Mapping[str, bytes], sealed: Iterable[bytes]) -> dict[str, int]:
    """In which files pieces of sealed values stand, and how many: fifteen bytes of one are enough."""
    pieces = {value[at : at + PIECE] for value in sealed for at in range(len(value) - PIECE + 1)}
    counted = {name: len(pieces & _pieces(data)) for name, data in found.items()}
    return {name: number for name, number in counted.items() if number}


def standing(found: Mapping[str, bytes], wanted: Mapping[bytes, str]) -> set[tuple[str, str]]:
    """Which of the wanted bytes stand in which file, by what they are called."""
    first: dict[bytes, list[bytes]] = {}
    for needle in wanted:
        for at in range(PIECE if len(needle) >= LONG else 0):
            first.setdefault(needle[at : at + PIECE], []).append(needle)
    short = [needle for needle in wanted if len(needle) < LONG]
    return {(name, wanted[needle]) for name, data in found.items() for needle in _in(data, first, short)}


def _in(data: bytes, first: Mapping[bytes, list[bytes]], short: list[bytes]) -> Iterator[bytes]:
    likely = {needle for piece in first.keys() & _pieces(data) for needle in first[piece]}
    yield from (needle for needle in (*likely, *short) if needle in data)


def _pieces(data: bytes) -> set[bytes]:
    """The data cut into pieces: one of them lies whole in whatever is long enough."""
    return {data[at : at + PIECE] for at in range(0, len(data), PIECE)}
