"""What services say of messages that they were given: asked for by no colleague, and each known by a secret of its own.

Outside `acting`: it moves one message forwards by its key, reads nothing, and answers in a number.
"""

from allauth.core.internal import ratelimit
from django.conf import settings
from django.contrib.auth.decorators import login_not_required
from django.http import Http404, HttpRequest, HttpResponse
from django.utils.crypto import constant_time_compare
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_POST

from trappan import database
from trappan.messages.reports import read_json, read_mail

# Wrong secrets from one address.
APP, ACTION = "allauth.account", "hook_misses"
RATES = {ACTION: "60/10m/ip"}
MOST = 262_144  # bytes: a report carries the letter's headers, or the letter
READ = {"email": read_mail, "sms": read_json, "mailbox": read_json}


@csrf_exempt
@login_not_required
@require_POST
def hook(request: HttpRequest, way: str) -> HttpResponse:
    """Take what a service says of a message that went its way; 204 also where it moves nothing.

    Refused: a way without a hook (404), another secret (401), what is too long (413) or no report (422), a key of no
    message that went this way (404), and too many wrong secrets from one address (429).
    """
    secret = settings.HOOKS.get(way, "")
    if not secret:
        raise Http404
    if not constant_time_compare(request.headers.get("Authorization", ""), f"Bearer {secret}"):
        return missed(request)
    if len(request.body) > MOST:
        return HttpResponse(status=413)
    report = READ[way](request.body)
    if report is None:
        return HttpResponse(status=422)
    if report.came and database.value("messages_receive", report.key, way, report.came, report.why) == "none":
        return HttpResponse(status=404)
    return HttpResponse(status=204)


def missed(request: HttpRequest) -> HttpResponse:
    """Answer a wrong secret; after many of them from an address that it is too much.

    Whoever has the right one is slowed down by nothing: the mail server hands on what anybody has sent it.
    """
    used = ratelimit.consume(request, app=APP, action=ACTION, config=RATES, limit_get=True)
    return HttpResponse(status=401 if used is not None else 429)
