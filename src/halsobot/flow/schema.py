"""A JSON Schema of flow files, made from the same tables as reading, so that editors help while typing."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from halsobot.flow.choices import MOST_CHOICES
from halsobot.flow.keys import ABOUT_KINDS, HEAD, KINDS, Key, Shape
from halsobot.flow.names import MAX_NAME, RESERVED_CHOICES

Json = dict[str, Any]

_NAME: Json = {"type": "string", "pattern": f"^[a-z][a-z0-9-]{{0,{MAX_NAME - 1}}}$"}
_FREE: Json = {"allOf": [{"$ref": "#/$defs/name"}, {"not": {"enum": sorted(RESERVED_CHOICES)}}]}
_TARGET: Json = {
    "type": "string",
    "pattern": f"^(flow +)?[a-z][a-z0-9-]{{0,{MAX_NAME - 1}}}$",
    "description": 'A node of this file, or "flow" and the name of a flow.',
}
_CONDITION: Json = {
    "type": "string",
    "pattern": "^[^ =<>!()]+ is .+$",
    "description": "As in: status is permit or relative and region is halland",
}
_CHOICE: Json = {
    "oneOf": [
        {"$ref": "#/$defs/target"},
        {
            "type": "object",
            "minProperties": 1,
            "maxProperties": 2,
            "properties": {"when": {"$ref": "#/$defs/condition"}},
            "propertyNames": {"anyOf": [{"const": "when"}, _FREE]},
            "additionalProperties": {"$ref": "#/$defs/target"},
        },
    ]
}
_CASE: Json = {
    "type": "object",
    "minProperties": 1,
    "maxProperties": 1,
    "propertyNames": {"anyOf": [{"const": "otherwise"}, {"$ref": "#/$defs/condition"}]},
    "additionalProperties": {"$ref": "#/$defs/target"},
}
_SHAPES: Mapping[Shape, Json] = {
    "name": {"$ref": "#/$defs/name"},
    "word": {"type": "string"},
    "words": {"type": "array", "items": {"$ref": "#/$defs/name"}, "uniqueItems": True},
    "target": {"$ref": "#/$defs/target"},
    "choices": {"type": "array", "items": {"$ref": "#/$defs/choice"}, "minItems": 1, "maxItems": MOST_CHOICES},
    "cases": {"type": "array", "items": {"$ref": "#/$defs/case"}, "minItems": 1},
    "answer": {
        "oneOf": [
            {"enum": ["number", "words"]},
            {"type": "array", "items": _FREE, "minItems": 2, "uniqueItems": True},
        ]
    },
    "number": {"type": ["integer", "string"], "minimum": 0, "pattern": r"^\d+$"},
    "date": {"type": "string", "pattern": r"^\d{4}-\d\d-\d\d$"},
    "condition": {"$ref": "#/$defs/condition"},
    "nodes": {"type": "array", "items": {"$ref": "#/$defs/node"}, "minItems": 1},
}


def schema() -> Json:
    """The JSON Schema (2020-12) of ``flows/<name>.yaml``."""
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "A flow of halsobot",
        **_table(HEAD),
        "$defs": {
            "name": {**_NAME, "description": "Small letters a–z, digits and hyphens; first a letter."},
            "target": _TARGET,
            "condition": _CONDITION,
            "choice": _CHOICE,
            "case": _CASE,
            "node": _nodes(),
            **{f"node-{kind}": _node(kind, keys) for kind, keys in KINDS.items()},
        },
    }


def _nodes() -> Json:
    """One of the kinds, told apart by which key of a kind is there, so that editors explain the right one."""
    first = [{"required": [kind]} for kind in KINDS]
    rules = [{"if": {"required": [kind]}, "then": {"$ref": f"#/$defs/node-{kind}"}} for kind in KINDS]
    return {"type": "object", "anyOf": first, "allOf": rules}


def _node(kind: str, keys: Mapping[str, Key]) -> Json:
    name = {"$ref": "#/$defs/name", "description": ABOUT_KINDS[kind]}
    table = _table(keys)
    table["properties"] = {kind: name, **table["properties"]}
    table["required"] = [kind, *table["required"]]
    if "choices" in keys:
        table["anyOf"] = [{"required": ["choices"]}, {"required": ["next"]}]
    return table


def _table(keys: Mapping[str, Key]) -> Json:
    return {
        "type": "object",
        "properties": {name: _value(key) for name, key in keys.items()},
        "required": [name for name, key in keys.items() if key.needed],
        "additionalProperties": False,
    }


def _value(key: Key) -> Json:
    shape: Json = {"enum": list(key.one_of)} if key.one_of else _SHAPES[key.shape]
    return {**shape, "description": key.about}
