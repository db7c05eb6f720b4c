"""What is collected while one flow file is read."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import PurePosixPath

from halsobot.flow.finding import Finding, found
from halsobot.flow.nodes import Mark
from halsobot.flow.source import Word


@dataclass(frozen=True, slots=True)
class Use:
    """A word that names something elsewhere: after ``key`` (call, picture, owner …) in ``node``."""

    key: str
    name: str
    at: Mark
    node: str = ""


@dataclass(slots=True)
class Reading:
    """``names`` are those of all nodes, also of nodes that could not be read.

    ``complete`` is false where some node's name is unknown, so that nobody calls a target wrong.
    """

    file: str
    out: list[Finding] = field(default_factory=list)
    uses: list[Use] = field(default_factory=list)
    names: dict[str, Mark] = field(default_factory=dict)
    complete: bool = True

    @property
    def flow(self) -> str:
        return PurePosixPath(self.file).stem

    def say(self, code: str, at: Mark, **values: str) -> None:
        self.out.append(found(code, at, **values))

    def use(self, key: str, words: tuple[Word, ...], node: str = "") -> tuple[str, ...]:
        """Remember where these names stand, and give them back as text."""
        self.uses += [Use(key, word.text, word.at, node) for word in words]
        return tuple(word.text for word in words)
