"""The page of whoever has a link: nobody is acting, and it shows what the database's functions answer and no more.

To look at it changes nothing: scanners of mail open links. Outside a transaction, so that a wrong code stays counted
when the page is refused.
"""

import json
import re
import secrets
from typing import Any

from allauth.core.internal import ratelimit
from django.conf import settings
from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import activate
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_POST, require_safe

from trappan import database
from trappan.agreements.forms import AnswerForm, AskedForm, AskedWeekForm, CodeForm, DeclineForm
from trappan.agreements.links import TOKEN, code_in_words, digest_of_code, make_code
from trappan.agreements.models import Link
from trappan.agreements.purposes import words_of
from trappan.agreements.questions import Question
from trappan.messages.channels import Letter
from trappan.messages.jobs import hand_over
from trappan.ui.forms import Form
from trappan.ui.tongues import SWEDISH, TONGUES, asked_for, keep_in_browser, told_by_browser

COOKIE = "trappan_link"
DIGEST = re.compile(r"[0-9a-f]{64}")
# Links that are none, and codes asked for, from one address.
RATES = {"link_tries": "60/10m/ip"}
NO_CODE = {
    "most": _("No more codes are sent for this link. Ring, and you get a new one."),
    "soon": _("A code was sent just now. Wait a little, and ask again."),
    "ended": _("The link does not hold any more."),
    "failed": _("The code could not be sent. Try again in a minute, or ring."),
}
SLOWED = _("Too many tries from here. Wait a few minutes, and try again.")
ANSWERS = ("sign", "decline", "answer")
# What is typed in an answer, and the text that it answers: it waits in the page while a new code comes.
TYPED = re.compile(r"seen|name|title|may_sign|no|answer-[\w-]+")
ASKING = re.compile(rf"link|act|then|code|{TYPED.pattern}")
PAGES = {
    "stranger": "agreements/link/stranger.html",
    "elsewhere": "agreements/link/elsewhere.html",
    "code": "agreements/link/code.html",
    "read": "agreements/link/read.html",
    "asked": "agreements/link/asked.html",
    "used": "agreements/link/used.html",
    "ended": "agreements/link/ended.html",
    "day": "agreements/link/day.html",
    "day_off": "agreements/link/day_off.html",
    "day_used": "agreements/link/day_used.html",
    "day_ended": "agreements/link/day_ended.html",
}
# What a person answers by the link of a reminder: no reason is asked.
SAID_OF_DAY = {"comes": _("I am coming"), "late": _("I will be late"), "absent": _("I cannot come")}
WRONG = _("The code is wrong or too old. Ask for a new one. After %(n)s wrong ones the link ends.")


@login_not_required
@require_safe
def enter(_request: HttpRequest, token: str) -> HttpResponse:
    """Take what opens the link out of the address, before anything is shown: no history or referrer holds it."""
    answer = redirect("agreements:link")
    if TOKEN.fullmatch(token):
        answer.set_cookie(
            COOKIE,
            token,
            path=reverse("agreements:link"),
            secure=settings.SESSION_COOKIE_SECURE,
            httponly=True,
            samesite="Lax",
        )
    return unseen(answer)


@login_not_required
def link(request: HttpRequest) -> HttpResponse:
    """Ask for the code, show the frozen text to whoever has it, and take the answer.

    A browser holds one link at a time: what another one's page sends is not tried on it, and waits in a page.
    """
    token = request.COOKIES.get(COOKIE, "")
    known = database.row("agreements_link_state", token) if TOKEN.fullmatch(token) else None
    if known is None:
        if not allowed(request):
            return page(request, "stranger", None, 429)
        return page(request, "stranger", None, 404)
    if request.POST.get("link", str(known.key)) != str(known.key):
        kept = [(name, value) for name, value in request.POST.items() if ASKING.fullmatch(name)]
        return page(request, "elsewhere", None, 422, kept=kept)
    if known.purpose == Link.Purpose.DAY:
        return of_day(request, token, known)
    if known.state == "ended" and request.POST.get("act") == "anew":
        return ask_anew(request, token, known)
    if known.state != "open":
        return page(request, known.state, known, 422 if request.method == "POST" else 200)
    if request.method == "POST" and not allowed(request):
        return page(request, "code", known, 429, form=CodeForm(), told=SLOWED)
    act = request.POST.get("act", "")
    if act == "ask":
        return ask(request, token, known)
    if act in ("open", *ANSWERS):
        return read(request, token, known, act)
    return page(request, "code", known, form=CodeForm())


