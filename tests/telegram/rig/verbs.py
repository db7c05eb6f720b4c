"""What a person does in a chat with the bot."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, cast

from .delivery import Update
from .texts import bare

if TYPE_CHECKING:
    from .chat import FakeChat

A_YEAR = 365 * 86400


class Verbs:
    """Each verb puts an update on its way and returns it; ``await (await chat.sends("hej")).acknowledged()``."""

    def _happens(self, kind: str, body: dict[str, Any]) -> Update:
        chat = cast("FakeChat", self)
        chat.shown_since = 0
        return chat.rig.delivery.add(kind, body, chat.id)

    def _says(self, **body: Any) -> Update:
        chat = cast("FakeChat", self)
        if chat.left:
            raise AssertionError("the bot is not in this chat any more")
        message = chat.from_her(**body)
        chat.put(message, by_bot=False)
        return self._happens("message", message)

    # Words and things

    async def sends(self, text: str, *, by: FakeChat | None = None) -> Update:
        """She writes a text or a command. In a group: ``by`` that person."""
        return self._says(text=text, by=by)

    async def presses(self, label: str) -> Update:
        """She presses a button of the reply keyboard, which sends its label."""
        chat = cast("FakeChat", self)
        for each in (each for row in chat.keyboard or () for each in row):
            if bare(each) == bare(label) or bare(label) in bare(each):
                return self._says(text=each)
        raise AssertionError(f"no {label!r} on her keyboard {chat.keyboard}")

    async def edits(self, text: str, message_id: int | None = None) -> Update:
        """She edits a message of hers, the newest if none is named."""
        chat = cast("FakeChat", self)
        hers = [number for number, seen in chat.history.items() if not seen.by_bot]
        seen = chat.history[message_id or hers[-1]]
        fresh = chat.from_her(text=text)
        chat._next_id -= 1
        seen.body = fresh | {"message_id": seen.message_id, "date": seen.body["date"], "edit_date": fresh["date"]}
        seen.edits += 1
        return self._happens("edited_message", seen.body)

    async def shares(self, latitude: float, longitude: float) -> Update:
        """She shares a place."""
        return self._says(location={"latitude": latitude, "longitude": longitude})

    async def sends_voice(self, seconds: int = 3, content: bytes | None = None) -> Update:
        """A voice message. ``content``: the file that the bot can fetch."""
        return self._says(voice=self._file("ogg", "audio/ogg", content) | {"duration": seconds})

    async def sends_photo(self, caption: str | None = None, content: bytes | None = None) -> Update:
        """A picture. ``caption=""``: with an empty caption. ``content``: the file that the bot can fetch."""
        return self._says(photo=self._photo(content), **({} if caption is None else {"caption": caption}))

    async def sends_sticker(self) -> Update:
        looks = {"type": "regular", "width": 512, "height": 512, "is_animated": False, "is_video": False, "emoji": "👋"}
        return self._says(sticker=self._file("webp") | looks)

    async def sends_document(self, name: str = "letter.pdf", caption: str | None = None) -> Update:
        document = self._file(name.rpartition(".")[2], "application/pdf") | {"file_name": name}
        return self._says(document=document, **({} if caption is None else {"caption": caption}))

    async def sends_contact(self, phone_number: str, first_name: str = "Sara") -> Update:
        return self._says(contact={"phone_number": phone_number, "first_name": first_name})

    async def album(self, n: int, caption: str | None = None) -> list[Update]:
        """She sends ``n`` pictures as one album: an update for each."""
        chat = cast("FakeChat", self)
        group = str(chat.rig.new_number())
        return [
            self._says(media_group_id=group, photo=self._photo(), **({"caption": caption} if caption and not i else {}))
            for i in range(n)
        ]

    async def says(self, **body: Any) -> Update:
        """Any other message: the fields of it beyond message_id, from, chat and date."""
        return self._says(**body)

    # Buttons under messages

    async def taps(self, what: str, *, message_id: int | None = None, by: FakeChat | None = None) -> Update:
        """She presses an inline button, named by its label or callback_data: of the newest message that has it."""
        chat = cast("FakeChat", self)
        look = [chat.history[message_id]] if message_id else list(chat.messages.values())[::-1]
        for seen in look:
            if button := seen.button(what):
                if "callback_data" not in button:
                    raise AssertionError(f"{button['text']!r} does not ask the bot, but {sorted(button)}")
                return self._presses(button["callback_data"], dict(seen.body), by)
        raise AssertionError(f"no button {what!r}:\n{chat.transcript()}")

    async def presses_old(
        self, callback_data: str, message_id: int | None = None, *, age: float = A_YEAR, gone: bool = False
    ) -> Update:
        """She presses a button of long ago, which the chat need not show any more.

        An unknown message appears in its old place first. ``gone``: Telegram has lost the message and gives only
        its id (an InaccessibleMessage); it cannot be edited.
        """
        chat = cast("FakeChat", self)
        number = message_id if message_id is not None else chat.new_id()
        date = int(chat.rig.now() - age)
        if gone:
            chat.history.pop(number, None)
            chat._next_id = max(chat._next_id, number + 1)
            return self._presses(callback_data, {"message_id": number, "chat": chat.body, "date": 0})
        if number not in chat.history:
            keyboard = {"inline_keyboard": [[{"text": "…", "callback_data": callback_data}]]}
            old = {"message_id": number, "from": chat.rig.me, "chat": chat.body, "date": date, "text": "…"}
            chat.put_old(old | {"reply_markup": keyboard})
        seen = chat.history[number]
        seen.body = seen.body | {"date": date}
        return self._presses(callback_data, seen.body)

    def _presses(self, data: str, message: dict[str, Any], by: FakeChat | None = None) -> Update:
        chat = cast("FakeChat", self)
        number = str(chat.rig.new_number())
        query = {
            "id": number,
            "from": (by or chat).user,
            "message": message,
            "chat_instance": str(-abs(hash(chat.id)) - 1),
            "data": data,
        }
        update = self._happens("callback_query", query)
        chat.spinning[number] = update
        chat.rig.pressed(number, chat.id, message["message_id"])
        return update

    # Coming and going

    async def joins_group(self, group: FakeChat) -> list[Update]:
        """She adds the bot to a group."""
        group.left = False
        member = group._moves(self, "left", "member")
        added = group._says(new_chat_members=[group.rig.me], by=self)
        return [member, added]

    async def removes_bot(self, by: FakeChat) -> Update:
        """In a group: somebody removes the bot."""
        chat = cast("FakeChat", self)
        chat.left = True
        return self._moves(by, "member", "kicked")

    async def blocks(self) -> Update:
        """She blocks the bot: all that is sent to her is refused with 403."""
        chat = cast("FakeChat", self)
        chat.blocked = True
        return self._moves(self, "member", "kicked")

    async def unblocks(self) -> Update:
        chat = cast("FakeChat", self)
        chat.blocked = False
        return self._moves(self, "kicked", "member")

    def _moves(self, by: Verbs, before: str, after: str) -> Update:
        chat = cast("FakeChat", self)

        def member(status: str) -> dict[str, Any]:
            until = {"until_date": 0} if status == "kicked" else {}
            return {"user": chat.rig.me, "status": status} | until

        body = {
            "chat": chat.body,
            "from": cast("FakeChat", by).user,
            "date": int(chat.rig.now()),
            "old_chat_member": member(before),
            "new_chat_member": member(after),
        }
        return self._happens("my_chat_member", body)

    def _file(self, ending: str, mime_type: str | None = None, content: bytes | None = None) -> dict[str, Any]:
        chat = cast("FakeChat", self)
        ids = chat.rig.new_file(b"\0" * 64 if content is None else content, ending)
        return ids | ({"mime_type": mime_type} if mime_type else {})

    def _photo(self, content: bytes | None = None) -> list[dict[str, Any]]:
        """A small one and the whole."""
        sizes = ((90, None), (320, content))
        return [self._file("jpg", content=file) | {"width": side, "height": side} for side, file in sizes]
