"""Open a partner's report of a year, freeze its figures, sign and send it, and take it to those who are to have it."""

from datetime import date

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from trappan import database
from trappan.history.record import record
from trappan.partnerships.models import Agreement, AnnualReport, ReportFigures, ReportStep
from trappan.partnerships.operations.refusals import NO, refuse_day_to_come
from trappan.partnerships.reports import missing
from trappan.partnerships.stories import told
from trappan.refusals import READS_ONLY, Refused, refusing
from trappan.refusals.editions import lock_edition
from trappan.schedules.allowed import refuse_outside

WRITTEN = ("done", "learnt", "asks", "answers")


@transaction.atomic
def open_report(*, agreement: Agreement, year: int, due_on: date, today: date) -> AnnualReport:
    """Open the report of a year of an agreement, due on a day.

    Refused: a year that has not begun, in which the agreement did not hold, or whose report is opened already; a day
    that has been, or before the year begins.
    """
    if year > today.year:
        raise Refused(_("That year has not begun."), "year")
    refuse_outside(due_on, "due_on", first=today, early=_("That day has been. Give the partner time to write."))
    with refusing(NO):
        made = AnnualReport.objects.create(agreement=agreement, year=year, due_on=due_on)
        ReportStep.objects.create(report=made, kind=ReportStep.Kind.OPENED, day=today)
    record("partnerships.open_report", agreement=agreement.pk, report=made.pk)
    return made


@transaction.atomic
def write_report(*, report: AnnualReport, done: str, learnt: str, asks: str, answers: str, edition: str) -> None:
    """Write what the partner says in its report.

    Refused: a report that is sent, one that somebody else has saved meanwhile, and a personal number.
    """
    refuse_settled(report)
    lock_edition(report, WRITTEN, edition)
    with refusing(NO):
        about = {"done": done, "learnt": learnt, "asks": asks, "answers": answers}
        if not AnnualReport.objects.filter(pk=report.pk).update(**about):
            raise Refused(READS_ONLY)
    record("partnerships.write_report", report=report.pk)


@transaction.atomic
def freeze_report(*, report: AnnualReport) -> None:
    """Freeze the figures as they are told now; refused where they are not counted, or the report is sent."""
    with refusing(NO):
        ReportFigures.objects.create(report=report)
    record("partnerships.freeze_report", report=report.pk)


@transaction.atomic
def finish_report(*, report: AnnualReport, today: date) -> None:
    """Say that the report is written, for the partner's own signatory to sign; refused where anything is missing.

    The cost is kept as it is reported by then, and nothing is written in it meanwhile.
    """
    report.refresh_from_db()
    lacks = missing(report, told(report.pk))
    if report.is_written and lacks:
        raise Refused(_("Not finished. Missing: %(what)s.") % {"what": ", ".join(lacks)})
    take(report, ReportStep.Kind.FINISHED, today)
    record("partnerships.finish_report", report=report.pk)


@transaction.atomic
def resume_report(*, report: AnnualReport, today: date, comment: str = "") -> None:
    """Take a report back that waits for the partner's signature, and write it further; it is then finished anew."""
    take(report, ReportStep.Kind.RESUMED, today, comment=comment)
    record("partnerships.resume_report", report=report.pk)


@transaction.atomic
def send_report(*, report: AnnualReport, today: date, read: int) -> None:
    """Sign the report for the partner, as its own signatory, which sends it to the municipality.

    `read` is the number of the step that the page showed last: refused where it was taken back or finished anew since.
    Late it is sent all the same: the log says when, by whom and on which mandate.
    """
    refuse_unread(report, read)
    if not database.value("partnerships_my_mandate", report.agreement_id):
        raise Refused(_("You are not named to sign for the partner in this agreement."))
    take(report, ReportStep.Kind.SENT, today)
    record("partnerships.send_report", report=report.pk)


@transaction.atomic
def send_report_back(*, report: AnnualReport, today: date, comment: str) -> None:
    """Send a report back, with a comment that says why."""
    take(report, ReportStep.Kind.SENT_BACK, today, comment=comment)
    record("partnerships.send_report_back", report=report.pk)


@transaction.atomic
def sign_report(*, report: AnnualReport, today: date, read: int) -> None:
    """Sign a report for the municipality: nobody who works with the partner, as the database compares.

    `read` is the number of the step that the page showed last: refused where the report was sent back since.
    """
    refuse_unread(report, read)
    take(report, ReportStep.Kind.SIGNED, today)
    record("partnerships.sign_report", report=report.pk)


@transaction.atomic
def deliver_report(*, report: AnnualReport, today: date, to: str, whom: str, day: date) -> None:
    """Write down that a signed report was delivered to the department or the board, on a day.

    Refused: a day to come, a report that is not signed, and the same body twice.
    """
    refuse_day_to_come(day, today, "day")
    take(report, ReportStep.Kind.DELIVERED, day, to=to, whom=whom)
    record("partnerships.deliver_report", report=report.pk)


@transaction.atomic
def say_nothing_to_report(*, report: AnnualReport, today: date, comment: str = "") -> None:
    """Say that there is nothing to report of the year: an answer, that can be undone."""
    take(report, ReportStep.Kind.NOTHING, today, comment=comment)
    record("partnerships.say_nothing_to_report", report=report.pk)


@transaction.atomic
def undo_nothing_to_report(*, report: AnnualReport, today: date) -> None:
    """Take back that there is nothing to report, and write it."""
    take(report, ReportStep.Kind.UNDONE, today)
    record("partnerships.undo_nothing_to_report", report=report.pk)


def refuse_unread(report: AnnualReport, read: int) -> None:
    """Refuse to sign what has taken a step since the page was opened."""
    if report.steps.order_by("-id").values_list("pk", flat=True).first() != read:
        raise Refused(_("The report has been sent back or changed since you opened it. Read it as it is now."))


def take(report: AnnualReport, kind: ReportStep.Kind, day: date, **about: str) -> None:
    """Write a step down in the report's log; the database says whether it follows on those before."""
    with refusing(NO):
        ReportStep.objects.create(report=report, kind=kind, day=day, **about)


def refuse_settled(report: AnnualReport) -> None:
    """Refuse to write in a report that is sent, or of which it is said that there is nothing."""
    report.refresh_from_db()
    if not report.is_written:
        raise Refused(_("Nothing is written in it now: %(state)s.") % {"state": report.get_state_display().lower()})
