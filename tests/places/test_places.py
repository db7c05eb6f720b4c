"""Nearest and open now, on a region made for it (tests/places/lillstad)."""

from __future__ import annotations

import shutil
from datetime import datetime
from pathlib import Path

import pytest

from halsobot.bundle.content import Bundle
from halsobot.bundle.load import load
from halsobot.model.event import SharedPosition
from halsobot.model.view import PlaceView
from halsobot.places.hours import SWEDEN
from halsobot.testing import Chat

ROOT = Path(__file__).parents[2]
IN_TOWN = (63.1791, 14.6357)


@pytest.fixture(scope="module")
def lillstad(tmp_path_factory: pytest.TempPathFactory) -> Bundle:
    """The shipped content with another home region."""
    folder = tmp_path_factory.mktemp("lillstad")
    for name in ("flows", "locales", "content"):
        shutil.copytree(ROOT / name, folder / name)
    shutil.rmtree(folder / "content/regions")
    shutil.copytree(Path(__file__).parent / "lillstad", folder / "content/regions/lillstad")
    shutil.copy(ROOT / "content/regions/jamtland-harjedalen/facts.yaml", folder / "content/regions/lillstad")
    (folder / "content/home.yaml").write_text("region: lillstad\n")
    names = folder / "locales/sv/names.ftl"
    names.write_text(names.read_text() + "\nregion-lillstad = Lillstad\n")
    loaded = load(folder, show_unreviewed=True)
    assert loaded.bundle, "\n".join(map(str, loaded.problems))
    return loaded.bundle


def _at(day: int, hour: int, month: int = 11) -> datetime:
    return datetime(2026, month, day, hour, 0, tzinfo=SWEDEN)


def _places(chat: Chat) -> list[PlaceView]:
    return [block for block in chat.view.blocks if isinstance(block, PlaceView)]


def _near(bundle: Bundle, now: datetime) -> Chat:
    chat = Chat(bundle, now).opens("sv").taps("meeting-places")
    return chat.does(SharedPosition(now, *IN_TOWN))


def test_the_three_nearest_stand_there_open_ones_first(lillstad: Bundle) -> None:
    """On a Monday the nearest place is closed, so the open one beside it stands first."""
    names = [place.name for place in _places(_near(lillstad, _at(23, 12)))]
    assert names == ["Vid kyrkan", "Långt borta", "Vid sjön"]


def test_on_another_day_the_nearest_is_first(lillstad: Bundle) -> None:
    """On a Sunday it is the other way round."""
    assert _places(_near(lillstad, _at(22, 12)))[0].name == "Vid sjön"


@pytest.mark.parametrize(
    ("now", "said"),
    [
        (_at(23, 12), "Öppet nu"),
        (_at(23, 17), "Öppnar tisdag 24 november kl. 10:00"),
        (_at(24, 12, month=12), "Stängt nu"),  # julafton
        (_at(25, 12, month=12), "Stängt nu"),  # juldagen
    ],
)
def test_open_now_follows_swedish_time_and_holidays(lillstad: Bundle, now: datetime, said: str) -> None:
    """Open, closed with the next opening, and closed on holidays."""
    place = next(place for place in _places(_near(lillstad, now)) if place.name == "Vid kyrkan")
    words = " ".join(run.text for run in place.lines)
    assert said in "".join(letter for letter in words if letter not in "\u2066\u2068\u2069")


def test_what_is_not_known_is_said(lillstad: Bundle) -> None:
    """No address, no hours, no phone: the place says so and where to ask."""
    chat = _near(lillstad, _at(23, 12))
    place = next(place for place in _places(chat) if place.name == "Långt borta")
    words = " ".join(run.text for run in place.lines)
    assert "Jag vet inte adressen" in words
    assert "Fråga i din kommun" in words
    assert "kan vara gammal" in words
    assert place.call is None
    assert place.map is None


def test_more_shows_the_others_and_never_a_closed_down_one(lillstad: Bundle) -> None:
    """The fourth place is behind "show more"; pressed twice on one message it turns one page."""
    chat = _near(lillstad, _at(23, 12))
    more = chat.button("more")
    chat.presses(more).presses(more)
    assert [place.name for place in _places(chat)] == ["Någonstans"]
    back = chat.button("back")
    chat.presses(back).presses(back)
    assert _places(chat)[0].name == "Vid kyrkan", "Back pressed twice turns one page back, too"


def test_without_a_position_her_municipality_comes_first(lillstad: Bundle) -> None:
    """In Krokom the places of Krokom stand first."""
    chat = Chat(lillstad, _at(23, 12)).opens("sv").taps("meeting-places", "krokom")
    assert [place.name for place in _places(chat)][:2] == ["Långt borta", "Någonstans"]


def test_a_position_gives_the_distance(lillstad: Bundle) -> None:
    """About twenty kilometres to the place far away."""
    place = next(place for place in _places(_near(lillstad, _at(23, 12))) if place.name == "Långt borta")
    assert any("19" in run.text or "20" in run.text for run in place.lines)
