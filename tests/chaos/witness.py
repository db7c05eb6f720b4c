"""What is watched while people talk: each "received" is true, and each refusal comes soon."""

from __future__ import annotations

from dataclasses import dataclass, field

from rig import Rig, Update

from .crowd import Crowd
from .running import TELEGRAM, WEB, Ledger
from .visitors import Visitor

#: The rig waits so long before it delivers again what was refused, as the server asks for (seconds).
AGAIN = 1.0


@dataclass
class Witness:
    """``untrue`` are those who were told "received" while nothing was stored; ``refused`` how long refusals took."""

    rig: Rig
    crowd: Crowd
    ledger: Ledger
    untrue: list[str] = field(default_factory=list)
    refused: list[float] = field(default_factory=list)
    _tried: dict[int, float] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.rig.at("delivering", self._delivering)
        self.rig.at("acknowledged", self._acknowledged)
        self._people = {person.chat.id: person for person in self.crowd.people}

    async def _delivering(self, update: Update) -> None:
        before = self._tried.get(update.update_id)
        now = self._tried[update.update_id] = self.rig.now()
        if before is not None:
            self.refused.append(now - before - AGAIN)

    async def _acknowledged(self, update: Update) -> None:
        del self._tried[update.update_id]
        if self.ledger.turns(TELEGRAM, str(update.chat_id)) < len(self._people[update.chat_id].asked):
            self.untrue.append(f"update {update.update_id}")

    def answered(self, visitor: Visitor) -> None:
        """The web chat has answered something."""
        if self.ledger.turns(WEB, visitor.secret) < visitor.turns:
            self.untrue.append(f"web, turn {visitor.turns}")
