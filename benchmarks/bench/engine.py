"""``benchmarks/engine``: how many steps and renders a second one core does, on the shipped content.

It runs in the environment of the halsobot under test and needs nothing else.
"""

from __future__ import annotations

import argparse
import sys
import time
from datetime import UTC, datetime, timedelta
from pathlib import Path
from random import Random
from statistics import median

from halsobot.bundle.content import Bundle
from halsobot.bundle.load import load
from halsobot.engine.step import step
from halsobot.model.event import Chose, Event, Started
from halsobot.model.screen import Button
from halsobot.model.session import Session
from halsobot.model.turn import Say
from halsobot.text.render import render

ROOT = Path(__file__).parents[2]
#: Steps a second that were promised.
PROMISED = 20_000
#: When the walk begins, and how quickly a step follows the one before: a hundred a second.
BEGIN, APART = datetime(2026, 11, 23, 9, 0, tzinfo=UTC), timedelta(milliseconds=10)


def main() -> int:
    """Returns 1 where fewer steps are done than promised and that is to be an error."""
    parser = argparse.ArgumentParser(prog="benchmarks/engine", description="The engine alone, on one core.")
    parser.add_argument("--content", type=Path, default=ROOT, help="the folder with flows/, locales/ and content/")
    parser.add_argument("--rounds", type=int, default=5, help="of which the medians are taken (5)")
    parser.add_argument("--steps", type=int, default=20_000, help="of each round (20000)")
    parser.add_argument("--strict", action="store_true", help="exit with 1 below what was promised")
    chosen = parser.parse_args()
    walked = [_walk(_bundle(chosen.content), chosen.steps, Random(number)) for number in range(chosen.rounds)]
    steps, renders = (median(chosen.steps / seconds for seconds in each) for each in zip(*walked, strict=True))
    print(f"engine: {steps:.0f} steps/s, {renders:.0f} renders/s on one core (promised: {PROMISED} steps/s)")
    return 1 if chosen.strict and steps < PROMISED else 0


def _bundle(content: Path) -> Bundle:
    """Read anew for each round, so that nothing is known that an earlier one computed."""
    bundle = load(content, show_unreviewed=True).bundle
    if bundle is None:
        sys.exit(f"The content in {content} has errors: halsobot check says which.")
    return bundle


def _walk(bundle: Bundle, steps: int, random: Random) -> tuple[float, float]:
    """Somebody who presses any button of each screen. Returns the seconds of CPU spent in step and in render."""
    stepped = rendered = 0.0
    session: Session = Session()
    event: Event = Started(BEGIN)
    for number in range(steps):
        start = time.thread_time()
        turn = step(bundle, session, event)
        stepped += time.thread_time() - start
        said = next(output for output in turn.outputs if isinstance(output, Say))
        start = time.thread_time()
        view = render(said.screen, said.locale, bundle.catalogue)
        rendered += time.thread_time() - start
        here, pressed = turn.session.trail[-1], random.choice((*view.choices, *view.bar))
        button = Button(here.flow, here.node, pressed.name, turn.session.turn)
        session, event = turn.session, Chose(BEGIN + number * APART, button.encode())
    return stepped, rendered


if __name__ == "__main__":
    sys.exit(main())
