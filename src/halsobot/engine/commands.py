"""Words that mean the same everywhere, in all our languages and as Telegram's commands."""

from __future__ import annotations

from halsobot.bundle.content import Bundle
from halsobot.engine.limits import READ
from halsobot.model.message import Message
from halsobot.understand.normalise import fold

#: Each command and the message that is its word in a language. ``/help`` brings the way to a person.
COMMANDS = {
    "start": "engine-restart",
    "menu": "engine-menu",
    "language": "engine-language",
    "help": "engine-person",
    "emergency": "engine-emergency",
    "back": "engine-back",
    "privacy": "engine-privacy",
    "forget": "engine-forget",
}


def command(bundle: Bundle, written: str) -> str | None:
    """The command that these words are, with or without a slash, whatever language they are in; or None."""
    words = fold(written[:READ])
    if not words:
        return None
    if written.strip().startswith("/") and words in COMMANDS:
        return words
    return next((name for name, id in COMMANDS.items() if words in _said_everywhere(bundle, id)), None)


def _said_everywhere(bundle: Bundle, id: str) -> set[str]:
    runs = (bundle.catalogue.in_own_words(Message(id), locale) for locale in bundle.catalogue.locales)
    return {fold(run.text) for run in runs if run}
