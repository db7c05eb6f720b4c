"""What a guide takes back: nothing of it stays here, and it goes from where she reads it."""

from __future__ import annotations

import sqlalchemy as sa

from halsobot.store.database import spoilt
from halsobot.store.tables import file, outbox, transcript


def take_back(connection: sa.Connection, whose: str, turn: int) -> None:
    """Erase what was said in a turn. What is being sent just now goes when what is said instead is sent."""
    connection.execute(transcript.delete().where(transcript.c.contact == whose, transcript.c.turn == turn))
    connection.execute(file.delete().where(file.c.contact == whose, file.c.turn == turn))
    never_sent = sa.case((outbox.c.state == "queued", "replaced"), else_="withdrawn")
    said = sa.and_(outbox.c.contact == whose, outbox.c.turn == turn, outbox.c.state != "sending")
    connection.execute(outbox.update().where(said).values(state=never_sent, body=b""))
    spoilt(connection)


def withdrawn(connection: sa.Connection, whose: str, turn: int) -> list[int]:
    """By which numbers the channel knows what was sent in a turn that has been taken back."""
    said = sa.and_(outbox.c.contact == whose, outbox.c.turn == turn, outbox.c.receipt.is_not(None))
    connection.execute(outbox.update().where(said).values(state="withdrawn", body=b""))
    return list(connection.execute(sa.select(outbox.c.receipt).where(said)).scalars())
