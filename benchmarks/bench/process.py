"""A bot as processes of its own: started, measured by what Linux says in /proc, and ended with all that it started."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path

_TICK = os.sysconf("SC_CLK_TCK")
#: How long a process may take to end when it is asked to (seconds).
END = 5.0


class Started:
    """A process, and what it has started itself."""

    def __init__(self, popen: subprocess.Popen[bytes], log: Path) -> None:
        self._popen, self._log = popen, log
        self.at = time.monotonic()

    def running(self) -> bool:
        return self._popen.poll() is None

    def said(self) -> str:
        """The end of what it wrote."""
        return self._log.read_text(errors="replace")[-2000:]

    def cpu(self) -> float:
        """Seconds of CPU that the whole tree has used, in user and in system mode."""
        return sum(_cpu(pid) for pid in _tree(self._popen.pid))

    def peak(self) -> float:
        """The most memory that was resident, in MB, summed over the tree."""
        return sum(_peak(pid) for pid in _tree(self._popen.pid))


@contextmanager
def started(command: Sequence[str], folder: Path, settings: Mapping[str, str]) -> Iterator[Started]:
    """A command in a session of its own; when the block is left, the whole session ends."""
    log = folder / f"{Path(command[0]).name}.log"
    with log.open("wb") as output:
        popen = subprocess.Popen(
            command, cwd=folder, env={**os.environ, **settings}, stdout=output, stderr=output, start_new_session=True
        )
    try:
        yield Started(popen, log)
    finally:
        _end(popen)


def free_port() -> int:
    """A port of loopback on which nobody listens."""
    with socket.socket() as listening:
        listening.bind(("127.0.0.1", 0))
        return int(listening.getsockname()[1])


def wait_for(port: int) -> None:
    """Wait until somebody listens there, a few seconds at most."""
    until = time.monotonic() + END
    while time.monotonic() < until:
        with suppress(OSError), socket.create_connection(("127.0.0.1", port)):
            return
        time.sleep(0.01)


def _end(popen: subprocess.Popen[bytes]) -> None:
    for signum in (signal.SIGTERM, signal.SIGKILL):
        with suppress(ProcessLookupError):
            os.killpg(popen.pid, signum)
        with suppress(subprocess.TimeoutExpired):
            popen.wait(END)


def _tree(pid: int) -> Iterator[int]:
    yield pid
    with suppress(FileNotFoundError, ProcessLookupError):
        for task in Path(f"/proc/{pid}/task").iterdir():
            for child in (task / "children").read_text().split():
                yield from _tree(int(child))


def _cpu(pid: int) -> float:
    with suppress(FileNotFoundError, ProcessLookupError):
        fields = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
        return (int(fields[11]) + int(fields[12])) / _TICK
    return 0.0


def _peak(pid: int) -> float:
    with suppress(FileNotFoundError, ProcessLookupError):
        for line in Path(f"/proc/{pid}/status").read_text().splitlines():
            if line.startswith("VmHWM:"):
                return int(line.split()[1]) / 1024
    return 0.0
