"""The kartläggning: a conversation that may be left and gone on with."""

from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _

from trappan.cases.models import Case
from trappan.cases.views.draft import Kept
from trappan.history.models import Version
from trappan.history.record import record
from trappan.plans import operations
from trappan.plans.forms import MappingForm
from trappan.plans.models import Mapping
from trappan.plans.start import start_of
from trappan.refusals.forms import carry_out
from trappan.rules.codes import labels
from trappan.secrecy.rights import Request, may
from trappan.ui.differences import differences
from trappan.ui.tabs import Tab, in_tab

# What is no column: words that are added each time, so that their field begins empty, and what the page hands back.
NOT_SAVED = ("own_words", "edition", "signs_seen")
MAPPING = Kept("mapping", MappingForm, Case, "plans:mapping")


@may("plans.map_person")
@in_tab(Tab.MAPPING)
def mapping(request: Request, case_id: int) -> HttpResponse:
    """Write the kartläggning; save it as begun, finish it, or add to it when it is finished."""
    case = get_object_or_404(Case.objects.select_related("person"), pk=case_id)
    found = Mapping.objects.filter(case=case).select_related("author__colleague").first()
    today = request.actor.today
    typing = MAPPING.typing(case.pk)
    finish = request.POST.get("finish", "yes") == "yes"
    begun = {**saved_fields(found), "edition": found.edition} if found else {"held_on": today}
    form = MappingForm(request.POST or None, today=today, initial={**begun, **typing.fields})
    if form.is_valid() and carry_out(
        form, operations.map_person, case=case, today=today, finish=finish, **form.cleaned_data
    ):
        messages.success(
            request,
            _("The kartläggning is finished. Next: a plan.")
            if finish and not (found and found.finished_at)
            else _("Saved."),
        )
        if finish:
            return redirect("desk:person", case.person_id)
        return redirect("plans:mapping", case.pk)
    record("plans.see_mapping", case.person_id, scope="plan", kind="read")
    context = {
        "case": case,
        "person": case.person,
        "form": form,
        "mapping": found,
        "typing": typing,
        **(in_words(found) if found else {}),
        "start": start_of(case, found) if found else None,
        "earlier": earlier(found) if found else [],
        "differences": differences(form, saved_fields(found), found.edition) if form.errors and found else [],
        "writing": not (found and found.finished_at) or form.errors or typing.draft or "write" in request.GET,
    }
    return render(request, "plans/mapping.html", context, status=422 if form.errors else 200)


def in_words(found: Mapping) -> dict[str, Any]:
    """Return the codes of a kartläggning in words, for the page."""
    words = labels("education", "branch", "access")
    return {
        "education": words.get(("education", found.education), ""),
        "branches": [words.get(("branch", code), code) for code in found.branch_wish],
        "needs": [words.get(("access", code), code) for code in found.needs],
    }


def saved_fields(found: Mapping) -> dict[str, Any]:
    """Return what is saved, as the form's beginning; the person's words are added to, not changed."""
    return {name: getattr(found, name) for name in MappingForm.base_fields if name not in NOT_SAVED}


def earlier(found: Mapping) -> list[dict[str, Any]]:
    """Return the latest earlier versions: when each was replaced, by whom, and what staff had written."""
    kept = Version.objects.filter(of_table="plans_mapping", row_id=found.pk).select_related("actor__colleague")
    return [
        {
            "at": version.at,
            "by": version.actor.colleague.name if version.actor else "",
            "assessment": version.was["assessment"],
            "fastest_way": version.was["fastest_way"],
        }
        for version in kept.order_by("-id")[:10]
    ]
