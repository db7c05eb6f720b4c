"""An answer that was wrong: changed or taken back, it goes from where she reads it, and nothing of it stays."""

from __future__ import annotations

import asyncio
import re

import pytest
import sqlalchemy as sa

from halsobot.model.inbound import Address
from halsobot.model.message import Message, Value
from halsobot.model.view import Bubble
from halsobot.store.tables import transcript

from .office import Client, Office, Page

WRONG, RIGHT = "Tiden är klockan ett", "Tiden är klockan två"


async def _answers(client: Client, case: str, text: str) -> int:
    """Returns the turn of the answer."""
    page = await client.sends(f"/case/{case}", f"/case/{case}/reply", kind="text", text=text)
    return max(int(end) for end in re.findall(rf"/case/{case}/answer/(\d+)", page.text))


async def _corrects(client: Client, case: str, turn: int, do: str, **fields: str) -> Page:
    at = f"/case/{case}/answer/{turn}"
    return await client.sends(at, at, do=do, **fields)


def _said(office: Office, id: str) -> str:
    """In her language, with the guide's name."""
    named = Message(id, values=(("name", Value("words", "Anna")),))
    return office.rt.bundle.catalogue.text(named, "ar").text


async def _shown(office: Office, who: Address) -> list[str]:
    shown = await office.rt.store.messages(who, 0) or ()
    return [" ".join(block.run.text for block in each.view.blocks if isinstance(block, Bubble)) for each in shown]


async def test_changed_she_reads_only_the_new_words(office: Office) -> None:
    """With a line that says that it was changed; the old ones are not in her chat, and in no transcript."""
    case, who = await office.asks()
    async with office.logs_in("anna") as anna:
        await anna.claims(case)
        turn = await _answers(anna, case, WRONG)
        page = await _corrects(anna, case, turn, "change", text=RIGHT)
        assert "ändrat svar" in page.words
        assert RIGHT in page.words
        assert WRONG not in page.words
        shown = await _shown(office, who)
        assert not any(WRONG in said for said in shown)
        assert _said(office, "engine-changed") in shown[-1]
        assert RIGHT in shown[-1]
        hers = sa.and_(transcript.c.contact == (await office.desk.row(case)).contact, transcript.c.turn == turn)
        rows = sa.select(sa.func.count()).select_from(transcript).where(hers)
        assert await office.rt.store.read(lambda connection: connection.execute(rows).scalar_one()) == 0


async def test_a_changed_answer_can_be_changed_again(office: Office) -> None:
    case, who = await office.asks()
    async with office.logs_in("anna") as anna:
        await anna.claims(case)
        turn = await _answers(anna, case, WRONG)
        await _corrects(anna, case, turn, "change", text="Tiden är klockan tre")
        page = await anna.get(f"/case/{case}")
        again = max(int(end) for end in re.findall(rf"/case/{case}/answer/(\d+)", page.text))
        await _corrects(anna, case, again, "change", text=RIGHT)
        shown = await _shown(office, who)
        assert not any("tre" in said or WRONG in said for said in shown)
        assert RIGHT in shown[-1]


async def test_taken_back_she_waits_again_and_knows_until_when(office: Office) -> None:
    """She is told that it does not count, and has a new promise; the case waits for an answer again."""
    case, who = await office.asks()
    async with office.logs_in("anna") as anna:
        await anna.claims(case)
        turn = await _answers(anna, case, WRONG)
        assert (await office.desk.row(case)).answered
        page = await _corrects(anna, case, turn, "take-back")
        assert "Anna tog tillbaka ett svar." in page.words
        shown = await _shown(office, who)
        assert not any(WRONG in said for said in shown)
        assert _said(office, "engine-taken-back") in shown[-1]
        assert "يصلك الجواب في موعد أقصاه" in shown[-1]
        row = await office.desk.row(case)
        assert not row.answered
        assert row.promised


