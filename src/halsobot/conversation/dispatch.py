"""The outbox loop: what is stored is sent, each contact's messages in order, contacts side by side."""

from __future__ import annotations

import asyncio
from collections import deque
from collections.abc import Awaitable, Callable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from math import ceil

import structlog

from halsobot.conversation.gate import Gate, Ticket
from halsobot.model.channel import Channel, Gone, Later, Refused, Unanswered
from halsobot.model.outbox import Delivery, MessageClass, OutMessage
from halsobot.model.unit import Sending, Unit
from halsobot.store.apply import class_of
from halsobot.store.outgoing import CUTS, Became, Note
from halsobot.store.store import LEASE, Store

#: Contacts who are being sent something at once. The messages of more wait in the database, not in memory.
LANES = 1000
#: How often the database is looked at for messages that nobody works on (seconds).
LOOK = 1.0
#: How often messages are looked for that somebody took on and can no longer send (seconds).
RECOVER = 10.0
#: The longest pause before an attempt after one that failed, and for an emergency (seconds).
LONGEST_PAUSE, URGENT_PAUSE = 30, 4
#: The longest pause before a note is tried again (seconds): until it is written nothing newer of hers goes out.
NOTE_PAUSE = 2.0
#: An ordinary screen that could not be sent for so long (seconds) is replaced by the one where she stands now.
OVERDUE = 3600
#: A message is sent only while it is ours for longer than a call takes (seconds).
CALL = 25
#: Contacts of whom the last message sent is in mind.
REMEMBERED = 4096

log = structlog.get_logger()
#: What shows a contact anew where she stands, instead of a message that is too old or too uncertain to be sent.
Resume = Callable[[Delivery], Awaitable[None]]


@dataclass(eq=False)
class _Lane(Ticket):
    """One contact's messages on their way. ``more`` may wait in the database. Without a task it is reserved
    for a turn that is being stored just now.
    """

    waiting: deque[Delivery] = field(default_factory=deque)
    more: bool = False
    forgotten: bool = False
    task: asyncio.Task[None] | None = None


