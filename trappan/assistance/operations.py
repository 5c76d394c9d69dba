"""What reaches us from the support side."""

from datetime import date

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from trappan import database
from trappan.assistance.models import Application, Elsewhere, SupportMonth
from trappan.history.record import record
from trappan.people.models import HouseholdMember, Person
from trappan.people.operations import NO as PEOPLE_NO
from trappan.people.operations import join_household
from trappan.refusals import Refused, Sentences, call, refusing
from trappan.refusals.editions import lock_edition, refuse_overtaken, saved_in
from trappan.schedules.allowed import refuse_outside
from trappan.schedules.clock import now
from trappan.secrecy.acting import Actor
from trappan.secrecy.scopes import Scope

NO: Sentences = {
    **PEOPLE_NO,
    "one_application_a_day": (
        "received_on",
        _("An application from the same day is already here. Open the person and look at it."),
    ),
    "result_has_its_day": ("decided_on", _("The decision cannot be from before the application came in.")),
    "application_is_taken_back": _("The application has been taken back. Look at the list again."),
    "taken_back_with_a_reason": (
        "reason",
        _("Write why, and take back only what has no decision: a decision that is wrong is corrected instead."),
    ),
    "one_household_a_month": ("month", _("The month is already here. Put that one right instead.")),
    "code_of_obstacle": ("obstacle", _("That obstacle was not in use in that month. Choose another.")),
    "code_of_household_type": (
        "household_type",
        _("That household type was not in use in that month. Choose another."),
    ),
    "elsewhere_is_whole_months": ("ends_on", _("The last month must come after the first.")),
    "one_municipality_at_a_time": (
        "starts_on",
        _("Another municipality is already written down for some of those months."),
    ),
    "month_is_not_to_come": ("month", _("A month to come has no support yet.")),
    "month_spent_elsewhere": ("month", _("The person is written down in another municipality that month.")),
    "corrected_for_a_reason": ("why", _("Write what was wrong.")),
    "here_or_elsewhere": (
        "starts_on",
        _("The person had support here in one of those months. One of the two is wrong: look at the months first."),
    ),
}


@transaction.atomic
def receive_application(*, person: Person, by: Actor, received_on: date, kind: str, reference: str = "") -> Application:
    """Receive an application: the day the chain begins. Refused twice for the same day."""
    refuse_outside(
        received_on, "received_on", last=by.today, late=_("The application cannot have come in after today.")
    )
    with refusing(NO):
        application = Application.objects.create(
            person=person, unit_id=by.unit_id, received_on=received_on, kind=kind, reference=reference
        )
    record(
        "assistance.receive_application",
        person.pk,
        scope=Scope.ASSISTANCE,
        application=application.pk,
        received_on=received_on,
    )
    return application


@transaction.atomic
def note_result(
    *, application: Application, by: Actor, result: str, decided_on: date, result_reference: str, edition: str = ""
) -> None:
    """Take over what the support system decided, with its own reference.

    Refused where somebody else has noted another result since `edition`.
    """
    refuse_outside(
        decided_on,
        "decided_on",
        first=application.received_on,
        early=_("The decision cannot be from before the application came in."),
        last=by.today,
        late=_("The decision cannot be from after today."),
    )
    values = {"result": result, "decided_on": decided_on, "result_reference": result_reference}
    lock_edition(application, values, edition)
    with refusing(NO):
        Application.objects.filter(pk=application.pk).update(**values)
    record(
        "assistance.note_result",
        application.person_id,
        scope=Scope.ASSISTANCE,
        application=application.pk,
        result=result,
    )


@transaction.atomic
def take_back_application(*, application: Application, reason: str) -> None:
    """Take back what was taken in by mistake, with the reason: it stays to be seen, waits no more and counts as none.

    Refused where a decision has been noted, and twice. A case that was opened on it stays open.
    """
    with refusing(NO):
        Application.objects.filter(pk=application.pk).update(taken_back_at=now(), taken_back_because=reason.strip())
    record(
        "assistance.take_back_application", application.person_id, scope=Scope.ASSISTANCE, application=application.pk
    )


