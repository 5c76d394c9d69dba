"""The colleague's page about a person's way in: hand a code over, see that it is used, end it."""

from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _

from trappan import database
from trappan.history import once
from trappan.history.record import record
from trappan.people.models import Person
from trappan.people.operations import holds
from trappan.portal import operations
from trappan.portal.forms import FoundForm, HandOutForm
from trappan.portal.models import Account, Code
from trappan.portal.operations import HandedOver
from trappan.portal.pins import number_in_words
from trappan.secrecy.acts import Act, Acts
from trappan.secrecy.rights import Request, may
from trappan.ui.tabs import Tab, in_tab

CODES = 10


@may("portal.hand_out_code")
@in_tab(Tab.MORE)
def access(request: Request, person_id: int) -> HttpResponse:
    """Show a person's way in to the own pages, and hand a code over: it stands on this page once, to be printed."""
    person = get_object_or_404(Person, pk=person_id)
    if not holds(person_id, "plan"):
        raise Http404
    slips: list[HandedOver] = []
    former_since = database.value("portal_former_since", person.pk)
    acts = Acts(request, acts_of(person, slips, former=former_since is not None))
    carried_out = acts.carried_out()
    if carried_out and not slips:
        return redirect("portal:access", person.pk)
    if slips:
        once.show_once(request)
    latest = Account.objects.only("number", "chosen_at", "ended_at", "ended_why").filter(person=person, mandate=None)
    last = latest.order_by("-pk").first()
    account = last if last and not last.ended_at else None
    codes = (
        Code.objects.filter(account__mandate=None, person=person).select_related("author__colleague").defer("digest")
    )
    record("portal.see_access", person.pk, scope="plan", kind="read")
    context = {
        "person": person,
        "account": account,
        "ended": last if last and last.ended_at else None,
        "number": number_in_words(account.number) if account else "",
        "codes": codes[:CODES],
        "former_since": former_since,
        "acts": acts,
        "form": acts.form,
        "slip": slips[0] if slips else None,
    }
    return render(request, "portal/access.html", context, status=acts.status)


def acts_of(person: Person, slips: list[HandedOver], *, former: bool) -> list[Act]:
    """List what may be done about the way in; what stands on a slip is put among `slips`, and told once."""

    def kept(made: HandedOver) -> str:
        slips.append(made)
        return ""

    on = {"person": person}
    acts = [Act("end_way_in", operations.end_way_in, _("End the way in"), on=on, done=_("The way in is ended."))]
    if not person.is_protected:
        acts.append(Act("hand_out_code", operations.hand_out_code, _("Hand out a code"), HandOutForm, on=on, done=kept))
    looked = Act("look_at_number", operations.look_at_number, _("It is looked at"), FoundForm, on=on, late=not former)
    acts.append(looked)
    return acts
