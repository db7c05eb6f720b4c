"""``halsobot cases``: why cases were closed and whether it helped, month by month: what is to become better."""

from __future__ import annotations

import asyncio
from collections import defaultdict

from halsobot.app import open_store, utc_now
from halsobot.config import Settings

#: Fewer than so many could point to somebody.
FEW = 10
CLOSED, HELPED = "case-closed-", "case-helped-"


async def improvements(settings: Settings) -> list[str]:
    """Lines to print. What was not counted in a month is shown like what was counted a few times."""
    store = open_store(settings, utc_now)
    try:
        counted = await store.read(store.cases.counted)
    finally:
        await asyncio.to_thread(store.close)
    months: dict[str, dict[str, int]] = defaultdict(dict)
    for month, name, number in counted:
        months[month][name] = number
    reasons = sorted({name for _, name, _ in counted if name.startswith(CLOSED)})
    return [line for month, found in sorted(months.items()) for line in _month(month, found, reasons)] or [
        "No case has been closed yet."
    ]


def _month(month: str, found: dict[str, int], reasons: list[str]) -> list[str]:
    closed = [f"  {name.removeprefix(CLOSED):<20}{_shown(found.get(name, 0)):>6}" for name in reasons]
    helped = [f"  {f'it helped: {said}':<20}{_shown(found.get(HELPED + said, 0)):>6}" for said in ("yes", "no")]
    return [month, *closed, *helped]


def _shown(number: int) -> str:
    return str(number) if number >= FEW else f"<{FEW}"
