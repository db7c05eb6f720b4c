"""The engine's own screens: languages, a person, and "did this help?"."""

from __future__ import annotations

from halsobot.engine.body import Body, place_part, places_of
from halsobot.engine.world import UNKNOWN, World
from halsobot.model.message import Message, Value
from halsobot.model.screen import Part, Sentence, Text
from halsobot.text.locales import GLOBE, LOCALES, GlobeLanguage

GLOBE_PREFIX = "globe-"


def body(world: World) -> Body:
    """Parts and choices of one of the engine's screens; the menu of languages for one that is unknown."""
    node = world.standing.node
    if node == "person":
        return _person(world)
    if node == "helped":
        return _helped()
    if node == "privacy":
        return _privacy(world)
    if node == "globe":
        return _globe()
    language = GLOBE.get(node.removeprefix(GLOBE_PREFIX)) if node.startswith(GLOBE_PREFIX) else None
    return _globe_language(world, language) if language else _languages(world)


def _calls(world: World, *facts: str) -> tuple[Part, ...]:
    return tuple(call for call in map(world.call, facts) if call)


def _languages(world: World) -> Body:
    """112 above the languages, each named in itself: readable before any language is known."""
    choices = tuple((tag, Message("engine-own-name", values=_own_name(tag))) for tag in world.bundle.catalogue.offered)
    parts = (*_calls(world, "phone-112"), Text(Message("engine-choose-language")))
    return Body(parts, (*choices, ("globe", Message("engine-globe"))))


def _own_name(tag: str) -> tuple[tuple[str, Value], ...]:
    return (("name", Value("words", LOCALES[tag].own)),)


def _globe() -> Body:
    choices = (
        (name, Message("engine-own-name", values=(("name", Value("words", known.own)),)))
        for name, known in GLOBE.items()
    )
    return Body((Text(Message("engine-choose-language")),), tuple(choices))


def _globe_language(world: World, language: GlobeLanguage) -> Body:
    """One template for all languages we lack: the sentence that gets her an interpreter, 112 and 1177."""
    said = world.message("engine-globe-show", "sentence", language=Value("words", language.swedish))
    parts = (Text(world.message("engine-globe-show")), Sentence(said, None), *_calls(world, "phone-112", "phone-1177"))
    return Body(parts)


def _person(world: World) -> Body:
    """Nobody answers in the bot yet, and it says so before she writes: phone, ready sentence, places."""
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
    parts = (Text(world.message("engine-privacy-says")), *known, Text(world.message("engine-privacy-kept")))
    return Body(parts, (("forget", Message("engine-forget")),))


def _helped() -> Body:
    choices = tuple((answer, Message("engine-helped", answer)) for answer in ("yes", "no"))
    return Body((Text(Message("engine-helped")),), choices)