@pytest.mark.parametrize("do", ["change", "take-back"])
async def test_an_answer_before_her_newest_words_is_no_answer_to_them(office: Office, do: str) -> None:
    """She has written again, with danger in it: whatever becomes of the old answer, that waits as before."""
    case, who = await office.asks()
    async with office.logs_in("anna") as anna:
        await anna.claims(case)
        turn = await _answers(anna, case, WRONG)
        await office.writes(who, "hon andas inte")
        before = await office.desk.row(case)
        assert (before.answered, before.urgent) == (False, True)
        await _corrects(anna, case, turn, do, text=RIGHT)
        after = await office.desk.row(case)
        assert not any(WRONG in said for said in await _shown(office, who))
        assert (after.answered, after.urgent, after.since, after.promised) == (
            False, True, before.since, before.promised,
        )  # fmt: skip


async def test_taken_back_after_another_answer_nothing_waits(office: Office) -> None:
    """She has had an answer to what she wrote since: the case does not wait, and no promise is made."""
    case, who = await office.asks()
    async with office.logs_in("anna") as anna:
        await anna.claims(case)
        turn = await _answers(anna, case, WRONG)
        await office.writes(who, "Och var?")
        await _answers(anna, case, RIGHT)
        await _corrects(anna, case, turn, "take-back")
        assert (await office.desk.row(case)).answered
        assert _said(office, "engine-taken-back") in (last := (await _shown(office, who))[-1])
        assert "يصلك الجواب في موعد أقصاه" not in last


@pytest.mark.parametrize("changed", [False, True])
@pytest.mark.parametrize("more", [None, "Och var?"])
async def test_what_answered_a_red_flag_taken_back_it_is_urgent_again(
    office: Office, changed: bool, more: str | None
) -> None:
    """She has no answer to it any more: it stands first in the queue again. Changed words still answer it."""
    case, who = await office.asks("hon andas inte")
    async with office.logs_in("anna") as anna:
        await anna.claims(case)
        turn = await _answers(anna, case, WRONG)
        if changed:
            page = await _corrects(anna, case, turn, "change", text=RIGHT)
            turn = max(int(end) for end in re.findall(rf"/case/{case}/answer/(\d+)", page.text))
        if more:
            await office.writes(who, more)
        assert not (await office.desk.row(case)).urgent
        await _corrects(anna, case, turn, "take-back")
        row = await office.desk.row(case)
        assert (row.urgent, row.answered) == (True, False)
        await _answers(anna, case, RIGHT)
        assert not (await office.desk.row(case)).urgent


async def test_urgent_again_only_when_nothing_answers_the_red_flag(office: Office) -> None:
    """Another answer since still does, until it is taken back, too."""
    case, who = await office.asks("hon andas inte")
    async with office.logs_in("anna") as anna:
        await anna.claims(case)
        first = await _answers(anna, case, WRONG)
        await office.writes(who, "Tack. Och var?")
        second = await _answers(anna, case, RIGHT)
        await _corrects(anna, case, first, "take-back")
        row = await office.desk.row(case)
        assert (row.urgent, row.answered) == (False, True)
        await _corrects(anna, case, second, "take-back")
        row = await office.desk.row(case)
        assert (row.urgent, row.answered) == (True, False)


async def test_taken_back_an_answer_to_no_red_flag_makes_none(office: Office) -> None:
    """The red flag was answered before, and that stands."""
    case, who = await office.asks("hon andas inte")
    async with office.logs_in("anna") as anna:
        await anna.claims(case)
        await _answers(anna, case, RIGHT)
        await office.writes(who, "Tack. Och var?")
        await _corrects(anna, case, await _answers(anna, case, WRONG), "take-back")
        row = await office.desk.row(case)
        assert (row.urgent, row.answered) == (False, False)


async def test_twice_is_once(office: Office) -> None:
    """Taken back already, the page says so, and she is told nothing more."""
    case, who = await office.asks()
    async with office.logs_in("anna") as anna:
        await anna.claims(case)
        turn = await _answers(anna, case, WRONG)
        at = f"/case/{case}/answer/{turn}"
        first = await anna.get(at)
        await _corrects(anna, case, turn, "take-back")
        before = len(await _shown(office, who))
        again = await anna.post(at, **first.form(at), do="change", text=RIGHT)
        assert again.status == 409
        assert "finns inte längre" in again.words
        assert RIGHT in again.words, "what she wrote is there to be copied"
        assert len(await _shown(office, who)) == before


