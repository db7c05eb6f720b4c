"""Logging in: what is asked for, what is told, and what nobody gets without it."""

from __future__ import annotations

from collections.abc import AsyncIterator

import aiohttp
import pytest

from halsobot.console.login import COOKIE, LOCKED

from .office import PASSWORD, SECRET, Client, Office, Page


@pytest.fixture
async def stranger(office: Office) -> AsyncIterator[Client]:
    """A browser that is not logged in."""
    async with aiohttp.ClientSession(office.url, cookie_jar=aiohttp.CookieJar(unsafe=True)) as http:
        yield Client(http)


async def _tries(office: Office, who: Client, code: str | None = None, **wrong: str) -> Page:
    return await who.post("/login", **{"name": "anna", "password": PASSWORD, "code": code or office.code()} | wrong)


async def test_nothing_but_the_door_stands_open(office: Office, stranger: Client) -> None:
    """Every page leads to the login; the stream and the script hear 401."""
    case, _ = await office.asks()
    for path in ("/", "/shift", f"/case/{case}", "/nowhere"):
        assert (await stranger.get(path)).path == "/login"
    assert (await stranger.get("/stream")).status == 401
    assert (await stranger.get("/", **{"X-Script": "1"})).status == 401
    assert (await stranger.post(f"/case/{case}/claim")).status == 401
    assert (await office.desk.row(case)).state == "waiting"


async def test_cookie_and_headers(office: Office, stranger: Client) -> None:
    """The cookie is for this site and no script; behind TLS it is for TLS only. Headers forbid what is not needed."""
    async with stranger.http.post(
        "/login",
        data={"name": " Anna ", "password": PASSWORD, "code": office.code()},
        headers={"X-Forwarded-Proto": "https"},
        allow_redirects=False,
    ) as answer:
        cookie = answer.headers["Set-Cookie"]
        assert answer.status == 303
    assert cookie.startswith(COOKIE)
    for part in ("HttpOnly", "SameSite=Strict", "Path=/", "Secure"):
        assert part in cookie
    assert "Max-Age" not in cookie
    for path in ("/login", "/", "/nowhere"):
        page = await stranger.get(path)
        assert page.headers["Content-Security-Policy"].startswith("default-src 'none'")
        assert page.headers["Cache-Control"].startswith("no-store")
        assert "Server" not in page.headers


async def test_every_wrong_answer_is_the_same(office: Office, stranger: Client) -> None:
    """A wrong name, password or code: nobody learns which it was."""
    wrongs = ({"name": "nobody"}, {"password": "wrong but long enough"}, {"code": "000000"})
    pages = [await _tries(office, stranger, **wrong) for wrong in wrongs]
    assert {page.status for page in pages} == {403}
    assert len({page.words.replace("nobody", "anna") for page in pages}) == 1
    await _opens(office, stranger)


async def _opens(office: Office, who: Client) -> None:
    assert (await _tries(office, who)).path == "/"


async def test_a_code_counts_once(office: Office, stranger: Client) -> None:
    """The same code again is refused, on another browser too; an older one as well."""
    old, new = office.code(), office.code()
    assert (await _tries(office, stranger, code=new)).path == "/"
    assert (await _tries(office, stranger, code=new)).status == 403
    assert (await _tries(office, stranger, code=old)).status == 403
    await _opens(office, stranger)


async def test_five_failures_lock_the_account_for_a_quarter_of_an_hour(office: Office, stranger: Client) -> None:
    """Then not even the right answers open it; afterwards they do."""
    await office.hires("lisa", "eva", "sv")
    for _ in range(5):
        await _tries(office, stranger, name="lisa", password="wrong but long enough")
    assert (await _tries(office, stranger, name="lisa")).status == 403
    office.clock.passes(seconds=LOCKED)
    assert (await _tries(office, stranger, name="lisa")).path == "/"
    store = office.rt.store
    await store.change(lambda connection: store.staff.remove(connection, "lisa"))


async def test_logging_out_and_idling_end_a_login(office: Office) -> None:
    """Then the pages ask for a login again."""
    async with office.logs_in("anna") as anna:
        token = (await anna.get("/")).form("/logout")["token"]
        assert (await anna.post("/logout", token=token)).path == "/login"
        assert (await anna.get("/")).path == "/login"
    async with office.logs_in("anna") as anna:
        office.clock.passes(hours=7)
        assert (await anna.get("/")).path == "/"
        office.clock.passes(hours=7)
        await anna.get("/", **{"X-Script": "1"})
        office.clock.passes(hours=2)
        assert (await anna.get("/")).path == "/login"


async def test_no_form_counts_without_its_token(office: Office) -> None:
    """A token of another login, or a form from another site, changes nothing; what was written is shown."""
    case, _ = await office.asks()
    async with office.logs_in("anna") as anna, office.logs_in("bilal") as bilal:
        his = (await bilal.get("/")).form(f"/case/{case}/claim")
        assert (await anna.post(f"/case/{case}/claim", **his)).status == 403
        hers = (await anna.get("/")).form(f"/case/{case}/claim")
        elsewhere = {"Sec-Fetch-Site": "cross-site"}
        assert (await anna.post_as(f"/case/{case}/claim", elsewhere, **hers)).status == 403
        assert (await office.desk.row(case)).state == "waiting"
        kept = await anna.post(f"/case/{case}/reply", text="Långa ord", kind="text", token="old")
        assert "Långa ord" in kept.words


async def test_a_login_that_ends_while_she_writes_keeps_her_words(office: Office) -> None:
    """They go along through the new login and stand in the case as a draft."""
    case, _ = await office.asks()
    async with office.logs_in("anna") as anna:
        await anna.claims(case)
        ticket = (await anna.get(f"/case/{case}")).form(f"/case/{case}/reply")
        office.clock.passes(hours=9)
        door = await anna.post(f"/case/{case}/reply", **ticket | {"text": "Nästan färdigt"})
        assert door.status == 401
        hidden = door.form("/login")
        page = await anna.post("/login", **hidden, name="anna", password=PASSWORD, code=office.code(SECRET))
        assert page.path == f"/case/{case}"
        assert "Nästan färdigt" in page.text
    assert (await office.desk.open(case, "anna")).draft == "Nästan färdigt"


async def test_next_never_leads_elsewhere(office: Office, stranger: Client) -> None:
    """Only to a page of ours."""
    for there in ("https://example.org", "//example.org", "/login", "/case/../x"):
        assert (await _tries(office, stranger, next=there)).path == "/"


async def test_without_any_account_the_page_says_how_to_make_one(office: Office, stranger: Client) -> None:
    """So that ``make run`` leads on; once there is one, nothing is said of it."""
    assert "halsobot staff add" not in (await stranger.get("/login")).words
    store = office.rt.store
    for name in ("anna", "bilal", "eva"):
        await store.change(lambda connection, name=name: store.staff.remove(connection, name))  # type: ignore[misc]
    assert "halsobot staff add NAME --guide GUIDE" in (await stranger.get("/login")).words
