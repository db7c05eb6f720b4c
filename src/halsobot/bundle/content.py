"""What content is besides flows and texts: facts, regions, places, statuses, words; and the bundle."""

from __future__ import annotations

from collections.abc import Hashable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cached_property, partial

from halsobot.bundle.understanding import Understanding, understanding
from halsobot.bundle.word_lists import WordLists
from halsobot.flow.nodes import NOWHERE, Flow, Mark, Node
from halsobot.handover.guides import Absence, Answering
from halsobot.model.kept import Kept
from halsobot.model.screen import Screen
from halsobot.model.view import View
from halsobot.places.place import PlaceData
from halsobot.text.catalogue import Catalogue
from halsobot.text.render import render


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
    """A region pack."""

    name: str
    title: str
    municipalities: tuple[str, ...]
    hours: Mapping[str, RegionHours]
    facts: Mapping[str, Fact]
    places: tuple[PlaceData, ...]
    statuses: Mapping[str, Mapping[str, str]]
    answering: Answering = field(default_factory=Answering)


#: What a bundle has made of its content and no absence changes.
_MADE = frozenset({"understanding", "labels", "rendered", "full_names", "_nodes"})


@dataclass(frozen=True, repr=False, eq=False)
class Bundle:
    """Everything a step needs to know about the content. ``digest`` names this version.

    ``statuses`` maps a status to the columns of ``content/statuses.yaml``; ``red_flag_nodes`` maps a
    category to the full name of the node it opens, ``support`` to the
    lines that listen; ``phrases`` are guides' ready replies by group, as message ids; ``pictures`` holds SVG
    files by name without ``.svg``.
    """

    digest: str
    flows: Mapping[str, Flow]
    facts: Mapping[str, Fact]
    regions: Mapping[str, Region]
    home: str | None
    statuses: Mapping[str, Mapping[str, str]]
    place_kinds: frozenset[str]
    red_flag_nodes: Mapping[str, str]
    word_lists: WordLists
    support: Mapping[str, tuple[str, ...]]
    phrases: Mapping[str, tuple[str, ...]]
    pictures: Mapping[str, bytes]
    catalogue: Catalogue
    absences: tuple[Absence, ...] = ()

    def with_absences(self, absences: tuple[Absence, ...]) -> Bundle:
        """The same content while these guides are away; what has been made of it is kept."""
        changed = replace(self, absences=absences)
        changed.__dict__.update({name: made for name, made in self.__dict__.items() if name in _MADE})
        return changed

    def __repr__(self) -> str:
        return f"Bundle({self.digest[:12]})"

    def node(self, flow: str, node: str) -> Node | None:
        return self._nodes.get((flow, node))

    @cached_property
    def _nodes(self) -> Mapping[tuple[str, str], Node]:
        return {(flow.name, node.name): node for flow in self.flows.values() for node in flow.nodes}

    @cached_property
    def understanding(self) -> Understanding:
        """How written words are understood."""
        return understanding(self.word_lists, self.red_flag_nodes, self.flows, self.catalogue)

    @property
    def is_ready(self) -> bool:
        """Whether words can be understood at once."""
        return "understanding" in vars(self)

    def make_ready(self) -> Understanding:
        """Make ready how words are understood, so that nobody's first words wait for it."""
        return self.understanding

    @cached_property
    def screens(self) -> dict[Hashable, Screen]:
        """Where the engine keeps the screens of this content that everybody sees alike."""
        return {}

    @cached_property
    def labels(self) -> dict[Hashable, str]:
        """Where the engine keeps folded labels."""
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
