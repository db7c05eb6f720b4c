"""YAML text -> a tree of words, lists and tables, each with its place; our small YAML and nothing more.

Everything stays text (``no``, ``012`` and dates too). The tree is built from the parser's events,
without recursion, so that no file can be too deep for us.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any

import yaml

from halsobot.flow.finding import Finding, found
from halsobot.flow.nodes import Mark

MAX_BYTES = 512 * 1024  # larger files are a mistake (or a picture), and slow to check at each key press
MAX_DEPTH = 12  # the language itself needs six
#: Stands for the bytes of a file that could not be opened, so that it is not taken for a missing one.
UNREADABLE = b"\xff\xfe cannot be opened"


@dataclass(frozen=True, slots=True)
class Word:
    """One value as it stands, without quotes."""

    text: str
    at: Mark


@dataclass(frozen=True, slots=True)
class Items:
    """A list."""

    items: tuple[Tree, ...]
    at: Mark


@dataclass(frozen=True, slots=True)
class Table:
    """Keys with values, in the order written. No key stands twice."""

    entries: tuple[tuple[Word, Tree], ...]
    at: Mark

    def get(self, key: str) -> Tree | None:
        return next((value for word, value in self.entries if word.text == key), None)


@dataclass(frozen=True, slots=True)
class Broken:
    """Something that has been reported already. Whoever meets it says nothing more."""

    at: Mark


Tree = Word | Items | Table | Broken


@dataclass(frozen=True, slots=True)
class Source:
    """What a file holds. ``tree`` is None where nothing in it could be read."""

    tree: Tree | None
    findings: tuple[Finding, ...]


def decode(data: bytes, file: str) -> str | Finding:
    """The text of a file, with ``\\n`` as its line ends, or what keeps us from reading it."""
    if data == UNREADABLE:
        return found("unreadable", Mark(file, 1, 1), name=file.rsplit("/", 1)[-1])
    if len(data) > MAX_BYTES:
        return found("too-large", Mark(file, 1, 1))
    try:
        return data.decode("utf-8-sig").replace("\r\n", "\n")
    except UnicodeDecodeError as error:
        before = data[: error.start].decode("utf-8-sig", "replace").replace("\r\n", "\n")
        return found("not-utf8", _place(file, before))


@lru_cache(maxsize=128)  # the same bytes are read again each time an editor saves another file
def read(data: bytes, file: str) -> Source:
    """Read a YAML file. Never raises: what is wrong with it stands in ``findings``."""
    text = decode(data, file)
    if isinstance(text, Finding):
        return Source(None, (text,))
    refused = _refused_character(text, file)
    if refused:
        return Source(None, (refused,))
    try:
        return _Builder(file, text).build(yaml.CSafeLoader)
    except yaml.YAMLError as error:
        return Source(None, (_syntax(_clearer(text, error), file, text),))


_REFUSED = re.compile("[\x00-\x09\x0b-\x1f\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff]")


def _refused_character(text: str, file: str) -> Finding | None:
    hit = _REFUSED.search(text)
    if not hit:
        return None
    at = _place(file, text[: hit.start()])
    return found("tab", at) if hit[0] == "\t" else found("character", at, name=f"U+{ord(hit[0]):04X}")


def _place(file: str, before: str) -> Mark:
    """The place that comes after the text ``before``."""
    return Mark(file, before.count("\n") + 1, len(before) - (before.rfind("\n") + 1) + 1)


def _clearer(text: str, error: yaml.YAMLError) -> yaml.YAMLError:
    """The same error from the slower loader, which says more exactly what is wrong and where."""
    try:
        for _ in yaml.parse(text, Loader=yaml.SafeLoader):
            pass
    except yaml.YAMLError as clearer:
        return clearer
    return error


def _syntax(error: yaml.YAMLError, file: str, text: str) -> Finding:
    """One syntax error, in terms of what an editor sees: a quote, a bracket, a colon or a line."""
    problem, context = str(getattr(error, "problem", "")), str(getattr(error, "context", ""))
    here, began = getattr(error, "problem_mark", None), getattr(error, "context_mark", None)
    if "quoted scalar" in context and "escape" not in problem:
        return found("quote-open", _mark(file, began))
    if "flow sequence" in context or "flow mapping" in context:
        return found("bracket-open", _mark(file, began))
    if "mapping values are not allowed" in problem:
        return _second_colon(file, text, _mark(file, here))
    where = began if "simple key" in context else here
    return _unreadable_line(file, text, _mark(file, where))


def _second_colon(file: str, text: str, at: Mark) -> Finding:
    """A second colon; or, where it is the first of its line, a line above that has none."""
    line = text.split("\n")[at.line - 1]
    if ": " in line[: at.column - 1] or at.line == 1:
        return found("second-colon" if file.startswith("flows/") else "colon-in-value", at)
    return _unreadable_line(file, text, Mark(file, at.line - 1, 1))


def _unreadable_line(file: str, text: str, at: Mark) -> Finding:
    """Name the line at ``at``, or the last one with words on it where the file simply ends."""
    lines = text.split("\n")
    line = min(at.line, len(lines))
    while line > 1 and not lines[line - 1].strip():
        line -= 1
    words = lines[line - 1].strip()
    indent = len(lines[line - 1]) - len(lines[line - 1].lstrip())
    column = at.column if line == at.line and at.column > indent else indent + 1
    return found("line", Mark(file, line, column), text=words)


def _mark(file: str, mark: Any) -> Mark:
    return Mark(file, mark.line + 1, mark.column + 1) if mark else Mark(file, 1, 1)


@dataclass
class _Frame:
    """A list or table that is not closed yet. A table's parts are key, value, key, value …"""

    table: bool
    at: Mark
    parts: list[Tree] = field(default_factory=list)
    refused: bool = False


