"""What a guide takes back: nothing of it stays here, and it goes from where she reads it."""

from __future__ import annotations

import sqlalchemy as sa

from halsobot.store.database import spoilt
from halsobot.store.tables import file, outbox, transcript

#: The state of what has gone, or goes, from where she reads it.
WITHDRAWN = "withdrawn"


def take_back(connection: sa.Connection, whose: str, turn: int) -> None:
    """Erase what was said in a turn. What is being sent just now is not tried again, and goes when what is said instead
    is sent.
    """
    transcript_rows, files = (sa.and_(of.c.contact == whose, of.c.turn == turn) for of in (transcript, file))
    connection.execute(transcript.delete().where(transcript_rows))
    connection.execute(file.delete().where(files))
    state = sa.case((outbox.c.state == "queued", "replaced"), (outbox.c.state == "sending", "sending"), else_=WITHDRAWN)
    said = sa.and_(outbox.c.contact == whose, outbox.c.turn == turn)
    connection.execute(outbox.update().where(said).values(state=state, body=b""))
    spoilt(connection)


def withdrawn(connection: sa.Connection, whose: str) -> list[int]:
    """By which numbers the channel knows what has been taken back and still stands there: more than one message where
    what was said instead was taken back, too, before it could be sent.
    """
    standing = sa.and_(outbox.c.contact == whose, outbox.c.body == b"", outbox.c.receipt.is_not(None))
    connection.execute(outbox.update().where(standing).values(state=WITHDRAWN))
    return list(connection.execute(sa.select(outbox.c.receipt).where(standing)).scalars())


def gone(connection: sa.Connection, whose: str, number: int) -> None:
    """What has been taken back stands there no more."""
    this = sa.and_(outbox.c.contact == whose, outbox.c.body == b"", outbox.c.receipt == number)
    connection.execute(outbox.update().where(this).values(receipt=None))
