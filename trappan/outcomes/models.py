"""How a case ended, and whether it held: provisional until checked after a month (KAS, Kolada)."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _


class Exit(models.Model):
    """The end of a case with its reason, by the exit codes of Kolada U40406–U40418.

    Work means the regular labour market for at least one continuous month; studies give right to
    studiemedel; internship is a kind of its own and never work. `held` is empty until somebody has
    checked, no sooner than a month after `day`. Where the case is needed again, or was closed by mistake, it is
    reopened (`reopened_on`) and says why: the exit stays as it was, counts as none, and the case has another
    when it ends again.
    """

    class Reason(models.TextChoices):
        WORK = "work", _("Started work")
        STUDIES = "studies", _("Started studies")
        INTERNSHIP = "internship", _("Internship")
        TRANSFERRED = "transferred", _("Transferred to another authority")
        COMPLETED = "completed", _("Assignment completed")
        OTHER = "other", _("Other")

    person = models.ForeignKey("people.Person", models.PROTECT, related_name="exits")
    case = models.ForeignKey("cases.Case", models.PROTECT, related_name="exits")
    day = models.DateField()
    reason = models.CharField(max_length=20, choices=Reason)
    form = models.CharField(max_length=100, blank=True)
    checked_on = models.DateField(null=True, blank=True)
    held = models.BooleanField(null=True, blank=True)
    reopened_on = models.DateField(null=True, blank=True)
    reopened_why = models.CharField(max_length=300, blank=True, db_default="")

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["case"], condition=Q(reopened_on=None), name="one_exit_a_case"),
            models.CheckConstraint(
                condition=Q(reopened_on=None) | Q(held__isnull=False, held=False) | ~Q(reopened_why=""),
                name="reopened_says_why",
            ),
            models.CheckConstraint(
                condition=Q(checked_on=None, held=None) | Q(checked_on__isnull=False, held__isnull=False),
                name="check_has_an_answer",
            ),
            models.CheckConstraint(
                condition=~Q(reason__in=["work", "studies"]) | ~Q(form=""), name="work_and_studies_name_their_form"
            ),
        ]

    @property
    def is_provisional(self) -> bool:
        """Tell whether somebody has yet to check that it lasted a month."""
        return self.reason in (self.Reason.WORK, self.Reason.STUDIES) and self.held is None

    @property
    def has_failed(self) -> bool:
        """Tell whether it did not last, and nobody has reopened the case."""
        return self.held is False and self.reopened_on is None

    @property
    def is_self_support(self) -> bool:
        """Tell whether the person has reached self-support: work or studies that held."""
        return self.reason in (self.Reason.WORK, self.Reason.STUDIES) and self.held is True
