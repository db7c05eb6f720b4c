"""The engine's own screens: languages, a person, and "did this help?"."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache

from halsobot.bundle.content import Bundle
from halsobot.engine import call, person
from halsobot.engine.body import Body, place_part, places_of
from halsobot.engine.world import UNKNOWN, World
from halsobot.model.message import Message, Value
from halsobot.model.screen import Part, Sentence, Text
from halsobot.text.locales import GLOBE, LOCALES, GlobeLanguage

GLOBE_PREFIX = "globe-"


def body(world: World, proposed: tuple[str, ...]) -> Body:
    """Parts and choices of one of the engine's screens; the menu of languages for one that is unknown.

    ``proposed`` languages stand first where one is chosen.
    """
    node = world.standing.node
    if node == "person":
        return _person(world)
    if node == "helped":
        return _helped()
    if node == "privacy":
        return _privacy(world)
    if node == "case":
        return person.case_body(world)
    if node == person.CALL:
        return call.body(world)
    if node == "closed":
        return person.CLOSED
    if node == "found":
        return _found(world)
    known = globe(world.bundle)
    if node == "globe":
        return _globe(known)
    language = known.get(node.removeprefix(GLOBE_PREFIX)) if node.startswith(GLOBE_PREFIX) else None
    return _globe_language(world, language) if language else _languages(world, proposed)


def _calls(world: World, *facts: str) -> tuple[Part, ...]:
    return tuple(call for call in map(world.call, facts) if call)


def _languages(world: World, proposed: tuple[str, ...]) -> Body:
    """112 above the languages, each named in itself: readable before any language is known.

    What she wrote may say which language is hers: that one stands first, and asks in it.
    """
    offered = world.bundle.catalogue.offered
    first = [tag for tag in proposed if tag in offered]
    asked = tuple(Text(Message("engine-choose-language"), locale=tag) for tag in first)
    choices = ((tag, own_name(LOCALES[tag].own)) for tag in (*first, *(tag for tag in offered if tag not in first)))
    parts = (*_calls(world, "phone-112"), *(asked or (Text(Message("engine-choose-language")),)))
    return Body(parts, (*choices, ("globe", Message("engine-globe"))))


def own_name(own: str) -> Message:
    """A language's name in itself, the same in all languages."""
    return Message("engine-own-name", values=(("name", Value("words", own)),))


@lru_cache(maxsize=8)
def _not_offered(offered: tuple[str, ...]) -> Mapping[str, GlobeLanguage]:
    lacking = (LOCALES[tag] for tag in LOCALES if tag not in offered)
    ours = {
        each.tag.lower(): GlobeLanguage(each.tag.lower(), each.tag, each.own, each.swedish, each.direction)
        for each in lacking
    }
    return {**ours, **GLOBE}


def globe(bundle: Bundle) -> Mapping[str, GlobeLanguage]:
    """The languages in which she only gets the way to an interpreter: also those of ours that have no texts yet."""
    return _not_offered(bundle.catalogue.offered)


def _globe(known: Mapping[str, GlobeLanguage]) -> Body:
    choices = ((name, own_name(language.own)) for name, language in known.items())
    return Body((Text(Message("engine-choose-language")),), tuple(choices))


def _found(world: World) -> Body:
    """What her words may be about; and a person, if it is none of them."""
    flows = [world.bundle.flows.get(name) for name in (world.standing.topic or "").split()]
    choices = tuple((flow.name, world.message(flow.name)) for flow in flows if flow and world.shown(flow))
    return Body((Text(Message("engine-found")),), (*choices, ("person", Message("engine-ask-person"))))


def _globe_language(world: World, language: GlobeLanguage) -> Body:
    """One template for all languages we lack: the sentence that gets her an interpreter, 112 and 1177."""
    said = world.message("engine-globe-show", "sentence", language=Value("words", language.swedish))
    parts = (Text(world.message("engine-globe-show")), Sentence(said, None), *_calls(world, "phone-112", "phone-1177"))
    return Body(parts)


def _person(world: World) -> Body:
    """Who answers and by when; where nobody can, it says so before she writes: phone, ready sentence, places."""
    return person.before_body(world) or _nobody(world)


def _nobody(world: World) -> Body:
    said = Sentence(world.message("engine-nobody", "sentence"), world.message("engine-nobody", "sentence-heard"))
    near = (place_part(world, place) for place in places_of(world, "meeting-place")[:2])
    return Body((Text(world.message("engine-nobody")), said, *_calls(world, "phone-1177", "phone-112"), *near))


def _privacy(world: World) -> Body:
    """What is known of her, in plain words: each kind of thing, but none of her own words."""
    standing, session = world.standing, world.session
    known = [Text(world.message("engine-privacy-language"))] if session.locale else []
    if standing.answer("municipality"):
        known.append(Text(world.message("engine-privacy-place")))
    status = standing.answer("status")
    if status and status != UNKNOWN:
        said = Value("name", f"status-{status}")
        known.append(Text(world.message("engine-privacy-status", status=said)))
    more = sum("." in name for name, _ in standing.answers)
    if more:
        known.append(Text(world.message("engine-privacy-more", number=Value("count", str(more)))))
    if session.position is not None:
        known.append(Text(world.message("engine-privacy-position")))
    case = person.open_case(session.case)
    if case and case.call:
        known.append(Text(world.message("engine-privacy-call")))
    parts = (Text(world.message("engine-privacy-says")), *known, Text(world.message("engine-privacy-kept")))
    return Body(parts, (("forget", Message("engine-forget")),))


def _helped() -> Body:
    choices = tuple((answer, Message("engine-helped", answer)) for answer in ("yes", "no"))
    return Body((Text(Message("engine-helped")),), choices)
