"""One case: what its holder reads, what she answers, and what becomes of words that cannot be sent."""

from __future__ import annotations

import asyncio
import re

import pytest

from halsobot.channels.telegram.words import text_of
from halsobot.console import form
from halsobot.model.event import Chose, Passed, Replied, Started
from halsobot.model.inbound import Address
from halsobot.model.screen import Button
from halsobot.model.view import Bubble

from .office import Client, Office, Page


async def _reads(office: Office, who: Address) -> list[str]:
    """All that has been shown to her by guides, newest last."""
    messages = await office.rt.store.messages(who, 0) or ()
    said = [message.view for message in messages if message.view.screen == "engine-said"]
    return [" ".join(block.run.text for block in view.blocks[1:] if isinstance(block, Bubble)) for view in said]


async def _answers(client: Client, case: str, kind: str = "text", **fields: str) -> Page:
    return await client.sends(f"/case/{case}", f"/case/{case}/reply", **({"kind": kind} | fields))


async def test_the_conversation_in_the_guides_language(office: Office) -> None:
    """What the bot said in Swedish, what she pressed by its label, her words as they are, with their direction."""
    case, who = await office.asks("مرحبا، أريد موعدا")
    async with office.logs_in("anna") as anna:
        page = await anna.claims(case)
        assert "Före ärendet" in page.words
        assert "Vem behöver vård?" in page.words
        assert "Tryckte på: Jag" in page.words
        assert '<p class="words" lang="ar" dir="auto">مرحبا، أريد موعدا</p>' in page.text
        assert "Anna tog ärendet." in page.words
        await office.writes(who, "أنا بلا هوية <b>")
        assert "&lt;b&gt;" in (await anna.get(f"/case/{case}")).text
    assert who


async def test_no_guide_sees_what_papers_she_has(office: Office) -> None:
    """The bot promises it where it asks: neither what she wrote or pressed there, nor the pages that follow from it,
    nor the page that tells her what is known of her.
    """
    case, who = await office.asks(locale="sv")
    for text in ("/menu", "Vad kostar vården?", "Jag saknar papper"):
        await office.writes(who, text)
    await office.does(who, Chose(office.clock(), Button("costs", "low-fee", "without-papers", 0).encode()))
    await office.writes(who, "/privacy")
    async with office.logs_in("anna") as anna:
        page = (await anna.claims(case)).words
        talk = page[: page.index("Ditt svar, på kontaktens språk")]
        assert "Vad stämmer för dig?" in talk
        assert talk.count("saknar papper") == 1  # as one of the choices
        assert "Svarade boten. Svaret visas inte för hälsoguider." in talk
        assert talk.count("Visas inte för hälsoguider: sidan") == 3
        assert "Läkare i Världen" not in talk
        await office.writes(who, "Jag saknar papper")  # to Anna
        assert (await anna.get(f"/case/{case}")).words.count("saknar papper") == 2


async def test_a_case_without_words(office: Office) -> None:
    """She pressed that she wants a person and wrote nothing: the page stands all the same."""
    who = Address("web", "w" * 43)
    await office.does(who, Started(office.clock(), flow="book-care", locale="ar"), opens=True)
    await office.does(who, Chose(office.clock(), Button("book-care", "who", "me", 1).encode()))
    await office.does(who, Chose(office.clock(), Button("book-care", "open", "person", 2).encode()))
    await office.does(who, Chose(office.clock(), Button("engine", "person", "ask", 3).encode()))
    [row] = await office.desk.queue()
    async with office.logs_in("anna") as anna:
        page = await anna.claims(row.id)
    assert (page.status, page.text.count('id="newest"')) == (200, 1)


async def test_red_flags_are_marked(office: Office) -> None:
    """Words that may mean danger to life stand out, and say so in words."""
    case, who = await office.asks()
    async with office.logs_in("anna") as anna:
        await anna.claims(case)
        await office.writes(who, "Jag kan inte andas")
        assert "Kan vara fara för liv" in (await anna.get(f"/case/{case}")).words


async def test_an_answer_reaches_her_with_the_guides_name(office: Office) -> None:
    """Her words as written; the page says what became of them; the draft is gone."""
    case, who = await office.asks()
    async with office.logs_in("anna") as anna:
        await anna.claims(case)
        await anna.sends(f"/case/{case}", f"/case/{case}/draft", text="Hej")
        assert (await anna.get(f"/case/{case}")).text.count("Hej</textarea>") == 1
        page = await _answers(anna, case, text="أهلا\nوسهلا")
        assert "Skickat." in page.words
        assert "visas när kontakten tittar i chatten" in page.words
        assert (await office.desk.open(case, "anna")).draft == ""
    assert ["أهلا" in said and "وسهلا" in said for said in await _reads(office, who)] == [True]


