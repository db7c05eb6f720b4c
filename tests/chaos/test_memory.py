"""However many come by, the program does not grow: what it has in mind of contacts is bounded.

``make chaos`` lets a hundred thousand come; here it is a few thousand.
"""

from __future__ import annotations

import asyncio
import os
import time
from pathlib import Path

import pytest
from server import Server

from .passers_by import LeanApi, PassersBy
from .running import ledgered, pid_of

CONTACTS = int(os.environ.get("HALSOBOT_TEST_CONTACTS", "1000"))
#: Of a hundred: who come before it is measured, and after whom it must be flat.
WARM_UP, FLAT_AFTER = 10, 80
#: MiB that it may grow after the warm-up, and in the flat part.
GROWTH, FLAT = 64.0, 8.0


@pytest.mark.timeout(120 + CONTACTS // 50)
async def test_a_hundred_thousand_contacts_leave_no_trace_in_memory(tmp_path: Path) -> None:
    """Each comes by a poster and presses once; the program's memory stays what it was."""
    begun = time.monotonic()
    async with LeanApi() as api, ledgered(tmp_path, api=api.url) as (server, ledger):
        await asyncio.wait_for(api.hooked.wait(), 40)
        passers_by = PassersBy(api, server)
        resident = []
        for percent in (WARM_UP, FLAT_AFTER, 100):
            await passers_by.come(CONTACTS * percent // 100)
            resident.append(await _resident(server))
        await ledger.nothing_waits()
        assert ledger.all_turns() == 2 * CONTACTS
    warm, later, last = resident
    assert last - warm < GROWTH
    assert last - later < FLAT
    took = time.monotonic() - begun
    print(
        f"{CONTACTS} contacts, {api.calls} calls in {took:.0f} s: {warm:.0f} MiB after {WARM_UP} %, "
        f"{last - warm:+.1f} MiB to the end, {last - later:+.1f} MiB in the last {100 - FLAT_AFTER} %"
    )


async def _resident(server: Server) -> float:
    """The process's resident memory (MiB), when it has come to rest."""
    await asyncio.sleep(1)
    status = Path(f"/proc/{pid_of(server)}/status").read_text()
    line = next(line for line in status.splitlines() if line.startswith("VmRSS:"))
    return int(line.split()[1]) / 1024
