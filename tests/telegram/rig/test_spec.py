"""What the specification says about a call, and that the server holds to it."""

from __future__ import annotations

import json
from collections.abc import Callable, Coroutine
from typing import Any

import aiohttp
import pytest

from rig import (
    SPEC,
    Rig,
)

KEYBOARD = {
    "inline_keyboard": [[{"text": "العربية", "callback_data": "ar"}, {"text": "Svenska", "callback_data": "sv"}]]
}
Ask = Callable[..., Coroutine[Any, Any, tuple[int, Any]]]


@pytest.mark.parametrize(
    ("method", "params", "told"),
    [
        ("sendMessage", {"text": "x" * 4097}, "text: 4097 characters, allowed are 1-4096"),
        ("sendMessage", {"text": " \n "}, "text: 0 characters, allowed are 1-4096"),
        ("sendMessage", {"text": "<b>" + "x" * 4096 + "</b>", "parse_mode": "HTML"}, ""),
        ("sendMessage", {"text": "<b>x", "parse_mode": "HTML"}, "text: can't parse entities"),
        ("sendMessage", {"text": "x", "colour": "red"}, "colour: sendMessage has no such parameter"),
        ("sendMessage", {}, "text: is required"),
        ("sendMessage", {"text": "x", "chat_id": "seven"}, "chat_id: seven is neither a number nor @username"),
        ("sendMessage", {"text": "x", "disable_notification": "maybe"}, 'disable_notification: "maybe" is not Boolean'),
        ("sendMessage", {"text": "x", "reply_markup": "{"}, "reply_markup: not JSON"),
        (
            "sendMessage",
            {"text": "x", "entities": [{"type": "bold", "offset": 0, "length": 2}]},
            "entities[0]: 0-2 is out",
        ),
        ("sendMessage", {"text": "👋", "entities": [{"type": "bold", "offset": 0, "length": 2}]}, ""),
        (
            "sendMessage",
            {"text": "👋", "entities": [{"type": "bold", "offset": 1, "length": 1}]},
            "in the middle of a lett",
        ),
        (
            "sendMessage",
            {"text": "x", "entities": [{"type": "loud", "offset": 0, "length": 1}]},
            "is not one of blockquote",
        ),
        (
            "sendMessage",
            {"text": "x", "entities": [{"type": "text_link", "offset": 0, "length": 1}]},
            "url: is required",
        ),
        (
            "sendMessage",
            {"text": "x", "entities": [{"type": "text_link", "offset": 0, "length": 1, "url": "tel:112"}]},
            "tel:112 is not an HTTP or tg:// URL",
        ),
        (
            "sendPhoto",
            {"photo": "https://x.se/a.jpg", "caption": "x" * 1025},
            "caption: 1025 characters, allowed are 0-1024",
        ),
        ("editMessageText", {"text": "x"}, "message_id: is required"),
        ("editMessageText", {"text": "x", "message_id": 1, "reply_markup": {"keyboard": [["x"]]}}, "has no such field"),
        ("sendChatAction", {"action": "shouting"}, "action: shouting is not an action"),
        ("setMyCommands", {"commands": [{"command": "Börja", "description": "x"}]}, "Börja holds other than"),
        ("setMyCommands", {"commands": [], "language_code": "fa-AF"}, "fa-AF is not a two-letter code"),
        ("setWebhook", {"url": "https://x.se", "secret_token": "å"}, "secret_token: holds other"),
        ("setWebhook", {"url": "https://x.se", "max_connections": 101}, "101 given, allowed are 1-100"),
        ("getUpdates", {"allowed_updates": ["mesage"]}, "mesage is not a kind of update"),
    ],
)
async def test_a_call_against_the_specification_is_refused_and_noted(
    rig: Rig, ask: Ask, method: str, params: dict[str, Any], told: str
) -> None:
    rig.chat(7)
    chat = {"chat_id": 7} if "chat_id" in SPEC.methods[method].fields else {}
    status, answer = await ask(method, **(chat | params))
    assert status == (400 if told else 200), answer
    assert [told in str(each) for each in rig.violations] == [True] * bool(told), rig.violations
    assert (rig.calls == []) == bool(told)


@pytest.mark.parametrize(
    ("button", "told"),
    [
        ({"text": "x", "callback_data": "ä" * 33}, "callback_data: 66 bytes, allowed are 1-64"),
        ({"text": "x", "callback_data": ""}, "callback_data: 0 bytes"),
        ({"text": "x"}, "must do exactly one thing, does nothing"),
        ({"text": "x", "callback_data": "a", "url": "https://1177.se"}, "does callback_data, url"),
        ({"text": "", "callback_data": "a"}, "text: is empty"),
        ({"callback_data": "a"}, "text: is required"),
        ({"text": "Ring", "url": "tel:112"}, "tel:112 is not an HTTP or tg:// URL"),
        ({"text": "x", "callback_data": 7}, "callback_data: 7 is not String"),
        ({"text": "x", "callback_data": "a", "colour": "red"}, "colour: InlineKeyboardButton has no such field"),
        ("x", '"x" is not InlineKeyboardButton'),
    ],
)
async def test_a_bad_button_is_refused_and_noted(rig: Rig, ask: Ask, button: Any, told: str) -> None:
    rig.chat(7)
    status, _ = await ask("sendMessage", chat_id=7, text="x", reply_markup={"inline_keyboard": [[button]]})
    assert status == 400
    assert told in str(rig.violations[0])


async def test_query_json_and_form_say_the_same(rig: Rig, session: aiohttp.ClientSession) -> None:
    rig.chat(7)
    url = f"{rig.base_url}{rig.token}/SENDMESSAGE"
    params = {"chat_id": 7, "text": "hej", "reply_markup": KEYBOARD}
    form = params | {"reply_markup": json.dumps(KEYBOARD)}  # the keyboard as JSON in the form
    ways: list[dict[str, Any]] = [{"params": form}, {"json": params}, {"json": form}, {"data": form}]
    for way in ways:
        async with session.post(url, **way) as answer:
            assert answer.status == 200
    async with session.get(url, **ways[0]) as answer:
        assert answer.status == 200
    assert [call.params for call in rig.calls] == [params] * 5
    async with session.post(f"{rig.base_url}654321:WRONG/getMe") as answer:
        assert answer.status == 401
    async with session.post(f"{rig.base_url}{rig.token}/sendCoffee") as answer:
        assert answer.status == 404
    async with session.post(url, data=b"{", headers={"Content-Type": "application/json"}) as answer:
        assert answer.status == 400
    assert len(rig.violations) == 2
