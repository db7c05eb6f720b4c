"""In the web chat, without scripts, wherever she is: a cry is answered first, by its screen."""

from __future__ import annotations

import aiohttp
import pytest

from .chat import Chat
from .wire import Form, open_form

CRIES = {
    "کمک کنین طفلم نفس نمیکشه": "emergency-first",
    "jag vill dö": "emergency-suicide",
    "my husband beats me": "emergency-violence",
    "druckit klorin": "emergency-poison",
}


@pytest.mark.parametrize("flow", ["", "book-care", "costs", "meeting-places"])
@pytest.mark.parametrize("locale", ["", "ar", "en", "fa-AF", "sv", "ti"])
async def test_the_answer_is_the_emergency_screen(chat: Chat, locale: str, flow: str) -> None:
    """Also as the very first thing she does, before any language is chosen."""
    async with aiohttp.ClientSession(chat.url) as http:
        for cry, screen in CRIES.items():
            page = await (await open_form(http, f"?l={locale}&f={flow}")).post(text=cry)
            assert f'"v1|emergency|{screen.removeprefix("emergency-")}|' in page
            assert 'href="tel:112"' in page
            assert "|back|" in page


async def test_she_goes_on_where_she_was(chat: Chat) -> None:
    async with aiohttp.ClientSession(chat.url) as http:
        form = await open_form(http, "?l=sv&f=book-care")
        emergency = Form(http, await form.post(text="hon andas inte"))
        back = await emergency.post(press=emergency.button("back"))
    assert "v1|book-care|who|" in back
