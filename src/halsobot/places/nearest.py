"""Which places to show first: near ones, else those of her municipality; and of a few, the open ones."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime
from math import asin, cos, radians, sin, sqrt

from halsobot.places.hours import state
from halsobot.places.place import PlaceData

EARTH_KM = 6371.0
Position = tuple[float, float]


def distance_km(one: Position, other: Position) -> float:
    """The way over the ground between two positions in degrees, in kilometres (haversine)."""
    (lat1, lon1), (lat2, lon2) = one, other
    across = sin(radians(lat2 - lat1) / 2) ** 2
    along = cos(radians(lat1)) * cos(radians(lat2)) * sin(radians(lon2 - lon1) / 2) ** 2
    return 2 * EARTH_KM * asin(sqrt(min(1.0, across + along)))


def nearest(
    places: Iterable[PlaceData], today: date, municipality: str | None, position: Position | None
) -> list[PlaceData]:
    """The places, nearest first; those known to be closed down are left out.

    Distance counts only where both positions are known. Otherwise a place in her municipality stands
    before the others. Equal places keep the order of their file.
    """

    def rank(place: PlaceData) -> tuple[float, bool]:
        away = distance_km(position, place.position) if position and place.position else float("inf")
        return away, place.municipality != municipality

    return sorted((place for place in places if place.stands(today)), key=rank)


def open_first(places: Iterable[PlaceData], at: datetime) -> list[PlaceData]:
    """The same places, those that are closed just now last."""
    return sorted(places, key=lambda place: state(place.hours, at).state == "closed")
