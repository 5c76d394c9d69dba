"""Colleagues: listed, made, put right, let in by a link for a password, and kept out."""

from collections.abc import Callable, Mapping
from datetime import date
from pathlib import Path
from typing import Any

from django.conf import settings
from django.contrib import messages
from django.db.models import Prefetch
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.formats import date_format
from django.utils.timezone import localtime
from django.utils.translation import get_language, gettext_lazy
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from trappan import database
from trappan.documents.pdf import answer, pdf
from trappan.refusals import Refused
from trappan.refusals.forms import carry_out
from trappan.schedules.clock import now
from trappan.schedules.functions import Today
from trappan.secrecy.acts import Act, Acts
from trappan.secrecy.rights import Request, may
from trappan.staff import operations
from trappan.staff.accounts import lasts, sends_mail
from trappan.staff.forms import CalledForm, ChangeColleagueForm, ColleagueForm, MembershipForm
from trappan.staff.kept import colleagues as all_colleagues
from trappan.staff.mailed import mail_link
from trappan.staff.models import Colleague, Membership
from trappan.staff.names import FULL_NAME, Called
from trappan.staff.views.unit import CONFIRMS
from trappan.ui.lists.columns import Cell, Column, ListRow, Order, by_value
from trappan.ui.lists.listing import Listing

LETTER = Path(__file__).parents[1] / "typst" / "password_letter.typ"
COLUMNS = (
    Column("name", gettext_lazy("Name"), sortable=True),
    Column("works", gettext_lazy("Works"), sortable=True),
    Column("email", gettext_lazy("Address"), sortable=True, card="wide"),
)
VALUES: Mapping[str, Callable[[Any], Any]] = {
    "name": lambda one: (one.family_name.casefold(), one.given_name.casefold()),
    "works": lambda one: [each.unit.name.casefold() for each in one.lasting],
    "email": lambda one: one.email.casefold(),
}


@may("staff.see_units")
def colleagues(request: Request) -> HttpResponse:
    """List the colleagues, each with the memberships that last; a name that is looked for stands in no address."""
    form = CalledForm(request.POST or None)
    called = form.cleaned_data["called"] if form.is_valid() else ""
    listing = Listing("kollegor", _("Colleagues"), COLUMNS, Order("name"), request.GET)
    lasting = Membership.objects.lasting(Today()).select_related("unit").order_by("unit__name", "pk")
    found = all_colleagues().prefetch_related(Prefetch("memberships", lasting, to_attr="lasting"))
    if called:
        found = found.filter(Called(FULL_NAME, called))
    ordered = by_value(list(found), VALUES[listing.order.key], listing.order)
    listing.show_whole(ordered, lambda one: one.pk, lambda some: [row(one) for one in some])
    context = {"listing": listing, "form": form}
    return render(request, "staff/colleagues.html", context, status=listing.status)


def row(one: Any) -> ListRow:
    """Say a colleague in a row."""
    works = ", ".join(f"{each.unit.name} ({str(each.get_role_display()).lower()})" for each in one.lasting)
    name = Cell(f"{one.family_name}, {one.given_name}", url=reverse("staff:colleague", args=[one.pk]))
    return ListRow(one.pk, (name, Cell(works or _("Nowhere"), color="" if works else "warning"), Cell(one.email)))


@may("staff.make_colleague")
def make_colleague(request: Request) -> HttpResponse:
    """Write down a new colleague, and give a first membership where one is chosen."""
    form = ColleagueForm(request.POST or None, initial={"starts_on": request.actor.today})
    made: list[int] = []

    def make(unit: Any, role: str, starts_on: date, **who: str) -> None:
        made.append(operations.make_colleague(**who))
        if unit is not None:
            operations.give_membership(colleague_id=made[0], unit_id=unit.pk, role=role, starts_on=starts_on)

    if form.is_valid() and carry_out(form, make, **form.cleaned_data):
        messages.success(request, _("The colleague is written down. Hand over a password letter."))
        return redirect("staff:colleague", made[-1])
    return render(request, "staff/make_colleague.html", {"form": form}, status=422 if form.errors else 200)


