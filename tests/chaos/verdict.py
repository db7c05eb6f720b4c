"""What was done is held against what was stored and what was shown: lost, out of order, doubled."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise


@dataclass(frozen=True, slots=True)
class Turn:
    """One stored turn: what she did in it, and what became of its screen after so many ``cuts`` by kills.

    ``did`` is None where she did nothing and was shown anew where she stands.
    """

    number: int
    did: str | None
    state: str = "sent"
    cuts: int = 0


@dataclass(frozen=True, slots=True)
class Shown:
    """A screen that Telegram accepted. An edit (``anew`` is false) can come twice and changes nothing then."""

    turn: int
    at: float
    anew: bool = True
    urgent: bool = False


@dataclass(frozen=True, slots=True)
class Story:
    """One contact: what she did and the bot acknowledged, what was stored, what was shown; each in its order.

    ``version`` is the number of turns by the contact's own row.
    """

    did: Sequence[str]
    turns: Sequence[Turn]
    shown: Sequence[Shown]
    version: int
    has_keyboard: bool = True


@dataclass
class Verdict:
    """What went wrong, a line for each. ``doubled`` may happen, once for a kill; all the others may not."""

    lost: list[str] = field(default_factory=list)
    out_of_order: list[str] = field(default_factory=list)
    done_twice: list[str] = field(default_factory=list)
    doubled: list[str] = field(default_factory=list)
    unexplained: list[str] = field(default_factory=list)

    @property
    def wrongs(self) -> list[str]:
        return [*self.lost, *self.out_of_order, *self.done_twice, *self.unexplained]

    def __str__(self) -> str:
        counted = (len(self.lost), len(self.out_of_order), len(self.done_twice), len(self.doubled))
        return "{} lost, {} out of order, {} done twice, {} doubled".format(*counted)


def judge(stories: Iterable[Story], killed_at: Sequence[float]) -> Verdict:
    """The verdict on all contacts, given when the bot was killed."""
    verdict = Verdict()
    for number, story in enumerate(stories, 1):
        who = f"contact {number}: "
        verdict.lost += (who + what for what in (*_not_stored(story), *_not_shown(story)))
        verdict.done_twice += (who + what for what in _stored_too_often(story))
        verdict.out_of_order += (who + what for what in (*_stored_in_another_order(story), *_overtaken(story)))
        for again, explained in _shown_twice(story, killed_at):
            verdict.doubled.append(who + again)
            verdict.unexplained += [] if explained else [who + again]
    return verdict


def _stored(story: Story) -> list[str]:
    return [turn.did for turn in story.turns if turn.did is not None]


def _not_stored(story: Story) -> Iterator[str]:
    for did in (Counter(story.did) - Counter(_stored(story))).elements():
        yield f"{did!r} was acknowledged and is not stored"


def _stored_too_often(story: Story) -> Iterator[str]:
    """Each thing she did advances her state by one turn, and nothing else does."""
    for did in (Counter(_stored(story)) - Counter(story.did)).elements():
        yield f"{did!r} is stored, and she did not do that (or not so often)"
    numbers = [turn.number for turn in story.turns]
    if numbers != list(range(1, story.version + 1)):
        yield f"version {story.version} with the turns {numbers}"


def _stored_in_another_order(story: Story) -> Iterator[str]:
    stored = _stored(story)
    if sorted(stored) == sorted(story.did) and stored != list(story.did):
        yield f"she did {list(story.did)}, stored is {stored}"


def _not_shown(story: Story) -> Iterator[str]:
    """Each turn was shown; or it was given up after two kills, and a later screen shows where she stands."""
    accepted = {shown.turn for shown in story.shown}
    last = max(accepted, default=0)
    for turn in story.turns:
        given_up = turn.state == "replaced" or (turn.state == "uncertain" and turn.cuts >= 2)
        if turn.number not in accepted and not (given_up and last > turn.number):
            yield f"{turn} was never shown"
    if not story.has_keyboard:
        yield "she has no lasting keyboard"


def _overtaken(story: Story) -> Iterator[str]:
    """Screens come in the order of their turns; only an emergency overtakes."""
    highest = 0
    for shown in story.shown:
        if shown.turn < highest:
            yield f"{shown} came after turn {highest}"
        if not shown.urgent:
            highest = max(highest, shown.turn)


def _shown_twice(story: Story, killed_at: Sequence[float]) -> Iterator[tuple[str, bool]]:
    """Each new message that repeats one, and whether a kill explains it: it came between, and the row says so."""
    states = {turn.number: turn.state for turn in story.turns}
    for first, again in pairwise(sorted((shown for shown in story.shown if shown.anew), key=_turn)):
        if first.turn == again.turn:
            killed = any(first.at <= at <= again.at for at in killed_at)
            state = states.get(again.turn)
            yield f"{first} and {again}, its row is {state}", killed and state == "uncertain"


def _turn(shown: Shown) -> int:
    return shown.turn
