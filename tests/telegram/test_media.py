"""Voice messages and pictures on Telegram: fetched for the guide, and her guide's recording sent."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Mapping
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from conftest import Bot, connected
from recordings import document, photo, recording
from rig import BadRequest, FakeChat, ResetAfter, ResetBefore, Rig, TooMany
from room import MONDAY, THREE, settings_for

from halsobot.console.talk import media_of
from halsobot.conversation.desk import Desk
from halsobot.model.channel import ChannelError
from halsobot.model.event import Closed, Corrected, FileKind, Replied, SentMedia, Wrote
from halsobot.model.inbound import Attachment
from halsobot.store.cases import Opened

#: Stands beside what her guide says by voice.
NAMED = "Inspelning"
TYPES: Mapping[FileKind, str] = {"voice": "audio/ogg", "photo": "image/jpeg", "document": "application/pdf"}
#: Files, what stands beside each, and the method it goes out by.
FILES: list[tuple[FileKind, bytes, str, str]] = [
    ("photo", photo(), "Bild", "sendPhoto"),
    ("document", document(), "Fil (PDF)", "sendDocument"),
]


@dataclass
class Case:
    """A case on Telegram that Anna holds."""

    bot: Bot
    chat: FakeChat
    id: str

    @property
    def desk(self) -> Desk:
        return Desk(self.bot.rt)

    async def speaks(self, sound: bytes) -> bool:
        return await self.gives("voice", sound)

    async def gives(self, kind: FileKind, body: bytes) -> bool:
        """Anna answers with a file, by one and the same form."""
        reply = Replied(self.bot.rt.clock(), "anna", file=kind)
        return await self.desk.reply(self.id, reply, "1", Attachment(TYPES[kind], body))

    async def opened(self) -> Opened:
        return await self.desk.open(self.id, "anna")


@pytest.fixture
async def held(tmp_path: Path, rig: Rig) -> AsyncIterator[Case]:
    """She has asked for a person, and Anna has taken the case."""
    async with connected(settings_for(tmp_path, THREE), rig, "webhook") as bot:
        bot.clock.now = MONDAY
        chat = rig.chat(7)
        await chat.sends("/start book-care__sv")
        await chat.waits("Vem behöver vård?")
        await chat.taps("Prata med en människa")
        await chat.waits(lambda chat: "Be en hälsoguide svara" in chat.last.labels)
        await chat.taps("Be en hälsoguide svara")
        await chat.waits(lambda chat: "Be en hälsoguide svara" not in chat.last.labels)
        [row] = await Desk(bot.rt).queue()
        case = Case(bot, chat, row.id)
        assert await case.desk.claim(row.id, "anna", bot.rt.clock())
        await chat.waits("Anna")
        yield case


def _sent(opened: Opened) -> list[SentMedia]:
    return [line.what for line in opened.lines if isinstance(line.what, SentMedia)]


def _given(chat: FakeChat) -> list[bytes]:
    """The files in her chat, in order, as she would download them."""
    bodies = [seen.body for seen in chat.messages.values()]
    found = [each.get("voice") or each.get("document") or (each.get("photo") or [None])[-1] for each in bodies]
    return [chat.rig.files[body["file_id"]].content for body in found if body]


async def test_what_she_sends_can_be_fetched(held: Case) -> None:
    """By Telegram's name of it: the voice as it is, of a picture the largest."""
    await held.chat.sends_voice(content=recording("ogg"))
    await held.chat.sends_photo(content=photo())
    await held.bot.rig.settled()
    voice, picture = _sent(await held.opened())
    assert voice.file
    assert picture.file
    fetch = held.bot.rt.fetch["telegram"]
    assert await fetch(voice.file) == recording("ogg")
    assert await fetch(picture.file) == photo()