@login_not_required
@require_POST
def choose_language(request: HttpRequest) -> HttpResponse:
    """Let the browser keep the language of the page that a reminder leads to."""
    answer = redirect("agreements:link")
    if chosen := TONGUES.get(request.POST.get("language", "")):
        keep_in_browser(answer, chosen, reverse("agreements:link"))
    return unseen(answer)


def allowed(request: HttpRequest) -> bool:
    """Tell whether the address that asks may try once more."""
    used = ratelimit.consume(request, app="allauth.account", action="link_tries", config=RATES, limit_get=True)
    return used is not None


def ask(request: HttpRequest, token: str, known: Any) -> HttpResponse:
    """Send a code to the number that is known, and to no other; say at once where that fails."""
    code = make_code()
    taken = database.row("agreements_link_code", token, digest_of_code(known.key, code))
    no = taken.no
    if not no:
        became = hand_over("sms", Letter(taken.phone, "", code_in_words(code, known.minutes), secrets.token_hex(16)))
        no = "" if became in ("sent", "unknown") else "failed"
    known = database.row("agreements_link_state", token)
    told = NO_CODE[no] if no else ""
    return page(request, "code", known, 422 if no else 200, form=CodeForm(), told=told, sent=not no)


def of_day(request: HttpRequest, token: str, known: Any) -> HttpResponse:
    """Ask whoever has the link of a reminder whether they come, and take the answer: once, and without a code.

    In the language that the reminder was in, or that was chosen here: a link is too little to change the record.
    """
    kept = TONGUES.get(database.value("agreements_day_language", token) or "")
    activate((asked_for(request) or told_by_browser(request) or kept or SWEDISH).code)
    word = request.POST.get("says", "")
    if request.method == "POST" and known.state == "open" and word in SAID_OF_DAY:
        if not allowed(request):
            return page(request, "day", known, 429, told=SLOWED, asked=database.row("agreements_day_asked", token))
        if database.value("agreements_answer_day", token, word) == "done":
            return redirect("agreements:link")
        known = database.row("agreements_link_state", token)
    asked = database.row("agreements_day_asked", token)
    status = 422 if request.method == "POST" else 200
    if known.state == "used":
        return page(request, "day_used", known, status, said=SAID_OF_DAY.get(asked.said, ""))
    if known.state == "ended":
        return page(request, "day_ended", known, status)
    return page(request, "day" if asked.is_held else "day_off", known, status, asked=asked, answers=SAID_OF_DAY)


def ask_anew(request: HttpRequest, token: str, known: Any) -> HttpResponse:
    """Tell the keeper that a new link is asked for: nothing is sent by it, to this address or another."""
    if not allowed(request):
        return page(request, "ended", known, 429)
    told = database.value("agreements_link_ask", token)
    return page(request, "ended", known, 200 if told else 422, told=told, refused=not told)


