"""What a health guide does in the console, and what is to be seen there."""

from __future__ import annotations

from typing import Any, Self

from playwright.async_api import Locator, expect

from .town import DESK, PASSWORD, Person, Town

#: The brightest colour at a place of the picture, whose size is given as parts of its width and height.
COLOUR = """
(picture, [x, y]) => {
  const canvas = document.createElement('canvas');
  [canvas.width, canvas.height] = [picture.naturalWidth, picture.naturalHeight];
  const paper = canvas.getContext('2d');
  paper.drawImage(picture, 0, 0);
  return Math.max(...paper.getImageData(x * canvas.width, y * canvas.height, 1, 1).data.slice(0, 3));
}
"""


class Guide(Person):
    """Reads Swedish in the console, and Tigrinya."""

    @classmethod
    async def logs_in(cls, town: Town, name: str, screen: dict[str, Any] = DESK) -> Self:
        page = await town.page(**screen)
        await page.goto(town.console)
        await page.fill("#name", name)
        await page.fill("#password", PASSWORD)
        await page.fill("#code", await town.hires(name))
        await page.locator("#code").press("Enter")
        await expect(page.locator("h1")).to_have_text("Kö")
        return cls(town, page)

    @property
    def talk(self) -> Locator:
        return self.page.locator("#live")

    # What a guide does

    async def takes_the_case(self) -> None:
        await self.page.get_by_role("button", name="Ta ärendet").click()
        await expect(self.page.get_by_role("heading", name="Svara", exact=True)).to_be_visible()

    async def opens_the_case(self) -> None:
        """One that a colleague has handed over."""
        await self.page.get_by_role("link", name="Öppna").click()
        await expect(self.page.get_by_role("heading", name="Svara", exact=True)).to_be_visible()

    async def answers(self, text: str) -> None:
        await self.page.fill("#text", text)
        await self.page.locator("#write").get_by_role("button", name="Skicka").click()
        await expect(self.page.locator(".ours .words").last).to_have_text(text)

    async def answers_with(self, kind: str, name: str) -> None:
        """A ready phrase, or a page of the bot, seen in both languages before it is sent."""
        form = self.page.locator(f"[data-kind={kind}]")
        await form.locator("select").select_option(name)
        await expect(form.locator(".both > div")).to_have_count(2)
        await expect(form.locator('.both [lang="ti"]').first).to_be_visible()
        await form.get_by_role("button", name="Skicka").click()

    async def answers_by_voice(self) -> None:
        voice = self.page.locator("#voice")
        await voice.get_by_role("button", name="Spela in").click()
        await expect(voice.locator(".level")).to_contain_text("0:01")
        await voice.get_by_role("button", name="Stopp").click()
        await voice.get_by_role("button", name="Skicka inspelningen").click()
        await expect(voice.locator(".told")).to_have_text("Inspelningen är skickad.")

    async def plays_her_voice(self) -> None:
        await expect(self.talk.locator(".hers audio")).to_be_visible()
        await self.hears(".hers audio")

    async def blacks_out_the_left_top(self) -> None:
        """A fourth of the picture, by mouse."""
        await self.talk.locator(".hers a.photo").click()
        await expect(self.page.get_by_role("button", name="Lägg till en yta")).to_be_visible()
        box = await self.page.locator("#black svg").bounding_box()
        assert box
        await self.page.mouse.move(box["x"] + 2, box["y"] + 2)
        await self.page.mouse.down()
        await self.page.mouse.move(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2, steps=4)
        await self.page.mouse.up()
        await self.page.get_by_role("button", name="Svärta för gott").click()
        await self.sees("Bilden som den var visas inte mer.")

    async def goes_back_to_the_case(self) -> None:
        await self.page.get_by_role("link", name="Till ärendet").click()

    async def hands_over_to(self, name: str) -> None:
        await self.page.select_option("#to", label=name)
        await self.page.get_by_role("button", name="Lämna över").click()
        await expect(self.page.get_by_role("alert")).to_have_text("Ärendet är överlämnat.")

    async def closes_the_case(self) -> None:
        await self.page.select_option("#reason", "answered")
        await self.page.get_by_role("button", name="Avsluta ärendet").click()
        await expect(self.page.get_by_role("alert")).to_have_text("Ärendet är avslutat.")

    # What a guide sees

    async def sees_in_the_talk(self, *texts: str) -> None:
        for text in texts:
            await expect(self.talk.get_by_text(text).last).to_be_visible()

    async def sees_it_is_urgent(self) -> None:
        await expect(self.page.locator(".marks .red").first).to_have_text("Brådskar")

    async def sees_black_and_red(self) -> None:
        """The left top is black for good, the left bottom is still red."""
        picture = self.page.locator("#black img")
        assert [await picture.evaluate(COLOUR, spot) < 60 for spot in ([0.2, 0.2], [0.2, 0.8])] == [True, False]

    async def sees_nothing_of(self, *texts: str) -> None:
        for text in texts:
            await expect(self.page.get_by_text(text)).to_have_count(0)

    async def how_much_she_said(self) -> str:
        """The number of her messages to a person, as the console counts them."""
        return await self.talk.locator(".facts dd").last.inner_text()
