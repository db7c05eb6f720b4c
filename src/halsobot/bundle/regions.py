"""A region pack: what is true in one region, and its places."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from halsobot.bundle.answering import guide_marks, read_answering
from halsobot.bundle.content import Fact, RegionHours
from halsobot.bundle.facts import LONG_AGO, read_facts
from halsobot.bundle.shapes import HOURS, PLACE, REGION, STATUS, Record, Sheet, entries, keys_of, open_sheet, record
from halsobot.flow import shape
from halsobot.flow.nodes import Mark
from halsobot.flow.source import Word
from halsobot.handover.guides import Answering
from halsobot.places.place import PlaceData

_POSITION = re.compile(r"(\d{2}\.\d+)[ ,]+(\d{1,2}\.\d+)", re.ASCII)
_SWEDEN = ((55.0, 70.0), (10.0, 25.0))  # a position outside has its numbers the wrong way round


@dataclass(frozen=True, slots=True)
class StatusTable:
    """Statuses with their columns, and where each status, column and value of a column stands."""

    rows: Mapping[str, Mapping[str, str]]
    marks: Mapping[str, Mark]
    columns: Mapping[str, Mark]
    values: Mapping[str, Mapping[str, Mark]]


@dataclass(frozen=True, slots=True)
class RegionDraft:
    """A region as far as it could be read. ``marks`` are the places of its names."""

    name: str
    at: Mark
    title: str
    municipalities: Mapping[str, Mark]
    hours: Mapping[str, RegionHours]
    hour_marks: Mapping[str, Mark]
    facts: Mapping[str, Fact]
    fact_marks: Mapping[str, Mark]
    places: tuple[PlaceData, ...]
    place_marks: Mapping[str, Mark]
    statuses: StatusTable
    answering: Answering
    guide_marks: Mapping[str, Mark]


def read_region(name: str, files: Mapping[str, bytes]) -> tuple[RegionDraft, Mapping[str, Sheet]]:
    """The files under ``content/regions/<name>/``, and the sheets they were read from."""
    folder = f"content/regions/{name}"
    sheets = {
        part: open_sheet(files.get(f"{folder}/{part}.yaml"), f"{folder}/{part}.yaml")
        for part in ("region", "facts", "places", "statuses", "guides")
    }
    sheet = sheets["region"]
    at = Mark(sheet.file, 1, 1)
    if f"{folder}/region.yaml" not in files:
        sheet.say("region-file", at, name=name)
    head = Record(Word(name, at), sheet.table, sheet) if sheet.table else None
    if head:
        keys_of(head.table, head.name, REGION, sheet)
    listed = shape.words(head.table.get("municipalities"), "municipalities", sheet.out) if head else ()
    hours, hour_marks = _hours(head)
    facts, fact_marks = read_facts(sheets["facts"])
    places, place_marks = _places(sheets["places"])
    region = RegionDraft(
        name=name,
        at=at,
        title=(head.text("name") if head else None) or name,
        municipalities={word.text: word.at for word in listed if shape.name(word, sheet.out)},
        hours=hours,
        hour_marks=hour_marks,
        facts=facts,
        fact_marks=fact_marks,
        places=places,
        place_marks=place_marks,
        statuses=read_statuses(sheets["statuses"]),
        answering=read_answering(sheets["guides"]),
        guide_marks=guide_marks(sheets["guides"]),
    )
    return region, sheets


def _hours(head: Record | None) -> tuple[Mapping[str, RegionHours], Mapping[str, Mark]]:
    table = shape.table(head.table.get("hours"), "hours", head.sheet.out) if head else None
    if head is None or table is None:
        return {}, {}
    read = {word: record(word, tree, HOURS, head.sheet) for word, tree in table.entries if _named(word, head.sheet)}
    hours = {word.text: _region_hours(entry) for word, entry in read.items() if entry}
    return hours, {word.text: word.at for word, _ in table.entries}


def _named(word: Word, sheet: Sheet) -> bool:
    return shape.name(word, sheet.out) is not None


def _region_hours(entry: Record) -> RegionHours:
    entry.named("source")
    entry.day("checked")
    return RegionHours(entry.opening("open") or "", entry.yes("certain"))


def _places(sheet: Sheet) -> tuple[tuple[PlaceData, ...], Mapping[str, Mark]]:
    read = {
        word: record(word, tree, PLACE, sheet) for word, tree in entries(sheet, PLACE).items() if _named(word, sheet)
    }
    places = tuple(_place(entry) for entry in read.values() if entry)
    return places, {word.text: word.at for word in entries(sheet, PLACE)}


def _place(entry: Record) -> PlaceData:
    entry.named("owner")
    return PlaceData(
        id=entry.name.text,
        name=entry.text("name") or "",
        kind=entry.named("kind") or "",
        municipality=entry.named("municipality") or "",
        source=entry.named("source") or "",
        checked=entry.day("checked") or LONG_AGO,
        certain=entry.yes("certain"),
        address=entry.text("address"),
        position=_position(entry),
        phone=entry.phone("phone"),
        hours=entry.opening("hours"),
        languages=entry.names("languages") if entry.table.get("languages") else (),
        web=entry.web("web"),
        closed=entry.day("closed"),
    )


def _position(entry: Record) -> tuple[float, float] | None:
    word = entry.word("position")
    if word is None:
        return None
    match = _POSITION.fullmatch(word.text)
    found = (float(match[1]), float(match[2])) if match else None
    if found and all(low <= value <= high for value, (low, high) in zip(found, _SWEDEN, strict=True)):
        return found
    entry.sheet.say("position-bad", word.at, name=word.text)
    return None


def read_statuses(sheet: Sheet) -> StatusTable:
    """The columns of each status, without the keys that say where they come from."""
    read = {
        word: record(word, tree, STATUS, sheet) for word, tree in entries(sheet, STATUS).items() if _named(word, sheet)
    }
    cells = {word.text: _cells(entry) for word, entry in read.items() if entry}
    flat = [cell for row in cells.values() for cell in row]
    columns = {key.text: {value.text: value.at for name, value in flat if name.text == key.text} for key, _ in flat}
    return StatusTable(
        rows={name: {key.text: value.text for key, value in row} for name, row in cells.items()},
        marks={word.text: word.at for word in entries(sheet, STATUS)},
        columns={key.text: key.at for key, _ in reversed(flat)},
        values=columns,
    )


def _cells(entry: Record) -> list[tuple[Word, Word]]:
    entry.named("source")
    entry.day("checked")
    entry.yes("certain")
    read = [(key, shape.word(value, key.text, entry.sheet.out)) for key, value in entry.table.entries]
    return [(key, value) for key, value in read if value and key.text not in STATUS.keys]
