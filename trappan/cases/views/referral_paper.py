"""Pages of the paper that answers a referral: its latest edition goes on being written, the earlier are read."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.contrib import messages
from django.db.models import QuerySet
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from trappan.cases import operations
from trappan.cases.forms import StudyPlanForm, WorkAbilityForm
from trappan.cases.models import Referral, StudyPlan, WorkAbility
from trappan.cases.views.draft import Kept
from trappan.history.record import record
from trappan.refusals.forms import carry_out
from trappan.secrecy.rights import Request, may
from trappan.staff.signed import SignedBy
from trappan.ui.differences import Difference, differences
from trappan.ui.tabs import Tab, in_tab

STUDY_PLAN = Kept("study_plan", StudyPlanForm, Referral, "cases:referral_paper")
WORK_ABILITY = Kept("work_ability", WorkAbilityForm, Referral, "cases:referral_paper")


@dataclass(frozen=True)
class About:
    """Which paper a kind of unit writes: its words, its rows, its form, its operation, and where typing is kept."""

    title: Promise
    intro: Promise
    rows: QuerySet[Any]
    form: type[StudyPlanForm] | type[WorkAbilityForm]
    write: Callable[..., Any]
    kept: Kept

    def editions(self, referral: Referral) -> list[Any]:
        """Return the editions within a referral, the latest first."""
        return list(self.rows.filter(referral=referral))


PAPERS = {
    "guidance": About(
        _("Study plan"),
        _("The goal and the steps to it. Each saving is an edition; the earlier ones stay."),
        StudyPlan.objects.annotate(signed_by=SignedBy("cases_study_plan_writer")).prefetch_related("steps"),
        StudyPlanForm,
        operations.write_study_plan,
        STUDY_PLAN,
    ),
    "occupational_therapy": About(
        _("Ability to work"),
        _("In your own words; never an instrument's items. Each saving is an edition; the earlier ones stay."),
        WorkAbility.objects.annotate(signed_by=SignedBy("cases_work_ability_writer")),
        WorkAbilityForm,
        operations.write_work_ability,
        WORK_ABILITY,
    ),
}


@may("cases.work_referral")
@in_tab(Tab.ACTIVITIES)
def referral_paper(request: Request, referral_id: int) -> HttpResponse:
    """Write the paper's next edition where the referral is one's own unit's; read it and the earlier ones."""
    found = get_object_or_404(Referral.objects.select_related("person", "unit"), pk=referral_id)
    about = PAPERS.get(found.unit.kind)
    if about is None:
        raise Http404
    may_write = found.unit_id == request.actor.unit_id and not found.end and found.starts_on is not None
    typing = about.kept.typing(found.pk) if may_write else None
    latest = next(iter(about.editions(found)), None)
    begun = {**about.form.begun(latest), "edition": latest.edition if latest else 0}
    form = about.form(request.POST or None, initial={**begun, **(typing.fields if typing else {})})
    on = {"referral": found, "by": request.actor}
    if form.is_valid() and carry_out(form, about.write, **on, **form.cleaned_data):
        messages.success(request, _("Saved. The one who asked reads it."))
        return redirect("cases:referral", found.pk)
    record("cases.see_referral", found.person_id, scope="activity", unit_id=found.unit_id, kind="read")
    editions = about.editions(found)
    context = {
        "referral": found,
        "person": found.person,
        "about": about,
        "editions": editions,
        "form": form if may_write or form.is_bound else None,
        "typing": typing,
        "differences": overtaken(form, about, editions),
    }
    return render(request, "cases/referral_paper.html", context, status=422 if form.errors else 200)


def overtaken(form: StudyPlanForm | WorkAbilityForm, about: About, editions: list[Any]) -> list[Difference]:
    """Return what somebody has saved meanwhile, for a form that comes back to its writer."""
    if not form.errors or not editions:
        return []
    return differences(form, about.form.begun(editions[0]), editions[0].edition)
