"""While a person holds the chat, while she waits for one, and where none answers: what works and what is whose."""

from __future__ import annotations

from collections.abc import AsyncIterator, Iterator
from dataclasses import replace

import pytest
from room import MONDAY, REGION, ROOT, Room, Woman, opened_room

from halsobot.bundle.content import Bundle
from halsobot.model.event import Closed, Started, Wrote
from halsobot.model.message import Message
from halsobot.model.turn import KeepCase, Turn
from halsobot.model.view import CallView, PlaceView, SentenceView, View
from halsobot.scenario.play import play
from halsobot.scenario.read import talks
from halsobot.scenario.talk import USUAL, Talk
from halsobot.store.cases import Line
from halsobot.testing import Chat

SURE = "hon andas inte"
#: Words of which one or the other asks whether it is happening now, as the lists are written.
PERHAPS = ("jag orkar inte mer", "jag blöder lite", "rädd för min man")


@pytest.fixture(scope="module")
async def open_room(tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[Room]:
    async with opened_room(tmp_path_factory.mktemp("held")) as one:
        yield one


@pytest.fixture
def room(open_room: Room) -> Room:
    open_room.clock.now = MONDAY
    return open_room


async def _held(room: Room, channel: str = "web") -> tuple[Woman, str]:
    """Somebody whose question a guide has."""
    woman = room.woman("sv", channel)
    case = await woman.asks("Min fråga")
    assert await room.desk.claim(case, "anna", room.clock())
    return woman, case


async def _for_guide(room: Room, case: str) -> list[str]:
    """What of hers is for the guide."""
    lines: tuple[Line, ...] = (await room.opened(case)).lines
    return [line.what.text for line in lines if line.for_person and isinstance(line.what, Wrote)]


async def test_twenty_taps_in_a_held_case_are_the_bots(room: Room) -> None:
    """Each is answered by a screen; the guide has nothing new, and the case is as it was."""
    woman, case = await _held(room)
    before, heard = await room.row(case), await _for_guide(room, case)
    shown = len(await woman.views())
    for names in [("menu", "book-care", "me", "back"), ("menu", "emergency", "back", "language")] * 2:
        for name in names:
            await woman.taps(name)
    await woman.taps("sv", "menu", "person", "menu")
    assert len(await woman.views()) == shown + 20
    assert await room.row(case) == before
    assert await _for_guide(room, case) == heard


async def test_what_she_writes_is_the_guides_alone(room: Room) -> None:
    """Wherever she stands in the bot: once on the guide's page, and the bot is silent."""
    woman, case = await _held(room)
    await woman.taps("menu", "book-care")
    shown = len(await woman.views())
    for text in ("jag vill boka tid", "ett", "qwrtz", "tack"):
        await woman.writes(text)
    assert await _for_guide(room, case) == ["Min fråga", "jag vill boka tid", "ett", "qwrtz", "tack"]
    assert len(await woman.views()) == shown
    assert not (await room.row(case)).answered


async def test_a_red_flag_is_answered_by_both(room: Room) -> None:
    """Danger: the emergency screen at once, an urgent case, and her words on the guide's page."""
    woman, case = await _held(room)
    await woman.writes(SURE)
    assert (await woman.views())[-1].screen.startswith("emergency-")
    assert (await room.row(case)).urgent
    assert (await _for_guide(room, case))[-1] == SURE


async def test_what_may_be_danger_brings_112_and_goes_to_the_guide(room: Room) -> None:
    """The line of 112 and the question whether it is happening now."""
    woman, case = await _held(room)
    hear = room.rt.bundle.understanding.hearing.hear
    perhaps = next(text for text in PERHAPS if (flag := hear(text).flag) and not flag.sure)
    shown = len(await woman.views())
    await woman.writes(perhaps)
    views = await woman.views()
    assert len(views) == shown + 1
    assert "112" in (await woman.reads())[-1]
    assert any(button.name.startswith("danger-") for button in views[-1].choices)
    assert (await room.row(case)).urgent
    assert (await _for_guide(room, case))[-1] == perhaps


async def test_a_cry_that_is_also_a_command_keeps_its_line_of_112(room: Room) -> None:
    """ "Hjälp" leads to the person, and 112 stands above that page."""
    woman, _ = await _held(room)
    await woman.writes("hjälp")
    assert (await woman.views())[-1].screen == "engine-case"
    assert any(button.name == "danger-life" for button in (await woman.views())[-1].choices)
    assert "112" in (await woman.reads())[-1]


async def test_commands_and_whole_labels_work_in_a_held_case(room: Room) -> None:
    """They are the bot's, and not for the guide."""
    woman, case = await _held(room)
    await woman.taps("menu")
    for text, screen in (("/menu", "start-menu"), ("Boka vård", "book-care-who"), ("Jag", "book-care-open")):
        await woman.writes(text)
        assert (await woman.views())[-1].screen == screen
    assert await _for_guide(room, case) == ["Min fråga"]


async def test_while_she_waits_she_can_use_everything(room: Room) -> None:
    """The bot answers, the search too; only on the page of her case are her words for the guide."""
    woman = room.woman("sv")
    case = await woman.asks("Min fråga")
    assert (await woman.views())[-1].screen == "engine-case"
    await woman.writes("en sak till")
    await woman.taps("menu")
    await woman.writes("vad kostar ett besök")
    assert (await woman.views())[-1].screen == "engine-found"
    await woman.taps("menu", "book-care", "me")
    assert await _for_guide(room, case) == ["Min fråga", "en sak till"]
    assert (await woman.taps("person")).screen == "engine-case"


async def test_wishes_are_kept_with_the_case(room: Room) -> None:
    """Off and on again; who is named fits; what nobody fits is said before she asks."""
    woman = room.woman("fa-AF")  # only a man speaks it
    await woman.does(Started(room.clock(), flow="book-care", locale="fa-AF"), opens=True)
    await woman.taps("person")
    unmet = await woman.taps("wish-woman")
    assert "ask" not in [button.name for button in unmet.choices]
    assert "ask" in [button.name for button in (await woman.taps("wish-woman")).choices]
    other = room.woman("ar")
    await other.does(Started(room.clock(), flow="book-care", locale="ar"), opens=True)
    await other.taps("person", "wish-woman", "ask")
    row = await other.case()
    assert row
    assert row.wishes == "woman"


async def test_asked_again_by_day_her_guide_has_it_and_by_night_the_queue(room: Room) -> None:
    """Never somebody who is not at work."""
    woman, case = await _held(room, "telegram")
    await woman.taps("person", "done", "again")
    assert (await room.row(case)).guide == "anna"
    room.clock.now = MONDAY.replace(hour=20)
    await woman.taps("done", "again")
    row = await room.row(case)
    assert (row.state, row.guide) == ("waiting", None)
    assert row.promised


async def test_did_it_help_counts_once(room: Room) -> None:
    """Under the guide's last message, however often it is pressed; and once more when it was closed again."""

    async def said(name: str) -> int:
        counted = await room.rt.store.read(room.rt.store.cases.counted)
        return sum(number for _, counts, number in counted if counts == name)

    woman, case = await _held(room)
    yes, closed = await said("case-helped-yes"), await said("case-closed-answered")
    for time in (1, 2):
        room.clock.passes(minutes=1)
        assert await room.desk.close(case, Closed(room.clock(), "anna", "answered"), f"{case} {time}")
        assert (await woman.views())[-1].screen == "engine-closed"
        await woman.taps("yes", "yes", "no")
        assert await said("case-helped-yes") == yes + time
        await woman.taps("again")
    assert await said("case-closed-answered") == closed + 2


# before she writes


def _numbers(view: View) -> list[str]:
    return [block.number for block in view.blocks if isinstance(block, CallView)]


@pytest.mark.parametrize("locale", ["sv", "en", "ar", "fa-AF", "ti"])
async def test_the_page_says_all_before_she_writes(room: Room, locale: str) -> None:
    """Who answers, that this is no nurse, secrecy and its exception, 112, and by when; and no case is opened by it."""
    woman = room.woman(locale)
    await woman.does(Started(room.clock(), flow="book-care", locale=locale), opens=True)
    view = await woman.taps("person")
    words, say = (await woman.reads())[-1], room.rt.bundle.catalogue.text
    names = [guide.name for guide in room.rt.bundle.regions[REGION].answering.guides.values()]
    assert any(name in words for name in names)
    assert " ".join(say(Message("engine-person-says"), locale).text.split()) in words
    assert "112" in words
    assert "17:00" in words or "17.00" in words
    assert view.accepts == "words"
    assert await woman.case() is None


# nobody answers


def _talks(bundle: Bundle) -> Iterator[Talk]:
    for path in sorted((ROOT / "flows").glob("*.test.yaml")):
        readable, wrong = talks(path.read_bytes(), path.name, bundle)
        assert not wrong
        yield from readable


@pytest.mark.parametrize("answered", [True, False])
def test_every_talk_goes_as_written_with_guides_and_without(room: Room, bundle: Bundle, answered: bool) -> None:
    """No flow needs somebody who answers."""
    content = room.rt.bundle if answered else bundle
    assert (content.regions[REGION].answering.answers == "guides") is answered
    failed = [finding for talk in _talks(content) for finding in play(content, talk)]
    assert failed == []


class Asking(Chat):
    """Somebody who keeps what would become of her case."""

    def _take(self, turn: Turn) -> None:
        super()._take(turn)
        self.counts += ["a case" for output in turn.outputs if isinstance(output, KeepCase)]


@pytest.mark.parametrize("answers", ["nobody", "service", "phone", "elsewhere"])
def test_where_nobody_answers_here_there_is_a_way_on_and_no_case(room: Room, answers: str) -> None:
    """From every flow, in every language: a phone, and a sentence, a place or a link; writing there opens nothing."""
    bundle = _without(room.rt.bundle, answers)
    for locale in bundle.catalogue.offered:
        for flow in bundle.flows:
            chat = Asking(bundle, USUAL)
            chat.session = replace(chat.session, via="telegram")
            chat.opens(locale, flow).taps("person")
            assert chat.screen == "engine-person"
            assert "1177" in _numbers(chat.view), (locale, flow)
            if answers in ("nobody", "service"):
                ways = [type(block) for block in chat.view.blocks]
                assert SentenceView in ways or PlaceView in ways
            assert "ask" not in chat.offered
            chat.sends("Hej, jag behöver hjälp").sends(SURE)
            assert "a case" not in chat.counts
            assert chat.screen.startswith("emergency-")


def _without(bundle: Bundle, answers: str) -> Bundle:
    region = bundle.regions[REGION]
    changes = {
        "nobody": {"answers": "nobody"},
        "service": {"answers": "service", "service": "phone-1177"},
        "phone": {"meet": {"telegram": "phone"}},
        "elsewhere": {"meet": {"telegram": "web"}},
    }[answers]
    changed = replace(region, answering=replace(region.answering, **changes))  # type: ignore[arg-type]
    return replace(bundle, regions={**bundle.regions, REGION: changed})


async def test_a_cry_without_a_case_says_that_a_person_reads_only_if_she_asks(room: Room) -> None:
    """Nobody reads what she writes to the bot: that is said, with the button's words; with a case it is otherwise."""
    woman = room.woman("sv")
    await woman.does(Started(room.clock(), locale="sv"), opens=True)
    await woman.writes(SURE)
    assert "Vill du att någon läser" in (await woman.reads())[-1]
    other, _ = await _held(room)
    await other.writes(SURE)
    assert "kan läsa det du skriver" in (await other.reads())[-1]
