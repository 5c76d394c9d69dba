"""Decide an exemption, end it, ask the person to take part, note that the request was received."""

from datetime import date

from django.db import transaction
from django.utils.timezone import localdate
from django.utils.translation import gettext_lazy as _

from trappan.cases.models import Case
from trappan.cases.operations import still_open
from trappan.history.record import record
from trappan.people.models import Person
from trappan.people.operations import NO as PEOPLE_NO
from trappan.plans.models import Consultation
from trappan.refusals import Refused, Sentences, refusing
from trappan.requirement.models import ActivityRequest, Exemption
from trappan.requirement.standing import standings
from trappan.rules.rulesets import rules_on
from trappan.secrecy.scopes import Scope

NO: Sentences = {
    **PEOPLE_NO,
    "exemption_ends_after_start": ("last_day", _("The last day must come after the first.")),
    "exemption_rests_on_evidence": ("evidence", _("Write what the exemption rests on.")),
    "one_exemption_at_a_time": ("starts_on", _("There is already an exemption in that time. End it first.")),
    "one_request_a_month": ("first_month", _("There is already a request from that month.")),
    "exemption_only_shorter": ("ends_on", _("An exemption cannot be made longer: decide a new one, on new evidence.")),
    "code_of_kind": ("kind", _("That kind of exemption was not in use that day. Choose another.")),
    "one_grounds_a_month": (
        "month",
        _("There are already grounds for that month. Take them back before you write new ones."),
    ),
    "grounds_say_what_happened": ("summary", _("Write what has happened.")),
    "grounds_after_dialogue": _(
        "Nobody has found an absence without acceptable reason in that period, after a conversation. Talk with "
        "the person first, and find what each absence was."
    ),
    "grounds_after_refusal": _(
        "No conversation says that the person declines. Talk with the person first, and write it down."
    ),
    "grounds_agree_with_attendance": _("The attendance changed just now. Load the page again."),
    "heard_says_how_and_what": ("heard_words", _("Write what the person said, or how you sought them.")),
    "heard_before_sent": _("The person is heard before the grounds are sent."),
    "grounds_to_a_social_worker": ("to", _("Choose a social worker who works with the person.")),
    "grounds_are_frozen": _("They have been sent, and are not changed. Take them back and write new ones."),
    "received_by_the_receiver": _("Only the one they were sent to can acknowledge them."),
    "grounds_are_decided": _("There is already a decision on them."),
    "four_eyes": _("Another social worker decides than the one who wrote the grounds. Ask a colleague."),
    "decided_after_receipt": _("The grounds must be sent and received before anything is decided on them."),
    "decided_after_it_was_written": (
        "decided_on",
        _("Choose a day from when the grounds were written, no later than today."),
    ),
    "appealed_once": _("It is already noted. Load the page again."),
    "decision_says_why": ("reason", _("Write why.")),
    "decision_is_sent_to_somebody": ("sent_to", _("Write whom the decision is sent to. The person is always one.")),
    "granted_is_not_appealed": _("Support as before is not appealed here."),
    "appeal_ends_with_a_result": ("result", _("Choose what came of it.")),
    "taken_back_says_why": ("reason", _("Write why you take it back. It stays readable.")),
    "request_within_full_time": ("weekly_hours", _("Write hours a week as a number between 0 and 40.")),
    "request_rests_on_consultation": _(
        "Write down the consultation with the Employment Service first: the request rests on it."
    ),
}


@transaction.atomic
def exempt(*, person: Person, kind: str, starts_on: date, ends_on: date, evidence: str) -> Exemption:
    """Exempt somebody for a time, on evidence; from the first day to the day after the last."""
    with refusing(NO):
        exemption = Exemption.objects.create(
            person=person, kind=kind, starts_on=starts_on, ends_on=ends_on, evidence=evidence
        )
    record(
        "requirement.exempt",
        person.pk,
        scope=Scope.REQUIREMENT,
        exemption=exemption.pk,
        starts_on=starts_on,
        ends_on=ends_on,
    )
    return exemption


@transaction.atomic
def end_exemption(*, exemption: Exemption, ends_on: date) -> None:
    """End an exemption earlier than was decided; what was decided stays in its versions."""
    with refusing({**NO, "exemption_ends_after_start": ("ends_on", _("It cannot end before it began."))}):
        Exemption.objects.filter(pk=exemption.pk).update(ends_on=ends_on)
    record(
        "requirement.end_exemption",
        exemption.person_id,
        scope=Scope.REQUIREMENT,
        exemption=exemption.pk,
        ends_on=ends_on,
    )


@transaction.atomic
def request(*, case: Case, today: date, first_month: date, weekly_minutes: int) -> ActivityRequest:
    """Ask the person to take part, from a month and with hours, on the basis that the rules name.

    Refused for a month in which the person does not come under the requirement, and without a
    consultation with the Employment Service that is recent enough.
    """
    still_open(case)
    rules = rules_on(today)
    months = standings([case.person_id], first_month, first_month, in_words=True)
    if rules.requirement_from is None or first_month < rules.requirement_from:
        raise Refused(_("The requirement does not apply to that month."), "first_month")
    # A month that has not been reported yet may be asked about beforehand.
    if not months or months[0].status not in ("under", "no_support"):
        sentence = months[0].sentence if months else _("You do not see the person's requirement.")
        raise Refused(sentence, "first_month")
    consultation = Consultation.objects.filter(case=case, with_whom="employment_service").first()
    if consultation is None or (today - consultation.held_on).days >= rules.consultation_valid_days:
        raise Refused(NO["request_rests_on_consultation"])  # type: ignore[arg-type]  # a sentence alone
    with refusing(NO):
        made = ActivityRequest.objects.create(
            person_id=case.person_id,
            case=case,
            first_month=first_month,
            weekly_minutes=weekly_minutes,
            basis=rules.request_basis,
            consultation=consultation,
        )
    record("requirement.request", case.person_id, scope=Scope.REQUIREMENT, request=made.pk, first_month=first_month)
    return made


@transaction.atomic
def receive(*, made: ActivityRequest, today: date, received_on: date, received_how: str) -> None:
    """Note when and how the person got the request."""
    if received_on > today:
        raise Refused(_("It cannot have been received after today."), "received_on")
    if received_on < localdate(made.made_at):
        raise Refused(_("It cannot have been received before it was made."), "received_on")
    noted = ActivityRequest.objects.filter(pk=made.pk, received_on=None).update(
        received_on=received_on, received_how=received_how
    )
    if not noted:
        raise Refused(_("A colleague has already noted that it was received."))
    record("requirement.receive", made.person_id, scope=Scope.REQUIREMENT, request=made.pk, how=received_how)


@transaction.atomic
def register_request(*, made: ActivityRequest, today: date) -> None:
    """Tick that the request is entered at the Employment Service's pages, which is done by hand."""
    if not ActivityRequest.objects.filter(pk=made.pk, registered_on=None).update(registered_on=today):
        raise Refused(_("It is already ticked as entered."))
    record("requirement.register_request", made.person_id, scope=Scope.REQUIREMENT, request=made.pk)
