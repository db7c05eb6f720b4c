"""Texts that are missing, empty, doubled or used by nothing."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping

from halsobot.bundle.checks.scope import Scope
from halsobot.bundle.checks.wanted import ENGINE_FILES, Want
from halsobot.bundle.texts import Text
from halsobot.flow.finding import Finding, found, nearest
from halsobot.flow.nodes import Mark
from halsobot.model.message import COUNTED
from halsobot.text.locales import GLOBE, LOCALES, SOURCE

#: Names that only the program uses; it is known here which ones it asks for.
_TABLES: Mapping[str, frozenset[str]] = {
    "unit": frozenset(COUNTED),
    "language": frozenset(
        {tag.lower() for tag in LOCALES} | set(GLOBE) | {each.tag.lower() for each in GLOBE.values()}
    ),
}
JUST_BEGUN = 3  # files that a language lacks whole; then it is told once, and not file by file
_FOREIGN = ("phrase-",)  # written for other screens than a flow's


def missing(wants: Iterable[Want], scope: Scope) -> Iterator[Finding]:
    """Needed texts that are not there: an error in Swedish, a warning in other languages."""
    needed = [want for want in wants if want.needed]
    if SOURCE not in scope.draft.texts:
        yield found("no-swedish", Mark(f"locales/{SOURCE}", 1, 1))
        return
    lost = {want.name for want in needed if _lacks(want, SOURCE, scope)}
    yield from _without_swedish([want for want in needed if want.name in lost], scope)
    for locale in scope.translations():
        yield from _untranslated([want for want in needed if want.name not in lost], locale, scope)


def _lacks(want: Want, locale: str, scope: Scope) -> bool:
    """Whether a text is not written, or has no words. What stands in a refused file is not known."""
    if scope.is_refused(locale, want.file):
        return False
    text = scope.text(locale, want.id)
    if text is None:
        return True
    pattern = text.attributes.get(want.attribute) if want.attribute else text.value
    return pattern is None or pattern.is_empty


def _without_swedish(wants: list[Want], scope: Scope) -> Iterator[Finding]:
    """Each missing text; or the file, once, where the whole file is missing."""
    lost = {want.id for want in wants if want.attribute is None}
    for file, group in _by_file(wants).items():
        if scope.text_file(SOURCE, file) is None and len(group) > 1:
            yield found("texts-missing", group[0].at, file=file, count=str(len(group)))
            continue
        for want in group:
            if want.attribute is None or want.id not in lost:
                yield _missing_in_swedish(want)


def _by_file(wants: Iterable[Want]) -> Mapping[str, list[Want]]:
    by_file: dict[str, list[Want]] = defaultdict(list)
    for want in wants:
        by_file[want.file].append(want)
    return by_file


def _missing_in_swedish(want: Want) -> Finding:
    if want.attribute:
        return found("label-missing", want.at, name=want.attribute, message=want.id, file=want.file)
    return found("text-missing", want.at, name=want.id, file=want.file)


def _untranslated(needed: list[Want], locale: str, scope: Scope) -> Iterator[Finding]:
    lacking = _by_file(want for want in needed if _lacks(want, locale, scope))
    gone = [file for file, wants in lacking.items() if scope.text_file(locale, file) is None and len(wants) > 1]
    if len(gone) >= JUST_BEGUN:
        count = str(sum(len(lacking[file]) for file in gone))
        yield found("locale-begun", Mark(f"locales/{locale}", 1, 1), locale=locale, count=count, known=", ".join(gone))
    for file, wants in lacking.items():
        if file not in gone:
            yield from _untranslated_texts(wants, file, locale)
        elif len(gone) < JUST_BEGUN:
            yield found("texts-untranslated", wants[0].at, file=file, locale=locale, count=str(len(wants)))


def _untranslated_texts(wants: list[Want], file: str, locale: str) -> Iterator[Finding]:
    whole = {want.id for want in wants if want.attribute is None}
    for want in wants:
        if want.attribute is None or want.id not in whole:
            yield found("text-untranslated", want.at, name=want.name, file=file, locale=locale)


def doubled(scope: Scope) -> Iterator[Finding]:
    """One message in two files of a language."""
    for files in scope.draft.texts.values():
        first: dict[str, Mark] = {}
        for file in files.values():
            for text in file.texts.values():
                before = first.setdefault(text.id, text.at)
                if before != text.at:
                    yield found("text-elsewhere", text.at, name=text.id, file=before.file, line=str(before.line))


def unused(wants: Iterable[Want], vain: frozenset[str], scope: Scope) -> Iterator[Finding]:
    """Texts that nothing shows. In other languages only if the Swedish is not unused too."""
    known: dict[str, set[str]] = defaultdict(set)
    for want in wants:
        known[want.id] |= {want.attribute or ""}
    swedish = scope.texts.get(SOURCE, {})
    for locale, texts in scope.texts.items():
        for text in texts.values():
            twin = swedish.get(text.id) if locale != SOURCE else None
            if _is_spoken_for(text, scope) or (text.id.startswith("fact-") and text.id[5:] in vain):
                continue
            if text.id not in known:
                if twin is None and _only_swedish_lacks(text.id, scope):
                    yield _missing_in_swedish(_of_engine(text.id))
                elif twin is None:
                    yield found("text-unused", text.at, name=text.id, near=nearest(text.id, known))
            else:
                yield from _unused_attributes(text, known[text.id], twin)


def _only_swedish_lacks(id: str, scope: Scope) -> bool:
    """Whether the engine probably asks for this text: more than one translation has it."""
    return id.startswith(("engine-", "web-")) and sum(id in texts for texts in scope.texts.values()) > 1


def _of_engine(id: str) -> Want:
    file = f"{id.partition('-')[0]}.ftl"
    return Want(id, Mark(f"locales/{SOURCE}/{file}", 1, 1), file)


def _unused_attributes(text: Text, known: set[str], twin: Text | None) -> Iterator[Finding]:
    for name, at in text.places.items():
        if name not in known and not (twin and name in twin.attributes):
            yield found("attribute-unused", at, name=name)


def _is_spoken_for(text: Text, scope: Scope) -> bool:
    """Whether it cannot be said that nothing uses this text."""
    sort, _, name = text.id.partition("-")
    flow = scope.flow_of(text.id)
    if flow in scope.unsound or text.id.startswith(_FOREIGN):
        return True
    if name in _TABLES.get(sort, ()):
        return True
    if sort in ("status", "region", "municipality", "kind", "fact") and not scope.named[sort].complete:
        return True
    return f"{sort}.ftl" in ENGINE_FILES and scope.is_refused(SOURCE, f"{sort}.ftl")
