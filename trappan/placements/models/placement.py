"""Placements: who is where, from when to when, how it began and why it ended."""

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import F, Q

from trappan.activities.models.activity import Activity
from trappan.history.models import CurrentActor, Signed
from trappan.schedules.functions import Today
from trappan.schedules.periods import Period


class Placement(Period):
    """A person in an activity from a day to a day (half-open), on the week of its seat.

    Proposed by a consultant with an `aim`; the site sees no more than first name, aim and schedule
    until it accepts. `agreed` says that it did, or that the placement is from an earlier system and
    was never proposed here. Refused and withdrawn ones end before they begin, and free their place.
    A site's no says why in its own words (`answer`) and by a code of *site_no* (`answer_kind`, empty before there
    was one). `follows` is the placement that this one moves the person from: it ends when this is accepted.
    Why it ends is told apart (`PlacementEnd`): the site reads that it ends, and when.
    From `waits_from` on it waits for signatures (empty: it does not): nobody is expected there, and the place is kept.
    Only the database writes it, as agreements are written and signed; the days that passed so are a pause afterwards.
    A protected person is placed by a recorded decision and opens to one named supervisor; under
    cooperation a partner's site needs the person's consent. Both are the database's to refuse.
    """

    person = models.ForeignKey("people.Person", models.PROTECT, related_name="placements", db_index=False)
    unit = models.ForeignKey("staff.Unit", models.PROTECT, related_name="+", db_index=False)
    activity = models.ForeignKey(Activity, models.PROTECT, related_name="placements")
    seat = models.UUIDField()
    starts_on = models.DateField()
    ends_on = models.DateField(null=True, blank=True)
    supervisor = models.ForeignKey("staff.Membership", models.PROTECT, null=True, related_name="+")
    decision = models.TextField(blank=True)
    placed_by = models.ForeignKey(
        "staff.Membership", models.PROTECT, null=True, related_name="+", db_default=CurrentActor()
    )
    aim = models.CharField(max_length=300, blank=True, db_default="")
    proposed_at = models.DateTimeField(null=True, blank=True)
    accepted_at = models.DateTimeField(null=True, blank=True)
    refused_at = models.DateTimeField(null=True, blank=True)
    withdrawn_at = models.DateTimeField(null=True, blank=True)
    answered_by = models.ForeignKey("staff.Membership", models.PROTECT, null=True, related_name="+")
    answer = models.CharField(max_length=300, blank=True, db_default="")
    answer_kind = models.CharField(max_length=30, blank=True, db_default="")
    follows = models.ForeignKey("self", models.PROTECT, null=True, related_name="+")
    waits_from = models.DateField(null=True, editable=False)
    agreed = models.GeneratedField(
        expression=Q(proposed_at__isnull=True) | Q(accepted_at__isnull=False),  # type: ignore[arg-type]  # a condition is one too
        output_field=models.BooleanField(),
        db_persist=True,
    )

    class Meta:
        ordering = ["-starts_on", "-id"]
        constraints = [
            models.UniqueConstraint(
                fields=["person", "activity", "starts_on"],
                name="one_placement_a_start",
                condition=Q(refused_at=None, withdrawn_at=None),
            ),
            models.UniqueConstraint(fields=["seat"], name="one_placement_a_seat"),
            models.CheckConstraint(
                condition=Q(ends_on=None) | Q(ends_on__gte=F("starts_on")), name="placement_ends_after_start"
            ),
            models.CheckConstraint(
                condition=Q(accepted_at=None, refused_at=None)
                | Q(accepted_at=None, withdrawn_at=None)
                | Q(refused_at=None, withdrawn_at=None),
                name="proposal_is_answered_once",
            ),
            models.CheckConstraint(condition=Q(refused_at=None) | ~Q(answer=""), name="refusal_says_why"),
        ]
        indexes = [
            models.Index(fields=["unit", "starts_on"], name="placement_of_unit"),
            models.Index(fields=["person"], name="placement_of_person"),
            models.Index(
                fields=["unit"],
                name="placement_proposed",
                condition=Q(proposed_at__isnull=False, accepted_at=None, refused_at=None, withdrawn_at=None),
            ),
            # Most placements are past: who has one today or to come is found by its end.
            models.Index(
                fields=["ends_on", "person"], name="placement_lasting", condition=Q(refused_at=None, withdrawn_at=None)
            ),
        ]

    @property
    def state(self) -> str:
        """Name what became of the proposal: waits, refused, withdrawn or agreed."""
        if self.agreed:
            return "agreed"
        if self.refused_at:
            return "refused"
        return "withdrawn" if self.withdrawn_at else "waits"


class PlacementEnd(models.Model):
    """Why a placement ends, as it was told that day: for those who hold the plan, and never the site.

    `kind` is of the code table *placement_end*: empty in what came from an earlier system and where a
    site's proposal to end was accepted. Both are emptied where the placement was let go on after all.
    There is no row where the end was planned from the start.
    """

    placement = models.OneToOneField(Placement, models.PROTECT, related_name="end")
    person = models.ForeignKey("people.Person", models.PROTECT, related_name="+")
    kind = models.CharField(max_length=30, blank=True)
    reason = models.CharField(max_length=200, blank=True)
    told_on = models.DateField(db_default=Today())

    def __str__(self) -> str:
        return f"{self.kind} {self.reason}".strip()


class Introduction(Signed):
    """That somebody was introduced at the place, safety first: what was gone through, and the day.

    The points are the activity's own (SoL 12:6: parts of the work environment act apply). Nobody who
    was proposed here is marked present before it.
    """

    person = models.ForeignKey("people.Person", models.PROTECT, related_name="+")
    unit = models.ForeignKey("staff.Unit", models.PROTECT, related_name="+")
    placement = models.OneToOneField(Placement, models.PROTECT, related_name="introduction")
    day = models.DateField()
    points = ArrayField(models.CharField(max_length=200))

    class Meta:
        constraints = [models.CheckConstraint(condition=~Q(points=[]), name="introduction_has_points")]
