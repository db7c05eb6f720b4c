"""Whether Telegram holds back one chat or the whole bot: its answer 429 does not say."""

from __future__ import annotations

import time

#: So many chats held back, one after the other and with nothing let through between, mean that the whole bot is.
EVERYONE = 3
#: A chat that was held until a moment ago (seconds) and is held again shows nothing new.
SOON = 10.0


class Holds:
    """Counts what speaks for a hold of all: one piece of evidence for each way there and back."""

    def __init__(self) -> None:
        self._until: dict[int, float] = {}
        self._evidence = 0
        self._last = float("-inf")

    def through(self) -> None:
        """A call came through: what is held back is held back for one chat."""
        self._evidence = 0

    def of_all(self, chat: int, began: float, seconds: float) -> bool:
        """Whether this 429, for a call that ``began`` then, means that all are held. Note that the chat is."""
        now = time.monotonic()
        again = self._until.get(chat, float("-inf")) > now - SOON
        self._until = {each: until for each, until in self._until.items() if until > now - SOON}
        self._until[chat] = now + seconds
        if not again and began >= self._last:  # several at once met the same hold
            self._evidence += 1
            self._last = now
        return self._evidence >= EVERYONE
