"""The keys of a flow file, once: reading, hints and the JSON Schema all come from these tables."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

Shape = Literal["name", "word", "words", "target", "choices", "cases", "answer", "number", "date", "condition", "nodes"]


@dataclass(frozen=True, slots=True)
class Key:
    """One key: what stands after it, whether it must be there, and what it means."""

    shape: Shape
    about: str
    needed: bool = False
    one_of: tuple[str, ...] = ()


HEAD: Mapping[str, Key] = {
    "flow": Key("name", "The flow's name, the same as the file's.", needed=True),
    "owner": Key("word", "The role that answers for the flow, as in content/owners.yaml.", needed=True),
    "review-by": Key("date", "A date such as 2027-05-01; after it, check warns.", needed=True),
    "class": Key("word", "safety: a flow about danger to life. Left out: an ordinary flow.", one_of=("safety",)),
    "when": Key("condition", "Where this does not hold, choices that lead to the flow are hidden."),
    "nodes": Key("nodes", "The steps. The first is where the flow begins.", needed=True),
}

_CHOICES = Key("choices", "The buttons, in the order written.")
_NEXT = Key("target", 'Where the button Continue leads: a node of this file, or "flow" and a flow\'s name.')
_ON = Key("target", 'Where it goes on: a node of this file, or "flow" and a flow\'s name.', needed=True)

KINDS: Mapping[str, Mapping[str, Key]] = {
    "screen": {
        "choices": _CHOICES,
        "next": _NEXT,
        "picture": Key("word", "A drawing in content/pictures/, without .svg."),
        "call": Key("words", "Facts whose names begin with phone-: numbers to tap."),
        "link": Key("words", "Facts whose names begin with web-: pages to open."),
        "say-in-swedish": Key("words", "Sentences to say or show; each is an attribute of the message."),
    },
    "ask": {
        "next": _ON,
        "answer": Key("answer", "number, words, or a list of answers. Not for status and place."),
        "from": Key("number", "The smallest number that can be meant."),
        "to": Key("number", "The largest number that can be meant."),
    },
    "when": {"cases": Key("cases", "Conditions and where they lead. The last is otherwise.", needed=True)},
    "places": {
        "kind": Key("name", "The kind of place, named kind-… in names.ftl.", needed=True),
        "choices": _CHOICES,
        "next": _NEXT,
    },
    "handover": {"topic": Key("name", "What the person is asked about. Left out: the flow's name.")},
    "go": {"flow": Key("name", "The flow to visit; at its end she comes back.", needed=True), "next": _ON},
    "end": {},
}

ABOUT_KINDS: Mapping[str, str] = {
    "screen": "Shows a text with a way on.",
    "ask": "Asks one thing and keeps the answer.",
    "when": "Goes to the first case that holds; shows nothing.",
    "places": "Shows the three nearest places of a kind.",
    "handover": "Opens a case for a person.",
    "go": "Visits another flow and comes back.",
    "end": '"Did this help?", then the menu.',
}

#: What somebody writes who looks for the place of a text.
TEXT_KEYS = frozenset(["say", "text", "title", "label", "message", "body", "question"])