class Outbox:
    """Sends what is stored. A message's row says who sends it, so a kill loses nothing that stands here."""

    def __init__(self, store: Store, channels: Mapping[str, Channel], resume: Resume) -> None:
        self._store, self._channels, self._resume = store, channels, resume
        self._gate = Gate()
        self._lanes: dict[str, _Lane] = {}
        self._held: dict[str, int] = {}
        self._shown: dict[str, tuple[int, bool]] = {}
        self._look = asyncio.Event()
        self._backlog = False
        self._unwritten = 0
        self._draining = False
        self._taking = asyncio.Lock()

    # while a turn is stored

    def reserve(self, contact: str, channel: str) -> Sending:
        """How the next messages of a contact go out: by us at once, or from the database when they can."""
        due = self._held_until(contact)
        full = self._draining or len(self._lanes) >= LANES
        if contact in self._lanes or due or full or channel not in self._channels:
            return Sending(due=due)
        self._lanes[contact] = _Lane()
        return Sending(lease=self._store.lease())

    def release(self, contact: str) -> None:
        """The turn was not stored; its reserved way is free again."""
        lane = self._lanes.get(contact)
        if lane and lane.task is None:
            del self._lanes[contact]

    def begin(self, contact: str, deliveries: Sequence[Delivery], urgent: bool = False) -> None:
        """Send these after what is on its way; if there are none, what the database has for the contact.

        ``urgent``: that is an emergency, which overtakes what has not gone out yet.
        """
        lane = self._lanes.get(contact)
        if lane is None:
            if self._draining or len(self._lanes) >= LANES or self._held_until(contact):
                return  # the next look finds it
            lane = self._lanes[contact] = _Lane()
        lane.waiting.extend(deliveries)
        lane.more = lane.more or not deliveries
        if urgent and not deliveries:
            lane.call_back()
        if lane.task is None:
            lane.task = asyncio.create_task(self._work_off(contact, lane))

    def forget(self, contact: str) -> None:
        """Nothing more is sent to somebody who has left."""
        lane = self._lanes.get(contact)
        if lane:
            lane.forgotten = True
            lane.call_back()
        self._held.pop(contact, None)
        self._shown.pop(contact, None)

    # the work

    async def run(self) -> None:
        """Work off what others have left, and what could not be sent at once, until cancelled."""
        recovered = float("-inf")
        while self._channels and not self._draining:
            self._look.clear()
            now = asyncio.get_running_loop().time()
            if now >= recovered + RECOVER:
                await self._store.recover()
                recovered = now
            await self._take_on()
            with suppress(TimeoutError):
                async with asyncio.timeout(LOOK):  # wait_for would swallow a cancellation that meets the bell
                    await self._look.wait()

    async def _take_on(self) -> None:
        async with self._taking:  # what is ours in the database must come into a lane, also while we stop
            if not self._draining:
                await self._take_what_waits()

    async def _take_what_waits(self) -> None:
        now = self._store.now()
        self._held = {contact: until for contact, until in self._held.items() if until > now}
        room = LANES - len(self._lanes)
        if room <= 0:
            return
        taken = await self._store.take_on(self._channels, room)
        self._backlog = len(taken) == room
        for delivery in taken:
            self._lanes.setdefault(delivery.contact, _Lane()).more = True
            self.begin(delivery.contact, [delivery])

    async def drain(self, seconds: float) -> None:
        """Begin nothing more, let calls under way end, and note what became of each."""
        self._draining = True
        with suppress(TimeoutError):
            async with asyncio.timeout(seconds), self._taking:
                pass
        tasks = [lane.task for lane in self._lanes.values() if lane.task]
        if tasks:
            _, slow = await asyncio.wait(tasks, timeout=seconds)
            for task in slow:
                task.cancel()
            await asyncio.gather(*slow, return_exceptions=True)
        with suppress(TimeoutError):
            async with asyncio.timeout(seconds):
                while self._unwritten:
                    await asyncio.sleep(0.01)

    async def _work_off(self, contact: str, lane: _Lane) -> None:
        """Send one after the other. However this ends, what was not begun goes back into the outbox."""
        try:
            while not self._draining and (lane.waiting or await self._more(contact, lane)):
                if not await self._gate.enter(lane.waiting[0].kind, lane):
                    await self._put_back(lane)
                    continue
                try:
                    if self._draining or lane.forgotten:
                        break
                    goes_on = await self._one(lane.waiting[0])
                finally:
                    self._gate.leave()
                lane.waiting.popleft()
                if not goes_on or lane.forgotten:
                    break
        finally:
            if lane.waiting:
                self._put_back(lane)
            del self._lanes[contact]
            if self._backlog and len(self._lanes) < LANES // 2:
                self._look.set()

    def _put_back(self, lane: _Lane) -> Awaitable[object]:
        """What was not begun waits in the database again."""
        back = [self._write(_note(delivery, "queued", begun=0)) for delivery in lane.waiting]
        lane.waiting.clear()
        return asyncio.gather(*back)

    async def _more(self, contact: str, lane: _Lane) -> bool:
        if lane.more:
            lane.more = False
            taken = await self._store.take_on(self._channels, 1, contact)
            lane.waiting.extend(taken)
            lane.more = lane.more or bool(taken)
        return bool(lane.waiting)

    async def _one(self, delivery: Delivery) -> bool:
        """One message. Returns whether the next one may follow."""
        try:
            if delivery.lease < self._store.now() + CALL and not await self._store.renew(delivery):
                return True  # it took us too long, and somebody else has it now
            if self._is_over(delivery):
                await self._resume(delivery)
                return True
            channel = self._channels[delivery.address.channel]
            await self._withdraw(channel, delivery)
            receipt = await channel.send(delivery, await self._replaces(delivery))
        except asyncio.CancelledError:
            self._write(_note(delivery, _unanswered(delivery), doubt=1))
            raise
        except Exception as error:
            return await self._failed(delivery, error)
        self._has_shown(delivery, receipt)
        # Not waited for: what follows from her next press is written after it, and so is never there without it.
        self._write(_note(delivery, "sent", got=receipt))
        return True

    async def _withdraw(self, channel: Channel, delivery: Delivery) -> None:
        """What was taken back goes from her chat before she reads what is said instead."""
        if delivery.message.view.instead_of is not None:
            for number in await self._store.withdrawn(delivery.contact):
                await channel.withdraw(delivery, number)
                await self._store.gone(delivery.contact, number)

    async def _failed(self, delivery: Delivery, error: Exception) -> bool:
        """Note why it was not sent, before anything else of hers is begun. Returns whether the next may follow."""
        match error:
            case Gone():
                await self._until_written(lambda: self._store.unreachable(delivery.contact))
                return False
            case Refused():
                log.error("message refused by the channel", reason=str(error))
                await self._write(_note(delivery, "refused"))
                return True
            case Later(after=float() | int() as after):
                self._hold(delivery.contact, after, error.everyone)
                await self._write(_note(delivery, "queued", again=self._held[delivery.contact]))
            case Later():
                await self._write(_note(delivery, "queued", again=self._store.now() + _growing(delivery)))
            case _:
                if not isinstance(error, Unanswered):
                    # A fault of ours. Only its kind is told: its text may hold words.
                    log.error("message not sent, it is tried again", kind=type(error).__name__)
                again = self._store.now() + _growing(delivery)
                await self._write(_note(delivery, _unanswered(delivery), again=again, doubt=1))
        return False

    def _is_over(self, delivery: Delivery) -> bool:
        """An ordinary screen that is too old, or that kills have cut off too often, is not sent as it is."""
        if delivery.kind is not MessageClass.ORDINARY:
            return False
        return delivery.cuts >= CUTS or delivery.stored < self._store.now() - OVERDUE

    def _hold(self, contact: str, seconds: float, everyone: bool) -> None:
        # Times are whole seconds: one more, so that nothing is ever sent before its time.
        self._held[contact] = self._store.now() + ceil(seconds) + 1
        if everyone:
            self._gate.pause(seconds)

    def _held_until(self, contact: str) -> int | None:
        """Until when the channel lets nothing through to a contact."""
        until = self._held.get(contact)
        if until is not None and until <= self._store.now():
            del self._held[contact]
            return None
        return until

    # what was shown last

    async def _replaces(self, delivery: Delivery) -> int | None:
        """The pressed message, if it is the last one that was sent and holds nothing she may still need."""
        if delivery.pressed is None:
            return None
        last = self._shown.get(delivery.contact) or await self._store.last_shown(delivery.contact)
        return delivery.pressed if last == (delivery.pressed, False) else None

    def _has_shown(self, delivery: Delivery, receipt: int | None) -> None:
        self._shown.pop(delivery.contact, None)
        if receipt is not None:
            self._shown[delivery.contact] = (receipt, delivery.message.view.keeps)
        if len(self._shown) > REMEMBERED:
            del self._shown[next(iter(self._shown))]

    # notes: however long the database refuses, what was sent is not sent again for want of a note

    def _write(self, note: Note) -> asyncio.Future[None]:
        """Have a note written. Need not be awaited."""
        written: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        self._unwritten += 1
        self._try_to_write(note, written, 0.5)
        return written

    def _try_to_write(self, note: Note, written: asyncio.Future[None], pause: float) -> None:
        def then(error: Exception | None) -> None:
            if error is None:
                self._unwritten -= 1
                if not written.cancelled():
                    written.set_result(None)
                return
            longer = min(2 * pause, NOTE_PAUSE)
            asyncio.get_running_loop().call_later(pause, self._try_to_write, note, written, longer)
            log.error("the store refuses, a note is not written yet", kind=type(error).__name__)

        self._store.note(note, then)

    async def _until_written(self, write: Callable[[], Awaitable[None]]) -> None:
        pause = 0.5
        while True:
            try:
                return await write()
            except Exception as error:
                log.error("the store refuses, a note is not written yet", kind=type(error).__name__)
                await asyncio.sleep(pause)
                pause = min(2 * pause, NOTE_PAUSE)


