"""``benchmarks/run``: all rounds of all bots, a table, and one line."""

from __future__ import annotations

import argparse
import json
import signal
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import asdict
from pathlib import Path

from bench.bots import HERE, Bot, bots, null_bots
from bench.halsobot import write_content
from bench.report import Measured, Results, closing_line, missed, tables
from bench.rounds import Failed, Figures, Profile, measure
from bench.words import Conversation, conversation

ROOT = HERE.parent
#: Far from Telegram: so many contacts, who think for so long, and each call is answered so late (seconds).
FAR = {"contacts": 500, "thinking": 0.3, "delay": 0.05}


def main() -> int:
    """Returns 1 where a bound is missed and that is to be an error."""
    chosen = _arguments()
    signal.signal(signal.SIGTERM, lambda *_: signal.raise_signal(signal.SIGINT))  # so that the bots end too
    with tempfile.TemporaryDirectory(prefix="bench-words-") as folder:
        words = _write_words(chosen.content, Path(folder))
        known = bots(chosen.halsobot.absolute(), Path(folder))
        there = list(_there(known, null_bots(Path(folder)), chosen.only))
        measured = list(_rounds(there, words, list(_profiles(chosen)), chosen.rounds))
    results = Results(measured)
    if chosen.out:
        chosen.out.write_text(json.dumps([asdict(each) for each in measured], indent=1), encoding="utf-8")
    print("\n".join(tables(results)))
    print(closing_line(results))
    return 1 if chosen.strict and missed(results) else 0


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="benchmarks/run", description="halsobot and its peers on the same walk.")
    parser.add_argument("--rounds", type=int, default=5, help="of which the medians are taken (5)")
    parser.add_argument("--seconds", type=float, default=8.0, help="that each round is measured (8)")
    parser.add_argument("--warm-up", type=float, default=2.0, help="seconds before that (2)")
    parser.add_argument("--contacts", type=_numbers, default=[1, 50, 200], help="who talk at once (1,50,200)")
    parser.add_argument("--far", action="store_true", help="also 500 contacts who think, and late API calls")
    parser.add_argument("--only", type=_names, default=[], help="names of bots, with commas between")
    parser.add_argument("--quick", action="store_true", help="one short round with 50 contacts")
    parser.add_argument("--halsobot", type=Path, default=ROOT / ".venv/bin/halsobot", help="the program under test")
    parser.add_argument("--content", type=Path, default=ROOT, help="its folder with flows/, locales/ and content/")
    parser.add_argument("--out", type=Path, help="a file for the raw figures, as JSON")
    parser.add_argument("--strict", action="store_true", help="exit with 1 where a bound is missed")
    chosen = parser.parse_args()
    if not (chosen.content / "locales").is_dir():
        parser.error(f"there is no folder locales/ in {chosen.content}")
    if chosen.quick:
        chosen.rounds, chosen.seconds, chosen.warm_up, chosen.contacts = 1, 3.0, 1.0, [50]
    return chosen


def _numbers(text: str) -> list[int]:
    return [int(number) for number in text.split(",") if number.strip()]


def _names(text: str) -> list[str]:
    return [name.strip().lower() for name in text.split(",")]


def _profiles(chosen: argparse.Namespace) -> Iterator[Profile]:
    times = {"warm_up": chosen.warm_up, "seconds": chosen.seconds}
    yield from (Profile(contacts, **times) for contacts in chosen.contacts)
    if chosen.far:
        yield Profile(int(FAR["contacts"]), FAR["thinking"], FAR["delay"], **times)


def _write_words(content: Path, folder: Path) -> Conversation:
    """The conversation as halsobot's content folder and as one file for the others."""
    words = conversation(content / "locales")
    write_content(content, folder / "content", words)
    (folder / "words.json").write_text(json.dumps(words), encoding="utf-8")
    return words


def _there(usual: list[Bot], others: list[Bot], only: list[str]) -> Iterator[Bot]:
    """The chosen bots that can be had on this machine; of the others it is said why not."""
    named = {bot.name.lower(): bot for bot in (*usual, *others)}
    unknown = [name for name in only if name not in named]
    if unknown:
        sys.exit(f"There is no bot {unknown[0]!r}. There are: {', '.join(named)}.")
    for bot in [named[name] for name in only] or usual:
        missing = bot.missing()
        if missing:
            _say(f"{bot.name} is left out: {missing}.")
        else:
            yield bot


def _rounds(there: list[Bot], words: Conversation, profiles: list[Profile], rounds: int) -> Iterator[Measured]:
    """Interleaved: each bot once, then each again, so that a slow minute of the machine hits all alike."""
    for number in range(1, rounds + 1):
        for profile in profiles:
            for bot in there:
                try:
                    figures = measure(bot, words, profile, seed=number)
                except Failed as failed:
                    _say(str(failed))
                    continue
                _say(f"round {number}, {profile.name} contacts, {bot.name}: {_told(figures)}")
                yield Measured(bot.name, profile, figures)


def _told(figures: Figures) -> str:
    """One round in a few words, for those who wait."""
    told = f"{figures.rate:.0f} upd/s, p99 {figures.p99:.1f} ms, CPU {figures.cpu:.2f} s/10k"
    examples = (f"\n  wrong screen: {example}" for example in figures.examples)
    return f"{told}, driver {figures.driver:.0%} of a core{''.join(examples)}"


def _say(text: str) -> None:
    print(text, file=sys.stderr, flush=True)


if __name__ == "__main__":
    try:
        sys.exit(main())
    except KeyboardInterrupt:
        sys.exit("stopped")
