"""``halsobot understand``: what the bot would make of words, one message a line, as JSON."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from typing import Any

from halsobot.bundle.understanding import Understanding
from halsobot.text.locales import LOCALES, SOURCE


def understood(known: Understanding, lines: Iterable[str], locale: str | None) -> Iterator[str]:
    """A JSON object for each line; ``locale`` is her language, which ``<locale><TAB>`` before a line overrules."""
    for line in lines:
        before, tab, after = line.rstrip("\r\n").partition("\t")
        of_line = before.strip() if tab and before.strip() in LOCALES else None
        yield json.dumps(
            _understood(known, after if of_line else line.rstrip("\r\n"), of_line or locale), ensure_ascii=False
        )


def _understood(known: Understanding, written: str, locale: str | None) -> dict[str, Any]:
    heard = known.hearing.hear(written)
    proposed = known.tongues.propose(written)
    return {
        "language": proposed[0] if proposed else None,
        "languages": proposed,
        "red_flag": heard.flag.category if heard.flag else None,
        "sure": bool(heard.flag and heard.flag.sure),
        "support": heard.support,
        "topics": known.topics(written, _searched_in(known, proposed, locale)),
    }


def _searched_in(known: Understanding, proposed: tuple[str, ...], locale: str | None) -> str:
    return locale or next((tag for tag in proposed if tag in LOCALES), SOURCE)
