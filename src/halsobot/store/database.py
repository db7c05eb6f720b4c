"""Opening the database: SQLite that keeps every commit through a power cut."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import sqlalchemy as sa
from alembic import command
from alembic.config import Config
from sqlalchemy.engine import URL, make_url
from sqlalchemy.exc import ArgumentError

_PRAGMAS = (
    "journal_mode=WAL",  # readers do not wait for the writer
    "synchronous=FULL",  # a commit that we acknowledged survives a power cut
    "wal_autocheckpoint=8192",  # 32 MiB: under load the log is moved into the file several times less often
    "cache_size=-16384",
    "temp_store=MEMORY",  # no copy of anything in a file outside of our folder
    "foreign_keys=ON",
    "secure_delete=ON",  # deleted rows are overwritten in the file (older pages may stand in the log for a while)
    "busy_timeout=1500",  # a turn that waits longer is refused within five seconds, and comes again
)


class BadDatabase(Exception):
    """The database setting cannot be used. The text says what to do."""


def read_url(text: str, setting: str = "HALSOBOT_DATABASE_URL", usual: str = "var/halsobot.db") -> URL:
    """A database address from the settings. Raises BadDatabase."""
    try:
        url = make_url(text)
    except ArgumentError:
        raise BadDatabase(f"{setting} is no database address. Write sqlite:///{usual}") from None
    if url.get_backend_name() != "sqlite" or not url.database or url.database == ":memory:":
        raise BadDatabase(f"{setting} must name a SQLite file, as in sqlite:///{usual}")
    return url


def make_file(url: URL, setting: str = "HALSOBOT_DATABASE_URL") -> bool:
    """Make the database's file, readable for its owner alone. Returns whether there was one. Raises BadDatabase."""
    path = Path(url.database or "")
    if path.is_dir():
        raise BadDatabase(f"{setting} names a folder, {path}. Name a file in it.")
    if path.exists() and path.stat().st_size:
        return True
    path.parent.mkdir(parents=True, exist_ok=True)
    path.touch(mode=0o600)
    return False


def connect(url: URL) -> sa.Engine:
    """An engine whose connections begin transactions themselves, so that savepoints work."""
    engine = sa.create_engine(url, hide_parameters=True)

    @sa.event.listens_for(engine, "connect")
    def _prepare(connection: sqlite3.Connection, _record: Any) -> None:
        connection.isolation_level = None
        for pragma in _PRAGMAS:
            connection.execute(f"PRAGMA {pragma}")

    return engine


@contextmanager
def transaction(engine: sa.Engine) -> Iterator[sa.Connection]:
    """All that is done in it, or nothing; nobody else writes meanwhile."""
    with engine.connect() as connection:
        connection.exec_driver_sql("BEGIN IMMEDIATE")
        try:
            yield connection
        except BaseException:
            connection.exec_driver_sql("ROLLBACK")
            raise
        connection.exec_driver_sql("COMMIT")


def checkpoint(engine: sa.Engine) -> bool:
    """Move the log into the file and empty it, so that what was erased stands in neither. False: somebody reads."""
    with engine.connect() as connection:
        busy, *_ = connection.exec_driver_sql("PRAGMA wal_checkpoint(TRUNCATE)").one()
        return not busy


def spoilt(connection: sa.Connection) -> None:
    """Pieces of what is erased in this transaction may stay in the file and the log: noted there, so that they are
    written anew soon and no kill loses it.
    """
    connection.exec_driver_sql("PRAGMA user_version = 1")


def rewrite(engine: sa.Engine) -> None:
    """Write the file anew: where SQLite has moved rows about, pieces of erased ones can stand between the others."""
    with engine.connect() as connection:
        connection.exec_driver_sql("VACUUM")


def migrate(engine: sa.Engine) -> None:
    """Bring the tables to the present version. Safe to run at each start."""
    config = Config()
    config.set_main_option("script_location", str(Path(__file__).parent / "migrations"))
    with engine.connect() as connection:
        config.attributes["connection"] = connection
        command.upgrade(config, "head")
