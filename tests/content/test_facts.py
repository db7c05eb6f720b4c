"""No number and no address is shown that the notes of our sources do not carry."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
import yaml

ROOT = Path(__file__).parents[2]
SOURCES = Path(__file__).parent / "sources"
FACTS = (SOURCES / "facts.md").read_text()
PLACES = (SOURCES / "places.md").read_text()
OWN = "HALSOBOT"  # the source of what we promise ourselves


def _facts() -> dict[str, dict[str, str]]:
    files = [*ROOT.glob("content/facts/*.yaml"), *ROOT.glob("content/regions/*/facts.yaml")]
    loaded = [yaml.load(file.read_text(), Loader=yaml.BaseLoader) for file in files if file.name != "sources.yaml"]
    return {name: fact for each in loaded for name, fact in each.items()}


def _places() -> dict[str, dict[str, str]]:
    files = ROOT.glob("content/regions/*/places.yaml")
    return {
        name: place for file in files for name, place in yaml.load(file.read_text(), Loader=yaml.BaseLoader).items()
    }


def _digits(text: str) -> str:
    return re.sub(r"[\s\u2013-]", "", text)


@pytest.mark.parametrize("name", sorted(_facts()))
def test_every_fact_stands_in_the_notes_beside_its_source(name: str) -> None:
    """The value (0 as "free") stands in a line or table row that names the source."""
    fact = _facts()[name]
    if fact["source"] == OWN:
        return
    lines = [line for line in FACTS.splitlines() if re.search(rf"\b{re.escape(fact['source'])}\b", line)]
    assert lines, f"{name}: no line names the source {fact['source']}"
    if fact["value"] == "0":
        assert any(re.search("free|gratis|nothing|voluntary", line) for line in lines)
    elif not fact["value"].startswith("http"):
        wanted = _digits(fact["value"]).removesuffix("kort")  # the notes are in English: LMA card
        assert any(wanted in _digits(line) for line in lines), f"{name}: {fact['value']} is not in {lines}"


def test_every_source_of_a_fact_has_the_notes_address() -> None:
    """A key in sources.yaml means the same page as in the notes."""
    sources = yaml.load((ROOT / "content/facts/sources.yaml").read_text(), Loader=yaml.BaseLoader)
    for key, source in sources.items():
        if key != OWN:
            assert source["address"].rstrip("/") in FACTS + PLACES, key


@pytest.mark.parametrize("name", sorted(_places()))
def test_every_place_traces_to_one_row(name: str) -> None:
    """Its name stands in a row of the notes; address and phone in the same row; nothing else is claimed."""
    place = _places()[name]
    rows = [line for line in PLACES.splitlines() if line.startswith("|") and _first_word(place["name"]) in line]
    assert rows, place["name"]
    claimed = [*place.get("address", "").split(","), place.get("phone", ""), *_times(place.get("hours", ""))]
    for claim in filter(None, claimed):
        assert any(_digits(claim).casefold() in _digits(row).casefold() for row in rows), (name, claim)
    assert "position" not in place, "no source gave coordinates"


def _times(hours: str) -> list[str]:
    """The times of opening hours as the notes write them: 8.30 and 10."""
    found = re.findall(r"(\d\d):(\d\d)", hours)
    return [f"{int(hour)}.{minute}" if minute != "00" else str(int(hour)) for hour, minute in found]


def _first_word(name: str) -> str:
    return max(name.split(), key=len).removesuffix("en")


def test_a_closed_place_is_not_shown() -> None:
    """Rows that the notes mark with X are left out."""
    assert not [place for place in _places().values() if "Hammerdal" in place["name"]]
