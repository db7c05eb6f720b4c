"""Facts: dated values with a source. The first word of a fact's name says what its value is."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date

from halsobot.bundle.content import Fact
from halsobot.bundle.shapes import FACT, Record, Sheet, check_phone, check_web, entries, record
from halsobot.flow import shape
from halsobot.flow.finding import nearest
from halsobot.flow.nodes import Mark
from halsobot.flow.source import Word
from halsobot.model.message import COUNTED

FACT_KINDS = ("phone", *COUNTED, "time", "date", "word", "web")
LONG_AGO = date(1, 1, 1)  # stands in for a date that is missing or wrong; such content is never used


def kind_of(fact: str) -> str:
    """``phone-1177`` -> ``phone``."""
    return fact.partition("-")[0]


def read_facts(sheet: Sheet) -> tuple[Mapping[str, Fact], Mapping[str, Mark]]:
    """The facts of a file, and the names of all its entries, also of those that cannot be used."""
    facts: dict[str, Fact] = {}
    names: dict[str, Mark] = {}
    for name, tree in entries(sheet, FACT).items():
        names[name.text] = name.at
        if not _is_fact_name(name, sheet):
            continue
        entry = record(name, tree, FACT, sheet)
        if entry:
            facts[name.text] = _fact(entry)
    return facts, names


def _is_fact_name(name: Word, sheet: Sheet) -> bool:
    if not shape.name(name, sheet.out):
        return False
    kind, _, rest = name.text.partition("-")
    if kind in FACT_KINDS and rest:
        return True
    near = nearest(kind, FACT_KINDS)
    known = ", ".join(f"{each}-" for each in FACT_KINDS)
    sheet.say("fact-name", name.at, name=name.text, near=f"{near}-{rest}" if near and rest else "", known=known)
    return False


def _fact(entry: Record) -> Fact:
    value = entry.word("value")
    if value:
        _check_value(kind_of(entry.name.text), value, entry.sheet)
    return Fact(
        name=entry.name.text,
        value=value.text if value else "",
        source=entry.named("source") or "",
        checked=entry.day("checked") or LONG_AGO,
        certain=entry.yes("certain"),
        hours=entry.opening("hours"),
        abroad=entry.phone("abroad"),
        valid_until=entry.day("valid-until"),
        language=entry.named("language"),
        at=entry.name.at,
    )


def _check_value(kind: str, value: Word, sheet: Sheet) -> None:
    if kind == "phone":
        check_phone(value, sheet)
    elif kind == "web":
        check_web(value, sheet)
    elif kind in COUNTED:
        shape.number(value, sheet.out)
    elif kind == "date":
        shape.day(value, sheet.out)
    elif kind == "time" and not re.fullmatch(r"([01]\d|2[0-3]):[0-5]\d", value.text, re.ASCII):
        sheet.say("time-bad", value.at, name=value.text)
