"""Views become HTML. Templates know nothing of the desk; every text is escaped."""

from __future__ import annotations

import secrets
from functools import cache, partial

from aiohttp import web
from jinja2 import Environment, PackageLoader, StrictUndefined

from halsobot.console.site import ME, SITE
from halsobot.console.wording import LANGUAGES, clock_time, language_name, say
from halsobot.text.locales import direction


def page(request: web.Request, template: str, *, status: int = 200, **values: object) -> web.Response:
    """A page or a part of one, in the guide's language; before the login in the browser's."""
    site, me = request.app[SITE], request.get(ME)
    language = me.language if me and me.language in LANGUAGES else _of_browser(request)
    now = site.clock()
    text = (
        _environment()
        .get_template(template)
        .render(
            t=partial(say, language), language=language, me=me, url=site.assets.url, path=request.path,
            when=partial(clock_time, now=now, language=language), tongue=partial(language_name, language=language),
            **values,
        )
    )  # fmt: skip
    return web.Response(status=status, text=text, content_type="text/html")


def _of_browser(request: web.Request) -> str:
    """The first language of the browser's that the console speaks."""
    tags = (each.partition(";")[0].strip()[:2] for each in request.headers.get("Accept-Language", "").split(","))
    return next((tag for tag in tags if tag in LANGUAGES), LANGUAGES[0])


@cache
def _environment() -> Environment:
    environment = Environment(
        loader=PackageLoader("halsobot.console"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.globals.update(direction=direction, one_time=partial(secrets.token_urlsafe, 12))
    environment.tests["web_address"] = lambda address: address.startswith(("https://", "http://"))
    return environment
