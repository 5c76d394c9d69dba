"""Take a checked extract in: all of it in one transaction, the same folder twice changes nothing."""

from collections.abc import Callable
from dataclasses import dataclass, field

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from trappan import database
from trappan.exchange.changes import Change, Tally, veil
from trappan.exchange.checks import Known
from trappan.exchange.loading import load
from trappan.exchange.loading.loader import Loader
from trappan.exchange.reading import Extract
from trappan.history.record import record
from trappan.refusals import Sentences, refusing

NO: Sentences = {
    "place_is_free": _(
        "placements.csv: an activity has more people at the same time than places. Raise its places or correct "
        "the periods."
    ),
    "placement_needs_consent": _(
        "placements.csv: a partner who cooperates needs each person's consent. Write the consents down first, "
        "or leave those rows out."
    ),
    "protected_needs_named_supervisor": _(
        "placements.csv: a person with protected identity is placed by hand, with a decision and a named "
        "supervisor. Leave the row out."
    ),
    "activity_is_open": _(
        "placements.csv: a placement begins on a day when the activity is not open. Correct the activity's days."
    ),
    "one_open_case": _("cases.csv: a person already has an open case here with another first day."),
    "code_of_obstacle": _(
        "support_months.csv: an obstacle was not in use in its month. The code tables say from when to when each is."
    ),
    "code_of_household_type": _("support_months.csv: a household type was not in use in its month."),
    "one_household_at_a_time": _("support_months.csv: a person is in two households at once."),
    "one_person_a_number": _(
        "people.csv: a colleague has registered one of the numbers while the import was running. Start it again."
    ),
}


class Stop(Exception):
    """Ends a trial run: everything is rolled back."""


@dataclass
class Result:
    """What became of the folder, file by file."""

    tallies: list[Tally] = field(default_factory=list)

    @property
    def totals(self) -> tuple[int, int, int]:
        counts = [tally.counts for tally in self.tallies]
        new, changed, unchanged = (sum(count[at] for count in counts) for at in range(3))
        return new, changed, unchanged

    @property
    def changes(self) -> list[Change]:
        return [change for tally in self.tallies for change in tally.changes]


def take_in(
    *, extract: Extract, known: Known, dry_run: bool, municipality: str, progress: Callable[[str], None]
) -> Result:
    """Take in a checked extract; or only see what would happen, and then also what would differ."""
    result = Result()
    try:
        with refusing(NO), transaction.atomic():
            loader = Loader(extract, known, municipality, progress, preview=dry_run)
            result.tallies = load(loader)
            new, changed, unchanged = result.totals
            record("exchange.take_in", kind="access", new=new, changed=changed, unchanged=unchanged)
            database.execute("SET CONSTRAINTS ALL IMMEDIATE")
            if dry_run:
                hide_protected(loader, result)
                raise Stop
    except Stop:
        pass
    return result


def hide_protected(loader: Loader, result: Result) -> None:
    """Show nobody what differs about a protected person, also one whom this very extract protects."""
    protected = {
        row[0]
        for row in database.query(
            "SELECT id FROM people_person WHERE id = ANY (%s) AND protection <> 'none'", [list(loader.people.values())]
        )
    }
    for tally in result.tallies:
        veil(tally, loader.people, protected)
