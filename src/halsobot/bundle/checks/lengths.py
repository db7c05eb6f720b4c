"""What must fit: labels on buttons, captions under pictures, texts in one message, bubbles on a screen."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from halsobot.bundle.checks.scope import Scope
from halsobot.bundle.checks.values import fact_of
from halsobot.bundle.checks.wanted import Want
from halsobot.bundle.texts import Pattern, Variable
from halsobot.flow import graph
from halsobot.flow.finding import Finding, found
from halsobot.flow.nodes import Flow, Mark, Node, ScreenNode
from halsobot.model.screen import ENGINE_BUTTONS
from halsobot.text.locales import SOURCE

MAX_LABEL = 40  # characters on a button of a small phone
MAX_CAPTION = 1024  # characters under a picture on Telegram
MAX_TEXT = 4096  # characters of a Telegram message
MAX_BUBBLES = 3  # more is not read
_SOME_WORDS = 20  # characters of an answer in words, or of whatever is not known here
_UNIT = 10  # characters of the longest unit, with its space


def lengths(wants: Iterable[Want], scope: Scope) -> Iterator[Finding]:
    """Labels, captions and texts that are too long in some language."""
    labels = {(want.id, want.attribute) for want in wants if want.label}
    labels |= {(f"engine-{name}", None) for name in ENGINE_BUTTONS}
    captions = set(_with_pictures(scope))
    for locale, texts in scope.texts.items():
        for id, attribute in sorted(labels, key=str):
            text = texts.get(id)
            pattern = (text.attributes.get(attribute) if attribute else text.value) if text else None
            yield from _too_long("label-long", pattern, MAX_LABEL, locale, scope)
        for text in texts.values():
            code, most = ("caption-long", MAX_CAPTION) if text.id in captions else ("text-long", MAX_TEXT)
            yield from _too_long(code, text.value, most, locale, scope)


def _too_long(code: str, pattern: Pattern | None, most: int, locale: str, scope: Scope) -> Iterator[Finding]:
    size = length(pattern, locale, scope) if pattern else 0
    if pattern and size > most:
        yield found(code, pattern.at, length=str(size), most=str(most))


def length(pattern: Pattern, locale: str, scope: Scope) -> int:
    """Characters of a text with the longest values that it can get."""
    return sum(
        _value_length(piece, locale, scope) if isinstance(piece, Variable) else len(piece) for piece in pattern.pieces
    )


def _value_length(variable: Variable, locale: str, scope: Scope) -> int:
    versions = scope.draft.versions(fact_of(variable.name))
    if versions:
        longest = max(len(fact.value) for fact in versions)
        return longest if variable.name.startswith(("phone-", "word-", "web-", "time-")) else longest + _UNIT
    names = [
        sum(len(piece) for piece in text.value.pieces if isinstance(piece, str))
        for id, text in scope.texts[locale].items()
        if text.value and id.startswith(f"{variable.name}-")
    ]
    return max(names, default=_SOME_WORDS) if variable.name in ("region", "municipality", "language") else _SOME_WORDS


def _with_pictures(scope: Scope) -> Iterator[str]:
    for flow in scope.draft.read_flows.values():
        for node in flow.nodes:
            if picture_of(flow, node, scope):
                yield f"{flow.name}-{node.name}"


def picture_of(flow: Flow, node: Node, scope: Scope) -> str | None:
    """The picture a screen shows: the one it names, its own, or the flow's."""
    if not graph.shows(node):
        return None
    named = node.picture if isinstance(node, ScreenNode) else None
    candidates = (named, f"{flow.name}-{node.name}", flow.name)
    return next((name for name in candidates if name and name in scope.draft.pictures), None)


def bubbles(scope: Scope) -> Iterator[Finding]:
    """Texts of too many paragraphs, or of other paragraphs than the Swedish has."""
    for text in scope.texts.get(SOURCE, {}).values():
        if text.value and text.value.bubbles > MAX_BUBBLES:
            yield found("bubbles-many", text.at, name=text.id, count=str(text.value.bubbles))
    for text in scope.texts.get(SOURCE, {}).values():
        if text.value:
            yield from _translated_bubbles(text.id, text.at, text.value.bubbles, scope)


def _translated_bubbles(id: str, at: Mark, swedish: int, scope: Scope) -> Iterator[Finding]:
    """Translations that differ; the Swedish itself, where several all agree against it."""
    texts = [text for locale in scope.translations() if (text := scope.text(locale, id)) and text.value]
    counts = {text.value.bubbles for text in texts if text.value}
    if len(texts) > 1 and len(counts) == 1 and swedish not in counts:
        yield found("bubbles-alone", at, name=id, count=str(*counts), swedish=str(swedish))
        return
    for text in texts:
        if text.value and text.value.bubbles != swedish:
            yield found("bubbles-differ", text.at, name=id, count=str(text.value.bubbles), swedish=str(swedish))
