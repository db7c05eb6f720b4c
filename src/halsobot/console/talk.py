"""A case's conversation as its guide reads it, in her language; what was written stands as it was written."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any, Literal

from halsobot.bundle.content import Bundle
from halsobot.console.titles import Titles
from halsobot.flow.nodes import AskNode
from halsobot.model.event import (
    Chose,
    Claimed,
    Closed,
    Corrected,
    FileKind,
    FromStaff,
    MediaKind,
    Passed,
    Replied,
    SentMedia,
    SharedPosition,
    Started,
    Wrote,
)
from halsobot.model.message import Message
from halsobot.model.screen import ENGINE, ENGINE_BUTTONS, BadButton, Button, Screen
from halsobot.model.view import Bubble, View
from halsobot.store.cases import Line, Opened
from halsobot.text.render import render

Kind = Literal["wrote", "pressed", "did", "bot", "guide", "note"]
_SENT: dict[MediaKind, str] = {"voice": "did-voice", "photo": "did-photo", "other": "did-media"}
#: The bot's word for a screen is as long as this at most.
_TITLE = 70
#: The ask that promises that no guide sees its answer.
_UNSEEN = "status"
#: The page on which a contact reads what is known of her, this answer too.
_KNOWN = "engine-privacy"


@dataclass(frozen=True, slots=True)
class Entry:
    """One thing in the conversation. ``text`` is words as written or pressed, ``view`` a screen, ``word`` the id of a
    note with the guide it ``names``; ``danger`` a category of red flags; ``state`` what became of a message of ours;
    ``media`` what can be heard or seen of it.
    """

    kind: Kind
    turn: int
    at: int
    before: bool
    text: str = ""
    word: str = ""
    names: str = ""
    view: View | None = None
    title: str = ""
    danger: str | None = None
    state: str | None = None
    for_person: bool = False
    media: FileKind | None = None


def entries(
    opened: Opened, bundle: Bundle, titles: Titles, locale: str, guides: Mapping[str, str]
) -> tuple[Entry, ...]:
    """In order. ``guides`` are the names by which notes call them."""
    return tuple(_Reader(opened, bundle, titles, locale, guides).entries())


def media_of(opened: Opened) -> dict[int, FileKind]:
    """What may be heard or seen, by turn: what she gave to a person, and guides' answers.

    Closing the case erases it, so it is only what came after that.
    """
    found: dict[int, FileKind] = {}
    for line in opened.lines:
        match line.what:
            case SentMedia(kind="voice" | "photo" as kind) if line.for_person:
                found[line.turn] = kind
            case Replied(file=kind) if kind:
                found[line.turn] = kind
            case Closed():
                found.clear()
            case Chose(data=data) if _closes(data):
                found.clear()
    return found


def _closes(data: str) -> bool:
    """Whether she pressed that she needs nobody any more."""
    try:
        button = Button.decode(data)
    except BadButton:
        return False
    return (button.flow, button.choice) == (ENGINE, "done")


class _Reader:
    """Reads the lines one after the other; remembers screens, whose labels say what was pressed.

    Neither the answer that no guide may see nor what can be told from it is read out: the flow goes on by it.
    """

    def __init__(self, opened: Opened, bundle: Bundle, titles: Titles, locale: str, guides: Mapping[str, str]) -> None:
        self._opened, self._bundle, self._titles, self._locale, self._guides = opened, bundle, titles, locale, guides
        self._labels: dict[tuple[str, str, str], Message] = {}
        self._replied: set[int] = set()
        self._media = media_of(opened)
        self._secretive = {
            name
            for name, flow in bundle.flows.items()
            if any(isinstance(node, AskNode) and node.name == _UNSEEN for node in flow.nodes)
        }
        self._from_staff = {line.turn for line in opened.lines if isinstance(line.what, FromStaff)}
        self._asked = False  # she stands where it is asked what no guide may see

    def entries(self) -> Iterator[Entry]:
        for line in self._opened.lines:
            if isinstance(line.what, Screen):
                yield from self._screen(line, line.what)
            else:
                yield from self._event(line)

    def _entry(self, line: Line, kind: Kind, **own: Any) -> Entry:
        before = line.turn < self._opened.row.number
        return Entry(kind, line.turn, line.at, before, for_person=line.for_person, **own)

    def _event(self, line: Line) -> Iterator[Entry]:
        match line.what:
            case Wrote():
                yield self._wrote(line, line.what)
            case SentMedia():
                yield self._sent(line, line.what)
            case SharedPosition():
                yield self._entry(line, "did", word="did-position")
            case Chose(data=data):
                yield self._entry(line, "pressed", text=self._label(data))
            case Started():
                yield self._entry(line, "did", word="did-start")
            case _:
                yield from self._by_staff(line)

    def _by_staff(self, line: Line) -> Iterator[Entry]:
        match line.what:
            case Replied(guide=guide):
                self._replied.add(line.turn)
                yield from self._reply(line, line.what, guide)
            case Corrected(guide=guide, text=None):
                self._replied.add(line.turn)
                yield self._entry(line, "note", word="note-taken-back", names=self._name(guide))
            case Corrected(guide=guide, text=text):
                self._replied.add(line.turn)
                names = self._name(guide)
                yield self._entry(line, "guide", text=text, word="guide-changed", names=names, state=self._state(line))
            case Claimed(guide=guide):
                yield self._entry(line, "note", word="note-claimed", names=self._name(guide))
            case Passed(guide=guide, to=to):
                word = "note-passed" if to else "note-returned"
                yield self._entry(line, "note", word=word, names=self._name(to or guide))
            case Closed(guide=guide):
                yield self._entry(line, "note", word="note-closed", names=self._name(guide))

    def _wrote(self, line: Line, wrote: Wrote) -> Entry:
        danger = self._danger(wrote.text)
        if self._asked and not line.for_person and danger is None:
            return self._entry(line, "did", word="did-unseen")
        word = "wrote-changed" if wrote.changed else ""
        return self._entry(line, "wrote", text=wrote.text, danger=danger, word=word)

    def _sent(self, line: Line, sent: SentMedia) -> Entry:
        media, danger = self._media.get(line.turn), self._danger(sent.caption)
        return self._entry(line, "did", word=_SENT[sent.kind], text=sent.caption, danger=danger, media=media)

    def _reply(self, line: Line, reply: Replied, guide: str) -> Iterator[Entry]:
        if reply.text is not None:
            yield self._entry(line, "guide", text=reply.text, names=self._name(guide), state=self._state(line))
        if reply.file:
            word, media = f"guide-{reply.file}", self._media.get(line.turn)
            yield self._entry(line, "guide", word=word, names=self._name(guide), state=self._state(line), media=media)

    def _screen(self, line: Line, screen: Screen) -> Iterator[Entry]:
        """A guide's own words have been shown by the event; her phrase or screen is shown as she chose it."""
        self._labels |= {(screen.flow, screen.node, choice.name): choice.label for choice in screen.choices}
        if line.turn in self._replied and screen.name == "engine-said":
            reply = next((each.what for each in self._opened.lines if each.turn == line.turn), None)
            if isinstance(reply, Replied) and reply.text is None and reply.file is None:
                view = _without_name(render(screen, self._locale, self._bundle.catalogue))
                yield self._entry(
                    line, "guide", view=view, names=self._name(reply.guide), state=self._state(line),
                    word="guide-phrase" if reply.phrase else "guide-place" if reply.place else "guide-screen",
                )  # fmt: skip
            return
        if line.turn not in self._from_staff:
            self._asked = screen.flow in self._secretive and screen.node == _UNSEEN
        view = render(screen, self._locale, self._bundle.catalogue)
        if screen.name == _KNOWN or (screen.flow in self._secretive and screen.node != _UNSEEN):
            title = self._titles.say(screen.flow if screen.flow in self._bundle.flows else _KNOWN)
            unseen = replace(view, blocks=(), choices=())
            yield self._entry(line, "bot", view=unseen, word="unseen-page", title=title, state=self._state(line))
            return
        yield self._entry(line, "bot", view=view, title=self._title(screen, view), state=self._state(line))

    def _state(self, line: Line) -> str | None:
        return self._opened.states.get(line.turn)

    def _name(self, guide: str) -> str:
        return self._guides.get(guide, guide)

    def _danger(self, text: str) -> str | None:
        flag = self._bundle.understanding.hearing.hear(text).flag
        return flag.category if flag else None

    def _title(self, screen: Screen, view: View) -> str:
        """The flow's name and the first words."""
        flow = self._titles.say(screen.flow) if screen.flow in self._bundle.flows else ""
        first = shorten(first_words(view))
        return " – ".join(part for part in (flow, first) if part)

    def _label(self, data: str) -> str:
        """What stood on the button; nothing where that is not known any more."""
        try:
            button = Button.decode(data)
        except BadButton:
            return ""
        if button.flow in self._secretive and button.choice not in ENGINE_BUTTONS:
            return ""
        label = self._labels.get((button.flow, button.node, button.choice))
        if label is None and button.choice in ENGINE_BUTTONS:
            label = Message(f"{ENGINE}-{button.choice}")
        if label is None and self._bundle.catalogue.has(f"{button.flow}-{button.node}", button.choice):
            label = Message(f"{button.flow}-{button.node}", button.choice)
        return self._say(label) if label else ""

    def _say(self, message: Message) -> str:
        return self._bundle.catalogue.text(message, self._locale).text


def first_words(view: View) -> str:
    """The beginning of a screen."""
    return next((block.run.text for block in view.blocks if isinstance(block, Bubble)), view.screen)


def shorten(text: str) -> str:
    return text if len(text) <= _TITLE else text[:_TITLE].rsplit(" ", 1)[0] + " …"


def _without_name(view: View) -> View:
    """Without the line that says who speaks: the console says so beside it."""
    return replace(view, blocks=view.blocks[1:], choices=(), bar=())
