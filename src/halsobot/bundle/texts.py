"""A Fluent file -> its texts with their places, and everything that is wrong with it by itself."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import PurePosixPath

from fluent.syntax import ast

from halsobot.bundle.facts import FACT_KINDS
from halsobot.flow.finding import Finding, found
from halsobot.flow.nodes import Mark
from halsobot.flow.source import decode
from halsobot.text.fluent import parse

_PLURALS = frozenset(["zero", "one", "two", "few", "many", "other"])
_DIGITS = re.compile(r"\d(?:[\d .,:/–-]*\d)?")
_REFUSED = re.compile("[\x00-\x09\x0b-\x1f\x7f-\x9f]")
_NO_WORDS = ("E0005", "E0012")  # fluent.syntax: a message, or an attribute, without a value


@dataclass(frozen=True, slots=True)
class Variable:
    """``{ $name }`` in a text."""

    name: str
    at: Mark


@dataclass(frozen=True, slots=True)
class Pattern:
    """Words with values in between. Of plural forms ``pieces`` holds the longest, ``variables`` all."""

    at: Mark
    pieces: tuple[str | Variable, ...]
    variables: tuple[Variable, ...]

    @property
    def is_empty(self) -> bool:
        return not any(isinstance(piece, Variable) or piece.strip() for piece in self.pieces)

    @property
    def bubbles(self) -> int:
        """How many paragraphs this is, by its empty lines."""
        text = "".join("x" if isinstance(piece, Variable) else piece for piece in self.pieces)
        return len([part for part in re.split(r"\n[ ]*\n", text) if part.strip()])


@dataclass(frozen=True, slots=True)
class Text:
    """One message. ``value`` is None where it has attributes only."""

    id: str
    at: Mark
    value: Pattern | None
    attributes: Mapping[str, Pattern]
    places: Mapping[str, Mark]


@dataclass(frozen=True, slots=True)
class TextFile:
    """One file of words. ``source`` is None, and nothing is said about what it lacks, where it is refused."""

    name: str
    source: str | None
    texts: Mapping[str, Text]
    findings: tuple[Finding, ...]


@lru_cache(maxsize=512)  # the same bytes are checked again each time an editor saves another file
def read_texts(data: bytes, file: str) -> TextFile:
    """Read one Fluent file. Never raises."""
    name = PurePosixPath(file).name
    source = decode(data, file)
    if isinstance(source, Finding):
        return TextFile(name, None, {}, (source,))
    reading = _Reading(file, source)
    refused = _REFUSED.search(source)
    if refused:
        return TextFile(name, None, {}, (_character(reading, refused),))
    texts = _texts(reading)
    return TextFile(name, None if reading.unreadable else source, texts, tuple(reading.out))


@dataclass(slots=True)
class _Reading:
    file: str
    source: str
    out: list[Finding] = field(default_factory=list)
    unreadable: bool = False

    def at(self, offset: int) -> Mark:
        before = self.source[:offset]
        return Mark(self.file, before.count("\n") + 1, offset - (before.rfind("\n") + 1) + 1)

    def say(self, code: str, at: Mark, **values: str) -> None:
        self.out.append(found(code, at, **values))


def _character(reading: _Reading, hit: re.Match[str]) -> Finding:
    at = reading.at(hit.start())
    return found("tab", at) if hit[0] == "\t" else found("character", at, name=f"U+{ord(hit[0]):04X}")


def _texts(reading: _Reading) -> dict[str, Text]:
    texts: dict[str, Text] = {}
    for entry in parse(reading.source).body:
        if isinstance(entry, ast.Junk):
            _junk(entry, reading)
        elif isinstance(entry, ast.Term):
            reading.say("text-term", reading.at(_start(entry)), name=f"-{entry.id.name}")
        elif isinstance(entry, ast.Message):
            _message(entry, texts, reading)
    return texts


#: A name, or an attribute's, and words after it without the sign between them.
_NO_EQUALS = re.compile(r"(\.[a-z][a-z0-9-]*|[a-z][a-z0-9]*(?:-[a-z0-9]+)+)\s+[^=\s][^=]*$")


def _junk(junk: ast.Junk, reading: _Reading) -> None:
    """Point at the line that cannot be read, or at the brace that is never closed."""
    reading.unreadable = True
    note = junk.annotations[0]
    start, where = _start(junk), min(_start(note), len(reading.source))
    before = reading.source[start:where]
    if before.count("{") > before.count("}"):
        where = start + before.rfind("{")
        at = reading.at(where)
    else:
        at = _line_start(reading, where)
    line = reading.source.split("\n")[at.line - 1].strip()
    if note.code in _NO_WORDS:
        reading.say("text-empty", at, text=line)
    elif name := _NO_EQUALS.match(line):
        reading.say("text-no-equals", at, text=line, name=name[1])
    else:
        reading.say("text-line", at, text=line)


def _line_start(reading: _Reading, offset: int) -> Mark:
    at = reading.at(offset)
    line = reading.source.split("\n")[at.line - 1]
    return Mark(at.file, at.line, len(line) - len(line.lstrip()) + 1)


def _message(entry: ast.Message, texts: dict[str, Text], reading: _Reading) -> None:
    at, name = reading.at(_start(entry.id)), entry.id.name
    if name in texts:
        reading.say("text-twice", at, name=name, line=str(texts[name].at.line))
        return
    attributes: dict[str, Pattern] = {}
    places: dict[str, Mark] = {}
    for attribute in entry.attributes:
        own, place = attribute.id.name, reading.at(_start(attribute.id))
        if own in places:
            reading.say("attribute-twice", place, name=own, message=name, line=str(places[own].line))
        else:
            places[own], attributes[own] = place, _pattern(attribute.value, reading)
    value = _pattern(entry.value, reading) if entry.value else None
    texts[name] = Text(name, at, value, attributes, places)


def _pattern(pattern: ast.Pattern, reading: _Reading) -> Pattern:
    variables: list[Variable] = []
    pieces = tuple(_pieces(pattern, variables, reading))
    return Pattern(reading.at(_start(pattern)), pieces, tuple(variables))


def _pieces(pattern: ast.Pattern, variables: list[Variable], reading: _Reading) -> Iterator[str | Variable]:
    for element in pattern.elements:
        if isinstance(element, ast.TextElement):
            _characters(element, reading)
            yield element.value
        else:
            yield from _placeable(element, variables, reading)


def _characters(element: ast.TextElement, reading: _Reading) -> None:
    """No digits, which belong to facts; no "=", which is the rest of a name that could not be read."""
    start, end = _start(element), element.span.end if element.span else 0
    for hit in _DIGITS.finditer(reading.source[start:end]):
        reading.say("digits", reading.at(start + hit.start()), name=hit[0])
    if "=" in element.value:
        reading.say("text-equals", reading.at(start + reading.source[start:end].index("=")))


def _placeable(placeable: ast.Placeable, variables: list[Variable], reading: _Reading) -> Iterator[str | Variable]:
    inside = placeable.expression
    if isinstance(inside, ast.VariableReference):
        variable = Variable(inside.id.name, reading.at(_start(inside)))
        variables.append(variable)
        yield variable
    elif isinstance(inside, ast.SelectExpression):
        yield from _plural(inside, variables, reading)
    else:
        written = reading.source[_start(placeable) : placeable.span.end if placeable.span else 0]
        near = inside.id.name if isinstance(inside, ast.MessageReference) and _is_value(inside.id.name) else ""
        reading.say("text-only-names", reading.at(_start(placeable)), text=written, near=near)
        yield written


def _is_value(name: str) -> bool:
    """Whether this is probably the name of a fact, or of a place or language, without its ``$``."""
    return name.partition("-")[0] in (*FACT_KINDS, "region", "municipality", "language")


def _plural(select: ast.SelectExpression, variables: list[Variable], reading: _Reading) -> Iterator[str | Variable]:
    chosen = select.selector
    name = chosen.id.name if isinstance(chosen, ast.VariableReference) else ""
    if not name.endswith("-number") and name not in ("count", "number"):
        reading.say("text-selector", reading.at(_start(chosen)))
        yield "…"
        return
    variables.append(Variable(name, reading.at(_start(chosen))))
    for variant in select.variants:
        key = variant.key.name if isinstance(variant.key, ast.Identifier) else variant.key.value
        if key not in _PLURALS:
            reading.say("text-plural", reading.at(_start(variant.key)), name=key)
    forms = [tuple(_pieces(variant.value, variables, reading)) for variant in select.variants]
    yield from max(forms, key=lambda form: sum(len(piece) for piece in form if isinstance(piece, str)))


def _start(node: ast.SyntaxNode) -> int:
    return node.span.start if node.span else 0
