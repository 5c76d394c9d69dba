"""A partner's report of a year: opened by the municipality, written by the partner, sent, signed and delivered."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from trappan.history.models import Signed
from trappan.partnerships.models.agreement import Agreement


class AnnualReport(Signed):
    """The written report that a partner owes for a year of an agreement, once a year (R-204).

    Opened by the municipality with the day it is due, written by who leads a workplace of the partner: `author` is
    whoever wrote in it last. Handed in it is when the partner's own signatory (`Signatory`) has signed it: that sends
    it. Whatever is changed afterwards is signed anew. `answers` names who answers for it. It names no participant.
    `state` and the cost, as the partner had reported it when the report was sent, are the database's to write
    (sql/report.sql): the first follows from the steps. *Nothing to report* is an answer, and other than silence.
    """

    class State(models.TextChoices):
        OPEN = "open", _("Is written")
        TO_SIGN = "to_sign", _("Waits for the partner's signature")
        SENT = "sent", _("Sent to the municipality")
        BACK = "back", _("Back with a comment")
        SIGNED = "signed", _("Signed by the municipality")
        DELIVERED = "delivered", _("Delivered")
        NOTHING = "nothing", _("Nothing to report")

    agreement = models.ForeignKey(Agreement, models.PROTECT, related_name="reports", db_index=False)
    year = models.PositiveSmallIntegerField()
    due_on = models.DateField()
    state = models.CharField(max_length=10, choices=State, default=State.OPEN)
    done = models.TextField(blank=True, default="")
    learnt = models.TextField(blank=True, default="")
    asks = models.TextField(blank=True, default="")
    answers = models.CharField(max_length=200, blank=True, default="")
    cost_ore = models.PositiveBigIntegerField(null=True, editable=False)
    cost_as_of = models.DateField(null=True, editable=False)

    class Meta:
        ordering = ["-year", "-id"]
        constraints = [models.UniqueConstraint(fields=["agreement", "year"], name="one_report_a_year")]

    def __str__(self) -> str:
        return _("Annual report %(year)s") % {"year": self.year}

    @property
    def is_written(self) -> bool:
        """Tell whether the partner still writes in it."""
        return self.state in (self.State.OPEN, self.State.BACK)

    @property
    def is_owed(self) -> bool:
        """Tell whether the partner has not handed it in: it is written, or waits for the partner's own signature."""
        return self.is_written or self.state == self.State.TO_SIGN


class ReportStep(Signed):
    """What became of a report, on a day: the log of it, in which nothing is changed.

    One that is sent back says why in its `comment`. One that is sent says there on which mandate it was signed for the
    partner, the database's to write; before there were signatories it says nothing. One that is delivered says to
    whom: the department or the board, and what that was called. Which step may follow which, and who takes it, is
    the database's (sql/report.sql).
    """

    class Kind(models.TextChoices):
        OPENED = "opened", _("Opened by the municipality")
        FINISHED = "finished", _("Finished, to be signed by the partner")
        RESUMED = "resumed", _("Taken back by the partner, to be written further")
        SENT = "sent", _("Sent to the municipality")
        SENT_BACK = "sent_back", _("Sent back with a comment")
        SIGNED = "signed", _("Signed by the municipality")
        DELIVERED = "delivered", _("Delivered")
        NOTHING = "nothing", _("Said that there is nothing to report")
        UNDONE = "undone", _("There is something to report after all")

    class To(models.TextChoices):
        DEPARTMENT = "department", _("The department")
        BOARD = "board", _("The board")

    report = models.ForeignKey(AnnualReport, models.PROTECT, related_name="steps")
    kind = models.CharField(max_length=10, choices=Kind)
    day = models.DateField()
    comment = models.CharField(max_length=2000, blank=True, default="")
    to = models.CharField(max_length=10, choices=To, blank=True, default="")
    whom = models.CharField(max_length=200, blank=True, default="")

    class Meta:
        ordering = ["id"]
        constraints = [
            models.CheckConstraint(condition=~Q(kind="sent_back") | ~Q(comment=""), name="report_back_says_why"),
            models.CheckConstraint(
                condition=Q(kind="delivered") & ~Q(to="") & ~Q(whom="") | ~Q(kind="delivered") & Q(to="", whom=""),
                name="delivered_says_to_whom",
            ),
            models.UniqueConstraint(
                fields=["report", "to", "whom"], condition=Q(kind="delivered"), name="delivered_once_to_each"
            ),
        ]


class ReportFigures(Signed):
    """The figures of a report's year, frozen as they could be told at `cutoff`; the latest of a report stand.

    `figures` is a list of what is told and what is held back, the latter without its numbers, and the database's to
    write from what the worker has counted. Nobody changes it: what is told today stands beside it (`ReportCount`).
    """

    report = models.ForeignKey(AnnualReport, models.PROTECT, related_name="frozen")
    figures = models.JSONField(default=list)
    cutoff = models.DateTimeField(null=True)

    class Meta:
        ordering = ["-id"]


class ReportCount(models.Model):
    """What can be told today of a report's year: counted by the worker, and counted anew when its months change.

    `months` is how many months of the year are counted here; of a year that is not whole nothing is told. `base` are
    the counts behind, read by nobody: by them it is seen whether a correction is so small that it would tell of few.
    """

    report = models.OneToOneField(AnnualReport, models.PROTECT, related_name="count")
    figures = models.JSONField(default=list)
    base = models.JSONField(default=dict)
    months = models.PositiveSmallIntegerField()
    build = models.BigIntegerField()
    cutoff = models.DateTimeField(null=True)
    counted_at = models.DateTimeField()


class ReportNotice(models.Model):
    """That somebody who leads a workplace of the partner was told by mail what a report lacks: once each, by the rules.

    Written by the worker's function alone (sql/notice.sql); the mail names no person. Stopped by what makes it untrue:
    a report that is sent, or of which it is said that there is nothing.
    """

    class Kind(models.TextChoices):
        BEFORE = "before", _("Reminded by mail before the last day")
        LATE = "late", _("Reminded by mail after the last day")

    report = models.ForeignKey(AnnualReport, models.PROTECT, related_name="notices", db_index=False)
    kind = models.CharField(max_length=10, choices=Kind)
    colleague = models.ForeignKey("staff.Colleague", models.PROTECT, related_name="+", db_index=False)
    told_on = models.DateField()

    class Meta:
        ordering = ["id"]
        constraints = [
            models.UniqueConstraint(fields=["report", "kind", "colleague"], name="reminded_of_a_report_once")
        ]
