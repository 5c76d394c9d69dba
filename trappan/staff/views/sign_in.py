"""One's own sign-in: the library's pages where they need a word of ours, and ending what is open elsewhere."""

from typing import Any

from allauth.account import views as account
from allauth.socialaccount.providers.openid_connect import views as openid_connect
from csp.decorators import csp_update
from django.conf import settings
from django.contrib import messages
from django.contrib.auth import update_session_auth_hash
from django.contrib.auth.decorators import login_not_required
from django.http import Http404, HttpRequest, HttpResponse, QueryDict
from django.http.response import HttpResponseBase
from django.shortcuts import redirect, render
from django.template.response import TemplateResponse
from django.utils.http import base36_to_int
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from trappan import database
from trappan.staff.accounts import makers_of
from trappan.staff.known_browser import is_one_of
from trappan.staff.models import User
from trappan.staff.session_store import sign_in_of


@login_not_required
@csp_update({"form-action": settings.OIDC["origins"]})  # a form that leads on to the organisation's own sign-in
def login(request: HttpRequest) -> HttpResponseBase:
    """Sign in by password, by passkey, or by the organisation's own service."""
    answer = account.login(request)
    if isinstance(answer, TemplateResponse) and answer.context_data is not None:
        answer.context_data["provider"] = settings.OIDC["name"]
    return answer


@login_not_required
def choose_password(request: HttpRequest, uidb36: str, key: str) -> HttpResponseBase:
    """Choose a password by a link; refused in the browser of whoever has made one for somebody else's account."""
    try:
        number = base36_to_int(uidb36)
    except ValueError:  # no account's address: the library says that it does not work
        number = 0
    # Thirteen signs can say more than the database can number.
    makers = makers_of(number) if number < 2**63 else set()
    if makers and is_one_of(request, makers):
        return render(request, "account/password_reset_from_key.html", {"made_here": True}, status=403)
    return account.password_reset_from_key(request, uidb36=uidb36, key=key)


def change_password(request: HttpRequest) -> HttpResponseBase:
    """Change one's own password; an account without one gets it by a link."""
    user: Any = request.user
    if not user.has_usable_password():
        raise Http404
    return account.password_change(request)


@require_POST
def end_other_sessions(request: HttpRequest) -> HttpResponse:
    """End every session of one's own but this one."""
    user: Any = request.user
    database.value("staff_end_sessions", user.pk, sign_in_of(request.session))
    update_session_auth_hash(request, User.objects.get(pk=user.pk))
    messages.success(request, _("Your other sessions have ended."))
    return redirect("mfa_index")


@login_not_required
@require_POST
def by_provider(request: Any, provider_id: str) -> HttpResponseBase:
    """Lead on to the organisation's own sign-in; of what the address asks for, only where to go on to is kept."""
    kept = QueryDict(mutable=True)
    if "next" in request.POST:
        kept["next"] = request.POST["next"]
    request.GET = request.POST = kept
    answer: HttpResponseBase = openid_connect.login(request, provider_id)
    return answer


@login_not_required
def back_from_provider(request: HttpRequest, provider_id: str) -> HttpResponseBase:
    """Take the answer of the organisation's own sign-in."""
    answer: HttpResponseBase = openid_connect.callback(request, provider_id)
    return answer
