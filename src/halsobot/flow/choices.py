"""Targets, choices and cases: everything in a flow that leads somewhere."""

from __future__ import annotations

from halsobot.flow import shape
from halsobot.flow.conditions import condition
from halsobot.flow.names import RESERVED_CHOICES
from halsobot.flow.nodes import ALWAYS, Case, ChoiceDef, Condition, Mark, Target
from halsobot.flow.reading import Reading
from halsobot.flow.source import Broken, Table, Tree, Word

MOST_CHOICES = 8  # more do not fit on a phone without scrolling
MANY_CHOICES = 6  # more are hard to choose from


def target(word: Word | None, reading: Reading) -> Target | None:
    """``bring`` or ``flow costs``."""
    if word is None:
        return None
    parts = word.text.split()
    if len(parts) == 1:
        return Target(None, parts[0], word.at)
    if len(parts) == 2 and parts[0] == "flow":
        return Target(parts[1], None, word.at)
    reading.say("target-bad", word.at, name=word.text)
    return None


def choices(tree: Tree | None, node: str, at: Mark, reading: Reading) -> tuple[ChoiceDef, ...]:
    """The choices of a screen, without those that cannot be read."""
    read = [_choice(item, reading) for item in shape.items(tree, "choices", reading.out)]
    if len(read) > MOST_CHOICES:
        reading.say("choices-too-many", at, name=node, count=str(len(read)))
    elif len(read) > MANY_CHOICES:
        reading.say("choices-many", at, name=node, count=str(len(read)))
    return _once([choice for choice in read if choice], reading)


def _once(read: list[ChoiceDef], reading: Reading) -> tuple[ChoiceDef, ...]:
    kept: dict[str, ChoiceDef] = {}
    for choice in read:
        if choice.name in kept:
            reading.say("choice-twice", choice.at, name=choice.name, line=str(kept[choice.name].at.line))
        else:
            kept[choice.name] = choice
    return tuple(kept.values())


def _choice(tree: Tree, reading: Reading) -> ChoiceDef | None:
    if isinstance(tree, Word):
        return _short_choice(tree, reading)
    if isinstance(tree, Table) and tree.entries:
        return _long_choice(tree, reading)
    if not isinstance(tree, Broken):
        reading.say("choice-form", tree.at)
    return None


def _short_choice(word: Word, reading: Reading) -> ChoiceDef | None:
    """``- bring``: the choice is called what it leads to."""
    leads = target(word, reading)
    if leads is None:
        return None
    name = leads.flow or leads.node or ""
    return ChoiceDef(name, leads, at=word.at) if _may_be_called(Word(name, word.at), reading) else None


def _long_choice(table: Table, reading: Reading) -> ChoiceDef | None:
    """``- price: flow costs``, perhaps with ``when: …`` below it."""
    (name, leads), *rest = table.entries
    others = [key for key, _ in rest if key.text != "when"]
    if others:
        reading.say("choice-second", others[0].at, name=others[0].text)
    if name.text == "when":
        reading.say("choice-form", table.at)
        return None
    if not shape.name(name, reading.out) or not _may_be_called(name, reading):
        return None
    where = target(shape.word(leads, name.text, reading.out), reading)
    when = shape.word(table.get("when"), "when", reading.out)
    holds = condition(when, reading.out) if when else ALWAYS
    return ChoiceDef(name.text, where, holds, name.at) if where and holds else None


def _may_be_called(name: Word, reading: Reading) -> bool:
    if name.text in RESERVED_CHOICES:
        reading.say("name-reserved", name.at, name=name.text)
    return name.text not in RESERVED_CHOICES


def cases(tree: Tree | None, node: str, at: Mark, reading: Reading) -> tuple[Case, ...]:
    """The cases of a ``when``; the last must be ``otherwise``."""
    items = shape.items(tree, "cases", reading.out)
    before = len(reading.out)
    read = [_case(item, reading) for item in items]
    kept = tuple(case for case in read if case)
    last = [number for number, case in enumerate(kept, 1) if case.condition == ALWAYS]
    if not last and len(reading.out) == before and tree is not None and not isinstance(tree, Broken):
        reading.say("otherwise-missing", at, name=node)
    elif last and last[0] != len(kept):
        reading.say("otherwise-last", kept[last[0] - 1].target.at)
    return kept


def _case(tree: Tree, reading: Reading) -> Case | None:
    if isinstance(tree, Broken):
        return None
    if not isinstance(tree, Table) or len(tree.entries) != 1:
        reading.say("case-form", tree.at if not isinstance(tree, Table) else tree.entries[-1][0].at)
        return None
    (word, leads) = tree.entries[0]
    holds: Condition | None = ALWAYS if word.text == "otherwise" else condition(word, reading.out)
    where = target(shape.word(leads, word.text, reading.out), reading)
    return Case(holds, where) if holds and where else None
