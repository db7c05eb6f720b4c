"""A chat with the bot, and the person in it."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from .delivery import Update
from .refused import wrong
from .seen import Seen
from .texts import found
from .verbs import Verbs

if TYPE_CHECKING:
    from .server import Rig


class FakeChat(Verbs):
    """What she does (see :class:`Verbs`) and what she sees.

    >>> amina = rig.chat(7, language_code="ar")
    >>> await amina.sends("/start")
    >>> await amina.waits(1)
    >>> await amina.taps("العربية")
    """

    def __init__(
        self, rig: Rig, chat_id: int, *, language_code: str | None = "en", type_: str = "private", name: str = "Amina"
    ) -> None:
        self.rig = rig
        self.id = chat_id
        self.type = type_
        self.user: dict[str, Any] = {"id": abs(chat_id), "is_bot": False, "first_name": name}
        if language_code is not None:
            self.user["language_code"] = language_code
        self.body: dict[str, Any] = {"id": chat_id, "type": type_}
        self.body["first_name" if type_ == "private" else "title"] = name
        #: All messages of both sides, by message id.
        self.history: dict[int, Seen] = {}
        #: The labels of the reply keyboard at present, in rows; None: there is none.
        self.keyboard: list[list[str]] | None = None
        #: The reply keyboard as it was sent, with is_persistent and the like.
        self.keyboard_markup: dict[str, Any] = {}
        #: Presses that are not answered yet: ids of callback queries.
        self.spinning: dict[str, Update] = {}
        #: Texts shown on top of the chat by answerCallbackQuery.
        self.toasts: list[str] = []
        #: Chat actions shown, such as "typing".
        self.actions: list[str] = []
        self.blocked = False
        self.left = False
        self.menu_button: dict[str, Any] | None = None
        #: How many messages and edits by the bot have been shown, ever and since she last did something.
        self.shown = 0
        self.shown_since = 0
        self._next_id = 1
        self._waiters: list[asyncio.Future[None]] = []

    # What she sees

    @property
    def messages(self) -> dict[int, Seen]:
        """The bot's messages she sees now, oldest first. (``history`` has hers too.)"""
        return {number: seen for number, seen in self.history.items() if seen.by_bot}

    @property
    def last(self) -> Seen:
        """The bot's newest message."""
        for seen in reversed(self.history.values()):
            if seen.by_bot:
                return seen
        raise AssertionError(f"the bot has shown nothing:\n{self.transcript()}")

    @property
    def text(self) -> str:
        return self.last.text

    @property
    def commands(self) -> list[str]:
        """The commands in her menu: the narrowest scope counts, with her language before none."""
        spoken = (self.user.get("language_code") or "")[:2]
        kind = "all_private_chats" if self.type == "private" else "all_group_chats"
        for scope in ({"type": "chat", "chat_id": self.id}, {"type": kind}, {"type": "default"}):
            for code in (spoken, ""):
                if found_here := self.rig.commands.get((json.dumps(scope, sort_keys=True), code)):
                    return [each["command"] for each in found_here]
        return []

    def transcript(self) -> str:
        """The chat as text, for messages of failing tests. ``*``: edited."""
        keyboard = f"\n  keyboard {self.keyboard}" if self.keyboard else ""
        return "\n".join(map(str, self.history.values())) + keyboard

    async def waits(self, until: int | str | Callable[[FakeChat], object] = 1, timeout: float = 15) -> Seen:
        """Waits for what the bot shows, and returns its newest message.

        A number: so many messages or edits since she last did something (a burst counts as one doing: its last).
        A text: the newest message holds it. A function of the chat: it is true.
        """
        until_told = repr(until) if isinstance(until, int | str) else "what the test waits for"
        loop = asyncio.get_running_loop()
        end = loop.time() + timeout
        while not self._reached(until):
            waiter: asyncio.Future[None] = loop.create_future()
            self._waiters.append(waiter)
            try:
                await asyncio.wait_for(waiter, end - loop.time())
            except TimeoutError:
                raise AssertionError(f"{until_told} not seen in {timeout} s:\n{self.transcript()}") from None
        return self.last

    def _reached(self, until: int | str | Callable[[FakeChat], object]) -> bool:
        if isinstance(until, str):
            return any(seen.by_bot for seen in self.history.values()) and until in self.last.text
        return self.shown_since >= until if isinstance(until, int) else bool(until(self))

    def changed(self, *, shown: bool) -> None:
        """Something in the chat is different: whoever waits looks again."""
        self.shown += shown
        self.shown_since += shown
        waiters, self._waiters = self._waiters, []
        for waiter in waiters:
            if not waiter.done():
                waiter.set_result(None)

    # What the server does to the chat

    def new_id(self) -> int:
        self._next_id += 1
        return self._next_id - 1

    def put(self, body: dict[str, Any], *, by_bot: bool, fixed: bool = False) -> Seen:
        """A message appears."""
        seen = Seen(body, by_bot, fixed=fixed)
        self.history[seen.message_id] = seen
        keep = self.rig.keep_messages
        if keep is not None and len(self.history) > keep:
            del self.history[next(iter(self.history))]
        self.changed(shown=by_bot)
        return seen

    def put_old(self, body: dict[str, Any]) -> None:
        """A message of long ago, in its place."""
        self.history[body["message_id"]] = Seen(body, by_bot=True)
        self.history = dict(sorted(self.history.items()))
        self._next_id = max(self._next_id, body["message_id"] + 1)

    def the_bots(self, message_id: int, for_what: str) -> Seen:
        """A message that the bot may change."""
        seen = self.history.get(message_id)
        if seen is None:
            raise wrong(f"message to {for_what} not found")
        if for_what == "edit" and (not seen.by_bot or seen.fixed):
            raise wrong("message can't be edited")
        return seen

    def from_her(self, **body: Any) -> dict[str, Any]:
        """A message of hers."""
        by = body.pop("by", None) or self
        text = body.get("text", body.get("caption", ""))
        found_here = [{"type": kind, "offset": offset, "length": length} for kind, offset, length in found(text)]
        if found_here:
            body["entities" if "text" in body else "caption_entities"] = found_here
        head = {"message_id": self.new_id(), "from": by.user, "chat": self.body, "date": int(self.rig.now())}
        return head | body
