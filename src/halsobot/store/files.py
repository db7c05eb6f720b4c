"""Small files that must survive a power cut, and that one program at a time changes."""

from __future__ import annotations

import fcntl
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path


def replace(path: Path, content: bytes) -> None:
    """Put a file in the place of another: whole or not at all, and there after a power cut. For its owner alone."""
    new = path.with_name(f".{path.name}.{os.getpid()}.new")
    file = os.open(new, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
    try:
        write_all(file, content)
    finally:
        os.close(file)
    new.rename(path)
    sync_folder(path.parent)


def write_all(file: int, content: bytes) -> None:
    """All of it, on disk when this returns. Raises OSError."""
    while content:
        content = content[os.write(file, content) :]
    os.fsync(file)


def sync_folder(folder: Path) -> None:
    """What was made, renamed or linked in a folder is there after a power cut."""
    file = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(file)
    finally:
        os.close(file)


@contextmanager
def locked(path: Path) -> Iterator[None]:
    """Wait until nobody else changes this file, and keep them waiting."""
    file = os.open(path.with_name(f"{path.name}.lock"), os.O_RDWR | os.O_CREAT, 0o600)
    try:
        fcntl.flock(file, fcntl.LOCK_EX)
        yield
    finally:
        os.close(file)


@contextmanager
def alone_with(path: Path) -> Iterator[bool]:
    """Whether nobody else is doing the same with this file just now; it stays so until the end."""
    file = os.open(path.with_name(f"{path.name}.lock"), os.O_RDWR | os.O_CREAT, 0o600)
    try:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        yield False
    else:
        yield True
    finally:
        os.close(file)
