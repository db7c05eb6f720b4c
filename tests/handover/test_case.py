"""The states of a case: who may do what, and that everything else changes nothing."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule

from halsobot.handover import case as states
from halsobot.model.case import Case

NOW = datetime(2026, 11, 23, 9, tzinfo=UTC)
LATER = NOW + timedelta(days=2)
WAITING = Case(
    number=3, state="waiting", region="town", promised=NOW + timedelta(hours=2), topic="book-care", since=NOW,
    urgent=True, wishes=("woman",),
)  # fmt: skip
HELD = replace(WAITING, state="claimed", guide="amina")
CLOSED = replace(HELD, state="closed", reason="answered", answered=True)

Does = Callable[[Case], Case | None]
#: What Amina, Johan, she and the clock can do to a case.
DOES: dict[str, Does] = {
    "amina claims": lambda case: states.claimed(case, "amina", LATER),
    "johan claims": lambda case: states.claimed(case, "johan", LATER),
    "amina answers": lambda case: states.answered(case, "amina", LATER),
    "johan answers": lambda case: states.answered(case, "johan", LATER),
    "amina takes back": lambda case: states.taken_back(case, "amina", LATER, LATER),
    "johan takes back": lambda case: states.taken_back(case, "johan", LATER, LATER),
    "amina corrects": lambda case: states.unanswered(case, "amina"),
    "johan corrects": lambda case: states.unanswered(case, "johan"),
    "amina passes": lambda case: states.passed(case, "amina", "johan", LATER, LATER),
    "johan passes": lambda case: states.passed(case, "johan", "amina", LATER, LATER),
    "amina puts back": lambda case: states.passed(case, "amina", None, LATER, LATER),
    "johan puts back": lambda case: states.passed(case, "johan", None, LATER, LATER),
    "the holder is silent": lambda case: states.returned(case, LATER),
    "the promise moves": lambda case: states.promised_anew(case, LATER),
    "amina closes": lambda case: states.closed(case, "amina", "answered"),
    "johan closes": lambda case: states.closed(case, "johan", "answered"),
    "she closes": lambda case: states.closed(case, None, "by-contact"),
    "she writes": lambda case: states.written_to(case, LATER),
    "reopened, amina present": lambda case: states.reopened(case, LATER, True, LATER),
    "reopened, amina absent": lambda case: states.reopened(case, LATER, False, LATER),
}
#: The state and the holder afterwards; what is not listed changes nothing.
ALLOWED = {
    ("waiting", "amina claims"): ("claimed", "amina"),
    ("waiting", "johan claims"): ("claimed", "johan"),
    ("waiting", "the promise moves"): ("waiting", None),
    ("waiting", "she closes"): ("closed", None),
    ("waiting", "she writes"): ("waiting", None),
    ("claimed", "amina answers"): ("claimed", "amina"),
    ("claimed", "amina takes back"): ("claimed", "amina"),
    ("claimed", "amina corrects"): ("claimed", "amina"),
    ("claimed", "amina passes"): ("claimed", "johan"),
    ("claimed", "amina puts back"): ("waiting", None),
    ("claimed", "the holder is silent"): ("waiting", None),
    ("claimed", "the promise moves"): ("claimed", "amina"),
    ("claimed", "amina closes"): ("closed", "amina"),
    ("claimed", "she closes"): ("closed", "amina"),
    ("claimed", "she writes"): ("claimed", "amina"),
    ("closed", "reopened, amina present"): ("claimed", "amina"),
    ("closed", "reopened, amina absent"): ("waiting", None),
}


@pytest.mark.parametrize("case", [WAITING, HELD, CLOSED], ids=lambda case: case.state)
@pytest.mark.parametrize("name", DOES)
def test_what_is_allowed_in_each_state(case: Case, name: str) -> None:
    """With Amina as the holder of the claimed and of the closed case."""
    after = DOES[name](case)
    if (case.state, name) in ALLOWED:
        assert after
        assert (after.state, after.guide) == ALLOWED[case.state, name]
    else:
        assert after is None or after == case


def test_all_but_what_is_another_guides_is_allowed_sometime() -> None:
    never = {f"johan {does}" for does in ("answers", "takes back", "corrects", "passes", "puts back", "closes")}
    assert {name for _, name in ALLOWED} == set(DOES) - never


def test_an_answer_is_no_longer_waited_for_until_she_writes_again() -> None:
    answered = states.answered(HELD, "amina", LATER)
    assert answered
    assert (answered.answered, answered.urgent, answered.since) == (True, False, LATER)
    again = states.written_to(answered, LATER + timedelta(hours=1))
    assert (again.answered, again.since, again.promised) == (False, LATER + timedelta(hours=1), HELD.promised)


def test_more_words_do_not_make_the_first_ones_younger() -> None:
    """She has waited since the first of them."""
    assert states.written_to(HELD, LATER).since == NOW


def test_the_time_of_the_next_holder_begins_when_it_is_hers() -> None:
    """Else a case passed on would go back to the queue for the silence of the one before."""
    passed = states.passed(HELD, "amina", "johan", LATER, LATER)
    assert passed
    assert passed.since == LATER


@pytest.mark.parametrize("present", [True, False])
def test_a_reopened_case_waits_from_then_on(present: bool) -> None:
    """Not since it was last answered, days ago: it would be taken from its holder at once."""
    again = states.reopened(CLOSED, LATER, present, LATER)
    assert (again.promised, again.since, again.answered, again.reason) == (LATER, LATER, False, None)
    assert states.reopened(CLOSED, LATER, present).since is None
    assert states.written_to(states.reopened(CLOSED, LATER, present), LATER).since == LATER


def test_the_same_promise_is_no_news() -> None:
    assert states.promised_anew(WAITING, WAITING.promised) is None
    gone = states.promised_anew(WAITING, None)
    assert gone
    assert gone.promised is None


GUIDES = st.sampled_from(["amina", "johan", "sara"])


class Handover(RuleBasedStateMachine):
    """Three guides, she and the clock do whatever they like, in any order."""

    def __init__(self) -> None:
        super().__init__()
        self.case = WAITING
        self.holder: str | None = None
        self.now = NOW

    def _became(self, after: Case | None, allowed: bool) -> bool:
        """Takes what came of it; what was not allowed has changed nothing."""
        assert (after is not None) is allowed
        self.case = after or self.case
        self.now += timedelta(minutes=10)
        return allowed

    @rule(first=GUIDES, second=GUIDES)
    def claim_together(self, first: str, second: str) -> None:
        """Exactly one wins, and that is the first."""
        if self._became(states.claimed(self.case, first, self.now), self.case.state == "waiting"):
            self.holder = first
        assert states.claimed(self.case, second, self.now) is None

    @rule(guide=GUIDES)
    def answer(self, guide: str) -> None:
        if self._became(states.answered(self.case, guide, self.now), self._holds(guide)):
            assert self.case.answered

    @rule(guide=GUIDES, to=st.none() | GUIDES)
    def pass_on(self, guide: str, to: str | None) -> None:
        if self._became(states.passed(self.case, guide, to, self.now, self.now), self._holds(guide)):
            self.holder = to

    @rule(guide=GUIDES)
    def close(self, guide: str) -> None:
        self._became(states.closed(self.case, guide, "answered"), self._holds(guide))

    @rule()
    def she_closes(self) -> None:
        self._became(states.closed(self.case, None, "by-contact"), self.case.state != "closed")

    @rule()
    def she_writes(self) -> None:
        before = self.case
        self.case = states.written_to(before, self.now)
        assert self.case == before if before.state == "closed" else not self.case.answered

    @rule()
    def is_silent(self) -> None:
        if self._became(states.returned(self.case, self.now), self.case.state == "claimed"):
            self.holder = None

    @rule()
    def promise_moves(self) -> None:
        self._became(states.promised_anew(self.case, self.now), self._moves())

    @rule(present=st.booleans())
    def reopen(self, present: bool) -> None:
        before, self.case = self.case, states.reopened(self.case, self.now, present, self.now)
        if before.state != "closed":
            assert self.case == before
            return
        self.holder = self.holder if present else None
        assert self.case.state == ("claimed" if self.holder else "waiting")
        assert not self.case.answered

    def _holds(self, guide: str) -> bool:
        return self.case.state == "claimed" and self.holder == guide

    def _moves(self) -> bool:
        return self.case.state != "closed" and self.case.promised != self.now

    @invariant()
    def has_the_holder_it_should(self) -> None:
        assert self.case.guide == self.holder
        assert (self.case.state == "claimed") <= (self.holder is not None)
        assert (self.case.state == "waiting") <= (self.holder is None)

    @invariant()
    def says_why_it_is_closed_and_only_then(self) -> None:
        assert (self.case.reason is not None) is (self.case.state == "closed")

    @invariant()
    def is_still_the_same_case(self) -> None:
        same = ("number", "region", "topic", "wishes", "interpreter")
        assert all(getattr(self.case, name) == getattr(WAITING, name) for name in same)


TestHandover = Handover.TestCase
