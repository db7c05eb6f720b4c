"""All words of all locales: a message in, a text out, in the nearest language that has it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from fluent.runtime import FluentBundle, resolver
from fluent.syntax import ast
from fluent.syntax.visitor import Visitor

from halsobot.model.message import Message
from halsobot.model.view import Run
from halsobot.text import review
from halsobot.text.fluent import parse
from halsobot.text.locales import LOCALES, SOURCE
from halsobot.text.values import Arguments, arguments

#: A language goes live when these are checked: the words of the emergency button, and the two first flows' titles.
CORE = ("engine-emergency", "emergency", "start")


#: A guide's whole answer is one value of a text. Fluent says nothing at all where one is longer than 2,500 letters.
LONGEST_VALUE = 10_000
resolver.MAX_PART_LENGTH = LONGEST_VALUE


@dataclass(frozen=True, slots=True)
class Entry:
    """One message as its file has it: ``source`` is the Fluent text, by which reviews are tied to it."""

    id: str
    source: str
    attributes: frozenset[str]
    variables: frozenset[str]


class _Variables(Visitor):
    """Collects the names of the values that a message uses."""

    def __init__(self) -> None:
        self.names: set[str] = set()

    def visit_VariableReference(self, node: ast.VariableReference) -> None:
        self.names.add(node.id.name)


def entries(source: str) -> Iterator[Entry]:
    """The messages of a Fluent file; unreadable lines are left out (``check`` reports them)."""
    for node in parse(source).body:
        if isinstance(node, ast.Message) and node.span:
            names = frozenset(attribute.id.name for attribute in node.attributes)
            used = _Variables()
            used.visit(node)
            yield Entry(node.id.name, source[node.span.start : node.span.end], names, frozenset(used.names))


@dataclass(frozen=True)
class Words:
    """One locale: how to format its messages, and what reviewers have said of them."""

    fluent: Any  # FluentBundle; fluent.runtime ships no types
    entries: Mapping[str, Entry]
    states: Mapping[str, review.State]

    def usable(self, message: str, show_unreviewed: bool) -> bool:
        if message not in self.entries:
            return False
        state = self.states[message]
        return state == "reviewed" or (show_unreviewed and state != "rejected")


@dataclass(frozen=True)
class Catalogue:
    """``locales`` are those that have words, in the order of the language choice."""

    words: Mapping[str, Words]
    show_unreviewed: bool

    @staticmethod
    def build(
        resources: Mapping[str, Mapping[str, str]], reviews: Mapping[str, str], *, show_unreviewed: bool
    ) -> Catalogue:
        """From Fluent sources by locale and file name, and the text of each ``review.log``."""
        found = {locale: _entries_of(files) for locale, files in resources.items()}
        swedish = {name: review.digest(entry.source) for name, entry in found.get(SOURCE, {}).items()}
        return Catalogue(
            {
                locale: Words(
                    _fluent(locale, resources[locale]),
                    found[locale],
                    _states(found[locale], swedish, reviews.get(locale, "")),
                )
                for locale in LOCALES
                if locale in resources
            },
            show_unreviewed,
        )

    @property
    def locales(self) -> tuple[str, ...]:
        return tuple(self.words)

    @cached_property
    def offered(self) -> tuple[str, ...]:
        """The languages a contact may choose: those whose core she may see in them, and Swedish.

        Other texts that she may not see come in the next language; one new Swedish text must not take a
        whole language away.
        """
        return tuple(
            locale for locale in self.words if locale == SOURCE or all(self.usable(name, locale) for name in CORE)
        )

    def has(self, id: str, attribute: str | None = None, locale: str = SOURCE) -> bool:
        """Whether a message, or its attribute, is written in this locale."""
        entry = self.words[locale].entries.get(id) if locale in self.words else None
        return entry is not None and (attribute is None or attribute in entry.attributes)

    @cached_property
    def _used(self) -> Mapping[str, frozenset[str]]:
        ids = {id for words in self.words.values() for id in words.entries}
        none = frozenset[str]()
        return {
            id: none.union(*(words.entries[id].variables for words in self.words.values() if id in words.entries))
            for id in ids
        }

    def variables(self, id: str) -> frozenset[str]:
        """The names of the values that this message uses in any language."""
        return self._used.get(id, frozenset())

    def text(self, message: Message, locale: str) -> Run:
        """The words for a message, in ``locale`` or the next language that can say it. Never raises.

        A missing message, a missing value or a formatting error leads to the next language of the
        chain; where none can say it, an empty text stands, which ``check`` has refused beforehand.
        """
        for candidate in self._chain(message, locale):
            said = self._format(message, candidate)
            if said is not None:
                return Run(said, candidate)
        return Run("", locale)

    def in_own_words(self, message: Message, locale: str) -> Run | None:
        """The words in exactly this locale, or None."""
        said = self._format(message, locale) if self.has(message.id, message.attribute, locale) else None
        return None if said is None else Run(said, locale)

    def usable(self, message: str, locale: str) -> bool:
        """Whether this message may be shown in exactly this locale: it is there, and checked if need be."""
        return locale in self.words and self.words[locale].usable(message, self.show_unreviewed)

    def reviewed(self, message: str, locale: str) -> bool:
        """Whether a person has checked the present words of this message."""
        return locale in self.words and self.words[locale].states.get(message) == "reviewed"

    def state(self, message: str, locale: str) -> review.State | None:
        """What reviewers have said of this message; None where the locale lacks it."""
        return self.words[locale].states.get(message) if locale in self.words else None

    def _chain(self, message: Message, locale: str) -> list[str]:
        """The locale and its fallbacks; a text nobody has checked comes last where such are not shown."""
        wanted = (locale, *LOCALES[locale].fallback) if locale in LOCALES else (SOURCE,)
        having = [tag for tag in wanted if self.has(message.id, message.attribute, tag)]
        usable = [tag for tag in having if self.words[tag].usable(message.id, self.show_unreviewed)]
        return usable + [tag for tag in reversed(having) if tag not in usable]

    def _format(self, message: Message, locale: str) -> str | None:
        words = self.words.get(locale)
        if words is None:
            return None
        found = words.fluent.get_message(message.id)
        pattern = found.attributes.get(message.attribute) if message.attribute else found.value
        values = arguments(message.values, _Speaker(self, locale))
        if pattern is None or values is None:
            return None
        try:
            said, errors = words.fluent.format_pattern(pattern, values)
        except Exception:  # a text that refers to itself; whatever it is, the next language speaks
            return None
        return None if errors or not said.strip() else said


@dataclass(frozen=True)
class _Speaker:
    """Lets a value that is a name, or has a unit, be said in the language of its sentence."""

    catalogue: Catalogue
    locale: str

    def name(self, id: str) -> str:
        """``id`` or ``id.attribute``."""
        message, _, attribute = id.partition(".")
        return self.catalogue.text(Message(message, attribute or None), self.locale).text

    def unit(self, kind: str, number: int, digits: str) -> str | None:
        found = self.catalogue.words[self.locale]
        message = found.fluent.get_message(f"unit-{kind}") if f"unit-{kind}" in found.entries else None
        if message is None or message.value is None:
            return None
        count: Arguments = {"count": number, "number": digits}
        said, errors = found.fluent.format_pattern(message.value, count)
        return None if errors else said


def _entries_of(files: Mapping[str, str]) -> dict[str, Entry]:
    return {entry.id: entry for source in files.values() for entry in entries(source)}


def _fluent(locale: str, files: Mapping[str, str]) -> Any:
    # Fluent's own isolating leaves a value alone that is the whole text; values come isolated instead.
    bundle = FluentBundle([locale, "en"], use_isolating=False)
    for source in files.values():
        bundle.add_resource(parse(source), allow_overrides=True)
    return bundle


def _states(found: Mapping[str, Entry], swedish: Mapping[str, str], log: str) -> Mapping[str, review.State]:
    said = review.by_message(review.read_log(log))
    return {
        name: review.state(swedish.get(name, ""), review.digest(entry.source), said.get(name, ()))
        for name, entry in found.items()
    }