async def test_a_form_sent_twice_counts_once(office: Office) -> None:
    """A double click, a reload: one answer. Other words from the same page are another answer."""
    case, who = await office.asks()
    async with office.logs_in("anna") as anna:
        await anna.claims(case)
        ticket = (await anna.get(f"/case/{case}")).form(f"/case/{case}/reply")
        for _ in range(2):
            sent = [anna.post(f"/case/{case}/reply", **ticket | {"text": "Hej"}) for _ in range(2)]
            assert {page.status for page in await asyncio.gather(*sent)} == {200}
        assert len(await _reads(office, who)) == 1
        await anna.post(f"/case/{case}/reply", **ticket | {"text": "Hej igen"})
    assert len(await _reads(office, who)) == 2


async def test_an_answer_answers_what_stood_on_the_page(office: Office) -> None:
    """What she writes while the guide does goes on waiting, an emergency as one; each form says what stood there."""
    case, who = await office.asks()
    reply = f"/case/{case}/reply"
    async with office.logs_in("anna") as anna:
        await anna.claims(case)
        page = await anna.get(f"/case/{case}")
        newest = max(line.turn for line in (await office.desk.open(case, "anna")).lines)
        assert set(re.findall('name="seen" value="([^"]*)"', page.text)) == {str(newest)}
        await office.writes(who, "ما بقدر اتنفس")
        await anna.post(reply, **page.form(reply) | {"text": "Ett svar"})
        row = await office.desk.row(case)
        assert (row.answered, row.urgent) == (False, True)
        await _answers(anna, case, text="Ett svar till")
        row = await office.desk.row(case)
        assert (row.answered, row.urgent) == (True, False)


async def test_phrases_and_screens_come_in_her_language(office: Office) -> None:
    """Chosen in Swedish with both languages shown before, read in Arabic; a medical question has one button."""
    case, who = await office.asks()
    catalogue = office.rt.bundle.catalogue
    async with office.logs_in("anna") as anna:
        await anna.claims(case)
        shown = await _answers(anna, case, "phrase", phrase="phrase-hello", do="look")
        assert "Jag är hälsoguide" in shown.words
        assert 'lang="ar"' in shown.text.split('class="both"')[1]
        assert await _reads(office, who) == []
        await _answers(anna, case, "phrase", phrase="phrase-hello", do="send")
        await _answers(anna, case, "screen", screen="book-care-bring", do="send")
        page = await _answers(anna, case, "medical")
        assert "färdig fras" in page.words
        assert "sida ur boten" in page.words
    said = await _reads(office, who)
    assert len(said) == 3
    assert (
        said[0]
        == catalogue.words["ar"].fluent.format_pattern(
            catalogue.words["ar"].fluent.get_message("phrase-hello").value, {}
        )[0]
    )
    assert "1177" in said[2]


async def test_what_her_language_lacks_is_marked(office: Office, monkeypatch: pytest.MonkeyPatch) -> None:
    """In the list of phrases it says so, before it is chosen."""
    case, _ = await office.asks()
    monkeypatch.delitem(office.rt.bundle.catalogue.words["ar"].entries, "phrase-thanks")
    async with office.logs_in("anna") as anna:
        page = await anna.claims(case)
    assert "Tack för att du skrev. (saknas på arabiska)" in page.words


@pytest.mark.parametrize(
    ("kind", "fields"),
    [
        ("text", {"text": "  "}),
        ("phrase", {"phrase": "engine-forget"}),
        ("phrase", {"phrase": "phrase-none"}),
        ("screen", {"screen": "engine-privacy"}),
        ("screen", {"screen": "../etc"}),
        ("nothing", {}),
    ],
)
async def test_what_says_nothing_is_not_sent(office: Office, kind: str, fields: dict[str, str]) -> None:
    """Empty words, forged phrases and screens: the page says that nothing was sent."""
    case, who = await office.asks()
    async with office.logs_in("anna") as anna:
        await anna.claims(case)
        page = await _answers(anna, case, kind, **fields, do="send")
        assert page.status == 400
        assert "Inget skickades" in page.words
        assert (await _answers(anna, case, kind, **fields, do="look")).status == 200
    assert await _reads(office, who) == []