@may("staff.see_units")
def colleague(request: Request, colleague_id: int) -> HttpResponse:
    """Show a colleague with all memberships there were; put name and address right, give a membership, let in."""
    found = get_object_or_404(Colleague.objects.people(), pk=colleague_id)
    account = database.row("staff_account", found.pk)
    keeps = database.value("staff_keeps_colleague", found.pk)
    acts = Acts(request, acts_of(request, found, account, keeps=keeps))
    if acts.carried_out():
        return redirect("staff:colleague", found.pk)
    context = {
        "colleague": found,
        "account": account,
        "keeps": keeps,
        "is_oneself": found.pk == request.actor.colleague_id,
        "memberships": found.memberships.select_related("unit", "confirmed_by__colleague").order_by("-starts_on", "pk"),
        "today": request.actor.today,
        "acts": acts,
        "form": acts.form,
        "by_mail": sends_mail(),
    }
    return render(request, "staff/colleague.html", context, status=acts.status)


def acts_of(request: Request, found: Colleague, account: Any, *, keeps: bool) -> list[Act]:
    """List what an administrator does with a colleague: with whom another municipality keeps, memberships only."""
    first = {"starts_on": request.actor.today}
    right = "staff.make_colleague"
    on = {"colleague": found}
    acts = []
    if found.pk != request.actor.colleague_id:
        acts.append(
            Act(
                "give",
                operations.give_membership,
                _("Give the membership"),
                MembershipForm,
                given={"colleague": found, "initial": first},
                done=CONFIRMS,
                right="staff.give_membership",
            )
        )
    if not keeps:
        return acts
    begun = {"initial": ChangeColleagueForm.begun(found)}
    acts.append(
        Act("change", operations.change_colleague, _("Save"), ChangeColleagueForm, on=on, given=begun, right=right)
    )
    if found.pk == request.actor.colleague_id:
        return acts
    if account is not None and not account.is_open:
        done = _("The account is open again.")
        return [*acts, Act("open", operations.open_account, _("Open the account"), on=on, done=done, right=right)]
    done = _("The account is closed, and every session has ended.")
    acts.append(Act("close", operations.close_account, _("Close the account"), on=on, done=done, right=right))
    if sends_mail():
        mailed = _("The link is sent. It works once, within a day.")
        acts.append(Act("mail", mail_link, _("Send it by mail"), on=on, done=mailed, right=right))
    return acts


@require_POST
@may("staff.make_colleague")
def letter(request: Request, colleague_id: int) -> HttpResponse:
    """Return a colleague's password letter as paper: the link stands there and nowhere else."""
    found = get_object_or_404(Colleague.objects.people(), pk=colleague_id)
    try:
        link = operations.make_password_link(colleague=found, sent_by="paper")
    except Refused as refusal:
        messages.error(request, str(refusal))
        return redirect("staff:colleague", found.pk)
    ends = localtime(now()) + lasts()
    facts = {
        "title": _("Your way into Trappan"),
        "name": found.name,
        "footer": settings.MUNICIPALITY,
        "lead": _("With this letter you choose a password. Nobody else knows it."),
        "steps": [
            _("Open the address below in a browser."),
            _("Choose a password of at least twelve characters. A sentence is easiest to remember."),
            _("Sign in with your address: %(email)s.") % {"email": found.email},
            _("Add a second step at once, under your name: from then on, nobody gets in by a letter alone."),
        ],
        "link": link,
        "until": _("The address works once, until %(day)s at %(hour)s.")
        % {"day": date_format(ends.date()), "hour": f"{ends:%H.%M}"},
        "after": _(
            "Does it not work the first time? Somebody may have been there before you: tell your head of unit, and ask "
            "for a new letter. Then destroy this one."
        ),
    }
    content = pdf(LETTER, facts, title=str(facts["title"]), language=get_language() or "sv")
    return answer(content, _("password-letter") + ".pdf")
