"""halsobot on Telegram, as a newcomer with an old phone meets it."""

from __future__ import annotations

import asyncio
import sqlite3
import statistics
import time
from collections.abc import AsyncIterator

import aiohttp
import pytest
import sqlalchemy as sa
from conftest import Bot, connected
from rig import (
    BadRequest,
    Blocked,
    Fail,
    FakeChat,
    Html,
    NotModified,
    ResetAfter,
    ResetBefore,
    Rig,
    TooMany,
    Truncated,
)

from halsobot.channels.telegram import intake
from halsobot.channels.telegram.updates import chat_of
from halsobot.config import Settings
from halsobot.store.tables import contact


async def _began(bot: Bot, chat_id: int = 7, language: str = "sv") -> FakeChat:
    """Somebody who has chosen her language and sees the menu."""
    chat = bot.rig.chat(chat_id)
    await chat.sends(f"/start __{language}")
    await chat.waits(2)
    return chat


async def test_start_asks_for_the_language_and_shows_112(bot: Bot) -> None:
    """/start brings 112 and the languages in their own scripts; then the lasting four buttons and the menu."""
    chat = bot.rig.chat(7)
    await chat.sends("/start")
    await chat.waits(1)
    assert "112" in chat.text
    await chat.taps("العربية")
    await chat.waits(2)
    assert [len(row) for row in chat.keyboard or ()] == [2, 2]
    assert "🚨" in str(chat.keyboard)
    assert any("حجز" in label for label in chat.last.labels)


async def test_every_press_is_answered(bot: Bot) -> None:
    """No spinner stays, not even on an old button or on one that is none of ours."""
    chat = await _began(bot)
    await chat.taps("Boka vård")
    await chat.waits(1)
    await chat.presses_old("v1|book-care|gone|me|1")
    await chat.presses_old("something else")
    await chat.presses_old("v1|book-care|who|me|2", gone=True)
    await bot.rig.settled()
    await _until(lambda: not bot.rig.spinning)


async def test_a_plain_screen_is_edited_in_place(hooked: Bot) -> None:
    """A press on the last message changes it; there is no new message."""
    chat = await _began(hooked)
    before = chat.last.message_id
    await chat.taps("Boka vård")
    await chat.waits("Vem behöver vård?")
    assert chat.last.message_id == before
    await chat.taps("Tillbaka")
    await chat.waits("Hej!")
    assert chat.last.message_id == before


async def test_a_screen_with_a_number_is_never_written_over(hooked: Bot) -> None:
    """What she may still need stays in the chat: the next screen comes as a new message."""
    chat = await _began(hooked)
    await chat.taps("Boka vård")
    await chat.waits("Vem behöver vård?")
    await chat.taps("Jag")
    await chat.waits(1)
    kept = chat.last.message_id
    assert "1177" in chat.text
    await chat.taps("Hur bokar jag en tid?")
    await chat.waits(1)
    assert chat.last.message_id > kept
    assert "1177" in chat.messages[kept].text


async def test_after_her_own_words_the_answer_comes_below_them(hooked: Bot) -> None:
    """A button above something she has written is not answered out of sight."""
    chat = await _began(hooked)
    old = chat.last.message_id
    await chat.sends("hej hej")
    await chat.waits(1)
    await chat.taps("Boka vård", message_id=old)
    await chat.waits(1)
    assert chat.last.message_id > old + 1


async def test_the_lasting_keyboard_works_in_every_language(bot: Bot) -> None:
    """Its labels come as words, with a pictogram, and from a keyboard of an earlier language too."""
    chat = await _began(bot, language="ar")
    await chat.presses("حالة طارئة")
    await chat.waits(1)
    assert "112" in chat.text
    await chat.sends("🏠 Meny")
    await chat.waits(1)
    assert any("حجز" in label for label in chat.last.labels)


