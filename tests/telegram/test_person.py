"""A person instead of the bot on Telegram: in the same chat, or by a link into the web chat."""

from __future__ import annotations

import asyncio
import sqlite3
import string
import zlib
from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import closing
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path
from random import Random
from urllib.parse import parse_qs, urlsplit

import pytest
from conftest import Bot, connected
from rig import FakeChat, Rig
from room import MONDAY, THREE, settings_for

from halsobot.config import Settings
from halsobot.conversation.desk import Desk
from halsobot.model.event import Closed, Passed, Replied
from halsobot.model.message import Message
from halsobot.store.database import read_url
from halsobot.store.opening import open_keys
from halsobot.text.bidi import strip

ELSEWHERE = THREE + "meet:\n  telegram: web\n"
WEB = "https://chat.example/"
CANARIES, CHATS = 500, 50


@dataclass
class Case:
    """Somebody whose question waits for a person, and the guides' side of it."""

    bot: Bot
    chat: FakeChat
    desk: Desk
    id: str

    def later(self) -> None:
        """A minute goes by."""
        assert self.bot.clock.now
        self.bot.clock.now += timedelta(minutes=1)

    async def answers(
        self, guide: str, once: str, text: str | None = None, phrase: str | None = None, screen: str | None = None
    ) -> bool:
        self.later()
        return await self.desk.reply(self.id, Replied(self.bot.rt.clock(), guide, text, phrase, screen), once)


async def _asks(bot: Bot, text: str | None = None) -> Case:
    """She reads about booking in Swedish and asks a person, by her words or by the button."""
    bot.clock.now = MONDAY
    chat = bot.rig.chat(7)
    await chat.sends("/start book-care__sv")
    await chat.waits("Vem behöver vård?")
    await chat.taps("Prata med en människa")
    await chat.waits("är ingen sjuksköterska")
    assert all(word in chat.text for word in ("Anna", "17:00", "112"))
    await (chat.sends(text) if text else chat.taps("Be en hälsoguide svara"))
    await chat.waits("Din fråga är skickad")
    [row] = await Desk(bot.rt).queue()
    assert row.channel == "telegram"
    return Case(bot, chat, Desk(bot.rt), row.id)


async def _shown(chat: FakeChat, text: str) -> None:
    await chat.waits(lambda chat: any(text in strip(seen.text) for seen in chat.messages.values()))


@pytest.fixture
async def here(tmp_path: Path, rig: Rig) -> AsyncIterator[Bot]:
    async with connected(settings_for(tmp_path, THREE), rig, "webhook") as bot:
        yield bot


async def test_from_the_question_to_did_this_help(here: Bot) -> None:
    """Ask, wait, claim, answer, phrase, screen, pass on, close: each arrives in the chat as a message of its own."""
    case = await _asks(here, "Kan jag boka utan personnummer?")
    chat = case.chat
    assert await case.desk.claim(case.id, "anna", here.rt.clock())
    await _shown(chat, "Anna har läst din fråga")
    assert await case.answers("anna", "1", text="Ja, det går bra.")
    await _shown(chat, "Ja, det går bra.")
    assert "Anna, hälsoguide" in strip(chat.text)
    await chat.sends("Tack! Och var?")
    await asyncio.sleep(0.1)
    assert "Ja, det går bra." in chat.last.text, "the bot says nothing to it"
    assert await case.answers("anna", "2", phrase="phrase-hello")
    await _shown(chat, "Jag är hälsoguide")
    assert await case.answers("anna", "3", screen="book-care-bring")
    await chat.waits(lambda chat: "1177" in chat.text or "legitimation" in chat.text)
    assert await case.desk.pass_on(case.id, Passed(here.rt.clock(), "anna", "bilal"), "4")
    await _shown(chat, "Bilal tar över")
    assert not await case.answers("anna", "5", text="för sent")
    assert await case.answers("bilal", "6", text="Hej igen.")
    await _shown(chat, "Hej igen.")
    assert await case.desk.close(case.id, Closed(here.rt.clock(), "bilal", "answered"), "7")
    await chat.waits("Hjälpte det här dig?")
    await chat.taps("Ja")
    await chat.waits("Tack")
    assert await case.desk.queue() == []
    assert not any("för sent" in seen.text for seen in chat.messages.values())


async def test_a_guides_words_are_never_edited_away(here: Bot) -> None:
    """The next screen of the bot comes below them."""
    case = await _asks(here)
    await case.desk.claim(case.id, "anna", here.rt.clock())
    await _shown(case.chat, "Anna har läst")
    await case.answers("anna", "1", text="Ring i morgon.")
    await _shown(case.chat, "Ring i morgon.")
    await case.chat.taps("Fortsätt där jag var")
    await case.chat.waits(1)
    assert any("Ring i morgon." in seen.text for seen in case.chat.messages.values())


