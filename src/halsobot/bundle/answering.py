"""``content/regions/<region>/guides.yaml``: who answers "Talk to a person" there, and when."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from datetime import time
from typing import Any

from halsobot.bundle.shapes import ANSWERING, GUIDE, INTERPRETER_HOUR, Record, Sheet, keys_of, record
from halsobot.flow import shape
from halsobot.flow.nodes import Mark
from halsobot.flow.reading import Use
from halsobot.flow.source import Broken, Items, Table, Word
from halsobot.handover.guides import Answering, Guide, InterpreterHour
from halsobot.handover.hours import DAYS

#: The channels for which a region says where a person is met.
CHANNELS = ("telegram", "web", "terminal")
_TIME = re.compile(r"([01]\d|2[0-3]):([0-5]\d)")


def guide_marks(sheet: Sheet) -> dict[str, Mark]:
    """Where each guide is named."""
    named = sheet.table.get("guides") if sheet.table else None
    return {word.text: word.at for word, _ in named.entries} if isinstance(named, Table) else {}


def read_answering(sheet: Sheet) -> Answering:
    """Who answers in a region; nobody where there is no such file."""
    if sheet.table is None:
        return Answering()
    head = Record(Word("guides.yaml", sheet.table.at), sheet.table, sheet)
    keys_of(head.table, head.name, ANSWERING, sheet)
    guides = dict(_guides(head))
    return Answering(
        answers=_one_of(head, "answers", ("guides", "service", "nobody")) or "nobody",
        service=_phone(head),
        meet=_meet(head),
        guides=guides,
        interpreter_hours=tuple(_interpreter_hours(head, guides)),
        minutes=_number(head, "minutes", 60),
        silent_hours=_number(head, "silent-hours", 24),
        half_days=_days(head, "half-days"),
        days_off=_days(head, "days-off"),
        half_day_ends=_time(head),
    )


def _one_of(entry: Record, key: str, known: Iterable[str]) -> Any:
    word = entry.word(key)
    return shape.one_of(word, key, known, entry.sheet.out) if word else None


def _phone(head: Record) -> str | None:
    word = head.word("service")
    if word:
        head.sheet.uses.append(Use("call", word.text, word.at, "service"))
    return word.text if word else None


def _meet(head: Record) -> Mapping[str, Any]:
    table = shape.table(head.table.get("meet"), "meet", head.sheet.out)
    met = {}
    for channel, tree in table.entries if table else ():
        where = shape.word(tree, channel.text, head.sheet.out)
        if shape.one_of(channel, "meet", CHANNELS, head.sheet.out) and where:
            met[channel.text] = shape.one_of(where, channel.text, ("here", "web", "phone"), head.sheet.out)
    return {channel: where for channel, where in met.items() if where}


def _guides(head: Record) -> Iterable[tuple[str, Guide]]:
    tree, sheet = head.table.get("guides"), head.sheet
    if isinstance(tree, Items | Word):
        sheet.say("guides-shape", tree.at, name="guides")
    for word, each in tree.entries if isinstance(tree, Table) else ():
        if not isinstance(each, Table | Broken):
            sheet.say("guides-shape", word.at, name=word.text)
            return  # the keys of one guide stand where names belong: once is enough
        entry = record(word, each, GUIDE, sheet) if shape.name(word, sheet.out) else None
        if entry:
            yield word.text, _guide(entry)


def _guide(entry: Record) -> Guide:
    return Guide(
        id=entry.name.text,
        name=entry.text("name") or entry.name.text,
        gender=_one_of(entry, "gender", ("woman", "man")) or "woman",
        languages=entry.names("languages"),
        hours=entry.opening("hours") or "off",
        community=entry.names("community") if entry.table.get("community") else (),
    )


def _interpreter_hours(head: Record, guides: Mapping[str, Guide]) -> Iterable[InterpreterHour]:
    tree, sheet = head.table.get("interpreter-hours"), head.sheet
    if isinstance(tree, Table | Word):
        sheet.say("interpreter-hours-shape", tree.at, name="interpreter-hours")
    for each in tree.items if isinstance(tree, Items) else ():
        if isinstance(each, Table):
            entry = Record(Word("interpreter-hours", each.at), each, sheet)
            keys_of(each, entry.name, INTERPRETER_HOUR, sheet)
            yield from _interpreter_hour(entry, guides)
        elif not isinstance(each, Broken):
            sheet.say("interpreter-hours-shape", each.at, name="interpreter-hours")


def _interpreter_hour(entry: Record, guides: Mapping[str, Guide]) -> Iterable[InterpreterHour]:
    language, hours, guide = entry.named("language"), entry.opening("hours"), entry.word("guide")
    known = shape.one_of(guide, "guide", guides, entry.sheet.out) if guide else None
    if language and hours and known:
        yield InterpreterHour(language, hours, known)


def _number(head: Record, key: str, usual: int) -> int:
    word = head.word(key)
    number = shape.number(word, head.sheet.out) if word else None
    return usual if number is None else number


def _days(head: Record, key: str) -> tuple[str, ...]:
    tree = head.table.get(key)
    words = shape.words(tree, key, head.sheet.out) if tree else ()
    return tuple(word.text for word in words if shape.one_of(word, key, DAYS, head.sheet.out))


def _time(head: Record) -> time:
    word = head.word("half-days-end")
    match = _TIME.fullmatch(word.text) if word else None
    if word and not match:
        head.sheet.say("clock-bad", word.at, name=word.text)
    return time(int(match[1]), int(match[2])) if match else time(12)
