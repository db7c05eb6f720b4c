"""What one turn says beside the screen she stands at."""

from __future__ import annotations

from dataclasses import dataclass

from halsobot.model.message import Message
from halsobot.model.screen import Text


@dataclass(frozen=True, slots=True)
class Aside:
    """``notices`` stand above the screen, urgent ones first, and ``choices`` above its own; ``lines`` below it.

    ``lines`` are facts of phones. ``proposed`` are languages that stand first where languages are chosen.
    """

    notices: tuple[Text, ...] = ()
    choices: tuple[tuple[str, Message], ...] = ()
    lines: tuple[str, ...] = ()
    proposed: tuple[str, ...] = ()


NOTHING = Aside()
