"""What a newcomer does in the web chat, on a phone, and what she sees."""

from __future__ import annotations

from typing import Self

from playwright.async_api import Locator, expect
from recordings import photo

from .town import COMES_ON, PHONE, Person, Town

#: Whether a screen later than a given one is shown.
NEWER = "before => [...document.querySelectorAll('#log .screen')].some(each => each.dataset.seq > before)"
PLACES = ("first", "second", "third")
Key = dict[str, str]


class Newcomer(Person):
    """She reads Tigrinya."""

    @classmethod
    async def comes(cls, town: Town) -> Self:
        """With a browser that knows nothing."""
        return cls(town, await town.page(**PHONE))

    @property
    def newest(self) -> Locator:
        return self.page.locator("#log .screen:not(.old)")

    # What she does

    async def opens_the_chat(self) -> None:
        await self.page.goto(self.town.chat)
        await self.taps("ti")

    async def taps(self, *choices: str) -> None:
        """One after the other, each answered by a screen."""
        for choice in choices:
            before = int(await self.newest.get_attribute("data-seq") or 0)
            await self.newest.or_(self.page.locator(".bar")).locator(f'button[value*="|{choice}|"]').click()
            await self.page.wait_for_function(NEWER, arg=before)

    async def writes(self, text: str) -> None:
        await self.page.fill("#text", text)
        await self.page.click("#say button.send")

    async def sends_her_voice(self) -> None:
        recorder = self.page.locator("#give .recorder")
        await recorder.locator(".record").click()
        await expect(recorder.locator(".state")).to_have_text(self.town.words("web-recording"))
        await self.page.wait_for_timeout(1200)
        await recorder.locator(".stop").click()
        await self.hears("#give .recorder audio")
        await recorder.locator(".give-it").click()

    async def sends_a_picture(self) -> None:
        """White with a red left half."""
        await self.page.click("#give summary")
        picture = photo(turned=1)
        await self.page.set_input_files("#picture", {"name": "IMG.jpg", "mimeType": "image/jpeg", "buffer": picture})
        await expect(self.page.locator("#photo .preview")).to_be_visible()
        await self.page.click("#photo .give-it")

    async def plays_the_answer(self) -> None:
        await self.newest.locator(".file button").click()
        await self.page.wait_for_function(COMES_ON, arg="#log .screen:not(.old) audio")

    async def answers_whether_it_helped(self) -> None:
        await expect(self.newest).to_contain_text(self.town.words("engine-helped"))
        await self.taps("yes")

    async def takes_her_key(self) -> Key:
        """The pictures by their names, and the digits."""
        await self.newest.locator(".key-form button").click()
        key = self.page.locator(".key")
        await expect(key).to_contain_text(self.town.words("web-key-warning"))
        names = await key.locator(".pictures li [lang]").all_inner_texts()
        return dict(zip(PLACES, names, strict=True)) | {"digits": (await key.locator(".digits").inner_text()).strip()}

    async def comes_back_with(self, key: Key) -> None:
        """Chooses the pictures by their names, in her language."""
        await self.page.goto(f"{self.town.chat}/?l=ti")
        await self.page.click(".have-key a")
        for place in PLACES:
            await self.page.select_option(f"#{place}", label=await self._picture(place, key[place]))
        await self.page.fill("#digits", key["digits"])
        await self.page.click(".return button")

    async def secret(self) -> str:
        """What her browser has of the conversation."""
        return await self.page.input_value("#dock .leave [name=secret]")

    async def opens_with(self, secret: str) -> str:
        """What somebody reads who has kept a secret."""
        form: dict[str, str | float | bool] = {"secret": secret, "locale": "ti", "more": "1"}
        return await (await self.page.request.post(self.town.chat, form=form)).text()

    async def _picture(self, place: str, name: str) -> str:
        options = await self.page.locator(f"#{place} option").all_inner_texts()
        return next(each for each in options if each.endswith(f" {name}"))

    # What she sees

    async def is_on(self, screen: str) -> None:
        await expect(self.newest).to_have_attribute("data-screen", screen)

    async def reads(self, *texts: str) -> None:
        """On the newest screen."""
        for text in texts:
            await expect(self.newest).to_contain_text(text)

    async def reads_from(self, guide: str, text: str) -> None:
        """An answer that says who speaks."""
        await self.is_on("engine-said")
        await self.reads(guide, text)

    async def sees_it_was_sent(self) -> None:
        await expect(self.page.locator("#status")).to_have_text(self.town.words("web-sent"))
