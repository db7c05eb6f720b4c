"""The records of content files (facts, places, regions …): which keys they have and what these mean."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

import opening_hours

from halsobot.flow import shape
from halsobot.flow.finding import Finding, found, nearest
from halsobot.flow.nodes import Mark
from halsobot.flow.reading import Use
from halsobot.flow.source import Broken, Table, Tree, Word, read


@dataclass(frozen=True, slots=True)
class Shape:
    """``noun`` chooses the words of a problem: fact, place, region, hours, status, source, owner,
    home, category, answers, common."""

    noun: str
    needed: tuple[str, ...]
    known: tuple[str, ...] = ()
    open: bool = False  # other keys may stand here too

    @property
    def keys(self) -> tuple[str, ...]:
        return self.needed + self.known


_DATED = ("source", "checked", "certain")
FACT = Shape("fact", ("value", *_DATED), ("hours", "abroad", "valid-until", "language", "note"))
PLACE = Shape(
    "place",
    ("name", "kind", "municipality", "owner", *_DATED),
    ("address", "position", "phone", "hours", "languages", "web", "closed", "note"),
)
HOURS = Shape("hours", ("open", *_DATED), ("note", "valid-until"))
REGION = Shape("region", ("name", "municipalities"), ("hours", "note"))
STATUS = Shape("status", _DATED, ("note",), open=True)
SOURCE = Shape("source", ("address", "date"), ("note",))
OWNER = Shape("owner", ("name",), ("note",), open=True)
HOME = Shape("home", ("region",))
CATEGORY = Shape("category", (), ("now", "ask", "support"))
ANSWERS = Shape("answers", (), ("numbers", "commands"))
ANSWERING = Shape(
    "answering",
    ("answers",),
    (
        *("service", "meet", "guides", "interpreter-hours", "minutes", "silent-hours"),
        *("half-days", "days-off", "half-days-end", "note"),
    ),
)
GUIDE = Shape("guide", ("name", "gender", "languages", "hours"), ("community", "note"))
INTERPRETER_HOUR = Shape("interpreter-hour", ("language", "hours", "guide"), ("note",))
COMMON = Shape("common", ("words",))


@dataclass(slots=True)
class Sheet:
    """One content file while it is read: its table, what is wrong, and which names it uses."""

    file: str
    table: Table | None = None
    out: list[Finding] = field(default_factory=list)
    uses: list[Use] = field(default_factory=list)

    def say(self, code: str, at: Mark, **values: str) -> None:
        self.out.append(found(code, at, **values))


def open_sheet(data: bytes | None, file: str) -> Sheet:
    """Read a content file; one that does not exist, or has nothing but comments, is an empty sheet."""
    if data is None:
        return Sheet(file)
    source = read(data, file)
    if all(finding.code == "empty-file" for finding in source.findings) and source.tree is None:
        return Sheet(file)
    sheet = Sheet(file, None, list(source.findings))
    sheet.table = shape.table(source.tree, "file", sheet.out)
    return sheet


@dataclass(slots=True)
class Record:
    """One entry: ``name: {key: value}``. Its readers give None for what is missing or wrong, and say why."""

    name: Word
    table: Table
    sheet: Sheet

    def word(self, key: str) -> Word | None:
        return shape.word(self.table.get(key), key, self.sheet.out)

    def text(self, key: str) -> str | None:
        word = self.word(key)
        return word.text if word else None

    def names(self, key: str) -> tuple[str, ...]:
        """A list of names, each of which is looked up later as ``key``."""
        words = shape.words(self.table.get(key), key, self.sheet.out)
        self.sheet.uses += [Use(key, word.text, word.at, self.name.text) for word in words]
        return tuple(word.text for word in words)

    def named(self, key: str) -> str | None:
        """A name that is looked up later as ``key``."""
        word = self.word(key)
        if word:
            self.sheet.uses.append(Use(key, word.text, word.at, self.name.text))
        return word.text if word else None

    def day(self, key: str) -> date | None:
        word = self.word(key)
        return shape.day(word, self.sheet.out) if word else None

    def yes(self, key: str) -> bool:
        word = self.word(key)
        return word is not None and shape.one_of(word, key, ("yes", "no"), self.sheet.out) == "yes"

    def opening(self, key: str) -> str | None:
        word = self.word(key)
        if word and not opening_hours.validate(word.text):
            self.sheet.say("hours-bad", word.at, name=word.text)
        return word.text if word else None

    def phone(self, key: str) -> str | None:
        word = self.word(key)
        if word:
            check_phone(word, self.sheet)
        return word.text if word else None

    def web(self, key: str) -> str | None:
        word = self.word(key)
        if word:
            check_web(word, self.sheet)
        return word.text if word else None


def record(name: Word, tree: Tree, what: Shape, sheet: Sheet) -> Record | None:
    """One entry with the keys that ``what`` allows. What it lacks is reported; None if it is no table."""
    if isinstance(tree, Broken):
        return None
    table = shape.table(tree, name.text, sheet.out)
    if table is None:
        return None
    keys_of(table, name, what, sheet)
    return Record(name, table, sheet)


def keys_of(table: Table, name: Word, what: Shape, sheet: Sheet) -> None:
    """Report the keys that do not belong here, and those that are missing."""
    unknown = [key for key, _ in table.entries if key.text not in what.keys]
    if not what.open:
        sheet.out += [shape.unknown_key(key, what.noun, what.keys) for key in unknown]
    written = {key.text for key, _ in table.entries}
    excused = {nearest(key.text, what.keys) for key in unknown}
    for key in what.needed:
        if key not in written | excused:
            sheet.say(f"{what.noun}-lacks", name.at, name=name.text, key=key)


_PHONE = re.compile(r"\+?\d[\d ()/-]{0,22}", re.ASCII)
_WEB = re.compile(r"https?://[^\s/.]+(\.[^\s/.]+)+(/\S*)?")


def check_phone(word: Word, sheet: Sheet) -> None:
    digits = sum(letter.isdigit() for letter in word.text)
    if not _PHONE.fullmatch(word.text) or not 3 <= digits <= 15:
        sheet.say("phone-bad", word.at, name=word.text)


def check_web(word: Word, sheet: Sheet) -> None:
    if not _WEB.fullmatch(word.text):
        sheet.say("web-bad", word.at, name=word.text)


def entries(sheet: Sheet, what: Shape | None = None) -> Mapping[Word, Tree]:
    """What stands in a file, by name. A key of an entry in the place of a name is reported, the first of them."""
    read = dict(sheet.table.entries) if sheet.table else {}
    keys = [word for word in read if what and word.text in what.keys]
    if keys and not any(finding.code == "entry-name" for finding in sheet.out):
        sheet.say("entry-name", keys[0].at, name=keys[0].text)
    return {word: tree for word, tree in read.items() if word not in keys}
