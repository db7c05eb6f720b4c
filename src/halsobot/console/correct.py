"""An answer that was wrong: the holder of the case says something else instead, or takes it back."""

from __future__ import annotations

from aiohttp import web

from halsobot.console import form
from halsobot.console.case import FORM, not_hers
from halsobot.console.html import page
from halsobot.console.pages import note_access
from halsobot.console.queue import holds
from halsobot.console.site import ME, SITE
from halsobot.model.event import Corrected


async def show(request: web.Request) -> web.Response:
    """The answer as it is, to be changed or taken back."""
    return await _page(request)


async def correct(request: web.Request) -> web.Response:
    """``do`` is ``change`` or ``take-back``. What does not say so takes nothing back: ``do`` stands behind the words,
    and of a body that is too long the end is not read. What cannot be sent stays in the form.
    """
    site, me, fields = request.app[SITE], request[ME], request[FORM]
    id, turn, words = request.match_info["id"], int(request.match_info["turn"]), fields.get("text", "")
    row = await site.desk.row(id)
    if not holds(row, me):
        return await not_hers(request, row, words)
    changes = fields.get("do") != "take-back"
    if changes and not words.strip():
        return await _page(request, note="say-empty", status=400)
    if changes and form.length(words) > form.TEXT:
        return await _page(request, note="correct-too-long", words=words, status=413)
    once = form.once(fields, f"{turn} {words}")
    if once is None:
        return await _page(request, note="say-old-form", words=words, status=400)
    corrected = Corrected(site.clock(), me.guide.id, turn, words if changes else None)
    if await site.desk.correct(id, corrected, once):
        await note_access(site, me, id, "correct")
        raise web.HTTPSeeOther(f"/case/{id}?sent=1#newest")
    if holds(await site.desk.row(id), me):
        return await _page(request, note="say-empty", words=words, status=400)  # no letters, or taken back already
    return await not_hers(request, await site.desk.row(id), words)


async def _page(
    request: web.Request, *, note: str | None = None, words: str | None = None, status: int = 200
) -> web.Response:
    site, me, turn = request.app[SITE], request[ME], int(request.match_info["turn"])
    row = await site.desk.row(request.match_info["id"])
    if not holds(row, me):
        return await not_hers(request, row, words or "")
    answer = await site.desk.answer(row, turn)
    said = answer.text if answer else None
    return page(
        request, "correct.html", status=status if answer else 409, note=note if answer else "correct-gone",
        case=row.id, turn=turn, locale=row.locale, here=answer is not None, written=said is not None,
        words=(said or "") if words is None else words, telegram=row.channel == "telegram",
    )  # fmt: skip
