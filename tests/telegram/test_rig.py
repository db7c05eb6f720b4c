"""The rig itself: talks seen from both sides, what it answers, and what it can do to a call."""

from __future__ import annotations

import asyncio
import json
import sys
from collections.abc import AsyncIterator, Awaitable, Callable
from pathlib import Path
from typing import Any

import aiohttp
import pytest
from rig import (
    SPEC,
    BadRequest,
    Behaviour,
    Blocked,
    Call,
    Delay,
    Fail,
    Hang,
    Html,
    Kill,
    Migrated,
    NotFound,
    NotModified,
    ResetAfter,
    ResetBefore,
    Rig,
    TooMany,
    Truncated,
)
from telegram import (
    Bot,
    BotCommand,
    BotCommandScopeChat,
    InlineKeyboardButton,
    InlineKeyboardMarkup,
    InputMediaPhoto,
    MenuButtonCommands,
    MessageEntity,
    ReplyKeyboardMarkup,
    ReplyKeyboardRemove,
    ReplyParameters,
    error,
)

KEYBOARD = {
    "inline_keyboard": [[{"text": "العربية", "callback_data": "ar"}, {"text": "Svenska", "callback_data": "sv"}]]
}
MARKUP = InlineKeyboardMarkup.de_json(KEYBOARD)


@pytest.fixture
async def rig() -> AsyncIterator[Rig]:
    async with Rig() as rig:
        yield rig


@pytest.fixture
async def bot(rig: Rig) -> AsyncIterator[Bot]:
    async with Bot(rig.token, base_url=rig.base_url, base_file_url=rig.base_file_url) as bot:
        yield bot


@pytest.fixture
async def session() -> AsyncIterator[aiohttp.ClientSession]:
    async with aiohttp.ClientSession() as session:
        yield session


async def test_a_talk_is_seen_from_both_sides(rig: Rig, bot: Bot) -> None:
    amina = rig.chat(7, language_code="ar")
    await amina.sends("/start care__ar")
    [start] = await bot.get_updates()
    assert start.message
    assert start.message.from_user
    assert start.message.from_user.language_code == "ar"
    assert start.message.parse_entities() == {start.message.entities[0]: "/start"}

    sent = await bot.send_message(
        7, "Välj språk\nRing 112 eller +46 771 11 77 00. Mer på https://1177.se.", reply_markup=MARKUP
    )
    assert amina.last.labels == ["العربية", "Svenska"]
    assert amina.last.marked("phone_number") == ["+46 771 11 77 00"]
    assert amina.last.marked("url") == ["https://1177.se"]

    await amina.taps("العربية")
    [press] = await bot.get_updates(offset=start.update_id + 1)
    assert press.callback_query
    assert press.callback_query.data == "ar"
    assert press.callback_query.message
    assert press.callback_query.message.message_id == sent.message_id
    assert len(rig.spinning) == 1
    await press.callback_query.answer("tack")
    await bot.edit_message_text("أهلا", 7, sent.message_id)
    assert (amina.text, amina.last.edits, amina.last.labels, amina.toasts) == ("أهلا", 1, [], ["tack"])
    assert rig.spinning == []
    assert [(c.method, c.chat_id, c.message_id) for c in rig.calls[-3:]] == [
        ("sendMessage", 7, 2),
        ("answerCallbackQuery", 7, 2),
        ("editMessageText", 7, 2),
    ]
    assert rig.violations == []