async def test_words_that_are_too_long_stay_in_the_form(office: Office) -> None:
    """All of them, to be shortened; nothing was sent."""
    case, who = await office.asks()
    long = "ord " * 1500
    async with office.logs_in("anna") as anna:
        await anna.claims(case)
        page = await _answers(anna, case, text=long)
        assert page.status == 413
        assert long.strip() in page.text
        huge = await _answers(anna, case, text="x" * 1_000_000)
        assert (huge.status, "för långt" in huge.words) == (413, True)
        assert (await _answers(anna, case, text="x" * 4000)).status == 200
    assert len(await _reads(office, who)) == 1


@pytest.mark.parametrize("length", [2400, 2600, form.TEXT])
@pytest.mark.parametrize("locale", ["sv", "ti"])
async def test_a_long_answer_is_read_whole(office: Office, length: int, locale: str) -> None:
    """To its last letter, up to the longest that is taken."""
    case, who = await office.asks(locale=locale)
    await office.desk.claim(case, "eva" if locale == "ti" else "anna", office.clock())
    holder = (await office.desk.row(case)).guide
    assert holder
    words = "ሀ" * length
    assert await office.desk.reply(case, Replied(office.clock(), holder, text=words), f"long {length}")
    shown = (await office.rt.store.messages(who, 0) or ())[-1]
    assert words in str(shown.view.blocks)
    assert words in text_of(shown.view)[0]


@pytest.mark.parametrize("words", ["😀" * 200 + "x" * 3800, "x\n" * 1900])
async def test_what_telegram_would_cut_is_too_long(office: Office, words: str) -> None:
    """Some letters count twice there, and each line has two signs of its own."""
    case, who = await office.asks()
    async with office.logs_in("anna") as anna:
        await anna.claims(case)
        assert (await _answers(anna, case, text=words)).status == 413
    assert await _reads(office, who) == []


async def test_a_draft_does_not_overtake_its_answer(office: Office) -> None:
    """The script's comes seconds late on a bad network: what has been sent does not stand there as if it were not. What
    she writes then, or keeps by the button, is a draft.
    """
    case, _ = await office.asks()
    async with office.logs_in("anna") as anna:
        await anna.claims(case)
        at = f"/case/{case}"
        form = (await anna.get(at)).form(f"{at}/reply")
        early = await anna.post_as(f"{at}/draft", {"X-Script": "1"}, **form, text="Ett sv")
        assert (early.status, (await office.desk.open(case, "anna")).draft) == (204, "Ett sv")
        await anna.post(f"{at}/reply", **form, text="Ett svar")
        late = await anna.post_as(f"{at}/draft", {"X-Script": "1"}, **form, text="Ett sva")
        assert (late.status, (await office.desk.open(case, "anna")).draft) == (410, "")
        await anna.post(f"{at}/draft", **form, text="Mer")
        assert (await office.desk.open(case, "anna")).draft == "Mer"
        fresh = (await anna.get(at)).form(f"{at}/reply")
        await anna.post_as(f"{at}/draft", {"X-Script": "1"}, **fresh, text="Och mer")
        assert (await office.desk.open(case, "anna")).draft == "Och mer"


async def test_lines_stay_lines(office: Office) -> None:
    """As she wrote them, and each by its own direction: two numbers never become one."""
    case, who = await office.asks()
    async with office.logs_in("anna") as anna:
        await anna.claims(case)
        await _answers(anna, case, text="Ring 063-15 30 00\n1177 svarar också.\n\nمرحبا")
    lines = ["\u2068Ring 063-15 30 00\u2069\n\u20681177 svarar också.\u2069", "\u2068مرحبا\u2069"]
    assert await _reads(office, who) == [" ".join(lines)]


async def test_an_answer_to_a_case_that_is_no_longer_hers(office: Office) -> None:
    """It is not sent; the page says who has the case, and her words stand there."""
    case, who = await office.asks()
    async with office.logs_in("anna") as anna:
        await anna.claims(case)
        ticket = (await anna.get(f"/case/{case}")).form(f"/case/{case}/reply")
        await office.desk.pass_on(case, Passed(office.clock(), "anna", "bilal"), "moved")
        page = await anna.post(f"/case/{case}/reply", **ticket | {"text": "Mina ord"})
        assert page.status == 409
        assert "Bilal har ärendet." in page.words
        assert "Mina ord" in page.words
        draft = await anna.post_as(f"/case/{case}/draft", {"X-Script": "1"}, token=ticket["token"], text="Mina ord")
        assert draft.status == 409
    assert await _reads(office, who) == []