# where a person is met in the web chat


def _elsewhere(folder: Path) -> Settings:
    return settings_for(folder, ELSEWHERE).model_copy(update={"web_address": WEB})


@pytest.mark.parametrize("language", ["sv", "ar", "ti"])
async def test_the_way_to_a_person_is_a_link_into_the_web_chat(tmp_path: Path, rig: Rig, language: str) -> None:
    """In her language and to her topic; nothing she writes beside it opens a case, and the search still works."""
    async with connected(_elsewhere(tmp_path), rig, "webhook") as bot:
        bot.clock.now = MONDAY
        chat = bot.rig.chat(7)
        await chat.sends(f"/start book-care__{language}")
        await chat.waits(2)
        await chat.taps(_label(bot, language))
        await chat.waits(lambda chat: WEB in str(chat.last.body))
        [link] = _links(chat)
        assert parse_qs(urlsplit(link).query) == {"l": [language], "f": ["person-book-care"]}
        await chat.sends("vad kostar det")
        await chat.waits(1)
        await chat.sends("hon andas inte")
        await chat.waits("112")
        assert await Desk(bot.rt).queue() == []


def _label(bot: Bot, language: str) -> str:
    return bot.rt.bundle.catalogue.text(Message("engine-person"), language).text


def _links(chat: FakeChat) -> set[str]:
    entities = [each.get("url") for each in chat.last.entities]
    buttons = [button.get("url") for button in chat.last.buttons]
    words = [word for word in chat.text.split() if word.startswith(WEB)]
    return {link for link in (*entities, *buttons, *words) if link and link.startswith(WEB)}


@pytest.mark.parametrize("meet", ["web", "here"])
async def test_nothing_written_there_is_kept(tmp_path: Path, rig: Rig, meet: str) -> None:
    """Five hundred canaries, as words, commands, captions, edits and addresses of posters; where a person is met in
    the same chat the same search finds them.
    """
    settings = _elsewhere(tmp_path) if meet == "web" else settings_for(tmp_path, THREE)
    words = ["".join(Random(number).choices(string.ascii_lowercase, k=18)) for number in range(CANARIES)]
    async with connected(settings, rig, "webhook") as bot:
        bot.clock.now = MONDAY
        await asyncio.gather(*(_tells(bot.rig.chat(number + 1), words[number::CHATS]) for number in range(CHATS)))
        assert (await Desk(bot.rt).queue() == []) is (meet == "web")
    kept = list(_opened(settings))
    assert len(kept) > CANARIES * 2
    found = [word for word in words if any(word.encode() in each for each in kept)]
    assert len(found) == 0 if meet == "web" else len(found) > CANARIES * 0.9


async def _tells(chat: FakeChat, words: list[str]) -> None:
    await chat.sends("/start book-care__sv")
    await chat.waits(2)
    await chat.taps("Prata med en människa")
    await chat.waits(1)
    says: list[Callable[[str], object]] = [
        chat.sends,
        lambda word: chat.sends(f"jag har ont {word}"),
        lambda word: chat.sends(f"hon andas inte {word}"),
        lambda word: chat.sends(f"/{word}"),
        lambda word: chat.sends(f"/start {word}__sv"),
        chat.sends_photo,
        lambda word: chat.sends_document(f"{word}.pdf"),
        chat.edits,
    ]
    for number, word in enumerate(words):
        update = await says[number % len(says)](word)  # type: ignore[misc]
        await update.acknowledged()


def _opened(settings: Settings) -> Iterator[bytes]:
    """Everything that the database keeps of contacts, opened, and every file as it is."""
    url = read_url(settings.database_url).database
    vault = open_keys(read_url(settings.key_store), settings.keys, now=0)
    with closing(vault.keys), closing(sqlite3.connect(str(url))) as database:
        database.row_factory = sqlite3.Row
        for row in database.execute("select * from contact"):
            yield vault.open(row["id"], "contact", "session", str(row["version"]), row["session"])
        for row in database.execute("select * from transcript"):
            place = f"{row['turn']}:{row['position']}"
            yield _plain(vault.open(row["contact"], "transcript", "body", place, row["body"]))
        for row in database.execute("select * from outbox"):
            yield _plain(vault.open(row["contact"], "outbox", "body", str(row["seq"]), row["body"]))
    yield from (path.read_bytes() for path in settings.keys.parent.iterdir() if path.is_file())


def _plain(body: bytes) -> bytes:
    return zlib.decompress(body) if body.startswith(b"\x78") else body
