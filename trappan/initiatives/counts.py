"""How many started, go on and left by a day: told by the database in numbers, of everybody and without a name."""

from collections.abc import Collection
from dataclasses import asdict, dataclass
from datetime import date, timedelta

from django.utils.translation import gettext as _

from trappan import database
from trappan.initiatives.models import Initiative
from trappan.refusals import Refused
from trappan.schedules.periods import day_before


@dataclass(frozen=True)
class Counted:
    """The figures of one initiative as of a day, in people.

    `came_along` of the `started` had started in an initiative before it; `work_held` of those at work, and
    `studies_held` of those in studies, have been checked after a month. `chain` is how many initiatives follow each
    other, in all of which a person counts once. Work and studies are never added up.
    """

    started: int
    came_along: int
    there: int
    work: int
    studies: int
    work_held: int
    studies_held: int
    other: int
    no_longer: int
    chain: int
    chain_started: int
    chain_work: int
    chain_studies: int

    @property
    def new(self) -> int:
        """Return how many started here first of all in the line."""
        return self.started - self.came_along

    @property
    def as_kept(self) -> dict[str, int]:
        """Return the figures as a report keeps them."""
        return asdict(self)

    def reached(self, initiative: Initiative) -> int:
        """Return what is held against the target."""
        counts = Initiative.Counts(initiative.counts)
        return {counts.STARTS: self.started, counts.WORK: self.work, counts.STUDIES: self.studies}[counts]


def refuse_uncounted(day: date, field: str, *, initiative: Initiative, today: date) -> None:
    """Refuse a day as of which nothing is counted, as the database does (`initiatives_day`).

    Counted is as of today, the end of a month, the initiative's last day, and the day of a report.
    """
    is_counted = day in (today, day_before(initiative.ends_on)) or (day + timedelta(days=1)).day == 1
    if not is_counted and not initiative.reports.filter(as_of=day).exists():
        raise Refused(
            _("Choose today, the last day of a month or the initiative’s last day: others would tell of one person."),
            field,
        )


def counted(initiatives: Collection[int], as_of: date, told: str = "initiatives_counted") -> dict[int, Counted]:
    """Return the figures of initiatives as of a day, by initiative; one question, however many they are.

    `told` is the database's function that tells them: to whoever acts, or (`initiatives_figures`) to the owner.
    """
    return {
        row.initiative_id: Counted(**{name: getattr(row, name) for name in Counted.__dataclass_fields__})
        for row in database.rows(told, list(initiatives), as_of)
    }
