"""Nobody ever gets what belongs to somebody else: no words, no language, no step of another conversation."""

from __future__ import annotations

import asyncio
import os
import random
import tempfile
from collections import Counter
from collections.abc import AsyncIterator
from itertools import count
from pathlib import Path

import hypothesis
import pytest
from conftest import Bot, connected
from hypothesis import HealthCheck, Phase, strategies
from hypothesis.stateful import Bundle as Pool
from hypothesis.stateful import (
    RuleBasedStateMachine,
    consumes,
    initialize,
    invariant,
    multiple,
    rule,
    run_state_machine_as_test,
)
from rig import FakeChat, Rig

from halsobot.bundle.content import Bundle
from halsobot.channels.telegram.words import text_of
from halsobot.config import Settings
from halsobot.model.event import Chose, Left, SentMedia, Started, Wrote
from halsobot.model.inbound import Address
from halsobot.model.message import Message
from halsobot.scenario.talk import USUAL
from halsobot.testing import Chat

from .tale import tale
from .village import Village, Villager

#: How many random histories of a village, and how many chats at once. ``make keys`` asks for more.
HISTORIES = int(os.environ.get("HALSOBOT_TEST_HISTORIES", "2"))
STEPS = int(os.environ.get("HALSOBOT_TEST_HISTORY_STEPS", "25"))
CHATS = int(os.environ.get("HALSOBOT_TEST_CHATS", "200"))
LANGUAGES = ("sv", "en", "ar", "fa-AF", "ti")
#: In which language somebody comes, and by which way.
COMERS = strategies.tuples(strategies.sampled_from(LANGUAGES), strategies.sampled_from(["web", "telegram"]))


@pytest.fixture
async def rig() -> AsyncIterator[Rig]:
    async with Rig() as server:
        yield server
        assert server.violations == []