async def test_every_answer_is_one_that_python_telegram_bot_reads(rig: Rig, bot: Bot) -> None:
    amina, ring = rig.chat(7, language_code="sv"), b"OggS" * 20
    await amina.sends("hej")
    rows = ReplyKeyboardMarkup(
        [["🆘 Akut", "👤 Människa"], ["☰ Meny", "🌐 Språk"]], is_persistent=True, resize_keyboard=True
    )
    await bot.send_message(7, "Knappar", reply_markup=rows)
    assert amina.keyboard == [["🆘 Akut", "👤 Människa"], ["☰ Meny", "🌐 Språk"]]
    await amina.presses("Akut")
    assert amina.history[3].text == "🆘 Akut"
    await bot.send_message(7, "Borta", reply_markup=ReplyKeyboardRemove())
    assert amina.keyboard is None

    photo = await bot.send_photo(7, b"\x89PNG", caption="bild", reply_parameters=ReplyParameters(1))
    assert photo.reply_to_message
    again = await bot.send_photo(7, photo.photo[-1].file_id)
    assert again.photo == photo.photo
    voice = await bot.send_voice(7, ring, duration=3)
    assert voice.voice
    assert bytes(await (await bot.get_file(voice.voice.file_id)).download_as_bytearray()) == ring
    await bot.send_document(7, b"%PDF", filename="karta.pdf")
    await bot.send_location(7, 63.17, 14.63)
    await bot.send_media_group(7, [InputMediaPhoto(b"a"), InputMediaPhoto(b"b", caption="två")])
    await bot.edit_message_caption(7, photo.message_id, caption="ny")
    await bot.edit_message_reply_markup(7, photo.message_id, reply_markup=MARKUP)
    await bot.send_chat_action(7, "typing")
    assert (await bot.copy_message(7, 7, photo.message_id)).message_id > photo.message_id
    assert await bot.delete_message(7, photo.message_id)
    assert photo.message_id not in amina.messages

    for scope in (None, BotCommandScopeChat(7)):
        await bot.set_my_commands([BotCommand("start", "Börja")], scope=scope, language_code="sv")
        assert (await bot.get_my_commands(scope=scope, language_code="sv"))[0].command == "start"
    assert amina.commands == ["start"]
    await bot.delete_my_commands(language_code="sv")
    assert await bot.get_my_commands(language_code="sv") == ()
    assert await bot.get_my_commands(scope=BotCommandScopeChat(7), language_code="sv")
    await bot.set_my_description("Vägen i vården", language_code="sv")
    assert (await bot.get_my_description("sv")).description == "Vägen i vården"
    await bot.set_chat_menu_button(7, MenuButtonCommands())
    assert (await bot.get_chat(7)).first_name == "Amina"
    assert (await bot.get_webhook_info()).url == ""
    assert (await bot.get_me()).is_bot
    assert rig.violations == []


async def test_every_thing_a_person_does_is_an_update_as_specified(rig: Rig, bot: Bot) -> None:
    amina, group = rig.chat(7), rig.group(-100)
    await bot.set_webhook("")
    rig.delivery.allowed = list(SPEC.update_kinds)
    await amina.sends("hej 👋 +46 771 11 77 00")
    await amina.edits("hallå")
    await amina.shares(63.17, 14.63)
    await amina.sends_voice()
    await amina.sends_photo(caption="")
    await amina.sends_sticker()
    await amina.sends_document("brev.pdf", caption="läs")
    await amina.sends_contact("+46 771 11 77 00")
    await amina.album(3, caption="tre")
    await bot.send_message(7, "Välj", reply_markup=MARKUP)
    await asyncio.gather(amina.taps("ar"), amina.taps("ar"))
    await amina.presses_old("gone", 99, gone=True)
    await amina.presses_old("old", 98)
    await amina.joins_group(group)
    await group.sends("/start@halsobot_test_bot", by=amina)
    await group.removes_bot(by=amina)
    await amina.blocks()
    waiting = [each.json for each in rig.delivery.pending.values()]
    assert [wrong for each in waiting for wrong in SPEC.check("Update", each)] == []
    read = await bot.get_updates()
    assert len(read) == len(waiting) == 20
    assert read[1].edited_message
    assert read[4].message
    assert read[4].message.caption == ""
    assert len({each.message.media_group_id for each in read if each.message and each.message.media_group_id}) == 1
    presses = [each.callback_query for each in read if each.callback_query]
    assert len({press.id for press in presses}) == 4
    assert presses[2].message
    assert not presses[2].message.is_accessible
    assert presses[3].message
    assert (rig.now() - presses[3].message.date.timestamp()) > 360 * 86400
    with pytest.raises(error.Forbidden, match="blocked"):
        await bot.send_message(7, "?")
    with pytest.raises(error.Forbidden, match="kicked"):
        await bot.send_message(-100, "?")


