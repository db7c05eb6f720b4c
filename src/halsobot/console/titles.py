"""Messages of the content as a guide reads them, with the facts of a region in them."""

from __future__ import annotations

from datetime import datetime

from halsobot.bundle.content import Bundle
from halsobot.engine.world import World
from halsobot.model.event import Resumed
from halsobot.model.session import Session, Standing


class Titles:
    """Says ids in one language, as they are in one region now. What only the contact knows stays unsaid."""

    def __init__(self, bundle: Bundle, locale: str, region: str, at: datetime) -> None:
        standing = Standing("", "", (("region", region),))
        self._world = World(bundle, Session(locale=locale), Resumed(at), standing)
        self._catalogue, self._locale = bundle.catalogue, locale

    def say(self, id: str) -> str:
        """In one line; the id itself where it cannot be said without her."""
        words = self._catalogue.text(self._world.message(id), self._locale).text
        return " ".join(words.split()) or id
