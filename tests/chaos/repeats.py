"""Things that people did on Telegram, and their deliveries: again and again, at once, out of order, renumbered."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

from rig import FakeChat, Rig

Json = dict[str, Any]
#: A delivery is made at most so often, and one of so many under another update id than the first.
TIMES, REISSUED = 5, 3
#: How many things a contact does (about), and how many one of them does in a row: each comes as often as it may and
#: at once, so that there are more than may wait for their turn.
EACH, IN_A_ROW = 5, 5
IMPATIENT = 1


@dataclass(frozen=True, slots=True)
class Thing:
    """One thing that somebody did; ``said`` is how the transcript will have it, and unlike all others."""

    chat: int
    kind: str
    body: Json
    said: str


class People:
    """They write, change what they wrote, and press buttons of whatever message."""

    def __init__(self, rig: Rig, dice: random.Random) -> None:
        self._rig, self._dice = rig, dice
        self._number = 0

    def do(self, things: int) -> list[Thing]:
        """So many things, each by one of many; in the middle one of them does some in a row."""
        people = range(IMPATIENT + 1, IMPATIENT + 2 + things // EACH)
        who = [self._dice.choice(people) for _ in range(things - IN_A_ROW)]
        who[things // 2 : things // 2] = [IMPATIENT] * IN_A_ROW
        return [self._one(self._rig.chat(number)) for number in who]

    def _one(self, chat: FakeChat) -> Thing:
        self._number += 1
        deeds: list[Callable[[FakeChat, int], Thing]] = [self._writes, self._edits, self._presses]
        return self._dice.choice(deeds)(chat, self._number)

    def _writes(self, chat: FakeChat, number: int) -> Thing:
        said = f"hej {number}"
        return Thing(chat.id, "message", chat.from_her(text=said), said)

    def _edits(self, chat: FakeChat, number: int) -> Thing:
        said = f"nej {number}"
        body = chat.from_her(text=said)
        return Thing(chat.id, "edited_message", body | {"edit_date": body["date"]}, said)

    def _presses(self, chat: FakeChat, number: int) -> Thing:
        said = f"v1|start|menu|book-care|{number}"
        press, message = str(self._rig.new_number()), chat.new_id()
        self._rig.pressed(press, chat.id, message)
        old = {"message_id": message, "chat": chat.body, "date": 0}
        body = {"id": press, "from": chat.user, "message": old, "chat_instance": "1", "data": said}
        return Thing(chat.id, "callback_query", body, said)


def deliveries(things: list[Thing], dice: random.Random) -> list[Json]:
    """Each thing from once to five times: some at the same moment, others long after, among those of everybody else.

    Half of the way through, the numbers of updates begin again from below.
    """
    placed: list[tuple[float, int, Thing]] = []
    for place, thing in enumerate(things):
        waits = thing.chat != IMPATIENT
        for again in range(dice.randint(1, TIMES) if waits else TIMES):
            later = dice.choice((0.0, dice.uniform(0, len(things)))) if again and waits else 0.0
            placed.append((place + later, place, thing))
    placed.sort(key=_when)
    return list(_numbered(placed, dice))


def _when(placed: tuple[float, int, Thing]) -> float:
    return placed[0]


def _numbered(placed: list[tuple[float, int, Thing]], dice: random.Random) -> Iterator[Json]:
    ids: dict[int, int] = {}
    for count, (_, place, thing) in enumerate(placed):
        fresh = count + (100_000_000 if count < len(placed) // 2 else 1 - len(placed) // 2)
        if place not in ids or dice.randrange(REISSUED) == 0:
            ids[place] = fresh
        yield {"update_id": ids[place], thing.kind: thing.body}
