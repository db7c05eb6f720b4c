"""What was measured as tables, as bounds that are met or missed, and as one line."""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from statistics import median

from bench.rounds import Figures, Profile

UNDER_TEST, PTB, DIALOG, TELEGRAF = "halsobot", "PTB", "aiogram-dialog", "Telegraf"
PYTHON_PEERS = (PTB, DIALOG)
#: Contacts of the profile to which most bounds belong.
MIDDLE = "50"


@dataclass(frozen=True, slots=True)
class Measured:
    """One round of one bot."""

    bot: str
    profile: Profile
    figures: Figures


@dataclass(frozen=True, slots=True)
class Column:
    """A figure in the table; ``more`` says whether more of it is better, and None that no ratio makes sense."""

    title: str
    name: str
    digits: int
    more: bool | None


COLUMNS = (
    Column("updates/s", "rate", 0, True),
    Column("p50 ms", "p50", 1, False),
    Column("p95 ms", "p95", 1, False),
    Column("p99 ms", "p99", 1, False),
    Column("CPU s/10k", "cpu", 2, False),
    Column("peak MB", "peak", 0, False),
    Column("first answer s", "start", 2, False),
    Column("lost", "lost", 0, None),
    Column("doubled", "doubled", 0, None),
    Column("wrong", "wrong", 0, None),
)
COUNTED = ("lost", "doubled", "wrong")


class Results:
    """All rounds, asked by bot and profile."""

    def __init__(self, measured: Sequence[Measured]) -> None:
        self._measured = measured
        self.profiles = {each.profile.name: each.profile for each in measured}
        self.bots = list(dict.fromkeys(each.bot for each in measured))

    def values(self, bot: str, profile: str, name: str) -> list[float]:
        return [
            getattr(each.figures, name) for each in self._measured if (each.bot, each.profile.name) == (bot, profile)
        ]

    def median(self, bot: str, profile: str, name: str) -> float:
        """Not a number where it was not measured."""
        values = self.values(bot, profile, name)
        return median(values) if values else math.nan

    def total(self, bot: str, name: str) -> int:
        return sum(getattr(each.figures, name) for each in self._measured if each.bot == bot)

    def times(self, bot: str, profile: str, name: str, more: bool) -> float:
        """So many times better than the bot is halsobot."""
        ours, theirs = self.median(UNDER_TEST, profile, name), self.median(bot, profile, name)
        better, worse = (ours, theirs) if more else (theirs, ours)
        return better / worse if worse else math.nan


@dataclass(frozen=True, slots=True)
class Bound:
    """Something that was promised. An ``aim`` is no promise. ``met`` is None where it was not measured."""

    what: str
    wanted: str
    measured: str
    met: bool | None
    aim: bool = False


def tables(results: Results) -> Iterator[str]:
    """Markdown, line by line."""
    for name, profile in results.profiles.items():
        rounds = max(len(results.values(bot, name, "rate")) for bot in results.bots)
        yield f"### {_title(profile)}: medians of {rounds} rounds (lowest to highest)\n"
        yield from _table(["bot", *(column.title for column in COLUMNS)], _figure_rows(results, name))
        if UNDER_TEST in results.bots and len(results.bots) > 1:
            yield "So many times better is halsobot:\n"
            titles = [column.title for column in COLUMNS if column.more is not None]
            yield from _table(["than", *titles], _ratio_rows(results, name))
    yield "### Bounds\n"
    yield from _table(["bound", "wanted", "measured", ""], map(_bound_row, bounds(results)))


def bounds(results: Results) -> Iterator[Bound]:
    """Every bound and aim."""
    for peer, wanted, aim in ((PTB, 10.0, False), (DIALOG, 8.0, False), (TELEGRAF, 1.0, True)):
        times = results.times(peer, MIDDLE, "rate", more=True)
        yield _at_least(f"updates/s at 50 contacts, times {peer}", times, wanted, "x", aim)
    own, telegraf = (results.median(bot, MIDDLE, "p99") for bot in (UNDER_TEST, TELEGRAF))
    yield _at_most("p99 at 50 contacts, not above Telegraf's", own, telegraf, " ms")
    for peer in PYTHON_PEERS:
        share = results.median(UNDER_TEST, MIDDLE, "cpu") / results.median(peer, MIDDLE, "cpu")
        yield _at_most(f"CPU for an update at 50 contacts, part of {peer}'s", share, 0.5, "")
    for name, profile in results.profiles.items():
        if profile.offered:
            part = results.median(UNDER_TEST, name, "rate") / profile.offered
            yield _at_least(f"{_title(profile)}: part of the {profile.offered:.0f} offered", part, 0.95, "")
    starts = [results.median(UNDER_TEST, name, "start") for name in results.profiles]
    yield _at_most("first answer after the start", max(starts, default=math.nan), 2.5, " s")
    for name in COUNTED:
        count = results.total(UNDER_TEST, name) if UNDER_TEST in results.bots else math.nan
        yield _at_most(f"{name}, in all rounds", count, 0, "")


