"""What is said of a day beforehand, and the reasons for absences as they were told."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from trappan.history.models import CurrentActor, Signed
from trappan.placements.models.placement import Placement
from trappan.schedules.functions import Now


class Notice(Signed):
    """What somebody has said beforehand of a day: that they do not come, come late, or come.

    Of whoever does not come it is marked before they are missed. The site reads that it was said, never why: the reason
    is a `ToldReason`. Without an author it is the person's own word, by the own pages or the link of a reminder, which
    the database's functions alone write; a colleague notes that somebody does not come, and nothing else. `minutes` is
    about how late, where the person has said it. The latest word of a day holds. `said_by` says that it was a helper or
    a guardian who said it on the own pages: then it is their word, and not the person's own. `mandate_id` is by which
    mandate (portal_mandate): the own pages ask it alone, to tell one helper from another, and staff cannot read it.
    """

    class Says(models.TextChoices):
        ABSENT = "absent", _("Does not come")
        LATE = "late", _("Is late")
        COMES = "comes", _("Comes")

    class By(models.TextChoices):
        HELPER = "helper", _("helper")
        GUARDIAN = "guardian", _("guardian")

    person = models.ForeignKey("people.Person", models.PROTECT, related_name="+")
    unit = models.ForeignKey("staff.Unit", models.PROTECT, related_name="+")
    placement = models.ForeignKey(Placement, models.PROTECT, related_name="notices", db_index=False)
    day = models.DateField()
    says = models.CharField(max_length=6, choices=Says, db_default="absent")
    minutes = models.SmallIntegerField(null=True)
    said_by = models.CharField(max_length=8, choices=By, blank=True, db_default="")
    mandate_id = models.BigIntegerField(null=True)

    class Meta:
        ordering = ["day", "id"]
        constraints = [
            models.UniqueConstraint(fields=["placement", "day", "says"], name="one_notice_a_day"),
            models.CheckConstraint(condition=Q(says__in=["absent", "late", "comes"]), name="notice_says_something"),
            models.CheckConstraint(
                condition=Q(minutes=None) | Q(says="late", minutes__gt=0, minutes__lte=240), name="late_by_some_minutes"
            ),
            models.CheckConstraint(
                condition=Q(said_by="", mandate_id=None) | ~Q(said_by="") & Q(author=None, mandate_id__isnull=False),
                name="no_colleague_speaks_as_a_helper",
            ),
        ]

    @property
    def own(self) -> bool:
        """Tell whether it is the person's own word."""
        return self.author_id is None and not self.said_by


class ToldReason(models.Model):
    """The reason for an absence as it was told: written at the site or by staff, read by staff alone.

    A site passes on what it hears and keeps nothing of it: it cannot read the table. Without an author the person has
    told it, by the own pages; or, where `said_by` says so, a helper or a guardian, and not the person.
    """

    person = models.ForeignKey("people.Person", models.PROTECT, related_name="+")
    unit = models.ForeignKey("staff.Unit", models.PROTECT, related_name="+")
    placement = models.ForeignKey(Placement, models.PROTECT, related_name="+", db_index=False)
    day = models.DateField()
    reason = models.CharField(max_length=30)
    note = models.CharField(max_length=300, blank=True)
    author = models.ForeignKey(
        "staff.Membership", models.PROTECT, null=True, related_name="+", db_default=CurrentActor()
    )
    said_by = models.CharField(max_length=8, choices=Notice.By, blank=True, db_default="")
    at = models.DateTimeField(db_default=Now())

    class Meta:
        ordering = ["day", "id"]
        constraints = [
            models.CheckConstraint(condition=Q(said_by="") | Q(author=None), name="no_colleague_tells_as_a_helper")
        ]
        indexes = [models.Index(fields=["placement", "day"], name="told_reason_of_day")]
