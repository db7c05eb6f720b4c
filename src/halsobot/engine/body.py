"""The pieces that screens are put together from."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from halsobot.engine.world import World
from halsobot.model.message import Message
from halsobot.model.screen import Part, Place
from halsobot.places import hours
from halsobot.places.nearest import distance_km, nearest
from halsobot.places.place import PlaceData


@dataclass(frozen=True, slots=True)
class Body:
    """What one node adds to its screen. A choice is its name and its label."""

    parts: tuple[Part, ...]
    choices: tuple[tuple[str, Message], ...] = ()
    accepts: Literal["words", "number"] | None = None


def places_of(world: World, kind: str) -> list[PlaceData]:
    """The places of a kind in her region, nearest first."""
    region = world.region
    of_kind = [place for place in region.places if place.kind == kind] if region else []
    today = world.event.at.astimezone(hours.SWEDEN).date()
    return nearest(of_kind, today, world.standing.answer("municipality"), world.session.position)


def place_part(world: World, place: PlaceData) -> Place:
    """A place as a part of a screen; the distance only where both positions are known."""
    here = world.session.position
    away = distance_km(here, place.position) if here and place.position else None
    return Place(
        name=place.name,
        place_kind=Message(f"kind-{place.kind}"),
        municipality=Message(f"municipality-{place.municipality}"),
        address=place.address,
        phone=place.phone,
        hours=hours.state(place.hours, world.event.at),
        distance_km=None if away is None else max(1, round(away)),
        certain=place.certain,
        web=place.web,
        ask=world.message("engine-hours-ask"),
    )
