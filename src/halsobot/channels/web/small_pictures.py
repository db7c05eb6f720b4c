"""The pictures of guides in the messages of a page, small: they come with the page, so that no address leads to one."""

from __future__ import annotations

import asyncio
from base64 import b64encode
from collections.abc import Iterable, Iterator, Mapping

from halsobot.channels.web.site import Site
from halsobot.media import BadMedia, small_picture
from halsobot.model.outbox import OutMessage
from halsobot.model.view import AttachedView


async def small_pictures(site: Site, secret: str, messages: Iterable[OutMessage]) -> Mapping[int, str]:
    """What stands in these messages, by the turn it came with; a picture that is gone is not among them."""
    turns = tuple(_turns(messages))
    known = await site.known(secret) if turns else None
    if known is None:
        return {}
    found = {turn: await _small(site, known.contact, turn) for turn in turns}
    return {turn: source for turn, source in found.items() if source}


def _turns(messages: Iterable[OutMessage]) -> Iterator[int]:
    for message in messages:
        for block in message.view.blocks:
            if isinstance(block, AttachedView) and block.file == "photo":
                yield block.turn


async def _small(site: Site, contact: str, turn: int) -> str | None:
    cases = site.rt.store.cases
    kept = await site.rt.store.read(lambda connection: cases.file(connection, contact, turn))
    if kept is None:
        return None
    try:
        async with site.bench:
            body = await asyncio.to_thread(small_picture, kept.body)
    except BadMedia:
        return None
    return f"data:image/jpeg;base64,{b64encode(body).decode()}"