async def test_what_cannot_be_fetched_says_so(held: Case, monkeypatch: pytest.MonkeyPatch) -> None:
    """A file that Telegram does not know, one that is too large, a network that breaks: nothing else, and no token."""
    fetch = held.bot.rt.fetch["telegram"]
    known = str(held.bot.rig.new_file(b"x" * 100, "ogg")["file_id"])
    for file in ("unknown", known):
        if file == known:
            monkeypatch.setattr("halsobot.channels.telegram.send.MEDIA", 99)
        with pytest.raises(ChannelError) as refused:
            await fetch(file)
        assert held.bot.rig.token not in str(refused.value)
    held.bot.rig.script(ResetBefore(), method="getFile")
    with pytest.raises(ChannelError):
        await fetch(known)


async def test_a_spoken_answer_is_one_message(held: Case) -> None:
    """Sound, the guide's name and the buttons together; the same form twice is one message; her next screen stands
    below.
    """
    sound = recording("ogg")
    assert await held.speaks(sound)
    assert await held.speaks(sound)
    await held.chat.waits(NAMED)
    assert held.chat.last.kind == "voice"
    assert "Anna" in held.chat.text
    assert _given(held.chat) == [sound]
    assert len(held.bot.rig.called("sendVoice")) == 1
    await held.chat.taps("Fortsätt där jag var")
    await held.chat.waits(lambda chat: chat.last.kind == "text")
    assert _given(held.chat) == [sound]


@pytest.mark.parametrize("trouble", [TooMany(1), ResetBefore()])
async def test_what_did_not_go_out_goes_out_later(held: Case, trouble: TooMany | ResetBefore) -> None:
    """Sound and words, once, although the first attempt failed."""
    before = len(held.chat.messages)
    held.bot.rig.script(trouble, method="sendVoice")
    assert await held.speaks(recording("ogg"))
    await _later(held, before + 1)
    assert _given(held.chat) == [recording("ogg")]


async def test_what_may_have_gone_out_goes_out_again(held: Case) -> None:
    """A guide's words are worth more twice than never: so with her voice."""
    before = len(held.chat.messages)
    held.bot.rig.script(ResetAfter(), method="sendVoice")
    assert await held.speaks(recording("ogg"))
    await _later(held, before + 2)
    assert _given(held.chat) == [recording("ogg")] * 2


async def test_who_lets_no_voice_messages_come_gets_a_file(held: Case) -> None:
    """Telegram refuses them for her; then it comes as a file, with the same words."""
    held.bot.rig.script(BadRequest("Bad Request: VOICE_MESSAGES_FORBIDDEN"), method="sendVoice")
    assert await held.speaks(recording("ogg"))
    await held.chat.waits(NAMED)
    assert held.chat.last.kind == "document"
    assert _given(held.chat) == [recording("ogg")]


@pytest.mark.parametrize(("kind", "body", "named", "method"), FILES)
async def test_a_picture_or_a_document_is_one_message(
    held: Case, kind: FileKind, body: bytes, named: str, method: str
) -> None:
    """File, the guide's name and the buttons together, once; the name of the file tells nothing."""
    assert await held.gives(kind, body)
    assert await held.gives(kind, body)
    await held.chat.waits(named)
    assert held.chat.last.kind == kind
    assert "Anna" in held.chat.text
    assert "Fortsätt där jag var" in held.chat.last.labels
    assert _given(held.chat) == [body]
    assert len(held.bot.rig.called(method)) == 1
    if kind == "document":
        assert held.chat.last.body[kind]["file_name"] == "halsobot.pdf"


@pytest.mark.parametrize(("kind", "body", "named", "method"), FILES)
@pytest.mark.parametrize(("trouble", "times"), [(TooMany(1), 1), (ResetBefore(), 1), (ResetAfter(), 2)])
async def test_a_picture_or_a_document_comes_through_trouble(
    held: Case, kind: FileKind, body: bytes, named: str, method: str, trouble: Any, times: int
) -> None:
    """After 429 and after a broken line once; where the answer was lost, rather twice than never."""
    before = len(held.chat.messages)
    held.bot.rig.script(trouble, method=method)
    assert await held.gives(kind, body)
    await _later(held, before + times)
    assert _given(held.chat) == [body] * times
    assert held.chat.last.text.endswith(named)