@transaction.atomic
def keep_month(
    *, person: Person, by: Actor, month: date, role: str, household_type: int, obstacle: str
) -> SupportMonth:
    """Write down a month with support that no import has brought, in the person's household."""
    if month > by.today:
        raise Refused(_("A month to come has no support yet."), "month")
    if Elsewhere.objects.on(month).filter(person=person).exists():
        raise Refused(_("The person is written down in another municipality that month."), "month")
    member = HouseholdMember.objects.on(by.today).filter(person=person).first()
    if member is None:
        member = join_household(person=person, role=role, starts_on=month)
    with refusing(NO):
        kept = SupportMonth.objects.create(
            person=person,
            household_id=member.household_id,
            month=month,
            role=role,
            household_type=household_type,
            obstacle=obstacle,
        )
    record("assistance.keep_month", person.pk, scope=Scope.ASSISTANCE, month=month)
    return kept


@transaction.atomic
def note_elsewhere(*, person: Person, municipality: str, starts_on: date, ends_on: date, support: str) -> Elsewhere:
    """Write down months in another municipality, and whether support there is known."""
    with refusing(NO):
        elsewhere = Elsewhere.objects.create(
            person=person, municipality=municipality, starts_on=starts_on, ends_on=ends_on, support=support
        )
    record("assistance.note_elsewhere", person.pk, scope=Scope.ASSISTANCE, starts_on=starts_on, ends_on=ends_on)
    return elsewhere


@transaction.atomic
def correct_month(
    *,
    kept: SupportMonth,
    month: date,
    role: str,
    household_type: int,
    obstacle: str,
    amount: int | None,
    why: str,
    edition: str = "",
) -> None:
    """Put right a month with support, with a reason: what stood is kept, and no import writes over it.

    Refused: a month to come, one that is here already or was spent elsewhere, where nothing differs, an overtaken
    edition.
    """
    values = {"month": month, "role": role, "household_type": household_type, "obstacle": obstacle, "amount": amount}
    database.lock("assistance.correct_month", kept.pk)  # two at once stand in line, so that the second sees the first
    refuse_overtaken(saved_in(SupportMonth.objects.filter(pk=kept.pk).first(), values), edition)
    call("assistance_correct_month", kept.pk, *values.values(), why.strip(), sentences=NO)
    record("assistance.correct_month", kept.person_id, scope=Scope.ASSISTANCE, month=kept.month)


@transaction.atomic
def take_out_month(*, kept: SupportMonth, why: str) -> None:
    """Take out a month that had no support, with a reason; no import brings it back."""
    call("assistance_take_out_month", kept.pk, why.strip(), sentences=NO)
    record("assistance.take_out_month", kept.person_id, scope=Scope.ASSISTANCE, month=kept.month)


@transaction.atomic
def correct_elsewhere(
    *,
    elsewhere: Elsewhere,
    municipality: str,
    starts_on: date,
    ends_on: date,
    support: str,
    why: str,
    edition: str = "",
) -> None:
    """Put right months in another municipality, with a reason; refused as new ones are, and where nothing differs."""
    values = {"municipality": municipality, "starts_on": starts_on, "ends_on": ends_on, "support": support}
    database.lock("assistance.correct_elsewhere", elsewhere.pk)
    refuse_overtaken(saved_in(Elsewhere.objects.filter(pk=elsewhere.pk).first(), values), edition)
    call("assistance_correct_elsewhere", elsewhere.pk, *values.values(), why.strip(), sentences=NO)
    record("assistance.correct_elsewhere", elsewhere.person_id, scope=Scope.ASSISTANCE, starts_on=elsewhere.starts_on)


@transaction.atomic
def take_out_elsewhere(*, elsewhere: Elsewhere, why: str) -> None:
    """Take out months that were not spent elsewhere, with a reason."""
    call("assistance_take_out_elsewhere", elsewhere.pk, why.strip(), sentences=NO)
    record("assistance.take_out_elsewhere", elsewhere.person_id, scope=Scope.ASSISTANCE, starts_on=elsewhere.starts_on)
