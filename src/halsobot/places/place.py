"""A place as its file says; what is not known is None and never guessed."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class PlaceData:
    """``position`` is (latitude, longitude); ``hours`` OpenStreetMap syntax; ``name`` as on the sign."""

    id: str
    name: str
    kind: str
    municipality: str
    source: str
    checked: date
    certain: bool
    address: str | None = None
    position: tuple[float, float] | None = None
    phone: str | None = None
    hours: str | None = None
    languages: tuple[str, ...] = ()
    web: str | None = None
    closed: date | None = None

    def stands(self, today: date) -> bool:
        """Whether it is not known to be closed down."""
        return self.closed is None or self.closed > today
