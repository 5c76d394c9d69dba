"""The ways out of the house, behind one door: a letter is handed over once, under its key, and it is told what became.

Whoever answers *yes* has it. *Declined* and *NotReached* are certain: the other side has said no, or nothing has left
the house. Everything else that goes wrong is unknown, and nobody sends it again by guessing.
"""

import json
import smtplib
import socket
import ssl
from base64 import b64encode
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from http.client import HTTPException
from pathlib import Path
from typing import Any
from urllib.error import HTTPError, URLError
from urllib.request import HTTPRedirectHandler, Request, build_opener

from django.conf import settings
from django.core.mail import EmailMessage, get_connection

SECONDS = 10
NOT_NOW = (429,)
# Of an answer: bytes.
MOST = 65_536


class Declined(Exception):
    """The other side has said no, and will say so again."""


class NoMailbox(Declined):
    """The receiver has no digital mailbox, or takes nothing there from us."""


class NotReached(Exception):
    """Nothing has left the house: it may be tried again."""


@dataclass(frozen=True)
class Letter:
    """What is handed over: to whom, what, and the key by which the other side knows it again."""

    address: str
    subject: str
    text: str
    key: str


def by_mail(letter: Letter) -> None:
    """Hand a letter to the mail server, under a Message-ID made of its key; or lay it in TRAPPAN_HOME/mail."""
    server = get_connection(fail_silently=False)
    domain = settings.DEFAULT_FROM_EMAIL.rpartition("@")[2].rstrip(">") or "localhost"
    headers = {"Message-ID": f"<{letter.key}@{domain}>"}
    message = EmailMessage(letter.subject, letter.text, None, [letter.address], headers=headers, connection=server)
    try:
        server.open()
    except OSError as error:
        raise NotReached from error
    try:
        message.send()
    except (smtplib.SMTPRecipientsRefused, smtplib.SMTPSenderRefused, smtplib.SMTPDataError) as error:
        # The server has answered: 4 says not now, 5 says never.
        raise (NotReached if answered(error) < 500 else Declined) from error
    finally:
        server.close()


def answered(error: smtplib.SMTPException) -> int:
    """Return the code with which a mail server has said no."""
    if isinstance(error, smtplib.SMTPRecipientsRefused):
        return max(code for code, _words in error.recipients.values())
    return int(error.args[0])


class NotElsewhere(HTTPRedirectHandler):
    """Follows nobody elsewhere: a message that is led away has not been taken."""

    def redirect_request(self, *_asked: Any) -> None:
        return None


def ask(service: Mapping[str, str], path: str, said: Mapping[str, str], key: str) -> Any:
    """Ask a service by a POST of JSON, with the key as Idempotency-Key; return what it answers, or None if no JSON.

    Refused: a no, and whatever nothing has been said to. Anything else that fails leaves it unknown.
    """
    headers = {"Content-Type": "application/json", "Idempotency-Key": key}
    if service["login"]:
        headers["Authorization"] = "Basic " + b64encode(service["login"].encode()).decode()
    request = Request(service["url"] + path, json.dumps(said).encode(), headers)  # noqa: S310  # environment.py asks for https
    try:
        with build_opener(NotElsewhere).open(request, timeout=SECONDS) as answer:
            written = answer.read(MOST)
    except HTTPError as error:
        error.close()
        if error.code in NOT_NOW:
            raise NotReached from error
        if error.code < 500:
            raise Declined from error
        raise
    except URLError as error:
        if isinstance(error.reason, ConnectionRefusedError | socket.gaierror | ssl.SSLCertVerificationError):
            raise NotReached from error
        raise
    try:
        return json.loads(written)
    except (ValueError, RecursionError):
        return None


def by_sms(letter: Letter) -> None:
    """Hand a letter to the service in TRAPPAN_SMS, with its key as Idempotency-Key; or lay it in TRAPPAN_HOME/sms."""
    if not settings.SMS["url"]:
        lay(Path(settings.SMS["folder"]), letter)
        return
    said = {"to": letter.address, "from": settings.SMS["sender"], "text": letter.text, "key": letter.key}
    ask(settings.SMS, "", said, letter.key)


def by_mailbox(letter: Letter) -> str:
    """Hand a letter to a person's digital mailbox by the service in TRAPPAN_MAILBOX; or lay it in TRAPPAN_HOME/mailbox.

    In two steps: first whether the person, who is known by the number alone, takes such messages from us; only then
    the message. Until the second nothing has left the house, whatever fails. The service may say at once that it came.
    """
    service = settings.MAILBOX
    if not service["url"]:
        if not service["folder"]:
            raise Declined
        lay(Path(service["folder"]), letter)
        return "sent"
    try:
        found = ask(service, "/reachable", {"number": letter.address}, letter.key)
    except (OSError, HTTPException) as error:
        raise NotReached from error
    if not isinstance(found, dict) or found.get("reachable") not in (True, False):
        raise NotReached
    if not found["reachable"]:
        raise NoMailbox
    said = {"number": letter.address, "subject": letter.subject, "text": letter.text, "key": letter.key}
    became = ask(service, "/messages", said, letter.key)
    return "delivered" if isinstance(became, dict) and became.get("delivered") is True else "sent"


def lay(folder: Path, letter: Letter) -> None:
    """Lay a letter in a folder of this installation, under its key, so that the same one twice is one."""
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    (folder / f"{letter.key}.txt").write_text(f"To: {letter.address}\n\n{letter.text}\n", encoding="utf-8")


# A letter on paper is a colleague's to send.
WAYS: Mapping[str, Callable[[Letter], str | None]] = {"email": by_mail, "sms": by_sms, "mailbox": by_mailbox}
