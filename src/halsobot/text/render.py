"""A screen becomes a view: every message in the contact's language, ready for any channel."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from urllib.parse import quote

from halsobot.model.event import FileKind
from halsobot.model.message import Message, Value
from halsobot.model.screen import Attached, Call, Choice, Hours, Link, Part, Place, Screen, Sentence, Text, stem
from halsobot.model.view import (
    AttachedView,
    Block,
    Bubble,
    ButtonView,
    CallView,
    LinkView,
    PlaceView,
    Run,
    SentenceView,
    View,
)
from halsobot.text import bidi
from halsobot.text.catalogue import Catalogue
from halsobot.text.locales import SOURCE

_NO_NUMBER = ("name", "word", "words")
#: Opened only when the contact taps it; nothing is loaded from there.
MAP = "https://www.openstreetmap.org/search?query="
#: What each kind of file is called.
_ATTACHED: Mapping[FileKind, str] = {
    "voice": "engine-sound",
    "photo": "engine-picture",
    "document": "engine-document",
}
#: A guide's message, and the texts around her own words: of these a person has written what counts, so only a phrase or
#: a page that she sends may be called unchecked.
FROM_A_PERSON = "engine-said"
_AROUND = ("said", "from", "from-interpreter", "changed", "taken-back")
BY_A_PERSON = frozenset((*(f"engine-{name}" for name in _AROUND), *_ATTACHED.values()))
_EMPTY_LINE = re.compile(r"\n[ \t]*\n")


def render(screen: Screen, locale: str, catalogue: Catalogue) -> View:
    """The screen in ``locale``; texts that it lacks come in the next language of its chain."""
    writer = _Writer(catalogue, locale, screen.safety)
    blocks = tuple(block for part in screen.parts for block in writer.blocks(part))
    below_a_person = writer.unreviewed()

    def button(choice: Choice) -> ButtonView:
        return ButtonView(choice.name, stem(screen.flow, screen.node, choice.name), writer.say(choice.label))

    return View(
        screen=screen.name,
        locale=locale,
        blocks=blocks,
        choices=tuple(map(button, screen.choices)),
        bar=tuple(map(button, screen.bar)),
        picture=screen.picture,
        accepts=screen.accepts,
        unreviewed=below_a_person if screen.name == FROM_A_PERSON else writer.unreviewed(),
        keeps=screen.from_guide or any(map(_needed_later, screen.parts)),
        shared=screen.shared,
        instead_of=screen.instead_of,
    )


def _as_written(paragraph: str) -> str:
    """Somebody's own lines, each by its own direction. In our texts a line ends where the file had no more room."""
    return "\n".join(bidi.by_its_own(line.strip()) for line in paragraph.splitlines() if line.strip())


def _needed_later(part: Part) -> bool:
    """A sentence, a number to call, a page, a place; or a text with a number or a date in it."""
    if not isinstance(part, Text):
        return True
    return part.role == "body" and any(value.kind not in _NO_NUMBER for _, value in part.message.values)


def tel(number: str) -> str:
    """A number as a phone dials it: Swedish ones get +46, short codes stay. No direction marks."""
    digits = re.sub(r"[^0-9+]", "", number)
    return f"+46{digits[1:]}" if digits.startswith("0") else digits


