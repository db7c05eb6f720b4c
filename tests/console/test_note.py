"""A note for the next holder of a case, and the card about a child who is harmed."""

from __future__ import annotations

import html
from pathlib import Path

import pytest
import sqlalchemy as sa

from halsobot.console.wording import LANGUAGES, say
from halsobot.conversation.desk import TAGS
from halsobot.model.event import Chose
from halsobot.model.inbound import Address
from halsobot.model.screen import Button
from halsobot.model.view import Bubble
from halsobot.store.keystore import key
from halsobot.store.tables import note

from .office import Client, Office, Page

WORDS = "Ring helst <efter> klockan tio"


async def _passes(client: Client, case: str, to: str, **fields: str) -> Page:
    return await client.sends(f"/case/{case}", f"/case/{case}/pass", to=to, **fields)


async def _keys(office: Office) -> list[str]:
    """The names of the keys of the notes that there are."""
    return list(
        await office.rt.store.read(lambda connection: connection.execute(sa.select(note.c.key)).scalars().all())
    )


async def _key_store(office: Office) -> set[str]:
    """The names of all keys that can open anything."""
    asked = sa.text("SELECT file FROM pragma_database_list WHERE name = 'main'")
    there = await office.rt.store.read(lambda connection: connection.execute(asked).scalar_one())
    engine = sa.create_engine(f"sqlite:///{Path(there).parent}/contact-keys.db")
    with engine.connect() as connection:
        names = set(connection.execute(sa.select(key.c.whose)).scalars())
    engine.dispose()
    return names


async def _shown(office: Office, who: Address) -> list[str]:
    """All that she has read, one message after the other."""
    shown = await office.rt.store.messages(who, 0) or ()
    return [" ".join(block.run.text for block in each.view.blocks if isinstance(block, Bubble)) for each in shown]


async def test_a_note_reaches_only_the_next_holder(office: Office) -> None:
    """With who wrote it and its tags, escaped; neither who gave the case away, nor another, nor she reads it, and it is
    no part of the conversation. Whoever gets the case later reads it, too.
    """
    case, who = await office.asks()
    async with office.logs_in("anna") as anna, office.logs_in("bilal") as bilal, office.logs_in("eva") as eva:
        await anna.claims(case)
        chosen = {"tag-needs-interpreter": "1", "tag-sensitive": "1", "tag-unknown": "1"}
        assert "Ärendet är överlämnat." in (await _passes(anna, case, "bilal", note=f" {WORDS}\r\n", **chosen)).words
        hers = await bilal.get(f"/case/{case}")
        assert html.escape(WORDS) in hers.text
        assert "From Anna, to you who have the case Needs an interpreter Sensitive Ring helst" in hers.words
        assert len(await _keys(office)) == 1
        for other in (anna, eva):
            assert "efter" not in (await other.get(f"/case/{case}")).text
        assert not any("efter" in said for said in await _shown(office, who))
        assert WORDS not in repr((await office.desk.open(case, "bilal")).lines)
        await _passes(bilal, case, "queue")
        assert "From Anna" not in (await bilal.get(f"/case/{case}")).words
        office.clock.passes(minutes=1)
        assert "Från Anna, till dig" in (await anna.claims(case)).words
        assert len(await _keys(office)) == 1  # without words and tags there is no note


async def test_it_may_be_empty_of_words_and_is_kept_once(office: Office) -> None:
    """Tags alone are a note; the same form twice is one; a guide who holds the case no more leaves none."""
    case, _ = await office.asks()
    async with office.logs_in("anna") as anna, office.logs_in("bilal") as bilal:
        await anna.claims(case)
        ticket = (await anna.get(f"/case/{case}")).form(f"/case/{case}/pass")
        given = ticket | {"to": "bilal", "tag-promised-call": "1"}
        for _ in range(2):
            assert (await anna.post(f"/case/{case}/pass", **given)).status == 200
        late = await anna.post(f"/case/{case}/pass", **(given | {"once": "another-form", "note": WORDS}))
        assert late.status == 409
        assert html.escape(WORDS) in late.text  # to be copied
        assert len(await _keys(office)) == 1
        assert "I have promised to call" in (await bilal.get(f"/case/{case}")).words.split("Before the case")[0]


async def test_a_note_that_is_too_long_stays_in_the_form(office: Office) -> None:
    """So does everything else that was filled in, also where nobody was chosen; the case is still hers."""
    case, _ = await office.asks()
    async with office.logs_in("anna") as anna:
        await anna.claims(case)
        long = await _passes(anna, case, "bilal", note="å" * 301, **{"tag-text-missing": "1"})
        assert long.status == 413
        assert "är för lång och ärendet är kvar" in long.words
        assert "å" * 301 + "</textarea>" in long.text
        assert 'value="bilal" selected' in long.text
        assert long.text.count(" checked>") == 1
        assert 'name="tag-text-missing" value="1" checked' in long.text
        nobody = await _passes(anna, case, "", note=WORDS)
        assert nobody.status == 400
        assert html.escape(WORDS) + "</textarea>" in nobody.text
        assert await _keys(office) == []
        await _passes(anna, case, "bilal", note="å" * 300)
        assert len(await _keys(office)) == 1


@pytest.mark.parametrize("by_her", [True, False])
async def test_closed_is_gone(office: Office, by_her: bool) -> None:
    """The row at once, whoever closes; the key at the next sweep. While the case is open the sweep spares it."""
    case, who = await office.asks()
    async with office.logs_in("anna") as anna, office.logs_in("bilal") as bilal:
        await anna.claims(case)
        await _passes(anna, case, "bilal", note=WORDS)
        [name] = await _keys(office)
        office.clock.passes(minutes=2)
        await office.rt.store.sweep()
        assert name in await _key_store(office)
        assert html.escape(WORDS) in (await bilal.get(f"/case/{case}")).text
        if by_her:
            await office.does(who, Chose(office.clock(), Button("engine", "said", "done", 9).encode()))
        else:
            await bilal.closes(case)
        assert await _keys(office) == []
        office.clock.passes(minutes=2)
        await office.rt.store.sweep()
        assert name not in await _key_store(office)


async def test_the_card_about_a_child(office: Office) -> None:
    """Duty, whom to call, and the phrase, which one button sends once, in her language."""
    case, who = await office.asks()
    async with office.logs_in("anna") as anna:
        page = await anna.claims(case)
        card = page.text.split('id="concern"')[1].split("</details>")[0]
        assert "socialtjänsten i kommunen där barnet är" in card
        assert "Ring 112." in card
        assert "Om ett barn far illa måste jag berätta det för socialtjänsten." in card
        sent = Page(200, card, "", {}).form(f"/case/{case}/reply")
        assert "phrase-child-duty" in sent.values()
        for _ in range(2):
            assert "Skickat." in (await anna.post(f"/case/{case}/reply", **sent)).words
    phrase = office.rt.bundle.catalogue.words["ar"].fluent.get_message("phrase-child-duty").value
    said = office.rt.bundle.catalogue.words["ar"].fluent.format_pattern(phrase, {})[0]
    assert sum(said in each for each in await _shown(office, who)) == 1


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_tag_has_a_name(language: str) -> None:
    """And so does what is said of a note that is too long."""
    assert all(say(language, f"tag-{tag}") for tag in TAGS)
    assert say(language, "say-note-long")
