"""``python -m halsobot`` is ``halsobot``."""

from halsobot.cli import main

main()
