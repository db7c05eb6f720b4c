"""The states of a case, pure: waiting, claimed, closed, reopened. What is not allowed changes nothing.

It gives None, or the same case where she herself does it: her words are never refused.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from halsobot.model.case import Case, State

#: Instead of a turn: what answered a red flag has been taken back, and a later answer stands.
BY_LATER = -1


def claimed(case: Case, guide: str, at: datetime) -> Case | None:
    """The first one wins; whoever comes later has nothing."""
    if case.state != "waiting":
        return None
    return replace(case, state="claimed", guide=guide, since=case.since if case.answered else at)


def written_to(case: Case, at: datetime) -> Case:
    """Words of hers wait for an answer; a promise stays what it was. A closed case is reopened first."""
    if case.state == "closed":
        return case
    return replace(case, answered=False, since=at if case.answered or case.since is None else case.since)


def answered(case: Case, guide: str, at: datetime, turn: int = 0) -> Case | None:
    """Only the holder may write. In ``turn`` she is answered, and what was urgent is not any more."""
    calmed = turn if case.urgent else case.calmed
    return replace(case, answered=True, since=at, urgent=False, calmed=calmed) if _holds(case, guide) else None


def taken_back(case: Case, guide: str, at: datetime, promised: datetime | None) -> Case | None:
    """Only the holder takes an answer back; she waits for one again."""
    return replace(case, answered=False, since=at, promised=promised) if _holds(case, guide) else None


def alarmed(case: Case, turn: int) -> Case:
    """The answer in ``turn`` is taken back. If it was the one to a red flag, that is one again; where she has had
    another answer since, once that is taken back, too.
    """
    if case.calmed not in (turn, BY_LATER):
        return case
    return replace(case, calmed=BY_LATER) if case.answered else replace(case, urgent=True)


def unanswered(case: Case, guide: str) -> Case | None:
    """Her newest words came after what is answered or corrected here: they wait as before."""
    return case if _holds(case, guide) else None


def passed(
    case: Case, guide: str, to: str | None, promised: datetime | None, at: datetime | None = None
) -> Case | None:
    """To another guide, whose time begins now, or back to the queue (``to`` None) with a promise of its own."""
    if not _holds(case, guide):
        return None
    if to is None:
        return replace(case, state="waiting", guide=None, promised=promised)
    return replace(case, guide=to, promised=promised, since=at or case.since)


def returned(case: Case, promised: datetime | None) -> Case | None:
    """Back to the queue because its holder was silent or is away; answered as it is where that one is gone for good."""
    if case.state != "claimed":
        return None
    return replace(case, state="waiting", guide=None, promised=promised)


def promised_anew(case: Case, promised: datetime | None) -> Case | None:
    """She is told where the promise moves; the same moment is no news."""
    return None if case.state == "closed" or case.promised == promised else replace(case, promised=promised)


def closed(case: Case, guide: str | None, reason: str) -> Case | None:
    """By either side; ``guide`` None: by her."""
    if case.state == "closed" or (guide is not None and not _holds(case, guide)):
        return None
    return replace(case, state="closed", reason=reason)


def judged(case: Case | None) -> Case | None:
    """She says whether it helped: that counts once each time it is closed."""
    return replace(case, judged=True) if case and case.state == "closed" and not case.judged else None


def reopened(case: Case, promised: datetime | None, present: bool, at: datetime | None = None) -> Case:
    """Her guide has it again where she is present; else the queue, never somebody absent. Only a closed case."""
    if case.state != "closed":
        return case
    guide = case.guide if present else None
    state: State = "claimed" if guide else "waiting"
    again = replace(case, state=state, guide=guide, promised=promised, since=at)
    return replace(again, answered=False, reason=None, judged=False)


def _holds(case: Case, guide: str) -> bool:
    return case.state == "claimed" and case.guide == guide