async def test_a_picture_that_telegram_does_not_show_comes_as_a_file(held: Case) -> None:
    """One that is too long and narrow, with the same words."""
    held.bot.rig.script(BadRequest("Bad Request: PHOTO_INVALID_DIMENSIONS"), method="sendPhoto")
    assert await held.gives("photo", photo())
    await held.chat.waits("Bild")
    assert held.chat.last.body["document"]["file_name"] == "halsobot.jpg"
    assert _given(held.chat) == [photo()]


@pytest.mark.parametrize(("kind", "body", "named", "method"), FILES)
async def test_a_picture_or_a_document_that_is_taken_back_is_gone(
    held: Case, kind: FileKind, body: bytes, named: str, method: str
) -> None:
    """From her chat, and from what we keep."""
    assert await held.gives(kind, body)
    await held.chat.waits(named)
    turn = max(line.turn for line in (await held.opened()).lines if isinstance(line.what, Replied))
    assert await held.desk.correct(held.id, Corrected(held.bot.rt.clock(), "anna", turn, None), "c")
    await held.chat.waits("har tagit tillbaka ett svar")
    assert _given(held.chat) == []
    store, contact = held.bot.rt.store, (await held.desk.row(held.id)).contact
    assert await store.read(lambda connection: store.cases.file(connection, contact, turn)) is None


async def test_closed_before_it_could_be_sent(held: Case) -> None:
    """The recording is erased with the case; that her guide answered she still reads."""
    before = len(held.chat.messages)
    held.bot.rig.script(ResetBefore(), method="sendVoice")
    assert await held.speaks(recording("ogg"))
    assert await held.desk.close(held.id, Closed(held.bot.rt.clock(), "anna", "answered"), "2")
    await _later(held, before + 2)
    assert _given(held.chat) == []
    assert any(NAMED in seen.text for seen in held.chat.messages.values())


async def _later(held: Case, messages: int) -> None:
    """Time passes for the bot and for Telegram until she has been sent so many messages more than before."""
    async with asyncio.timeout(15):
        while len(held.chat.messages) < messages:
            assert held.bot.clock.now
            held.bot.clock.now += timedelta(seconds=5)
            held.bot.rig.advance(5)
            await asyncio.sleep(0.2)


async def test_an_album_is_given_to_a_person_whole(tmp_path: Path, rig: Rig) -> None:
    """Three pictures sent at once are offered once; one tap gives them all, and one that comes late goes with them."""
    async with connected(settings_for(tmp_path, THREE), rig, "webhook") as bot:
        bot.clock.now = MONDAY
        chat = rig.chat(7)
        await chat.sends("/start book-care__sv")
        await chat.waits("Vem behöver vård?")
        group = {"media_group_id": "12"}
        for _ in range(3):
            await chat.says(photo=chat._photo(photo()), **group)
        await bot.rig.settled()
        await chat.waits("Jag kan inte se bilder")
        await chat.taps("Låt en människa titta")
        await chat.waits("Din fråga är skickad")
        await chat.says(photo=chat._photo(photo()), **group)
        await bot.rig.settled()
        [row] = await Desk(bot.rt).queue()
        opened = await Desk(bot.rt).open(row.id, "anna")
        assert sorted(media_of(opened).values()) == ["photo"] * 4
        assert sum("Jag kan inte se bilder" in seen.text for seen in chat.messages.values()) <= 1


async def test_an_album_reaches_the_guide_who_holds_the_chat(held: Case) -> None:
    """Each of its pictures, and the bot says nothing to them."""
    before = len(held.chat.messages)
    await held.chat.album(3)
    await held.bot.rig.settled()
    assert [sent.kind for sent in _sent(await held.opened())] == ["photo"] * 3
    assert len(held.chat.messages) == before


async def test_what_a_guide_cannot_open_she_is_told(held: Case) -> None:
    """A picture or a sound sent as a file reaches the guide; another file cannot be opened, and she is told so."""
    file = {"file_id": "f1", "file_unique_id": "u1"}
    await held.chat.says(document=file | {"mime_type": "image/png", "file_name": "brev.png"})
    await held.chat.says(audio=file | {"mime_type": "audio/mpeg", "duration": 3})
    await held.bot.rig.settled()
    assert [sent.kind for sent in _sent(await held.opened())] == ["photo", "voice"]
    await held.chat.sends_document()
    await held.chat.waits("kan en människa inte öppna här")


