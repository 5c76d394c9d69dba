"""People and their months with support."""

from django.utils.translation import gettext as _

from trappan import database
from trappan.exchange.checks.checker import Checker


def check_people(checker: Checker) -> None:
    for row in checker.of("people.csv"):
        if row["protection"] == "registration" and any(
            row[name] for name in ("phone", "email", "address", "postal_code", "city")
        ):
            checker.no(
                "people.csv",
                row,
                "protection",
                _("With protected registration neither address nor phone is stored. Empty those cells."),
            )


def check_support_months(checker: Checker) -> None:
    """A month has come, its codes were in use then, and nobody had it in another municipality."""
    rows = checker.of("support_months.csv")
    if not rows:
        return
    in_use: dict[tuple[str, str], list[tuple[object, object]]] = {}
    for table, code, first, after in database.query(
        "SELECT \"table\", code, valid_from, valid_to FROM rules_code WHERE \"table\" IN ('obstacle', 'household_type')"
    ):
        in_use.setdefault((table, code), []).append((first, after))
    judged: dict[tuple[str, object, object], bool] = {}
    elsewhere: dict[int, list[tuple[object, object]]] = {}
    for person_id, first, after in database.query(
        "SELECT person_id, starts_on, ends_on FROM assistance_elsewhere WHERE person_id = ANY (%s)",
        [checker.here(rows)],
    ):
        elsewhere.setdefault(person_id, []).append((first, after))
    for row in rows:
        month = row["month"]
        if month > checker.today:
            checker.no("support_months.csv", row, "month", _("A month to come has no support yet."))
        for column in ("obstacle", "household_type"):
            key = column, row[column], month
            if key not in judged:
                judged[key] = any(
                    first <= month and (after is None or month < after)
                    for first, after in in_use.get((column, str(row[column])), [])
                )
            if not judged[key]:
                checker.no(
                    "support_months.csv",
                    row,
                    column,
                    _("That code was not in use in that month. The code tables say from when to when each is."),
                )
        away = elsewhere.get(checker.known.people.get(row["pin"], 0), ()) if elsewhere else ()
        if any(first <= month < after for first, after in away):
            checker.no(
                "support_months.csv",
                row,
                "month",
                _("The person is written down in another municipality that month. Correct one of them."),
            )
