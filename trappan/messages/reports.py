"""What a service says of a message that it was given: read from a report of mail (RFC 3464), or from JSON.

Only what is final counts: that mail is delayed, or was passed on, moves nothing. What is no report is None.
"""

import json
import re
from dataclasses import dataclass
from email import message_from_bytes, policy
from email.message import EmailMessage, Message
from typing import Any
from uuid import UUID

from trappan.messages.models import Message as Ours

Back = Ours.Back
# The key is the left half of our Message-ID.
KEY = re.compile(r"<([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})@")
ACTIONS = {"delivered": "delivered", "failed": "bounced"}
STATES = {"delivered": "delivered", "failed": "bounced"}
# Enhanced status codes (RFC 3463): the first pattern that fits.
BECAUSE = (
    (re.compile(r"\d\.1\.\d+"), Back.NO_SUCH),
    (re.compile(r"\d\.2\.2"), Back.FULL),
    (re.compile(r"\d\.(2\.1|7\.\d+)"), Back.NOT_TAKEN),
)


@dataclass(frozen=True)
class Report:
    """What became of the message of a key: it was `delivered`, or it `bounced`, for a reason; empty moves nothing."""

    key: UUID
    came: str
    why: str = ""


def read_mail(raw: bytes) -> Report | None:
    """Read a delivery status notification about one of our letters; None where it is none."""
    mail = message_from_bytes(raw, policy=policy.default)
    if mail.get_content_type() != "multipart/report":
        return None
    parts = list(mail.walk())
    said = next((part for part in parts if part.get_content_type() == "message/delivery-status"), None)
    key = key_in(parts)
    if said is None or key is None:
        return None
    for of_receiver in blocks_of(said):
        action = str(of_receiver.get("Action", "")).strip().lower()
        if action:
            came = ACTIONS.get(action, "")
            return Report(key, came, why(str(of_receiver.get("Status", ""))) if came == "bounced" else "")
    return None


def blocks_of(status: Message) -> list[Message]:
    """Return the parts of a delivery status: the first is about the message, the others each about a receiver."""
    found = status.get_payload()
    return [one for one in found if isinstance(one, Message)] if isinstance(found, list) else []


def key_in(parts: list[Any]) -> UUID | None:
    """Return the key of the letter that a report carries, whole or its headers alone."""
    for part in parts:
        kind = part.get_content_type()
        if kind == "message/rfc822":
            headers = next(iter(blocks_of(part)), None)
        elif kind in ("text/rfc822-headers", "message/rfc822-headers"):
            headers = message_from_bytes(text_of(part), policy=policy.default)
        else:
            continue
        if headers is not None and (found := KEY.search(message_id_of(headers))):
            return UUID(found[1])
    return None


def message_id_of(headers: Message) -> str:
    """Return the Message-ID as it stands: the library reads it, and falls over what is none."""
    named = (value for name, value in headers.raw_items() if name.lower() == "message-id")
    return str(next(named, ""))


def text_of(part: EmailMessage) -> bytes:
    """Return the bytes of a part, as they were before they were written for the way."""
    found = part.get_payload(decode=True)
    return found if isinstance(found, bytes) else b""


def why(status: str) -> str:
    """Return why mail came back, by its status code."""
    return next((str(reason) for code, reason in BECAUSE if code.fullmatch(status.strip()[:12])), str(Back.OTHER))


def read_json(raw: bytes) -> Report | None:
    """Read `{"key": …, "state": "delivered" | "failed", "why": …}`; None where it is none, or of an unknown state."""
    try:
        said = json.loads(raw)
        key, state, because = UUID(said["key"]), said["state"], said.get("why", Back.OTHER.value)
    except (ValueError, TypeError, KeyError, AttributeError, RecursionError):
        return None
    came = STATES.get(state, "") if isinstance(state, str) else ""
    if not came or because not in Back.values:
        return None
    return Report(key, came, because if came == "bounced" else "")