async def test_a_new_language_brings_new_buttons_at_the_bottom(bot: Bot) -> None:
    """The four are sent again, once, when she changes language; Dari has its commands for the chat."""
    chat = await _began(bot)
    await chat.sends("/language")
    await chat.waits(1)
    await chat.taps("دری")
    await chat.waits(2)
    assert "🌐" in str(chat.keyboard)
    assert "Språk" not in str(chat.keyboard)
    await _until(lambda: any(call.params.get("scope") for call in bot.rig.called("setMyCommands")))
    assert "menu" in chat.commands


@pytest.mark.parametrize("words", ["/menu", "/menu@halsobot_test_bot", "Meny", "القائمة"])
async def test_commands_and_their_words_bring_the_menu(hooked: Bot, words: str) -> None:
    """In any language we have, with or without a slash."""
    chat = await _began(hooked)
    await chat.taps("Boka vård")
    await chat.waits("Vem behöver vård?")
    await chat.sends(words)
    await chat.waits("Hej!")


async def test_a_poster_opens_a_flow_in_a_language(bot: Bot) -> None:
    """t.me/…?start=book-care__sv leads straight there."""
    chat = bot.rig.chat(7)
    await chat.sends("/start book-care__sv")
    await chat.waits("Vem behöver vård?")


@pytest.mark.parametrize("thing", ["voice", "photo", "empty caption", "sticker", "document", "contact"])
async def test_what_is_not_words_is_met_with_112_and_a_way_on(hooked: Bot, thing: str) -> None:
    """Nobody can hear or see it yet; 112 stands first, and the buttons again."""
    chat = await _began(hooked)
    sends = {
        "voice": chat.sends_voice(),
        "photo": chat.sends_photo(),
        "empty caption": chat.sends_photo(""),
        "sticker": chat.sends_sticker(),
        "document": chat.sends_document(),
        "contact": chat.sends_contact("+46701234567"),
    }
    for name, sent in sends.items():
        if name == thing:
            await sent
        else:
            sent.close()
    await chat.waits("Ingen här kan höra")
    assert "112" in chat.text.splitlines()[0]
    assert "Boka vård" in chat.last.labels


async def test_an_emergency_in_a_caption_or_an_edit_is_heard(hooked: Bot) -> None:
    """The words of a picture and of a changed message count like any others."""
    chat = await _began(hooked)
    await chat.sends_photo("hon andas inte")
    await chat.waits("Är det fara för liv?")
    await chat.sends("hej")
    await chat.waits(1)
    await chat.edits("jag vill dö")
    await chat.waits("Är du på väg att skada dig?")


async def test_an_album_is_one_thing(hooked: Bot) -> None:
    """Five pictures at once get one answer, not five."""
    chat = await _began(hooked)
    await chat.album(5)
    await hooked.rig.settled()
    await chat.waits("Ingen här kan höra")
    await asyncio.sleep(0.5)
    assert sum("Ingen här kan höra" in seen.text for seen in chat.messages.values()) == 1


async def test_a_shared_place_answers_where_she_lives(hooked: Bot) -> None:
    """A position goes on from the question; nothing more is asked."""
    chat = await _began(hooked)
    await chat.taps("Mötesplatser nära dig")
    await chat.waits("Var bor du?")
    await chat.shares(63.18, 14.65)
    await chat.waits("Mötesplats Hälsa Torvalla")


async def test_in_a_group_it_says_one_line_and_keeps_nothing(hooked: Bot) -> None:
    """A command in a group is answered with "write to me in private"."""
    group = hooked.rig.group()
    await hooked.rig.chat(7).joins_group(group)
    await group.sends("/start", by=hooked.rig.chat(7))
    await group.waits("private")
    assert await _contacts(hooked) == 0


async def test_forget_removes_everything_and_says_so(bot: Bot) -> None:
    """After /forget there is no contact, and the next /start begins anew."""
    chat = await _began(bot)
    await chat.sends("/forget")
    await chat.waits("borttaget")
    assert await _contacts(bot) == 0
    await chat.sends("/start")
    await chat.waits("Välj språk")


