"""What a head does with the meetings to come of colleagues who are away, or have left."""

from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from trappan.cases.operations.meeting import refuse_closed_day
from trappan.cases.operations.refusals import NO
from trappan.history.record import record
from trappan.refusals import Sentences, call
from trappan.staff.models import Membership

TO_COVER: Sentences = {
    **NO,
    "not_a_meeting_to_cover": _(
        "The meeting is no longer yours to see to: it has been moved, or the colleague is back."
    ),
    "meeting_is_to_come": ("day", _("A meeting is booked for a time to come.")),
    "colleague_is_away": ("colleague", _("The colleague is away that day. Choose another colleague, or another day.")),
    "one_meeting_at_a_time": ("at", _("The colleague is in another meeting then. Choose another time or colleague.")),
    "receiver_knows_the_person": (
        "colleague",
        _("Choose a colleague who works with the person already, or a new time: this file is opened to nobody else."),
    ),
    "meeting_within_ninety_days": ("day", _("Choose a day within ninety days.")),
    "receiver_may_not_hold": ("colleague", _("Choose a colleague of the unit, in the same role.")),
    "not_to_oneself": ("colleague", _("You cannot give it to yourself. Choose a colleague.")),
}


@transaction.atomic
def cancel_for_away(*, meeting_id: int) -> None:
    """Cancel, as head of the unit, a meeting to come of a colleague who is away."""
    call("cases_cancel_for_away", meeting_id, sentences=TO_COVER)
    record("cases.cancel_for_away", meeting=meeting_id)


@transaction.atomic
def move_for_away(*, meeting_id: int, starts_at: datetime, colleague: Membership, closed_day: bool = False) -> None:
    """Give, as head of the unit, a meeting to come another time, another colleague, or both.

    The colleague reads the person's plan for it. Refused where that colleague is away, or in another meeting.
    """
    if not closed_day:
        refuse_closed_day(starts_at)
    call("cases_move_for_away", meeting_id, starts_at, colleague.pk, sentences=TO_COVER)
    record("cases.move_for_away", meeting=meeting_id, to=colleague.pk)
