"""First the shape: is this a word, a list, a table? Every wrong shape is reported once and then left alone."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date

from halsobot.flow.finding import Finding, found, nearest
from halsobot.flow.names import MAX_NAME, is_name, suggested
from halsobot.flow.source import Broken, Items, Table, Tree, Word


def word(tree: Tree | None, key: str, out: list[Finding]) -> Word | None:
    if tree is None or isinstance(tree, Broken | Word):
        return tree if isinstance(tree, Word) else None
    out.append(found("want-word", tree.at, name=key))
    return None


def items(tree: Tree | None, key: str, out: list[Finding]) -> tuple[Tree, ...]:
    if isinstance(tree, Items):
        return tree.items
    if tree is not None and not isinstance(tree, Broken):
        out.append(found("want-list", tree.at, name=key))
    return ()


def words(tree: Tree | None, key: str, out: list[Finding]) -> tuple[Word, ...]:
    """A list of words, none of them twice."""
    read = [word(item, key, out) for item in items(tree, key, out)]
    kept: dict[str, Word] = {}
    for each in read:
        if each and each.text in kept:
            out.append(found("item-twice", each.at, name=each.text, key=key))
        elif each:
            kept[each.text] = each
    return tuple(kept.values())


def table(tree: Tree | None, key: str, out: list[Finding]) -> Table | None:
    if isinstance(tree, Table):
        return tree
    if tree is not None and not isinstance(tree, Broken):
        out.append(found("want-table", tree.at, name=key))
    return None


def unknown_key(key: Word, owner: str, known: Iterable[str]) -> Finding:
    """``owner`` is a kind of node in quotes, or the code of a noun such as ``fact`` (see wording)."""
    known = list(known)
    near = nearest(key.text, known)
    return found("key-unknown", key.at, name=key.text, owner=owner, near=near, known=", ".join(known))


def name(at: Word, out: list[Finding]) -> str | None:
    """A name by the rule, or None once it is reported."""
    if not is_name(at.text):
        out.append(found("name-bad", at.at, name=at.text, example=suggested(at.text)))
        return None
    if len(at.text) > MAX_NAME:
        out.append(found("name-long", at.at, name=at.text, length=str(len(at.text))))
        return None
    return at.text


def day(at: Word, out: list[Finding]) -> date | None:
    """An ISO date, or None once it is reported."""
    try:
        if re.fullmatch(r"\d{4}-\d\d-\d\d", at.text, re.ASCII):
            return date.fromisoformat(at.text)
    except ValueError:
        pass
    out.append(found("date-bad", at.at, name=at.text))
    return None


def number(at: Word, out: list[Finding]) -> int | None:
    """A whole number in 0-9, or None once it is reported."""
    if re.fullmatch(r"\d{1,9}", at.text, re.ASCII):
        return int(at.text)
    out.append(found("number-bad", at.at, name=at.text))
    return None


def one_of(at: Word, key: str, known: Iterable[str], out: list[Finding]) -> str | None:
    """One of a few words, or None once it is reported."""
    known = list(known)
    if at.text in known:
        return at.text
    out.append(
        found("value-unknown", at.at, key=key, name=at.text, near=nearest(at.text, known), known=", ".join(known))
    )
    return None
