"""Where a contact stands in the flows."""

from __future__ import annotations

from dataclasses import dataclass, replace

from halsobot.model.case import Case


@dataclass(frozen=True, slots=True)
class Standing:
    """One screen she has seen and what was known then, so that Back restores both.

    ``answers`` holds ``status``, ``place``, ``region``, ``municipality`` and ``<flow>.<ask>``.
    ``returns`` are the nodes (flow, node) to which an ``end`` leads back, innermost last.
    ``page`` counts presses of "more"; ``topic`` is what a person was asked for about.
    """

    flow: str
    node: str
    answers: tuple[tuple[str, str], ...] = ()
    returns: tuple[tuple[str, str], ...] = ()
    page: int = 0
    topic: str | None = None

    @property
    def name(self) -> str:
        return f"{self.flow}-{self.node}"

    def answer(self, name: str) -> str | None:
        for known, answer in self.answers:
            if known == name:
                return answer
        return None

    def with_answers(self, **answers: str) -> Standing:
        return replace(self, answers=tuple(sorted({**dict(self.answers), **answers}.items())))


@dataclass(frozen=True, slots=True)
class Album:
    """Pictures that she sent at once, by the turns in which they came; ``given``: a person is to see them;
    ``answered``: the bot has offered one of them to a person, and that is for all.
    """

    id: str
    turns: tuple[int, ...] = ()
    given: bool = False
    answered: bool = False


@dataclass(frozen=True, slots=True)
class Session:
    """``trail`` ends with the screen she sees now; ``turn`` numbers what was said to her.

    ``digest`` names the content in which all screens of the trail exist. ``misses`` counts messages in a row
    that nothing was found for. ``case`` is what she has asked a person, the last one also after it is closed;
    ``via`` is the channel she writes through; ``album`` is the last one she sent.
    """

    locale: str | None = None
    trail: tuple[Standing, ...] = ()
    turn: int = 0
    position: tuple[float, float] | None = None
    digest: str | None = None
    misses: int = 0
    case: Case | None = None
    via: str | None = None
    album: Album | None = None

    def at(self, trail: tuple[Standing, ...], turn: int) -> Session:
        """The session at another place or in another turn. Done at every step: ``replace`` is slow."""
        known = (self.position, self.digest, self.misses, self.case, self.via, self.album)
        return Session(self.locale, trail, turn, *known)
