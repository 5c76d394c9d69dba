"""The projects that one person takes part in, and which coordinator is let in."""

from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _

from trappan.history.record import record
from trappan.people.models import Person
from trappan.people.operations import holds
from trappan.projects import operations
from trappan.projects.forms import LetInForm
from trappan.projects.models import Participation
from trappan.secrecy.acts import Act, Acts
from trappan.secrecy.rights import Request, may
from trappan.ui.tabs import Tab, in_tab


@may("projects.let_in")
@in_tab(Tab.ACTIVITIES)
def let_in(request: Request, person_id: int) -> HttpResponse:
    """Show the projects that one person takes part in here, and let a coordinator in."""
    person = get_object_or_404(Person, pk=person_id)
    if not holds(person_id, "plan"):
        raise Http404
    rows = Participation.objects.filter(person=person).select_related("municipality__project", "sub_initiative")
    act = Act(
        "let_in",
        operations.let_in,
        _("Let the coordinator in"),
        LetInForm,
        on={"person": person},
        given={"organisation": request.actor.organisation_id},
    )
    acts = Acts(request, [act])
    if acts.carried_out():
        return redirect("projects:let_in", person.pk)
    record("projects.see_own", person.pk, scope="plan", kind="read")
    context = {"person": person, "rows": list(rows), "acts": acts, "form": acts.form}
    return render(request, "projects/let_in.html", context, status=acts.status)
