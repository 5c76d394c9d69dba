"""What a report still lacks, what it costs, and where it stands on a day."""

from collections.abc import Iterable, Mapping
from datetime import date

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from trappan import database
from trappan.partnerships.models import AnnualReport
from trappan.partnerships.money import kronor
from trappan.partnerships.stories import WITHOUT, StorySaid, in_state
from trappan.ui.templatetags.ui import day

LATE = "late"
# What a report may lack, by the names that the database has for it (sql/notice.sql).
OWED: Mapping[str, Promise] = {
    "figures": gettext_lazy("the figures are not frozen"),
    "done": gettext_lazy("what you did"),
    "learnt": gettext_lazy("what you learnt"),
    "asks": gettext_lazy("what you ask for"),
    "answers": gettext_lazy("who answers for it"),
    "cost": gettext_lazy("the cost of the year"),
    "signature": gettext_lazy("that your own signatory signs it"),
    "consent": gettext_lazy("a consent of today to each story, or the story taken out"),
}
COLORS = {
    LATE: "danger",
    AnnualReport.State.OPEN: "neutral",
    AnnualReport.State.TO_SIGN: "warning",
    AnnualReport.State.SENT: "info",
    AnnualReport.State.BACK: "warning",
    AnnualReport.State.SIGNED: "info",
    AnnualReport.State.DELIVERED: "success",
    AnnualReport.State.NOTHING: "neutral",
}


def is_late(report: AnnualReport, today: date) -> bool:
    """Tell whether the partner still owes the report after its last day."""
    return report.is_owed and report.due_on < today


def cost_of(report: AnnualReport) -> tuple[str, bool]:
    """Return the cost of the report's year in words, and whether it is missing.

    As it was when the report was finished; before that as it is reported now. Empty and not missing where the agreement
    has no approved budget of that year.
    """
    ore, as_of, is_missing = report.cost_ore, report.cost_as_of, False
    if report.is_written:
        for found in database.rows("partnerships_report_cost", report.agreement_id, report.year):
            ore, as_of, is_missing = found.ore, found.as_of, found.ore is None
    if ore is None or as_of is None:
        return "", is_missing
    return _("%(amount)s up to and including %(day)s") % {"amount": kronor(ore), "day": day(as_of)}, False


def missing(report: AnnualReport, stories: Iterable[StorySaid]) -> list[str]:
    """Return what a report lacks to be sent, in words, in the order of its page."""
    lacks = {
        "figures": not report.frozen.exists(),
        "done": not report.done,
        "learnt": not report.learnt,
        "asks": not report.asks,
        "answers": not report.answers,
        "cost": cost_of(report)[1],
        "consent": bool(in_state(stories, WITHOUT)),
    }
    return [str(OWED[what]) for what, is_missing in lacks.items() if is_missing]