async def test_a_press_twice_in_a_millisecond_moves_once(hooked: Bot) -> None:
    """Two presses of one button lead one screen on, and Back one screen back."""
    chat = await _began(hooked)
    await asyncio.gather(chat.taps("Boka vård"), chat.taps("Boka vård"))
    await hooked.rig.settled()
    await chat.waits("Vem behöver vård?")
    await chat.taps("Tillbaka")
    await chat.waits("Hej!")


@pytest.mark.parametrize("data", ["v1|book-care|who|me|2", "v1|book-care|gone|me|2", "v1|gone|gone|x|2", "old"])
async def test_a_year_old_button_is_answered_with_a_way_on(hooked: Bot, data: str) -> None:
    """It works if its target exists; else she sees where she is. Within two seconds, in her language."""
    chat = await _began(hooked)
    began = time.monotonic()
    await chat.presses_old(data)
    await chat.waits(1, timeout=2)
    assert time.monotonic() - began < 2
    assert chat.last.labels


@pytest.mark.parametrize("text", ["x" * 4096, "😀" * 2048, "\u202e" * 1000, "‏", "/", "/start " + "y" * 64, "  "])
async def test_any_text_is_answered(hooked: Bot, text: str) -> None:
    """The longest and the strangest text lead to a screen with buttons."""
    chat = await _began(hooked)
    shown = chat.last.message_id
    await chat.sends(text)
    await chat.waits(lambda chat: chat.last.message_id > shown and chat.last.labels, timeout=2)


async def test_a_press_before_the_message_it_follows(hooked: Bot) -> None:
    """Presses and messages come in different queues: a press may be the first we hear of her."""
    chat = hooked.rig.chat(7)
    await chat.presses_old("v1|engine|language|sv|1")
    await chat.waits("Hej!")
    assert "Boka vård" in chat.last.labels


async def test_start_twice_is_two_answers_and_no_confusion(hooked: Bot) -> None:
    """An impatient newcomer gets the same first screen again."""
    chat = hooked.rig.chat(7)
    await chat.sends("/start")
    await chat.sends("/start")
    await hooked.rig.settled()
    await chat.waits("Välj språk")
    await chat.taps("Svenska")
    await chat.waits("Hej!")


async def test_a_refused_edit_is_sent_anew(hooked: Bot) -> None:
    """Whatever Telegram has against an edit, she sees the screen; "not modified" counts as seen."""
    chat = await _began(hooked)
    hooked.rig.script(BadRequest("message can't be edited"), method="editMessageText")
    before = chat.last.message_id
    await chat.taps("Boka vård")
    await chat.waits(1)
    assert chat.last.message_id > before
    hooked.rig.script(NotModified(), method="editMessageText")
    sent = len(hooked.rig.called("sendMessage"))
    await chat.taps("Tillbaka")
    await hooked.rig.settled()
    await asyncio.sleep(0.3)
    assert len(hooked.rig.called("sendMessage")) == sent


@pytest.mark.parametrize(
    "trouble", [Fail(500), Fail(502), ResetBefore(), Html(), TooMany(1)], ids=lambda trouble: type(trouble).__name__
)
async def test_after_trouble_she_gets_her_answer_once(hooked: Bot, trouble: object) -> None:
    """Server errors, a broken line, a proxy's page, too many requests: the message is sent when it can be."""
    chat = await _began(hooked)
    hooked.rig.script(trouble, method="sendMessage", chat=chat)  # type: ignore[arg-type]
    await chat.sends("/language")
    await chat.waits("Välj språk", timeout=8)
    await asyncio.sleep(0.3)
    assert sum("Välj språk" in seen.text for seen in chat.messages.values()) == 1


@pytest.mark.parametrize("trouble", [ResetAfter(), Truncated()], ids=lambda trouble: type(trouble).__name__)
async def test_an_answer_lost_on_the_way_is_better_doubled_than_missing(hooked: Bot, trouble: object) -> None:
    """Where Telegram had taken the message and we cannot know it, she sees it, at worst twice."""
    chat = await _began(hooked)
    hooked.rig.script(trouble, method="sendMessage", chat=chat)  # type: ignore[arg-type]
    await chat.sends("/language")
    await chat.waits("Välj språk", timeout=8)
    await asyncio.sleep(2.5)
    assert 1 <= sum("Välj språk" in seen.text for seen in chat.messages.values()) <= 2


