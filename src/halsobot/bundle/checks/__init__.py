"""What is wrong across all content, one file for each thing that is looked at."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from pathlib import PurePosixPath

from halsobot.bundle.checks import conditions, flows, hearing, lengths, things, values, words
from halsobot.bundle.checks.scope import Scope
from halsobot.bundle.checks.wanted import wanted
from halsobot.bundle.checks.wishes import Wish, unknown_names
from halsobot.bundle.draft import Draft, Files
from halsobot.bundle.wording import is_error
from halsobot.flow.finding import Finding
from halsobot.flow.nodes import Mark

#: Mistakes in a flow that leave its ways as they are, so that it can still be walked through.
_ASIDE = frozenset(
    [
        "owner-unknown",
        "picture-unknown",
        "fact-unknown",
        "fact-kind",
        "place-kind-unknown",
        "date-bad",
        "head-missing",
        "text-here",
    ]
)


def findings_of(draft: Draft, files: Files, today: date | None) -> list[Finding]:
    """Everything that is wrong. Without ``today``, what depends on the date is left out.

    Names come first. A flow in which one is wrong is not walked through, nor are its texts called
    unused: what is found there would mostly follow from that one mistake.
    """
    whole = Scope(draft)
    told, wishes = _apart([*conditions.conditions(whole), *things.names_used(draft), *flows.targets(draft)])
    told += [*draft.findings, *things.files_read(files), *flows.needed_flows(draft)]
    scope = Scope(draft, _unsound(told, wishes, whole))
    asked, more = _apart(values.given(scope))
    wishes += more
    told += [*asked, *unknown_names(wishes, scope.named)]
    vain = frozenset(wish.name for wish in wishes if scope.named[wish.sort].lacks(wish.name))
    return [
        *told,
        *_walked(scope),
        *_texts(scope, vain),
        *things.municipalities(draft),
        *things.guides(draft),
        *hearing.unheard(draft),
        *things.pictures(scope),
        *(things.passed(draft, today) if today else ()),
    ]


def _apart(said: Iterable[Finding | Wish]) -> tuple[list[Finding], list[Wish]]:
    told: list[Finding] = []
    wishes: list[Wish] = []
    for each in said:
        if isinstance(each, Finding):
            told.append(each)
        else:
            wishes.append(each)
    return told, wishes


def _unsound(told: Iterable[Finding], wishes: Iterable[Wish], scope: Scope) -> frozenset[str]:
    """The flows in whose files a mistake was found that changes where they lead."""
    places = [(each.code, each.at) for each in told if is_error(each)]
    places += [(wish.code, wish.at) for wish in wishes if scope.named[wish.sort].lacks(wish.name)]
    return frozenset(_flow(at) for code, at in places if code not in _ASIDE and at.file.startswith("flows/"))


def _flow(at: Mark) -> str:
    return PurePosixPath(at.file).stem


def _walked(scope: Scope) -> Iterable[Finding]:
    yield from flows.full_names(scope)
    yield from flows.ways(scope)
    yield from flows.hops(scope)
    yield from flows.buttons(scope)
    yield from values.unguarded(scope)
    yield from values.early(scope)


def _texts(scope: Scope, vain: frozenset[str]) -> Iterable[Finding]:
    """``vain`` are names that something asks for and that do not exist: the names of such facts are not unused."""
    wants = wanted(scope)
    yield from words.missing(wants, scope)
    yield from words.doubled(scope)
    yield from words.unused(wants, vain, scope)
    yield from values.lost(scope)
    yield from lengths.lengths(wants, scope)
    yield from lengths.bubbles(scope)
