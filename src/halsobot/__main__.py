"""``halsobot`` and ``python -m halsobot``: the way into the commands."""

from halsobot.memory import collect_rarely


def main() -> None:
    """Run a command."""
    collect_rarely()
    from halsobot.cli import main as command

    command()


if __name__ == "__main__":
    main()