def missed(results: Results) -> bool:
    """Whether a bound that was measured is not kept."""
    return any(bound.met is False and not bound.aim for bound in bounds(results))


def closing_line(results: Results) -> str:
    """The figures of halsobot in one line; those of the middle profile, or of the first where that was not run."""
    if UNDER_TEST not in results.bots:
        return f"bench: {UNDER_TEST} was not measured"
    name = MIDDLE if MIDDLE in results.profiles else next(iter(results.profiles), MIDDLE)
    parts = [_rates(results, name), _p99(results, name)]
    parts.append(f"CPU {results.median(UNDER_TEST, name, 'cpu'):.2f} s/10k")
    parts.append(f"peak {results.median(UNDER_TEST, name, 'peak'):.0f} MB")
    parts.append(f"first answer {results.median(UNDER_TEST, name, 'start'):.2f} s")
    parts += [_of_offered(results, far, profile) for far, profile in results.profiles.items() if profile.offered]
    parts.append(" ".join(f"{results.total(UNDER_TEST, each)} {each}" for each in COUNTED))
    return "bench: " + "; ".join(parts)


def _rates(results: Results, name: str) -> str:
    times = [f"{results.times(bot, name, 'rate', more=True):.1f}x {bot}" for bot in results.bots if bot != UNDER_TEST]
    rate = f"{results.median(UNDER_TEST, name, 'rate'):.0f} upd/s at {_title(results.profiles[name])}"
    return f"{rate} = {', '.join(times)}" if times else rate


def _p99(results: Results, name: str) -> str:
    own, telegraf = (results.median(bot, name, "p99") for bot in (UNDER_TEST, TELEGRAF))
    return f"p99 {own:.1f} ms" + ("" if math.isnan(telegraf) else f" (Telegraf {telegraf:.1f})")


def _of_offered(results: Results, name: str, profile: Profile) -> str:
    rate = results.median(UNDER_TEST, name, "rate")
    return f"{_title(profile)} {rate:.0f} of {profile.offered:.0f} upd/s offered"


def _title(profile: Profile) -> str:
    people = f"{profile.contacts} contact" + ("s" if profile.contacts > 1 else "")
    return f"{people} far away" if profile.offered else people


def _figure_rows(results: Results, profile: str) -> Iterator[list[str]]:
    for bot in results.bots:
        yield [bot, *(_spread(results.values(bot, profile, column.name), column.digits) for column in COLUMNS)]


def _spread(values: list[float], digits: int) -> str:
    if not values:
        return "–"
    middle, lowest, highest = (f"{value:.{digits}f}" for value in (median(values), min(values), max(values)))
    return middle if lowest == highest else f"{middle} ({lowest}–{highest})"


def _ratio_rows(results: Results, profile: str) -> Iterator[list[str]]:
    for bot in results.bots:
        if bot != UNDER_TEST:
            times = (results.times(bot, profile, each.name, each.more) for each in COLUMNS if each.more is not None)
            yield [bot, *(f"{value:.2f}" for value in times)]


def _bound_row(bound: Bound) -> list[str]:
    verdict = {None: "not measured", True: "met", False: "missed"}[bound.met]
    return [bound.what, bound.wanted, bound.measured, f"{verdict} (aim)" if bound.aim else verdict]


def _at_least(what: str, value: float, wanted: float, unit: str, aim: bool = False) -> Bound:
    return _bound(what, f"≥ {wanted:g}{unit}", value, unit, value >= wanted, aim)


def _at_most(what: str, value: float, wanted: float, unit: str) -> Bound:
    known = "≤ –" if math.isnan(wanted) else f"≤ {wanted:.3g}{unit}"
    return _bound(what, known, value, unit, None if math.isnan(wanted) else value <= wanted)


def _bound(what: str, wanted: str, value: float, unit: str, met: bool | None, aim: bool = False) -> Bound:
    if math.isnan(value):
        return Bound(what, wanted, "–", None, aim)
    return Bound(what, wanted, f"{value:.3g}{unit}", met, aim)


def _table(head: list[str], rows: Iterable[list[str]]) -> Iterator[str]:
    yield f"| {' | '.join(head)} |"
    yield "|" + "---|" * len(head)
    yield from (f"| {' | '.join(row)} |" for row in rows)
    yield ""
