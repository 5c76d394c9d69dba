"""Who lives and is supported together: shown, added, moved out, put right."""

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from trappan.history.record import record
from trappan.people import operations
from trappan.people.forms import LeaveForm, MemberForm, RectifyMemberForm, WhyForm
from trappan.people.models import HouseholdMember, Person
from trappan.people.rectified import what_stood
from trappan.people.views.person import ask
from trappan.refusals.forms import carry_out
from trappan.secrecy.acts import Act, Acts
from trappan.secrecy.rights import Request, may
from trappan.ui.tabs import Tab, in_tab


@may("people.keep_household")
@in_tab(Tab.MORE)
def household(request: Request, person_id: int) -> HttpResponse:
    """Show with whom the person lives and is supported, and add somebody."""
    person = get_object_or_404(Person, pk=person_id)
    if not operations.holds(person_id, "requirement"):
        raise Http404
    today = request.actor.today
    initial = {"starts_on": today, "family_name": person.family_name}
    form = MemberForm(request.POST or None, initial=initial)
    if form.is_valid():
        values = dict(form.cleaned_data)
        if ask(form, values, request) and carry_out(form, operations.add_member, person=person, **values):
            messages.success(request, _("Saved."))
            return redirect("people:household", person.pk)
    form.ask_only_if_it_matters()
    mine = HouseholdMember.objects.standing().filter(person=person).order_by("-starts_on").first()
    members = HouseholdMember.objects.standing().select_related("person").order_by("role", "starts_on")
    listed = list(members.filter(household=mine.household_id)) if mine else []
    context = {
        "person": person,
        "form": form,
        "members": [one for one in listed if one.ends_on is None or one.ends_on > today],
        "moved_out": [one for one in listed if one.ends_on is not None and one.ends_on <= today],
        "stood": what_stood(stood_in(person, mine), "household"),
    }
    record("people.see_household", person.pk, scope="requirement", kind="read")
    return render(request, "people/household.html", context, status=422 if form.errors else 200)


@may("people.keep_household")
@in_tab(Tab.MORE)
def leave(request: Request, member_id: int) -> HttpResponse:
    """Say that somebody no longer lives in the household."""
    member = get_object_or_404(HouseholdMember.objects.select_related("person"), pk=member_id)
    form = LeaveForm(request.POST or None, initial={"ends_on": request.actor.today})
    if form.is_valid() and carry_out(form, operations.leave_household, member=member, **form.cleaned_data):
        messages.success(request, _("Saved."))
        return redirect("people:household", member.person_id)
    context = {"person": member.person, "form": form, "member": member}
    record("people.see_household", member.person_id, scope="requirement", kind="read")
    return render(request, "people/leave.html", context, status=422 if form.errors else 200)


def stood_in(person: Person, mine: HouseholdMember | None) -> list[int]:
    """Return who has been in a household, also by mistake; the person alone where there is none."""
    if mine is None:
        return [person.pk]
    return [person.pk, *HouseholdMember.objects.filter(household=mine.household_id).values_list("person_id", flat=True)]


@may("people.keep_household")
@in_tab(Tab.MORE)
def rectify_member(request: Request, member_id: int) -> HttpResponse:
    """Put right how and when somebody belonged to a household, or take out what was written by mistake."""
    member = get_object_or_404(HouseholdMember.objects.standing().select_related("person"), pk=member_id)
    others = HouseholdMember.objects.standing().filter(household=member.household_id).exclude(pk=member.pk)
    acts = Acts(request, acts_of(member, others.count()))
    if acts.carried_out():
        left = others.order_by("role", "pk").first()
        return redirect("people:household", left.person_id if left else member.person_id)
    record("people.see_household", member.person_id, scope="requirement", kind="read")
    context = {"person": member.person, "member": member, "acts": acts, "form": acts.form}
    return render(request, "people/rectify_member.html", context, status=acts.status)


def acts_of(member: HouseholdMember, others: int) -> list[Act]:
    """List what may be put right of somebody in a household; the whole of it where there are others."""
    on: dict[str, Any] = {"member": member}
    acts = [
        Act(
            "rectify",
            operations.rectify_member,
            _("Put it right"),
            RectifyMemberForm,
            on=on,
            given={"initial": RectifyMemberForm.begun(member)},
            prefixed=False,
        ),
        Act("out", operations.take_out, _("Take out of the household"), WhyForm, on=on),
    ]
    if others:
        acts.append(
            Act(
                "undo",
                operations.undo_household,
                _("Take everybody out"),
                WhyForm,
                on={"person": member.person, "household_id": member.household_id},
                done=lambda taken: ngettext("%s has been taken out.", "%s have been taken out.", taken) % taken,
            )
        )
    return acts