async def test_whoever_blocks_the_bot_is_sent_nothing_more(hooked: Bot) -> None:
    """After 403 what waits for her is dropped; when she comes back she is answered."""
    chat = await _began(hooked)
    hooked.rig.script(Blocked(), method="sendMessage", chat=chat)
    await chat.sends("hej")
    await chat.sends("hej igen")
    await hooked.rig.settled()
    await asyncio.sleep(0.5)
    await chat.sends("/menu")
    await chat.waits("Hej!")


async def test_one_bad_message_does_not_stop_the_next(hooked: Bot) -> None:
    """A message that Telegram will never take fails alone."""
    chat = await _began(hooked)
    hooked.rig.script(BadRequest("can't parse entities"), method="sendMessage", chat=chat)
    await chat.sends("hej")
    await chat.sends("/language")
    await chat.waits("Välj språk")


async def test_one_contact_held_back_does_not_slow_another(hooked: Bot) -> None:
    """While one chat is in 429, another's p95 stays within twice the quiet one."""
    slow, quick = await _began(hooked, 7), await _began(hooked, 8)
    quiet = await _p95(quick)
    hooked.rig.script(TooMany(5), method="sendMessage", chat=slow, times=1)
    await slow.sends("/language")
    await hooked.rig.settled()
    held = await _p95(quick)
    assert held <= max(2 * quiet, 0.2), (quiet, held)


async def _p95(chat: FakeChat) -> float:
    """The time from a word to its answer, of twenty."""
    times = []
    for turn in range(20):
        began = time.monotonic()
        await chat.sends(f"hej {turn}")
        await chat.waits(1)
        times.append(time.monotonic() - began)
    return statistics.quantiles(times, n=20)[-1]


@pytest.mark.parametrize("header", [None, "", "wrong", "s3cre", "s3cret2"])
async def test_a_delivery_without_the_secret_is_told_nothing(hooked: Bot, header: str | None) -> None:
    """Somebody else who finds the address cannot speak for anybody."""
    url = hooked.rig.called("setWebhook")[-1].params["url"]
    headers = {} if header is None else {"X-Telegram-Bot-Api-Secret-Token": header}
    update = {"update_id": 1, "message": {"message_id": 1, "chat": {"id": 5, "type": "private"}, "text": "/start"}}
    async with aiohttp.ClientSession() as http, http.post(url, json=update, headers=headers) as answer:
        assert answer.status == 403
    assert await _contacts(hooked) == 0


@pytest.mark.parametrize(
    "update",
    [
        b"", b"{", b"[]", b"null", b"17", b'{"update_id": 1}', b'{"message": 5}', b'{"message": {"chat": 1}}',
        b'{"callback_query": {"id": 5, "data": []}}',
        b'{"message": {"chat": {"id": "x", "type": "private"}, "text": 7}}',
        b'{"message": {"chat": {"id": 5, "type": "private"}, "location": {"latitude": "x"}}}',
    ],
)  # fmt: skip
async def test_a_strange_delivery_is_taken_and_dropped(hooked: Bot, update: bytes) -> None:
    """Repeating it would not help, so it is acknowledged; nothing is stored."""
    url = hooked.rig.called("setWebhook")[-1].params["url"]
    headers = {"X-Telegram-Bot-Api-Secret-Token": "s3cret"}
    async with aiohttp.ClientSession() as http, http.post(url, data=update, headers=headers) as answer:
        assert answer.status == 200
    assert await _contacts(hooked) == 0


