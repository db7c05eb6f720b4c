"""Files, facts, places and pictures: what does not fit together, and what has passed its date."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from datetime import date
from pathlib import PurePosixPath

from halsobot.bundle.checks.scope import Scope
from halsobot.bundle.checks.wishes import Wish
from halsobot.bundle.draft import Draft, Files
from halsobot.bundle.facts import kind_of
from halsobot.flow.finding import Finding, found, nearest
from halsobot.flow.nodes import Mark
from halsobot.text.locales import LOCALES

_READ = re.compile(
    r"flows/[^/]+\.yaml|locales/[^/]+/([^/]+\.ftl|review\.log)|content/facts/[^/]+\.yaml"
    r"|content/regions/[^/]+/(region|facts|places|meetings|statuses|guides)\.yaml|content/(statuses|owners|home|renamed)\.yaml"
    r"|content/words/(redflags|support|globe)\.yaml|content/phrases/[^/]+\.yaml"
    r"|content/words/[^/]+/(redflags|keywords|answers|common)\.yaml|content/pictures/[^/]+\.svg"
)
_OURS = (".yaml", ".yml", ".ftl", ".svg")
#: Which sort of name a key asks for, and the code for a name that does not exist.
_SORTS = {
    "owner": ("owner", "owner-unknown"),
    "source": ("source", "source-unknown"),
    "kind": ("kind", "place-kind-unknown"),
    "municipality": ("municipality", "municipality-unknown"),
    "language": ("language", "language-unknown"),
    "languages": ("language", "language-unknown"),
    "flow": ("flow", "flow-unknown"),
    "region": ("region", "region-unknown"),
    "category": ("category", "category-unknown"),
    "picture": ("picture", "picture-unknown"),
    "phrase": ("phrase", "phrase-unknown"),
    "call": ("fact", "fact-unknown"),
    "link": ("fact", "fact-unknown"),
}
_FACTS_OF = {"call": "phone", "link": "web"}


def files_read(files: Files) -> Iterator[Finding]:
    """Files that look like content but that nobody reads, and folders of languages there are not."""
    for path in files:
        at, parts = Mark(path, 1, 1), PurePosixPath(path).parts
        folder = {"locales": 1, "content": 2}.get(parts[0])
        is_locale = parts[0] == "locales" or parts[:2] == ("content", "words")
        if is_locale and folder and len(parts) > folder + 1 and parts[folder] not in LOCALES:
            known = ", ".join(LOCALES)
            yield found("locale-unknown", at, name=parts[folder], near=nearest(parts[folder], LOCALES), known=known)
        elif path.endswith(_OURS) and not _READ.fullmatch(path):
            yield found("file-unread", at, name=parts[-1])


def names_used(draft: Draft) -> Iterator[Finding | Wish]:
    """Every name that flows and tables use for something else."""
    for use in draft.uses:
        prefix = _FACTS_OF.get(use.key)
        if prefix and kind_of(use.name) != prefix:
            yield found("fact-kind", use.at, name=use.name, key=use.key, prefix=f"{prefix}-")
        elif use.key in _SORTS:
            sort, code = _SORTS[use.key]
            yield Wish(sort, use.name, use.at, code)
    for word in draft.red_flag_nodes.values():
        yield Wish("node", word.text, word.at, "red-flag-node")


def municipalities(draft: Draft) -> Iterator[Finding]:
    """A municipality in two regions: nobody could tell in which one she lives."""
    yield from _in_two("municipality-twice", {each.name: each.municipalities for each in draft.regions.values()})


def guides(draft: Draft) -> Iterator[Finding]:
    """A guide's name in two regions: who logs in by it would see the cases of the wrong one."""
    yield from _in_two("guide-twice", {each.name: each.guide_marks for each in draft.regions.values()})


def _in_two(code: str, regions: Mapping[str, Mapping[str, Mark]]) -> Iterator[Finding]:
    first: dict[str, str] = {}
    for region, names in regions.items():
        for name, at in names.items():
            other = first.setdefault(name, region)
            if other != region:
                yield found(code, at, name=name, region=other)


def pictures(scope: Scope) -> Iterator[Finding]:
    """Pictures that no screen shows."""
    if scope.unsound:
        return
    named = {use.name for use in scope.draft.uses if use.key == "picture"}
    choices = {
        f"{full}.{choice.name}"
        for full, (_, node) in scope.full_names.items()
        for choice in getattr(node, "choices", ())
    }
    used = named | choices | set(scope.full_names) | set(scope.draft.flows)
    vain = named - set(scope.draft.pictures)
    for name, at in scope.draft.pictures.items():
        if name not in used and not nearest(name, vain):
            yield found("picture-unused", at, name=f"{name}.svg", near=nearest(name, used))


def passed(draft: Draft, today: date) -> Iterator[Finding]:
    """Flows, facts and places past their date."""
    for use in draft.uses:
        if use.key == "review-by" and date.fromisoformat(use.name) < today:
            yield found("review-passed", use.at, name=use.name)
    for facts in (draft.facts, *(region.facts for region in draft.regions.values())):
        for fact in facts.values():
            if fact.valid_until and fact.valid_until < today:
                yield found("fact-passed", fact.at, name=fact.name, date=fact.valid_until.isoformat())
    for region in draft.regions.values():
        for place in region.places:
            if place.closed and place.closed <= today:
                yield found("place-closed", region.place_marks[place.id], name=place.id, date=place.closed.isoformat())