async def test_passing_on(office: Office) -> None:
    """To a colleague who speaks her language, or to the queue; not to one who does not."""
    case, _ = await office.asks()
    async with office.logs_in("anna") as anna, office.logs_in("bilal") as bilal:
        await anna.claims(case)
        assert (await anna.sends(f"/case/{case}", f"/case/{case}/pass", to="eva")).status == 400
        page = await anna.sends(f"/case/{case}", f"/case/{case}/pass", to="bilal")
        assert (page.path, "överlämnat" in page.words) == ("/", True)
        assert (await office.desk.row(case)).guide == "bilal"
        assert (await bilal.get(f"/case/{case}")).status == 200
        await bilal.sends(f"/case/{case}", f"/case/{case}/pass", to="queue")
    assert (await office.desk.row(case)).state == "waiting"


async def test_why_nobody_can_take_over(office: Office) -> None:
    """Where only the queue is left, one line says why, at the end of a shift, too."""
    for asks, why in (
        ({"locale": "fa-AF"}, "No colleague speaks Dari."),
        ({"locale": "ar"}, None),
    ):
        case, _ = await office.asks(**asks)
        async with office.logs_in("bilal") as bilal:
            pages = [await bilal.claims(case), await bilal.get("/shift")]
            assert all((why or "No colleague") in page.words for page in pages) == (why is not None)
            await bilal.sends(f"/case/{case}", f"/case/{case}/pass", to="queue")
    wished, _ = await office.asks(wish="woman")
    async with office.logs_in("anna") as anna:
        page = await anna.claims(wished)
    assert "Ingen kollega som talar arabiska är som kontakten önskar." in page.words


async def test_closing_with_a_reason(office: Office) -> None:
    """One of the list; then nobody has it any more."""
    case, _ = await office.asks()
    async with office.logs_in("anna") as anna:
        await anna.claims(case)
        await _answers(anna, case, text="Hej")
        assert (await anna.sends(f"/case/{case}", f"/case/{case}/close", reason="bored")).status == 400
        page = await anna.sends(f"/case/{case}", f"/case/{case}/close", reason="answered")
        assert "Ärendet är avslutat." in page.words
        assert "Ärendet är avslutat." in (await anna.get(f"/case/{case}")).words
    assert (await office.desk.row(case)).state == "closed"


async def test_closing_is_asked_about_while_she_waits(office: Office) -> None:
    """Words without an answer, or danger: a second press, with the reason kept; what she writes meanwhile counts."""
    case, who = await office.asks()
    async with office.logs_in("anna") as anna:
        await anna.claims(case)
        asked = await anna.sends(f"/case/{case}", f"/case/{case}/close", reason="no-time")
        assert "Kontakten har inte fått svar på det senaste. Avsluta ändå?" in asked.words
        assert '<option value="no-time" selected>' in asked.text
        await _answers(anna, case, text="Hej")
        await office.writes(who, "Jag kan inte andas")
        again = await anna.post(f"/case/{case}/close", **asked.form(f"/case/{case}/close") | {"reason": "no-time"})
        assert "Ärendet brådskar: det kan vara fara för liv. Avsluta ändå?" in again.words
        assert (await office.desk.row(case)).state == "claimed"
        closed = await anna.post(f"/case/{case}/close", **again.form(f"/case/{case}/close") | {"reason": "no-time"})
        assert "Ärendet är avslutat." in closed.words
    assert (await office.desk.row(case)).state == "closed"


async def test_what_telegram_will_do_is_said_in_words(office: Office) -> None:
    """An answer that is still to be sent says so."""
    case, who = await office.asks(channel="telegram")
    async with office.logs_in("anna") as anna:
        await anna.claims(case)
        page = await _answers(anna, case, text="Hej")
        assert "skickas" in page.words.split("Ärendet", 1)[1]
        await office.does(who, Chose(office.clock(), Button("engine", "said", "done", 9).encode()))
        gone = await _answers_late(anna, case)
        assert gone.status == 409
        assert "avslutat" in gone.words


async def _answers_late(client: Client, case: str) -> Page:
    """From a page that was opened before; any form of this login has its token."""
    token = (await client.get("/")).form("/logout")["token"]
    return await client.post(f"/case/{case}/reply", token=token, once="x" * 12, kind="text", text="Sent")
