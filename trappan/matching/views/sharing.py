"""What the person lets others be told: the employer team, and apart from it employers."""

from datetime import timedelta
from typing import Any

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _

from trappan import database
from trappan.history.record import record
from trappan.matching import operations
from trappan.matching.forms.consent import EmployerConsentForm, TeamConsentForm
from trappan.matching.models import ProfileConsent, ProfilePart
from trappan.matching.models.profile import Card, Part
from trappan.matching.paper import in_words
from trappan.matching.said import standing
from trappan.people.models import Person
from trappan.rules.rulesets import rules_on
from trappan.secrecy.acting import Actor
from trappan.secrecy.acts import Act, Acts
from trappan.secrecy.rights import Request, has, may
from trappan.secrecy.scopes import Role
from trappan.staff.models import Unit
from trappan.ui.tabs import Tab, in_tab


def teams_of(actor: Actor) -> Any:
    """Return the employer teams of the actor's own municipality."""
    found = Unit.objects.filter(kind=Unit.Kind.EMPLOYER_TEAM, organisation_id=actor.organisation_id)
    return found.order_by("name", "pk")


@may("matching.share_profile")
@in_tab(Tab.ACTIVITIES)
def sharing(request: Request, person_id: int) -> HttpResponse:
    """Show who may be told what, with what it says, and write down what the person lets be told, or takes back."""
    person = get_object_or_404(Person, pk=person_id)
    yes = {one.audience: one for one in ProfileConsent.objects.standing().filter(person=person).select_related("unit")}
    rows = standing(person.pk)
    told = in_words(rows)
    acts = Acts(request, acts_of(request.actor, person, yes, list(told)))
    if acts.carried_out():
        # With the yes to the team its reader may be gone.
        there = Person.objects.filter(pk=person.pk).exists()
        return redirect("matching:sharing", person.pk) if there else redirect("desk:start")
    team, employer = (yes.get(one) for one in ("team", "employer"))
    context = {
        "person": person,
        "of_team": request.actor.role == Role.EMPLOYER_OFFICER,
        "acts": acts,
        "form": acts.form,
        "team": team,
        "employer": employer,
        "lines": [
            (part.label, told.get(part, ""), answer(team, part, rows), answer(employer, part, rows)) for part in Part
        ],
        "cards": [
            (Card.NAME.label, person.name, bool(employer and Card.NAME in employer.parts)),
            (Card.PHONE.label, phone_of(person), bool(employer and Card.PHONE in employer.parts)),
        ],
    }
    record("matching.see_sharing", person.pk, scope="profile", kind="read")
    return render(request, "matching/sharing.html", context, status=acts.status)


def answer(yes: ProfileConsent | None, part: Part, rows: dict[str, ProfilePart]) -> str:
    """Say whether a part may be told by a yes, or waits for another since it is said otherwise now."""
    if yes is None or part not in yes.parts:
        return _("No")
    return _("Said otherwise since: ask again") if part in rows and not yes.tells(rows[part]) else _("Yes")


def phone_of(person: Person) -> str:
    """Return the number that the person is rung on, as the team and the consultant may know it."""
    reached = database.rows("matching_reached", [person.pk])
    return str(reached[0].phone) if reached else ""


def acts_of(actor: Actor, person: Person, yes: dict[str, ProfileConsent], said: list[str]) -> list[Act]:
    """List what may be written down: a yes to the team and one to employers, and each taken back.

    Ticked from the start are the parts of the yes before, or those that something is `said` of: nobody says yes to
    what is not there to be read out.
    """
    on = {"person": person, "today": actor.today}
    usual: dict[str, Any] = {"ends_on": actor.today + timedelta(days=rules_on(actor.today).profile_yes_days)}
    team, employer = (yes.get(one) for one in ("team", "employer"))
    acts = [
        Act(
            "withdraw",
            operations.withdraw_profile_consent,
            _("The person takes it back"),
            on={"consent": one, "today": actor.today},
            row=one.pk,
            beside=one.get_audience_display(),
            done=_("Taken back. What rested on it has ended."),
        )
        for one in yes.values()
    ]
    if person.is_protected:
        return acts
    begun = {**usual, "parts": employer.parts if employer else said}
    acts.append(
        Act(
            "employer",
            operations.give_profile_consent,
            _("Write down the yes to employers"),
            EmployerConsentForm,
            on={**on, "audience": "employer"},
            given={"initial": begun},
        )
    )
    if has(actor, "matching.keep_profile"):
        teams = teams_of(actor)
        begun = {**usual, "unit": team.unit_id if team else teams.first(), "parts": team.parts if team else said}
        acts.append(
            Act(
                "team",
                operations.give_profile_consent,
                _("Write down the yes to the team"),
                TeamConsentForm,
                on={**on, "audience": "team"},
                given={"teams": teams, "initial": begun},
            )
        )
    return acts