def read(request: HttpRequest, token: str, known: Any, act: str) -> HttpResponse:
    """Show the text to whoever has the code, and take the answer where one is sent."""
    typed = CodeForm(request.POST)
    if not typed.is_valid():
        return page(request, "code", known, 422, form=typed)
    code = typed.cleaned_data["code"]
    digest = digest_of_code(known.key, code)
    found = database.row("agreements_link_open", token, digest)
    if found is None:
        return wrong(request, database.row("agreements_link_state", token), typed)
    content = json.loads(found.content)
    forms = forms_of(known.purpose, content, request.POST, act)
    answering = forms.get(act)
    if answering is not None and answering.is_valid():
        became = database.value("agreements_link_answer", token, digest, seen_in(request), json.dumps(said(answering)))
        if became == "done":
            return redirect("agreements:link")
        known = database.row("agreements_link_state", token)
        # Still open: another text than the link's was named, which no page of ours does. It begins anew.
        shows = "code" if known.state == "open" else known.state
        return page(request, shows, known, 422, form=CodeForm(), kept=[], then="open")
    context = {"content": content, "seen": found.digest, "code": code, "form": next(iter(forms.values()))}
    context["decline"] = forms.get("decline")
    shows = "read" if known.purpose == Link.Purpose.SIGN else "asked"
    return page(request, shows, known, 200 if answering is None else 422, **context)


def forms_of(purpose: str, content: Any, sent: QueryDict, act: str) -> dict[str, Form]:
    """Return what may be answered, by act: to sign or decline, or to answer what is asked."""

    def of(one: str) -> QueryDict | None:
        return sent if act == one else None

    if purpose == Link.Purpose.SIGN:
        return {"sign": AnswerForm(of("sign")), "decline": DeclineForm(of("decline"))}
    questions = [Question.read(one) for one in content["questions"]]
    asked = AskedWeekForm if purpose == Link.Purpose.WEEK else AskedForm
    return {"answer": asked(of("answer"), questions=questions, named=words_of(purpose).named)}


def said(answering: Form) -> dict[str, Any]:
    """Return what is answered, as it is kept."""
    if isinstance(answering, AskedForm):
        return answering.said
    return {name: value for name, value in answering.cleaned_data.items() if name != "may_sign"}


def seen_in(request: HttpRequest) -> str:
    """Return the digest of the text that was shown, as the form says; none where it says something else."""
    found = request.POST.get("seen", "")
    return found if DIGEST.fullmatch(found) else ""


def wrong(request: HttpRequest, known: Any, typed: CodeForm) -> HttpResponse:
    """Say that the code was wrong, or that it was one too many."""
    if known.state != "open":
        return page(request, known.state, known, 422)
    words = str(WRONG) % {"n": known.tries}
    typed.add_error("code", words)
    # Where no code holds, there is no field to say it at.
    told = "" if known.has_code or known.code_by == Link.CodeBy.ALOUD else words
    return page(request, "code", known, 422, form=typed, told=told)


def kept_of(request: HttpRequest) -> dict[str, Any]:
    """Return what an answer holds that is not taken yet, so that it is sent again by the next code and not lost."""
    act = request.POST.get("act", "")
    then = next((one for one in (act, request.POST.get("then", "")) if one in ANSWERS), "open")
    kept = [(name, value) for name, value in request.POST.items() if TYPED.fullmatch(name)]
    return {"then": then, "kept": kept if then != "open" else []}


def page(request: HttpRequest, shows: str, known: Any, status: int = 200, **context: Any) -> HttpResponse:
    """Draw one of the link's pages, which nobody keeps and no search finds."""
    shown = {"known": known, "municipality": known.municipality if known else settings.MUNICIPALITY}
    shown |= {**kept_of(request), **context}
    if known is not None:
        words = words_of(known.purpose)
        named = {"municipality": known.municipality, "organisation": known.organisation}
        shown |= {"words": words, "waits": str(words.waits) % named}
        shown["of_participant"] = known.purpose == Link.Purpose.DAY
    return unseen(render(request, PAGES[shows], shown, status=status))


def unseen(answer: HttpResponse) -> HttpResponse:
    """Let nobody keep a link's page, and no machine list it."""
    answer["Cache-Control"] = "no-store"
    answer["X-Robots-Tag"] = "noindex"
    return answer