class _TooDeep(Exception):
    """Lists inside lists inside lists: reading stops here."""


class _Builder:
    """Turns the events of one file into a tree; collects what is refused on the way."""

    def __init__(self, file: str, text: str) -> None:
        self._file, self._text = file, text
        self._lines = text.split("\n")
        self._findings: list[Finding] = []
        self._frames: list[_Frame] = []
        self._root: Tree | None = None
        self._documents = 0

    def build(self, loader: Any) -> Source:
        try:
            for event in yaml.parse(self._text, Loader=loader):
                self._take(event)
        except _TooDeep:
            return Source(None, (self._findings[-1],))
        if self._root is None or (isinstance(self._root, Word) and not self._root.text):
            return Source(None, (found("empty-file", Mark(self._file, 1, 1)),))
        return Source(self._root, tuple(self._findings))

    def _take(self, event: Any) -> None:
        at = _mark(self._file, event.start_mark)
        if isinstance(event, yaml.DocumentStartEvent):
            self._document(at)
        elif isinstance(event, yaml.AliasEvent):
            self._short_hand(at)
            self._add(Broken(at))
        elif isinstance(event, yaml.ScalarEvent):
            self._add(self._scalar(event, at))
        elif isinstance(event, yaml.CollectionStartEvent):
            self._open(event, at)
        elif isinstance(event, yaml.CollectionEndEvent):
            self._add(self._close(self._frames.pop()))

    def _document(self, at: Mark) -> None:
        self._documents += 1
        if self._documents == 2:
            self._findings.append(found("documents", at))

    def _scalar(self, event: Any, at: Mark) -> Tree:
        if event.anchor or event.tag:
            self._short_hand(at)
            return Broken(at)
        if event.style in ("|", ">"):
            self._findings.append(found("block-text", at, name=event.style))
            return Broken(at)
        if event.end_mark.line != event.start_mark.line and event.value:
            self._findings.append(found("several-lines", at))
            return Broken(at)
        return Word(event.value, at)

    def _open(self, event: Any, at: Mark) -> None:
        table = isinstance(event, yaml.MappingStartEvent)
        if len(self._frames) >= MAX_DEPTH:
            self._findings.append(found("too-deep", at))
            raise _TooDeep
        frame = _Frame(table, at)
        if event.anchor or event.tag:
            self._short_hand(at)
            frame.refused = True
        elif table and event.flow_style:
            code = "braces" if self._text_at(at).startswith("{") else "colon-in-list"
            self._findings.append(found(code, at))
            frame.refused = True
        self._frames.append(frame)

    def _close(self, frame: _Frame) -> Tree:
        if frame.refused:
            return Broken(frame.at)
        return self._table(frame) if frame.table else self._items(frame)

    def _items(self, frame: _Frame) -> Tree:
        for part in frame.parts:
            if isinstance(part, Word) and not part.text:
                self._findings.append(found("empty-item", part.at))
        return Items(tuple(_unless_empty(part) for part in frame.parts), frame.at)

    def _table(self, frame: _Frame) -> Tree:
        first: dict[str, Word] = {}
        entries: list[tuple[Word, Tree]] = []
        for key, value in zip(frame.parts[::2], frame.parts[1::2], strict=True):
            if not isinstance(key, Word) or not key.text:
                self._bad_key(key)
            elif key.text in first:
                line = str(first[key.text].at.line)
                self._findings.append(found("key-twice", key.at, name=key.text, line=line))
            else:
                first[key.text] = key
                entries.append((key, self._filled(key, value)))
        return Table(tuple(entries), frame.at)

    def _bad_key(self, key: Tree) -> None:
        if not isinstance(key, Broken):
            self._findings.append(_unreadable_line(self._file, self._text, key.at))

    def _filled(self, key: Word, value: Tree) -> Tree:
        if isinstance(value, Word) and not value.text:
            self._findings.append(found("empty-value", key.at, name=key.text))
        return _unless_empty(value)

    def _add(self, tree: Tree) -> None:
        if self._frames:
            self._frames[-1].parts.append(tree)
        elif self._root is None:
            self._root = tree

    def _short_hand(self, at: Mark) -> None:
        word = re.match(r"[^\s,\]}]+", self._text_at(at))
        self._findings.append(found("short-hand", at, name=word[0] if word else ""))

    def _text_at(self, at: Mark) -> str:
        return self._lines[at.line - 1][at.column - 1 :] if at.line <= len(self._lines) else ""


def _unless_empty(tree: Tree) -> Tree:
    return Broken(tree.at) if isinstance(tree, Word) and not tree.text else tree
