"""An e-mail to one of the staff, by the operator's mail server."""

from __future__ import annotations

import smtplib
import ssl
from collections.abc import Iterator
from contextlib import contextmanager
from email.message import EmailMessage
from email.utils import formatdate, make_msgid
from urllib.parse import unquote, urlsplit

#: How long the server may take for each answer (seconds).
PATIENCE = 20.0


def send(url: str, sender: str, to: str, text: str) -> None:
    """Hand it to the server. Blocks; raises OSError or SMTPException, which is an OSError too."""
    message = EmailMessage()
    message["From"], message["To"], message["Subject"] = sender, to, text
    message["Date"] = formatdate()
    message["Message-ID"] = make_msgid(domain=sender.rpartition("@")[2])
    message["Auto-Submitted"] = "auto-generated"
    message.set_content(text + "\n")
    with _server(url) as server:
        server.send_message(message)


@contextmanager
def _server(url: str) -> Iterator[smtplib.SMTP]:
    """A connection, with TLS where the server has it. A password never goes out without."""
    known, context = urlsplit(url), ssl.create_default_context()
    host, port = known.hostname or "", known.port or 0
    if known.scheme == "smtps":
        server: smtplib.SMTP = smtplib.SMTP_SSL(host, port, timeout=PATIENCE, context=context)
    else:
        server = smtplib.SMTP(host, port, timeout=PATIENCE)
    with server:
        server.ehlo()
        if known.scheme == "smtp" and server.has_extn("starttls"):
            server.starttls(context=context)
            server.ehlo()
        elif known.scheme == "smtp" and known.username:
            raise smtplib.SMTPNotSupportedError("the server has no TLS for the password")
        if known.username:
            server.login(unquote(known.username), unquote(known.password or ""))
        yield server
