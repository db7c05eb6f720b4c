"""How updates come to the bot: by polling, by webhook, again, and twice."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Coroutine
from typing import Any

import pytest
from aiohttp import web
from telegram import (
    Bot,
    InlineKeyboardMarkup,
    error,
)

from rig import (
    Hook,
    Rig,
)

KEYBOARD = {
    "inline_keyboard": [[{"text": "العربية", "callback_data": "ar"}, {"text": "Svenska", "callback_data": "sv"}]]
}
MARKUP = InlineKeyboardMarkup.de_json(KEYBOARD)
Ask = Callable[..., Coroutine[Any, Any, tuple[int, Any]]]


async def until(true: Callable[[], object]) -> None:
    async with asyncio.timeout(5):
        while not true():
            await asyncio.sleep(0.005)


async def test_polling_confirms_by_offset_and_allows_one_at_a_time(rig: Rig, bot: Bot, ask: Ask) -> None:
    amina = rig.chat(7)
    for text in "abc":
        await amina.sends(text)
    first = await bot.get_updates(limit=2)
    assert [u.message.text for u in first if u.message] == ["a", "b"]
    assert await bot.get_updates(limit=2) == first
    rest = await bot.get_updates(first[-1].update_id + 1)
    assert [u.message.text for u in rest if u.message] == ["c"]
    with pytest.raises(RuntimeError, match="quiet week"):
        rig.restart_ids(5)
    offset = rest[-1].update_id + 1
    assert await bot.get_updates(offset) == ()

    older = asyncio.create_task(ask("getUpdates", offset=offset, timeout=5))
    await until(lambda: rig.delivery.polling)
    newer = asyncio.create_task(bot.get_updates(offset, timeout=5))
    status, answer = await older
    assert status == 409
    assert "terminated by other getUpdates" in answer["description"]
    rig.restart_ids(5)
    await amina.sends("d")
    assert [u.update_id for u in await newer] == [5]
    assert [u.update_id for u in await bot.get_updates(offset)] == [5]
    assert await bot.get_updates(6) == ()
    await amina.sends("e")
    rig.advance(86401)
    assert await bot.get_updates(6) == ()
    assert len(rig.delivery.forgotten) == 1
    await bot.set_webhook(rig.url)
    with pytest.raises(error.Conflict, match="webhook is active"):
        await bot.get_updates()


async def test_a_webhook_gets_a_chats_updates_in_order_and_again_until_taken(rig: Rig, bot: Bot, hook: Hook) -> None:
    amina, sara = rig.chat(7), rig.chat(8)
    await bot.send_message(7, "Välj", reply_markup=MARKUP)
    await amina.sends("a")
    await bot.set_webhook(hook.url, secret_token="s3cret", max_connections=2)
    hook.answers = [web.Response(status=500), web.Response(status=302, headers={"Location": "/"})]
    hook.takes = 0.02
    last = await amina.sends("b")
    await last.acknowledged()
    assert hook.words == ["a", "a", "a", "b"]
    assert set(hook.secrets) == {"s3cret"}
    hook.updates.clear()
    for text in ("c", "d"):
        await amina.sends(text)
        await sara.sends(text)
    await amina.taps("sv")
    await rig.settled()
    assert hook.most_running == 2
    assert [text for text in hook.words if text != "sv"] == ["c", "c", "d", "d"]
    assert (await bot.get_webhook_info()).last_error_message == "Wrong response from the webhook: 302"
    await bot.delete_webhook()
    await amina.sends("e")
    assert [u.message.text for u in await bot.get_updates() if u.message] == ["e"]


async def test_a_press_may_overtake_a_message_but_not_another_press(rig: Rig, bot: Bot, hook: Hook) -> None:
    amina = rig.chat(7)
    await bot.send_message(7, "Välj", reply_markup=MARKUP)
    await bot.set_webhook(hook.url)
    hook.answers = [web.Response(status=503)]
    rig.delivery.backoff = (60,)
    await amina.sends("text")
    await until(lambda: hook.updates)
    await amina.taps("ar")
    await (await amina.taps("sv")).acknowledged()
    rig.delivery.hurry()
    await rig.settled()
    assert hook.words == ["text", "ar", "sv", "text"]


async def test_what_waited_for_hours_comes_old_and_what_waited_too_long_never(rig: Rig, bot: Bot, hook: Hook) -> None:
    amina = rig.chat(7)
    await bot.send_message(7, "Välj", reply_markup=MARKUP)
    rig.advance(-3 * 3600)
    await amina.sends("a")
    await amina.taps("sv")
    rig.advance(3 * 3600)
    await bot.set_webhook(hook.url)
    await rig.settled()
    assert hook.words == ["a"]
    assert hook.updates[0]["message"]["date"] == pytest.approx(rig.now() - 3 * 3600, abs=5)
    assert [update.kind for update in rig.delivery.forgotten] == ["callback_query"]


async def test_a_webhook_may_ask_for_time(rig: Rig, bot: Bot, hook: Hook) -> None:
    await bot.set_webhook(hook.url)
    hook.answers = [web.Response(status=503, headers={"Retry-After": "60"})]
    await rig.chat(7).sends("a")
    with pytest.raises(AssertionError, match="1 updates still wait"):
        await rig.settled(timeout=0.1)
    rig.advance(60)
    await rig.settled()
    assert hook.words == ["a", "a"]


async def test_a_webhook_may_answer_with_a_call(rig: Rig, bot: Bot, hook: Hook) -> None:
    amina = rig.chat(7)
    await bot.set_webhook(hook.url)
    hook.answers = [
        web.json_response({"method": "sendMessage", "chat_id": 7, "text": "hej", "reply_markup": KEYBOARD}),
        web.Response(text="method=sendMessage&chat_id=7&text=igen", content_type="application/x-www-form-urlencoded"),
        web.json_response({"method": "sendMessage", "chat_id": 7}),
        web.json_response({"method": "getMe"}),
    ]
    await amina.sends("1")
    assert (await amina.waits("hej")).labels == ["العربية", "Svenska"]
    await amina.sends("2")
    await amina.waits("igen")
    await amina.sends("3")
    await amina.sends("4")
    await until(lambda: len(rig.violations) == 2)
    assert [call.via for call in rig.called("sendMessage")] == ["webhook-reply"] * 2
    assert [each.problems for each in rig.violations] == [
        ("text: is required",),
        ("cannot be called in the answer to a webhook",),
    ]


async def test_by_polling_updates_come_again_under_other_ids(rig: Rig, ask: Ask) -> None:
    amina = rig.chat(7)
    rig.deliver_twice(1.0, times=3, reissue=True)
    for text in "ab":
        await amina.sends(text)
    came, offset = list[tuple[int, str]](), 0
    while updates := (await ask("getUpdates", offset=offset))[1]["result"]:
        came += [(each["update_id"], each["message"]["text"]) for each in updates]
        offset = updates[-1]["update_id"] + 1
    assert [text for _, text in came] == [*"ab", *"aabb"]
    assert len(dict(came)) == 6


@pytest.mark.parametrize("at_once", [False, True])
async def test_updates_come_twice_on_request(rig: Rig, bot: Bot, hook: Hook, at_once: bool) -> None:
    amina = rig.chat(7)
    await bot.set_webhook(hook.url)
    rig.deliver_twice(share=0.5, seed=1, times=3, at_once=at_once, reissue=at_once)
    for number in range(20):
        await amina.sends(str(number))
    await rig.settled()
    await until(lambda: len(hook.updates) == 20 + rig.delivery.repeated)
    assert rig.delivery.repeated == len(hook.updates) - 20 > 0
    assert list(dict.fromkeys(hook.words)) == [str(number) for number in range(20)]
    assert len({each["update_id"] for each in hook.updates}) == (len(hook.updates) if at_once else 20)
    assert await rig.post(hook.updates[0]) == 200
