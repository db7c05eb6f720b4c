"""The Bot API's own specification (``api.json``), and what it says about a call.

>>> params, wrong = SPEC.read("sendMessage", {"chat_id": "7", "text": ""})
>>> wrong
['text: 0 characters, allowed are 1-4096']
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

from .rules import call_rules, type_rules
from .texts import parsed, units

_RANGE = re.compile(r"(?<![\w.])(?<!ISO )(\d+)-(\d+)(?![\w-])")
_MOST = re.compile(r"(?:[Uu]p to|[Aa]t most) (\d+)")
_LENGTH = re.compile(r"(\d+)-(\d+) (characters|bytes)")
_ALWAYS = re.compile(r', (?:must be|always) "?(\w+)"?\.?$')
_ONE_OF = re.compile(r"(?:[Mm]ust be one of|Type of the entity\. Currently, can be) (.*)")
_NUMBER = re.compile(r"-?\d+")
_PLAIN = ("Integer", "Float", "Boolean", "String", "InputFile")


@dataclass(frozen=True, slots=True)
class Upload:
    """A file that came with a call."""

    name: str
    content: bytes
    content_type: str


@dataclass(frozen=True, slots=True)
class Field:
    """A parameter of a method, or a field of a type."""

    name: str
    types: tuple[str, ...]
    required: bool
    least: int = 0
    most: int | None = None
    #: What is counted: "characters", "bytes", "items" or "" for the number itself.
    unit: str = ""
    parsed: bool = False
    allowed: frozenset[str] = frozenset()

    @property
    def plain(self) -> bool:
        """Whether a form holds the value itself, not JSON of it."""
        return any(each in _PLAIN for each in self.types)


@dataclass(frozen=True)
class Thing:
    """A method or a type."""

    name: str
    fields: dict[str, Field]
    required: tuple[str, ...]
    subtypes: tuple[str, ...] = ()
    returns: tuple[str, ...] = ()


def _field(raw: dict[str, Any]) -> Field:
    types, told = tuple(raw["types"]), raw["description"]
    least, most, unit, allowed = 0, None, "", frozenset[str]()
    if types[0].startswith("Array of"):
        if found := _RANGE.search(told) or _MOST.search(told):
            least, most, unit = int(found[1]) if found.lastindex == 2 else 0, int(found[found.lastindex or 1]), "items"
    elif types == ("String",):
        if length := _LENGTH.search(told):
            least, most, unit = int(length[1]), int(length[2]), length[3]
        if always := _ALWAYS.search(told):
            allowed = frozenset({always[1]})
        elif one_of := _ONE_OF.search(told):
            allowed = frozenset(re.findall(r'"([^"\s]+)"', one_of[1]))
    elif types in (("Integer",), ("Float",)) and (span := _RANGE.search(told)):
        least, most = int(span[1]), int(span[2])
    return Field(raw["name"], types, raw["required"], least, most, unit, "entit" in told and unit != "items", allowed)


def _thing(raw: dict[str, Any]) -> Thing:
    fields = {each["name"]: _field(each) for each in raw.get("fields", ())}
    required = tuple(each.name for each in fields.values() if each.required)
    return Thing(raw["name"], fields, required, tuple(raw.get("subtypes", ())), tuple(raw.get("returns", ())))


class Spec:
    """Methods and types of the Bot API. ``read`` is what a server does with a call's parameters."""

    def __init__(self, path: Path) -> None:
        raw = json.loads(path.read_text(encoding="utf-8"))
        self.version: str = raw["version"]
        self.methods = {name: _thing(each) for name, each in raw["methods"].items()}
        self.types = {name: _thing(each) for name, each in raw["types"].items()}
        self.by_lower = {name.lower(): name for name in self.methods}
        self.update_kinds = tuple(name for name in self.types["Update"].fields if name != "update_id")
        self._from_text = lru_cache(maxsize=8192)(self._read_text)

    def read(
        self, method: str, raw: Mapping[str, Any], files: Mapping[str, Upload] | None = None, *, check: bool = True
    ) -> tuple[dict[str, Any], list[str]]:
        """The parameters with their JSON parsed, and what is wrong with them. ``check=False`` only parses."""
        thing, files = self.methods[method], files or {}
        params: dict[str, Any] = {}
        wrong: list[str] = []
        for name, value in raw.items():
            field = thing.fields.get(name)
            if field is None:
                if check and f"attach://{name}" not in str(raw):
                    wrong.append(f"{name}: {method} has no such parameter")
            elif isinstance(value, str):
                params[name], told = self._from_text(method, name, value)
                wrong.extend(told if check else ())
            else:
                params[name] = value
                wrong.extend(self._value(field, value, name) if check else ())
        if check:
            wrong.extend(f"{name}: is required" for name in thing.required if name not in raw)
            wrong.extend(self._parsed_lengths(thing, params))
            wrong.extend(call_rules(method, params, files))
            kinds = params.get("allowed_updates")
            for kind in kinds if isinstance(kinds, list) else ():
                if kind not in self.update_kinds:
                    wrong.append(f"allowed_updates: {kind} is not a kind of update")
        return params, wrong

    def check(self, type_: str, value: Any) -> list[str]:
        """What is wrong with a value of a type, for example an Update that the rig itself has made."""
        return list(self._one(type_, value, type_))

    def _read_text(self, method: str, name: str, text: str) -> tuple[Any, tuple[str, ...]]:
        field = self.methods[method].fields[name]
        value: Any = text
        if not field.plain:
            try:
                value = json.loads(text)
            except ValueError as error:
                return text, (f"{name}: not JSON ({error})",)
        elif "Integer" in field.types and _NUMBER.fullmatch(text):
            value = int(text)
        elif field.types == ("Float",) and re.fullmatch(r"-?\d+(\.\d+)?([eE][+-]?\d+)?", text):
            value = float(text)
        elif field.types == ("Boolean",) and text.lower() in ("true", "false", "1", "0"):
            value = text.lower() in ("true", "1")
        return value, tuple(self._value(field, value, name))

    def _value(self, field: Field, value: Any, where: str) -> Iterator[str]:
        """What is wrong with the value of one field: its type, and its length."""
        if len(field.types) == 1:
            wrong = list(self._one(field.types[0], value, where))
        else:
            wrong = self._best(field.types, value, where)
        yield from wrong
        if not wrong:
            yield from _measured(field, value, where)

    def _one(self, type_: str, value: Any, where: str) -> Iterator[str]:
        if type_ in _PLAIN:
            if not _is_plain(type_, value):
                yield f"{where}: {_told(value)} is not {type_}"
        elif type_.startswith("Array of "):
            if not isinstance(value, list):
                yield f"{where}: {_told(value)} is not {type_}"
                return
            for number, each in enumerate(value):
                yield from self._one(type_[9:], each, f"{where}[{number}]")
        elif subtypes := self.types[type_].subtypes:
            yield from self._best(subtypes, value, where)
        else:
            yield from self._object(self.types[type_], value, where)

    def _object(self, thing: Thing, value: Any, where: str) -> Iterator[str]:
        if not isinstance(value, dict):
            if not (thing.name in ("KeyboardButton", "RichText") and isinstance(value, str)):
                yield f"{where}: {_told(value)} is not {thing.name}"
            return
        for name, each in value.items():
            if name in thing.fields:
                yield from self._value(thing.fields[name], each, f"{where}.{name}")
            else:
                yield f"{where}.{name}: {thing.name} has no such field"
        yield from (f"{where}.{name}: is required" for name in thing.required if name not in value)
        yield from type_rules(thing.name, value, where)

    def _best(self, types: tuple[str, ...], value: Any, where: str) -> list[str]:
        """What is wrong by that one of several types which the value most looks like."""
        tried = sorted(types, key=lambda each: self._unlike(each, value))
        return list(self._one(tried[0], value, where))

    def _unlike(self, type_: str, value: Any) -> int:
        if type_ in _PLAIN:
            return 0 if _is_plain(type_, value) else 99
        if type_.startswith("Array of "):
            return self._unlike(type_[9:], value[0]) if isinstance(value, list) and value else 99
        thing = self.types[type_]
        if thing.subtypes:
            return min(self._unlike(each, value) for each in thing.subtypes)
        if not isinstance(value, dict):
            return 99
        strange = sum(name not in thing.fields for name in value) + sum(name not in value for name in thing.required)
        for name in ("type", "source", "status"):
            field = thing.fields.get(name)
            if field and field.allowed and name in value and value[name] not in field.allowed:
                strange += 9
        return strange

    def _parsed_lengths(self, thing: Thing, params: dict[str, Any]) -> Iterator[str]:
        """Texts are measured as they are shown: without white space around them and without markup."""
        for name, value in params.items():
            field = thing.fields[name]
            if not field.parsed or not isinstance(value, str) or field.most is None:
                continue
            try:
                text = parsed(value, params["parse_mode"])[0] if params.get("parse_mode") else value
            except ValueError as error:
                yield f"{name}: can't parse entities: {error}"
                continue
            if not field.least <= (length := units(text.strip())) <= field.most:
                yield f"{name}: {length} {field.unit}, allowed are {field.least}-{field.most}"


def _is_plain(type_: str, value: Any) -> bool:
    if type_ == "String":
        return isinstance(value, str)
    if type_ == "Boolean":
        return isinstance(value, bool)
    if type_ == "InputFile":
        return isinstance(value, Upload)
    return isinstance(value, (int, float) if type_ == "Float" else int) and not isinstance(value, bool)


def _told(value: Any) -> str:
    told = value if isinstance(value, Upload) else json.dumps(value, ensure_ascii=False)
    return "a file" if isinstance(told, Upload) else told if len(told) < 60 else told[:57] + "..."


_SIZES: dict[str, Callable[[Any], int]] = {
    "": lambda value: value,
    "items": len,
    "bytes": lambda value: len(value.encode()),
    "characters": units,
}


def _measured(field: Field, value: Any, where: str) -> Iterator[str]:
    if field.most is not None and not field.parsed:
        size = _SIZES[field.unit](value)
        if not field.least <= size <= field.most:
            yield f"{where}: {size} {field.unit or 'given'}, allowed are {field.least}-{field.most}"
    if field.allowed and value not in field.allowed:
        yield f"{where}: {_told(value)} is not one of {', '.join(sorted(field.allowed))}"


SPEC = Spec(Path(__file__).with_name("api.json"))
