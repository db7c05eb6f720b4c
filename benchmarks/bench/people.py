"""The people who talk to the bot: each presses the next button when the answer to the last one came."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Generator
from dataclasses import dataclass, field
from random import Random
from typing import Any

import orjson

from bench.api import Api, Json
from bench.wire import Caller
from bench.words import CLOSE, LANGUAGES, OPEN, SUBTOPICS, TOPICS, Conversation

#: Screens are known by the mark in their text; the choice of a language by its buttons.
LANGUAGE, UNKNOWN = "language", "?"
#: How often an update is delivered again that was refused, and how often it is looked for lost ones (seconds).
AGAIN, LOOK = 0.5, 0.25
_DIRECTION = "\u2066\u2067\u2068\u2069\u200e\u200f"
_CONTACTS_FROM = 1_000_000_000


@dataclass
class Seen:
    """What happened. ``answers`` holds for each update that was rightly answered when that was, and after how long."""

    answers: list[tuple[float, float]] = field(default_factory=list)
    lost: int = 0
    doubled: int = 0
    wrong: int = 0
    redelivered: int = 0
    examples: list[str] = field(default_factory=list)

    def answered(self, pressed_at: float) -> None:
        now = time.monotonic()
        self.answers.append((now, now - pressed_at))

    def went_wrong(self, expected: tuple[str, ...], screen: str, text: str) -> None:
        self.wrong += 1
        if len(self.examples) < 5:
            self.examples.append(f"expected {' or '.join(expected)}, saw {screen}: {text[:80]}")


@dataclass(frozen=True, slots=True)
class Act:
    """One thing that somebody does: write words, or press the button with this label; and the screens it may show."""

    expected: tuple[str, ...]
    write: str | None = None
    press: str = ""


def walk(words: Conversation, random: Random) -> Generator[Act, str, None]:
    """/start, a language, then three times a topic, a subtopic, back, back; and again.

    A bot that remembers the language goes from /start to the menu; it is asked for the language anew.
    """
    menus = tuple(f"{tag}.menu" for tag in LANGUAGES)
    while True:
        screen = yield Act((LANGUAGE, *menus), write="/start")
        if screen != LANGUAGE:
            yield Act((LANGUAGE,), write="/language")
        tag = random.choice(tuple(LANGUAGES))
        language = words["languages"][tag]
        yield Act((f"{tag}.menu",), press=LANGUAGES[tag])
        for _ in range(3):
            topic = language["topics"][random.randrange(len(TOPICS))]
            item = topic["items"][random.randrange(len(SUBTOPICS))]
            first, second = f"{tag}.{topic['name']}", f"{tag}.{topic['name']}.{item['name']}"
            yield Act((first,), press=topic["label"])
            yield Act((second,), press=item["label"])
            yield Act((first,), press=language["back"])
            yield Act((f"{tag}.menu",), press=language["back"])


class Contact:
    """One person in one chat."""

    def __init__(self, chat: int, people: People) -> None:
        self.chat, self._people = chat, people
        self._walk = walk(people.words, people.random)
        self._act = next(self._walk)
        self._before: tuple[str, ...] = ()
        self._message: Json = {}
        self._acknowledged = self._answered = True
        self._number = 0
        self.pressed_at = 0.0

    @property
    def waiting(self) -> bool:
        return not (self._acknowledged and self._answered)

    def act(self) -> None:
        """Write or press, and wait for the answer."""
        if self._people.over:
            return
        self._acknowledged = self._answered = False
        self._number = self._people.api.next_number()
        self.pressed_at = time.monotonic()
        self._deliver(orjson.dumps(self._update(self._number)))

    def shown(self, message: Json) -> None:
        """The chat shows a message that is new or was changed."""
        seen, screen = self._people.seen, screen_of(message)
        if self._answered or self._answers_before(message, screen):
            seen.doubled += 1
        elif screen in self._act.expected:
            seen.answered(self.pressed_at)
            self._take(message, self._walk.send(screen))
        else:
            seen.went_wrong(self._act.expected, screen, message.get("text", ""))
            self._walk = walk(self._people.words, self._people.random)
            self._take(message, next(self._walk))

    def _answers_before(self, message: Json, screen: str) -> bool:
        """Whether it is one answer more to what was answered already. Written words are answered by a new message."""
        old = self._act.write is not None and message["message_id"] < self._number
        return old or (screen in self._before and screen not in self._act.expected)

    def _take(self, message: Json, onward: Act) -> None:
        """The answer came."""
        self._before, self._act, self._message = self._act.expected, onward, message
        self._answered = True
        self._go_on()

    def _deliver(self, update: bytes) -> None:
        self._people.webhook.post(update, lambda status, body: self._delivered(update, status, body))

    def _delivered(self, update: bytes, status: int, body: bytes) -> None:
        """What is not taken with 2xx is delivered again, as Telegram does."""
        if 200 <= status < 300:
            if body:
                self._people.api.ridden(body)
            self._acknowledged = True
            self._go_on()
        else:
            self._people.seen.redelivered += 1
            asyncio.get_running_loop().call_later(self._people.again, self._deliver, update)

    def _go_on(self) -> None:
        if self._acknowledged and self._answered:
            self._people.next(self)

    def _update(self, number: int) -> Json:
        person = {"id": self.chat, "is_bot": False, "first_name": "Contact", "username": f"c{self.chat}"}
        person["language_code"] = "sv"
        if self._act.write is None:
            return {"update_id": number, "callback_query": self._press(number, person)}
        return {"update_id": number, "message": self._words(number, person, self._act.write)}

    def _words(self, number: int, person: Json, text: str) -> Json:
        return {
            "message_id": number,
            "from": person,
            "chat": {"id": self.chat, "first_name": "Contact", "username": f"c{self.chat}", "type": "private"},
            "date": int(time.time()),
            "text": text,
            "entities": [{"offset": 0, "length": len(text), "type": "bot_command"}],
        }

    def _press(self, number: int, person: Json) -> Json:
        return {
            "id": str(self.chat * 10**9 + number),
            "from": person,
            "message": self._message,
            "chat_instance": str(-self.chat),
            "data": data_of(self._message, self._act.press),
        }


class People:
    """All who talk at once. Somebody whose answer is lost leaves, and another one comes."""

    def __init__(self, words: Conversation, seed: int, patience: float) -> None:
        self.words, self.random, self.seen = words, Random(seed), Seen()
        self.over = False
        self.again = AGAIN
        self._patience, self._thinking = patience, 0.0
        self._contacts: dict[int, Contact] = {}
        self._last = _CONTACTS_FROM
        self.api: Api
        self.webhook: Caller

    def shown(self, chat: int, message: Json) -> None:
        """The API server tells what a chat shows; somebody who left no longer looks."""
        contact = self._contacts.get(chat)
        if contact:
            contact.shown(message)

    def next(self, contact: Contact) -> None:
        """Somebody has got the answer and goes on after thinking."""
        if contact.chat not in self._contacts:
            return
        if self._thinking:
            asyncio.get_running_loop().call_later(self._thinking, contact.act)
        else:
            contact.act()

    async def first_answer(self) -> float:
        """Somebody comes who writes /start again and again until the bot takes it. Returns when it was answered."""
        self.again, self._thinking = 0.01, 3600.0
        contact = self._come()
        while not self.seen.answers:
            await asyncio.sleep(0.001)
        del self._contacts[contact.chat]
        when = self.seen.answers[0][0]
        self.seen, self.again = Seen(), AGAIN
        return when

    def come(self, contacts: int, thinking: float) -> None:
        """So many people begin, spread over the time that they think."""
        self._thinking = thinking
        loop = asyncio.get_running_loop()
        for number in range(contacts):
            loop.call_later(thinking * number / contacts, self._come)

    async def watch(self) -> None:
        """Notice who waits in vain, until cancelled."""
        while True:
            await asyncio.sleep(LOOK)
            self._look()

    async def finish(self) -> None:
        """Nobody presses any more; who waits is answered, or lost."""
        self.over = True
        while any(contact.waiting for contact in self._contacts.values()):
            await asyncio.sleep(0.01)

    def _come(self) -> Contact:
        self._last += 1
        contact = self._contacts[self._last] = Contact(self._last, self)
        contact.act()
        return contact

    def _look(self) -> None:
        before = time.monotonic() - self._patience
        for contact in [each for each in self._contacts.values() if each.waiting and each.pressed_at < before]:
            self.seen.lost += 1
            del self._contacts[contact.chat]
            if not self.over:
                self._come()


def screen_of(message: Json) -> str:
    """Which screen a message is."""
    text: str = message.get("text", "")
    start = text.find(OPEN)
    if start >= 0:
        return text[start + 1 : text.index(CLOSE, start)]
    return LANGUAGE if _button(message, LANGUAGES["ti"]) else UNKNOWN


def data_of(message: Json, label: str) -> str:
    """The data of the button with this label, which may have a pictogram before it."""
    button = _button(message, label)
    assert button, f"there is no button {label!r} under {message.get('text')!r}"
    return str(button["callback_data"])


def _button(message: Json, label: str) -> dict[str, Any] | None:
    rows = message.get("reply_markup", {}).get("inline_keyboard", ())
    return next((button for row in rows for button in row if _labelled(button["text"], label)), None)


def _labelled(text: str, label: str) -> bool:
    """Whether a button says this, perhaps after a pictogram or between marks of direction."""
    return text == label or text.endswith(f" {label}") or text.strip(_DIRECTION) == label
