"""What is said about scenario tests, the talks in ``flows/*.test.yaml``."""

from __future__ import annotations

from collections.abc import Mapping

from halsobot.bundle.words_yaml import Words, error

TALKS: Mapping[str, Words] = {
    "step-sees": error(
        'She should see "{name}", and sees "{screen}".',
        "Is the flow right, or this line?",
        'Hon ska se "{name}", och ser "{screen}".',
        "Är det flödet som stämmer, eller raden?",
    ),
    "step-reads": error(
        'She should read "{name}" on "{screen}". There she reads: {words}',
        "Is the text right, or this line?",
        'Hon ska läsa "{name}" på "{screen}". Där läser hon: {words}',
        "Är det texten som stämmer, eller raden?",
    ),
    "step-offers": error(
        '"{screen}" does not offer {name}.',
        "It offers: {offered}.",
        '"{screen}" erbjuder inte {name}.',
        "Den erbjuder: {offered}.",
    ),
    "step-hides": error(
        '"{screen}" should hide {name}, and offers it.',
        "It offers: {offered}.",
        '"{screen}" ska dölja {name}, men erbjuder det.',
        "Den erbjuder: {offered}.",
    ),
    "step-taps": error(
        'There is no button "{name}" on "{screen}".',
        "It has: {offered}.",
        'Det finns ingen knapp "{name}" på "{screen}".',
        "Där finns: {offered}.",
    ),
    "moment-bad": error(
        '"{name}" is not a day and a time.',
        "Write it like 2026-11-23 22:00.",
        '"{name}" är ingen dag med tid.',
        "Skriv det som 2026-11-23 22:00.",
    ),
    "wait-bad": error(
        'I cannot read how long "{name}" is.',
        "Write it like 2 days or 30 minutes.",
        'Jag kan inte läsa hur länge "{name}" är.',
        "Skriv det som 2 days eller 30 minutes.",
    ),
}
