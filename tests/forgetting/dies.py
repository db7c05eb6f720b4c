"""``dies.py N NOTE``: halsobot serve that kills itself at the N-th thing it does to a file once it is told SIGUSR1.

What it does are statements to both databases, and writes of other files: before each, after it, and in its middle.
Where it died is written into NOTE.
"""

from __future__ import annotations

import os
import signal
import sys
import threading
from collections.abc import Callable
from pathlib import Path
from typing import Any

import sqlalchemy as sa

from halsobot.cli import main

write, fsync = os.write, os.fsync


class Countdown:
    """Counts places from SIGUSR1 on, and dies at the last."""

    def __init__(self, places: int, note: Path) -> None:
        self._places, self._note, self._armed = places, note, False
        self._guard = threading.Lock()

    def arm(self, *_: object) -> None:
        self._armed = True

    def passes(self, place: str) -> None:
        if not self._armed:
            return
        with self._guard:
            self._places -= 1
            if self._places == 0:
                self._note.write_text(place)
                os.kill(os.getpid(), signal.SIGKILL)
                signal.pause()


def statements(when: str, countdown: Countdown) -> Callable[..., None]:
    """What is told of each statement, before or after it."""

    def passes(_connection: Any, _cursor: Any, statement: str, *_: Any) -> None:
        countdown.passes(f"{when} {' '.join(statement.split()[:3])}")

    return passes


def watch(countdown: Countdown) -> None:
    """Have everything counted that is done to files."""
    for when in ("before", "after"):
        sa.event.listen(sa.Engine, f"{when}_cursor_execute", statements(when, countdown))

    def writing(file: int, data: bytes) -> int:
        countdown.passes("before a write")
        written = write(file, data[: len(data) // 2])
        countdown.passes("within a write")
        written += write(file, data[written:])
        countdown.passes("after a write")
        return written

    def syncing(file: int) -> None:
        fsync(file)
        countdown.passes("after fsync")

    os.write, os.fsync = writing, syncing  # type: ignore[assignment]


if __name__ == "__main__":
    doom = Countdown(int(sys.argv[1]), Path(sys.argv[2]))
    watch(doom)
    signal.signal(signal.SIGUSR1, doom.arm)
    main(["serve"])