@pytest.fixture(scope="module")
def content(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tale(tmp_path_factory.mktemp("tale"))


def test_no_words_of_hers_ever_reach_anybody_else(content: Path) -> None:
    """Whatever many people do, in any order, over restarts, forgettings and new keys: what one of them wrote is never
    at another address, in another conversation, in a log or readable in a file; and gone once she is forgotten.
    """
    figures: Counter[str] = Counter()

    class History(_History):
        where, counted = content, figures

    own = hypothesis.settings(
        max_examples=HISTORIES,
        stateful_step_count=STEPS,
        deadline=None,
        phases=[Phase.generate],  # a shorter history that fails would take minutes to find
        suppress_health_check=list(HealthCheck),
    )
    run_state_machine_as_test(History, settings=own)
    assert figures["hers"] > 0, "nothing was found where it belongs either"
    print(", ".join(f"{number} {name}" for name, number in figures.items()), "- 0 foreign")


class _History(RuleBasedStateMachine):
    """What may happen in a village."""

    people = Pool("people")

    where: Path
    counted: Counter[str]

    def __init__(self) -> None:
        super().__init__()
        self._numbers = count()
        self._folder = tempfile.TemporaryDirectory()
        self._village = Village(Path(self._folder.name), self.where)

    @initialize(target=people, several=strategies.lists(COMERS, min_size=4, max_size=8))
    def some_are_there(self, several: list[tuple[str, str]]) -> object:
        return multiple(*(self.somebody(locale, channel) for locale, channel in several))

    @rule(target=people, comer=COMERS)
    def somebody_comes(self, comer: tuple[str, str]) -> Villager:
        return self.somebody(*comer)

    def somebody(self, locale: str, channel: str) -> Villager:
        who = Villager(Address(channel, f"{channel} {next(self._numbers)}"), locale)
        self._village.people.append(who)
        self._begins(who)
        return who

    def _begins(self, who: Villager) -> None:
        self._does(who, Started(USUAL, "tale", who.locale))
        self._does(who, Wrote(USUAL, f"jag heter {who.canary}"))

    @rule(who=people)
    def she_tells_again(self, who: Villager) -> None:
        self._does(who, Started(USUAL, "tale"))
        self._does(who, Wrote(USUAL, f"mer om {who.canary}"))

    @rule(who=people)
    def she_sends_a_picture(self, who: Villager) -> None:
        self._does(who, SentMedia(USUAL, f"{who.canary} på en bild"))

    @rule(who=people, number=strategies.integers(0, 40))
    def she_presses_a_button(self, who: Villager, number: int) -> None:
        views = self._village.views(who)
        if views:
            buttons = [*views[-1].choices, *views[-1].bar]
            self._does(who, Chose(USUAL, buttons[number % len(buttons)].data))

    @rule(who=people, other=people)
    def she_presses_a_button_of_another(self, who: Villager, other: Villager) -> None:
        for view in self._village.views(other)[-1:]:
            self._does(who, Chose(USUAL, view.choices[0].data if view.choices else view.bar[0].data))

    @rule(target=people, who=consumes(people), comes_back=strategies.booleans())
    def she_is_forgotten(self, who: Villager, comes_back: bool) -> object:
        self._does(who, Left(USUAL) if who.address.channel == "web" else Wrote(USUAL, "/forget"))
        self._village.door.sent.pop(who.address.id, None)
        self.counted["forgotten"] += 1
        who.begins_anew()
        if not comes_back:
            return multiple()
        self._begins(who)
        return who

    @rule(what=strategies.sampled_from(["starts", "starts, and reaches nobody", "new keys"]))
    def the_operator_does(self, what: str) -> None:
        if what == "new keys":
            self._village.rotate()
        else:
            self._village.restart(reaches=what == "starts")

    @invariant()
    def nothing_is_anywhere_else(self) -> None:
        self.counted["looks"] += 1
        assert self._village.foreign() == []

    def _does(self, who: Villager, event: Started | Wrote | SentMedia | Chose | Left) -> None:
        self.counted["deeds"] += 1
        self._village.does(who, event)

    def teardown(self) -> None:
        try:
            self._village.restart(reaches=True)
            self._village.settles()
            assert self._village.foreign() == []
        finally:
            self._village.close()
            self._folder.cleanup()
        self.counted.update(
            histories=1,
            people=len(self._village.people),
            restarts=self._village.restarts,
            hers=self._village.seen,
        )


#: Ways through the flows by the names of their buttons; so many that neighbours are never at the same step.
WALKS = (
    ("book-care", "me", "how-to-book", "back", "which-door", "door-1177", "back", "back", "bring", "menu", "about"),
    ("what-is-1177", "back", "costs", "back", "meeting-places", "menu", "book-care", "my-child", "bring", "back"),
    ("about", "what-it-is", "what-is-kept", "browser", "back", "back", "menu", "book-care", "someone-else", "menu"),
    ("costs", "menu", "book-care", "me", "interpreter-help", "back", "emergency", "menu", "what-is-1177", "menu"),
)


async def test_many_at_once_each_see_their_own_step(rig: Rig, settings: Settings, bundle: Bundle) -> None:
    """Two hundred people, five languages, four ways through the flows, all at once: each screen that comes into a chat
    is the next one of this person, in her language, and nothing else ever comes there.
    """
    async with connected(settings, rig, "webhook") as bot:
        bot.clock.now = USUAL
        walkers = [Walker(bot, bundle, number) for number in range(CHATS)]
        await asyncio.gather(*(walker.walks() for walker in walkers))
    for walker in walkers:
        bar, *screens = walker.shown()
        assert bar.startswith(walker.bar)
        assert screens == walker.expected
    number = sum(len(walker.expected) for walker in walkers)
    print(f"{CHATS} chats at once in {len(LANGUAGES)} languages: {number} screens, 0 foreign, 0 in another language")


class Walker:
    """Somebody who walks through the flows on Telegram, and the same walk with the engine alone."""

    def __init__(self, bot: Bot, bundle: Bundle, number: int) -> None:
        self.locale = LANGUAGES[number % len(LANGUAGES)]
        self._walk = WALKS[number // len(LANGUAGES) % len(WALKS)]
        self._bot, self._dice = bot, random.Random(number)
        self._chat: FakeChat = bot.rig.chat(10_000 + number)
        self._engine = Chat(bundle, USUAL)
        #: What comes first, with the buttons at the bottom; then these, in this order.
        self.bar = bundle.catalogue.text(Message("engine-bar"), self.locale).text.strip()
        self.expected: list[str] = []

    async def walks(self) -> None:
        await asyncio.sleep(self._dice.random() * 0.3)
        self._engine.opens(self.locale)
        await self._chat.sends(f"/start __{self.locale}")
        await self._sees()
        for name in self._walk:
            await asyncio.sleep(self._dice.random() * 0.05)
            await self._presses(name)
            await self._sees()

    async def _presses(self, name: str) -> None:
        button = self._engine.button(name)
        self._engine.taps(name)
        under = any(each.get("callback_data") == button.data for each in self._chat.last.buttons)
        await (self._chat.taps(button.data) if under else self._chat.presses(button.label.text))

    async def _sees(self) -> None:
        view = self._engine.view
        assert view.locale == self.locale
        text = text_of(view)[0].strip()
        self.expected.append(text)
        await self._chat.waits(lambda chat: chat.shown_since and chat.last.text.strip() == text, timeout=30)
        assert {each.data for each in view.choices} <= {each.get("callback_data") for each in self._chat.last.buttons}

    def shown(self) -> list[str]:
        """The texts that came into the chat, one after the other."""
        calls = self._bot.rig.called(chat=self._chat)
        return [call.text.strip() for call in calls if call.method in ("sendMessage", "editMessageText")]
