"""A call that Telegram refuses."""

from __future__ import annotations

from typing import Any


class Refused(Exception):
    """Status and description, as they are answered; parameters if there are."""

    def __init__(self, status: int, description: str, **parameters: Any) -> None:
        super().__init__(description)
        self.status = status
        self.description = description
        self.parameters = parameters


def wrong(what: str) -> Refused:
    return Refused(400, f"Bad Request: {what}")
