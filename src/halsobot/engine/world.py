"""What one step knows: the content, the time, and what she has answered so far."""

from __future__ import annotations

from dataclasses import dataclass

from halsobot.bundle.content import Bundle, Fact, Region
from halsobot.flow.nodes import Clause, Condition, Flow
from halsobot.model.event import Event
from halsobot.model.message import COUNTED, Message, Value
from halsobot.model.screen import Call, Hours, Link
from halsobot.model.session import Session, Standing
from halsobot.places import hours

UNKNOWN = "unknown"
NOT_SAID = "–"  # stands in a text for an answer that she did not want to give


@dataclass(frozen=True, slots=True)
class World:
    """Answers questions about the content as it stands for her, here and now. Decides nothing."""

    bundle: Bundle
    session: Session
    event: Event
    standing: Standing

    @property
    def region(self) -> Region | None:
        return self.bundle.regions.get(self.standing.answer("region") or "")

    def fact(self, name: str) -> Fact | None:
        """A fact that has a value here, whether or not it is past its date."""
        region = self.region
        return self.bundle.fact(name, region.name if region else None)

    def doubtful(self, fact: Fact) -> bool:
        return not fact.certain or self._expired(fact)

    def _expired(self, fact: Fact) -> bool:
        return fact.valid_until is not None and fact.valid_until < self.event.at.astimezone(hours.SWEDEN).date()

    # conditions

    def holds(self, condition: Condition) -> bool:
        return all(self._clause(clause) for clause in condition.clauses)

    def shown(self, flow: Flow) -> bool:
        return self.holds(flow.when)

    def _clause(self, clause: Clause) -> bool:
        if clause.values == ("known",) and clause.name in self._fact_names():
            fact = self.fact(clause.name)
            return (fact is not None and not self._expired(fact)) == (clause.verb == "is")
        value = self._named(clause.name)
        if clause.verb in ("under", "at-least"):
            return self._compare(value, clause)
        return (value in clause.values) == (clause.verb == "is")

    def _fact_names(self) -> frozenset[str]:
        return frozenset(self.bundle.facts).union(*(region.facts for region in self.bundle.regions.values()))

    def _compare(self, value: str, clause: Clause) -> bool:
        """An unknown number is neither under nor at least anything, so ``otherwise`` catches it."""
        fact = self.fact(clause.values[0])
        if fact is None or not (value.isdecimal() and fact.value.isdecimal()):
            return False
        under = int(value) < int(fact.value)
        return under == (clause.verb == "under")

    def _named(self, name: str) -> str:
        """The value of a name in a condition; every name always has one."""
        if name == "language":
            return self.session.locale or UNKNOWN
        if name in ("region", "municipality", "status"):
            return self.standing.answer(name) or UNKNOWN
        answered = self.standing.answer(f"{self.standing.flow}.{name}")
        if answered is not None:
            return answered
        if name in self._columns():
            return self._status_row().get(name, UNKNOWN)
        return self._opening(name)

    def _columns(self) -> frozenset[str]:
        return frozenset(column for row in self.bundle.statuses.values() for column in row)

    def _status_row(self) -> dict[str, str]:
        status = self.standing.answer("status") or UNKNOWN
        region = self.region
        return {**self.bundle.statuses.get(status, {}), **(region.statuses.get(status, {}) if region else {})}

    def _opening(self, name: str) -> str:
        region = self.region
        if region and name in region.hours:
            return _word(hours.state(region.hours[name].open, self.event.at))
        fact = self.fact(name)
        return _word(hours.state(fact.hours, self.event.at)) if fact else UNKNOWN

    # values for texts

    def message(self, id: str, attribute: str | None = None, **own: Value) -> Message:
        """A message with every value that it uses."""
        names = sorted({name.removesuffix("-number") for name in self.bundle.catalogue.variables(id)})
        values = ((name, own.get(name) or self.value(name)) for name in names)
        return Message(id, attribute, tuple((name, value) for name, value in values if value))

    def value(self, name: str) -> Value | None:
        if name == "language":
            return Value("name", f"language-{(self.session.locale or 'sv').lower()}")
        if name in ("region", "municipality"):
            known = self.standing.answer(name)
            return Value("name", f"{name}-{known}" if known and known != UNKNOWN else "engine-unknown")
        return self._answer(name) or self._fact_value(name)

    def _answer(self, name: str) -> Value | None:
        answered = self.standing.answer(f"{self.standing.flow}.{name}")
        if answered is None:
            return None
        if answered == UNKNOWN:
            return Value("words", NOT_SAID)
        if self.bundle.catalogue.has(f"{self.standing.flow}-{name}", answered):
            return Value("name", f"{self.standing.flow}-{name}.{answered}")
        return Value("words", answered)

    def _fact_value(self, name: str) -> Value | None:
        fact = self.fact(name)
        return value_of(fact) if fact else None

    def facts_in(self, id: str) -> list[Fact]:
        """The facts that a message uses, where they have a value here."""
        names = {name.removesuffix("-number") for name in self.bundle.catalogue.variables(id)}
        return [fact for fact in map(self.fact, sorted(names)) if fact]

    # parts of screens

    def call(self, name: str) -> Call | None:
        fact = self.fact(name)
        if fact is None:
            return None
        return Call(Message(f"fact-{name}"), fact.value, hours.state(fact.hours, self.event.at))

    def link(self, name: str) -> Link | None:
        fact = self.fact(name)
        return None if fact is None else Link(Message(f"fact-{name}"), fact.value, fact.language)


def value_of(fact: Fact) -> Value:
    """A fact as a value; its name's first word says what it is."""
    kind = fact.name.partition("-")[0]
    if kind in COUNTED:
        return Value(kind, fact.value) if fact.value.isdecimal() else Value("word", fact.value)  # type: ignore[arg-type]
    return Value(kind, fact.value) if kind in ("phone", "time", "date", "web") else Value("word", fact.value)  # type: ignore[arg-type]


def _word(state: Hours) -> str:
    return "open" if state.state == "always" else state.state
