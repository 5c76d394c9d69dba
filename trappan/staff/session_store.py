"""Sessions whose keys only their browsers have: the database keeps digests.

Whoever reads django_session can neither take over a session nor enter in somebody's place, and what
stands in one row is not read in another.
"""

from hashlib import sha256
from typing import Any

from django.contrib.auth import SESSION_KEY
from django.contrib.sessions.backends.base import SessionBase
from django.contrib.sessions.backends.db import SessionStore as DatabaseStore
from django.contrib.sessions.models import Session
from django.utils import timezone

from trappan import database
from trappan.database.written import Written, given_moment, given_text


def kept_of(key: str) -> str:
    """Return what a session is kept under; as long as Django's column takes."""
    return sha256(f"session:{key}".encode()).hexdigest()[:40]


def sign_in_of(session: SessionBase) -> str:
    """Return what shows the database who signed in to this session; nothing that is kept shows it."""
    return sha256(f"sign-in:{session.session_key}".encode()).hexdigest()


# Asked for every page.
FOUND = Written(lambda: Session.objects.filter(session_key=given_text("key"), expire_date__gt=given_moment("now")))


class SessionStore(DatabaseStore):
    """Django's sessions in the database, each under its key's digest."""

    @property
    def key_salt(self) -> str:
        return f"trappan.staff.session.{kept_of(self.session_key or '')}"

    def _get_session_from_db(self) -> Session | None:
        session: Session | None = next(iter(FOUND.ask(key=kept_of(self.session_key or ""), now=timezone.now())), None)
        if session is None:
            self._session_key = None
        return session

    def exists(self, session_key: str) -> bool:
        return Session.objects.filter(session_key=kept_of(session_key)).exists()

    def create_model_instance(self, data: dict[str, Any]) -> Session:
        kept = kept_of(self.session_key or "")  # there is one by now
        return Session(session_key=kept, session_data=self.encode(data), expire_date=self.get_expiry_date())

    def delete(self, session_key: str | None = None) -> None:
        key = session_key or self.session_key
        if key:
            Session.objects.filter(session_key=kept_of(key)).delete()

    def cycle_key(self) -> None:
        """Take another key, with the sign-in, where somebody is signed in."""
        before = sign_in_of(self)
        super().cycle_key()
        if SESSION_KEY in self:
            database.value("staff_move_sign_in", before, sign_in_of(self), kept_of(self.session_key or ""))
