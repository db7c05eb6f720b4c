"""On Telegram, wherever she is and whatever language the chat is in: a cry is answered first, by its screen."""

from __future__ import annotations

import pytest
from conftest import Bot

#: A cry of each category, in different languages, and the screen's first Swedish sentence.
CRIES = [
    ("my baby is not breathing", "Jag behöver ambulans."),
    ("хочу померти, я вже наковталась таблеток", "Jag vill inte leva."),
    ("ninkaygu wuu i garaacayaa hadda", "Jag behöver polis."),
    ("druckit klorin", "giftinformation"),
]
PLACES = ["", "book-care", "meeting-places"]


@pytest.mark.parametrize("place", PLACES)
@pytest.mark.parametrize("locale", ["ar", "en", "fa-AF", "sv", "ti"])
async def test_the_next_message_is_the_emergency_screen(hooked: Bot, locale: str, place: str) -> None:
    """Of that very turn; the question or the page she was at stays where it was."""
    chat = hooked.rig.chat(7)
    await chat.sends(f"/start {place}__{locale}")
    await chat.waits(2)
    before = chat.last.buttons
    for cry, sentence in CRIES:
        seen = len(chat.messages)
        await chat.sends(cry)
        await chat.waits(1)
        assert any(button.get("callback_data", "").startswith("v1|emergency|") for button in chat.last.buttons), cry
        assert "112" in chat.text
        assert sentence in chat.text or cry == "druckit klorin"
        assert len(chat.messages) == seen + 1, "nothing else is said"
        await chat.taps(next(button["text"] for button in chat.last.buttons if "|back|" in button["callback_data"]))
        await chat.waits(1)
    assert [button["text"] for button in chat.last.buttons] == [button["text"] for button in before]


async def test_before_a_language_is_chosen(hooked: Bot) -> None:
    """In the language of her words, where we have it; else in English."""
    for number, (cry, words) in enumerate([("انا عم بختنق ما بقدر اتنفس", "اتصل"), ("не можу дихати", "Call")], 20):
        chat = hooked.rig.chat(number)
        await chat.sends(cry)
        await chat.waits(2)
        first = next(iter(chat.messages.values()))
        assert "112" in first.text
        assert words in first.text
