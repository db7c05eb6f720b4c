"""From the first question to the way back: a newcomer and two health guides, each before a real browser."""

from __future__ import annotations

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from .guide import Guide
from .newcomer import Newcomer
from .town import PHONE, Town, opened

QUESTION = "ሰላም፣ ቆጸራ ብኸመይ ይሕዝ?"
ANSWER = "ሰላም። ናብ 1177 ደውሉ፣ ብትግርኛ ክትዛረቡ ትኽእሉ።"
FROM_BILAL = "ሰላም፣ ቢላል እየ። ናብ 112 ደዊልኩም ዶ?"
CRY = "ትንፋስ ኣብዩኒ"
AGAIN = "ሓደ ሕቶ ኣሎኒ"
WELCOME_BACK = "እንቋዕ ደሓን መጻእኩም"


@pytest.fixture
async def town(tmp_path: Path) -> AsyncIterator[Town]:
    async with opened(tmp_path) as there:
        yield there


@pytest.mark.timeout(180)
async def test_a_person_answers(town: Town) -> None:
    """She asks, two guides answer, and nothing of what one of the three is to see is missing."""
    newcomer = await Newcomer.comes(town)
    anna, bilal = await Guide.logs_in(town, "anna"), await Guide.logs_in(town, "bilal", PHONE)
    await _she_asks_a_person(newcomer)
    await _anna_answers(newcomer, anna)
    await _they_speak(newcomer, anna)
    await _a_picture(newcomer, anna)
    await _buttons_are_for_the_bot(newcomer, anna)
    await _danger(newcomer, anna)
    await _bilal_takes_over(newcomer, anna, bilal)
    await _she_comes_back(newcomer, await _she_asks_again(newcomer, bilal), bilal)


async def _she_asks_a_person(newcomer: Newcomer) -> None:
    """Before she asks she reads who answers and by when; the bot is there for her while she waits."""
    await newcomer.opens_the_chat()
    await newcomer.taps("book-care", "me")
    await newcomer.is_on("book-care-open")
    await newcomer.keeps_picture("01-booking")

    await newcomer.taps("person")
    await newcomer.reads("Anna", "Bilal", "17:00", "112")
    await newcomer.keeps_picture("02-before-she-asks")

    await newcomer.writes(QUESTION)
    await newcomer.is_on("engine-case")
    await newcomer.reads(newcomer.town.words("engine-case-sent"), "17:00")
    await newcomer.keeps_picture("03-sent")

    await newcomer.taps("menu", "costs")
    await newcomer.is_on("costs-status")


async def _anna_answers(newcomer: Newcomer, anna: Guide) -> None:
    """Anna reads in Swedish what the bot has shown, and answers in words, by a phrase and by a page of the bot."""
    await anna.keeps_picture("04-queue")
    await anna.takes_the_case()
    await newcomer.is_on("engine-claimed")
    await newcomer.reads("Anna")
    await anna.sees_in_the_talk(QUESTION, "Före ärendet", "Anna tog ärendet.")
    await anna.keeps_picture("05-case")

    await anna.answers(ANSWER)
    await newcomer.reads_from("Anna", ANSWER)
    await newcomer.keeps_picture("06-answer")

    await anna.answers_with("phrase", "phrase-hello")
    await anna.sees_in_the_talk("Anna · färdig fras")
    await newcomer.reads_from("Anna", newcomer.town.words("phrase-hello"))

    await anna.answers_with("screen", "book-care-bring")
    await anna.sees_in_the_talk("Anna · sida ur boten")
    await newcomer.reads_from("Anna", newcomer.town.words("book-care-bring"))
    await newcomer.keeps_picture("07-page-of-the-bot")


async def _they_speak(newcomer: Newcomer, anna: Guide) -> None:
    """Voice both ways."""
    await newcomer.sends_her_voice()
    await newcomer.sees_it_was_sent()
    await anna.plays_her_voice()

    await anna.answers_by_voice()
    await newcomer.is_on("engine-said")
    await newcomer.plays_the_answer()
    await newcomer.keeps_picture("08-voice")
    await anna.keeps_picture("09-voice")


