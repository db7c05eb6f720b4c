"""Views become HTML. Templates know nothing of the engine; every text is escaped."""

from __future__ import annotations

import secrets
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache

from jinja2 import Environment, PackageLoader, StrictUndefined

from halsobot.bundle.content import Bundle
from halsobot.channels.web.assets import Assets
from halsobot.channels.web.form import Poster
from halsobot.channels.web.key import PICTURES, Key
from halsobot.engine.world import value_of
from halsobot.model.message import Message
from halsobot.model.outbox import OutMessage
from halsobot.model.view import Block, ButtonView, CallView, Run, View
from halsobot.text.locales import GLOBE, LOCALES, SOURCE, direction

EMERGENCY_NUMBER = "112"
NO_POSTER = Poster()
NO_PICTURES: Mapping[int, str] = {}


@dataclass(frozen=True, slots=True)
class Ticket:
    """What each form of a page carries: whose it is, and up to where she has read.

    ``opens`` stands on the first page only, with what its poster asked for. ``gives``: a person can answer her, so that
    she may send her voice or a picture.
    """

    secret: str = field(repr=False)
    seen: int
    opens: bool = False
    gives: bool = False
    poster: Poster = NO_POSTER


@dataclass(frozen=True, slots=True)
class Note:
    """One line above the text field, and the words to keep in it.

    ``refused``: what she sent was not taken. ``mine``: what she sent, which nobody answers at once; it is said above
    everything else. ``given`` is the message that names it where it was no words.
    """

    message: str
    kept: str = field(default="", repr=False)
    refused: bool = False
    mine: str = field(default="", repr=False)
    given: str | None = None


@dataclass(frozen=True, slots=True)
class Ui:
    """What templates may ask for, in the language of the page. ``pictures`` are guides' pictures, by their turn."""

    bundle: Bundle
    assets: Assets
    locale: str
    exit_url: str
    pictures: Mapping[int, str] = field(default_factory=dict)

    def word(self, id: str) -> Run:
        return self.bundle.catalogue.text(Message(id), self.locale)

    def url(self, name: str) -> str:
        return self.assets.url(name)

    @property
    def danger(self) -> Run:
        """The line with 112, for where no screen of the engine's says it."""
        id, known = "engine-danger", self.bundle
        names = sorted({name.removesuffix("-number") for name in known.catalogue.variables(id)})
        facts = (known.fact(name, known.home) for name in names)
        values = tuple((fact.name, value_of(fact)) for fact in facts if fact)
        return known.catalogue.text(Message(id, values=values), self.locale)

    def blocks(self, view: View) -> tuple[Block, ...]:
        """What stands on a screen, in order; in an emergency the red number comes right after the first words."""
        urgent = [block for block in view.blocks if isinstance(block, CallView) and block.tel == EMERGENCY_NUMBER]
        if not view.screen.startswith("emergency-") or not urgent:
            return view.blocks
        others = [block for block in view.blocks if block not in urgent]
        return (*others[:1], *urgent, *others[1:])

    def pictogram(self, view: View, choice: ButtonView) -> str | None:
        name = f"{view.screen}.{choice.name}"
        return name if name in self.bundle.pictures else None

    def tongue(self, view: View, choice: ButtonView) -> str:
        """The language of a label: in the language choice each stands in its own."""
        if view.screen in ("engine-language", "engine-globe"):
            if choice.name in LOCALES:
                return choice.name
            if choice.name in GLOBE:
                return GLOBE[choice.name].tag
        return choice.label.locale


class Html:
    """Writes the pages for one version of the content; ``pictures`` are those of guides that stand in them."""

    def __init__(
        self, bundle: Bundle, assets: Assets, exit_url: str, pictures: Mapping[int, str] = NO_PICTURES
    ) -> None:
        self._bundle = bundle
        self._assets = assets
        self._exit_url = exit_url
        self._pictures = pictures

    def showing(self, pictures: Mapping[int, str]) -> Html:
        """The same with these pictures, by the turn they came with."""
        return Html(self._bundle, self._assets, self._exit_url, pictures)

    def chat(self, messages: Sequence[OutMessage], ticket: Ticket, note: Note | None = None) -> str:
        """The page, newest message first: that is what she sees on a small phone without scripts."""
        newest, earlier = messages[-1], messages[:-1]
        return self._render("chat.html", newest.view.locale, newest=newest, earlier=earlier, ticket=ticket, note=note)

    def fragment(self, message: OutMessage, ticket: Ticket) -> str:
        """One message with the frame that belongs to it, for the script."""
        return self._render("fragment.html", message.view.locale, newest=message, ticket=ticket, note=None)

    def key(self, key: Key | None, ticket: Ticket, locale: str, note: str) -> str:
        """A page that shows the key, or says why there is none."""
        return self._render("key.html", locale, key=key, ticket=ticket, note=note)

    def key_fragment(self, key: Key, ticket: Ticket, locale: str) -> str:
        return self._render("key_fragment.html", locale, key=key, ticket=ticket)

    def return_form(self, locale: str, wrong: bool) -> str:
        """Where one who has a key comes back."""
        return self._render("return.html", locale, pictures=PICTURES, wrong=wrong)

    def file(self, source: str | None, sounds: bool, ticket: Ticket, locale: str) -> str:
        """A page that plays a recording or shows a picture, for browsers without scripts; None: it is gone."""
        return self._render("file.html", locale, source=source, sounds=sounds, ticket=ticket)

    def notice(self, id: str, locale: str) -> str:
        """A page that says one thing and leads to the beginning."""
        return self._render("notice.html", locale, id=id)

    def notice_fragment(self, id: str, locale: str) -> str:
        return self._render("notice_fragment.html", locale, id=id)

    def leaving(self, locale: str) -> str:
        """An empty page that goes on to the exit at once."""
        return self._render("leaving.html", locale)

    def word(self, id: str, locale: str) -> str:
        return self._ui(locale).word(id).text

    def _ui(self, locale: str) -> Ui:
        return Ui(self._bundle, self._assets, locale if locale in LOCALES else SOURCE, self._exit_url, self._pictures)

    def _render(self, template: str, locale: str, **values: object) -> str:
        return _environment().get_template(template).render(ui=self._ui(locale), **values)


@cache
def _environment() -> Environment:
    environment = Environment(
        loader=PackageLoader("halsobot.channels.web"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.globals.update(direction=direction, emergency_number=EMERGENCY_NUMBER, one_time=_one_time)
    environment.tests["web_address"] = lambda address: address.startswith(("https://", "http://"))
    return environment


def _one_time() -> str:
    """The id of one form: sent again, it is known."""
    return secrets.token_urlsafe(12)