@pytest.mark.parametrize(
    "message",
    [
        {"photo": [{"file_id": "a"}], "caption": "half \ud83d"},
        {"document": {"file_id": "a", "file_name": "half \ud83d"}},
        {"voice": {"file_id": "half \ud83d"}},
        {"chat": {"id": -5, "type": "group"}, "text": "/start", "from": {"language_code": ["sv"]}},
    ],
)
async def test_what_no_file_can_hold_stops_nobody(hooked: Bot, message: dict[str, object]) -> None:
    """Half a letter, or a table where a word should be: it is taken, since it would only come again and again."""
    url = hooked.rig.called("setWebhook")[-1].params["url"]
    headers = {"X-Telegram-Bot-Api-Secret-Token": "s3cret"}
    hooked.rig.chat(5)
    sent = {"message_id": 1, "chat": {"id": 5, "type": "private"}} | message
    async with aiohttp.ClientSession() as http:
        for update in ({"message": sent}, {"callback_query": {"id": "1", "data": "half \ud83d", "message": sent}}):
            async with http.post(url, json=update, headers=headers) as answer:
                assert answer.status == 200


async def test_a_delivery_that_comes_in_pieces_is_whole(hooked: Bot) -> None:
    """A proxy may hand us the body in two halves: nothing is lost."""
    url = hooked.rig.called("setWebhook")[-1].params["url"]
    headers = {"X-Telegram-Bot-Api-Secret-Token": "s3cret", "Content-Type": "application/json"}
    update = b'{"update_id": 1, "message": {"message_id": 1, "chat": {"id": 5, "type": "private"}, "text": "/start"}}'

    async def halves() -> AsyncIterator[bytes]:
        yield update[:50]
        await asyncio.sleep(0.3)
        yield update[50:]

    hooked.rig.chat(5)
    async with aiohttp.ClientSession() as http, http.post(url, data=halves(), headers=headers) as answer:
        assert answer.status == 200
    assert await _contacts(hooked) == 1


@pytest.mark.parametrize("words", ["/help min mamma andas inte", "/start min mamma andas inte", "/x jag vill dö"])
async def test_words_after_a_command_are_heard(hooked: Bot, words: str) -> None:
    """In panic people write behind whatever stands there."""
    chat = await _began(hooked)
    await chat.sends(words)
    await chat.waits(lambda chat: "emergency" in str(chat.last.buttons) and "112" in chat.text.splitlines()[0])


async def test_a_live_location_is_answered_once(hooked: Bot) -> None:
    """Telegram edits it every few seconds; she is not flooded."""
    chat = await _began(hooked)
    shared = await chat.shares(63.18, 14.65)
    await chat.waits(1)
    before = len(hooked.rig.called("sendMessage"))
    for number in range(5):
        moved = dict(shared.json["message"]) | {"edit_date": number + 1}
        assert await hooked.rig.post({"update_id": 5_000_000 + number, "edited_message": moved}) == 200
    await asyncio.sleep(0.5)
    assert len(hooked.rig.called("sendMessage")) == before


async def test_a_fee_stays_in_the_chat(hooked: Bot) -> None:
    """A text with a number in it is not written over, though it has nothing to tap."""
    chat = await _began(hooked)
    await chat.taps("Vad kostar vården?")
    await chat.waits("Vad stämmer för dig?")
    await chat.taps("Jag söker asyl")
    await chat.waits("kronor")
    kept = chat.last.message_id
    await chat.taps("Vad kostar medicin?")
    await chat.waits(lambda chat: chat.last.message_id > kept)
    assert "kronor" in chat.messages[kept].text


async def test_a_refused_menu_of_commands_stops_nothing(settings: Settings, rig: Rig) -> None:
    """setMyCommands is a help; without it messages are taken all the same."""
    rig.script(BadRequest("no commands today"), method="setMyCommands", skip=1, times=None)
    async with connected(settings, rig, "polling"):
        chat = rig.chat(7)
        await chat.sends("/start")
        await chat.waits("Välj språk")