async def test_edits_are_refused_as_telegram_refuses_them(rig: Rig, bot: Bot) -> None:
    amina = rig.chat(7)
    await amina.sends("hej")
    plain = (await bot.send_message(7, "text", reply_markup=MARKUP)).message_id
    photo = (await bot.send_photo(7, b"x")).message_id
    fixed = (await bot.send_message(7, "knappar", reply_markup=ReplyKeyboardMarkup([["x"]]))).message_id
    bold = [MessageEntity("bold", 0, 4)]
    refused: dict[str, Callable[[], Awaitable[object]]] = {
        "message is not modified": lambda: bot.edit_message_text(" text ", 7, plain, reply_markup=MARKUP),
        "message to edit not found": lambda: bot.edit_message_text("x", 7, 99),
        "there is no text": lambda: bot.edit_message_text("x", 7, photo),
        "there is no caption": lambda: bot.edit_message_caption(7, plain, caption="x"),
        "message can't be edited": lambda: bot.edit_message_text("x", 7, fixed),
        "message to delete not found": lambda: bot.delete_message(7, 99),
        "chat not found": lambda: bot.send_message(8, "x"),
        "query is too old": lambda: bot.answer_callback_query("1"),
        "wrong file identifier": lambda: bot.send_photo(7, "nothing"),
    }
    for told, call in refused.items():
        with pytest.raises(error.BadRequest, match=f"(?i){told}"):
            await call()
    await bot.edit_message_text("text", 7, plain, reply_markup=MARKUP, entities=bold)
    assert rig.violations == []


async def test_a_press_cannot_be_answered_after_150_seconds(rig: Rig, bot: Bot) -> None:
    amina = rig.chat(7)
    await bot.send_message(7, "Välj", reply_markup=MARKUP)
    await amina.taps("sv")
    [press] = await bot.get_updates()
    assert press.callback_query
    rig.advance(151)
    with pytest.raises(error.BadRequest, match="Query is too old"):
        await press.callback_query.answer()


