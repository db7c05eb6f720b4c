"""Words that mean the same everywhere: in all our languages, and as Telegram's commands."""

from __future__ import annotations

from dataclasses import dataclass

from halsobot.bundle.content import Bundle
from halsobot.engine.limits import READ
from halsobot.understand.lists import COMMANDS
from halsobot.understand.normalise import fold


@dataclass(frozen=True, slots=True)
class Command:
    """``locale`` is the language of the word, where only one has it."""

    name: str
    locale: str | None = None


def command(bundle: Bundle, written: str, locale: str | None = None) -> Command | None:
    """The command that these words are, with or without a slash; or None.

    Where a word means different things, it is what it means in ``locale``, or else nothing.
    """
    words = fold(written[:READ])
    if written.strip().startswith("/") and words in COMMANDS:
        return Command(words)
    meant = bundle.understanding.commands.get(words, {})
    names = {meant[locale]} if locale and locale in meant else set(meant.values())
    if len(names) != 1:
        return None
    return Command(names.pop(), next(iter(meant)) if len(meant) == 1 else None)
