"""A disk that is full and a database that is locked, for a while."""

from __future__ import annotations

import resource
import sqlite3
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from io import FileIO
from pathlib import Path
from typing import Protocol

from server import Server

from .running import pid_of

#: Room for what is written until the disk is filled, and after.
SIZE = "64m"


class Disk(Protocol):
    """A folder that can be full. ``name`` says how."""

    folder: Path
    name: str

    @contextmanager
    def full(self, server: Server) -> Iterator[None]:
        """Nothing more can be written by the server until the end."""


@contextmanager
def small_disk(folder: Path) -> Iterator[Disk]:
    """A small file system in memory; where none may be mounted, a limit for the server's files."""
    folder.mkdir()
    mount = ("mount", "-t", "tmpfs", "-o", f"size={SIZE}", "tmpfs", str(folder))
    if not _runs(mount):
        yield _Limited(folder)
        return
    try:
        yield _Small(folder)
    finally:
        assert _runs(("umount", str(folder))) or _runs(("umount", "-l", str(folder)))


def _runs(command: tuple[str, ...]) -> bool:
    try:
        return subprocess.run(command, capture_output=True, check=False).returncode == 0
    except FileNotFoundError:
        return False


@dataclass
class _Small:
    folder: Path
    name: str = "a full disk"

    @contextmanager
    def full(self, server: Server) -> Iterator[None]:
        filler = self.folder / "filler"
        try:
            with filler.open("wb", buffering=0) as file:
                _fill(file)
            yield
        finally:
            filler.unlink()


def _fill(file: FileIO) -> None:
    for size in (2**20, 2**12, 1):
        with suppress(OSError):  # there is no room for so much
            while True:
                file.write(b"\0" * size)


@dataclass
class _Limited:
    folder: Path
    name: str = "files that must not grow (no disk may be mounted here)"

    @contextmanager
    def full(self, server: Server) -> Iterator[None]:
        _, most = resource.prlimit(pid_of(server), resource.RLIMIT_FSIZE)
        resource.prlimit(pid_of(server), resource.RLIMIT_FSIZE, (1, most))
        try:
            yield
        finally:
            resource.prlimit(pid_of(server), resource.RLIMIT_FSIZE, (most, most))


@contextmanager
def locked(server: Server) -> Iterator[None]:
    """Somebody else holds the database and writes nothing."""
    other = sqlite3.connect(server.folder / "halsobot.db", isolation_level=None, timeout=5)
    other.execute("BEGIN IMMEDIATE")
    try:
        yield
    finally:
        other.execute("ROLLBACK")
        other.close()


def writable_at_once(server: Server) -> bool:
    """Whether no transaction is open: another connection may begin one now."""
    other = sqlite3.connect(server.folder / "halsobot.db", isolation_level=None, timeout=0.5)
    try:
        other.execute("BEGIN IMMEDIATE")
        other.execute("ROLLBACK")
        return True
    except sqlite3.OperationalError:
        return False
    finally:
        other.close()