async def _a_picture(newcomer: Newcomer, anna: Guide) -> None:
    """What Anna has blacked out nobody sees again."""
    await newcomer.sends_a_picture()
    await newcomer.sees_it_was_sent()
    await newcomer.keeps_picture("10-picture")

    await anna.blacks_out_the_left_top()
    await anna.sees_black_and_red()
    await anna.keeps_picture("11-blacked-out")
    await anna.goes_back_to_the_case()


async def _buttons_are_for_the_bot(newcomer: Newcomer, anna: Guide) -> None:
    """While Anna holds the chat buttons lead to screens at once, which call nobody."""
    heard = await anna.how_much_she_said()
    await newcomer.taps("menu", "costs", "undocumented")
    await newcomer.is_on("costs-low-fee")
    await anna.sees_nothing_of("Nytt meddelande", "Brådskar")
    assert await anna.how_much_she_said() == heard
    await anna.keeps_picture("12-after-buttons")


async def _danger(newcomer: Newcomer, anna: Guide) -> None:
    """A cry is answered by the bot, at once, with 112. Anna sees that it is urgent, and what the bot has shown
    meanwhile; but not what papers the newcomer has.
    """
    await newcomer.writes(CRY)
    await newcomer.reads("112")
    await newcomer.keeps_picture("13-emergency")
    await anna.sees("Brådskande: kan vara fara för liv")
    await anna.sees_it_is_urgent()
    await anna.sees_in_the_talk(CRY, "Kan vara fara för liv", "Visas inte för hälsoguider: sidan")
    await anna.sees_nothing_of("Tryckte på: Jag saknar papper")
    await anna.keeps_picture("14-urgent")


async def _bilal_takes_over(newcomer: Newcomer, anna: Guide, bilal: Guide) -> None:
    """Bilal, on a phone, reads what was said before, answers and closes; she says whether it helped."""
    await anna.hands_over_to("Bilal")
    await newcomer.is_on("engine-passed")
    await newcomer.reads("Bilal")

    await bilal.sees_it_is_urgent()
    await bilal.keeps_picture("15-queue-on-a-phone")
    await bilal.opens_the_case()
    await bilal.sees_in_the_talk(QUESTION, ANSWER, CRY)
    await bilal.keeps_picture("16-case-on-a-phone")
    await bilal.answers(FROM_BILAL)
    await newcomer.reads_from("Bilal", FROM_BILAL)

    await bilal.closes_the_case()
    await newcomer.is_on("engine-closed")
    await newcomer.keeps_picture("17-did-it-help")
    await newcomer.answers_whether_it_helped()
    await newcomer.reads(newcomer.town.words("engine-thanks"))


async def _she_asks_again(newcomer: Newcomer, bilal: Guide) -> dict[str, str]:
    """Bilal has her again. She takes a key, for another browser."""
    await newcomer.taps("person")
    await newcomer.writes(AGAIN)
    await newcomer.is_on("engine-case")
    key = await newcomer.takes_her_key()
    await newcomer.keeps_picture("18-key")
    await bilal.takes_the_case()
    return key


async def _she_comes_back(before: Newcomer, key: dict[str, str], bilal: Guide) -> None:
    """In a browser that knows nothing she sees the answer; the one before shows nothing any more."""
    newcomer, secret = await Newcomer.comes(before.town), await before.secret()
    assert "Bilal" in await before.opens_with(secret)
    await newcomer.comes_back_with(key)
    await newcomer.sees(newcomer.town.words("engine-person"))
    await newcomer.keeps_picture("19-back")
    await bilal.answers(WELCOME_BACK)
    await newcomer.reads_from("Bilal", WELCOME_BACK)
    await newcomer.keeps_picture("20-answer-after-return")
    await before.sees(before.town.words("web-ended"))
    await before.keeps_picture("21-old-browser")
    page = await before.opens_with(secret)
    assert "Bilal" not in page
    assert before.town.words("web-ended") in page
    # The page of a case that is no longer the guide's is refused while the guide goes on to the queue.
    assert [said for said in before.town.complaints if "403" not in said] == []
