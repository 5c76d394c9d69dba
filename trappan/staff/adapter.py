"""What the sign-in library asks of us: who may try, what is stored, and who comes in by another's word.

Nobody signs up by themselves: an administrator adds colleagues and keeps their addresses.
"""

import time
from datetime import UTC, datetime, timedelta
from typing import Any

from allauth.account.adapter import DefaultAccountAdapter
from allauth.core.exceptions import ImmediateHttpResponse
from allauth.core.internal import ratelimit
from allauth.mfa.adapter import DefaultMFAAdapter
from allauth.mfa.utils import is_mfa_enabled
from allauth.socialaccount.adapter import DefaultSocialAccountAdapter, _build_apps_from_settings
from cryptography.fernet import Fernet
from django.conf import settings
from django.contrib import messages
from django.contrib.auth.base_user import AbstractBaseUser
from django.core.cache import cache
from django.core.exceptions import ImproperlyConfigured, PermissionDenied, ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from trappan import database
from trappan.schedules.clock import now
from trappan.staff.known_browser import knows, remember
from trappan.staff.models import User
from trappan.staff.session import LEVEL, has_level

NOT_THAT_WAY = gettext_lazy(
    "You could not be signed in that way. Ask your administrator to tie your account to it, or use your password."
)
# For how long somebody who signs in is told that a password was chosen by a link.
TOLD_OF_CHOICE = timedelta(days=7)
# How far the service's clock may be from ours, in seconds.
APART = 60
APP, WRONG_TRY, UNKNOWN_TRY = "allauth.account", "login_failed", "login_failed_unknown"


class Accounts(DefaultAccountAdapter):
    """Passwords and addresses; sign-in may change of an account its password and nothing else."""

    error_messages = {  # the library's name
        **DefaultAccountAdapter.error_messages,
        "email_password_mismatch": gettext_lazy("Address or password is wrong."),
        "incorrect_password": gettext_lazy("The password is wrong."),
        "enter_current_password": gettext_lazy("Write the password that you have now."),
        "account_inactive": gettext_lazy("Your account is closed. Ask your administrator."),
        "rate_limited": gettext_lazy("That was many tries in a short time. Wait a few minutes and try again."),
    }

    def is_open_for_signup(self, request: HttpRequest) -> bool:  # noqa: ARG002  # allauth names it
        return False

    def set_password(self, user: AbstractBaseUser, password: str) -> None:
        user.set_password(password)
        user.save(update_fields=["password"])

    def get_client_ip(self, request: HttpRequest) -> str:
        """Return the address that asks; one that the proxies do not name as they should is turned away."""
        try:
            return str(super().get_client_ip(request))
        except ImproperlyConfigured:
            raise PermissionDenied from None

    def _get_login_attempts_cache_key(self, request: HttpRequest, **credentials: Any) -> str:
        """Count wrong tries by account and address together: a stranger's keep nobody else out."""
        return f"{super()._get_login_attempts_cache_key(request, **credentials)}:{ratelimit.get_ip(request)}"

    def account_key(self, request: HttpRequest, **credentials: Any) -> str:
        """Return what an account is counted by, wherever it is tried from."""
        return str(super()._get_login_attempts_cache_key(request, **credentials))

    def authentication_failed(self, request: HttpRequest, **credentials: Any) -> None:
        """Count a wrong try for the account too, unless the browser is one in which its owner has signed in."""
        if not knows(request, str(credentials.get("email", ""))):
            ratelimit.consume(request, app=APP, action=UNKNOWN_TRY, key=self.account_key(request, **credentials))

    def post_login(self, request: HttpRequest, user: AbstractBaseUser, **about: Any) -> HttpResponse:
        """Let the browser know who has signed in: others' wrong tries keep nobody out of it."""
        response: HttpResponse = super().post_login(request, user, **about)
        if isinstance(user, User):
            remember(request, response, user)
            tell_of_choice(request, user)
        return response

    def refuse_strained(self, request: HttpRequest, **credentials: Any) -> None:
        """Refuse an account that very many have tried wrongly of late, but in browsers that know its owner."""
        key = self.account_key(request, **credentials)
        if knows(request, str(credentials.get("email", ""))):
            return
        if ratelimit.consume(request, app=APP, action=UNKNOWN_TRY, key=key, dry_run=True):
            return
        raise ValidationError(
            _(
                "There have been very many wrong tries with this address. Sign in in a browser in which you have "
                "signed in before, try again at %(when)s, or ask your administrator for a link."
            )
            % {"when": f"{self.next_try(request, key, UNKNOWN_TRY):%H.%M}"},
            code="too_many_login_attempts",
        )

    def pre_authenticate(self, request: HttpRequest, **credentials: Any) -> None:
        """Refuse one who has tried too often, and say when the next try counts."""
        self.refuse_strained(request, **credentials)
        try:
            super().pre_authenticate(request, **credentials)
        except ValidationError:
            again = self.next_try(request, self._get_login_attempts_cache_key(request, **credentials), WRONG_TRY)
            raise ValidationError(
                _("Too many wrong tries with this address from here. Try again at %(when)s, or ask for a new password.")
                % {"when": f"{again:%H.%M}"},
                code="too_many_login_attempts",
            ) from None

    def next_try(self, request: HttpRequest, key: str, action: str) -> datetime:
        """Return the whole minute from which a try counts again."""
        (rate,) = ratelimit.get_rates(app=APP, action=action)
        history = cache.get(ratelimit.get_cache_key(request, app=APP, action=action, rate=rate, key=key), [])
        oldest = datetime.fromtimestamp(history[-1], tz=UTC) if history else timezone.now()
        return timezone.localtime(oldest) + timedelta(seconds=rate.duration + 59)