async def test_too_many_holds_one_chat_or_all_and_notes_who_comes_early(
    rig: Rig, bot: Bot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PTB_TIMEDELTA", "true")
    rig.chat(7), rig.chat(8)
    rig.script(TooMany(30), method="sendMessage", chat=7)
    for _ in range(2):
        with pytest.raises(error.RetryAfter):
            await bot.send_message(7, "x")
    assert [round(each.by) for each in rig.early] == [30]
    await bot.send_message(8, "x")
    rig.advance(30)
    await bot.send_message(7, "x")
    rig.script(TooMany(30, global_=True), chat=8)
    for number in (8, 7):
        with pytest.raises(error.RetryAfter):
            await bot.send_message(number, "x")
    assert len(rig.early) == 2
    assert rig.rates(window=60) == {8: 1, 7: 1}


@pytest.mark.parametrize(
    ("behaviour", "raised", "accepted"),
    [
        (Fail(500), error.NetworkError, False),
        (Fail(502), error.NetworkError, False),
        (Html(), error.NetworkError, False),
        (Html(status=200, accepted=True), error.TelegramError, True),
        (ResetBefore(), error.NetworkError, False),
        (ResetAfter(), error.NetworkError, True),
        (Hang(0.05), error.NetworkError, False),
        (Hang(0.05, accepted=True), error.NetworkError, True),
        (Truncated(), error.NetworkError, True),
        (Truncated(whole_http=True), error.TelegramError, True),
        (Blocked(), error.Forbidden, False),
        (NotFound(), error.BadRequest, False),
        (NotModified(), error.BadRequest, False),
        (BadRequest("BUTTON_DATA_INVALID"), error.BadRequest, False),
        (Migrated(to=-1007), error.ChatMigrated, False),
        (Delay(0.05), None, True),
    ],
)
async def test_a_script_spoils_a_call_once(
    rig: Rig, bot: Bot, behaviour: Behaviour, raised: type[Exception] | None, accepted: bool
) -> None:
    amina = rig.chat(7)
    script = rig.script(behaviour, method="sendMessage", chat=amina, skip=1)
    await bot.send_message(7, "spared")
    if raised is None:
        await bot.send_message(7, "spoilt")
    else:
        with pytest.raises(raised):
            await bot.send_message(7, "spoilt")
    await bot.send_message(7, "after")
    assert script.used == 1
    assert [seen.text for seen in amina.messages.values()] == ["spared", *["spoilt"] * accepted, "after"]
    assert len(rig.refused) == (not accepted)
    assert rig.violations == []


@pytest.mark.parametrize("when", ["before", "after", "answered"])
async def test_the_bot_can_be_killed_at_a_chosen_point(rig: Rig, session: aiohttp.ClientSession, when: Any) -> None:
    amina, killed = rig.chat(7), list[tuple[str, int]]()

    async def kill(call: Call) -> None:
        killed.append((call.method, len(amina.messages)))

    rig.script(Kill(kill, when=when), method="sendMessage")
    call = session.post(f"{rig.base_url}{rig.token}/sendMessage", json={"chat_id": 7, "text": "x"})
    if when == "answered":
        async with call as answer:
            assert answer.status == 200
    else:
        with pytest.raises(aiohttp.ClientError):
            await call
    async with asyncio.timeout(5):
        while not killed:
            await asyncio.sleep(0.005)
    assert killed == [("sendMessage", 0 if when == "before" else 1)]


async def test_the_log_is_a_file_of_what_happened(tmp_path: Path) -> None:
    path = tmp_path / "log.jsonl"
    async with Rig(log=path) as rig, Bot(rig.token, base_url=rig.base_url) as bot:
        await rig.chat(7).sends("hej")
        [update] = await bot.get_updates()
        await bot.get_updates(update.update_id + 1)
        await bot.send_message(7, "hej")
        lines = [json.loads(line) for line in path.read_text().splitlines()]
        assert [line["kind"] for line in lines] == ["call", "update", "acknowledged", "call"]
        assert (lines[-1]["method"], lines[-1]["chat_id"], lines[-1]["params"]["text"]) == ("sendMessage", 7, "hej")


async def test_the_rig_runs_as_a_process_of_its_own(session: aiohttp.ClientSession, tmp_path: Path) -> None:
    folder = Path(__file__).parent
    rig = await asyncio.create_subprocess_exec(
        sys.executable, "-m", "rig", "--log", str(tmp_path / "log"), cwd=folder, stdout=asyncio.subprocess.PIPE
    )
    assert rig.stdout
    url = (await rig.stdout.readline()).decode().strip()

    async def control(path: str, **given: Any) -> Any:
        async with session.post(f"{url}/rig/{path}", json=given) as answer:
            assert answer.status == 200, await answer.text()
            return await answer.json()

    await control("chat/7", language_code="ti")
    await control("chat/7/sends", text="/start")
    await control("script", then={"do": "Fail", "status": 503}, method="sendMessage", skip=1)
    async with Bot("123456:TEST", base_url=f"{url}/bot") as bot:
        [update] = await bot.get_updates()
        assert update.effective_user
        assert update.effective_user.language_code == "ti"
        await bot.send_message(
            7, "ሰላም", reply_markup=InlineKeyboardMarkup([[InlineKeyboardButton("112", callback_data="e")]])
        )
        with pytest.raises(error.NetworkError):
            await bot.send_message(7, "igen")
    assert (await control("chat/7/waits", until="ሰላም"))["text"] == "ሰላም"
    await control("chat/7/taps", what="112")
    async with session.get(f"{url}/rig/state") as answer:
        state = await answer.json()
    assert (state["pending"], state["spinning"], state["violations"]) == (2, 1, [])
    rig.terminate()
    assert await rig.wait() == 0
    assert len((tmp_path / "log").read_text().splitlines()) == 5


async def test_waiting_in_vain_shows_the_talk(rig: Rig, bot: Bot) -> None:
    amina = rig.chat(7)
    await bot.send_message(7, "Välj", reply_markup=MARKUP)
    with pytest.raises(AssertionError, match=r"'Vänta' not seen in 0\.01 s:\n +1 bot: Välj\n +العربية \| Svenska"):
        await amina.waits("Vänta", timeout=0.01)
    with pytest.raises(AssertionError, match="no button 'Menu'"):
        await amina.taps("Menu")
