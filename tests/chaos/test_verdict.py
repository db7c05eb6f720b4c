"""The judge of the other tests is judged: one thing wrong in a log that is else in order, and it says so."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from rig import Call

from .evidence import accepted
from .verdict import Story, Turn, Verdict, judge

AMINA = 7
#: She writes four times, and the bot is killed once in between; by the rig's clock each answer comes a second later.
DID = ("hej", "vad kostar det", "jag kan inte andas", "tack")
KILLED = (2.5,)
TURNS = [Turn(number, did) for number, did in enumerate(DID, 1)]


def _answer(turn: int, at: float | None = None, method: str = "sendMessage", flow: str = "start") -> Call:
    rows = [[{"text": "Boka vård", "callback_data": f"v1|{flow}|menu|book-care|{turn}"}]]
    keyboard = {"reply_markup": {"inline_keyboard": rows}}
    return Call(turn, turn if at is None else at, method, keyboard, chat_id=AMINA)


ANSWERS = [_answer(1), _answer(2), _answer(3, flow="emergency"), _answer(4)]


def _judged(answers: list[Call], turns: Sequence[Turn] = tuple(TURNS), did: Sequence[str] = DID) -> Verdict:
    return judge([Story(did, turns, accepted(answers)[AMINA], version=len(turns))], KILLED)


def _with(turn: int, **changed: object) -> list[Turn]:
    change: Callable[..., Turn] = replace
    return [change(each, **changed) if each.number == turn else each for each in TURNS]


def test_a_log_in_order_is_found_in_order() -> None:
    assert _judged(ANSWERS) == Verdict()


def test_one_lost_answer_is_found() -> None:
    """An acknowledged update without an accepted answer, whatever the outbox says about it."""
    for state in ("sent", "queued", "uncertain", "refused"):
        verdict = _judged([*ANSWERS[:1], *ANSWERS[2:]], _with(2, state=state))
        assert len(verdict.lost) == len(verdict.wrongs) == 1


def test_one_lost_update_is_found() -> None:
    """It was acknowledged, and nothing was stored."""
    verdict = _judged(ANSWERS[:3], TURNS[:3])
    assert verdict.lost == ["contact 1: 'tack' was acknowledged and is not stored"]


def test_two_answers_that_have_changed_places_are_found() -> None:
    assert str(_judged([_answer(2), _answer(1), *ANSWERS[2:]])) == "0 lost, 1 out of order, 0 done twice, 0 doubled"


def test_an_emergency_may_overtake_and_nothing_may_overtake_it() -> None:
    first, second, urgent, last = ANSWERS
    assert _judged([first, urgent, second, last]) == Verdict()
    assert len(_judged([first, second, last, urgent]).out_of_order) == 1


def test_two_updates_stored_in_another_order_are_found() -> None:
    assert len(_judged(ANSWERS, did=("vad kostar det", "hej", *DID[2:])).out_of_order) == 1


def test_an_update_that_had_two_effects_is_found() -> None:
    """The same words are stored in two turns, and she said them once."""
    assert len(_judged([*ANSWERS, _answer(5)], [*TURNS, Turn(5, "tack")]).done_twice) == 1


def test_a_state_that_advanced_without_a_turn_is_found() -> None:
    story = Story(DID, TURNS, accepted(ANSWERS)[AMINA], version=5)
    assert len(judge([story], KILLED).done_twice) == 1


def test_an_answer_doubled_by_a_kill_is_counted() -> None:
    """It is explained: the kill lies between the two, and the outbox knows that nobody knows."""
    verdict = _judged([*ANSWERS[:2], _answer(2, at=2.9), *ANSWERS[2:]], _with(2, state="uncertain", cuts=1))
    assert len(verdict.doubled) == 1
    assert verdict.wrongs == []


def test_an_answer_doubled_for_no_reason_is_found() -> None:
    """No kill between the two, or an outbox that is sure: either is wrong."""
    no_kill = _judged([*ANSWERS[:2], _answer(2, at=2.2), *ANSWERS[2:]], _with(2, state="uncertain", cuts=1))
    too_sure = _judged([*ANSWERS[:2], _answer(2, at=2.9), *ANSWERS[2:]])
    for verdict in (no_kill, too_sure):
        assert len(verdict.doubled) == len(verdict.unexplained) == len(verdict.wrongs) == 1


def test_an_edit_that_comes_twice_is_nothing() -> None:
    """It changes the same message to the same words."""
    edit = _answer(2, method="editMessageText")
    assert _judged([ANSWERS[0], edit, edit, *ANSWERS[2:]]) == Verdict()


def test_an_answer_cut_off_twice_is_lost_unless_a_later_screen_shows_where_she_stands() -> None:
    given_up = [*TURNS[:3], Turn(4, "tack", "uncertain", cuts=2)]
    assert len(_judged(ANSWERS[:3], given_up).lost) == 1
    assert _judged([*ANSWERS[:3], _answer(5)], [*given_up, Turn(5, None)]) == Verdict()


def test_somebody_left_without_the_lasting_keyboard_is_found() -> None:
    story = Story(DID, TURNS, accepted(ANSWERS)[AMINA], version=4, has_keyboard=False)
    assert len(judge([story], KILLED).lost) == 1
