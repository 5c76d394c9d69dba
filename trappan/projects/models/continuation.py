"""What is left when a project is over: what goes on, by whom, with whose money."""

from django.db import models
from django.db.models import Q

from trappan.history.models import Signed
from trappan.projects.models.project import Project, SubInitiative


class Continuation(Signed):
    """What becomes of a project, or of one of its sub-initiatives, when it is over (R-254).

    Either it goes on, by somebody, with somebody's money, since `starts_on`; or it does not, and `what` says what ends.
    `checked_on` is the last day on which somebody has looked that it still goes on: also after the final report.
    """

    project = models.ForeignKey(Project, models.PROTECT, related_name="continuations")
    sub_initiative = models.ForeignKey(SubInitiative, models.PROTECT, null=True, blank=True, related_name="+")
    what = models.CharField(max_length=300)
    goes_on = models.BooleanField()
    by_whom = models.CharField(max_length=200, blank=True, default="", db_default="")
    money = models.CharField(max_length=200, blank=True, default="", db_default="")
    starts_on = models.DateField(null=True, blank=True)
    checked_on = models.DateField(null=True, blank=True)
    taken_out_on = models.DateField(null=True, blank=True)

    class Meta:
        ordering = ["id"]
        constraints = [
            models.CheckConstraint(condition=~Q(what=""), name="project_continuation_says_what"),
            models.CheckConstraint(
                condition=(Q(goes_on=True, starts_on__isnull=False) & ~Q(by_whom="") & ~Q(money=""))
                | Q(goes_on=False, by_whom="", money="", starts_on=None, checked_on=None),
                name="goes_on_by_somebody_with_money",
            ),
            models.CheckConstraint(
                condition=Q(checked_on=None) | Q(checked_on__gte=models.F("starts_on")), name="checked_since_it_began"
            ),
        ]

    def __str__(self) -> str:
        return self.what