class _Writer:
    """Says messages in one language and notices whether any of them is unchecked."""

    def __init__(self, catalogue: Catalogue, locale: str, safety: bool) -> None:
        self._catalogue = catalogue
        self._locale = locale
        self._safety = safety
        self._unchecked = False

    def blocks(self, part: Part) -> Iterator[Block]:
        match part:
            case Text():
                yield from self._bubbles(part)
            case Sentence():
                yield self._sentence(part)
            case Call():
                yield self._call(part)
            case Link():
                yield self._link(part)
            case Place():
                yield self._place(part)
            case Attached(file=file, turn=turn):
                yield AttachedView(file, turn, self.say(Message(_ATTACHED[file])))

    def unreviewed(self) -> Run | None:
        return self._catalogue.text(Message("engine-unreviewed"), self._locale) if self._unchecked else None

    def say(self, message: Message, locale: str | None = None) -> Run:
        run = self._catalogue.text(message, locale or self._locale)
        self._unchecked |= message.id not in BY_A_PERSON and not self._catalogue.reviewed(message.id, run.locale)
        return run

    def _bubbles(self, part: Text) -> Iterator[Bubble]:
        written = part.message.id == FROM_A_PERSON
        for run in self._runs(part):
            for paragraph in _EMPTY_LINE.split(bidi.strip(run.text) if written else run.text):
                words = _as_written(paragraph) if written else re.sub(r"\s*\n\s*", " ", paragraph).strip()
                if words:
                    yield Bubble(Run(words, run.locale), part.role)

    def _runs(self, part: Text) -> Iterator[Run]:
        """A safety text that may not be shown unchecked in her language stands in English and Swedish."""
        if self._safety and not self._catalogue.usable(part.message.id, part.locale or self._locale):
            both = (self._catalogue.in_own_words(part.message, tag) for tag in ("en", SOURCE))
            found = [run for run in both if run]
            self._unchecked = True
            yield from found or [self.say(part.message)]
        else:
            yield self.say(part.message, part.locale)

    def _sentence(self, part: Sentence) -> SentenceView:
        swedish = self._catalogue.text(part.swedish, SOURCE)
        meaning = None if self._locale == SOURCE else self.say(part.swedish)
        heard = self._catalogue.in_own_words(part.heard, self._locale) if part.heard else None
        return SentenceView(swedish.text, heard, meaning if meaning and meaning.locale != SOURCE else None)

    def _call(self, part: Call) -> CallView:
        hours = None if part.hours.state == "unknown" else self._hours(part.hours)
        return CallView(self.say(part.name), part.phone, tel(part.phone), hours)

    def _link(self, part: Link) -> LinkView:
        language = None
        if part.language and part.language != self._locale:
            name = Value("name", f"language-{part.language.lower()}")
            language = self.say(Message("engine-page-language", values=(("language", name),)))
        return LinkView(self.say(part.name), part.address, language)

    def _hours(self, hours: Hours) -> Run:
        if hours.state == "closed" and hours.opens:
            day, time = hours.opens
            return self.say(Message("engine-closed-until", values=(("day", day), ("time", time))))
        return self.say(Message(f"engine-hours-{hours.state}"))

    def _place(self, part: Place) -> PlaceView:
        address = Run(part.address, SOURCE) if part.address else self.say(Message("engine-address-unknown"))
        lines = [self.say(part.place_kind), address, self.say(part.municipality)]
        if part.distance_km is not None:
            distance = Value("count", str(part.distance_km))
            lines.append(self.say(Message("engine-distance", values=(("number", distance),))))
        asks = part.hours.state == "unknown" and part.phone is None
        lines.append(self.say(part.ask) if asks else self._hours(part.hours))
        if not part.certain:
            lines.append(self.say(Message("engine-place-doubt")))
        return PlaceView(part.name, tuple(lines), self._place_call(part), self._map(part), self._web(part))

    def _place_call(self, part: Place) -> CallView | None:
        if part.phone is None:
            return None
        return CallView(self.say(Message("engine-place-phone")), part.phone, tel(part.phone), None)

    def _web(self, part: Place) -> LinkView | None:
        if part.web is None:
            return None
        address = part.web if "://" in part.web else f"https://{part.web}"
        return LinkView(self.say(Message("engine-place-web")), address, None)

    def _map(self, part: Place) -> LinkView | None:
        if part.address is None:
            return None
        town = self._catalogue.text(part.municipality, SOURCE).text
        return LinkView(self.say(Message("engine-map")), MAP + quote(f"{part.address}, {town}"), None)
