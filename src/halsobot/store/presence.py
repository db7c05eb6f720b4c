"""Which programs use a database: each holds a lock on a file of its own beside it, for as long as it lives."""

from __future__ import annotations

import fcntl
import os
from contextlib import suppress
from pathlib import Path
from secrets import token_hex


class Presence:
    """Shows the others that ``owner`` is there, until ``close`` or the end of the process."""

    def __init__(self, database: Path) -> None:
        self.owner = token_hex(8)
        self._database = database
        self._own = database.with_name(f"{database.name}.{self.owner}.running")
        hidden = self._own.with_suffix(".new")
        self._file = os.open(hidden, os.O_RDWR | os.O_CREAT, 0o600)
        fcntl.flock(self._file, fcntl.LOCK_EX)
        hidden.rename(self._own)  # nobody ever sees it unlocked

    def living(self) -> set[str]:
        """The owners that are there just now. The files of those that died are removed."""
        found = self._database.parent.glob(f"{self._database.name}.*.running")
        return {path.name.split(".")[-2] for path in found if path == self._own or _held(path)}

    def close(self) -> None:
        """Go away."""
        self._own.unlink(missing_ok=True)
        os.close(self._file)


def _held(path: Path) -> bool:
    try:
        file = os.open(path, os.O_RDWR)
    except FileNotFoundError:
        return False
    try:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return True
    else:
        with suppress(FileNotFoundError):
            path.unlink()
        return False
    finally:
        os.close(file)
