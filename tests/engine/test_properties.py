"""What always holds, whatever she does: the engine answers, offers a way on, and is the same each time."""

from __future__ import annotations

import os
from datetime import timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from halsobot.bundle.content import Bundle
from halsobot.engine.limits import TRAIL
from halsobot.engine.step import step
from halsobot.model.event import Chose, Event, SharedPosition, Started, Wrote
from halsobot.model.screen import Button
from halsobot.model.session import Session
from halsobot.model.turn import Say, Turn
from halsobot.model.view import View
from halsobot.scenario.talk import USUAL
from halsobot.store import codec
from halsobot.testing import Chat
from halsobot.text.render import render

#: ``make fuzz`` asks for many more, and for other ones each time.
EXAMPLES = int(os.environ.get("HALSOBOT_TEST_EXAMPLES", "200"))

_TEXTS = st.one_of(
    st.text(max_size=60),
    st.text(alphabet=st.characters(codec=None), max_size=30),
    st.sampled_from(["1", "٢", "112", "kan inte andas", "Meny", "القائمة", "back", "", "   ", "‮gnp.exe", "\x00"]),
)
_FOREIGN = st.one_of(
    st.text(max_size=80),
    st.builds(
        lambda *parts: "|".join(parts),
        st.just("v1"),
        st.sampled_from(["engine", "start", "book-care", "emergency", "gone", ""]),
        st.sampled_from(["menu", "language", "who", "open", "gone", "first", ""]),
        st.sampled_from(["back", "menu", "me", "sv", "ar", "globe", "continue", "more", "gone", ""]),
        st.sampled_from(["0", "1", "7", "999999", "x", "-1", ""]),
    ),
)
#: A number presses that button of the screen she sees, counted round; the others are events of their own.
_DOINGS = st.lists(
    st.one_of(
        st.integers(0, 40),
        st.builds(Wrote, st.just(USUAL), _TEXTS),
        st.builds(Chose, st.just(USUAL), _FOREIGN),
        st.builds(
            Started, st.just(USUAL), st.sampled_from([None, "book-care", "gone"]), st.sampled_from([None, "ar", "xx"])
        ),
        st.builds(SharedPosition, st.just(USUAL), st.floats(-90, 90), st.floats(-180, 180)),
    ),
    max_size=25,
)


def _view(bundle: Bundle, turn: Turn) -> View:
    said = [output for output in turn.outputs if isinstance(output, Say)]
    assert len(said) == 1, "every event is answered with one screen"
    return render(said[0].screen, said[0].locale, bundle.catalogue).at(turn.session.turn)


def _event(doing: int | Event, view: View) -> Event:
    buttons = (*view.choices, *view.bar)
    return Chose(USUAL, buttons[doing % len(buttons)].data) if isinstance(doing, int) else doing


@settings(max_examples=EXAMPLES, deadline=timedelta(seconds=2))
@given(doings=_DOINGS)
def test_whatever_she_does_she_sees_a_whole_screen_with_a_way_on(bundle: Bundle, doings: list[int | Event]) -> None:
    """No event raises; every screen has words, buttons that fit Telegram, and Emergency."""
    turn = step(bundle, Session(), Started(USUAL))
    for doing in doings:
        view = _view(bundle, turn)
        event = _event(doing, view)
        turn = step(bundle, turn.session, event)
        _check_whole(_view(bundle, turn))
        assert len(turn.session.trail) <= TRAIL
        assert len(codec.session_bytes(turn.session)) < 64_000


def _check_whole(view: View) -> None:
    assert view.blocks
    assert view.choices or len(view.bar) > 1
    assert view.bar[0].name == "emergency"
    for button in (*view.choices, *view.bar):
        assert button.label.text.strip(), button
        assert len(button.data.encode()) <= 64
        assert Button.decode(button.data).encode() == button.data


@settings(max_examples=EXAMPLES, deadline=timedelta(seconds=2))
@given(doings=_DOINGS)
def test_the_same_step_twice_gives_equal_bytes(bundle: Bundle, doings: list[int | Event]) -> None:
    """A turn that has to be taken again is the same turn."""
    session, view = Session(), None
    for doing in [Started(USUAL), *doings]:
        event = _event(doing, view) if view else Started(USUAL)
        turn, again = step(bundle, session, event), step(bundle, session, event)
        view = _view(bundle, turn)
        assert codec.session_bytes(turn.session) == codec.session_bytes(again.session)
        assert codec.view_bytes(view) == codec.view_bytes(_view(bundle, again))
        session = turn.session


@settings(max_examples=EXAMPLES, deadline=timedelta(seconds=2))
@given(doings=st.lists(st.integers(0, 40), max_size=20), last=st.integers(0, 40))
def test_back_after_any_choice_returns(bundle: Bundle, doings: list[int], last: int) -> None:
    """A choice that leads to another screen is undone by Back: the same words as before."""
    chat = Chat(bundle).opens("sv")
    for doing in doings:
        buttons = (*chat.view.choices, *chat.view.bar)
        chat.presses(buttons[doing % len(buttons)])
    onward = [button for button in chat.view.choices if button.name != "back"]
    if not onward:
        return
    before = chat.view
    chat.presses(onward[last % len(onward)])
    # The menu begins anew, "more" stays on its screen, and a new language shows again what was there.
    if chat.screen in (before.screen, "start-menu") or before.screen == "engine-language":
        return
    chat.taps("back")
    assert chat.screen == before.screen
    assert [each.label for each in chat.view.choices] == [each.label for each in before.choices]


@pytest.mark.parametrize("length", [2, 5])
def test_every_screen_within_five_taps_reads_well_in_every_language(bundle: Bundle, length: int) -> None:
    """A walk through all buttons from the menu meets no empty text, in any language."""
    for locale in bundle.catalogue.offered:
        seen: set[str] = set()
        _walk(Chat(bundle).opens(locale), length, seen)
        assert "book-care-who" in seen


def _walk(chat: Chat, depth: int, seen: set[str]) -> None:
    for block in chat.view.blocks:
        run = getattr(block, "run", None)
        assert run is None or run.text.strip(), (chat.screen, block)
    if chat.screen in seen or depth == 0:
        return
    seen.add(chat.screen)
    here = chat.session, chat.view
    for button in chat.view.choices:
        if button.name != "back":
            _walk(chat.presses(button), depth - 1, seen)
            chat.session, chat.view = here
