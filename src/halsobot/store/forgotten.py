"""Who has been forgotten while backups may still hold her: applied at each start, so that no backup brings her back."""

from __future__ import annotations

import os
from collections.abc import Iterable
from datetime import date, timedelta
from pathlib import Path

from halsobot.store.files import locked, replace, sync_folder, write_all


class Forgotten:
    """A file of lines ``day contact``, only added to. It holds random ids; it is never restored from a backup."""

    def __init__(self, path: Path) -> None:
        self._path = path

    def add(self, contacts: Iterable[str], today: date) -> None:
        """On disk when this returns."""
        # It begins on a new line: the last one may have been cut off by a kill.
        lines = "\n" + "".join(f"{today.isoformat()} {contact}\n" for contact in contacts)
        with locked(self._path):
            file = os.open(self._path, os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600)
            try:
                write_all(file, lines.encode())
            finally:
                os.close(file)
            sync_folder(self._path.parent)

    def contacts(self) -> set[str]:
        """All who stand in the list; a last line that was cut off by a kill is none."""
        return {contact for _, contact in self._lines()}

    def shorten(self, today: date, days: int) -> None:
        """Leave out whom no backup can hold any more: backups live so many days."""
        oldest = (today - timedelta(days=days)).isoformat()
        with locked(self._path):
            lines = self._lines()
            kept = [f"{day} {contact}\n" for day, contact in lines if day >= oldest]
            if len(kept) < len(lines):
                replace(self._path, "".join(kept).encode())

    def _lines(self) -> list[tuple[str, str]]:
        try:
            text = self._path.read_text()
        except FileNotFoundError:
            return []
        parts = (line.split(" ") for line in text.splitlines())
        return [(part[0], part[1]) for part in parts if len(part) == 2 and len(part[1]) == 32]
