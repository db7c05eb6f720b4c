"""The page as a browser without scripts sends it, for tests that need no browser."""

from __future__ import annotations

import re

import aiohttp


class Form:
    """The forms of a page: their hidden fields, and what a press or a text sends."""

    def __init__(self, http: aiohttp.ClientSession, page: str) -> None:
        self._http = http
        self.page = page
        choices = page[page.index('class="choices') :]
        self.fields: dict[str, str] = dict(re.findall(r'<input type="hidden" name="(\w+)" value="([^"]*)">', choices))

    @property
    def secret(self) -> str:
        return self.fields["secret"]

    def button(self, choice: str) -> str:
        """The data of a button."""
        found = re.search(rf'value="(v1\|[^"]*\|{choice}\|\d+)"', self.page)
        assert found, f"no choice {choice}"
        return found[1]

    async def post(self, **fields: str) -> str:
        async with self._http.post("/", data=self.fields | fields) as response:
            assert response.status == 200
            return await response.text()


async def open_form(http: aiohttp.ClientSession, query: str = "") -> Form:
    async with http.get(f"/{query}") as response:
        return Form(http, await response.text())
