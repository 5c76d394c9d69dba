"""Steering groups and coordination with partners: which bodies met, what was said, and who does what until when."""

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from trappan.history.models import Signed
from trappan.partnerships.models.agreement import Agreement
from trappan.staff.models import Membership, Organisation


class JointMeeting(Signed):
    """A meeting of the municipality with partners, held or to come: about an agreement, or how one works together.

    Who takes part is told as bodies and roles, never as names of participants, and nothing of it is about one person.
    One that does not come about is called off, and stays. Read by those who keep, sign and approve agreements, and by
    who leads a workplace of a partner that takes part.
    """

    class Kind(models.TextChoices):
        STEERING = "steering", _("Steering group")
        COORDINATION = "coordination", _("Coordination")

    municipality = models.ForeignKey(Organisation, models.PROTECT, related_name="+")
    agreement = models.ForeignKey(Agreement, models.PROTECT, null=True, blank=True, related_name="meetings")
    kind = models.CharField(max_length=15, choices=Kind)
    name = models.CharField(max_length=200)
    held_on = models.DateField()
    roles = models.CharField(max_length=300, blank=True, default="")
    said = models.TextField(blank=True, default="")
    called_off_on = models.DateField(null=True, blank=True)

    class Meta:
        ordering = ["-held_on", "-id"]
        constraints = [models.CheckConstraint(condition=~Q(name=""), name="joint_meeting_has_a_name")]

    def __str__(self) -> str:
        return self.name


class MeetingBody(Signed):
    """A body that takes part in a meeting: a partner, or another one by its name as it was called then."""

    meeting = models.ForeignKey(JointMeeting, models.PROTECT, related_name="bodies", db_index=False)
    organisation = models.ForeignKey(Organisation, models.PROTECT, null=True, blank=True, related_name="+")
    name = models.CharField(max_length=200)

    class Meta:
        ordering = ["id"]
        constraints = [
            models.CheckConstraint(condition=~Q(name=""), name="meeting_body_has_a_name"),
            models.UniqueConstraint(fields=["meeting", "name"], name="one_meeting_body_a_name"),
        ]

    def __str__(self) -> str:
        return self.name


class MeetingAction(Signed):
    """What was agreed at a meeting that somebody does until a day, and what came of it.

    Owned by a colleague who signs in, on whose desk it stands, or by a body that is named (`owner_as`): one of the two.
    """

    meeting = models.ForeignKey(JointMeeting, models.PROTECT, related_name="actions")
    text = models.CharField(max_length=300)
    owner = models.ForeignKey(Membership, models.PROTECT, null=True, blank=True, related_name="+")
    owner_as = models.CharField(max_length=200, blank=True, default="")
    due_on = models.DateField()
    done_on = models.DateField(null=True, blank=True)
    result = models.CharField(max_length=300, blank=True, default="")

    class Meta:
        ordering = [F("done_on").asc(nulls_first=True), "due_on", "id"]
        constraints = [
            models.CheckConstraint(condition=~Q(text=""), name="action_says_what"),
            models.CheckConstraint(
                condition=Q(owner=None) & ~Q(owner_as="") | Q(owner__isnull=False, owner_as=""),
                name="action_has_one_owner",
            ),
            models.CheckConstraint(
                condition=Q(done_on=None, result="") | (Q(done_on__isnull=False) & ~Q(result="")),
                name="action_is_done_with_a_result",
            ),
        ]

    def __str__(self) -> str:
        return self.text
