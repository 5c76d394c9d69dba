"""The kartläggning."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _

from trappan.history.record import record
from trappan.plans import operations
from trappan.plans.forms import MappingForm
from trappan.plans.models import Case, Mapping
from trappan.refusals.forms import carry_out
from trappan.secrecy.rights import Request, may


@may("plans.map_person")
def mapping(request: Request, case_id: int) -> HttpResponse:
    """Write the kartläggning; save it as begun, or finish it."""
    case = get_object_or_404(Case.objects.select_related("person"), pk=case_id)
    found = Mapping.objects.filter(case=case).select_related("author__colleague").first()
    today = request.actor.today
    initial = (
        {name: getattr(found, name) for name in MappingForm.base_fields}
        if found
        else {"held_on": today}
    )
    finish = request.POST.get("finish", "yes") == "yes"
    form = MappingForm(request.POST or None, initial=initial, finish=finish)
    if form.is_valid() and carry_out(
        form, operations.map_person, case=case, today=today, finish=finish, **form.cleaned_data
    ):
        messages.success(
            request,
            _("The kartläggning is finished. Next: a plan.")
            if finish
            else _("Saved. You can go on later."),
        )
        return redirect("desk:person", case.person_id)
    record("plans.see_mapping", case.person_id, scope="plan", kind="read")
    context = {"case": case, "person": case.person, "form": form, "mapping": found}
    return render(request, "plans/mapping.html", context, status=422 if form.errors else 200)