def deliveries(unit: Unit, sending: Sending) -> list[Delivery]:
    """What of a unit is on its way to her, as ``reserve`` said, once it is stored."""
    assert sending.lease is not None
    return [
        Delivery(
            contact=unit.known.contact,
            address=unit.inbound.address,
            message=OutMessage(seq, unit.session.turn, view),
            kind=class_of(view),
            stored=sending.lease - LEASE,
            lease=sending.lease,
            pressed=unit.inbound.pressed if len(unit.shown) == 1 else None,
        )
        for seq, view in enumerate(unit.shown, unit.known.last_seq + 1)
    ]


def is_urgent(unit: Unit) -> bool:
    """Whether it holds an emergency screen."""
    return any(class_of(view) is MessageClass.EMERGENCY for view in unit.shown)


def _note(
    delivery: Delivery, became: Became, again: int | None = None, got: int | None = None, doubt: int = 0, begun: int = 1
) -> Note:
    return Note(delivery.contact, delivery.message.seq, became, again, got, doubt, begun)


def _unanswered(delivery: Delivery) -> Became:
    """It may be there. A second broadcast would do more harm than a missing one."""
    return "uncertain" if delivery.kind is MessageClass.BROADCAST else "queued"


def _growing(delivery: Delivery) -> int:
    """The pause before the next attempt (seconds)."""
    longest = URGENT_PAUSE if delivery.kind is MessageClass.EMERGENCY else LONGEST_PAUSE
    return int(min(longest, 2 ** min(delivery.attempts, 8)))