async def test_a_changed_message_is_marked(held: Case) -> None:
    """The guide sees that she changed what she had written."""
    await held.chat.sends("jag vill boka tid")
    await held.chat.edits("jag vill avboka tid")
    await held.bot.rig.settled()
    wrote = [line.what for line in (await held.opened()).lines if isinstance(line.what, Wrote)]
    assert [(each.text, each.changed) for each in wrote] == [
        ("jag vill boka tid", False),
        ("jag vill avboka tid", True),
    ]


async def _answers(held: Case, text: str) -> int:
    """Anna answers. Returns the turn."""
    assert await held.desk.reply(held.id, Replied(held.bot.rt.clock(), "anna", text=text), text)
    await held.chat.waits(text)
    lines = (await held.opened()).lines
    return max(line.turn for line in lines if isinstance(line.what, Replied))


async def test_a_changed_answer_takes_the_old_one_out_of_the_chat(held: Case) -> None:
    """The wrong words are deleted before the right ones come."""
    turn = await _answers(held, "Klockan ett")
    assert await held.desk.correct(held.id, Corrected(held.bot.rt.clock(), "anna", turn, "Klockan två"), "c")
    await held.chat.waits("Klockan två")
    assert "har ändrat ett svar" in held.chat.last.text
    assert not any("Klockan ett" in seen.text for seen in held.chat.messages.values())


async def test_what_telegram_lets_nobody_delete_gives_way_to_the_new_words(held: Case) -> None:
    """A message of three days ago stays, but what it said is gone."""
    turn = await _answers(held, "Klockan ett")
    held.bot.rig.script(BadRequest("Bad Request: message can't be deleted for everyone"), method="deleteMessage")
    assert await held.desk.correct(held.id, Corrected(held.bot.rt.clock(), "anna", turn, "Klockan två"), "c")
    await held.chat.waits(lambda chat: sum("Klockan två" in seen.text for seen in chat.messages.values()) == 2)
    assert not any("Klockan ett" in seen.text for seen in held.chat.messages.values())


async def test_what_is_still_to_be_sent_and_is_taken_back_never_comes(held: Case) -> None:
    """Telegram asks us to wait; meanwhile the guide takes the answer back."""
    before = len(held.chat.messages)
    held.bot.rig.script(TooMany(2), method="sendMessage")
    assert await held.desk.reply(held.id, Replied(held.bot.rt.clock(), "anna", text="Klockan ett"), "r")
    await asyncio.sleep(0.3)
    turn = max(line.turn for line in (await held.opened()).lines if isinstance(line.what, Replied))
    assert await held.desk.correct(held.id, Corrected(held.bot.rt.clock(), "anna", turn, None), "c")
    await _later(held, 1 + before)
    assert "har tagit tillbaka ett svar" in held.chat.last.text
    assert not any("Klockan ett" in seen.text for seen in held.chat.history.values())


async def test_a_correction_that_never_went_out_leaves_no_wrong_words_behind(held: Case) -> None:
    """Telegram asks us to wait before the old answer is deleted; meanwhile the guide changes it once more."""
    turn = await _answers(held, "Klockan ett")
    held.bot.rig.script(TooMany(2), method="deleteMessage")
    assert await held.desk.correct(held.id, Corrected(held.bot.rt.clock(), "anna", turn, "Klockan två"), "c")
    await asyncio.sleep(0.3)
    again = max(line.turn for line in (await held.opened()).lines if isinstance(line.what, Corrected))
    assert await held.desk.correct(held.id, Corrected(held.bot.rt.clock(), "anna", again, "Klockan tre"), "d")
    async with asyncio.timeout(15):
        while "Klockan tre" not in held.chat.last.text:
            assert held.bot.clock.now
            held.bot.clock.now += timedelta(seconds=5)
            held.bot.rig.advance(5)
            await asyncio.sleep(0.2)
    assert not any("Klockan ett" in seen.text for seen in held.chat.messages.values())
    assert not any("Klockan två" in seen.text for seen in held.chat.history.values())