async def test_trouble_in_the_store_is_not_the_end_of_polling(settings: Settings, rig: Rig) -> None:
    """A database that was locked for a while makes nobody deaf: the same updates are taken after."""
    async with connected(settings, rig, "polling"):
        other = sqlite3.connect(settings.database_url.removeprefix("sqlite:///"), isolation_level=None)
        other.execute("BEGIN IMMEDIATE")
        chat = rig.chat(7)
        await chat.sends("/start")
        await asyncio.sleep(3)
        assert not chat.messages or chat.last.text == "/start"
        other.execute("ROLLBACK")
        other.close()
        await chat.waits("Välj språk", timeout=10)


async def test_a_long_trouble_in_the_store_loses_no_update(
    settings: Settings, rig: Rig, monkeypatch: pytest.MonkeyPatch
) -> None:
    """However often it was asked again meanwhile: only an update that fails by itself is given up."""
    monkeypatch.setattr(intake, "GIVE_UP", 1)
    monkeypatch.setattr(intake, "PAUSE", 0.1)
    async with connected(settings, rig, "polling"):
        other = sqlite3.connect(settings.database_url.removeprefix("sqlite:///"), isolation_level=None)
        other.execute("BEGIN IMMEDIATE")
        chat = rig.chat(7)
        await chat.sends("/start")
        await asyncio.sleep(7)
        other.execute("ROLLBACK")
        other.close()
        await chat.waits("Välj språk", timeout=10)


async def test_deliveries_repeated_at_once_and_under_other_numbers_act_once(hooked: Bot) -> None:
    """Telegram repeats what it is not sure of; she sees each answer once."""
    hooked.rig.deliver_twice(1.0, times=3, at_once=True, reissue=True)
    chat = await _began(hooked)
    for turn in range(5):
        await chat.sends(f"hej {turn}")
    await hooked.rig.settled()
    await chat.waits(lambda chat: _not_understood(chat) >= 5)
    await asyncio.sleep(0.5)
    assert _not_understood(chat) == 5


def _not_understood(chat: FakeChat) -> int:
    return sum("Jag förstår inte" in seen.text for seen in chat.messages.values())


async def test_of_two_programs_on_one_database_one_asks(settings: Settings, rig: Rig) -> None:
    """The second waits until the first has gone, and then goes on; nobody's message is lost."""
    chat = rig.chat(7)
    async with connected(settings, rig, "polling"):
        await chat.sends("/start __sv")
        await chat.waits("Hej!")
        async with connected(settings, rig, "polling"):
            await chat.sends("/menu")
            await chat.waits("Hej!")
            assert not [refusal for refusal in rig.refused if refusal.status == 409]


async def _contacts(bot: Bot) -> int:
    def count(connection: sa.Connection) -> int:
        return int(connection.execute(sa.select(sa.func.count()).select_from(contact)).scalar_one())

    return await bot.rt.store._read(count)


async def _until(holds: object, timeout: float = 15) -> None:
    assert callable(holds)
    async with asyncio.timeout(timeout):
        while not holds():
            await asyncio.sleep(0.02)


def test_an_update_without_a_chat_belongs_to_none() -> None:
    """Half a message or none at all is no error, so that asking for updates goes on."""
    odd: list[dict[str, object]] = [{"message": None}, {"message": 5}, {"callback_query": {"id": "1", "message": None}}]
    assert [chat_of(update) for update in odd] == [None, None, None]
    assert chat_of({"callback_query": {"message": {"chat": {"id": 7}}}}) == 7


async def test_what_comes_hours_late_is_answered_with_a_line_that_says_so(hooked: Bot) -> None:
    """After an outage she is told when she wrote what is answered now; an emergency is one all the same."""
    chat = await _began(hooked)
    hooked.rig.advance(-3 * 3600)
    await chat.sends("hej hej hej")
    await chat.waits("Du skrev detta")
    await chat.sends("hjälp mitt barn andas inte")
    await chat.waits("Säg vad som har hänt")
    assert "Jag kunde inte svara förrän nu" in chat.last.text
    hooked.rig.advance(3 * 3600)
    await chat.sends("tack tack")
    await chat.waits(1)
    assert "Du skrev detta" not in chat.last.text
