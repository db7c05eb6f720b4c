"""An author's mistake, as data: where, what is wrong, what to do."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal


@dataclass(frozen=True, slots=True, order=True)
class Problem:
    """``file`` is relative to the content folder; line and column count from 1.

    ``message`` and ``hint`` are whole sentences in plain words; ``text`` is what stands there.
    """

    file: str
    line: int
    column: int
    severity: Literal["error", "warning"]
    code: str
    message: str
    hint: str
    text: str = ""

    def __str__(self) -> str:
        head = f"{self.file}:{self.line}:{self.column}: {self.severity}: "
        return head + " ".join(part for part in (self.message, self.hint) if part)

    def as_json(self) -> dict[str, str | int]:
        """For editors and other programs: everything but the offending text."""
        return {
            "file": self.file,
            "line": self.line,
            "column": self.column,
            "severity": self.severity,
            "code": self.code,
            "message": self.message,
            "hint": self.hint,
        }
