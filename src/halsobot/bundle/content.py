"""What content is besides flows and texts: facts, regions, places, statuses, words; and the bundle."""

from __future__ import annotations

from collections.abc import Hashable, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property, partial

from halsobot.flow.nodes import NOWHERE, Flow, Mark, Node
from halsobot.model.kept import Kept
from halsobot.model.screen import Screen
from halsobot.model.view import View
from halsobot.places.place import PlaceData
from halsobot.text.catalogue import Catalogue
from halsobot.text.render import render
from halsobot.understand.red_flags import RedFlags


@dataclass(frozen=True, slots=True)
class Fact:
    """A dated value with a source. ``certain`` is false where somebody still has to verify it."""

    name: str
    value: str
    source: str
    checked: date
    certain: bool
    hours: str | None = None  # OpenStreetMap opening hours
    abroad: str | None = None
    valid_until: date | None = None
    language: str | None = None  # of a web page
    at: Mark = field(default=NOWHERE, compare=False)


@dataclass(frozen=True, slots=True)
class RegionHours:
    """When a kind of care is usually open in a region, such as ``health-centre``."""

    open: str
    certain: bool


@dataclass(frozen=True, slots=True)
class Region:
    """A region pack. ``guides`` is "nobody" where no health guide answers."""

    name: str
    title: str
    municipalities: tuple[str, ...]
    hours: Mapping[str, RegionHours]
    facts: Mapping[str, Fact]
    places: tuple[PlaceData, ...]
    statuses: Mapping[str, Mapping[str, str]]
    guides: str = "nobody"


@dataclass(frozen=True, repr=False)
class Bundle:
    """Everything a step needs to know about the content. ``digest`` names this version.

    ``statuses`` maps a status to the columns of ``content/statuses.yaml``; ``red_flag_nodes`` maps a
    category to the full name of the node it opens; ``pictures`` holds SVG files by name without ``.svg``.
    """

    digest: str
    flows: Mapping[str, Flow]
    facts: Mapping[str, Fact]
    regions: Mapping[str, Region]
    home: str | None
    statuses: Mapping[str, Mapping[str, str]]
    place_kinds: frozenset[str]
    red_flag_nodes: Mapping[str, str]
    red_flags: tuple[RedFlags, ...]
    pictures: Mapping[str, bytes]
    catalogue: Catalogue

    def __repr__(self) -> str:
        return f"Bundle({self.digest[:12]})"

    def node(self, flow: str, node: str) -> Node | None:
        return self._nodes.get((flow, node))

    @cached_property
    def _nodes(self) -> Mapping[tuple[str, str], Node]:
        return {(flow.name, node.name): node for flow in self.flows.values() for node in flow.nodes}

    @cached_property
    def screens(self) -> dict[Hashable, Screen]:
        """Where the engine keeps the screens of this content that everybody sees alike."""
        return {}

    def fact(self, name: str, region: str | None) -> Fact | None:
        """A region's own fact, else the national one, else None."""
        own = self.regions[region].facts.get(name) if region is not None and region in self.regions else None
        return own or self.facts.get(name)

    @cached_property
    def rendered(self) -> Mapping[str, Kept[Screen, View]]:
        """For each language, the views of such screens."""
        return {
            locale: Kept(partial(render, locale=locale, catalogue=self.catalogue)) for locale in self.catalogue.locales
        }

    @cached_property
    def full_names(self) -> Mapping[str, tuple[str, str]]:
        """From ``book-care-bring`` to (``book-care``, ``bring``)."""
        return {
            f"{flow.name}-{node.name}": (flow.name, node.name) for flow in self.flows.values() for node in flow.nodes
        }
