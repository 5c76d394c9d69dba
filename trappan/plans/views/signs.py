"""The page of the steps: which signs of the next one are seen, and the goals on the way."""

from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _

from trappan.history.record import record
from trappan.people.models import Person
from trappan.people.operations import holds
from trappan.plans import operations
from trappan.plans.forms import SignForm
from trappan.plans.models import Goal
from trappan.plans.signs import Ahead, signs_ahead
from trappan.secrecy.acts import Act, Acts
from trappan.secrecy.rights import Request, has, may
from trappan.ui.tabs import Tab, in_tab


@may("plans.see_plan")
@in_tab(Tab.STEPS)
def signs(request: Request, person_id: int) -> HttpResponse:
    """Show the signs of the next step and who has seen them, and the goals; say that one is seen."""
    person = get_object_or_404(Person, pk=person_id)
    if not holds(person_id, "plan"):
        raise Http404
    ahead = signs_ahead(person_id)
    acts = Acts(request, acts_of(request, person, ahead))
    if acts.carried_out():
        return redirect("plans:signs", person.pk)
    goals = Goal.objects.filter(person=person).select_related("unit").order_by("due_on", "id")
    context = {
        "person": person,
        "ahead": ahead,
        "acts": acts,
        "form": acts.form,
        "open_goals": goals.open(),
        "closed_goals": goals.exclude(closed_on=None).order_by("-closed_on", "-id")[:20],
        "may_close": has(request.actor, "plans.close_goal"),
    }
    record("plans.see_signs", person.pk, scope="plan", kind="read")
    return render(request, "plans/signs.html", context, status=acts.status)


def acts_of(request: Request, person: Person, ahead: Ahead | None) -> list[Act]:
    """List what may be done: to say that a sign is seen, where there are any."""
    if ahead is None or not ahead.signs:
        return []
    today = request.actor.today
    return [
        Act(
            "sign",
            operations.see_sign,
            _("The sign is seen"),
            SignForm,
            right="plans.move_step",
            on={"person_id": person.pk, "unit_id": request.actor.unit_id, "today": today},
            given={"ahead": ahead, "initial": {"day": today}},
            done=_("Noted. The step itself is set when you assess it."),
        )
    ]
