"""Names that are used but do not exist, told where the mistake most probably is."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from difflib import get_close_matches

from halsobot.bundle.draft import Named
from halsobot.flow.finding import Finding, found, nearest
from halsobot.flow.nodes import Mark

#: Names that stand in no table, so that no letter of them can be wrong there.
_FROM_FILES = frozenset(("flow", "picture", "node", "region", "language"))
_ONE_FILE = "node "  # names of nodes are used in their own file only: one message is enough to find either end
MOST_TOLD = 3  # more places that lack the same name are one mistake, and told at the first
MOST_LISTED = 12  # a longer list of what there is would not be read


@dataclass(frozen=True, slots=True)
class Wish:
    """``name`` is used at ``at`` and should be one of ``sort``; ``code`` says so if it is not."""

    sort: str
    name: str
    at: Mark
    code: str
    values: tuple[tuple[str, str], ...] = ()


def unknown_names(wishes: Iterable[Wish], named: Mapping[str, Named]) -> Iterator[Finding]:
    """What is wished for in vain.

    If several places wish for one name, and something with nearly that name is used by nobody, then
    one letter is wrong there and not in all the other places: that is one message instead of many.
    """
    used: set[str] = set()
    vain: dict[tuple[str, str], list[Wish]] = defaultdict(list)
    for wish in wishes:
        used.add(wish.name)
        if named[wish.sort].lacks(wish.name):
            vain[wish.sort, wish.name].append(wish)
    for (sort, name), group in vain.items():
        idle = sorted(set(named[sort].places) - used) if sort not in _FROM_FILES else []
        suspect = get_close_matches(name, idle, n=1, cutoff=0.75)
        if suspect and not (len(group) == 1 and sort.startswith(_ONE_FILE)):
            yield _suspected(group, named[sort].places[suspect[0]], suspect[0])
        if not suspect or len(group) == 1:
            yield from _told(group, named[sort])


def _suspected(group: list[Wish], at: Mark, suspect: str) -> Finding:
    """One letter is wrong at ``at``; or, where only one place asks, either there or here."""
    first = min(wish.at for wish in group)
    code = "name-idle" if len(group) == 1 else "name-misspelt"
    return found(code, at, name=suspect, wanted=group[0].name, file=first.file, line=str(first.line))


def _told(group: list[Wish], named: Named) -> Iterator[Finding]:
    many = (("more", str(len(group) - 1)),) if len(group) > MOST_TOLD else ()
    for wish in sorted(group, key=lambda wish: wish.at)[: 1 if many else None]:
        near, known = nearest(wish.name, named.places), ", ".join(sorted(named.places)[:MOST_LISTED])
        yield Finding(wish.code, wish.at, (("name", wish.name), ("near", near), ("known", known), *wish.values, *many))
