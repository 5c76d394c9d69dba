"""Every sign-in, by whatever way, is written where the database finds it."""

from typing import Any

from django.apps import AppConfig
from django.contrib.auth.signals import user_logged_in
from django.http import HttpRequest

from trappan import database


class StaffConfig(AppConfig):
    """The one place that Django's own sign-in passes, be it by password, the demo's cards or a test."""

    name = "trappan.staff"

    def ready(self) -> None:
        from allauth.account.signals import password_reset  # its models are there only now

        user_logged_in.connect(keep_sign_in, dispatch_uid="staff.sign_in")
        password_reset.connect(keep_choice, dispatch_uid="staff.choose_password")


def keep_sign_in(request: HttpRequest, user: Any, **_signal: Any) -> None:
    """Keep who has signed in to this session, in the log too; the session has its key by then."""
    from trappan.staff.session_store import kept_of, sign_in_of  # models are there only now

    if request.session.session_key is None:
        request.session.create()
    key = str(request.session.session_key)
    database.value("staff_sign_in", user.pk, sign_in_of(request.session), kept_of(key))


def keep_choice(user: Any, **_signal: Any) -> None:
    """Keep that a password has been chosen by a link: its owner reads when, and the log who had made the link."""
    from trappan.staff.accounts import lasts  # models are there only now

    database.value("staff_password_chosen", user.pk, lasts())
