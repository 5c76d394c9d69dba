"""The account with which a colleague signs in, and the link by which its password is chosen."""

from datetime import timedelta
from typing import Any

from allauth.account.utils import user_pk_to_url_str
from django.conf import settings
from django.contrib.auth.tokens import PasswordResetTokenGenerator
from django.core.management.base import CommandError
from django.urls import reverse

from trappan import database
from trappan.staff.models import Colleague, User


class Links(PasswordResetTokenGenerator):
    """Tokens of links for passwords, dead with another password, sign-in or address (staff/sql/colleague.sql).

    What they hang on is the database's to say: who makes one for a colleague reads no password, not even its digest.
    """

    def _make_hash_value(self, user: Any, timestamp: int) -> str:
        return f"{user.pk}{database.value('staff_link_hangs_on', user.pk)}{timestamp}"


LINKS = Links()


def link_for(user_id: int) -> str:
    """Return the address at which an account's password is chosen, once, within a day."""
    user = User(pk=user_id)
    front = f"https://{settings.HOSTS[0]}" if settings.HOSTS else "http://127.0.0.1:8000"
    key = (user_pk_to_url_str(user), LINKS.make_token(user))
    return front + reverse("account_reset_password_from_key", args=key)


def lasts() -> timedelta:
    """Return how long a link for a password works."""
    return timedelta(seconds=settings.PASSWORD_RESET_TIMEOUT)


def makers_of(user_id: int) -> set[int]:
    """Return the accounts of those who have made a link for another's account that may still be used."""
    return {maker for (maker,) in database.rows("staff_link_makers", user_id, lasts())}


def sends_mail() -> bool:
    """Tell whether a mail server is named; without one links are written to files, which no colleague reads."""
    return "filebased" not in settings.EMAIL_BACKEND


def account_of(email: str) -> User:
    """Return a colleague's account, made without a password where there is none; refuse an unknown address."""
    colleague = Colleague.objects.filter(email__iexact=email.strip()).first()
    if colleague is None:
        raise CommandError(f"No colleague has the address {email}.", returncode=2)
    user = User.objects.filter(colleague=colleague).first()
    if user is None:
        user = User(colleague=colleague, email=colleague.email)
        user.set_unusable_password()
        user.save()
    return user
