"""What the rig keeps of every call, in memory and in a file."""

from __future__ import annotations

import json
from collections import Counter, defaultdict, deque
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from .spec import Upload


@dataclass(slots=True)
class Call:
    """One call by the bot. ``message_id`` is the message it made, changed or answered for."""

    number: int
    #: Seconds on the rig's clock, which ``rig.advance`` moves.
    time: float
    method: str
    params: dict[str, Any]
    chat_id: int | None = None
    message_id: int | None = None
    #: "http" or "webhook-reply"
    via: str = "http"

    @property
    def text(self) -> str:
        """The text or caption it carries."""
        return str(self.params.get("text", self.params.get("caption", "")))


@dataclass(frozen=True, slots=True)
class Violation:
    """A call that the specification refuses, and why."""

    call: Call
    problems: tuple[str, ...]

    def __str__(self) -> str:
        return f"{self.call.method}: {'; '.join(self.problems)} {plain(self.call.params)}"


@dataclass(frozen=True, slots=True)
class Refusal:
    """A call that was not accepted, and what was answered (status 0: nothing, the connection was cut)."""

    call: Call
    status: int
    description: str


@dataclass(frozen=True, slots=True)
class Early:
    """A call that came before the retry_after of a 429 was over: ``by`` that many seconds."""

    call: Call
    by: float


def plain(value: Any) -> Any:
    """A value as it can be written as JSON: a file by its name and size."""
    if isinstance(value, Upload):
        return {"file": value.name, "bytes": len(value.content)}
    if isinstance(value, dict):
        return {name: plain(each) for name, each in value.items()}
    return [plain(each) for each in value] if isinstance(value, list) else value


@dataclass
class Log:
    """All calls. With ``path`` each event is also a line of JSON in a file, whole as soon as it has happened.

    Lines have ``kind``: ``call`` (accepted), ``refused``, ``violation``, ``early``, ``update`` (a person did
    something), ``acknowledged`` (the bot took it), ``forgotten`` (Telegram gave up on it).
    """

    path: Path | None = None
    #: How many calls stay in memory; None: all.
    keep: int | None = None
    calls: list[Call] = field(default_factory=list)
    refused: list[Refusal] = field(default_factory=list)
    violations: list[Violation] = field(default_factory=list)
    early: list[Early] = field(default_factory=list)
    count: Counter[str] = field(default_factory=Counter)
    #: Called with each accepted call.
    watchers: list[Callable[[Call], None]] = field(default_factory=list)

    def __post_init__(self) -> None:
        self._file = self.path.open("ab", buffering=0) if self.path else None

    def close(self) -> None:
        if self._file:
            self._file.close()
            self._file = None

    def accepted(self, call: Call) -> None:
        self.calls.append(call)
        self.count[call.method] += 1
        if self.keep is not None and len(self.calls) > 2 * self.keep + 100:
            del self.calls[: -self.keep]
        self._call("call", call)
        for watch in self.watchers:
            watch(call)

    def refuse(self, call: Call, status: int, description: str) -> None:
        self.refused.append(Refusal(call, status, description))
        if self.keep is not None and len(self.refused) > 2 * self.keep + 100:
            del self.refused[: -self.keep]
        self._call("refused", call, status=status, description=description)

    def violate(self, call: Call, problems: list[str]) -> None:
        self.violations.append(Violation(call, tuple(problems)))
        self._call("violation", call, problems=problems)

    def hasten(self, call: Call, by: float) -> None:
        self.early.append(Early(call, by))
        self._call("early", call, by=round(by, 3))

    def write(self, kind: str, **told: Any) -> None:
        """A line of another kind."""
        if self._file:
            self._file.write(json.dumps({"kind": kind, **told}, ensure_ascii=False).encode() + b"\n")

    def _call(self, kind: str, call: Call, **told: Any) -> None:
        if self._file:
            self.write(
                kind, n=call.number, time=round(call.time, 6), method=call.method, chat_id=call.chat_id,
                message_id=call.message_id, via=call.via, params=plain(call.params), **told,
            )  # fmt: skip

    def rates(self, window: float = 1.0) -> dict[int, int]:
        """For each chat the most messages and edits it got within ``window`` seconds."""
        most: dict[int, int] = defaultdict(int)
        recent: dict[int, deque[float]] = defaultdict(deque)
        for call in self.calls:
            if call.chat_id is not None and shows(call.method):
                times = recent[call.chat_id]
                times.append(call.time)
                while times[0] <= call.time - window:
                    times.popleft()
                most[call.chat_id] = max(most[call.chat_id], len(times))
        return dict(most)


def shows(method: str) -> bool:
    """Whether a method shows a person something, and so counts for Telegram's limits of a chat."""
    return method != "sendChatAction" and method.startswith(("send", "editMessage", "copy", "forward"))
