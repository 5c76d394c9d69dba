"""Write down meetings with partners, what was said there, and what somebody does until a day."""

from collections.abc import Iterable
from datetime import date

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from trappan.history.record import record
from trappan.partnerships.models import Agreement, JointMeeting, MeetingAction, MeetingBody
from trappan.partnerships.operations.refusals import NO, refuse_day_to_come
from trappan.refusals import READS_ONLY, Refused, refusing
from trappan.refusals.editions import lock_edition
from trappan.schedules.allowed import refuse_outside
from trappan.secrecy.acting import Actor
from trappan.staff.models import Membership, Organisation


@transaction.atomic
def make_meeting(
    *,
    by: Actor,
    kind: str,
    name: str,
    held_on: date,
    partners: Iterable[Organisation] = (),
    others: Iterable[str] = (),
    agreement: Agreement | None = None,
    roles: str = "",
) -> JointMeeting:
    """Write down a meeting, held or to come, with the bodies that take part, the partner of its agreement among them.

    Refused: a meeting with nobody, and a personal number anywhere in it.
    """
    bodies = {one.name: one.pk for one in partners}
    if agreement is not None:
        bodies[agreement.organisation.name] = agreement.organisation_id
    named: dict[str, int | None] = {**dict.fromkeys(others), **bodies}
    if not named:
        raise Refused(_("Say which bodies take part: choose a partner, or write another body."), "partners")
    with refusing(NO):
        made = JointMeeting.objects.create(
            municipality_id=by.organisation_id, agreement=agreement, kind=kind, name=name, held_on=held_on, roles=roles
        )
        for body, organisation_id in named.items():
            MeetingBody.objects.create(meeting=made, organisation_id=organisation_id, name=body)
    record("partnerships.make_meeting", meeting=made.pk)
    return made


@transaction.atomic
def write_minutes(*, meeting: JointMeeting, today: date, roles: str, said: str, edition: str) -> None:
    """Write who took part, by role, and what was said; refused before the day, and where somebody has saved since."""
    lock_edition(meeting, ("roles", "said"), edition)
    if said:
        refuse_outside(
            meeting.held_on,
            "said",
            last=today,
            late=_("The meeting has not been yet. Write what was said when it has."),
        )
    with refusing(NO):
        if not JointMeeting.objects.filter(pk=meeting.pk).update(roles=roles, said=said):
            raise Refused(READS_ONLY)
    record("partnerships.write_minutes", meeting=meeting.pk)


@transaction.atomic
def call_off(*, meeting: JointMeeting, today: date) -> None:
    """Call off a meeting that is to come; it is kept, and said to be called off."""
    with refusing(NO):
        if not JointMeeting.objects.filter(pk=meeting.pk).update(called_off_on=today):
            raise Refused(READS_ONLY)
    record("partnerships.call_off", meeting=meeting.pk)


@transaction.atomic
def agree_action(
    *, meeting: JointMeeting, text: str, due_on: date, owner: Membership | None = None, owner_as: str = ""
) -> MeetingAction:
    """Write down what somebody does until a day: a colleague, on whose desk it stands, or a body that is named.

    Refused: no owner or two, a day before the meeting, a colleague of a partner that does not take part.
    """
    if (owner is None) == (not owner_as):
        raise Refused(_("Choose a colleague who does it, or write which body does: one of the two."), "owner")
    refuse_outside(due_on, "due_on", first=meeting.held_on, early=_("The meeting had not been yet."))
    with refusing(NO):
        made = MeetingAction.objects.create(meeting=meeting, text=text, due_on=due_on, owner=owner, owner_as=owner_as)
    record("partnerships.agree_action", meeting=meeting.pk, action=made.pk)
    return made


@transaction.atomic
def finish_action(*, action: MeetingAction, today: date, done_on: date, result: str) -> None:
    """Say that what was agreed is done and what came of it, once: by its owner, or by who keeps the meeting."""
    refuse_day_to_come(done_on, today, "done_on")
    refuse_outside(done_on, "done_on", first=action.meeting.held_on, early=_("It had not been agreed then."))
    with refusing(NO):
        if not MeetingAction.objects.filter(pk=action.pk).update(done_on=done_on, result=result):
            raise Refused(READS_ONLY)
    record("partnerships.finish_action", meeting=action.meeting_id, action=action.pk)