async def test_of_two_windows_that_correct_at_once_one_does(office: Office) -> None:
    """The other is told that the answer is not there any more, with the words to be copied; she reads one line."""
    case, who = await office.asks()
    async with office.logs_in("anna") as anna:
        await anna.claims(case)
        turn = await _answers(anna, case, WRONG)
        at, before = f"/case/{case}/answer/{turn}", len(await _shown(office, who))
        windows = [await anna.get(at) for _ in range(4)]
        pages = await asyncio.gather(
            *(anna.post(at, **page.form(at), do="change", text=f"{RIGHT} {n}") for n, page in enumerate(windows))
        )
        refused = {n: page for n, page in enumerate(pages) if page.status == 409}
        assert len(refused) == len(pages) - 1
        assert all(f"{RIGHT} {n}" in page.words for n, page in refused.items())
        [won] = set(range(len(pages))) - refused.keys()
        shown = await _shown(office, who)
        assert len(shown) == before, "one went, one came"
        assert f"{RIGHT} {won}" in shown[-1]


@pytest.mark.parametrize("do", [{"do": "change", "text": RIGHT}, {"do": "take-back"}])
async def test_the_same_form_again_is_done_already(office: Office, do: dict[str, str]) -> None:
    """Pressed twice, or sent again by a browser on a bad network, it is not told that nothing was sent."""
    case, who = await office.asks()
    async with office.logs_in("anna") as anna:
        await anna.claims(case)
        turn = await _answers(anna, case, WRONG)
        at = f"/case/{case}/answer/{turn}"
        ticket = (await anna.get(at)).form(at)
        await anna.post(at, **ticket, **do)
        shown = await _shown(office, who)
        again = await anna.post(at, **ticket, **do)
        assert (again.status, again.path) == (200, f"/case/{case}")
        assert await _shown(office, who) == shown


async def test_words_that_are_far_too_long_take_nothing_back(office: Office) -> None:
    """The button stands behind them, where a long body is not read any more."""
    case, who = await office.asks()
    async with office.logs_in("anna") as anna:
        await anna.claims(case)
        turn = await _answers(anna, case, WRONG)
        at = f"/case/{case}/answer/{turn}"
        page = await anna.post(at, **(await anna.get(at)).form(at), text="ا" * 30_000, do="change")
        assert page.status == 413
        assert "ااا" in page.words
        assert "utkast" not in page.words, "they are kept nowhere"
        assert WRONG in (await _shown(office, who))[-1]


async def test_that_an_answer_was_taken_back_cannot_be_taken_back(office: Office) -> None:
    case, who = await office.asks()
    async with office.logs_in("anna") as anna:
        await anna.claims(case)
        turn = await _answers(anna, case, WRONG)
        at = f"/case/{case}/answer/{turn}"
        ticket = (await anna.get(at)).form(at)
        await anna.post(at, **ticket, do="take-back")
        shown = await _shown(office, who)
        for later in range(turn, turn + 3):
            page = await anna.post(f"/case/{case}/answer/{later}", **ticket, do="take-back", text="anew")
            assert page.status == 409
        assert await _shown(office, who) == shown


@pytest.mark.parametrize("words", ["", "  \n ", "\u200f"])
async def test_no_words_change_nothing(office: Office, words: str) -> None:
    case, who = await office.asks()
    async with office.logs_in("anna") as anna:
        await anna.claims(case)
        turn = await _answers(anna, case, WRONG)
        assert (await _corrects(anna, case, turn, "change", text=words)).status == 400
        assert WRONG in (await _shown(office, who))[-1]


async def test_only_answers_of_this_case_and_only_by_its_holder(office: Office) -> None:
    """Neither what she wrote nor a colleague's case can be touched."""
    case, who = await office.asks()
    async with office.logs_in("anna") as anna, office.logs_in("bilal") as bilal:
        await anna.claims(case)
        turn = await _answers(anna, case, WRONG)
        before = await _shown(office, who)
        for other in (1, turn - 1, turn + 7):
            assert (await anna.get(f"/case/{case}/answer/{other}")).status == 409
        at = f"/case/{case}/answer/{turn}"
        page, bilals = await anna.get(at), {"token": (await bilal.get("/shift")).form("/shift/ill")["token"]}
        assert (await bilal.get(f"/case/{case}/answer/{turn}")).status == 403
        assert (await bilal.post(at, **page.form(at) | bilals, do="take-back")).status == 409
        assert await _shown(office, who) == before
