"""Fixtures for the tests of specification and delivery."""

from __future__ import annotations

import json
from collections.abc import AsyncIterator, Callable, Coroutine
from typing import Any

import aiohttp
import pytest
from telegram import (
    Bot,
)

from rig import (
    Hook,
    Rig,
)


@pytest.fixture
async def rig() -> AsyncIterator[Rig]:
    async with Rig() as rig:
        yield rig


@pytest.fixture
async def bot(rig: Rig) -> AsyncIterator[Bot]:
    async with Bot(rig.token, base_url=rig.base_url, base_file_url=rig.base_file_url) as bot:
        yield bot


@pytest.fixture
async def session() -> AsyncIterator[aiohttp.ClientSession]:
    async with aiohttp.ClientSession() as session:
        yield session


Ask = Callable[..., Coroutine[Any, Any, tuple[int, Any]]]


@pytest.fixture
def ask(rig: Rig, session: aiohttp.ClientSession) -> Ask:
    """A call by form: status and JSON. Values that are not text are sent as JSON."""

    async def call(method: str, **params: Any) -> tuple[int, Any]:
        form = {name: each if isinstance(each, str) else json.dumps(each) for name, each in params.items()}
        async with session.post(f"{rig.base_url}{rig.token}/{method}", data=form) as answer:
            return answer.status, await answer.json()

    return call


@pytest.fixture
async def hook() -> AsyncIterator[Hook]:
    async with Hook() as hook:
        yield hook
