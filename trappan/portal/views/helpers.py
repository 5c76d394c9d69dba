"""The colleague's page about who comes to a person's own pages beside the person: register, hand over, end."""

from collections.abc import Sequence
from datetime import date, timedelta

from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _

from trappan import database
from trappan.history import once
from trappan.history.record import record
from trappan.people.models import Person
from trappan.people.operations import holds
from trappan.portal import operations
from trappan.portal.forms import GuardianForm, HandOutForm, HelperForm
from trappan.portal.models import Account, Mandate
from trappan.portal.operations import HandedOver
from trappan.portal.operations.mandate import longest
from trappan.portal.pins import number_in_words
from trappan.secrecy.acts import Act, Acts
from trappan.secrecy.rights import Request, may
from trappan.ui.tabs import Tab, in_tab

SHOWN = 20


@may("portal.register_helper")
@in_tab(Tab.MORE)
def helpers(request: Request, person_id: int) -> HttpResponse:
    """Show who helps a person on the own pages and who did, and register, hand over and end."""
    person = get_object_or_404(Person, pk=person_id)
    if not holds(person_id, "plan"):
        raise Http404
    about = Mandate.objects.filter(person=person).select_related("author__colleague")
    live = about.filter(pk__in=[row.portal_live_mandates for row in database.rows("portal_live_mandates", person_id)])
    now = list(live)
    ended = list(about.exclude(pk__in=[one.pk for one in now])[:SHOWN])
    today, slips = request.actor.today, dict[int, HandedOver]()
    acts = Acts(request, acts_of(person, now, today, slips))
    carried_out = acts.carried_out()
    if carried_out and not slips:
        return redirect("portal:helpers", person.pk)
    if slips:
        once.show_once(request)
    numbers = Account.objects.filter(person=person, mandate__isnull=False, ended_at=None)
    ways = {one.mandate_id: one for one in numbers.only("mandate_id", "number", "chosen_at", "ended_at", "ended_why")}
    record("portal.see_helpers", person.pk, scope="plan", kind="read")
    rows = [
        {
            "mandate": one,
            "way": ways.get(one.pk),
            "number": number_in_words(ways[one.pk].number) if one.pk in ways else "",
            "hand_out": acts.get(f"hand_out_to-{one.pk}"),
            "end": acts.get(f"end_mandate-{one.pk}"),
        }
        for one in now
    ]
    context = {
        "person": person,
        "rows": rows,
        "ended": ended,
        "today": today,
        "acts": acts,
        "form": acts.form,
        "slip": next(iter(slips.values()), None),
        "slip_of": next((one for one in now if one.pk in slips), None),
    }
    return render(request, "portal/helpers.html", context, status=acts.status)


def acts_of(person: Person, mandates: Sequence[Mandate], today: date, slips: dict[int, HandedOver]) -> list[Act]:
    """List what may be done about who helps; what stands on a slip is put among `slips`, and told once."""
    on = {"person": person}
    acts = []
    for one in mandates:

        def kept(made: HandedOver, of: int = one.pk) -> str:
            slips[of] = made
            return ""

        on_it, row, name = {"mandate": one}, one.pk, one.name
        hand_out, end = operations.hand_out_to, operations.end_mandate
        words = _("Hand out a code")
        acts.append(Act("hand_out_to", hand_out, words, HandOutForm, on=on_it, row=row, beside=name, done=kept))
        acts.append(Act("end_mandate", end, _("End it"), on=on_it, row=row, beside=name, done=_("It is ended.")))
    if not person.is_protected:
        helper = Act(
            "register_helper",
            operations.register_helper,
            _("Register the helper"),
            HelperForm,
            on={**on, "today": today},
            given={"initial": {"allows": Mandate.Allows.SAY, "ends_on": longest() + timedelta(days=1)}},
        )
        acts.append(helper)
    if not person.is_protected and is_under_18(person):
        register = operations.register_guardian
        acts.append(Act("register_guardian", register, _("Register the guardian"), GuardianForm, on=on))
    return acts


def is_under_18(person: Person) -> bool:
    """Tell whether a person is under 18 today, by the number that holds."""
    asked = "SELECT today() < people_born((people_numbers(%s))[1]) + interval '18 years' AS young"
    return bool(database.query(asked, [person.pk])[0].young)
