"""Attendance: a day needs a placement that covers it, and an introduction where the site was asked here."""

from collections import defaultdict

from django.utils.translation import gettext as _

from trappan.exchange.checks.checker import Checker, Who
from trappan.exchange.checks.stays import Stay, stays

FILE = "attendance.csv"


def check_attendance(checker: Checker) -> None:
    rows = checker.of(FILE)
    if not rows:
        return
    placed: dict[tuple[Who, str], list[Stay]] = defaultdict(list)
    for one in stays(checker):
        if one.agreed:
            placed[one.who, one.activity].append(one)
    for row in rows:
        if row["status"] != "present" and row["minutes"]:
            checker.no(
                FILE, row, "minutes", _("Somebody who was absent has no minutes. Empty the cell or change the status.")
            )
        if row["status"] == "present" and row["minutes"] == 0:
            checker.no(
                FILE,
                row,
                "minutes",
                _("Somebody who was present has minutes. Write them, empty the cell or change the status."),
            )
        stay = next(
            (one for one in placed.get((checker.who(row), row["activity"]), ()) if one.covers(row["day"])), None
        )
        if stay is None:
            checker.no(FILE, row, "day", _("The person is not placed there on that day."))
        elif (
            stay.proposed
            and row["status"] == "present"
            and (stay.introduced_on is None or stay.introduced_on > row["day"])
        ):
            checker.no(
                FILE,
                row,
                "day",
                _("The placement was proposed here and the person was not introduced by then. Note the introduction."),
            )