def tell_of_choice(request: HttpRequest, user: User) -> None:
    """Say for a while when a password was chosen by a link: whoever did not do it hears so, and what stops it."""
    chosen = user.chosen_at
    if chosen is None or chosen < now() - TOLD_OF_CHOICE:
        return
    at = timezone.localtime(chosen)
    words = {"day": date_format(at.date()), "hour": f"{at:%H.%M}"}
    said = _("Your password was chosen by a link %(day)s at %(hour)s.") % words
    if not is_mfa_enabled(user):
        second = _("Add a second step under your name: then nobody gets in by a link alone.")
        said = f"{said} {second}"
    last = _("Was it not you? Tell your head of unit at once.")
    messages.info(request, f"{said} {last}")


class SecondFactors(DefaultMFAAdapter):
    """Second factors; their secrets lie locked in the database, and the key in the environment."""

    error_messages = {  # the library's name
        **DefaultMFAAdapter.error_messages,
        "incorrect_code": gettext_lazy("The code is wrong. Codes change every half minute: write the newest."),
        "cannot_delete_authenticator": gettext_lazy("This one cannot be turned off."),
        "cannot_generate_recovery_codes": gettext_lazy("Turn on an authenticator app or a passkey first."),
    }

    def encrypt(self, text: str) -> str:
        return Fernet(settings.FACTOR_KEY).encrypt(text.encode()).decode()

    def decrypt(self, encrypted_text: str) -> str:
        return Fernet(settings.FACTOR_KEY).decrypt(encrypted_text.encode()).decode()

    def is_mfa_enabled(self, user: AbstractBaseUser, types: list[str] | None = None) -> bool:
        """Ask nobody twice: who came by the organisation's own sign-in has shown two factors there."""
        from allauth.core import context

        return not has_level(context.request, user) and bool(super().is_mfa_enabled(user, types))


class Identities(DefaultSocialAccountAdapter):
    """Sign-in by the organisation's own service: known by issuer and subject, never by an e-mail address.

    No account is made or linked here: an administrator ties a colleague to an identity beforehand. The
    level is read in the answer, since what was asked for proves nothing, and so is the moment at which somebody signed
    in at the service: not before it was asked, lest whoever borrows a browser comes in as the one before.
    """

    def list_apps(self, request: HttpRequest, provider: str | None = None, client_id: str | None = None) -> list[Any]:  # noqa: ARG002
        found = _build_apps_from_settings(provider=provider, client_id=client_id)
        return [app for apps in found.values() for app in apps]

    def is_open_for_signup(self, request: HttpRequest, sociallogin: Any) -> bool:  # noqa: ARG002  # allauth names them
        return False

    def generate_state_param(self, state: dict[str, Any]) -> str:
        """Draw what the answer comes back with, and keep beside the rest of its state when it was asked."""
        state["asked"] = int(time.time())
        return str(super().generate_state_param(state))

    def pre_social_login(self, request: HttpRequest, sociallogin: Any) -> None:
        """Let in the colleague whom the answer names, at a level that is enough; refuse all others alike."""
        claims = sociallogin.account.extra_data.get("id_token", {})
        level = str(claims.get("acr", ""))
        subject = str(claims.get(settings.OIDC["subject"], ""))
        user_id = database.value("staff_identified", str(claims.get("iss", "")), subject) if subject else None
        asked, shown = sociallogin.state.get("asked"), claims.get("auth_time")
        fresh = isinstance(asked, int) and isinstance(shown, int) and shown >= asked - APART
        begun_here = sociallogin.state.get("process") == "login" and fresh
        if not begun_here or level not in settings.OIDC["levels"] or user_id is None:
            messages.error(request, str(NOT_THAT_WAY))
            raise ImmediateHttpResponse(redirect("account_login"))
        sociallogin.user = User.objects.get(pk=user_id)
        sociallogin.account.extra_data = {}
        request.session[LEVEL] = {"user": user_id, "level": level}
