"""How it stands with what municipalities hand in each month: handed in, nothing, late, or otherwise by now."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from trappan import database
from trappan.ui.templatetags.ui import day

HANDED, NOTHING, CHANGED, LATE, WAITS = "handed", "nothing", "changed", "late", "waits"
OWED = (CHANGED, LATE, WAITS)
ALL_DUE = """
SELECT p.id AS project_id, m.* FROM unnest(%s::bigint[]) p (id) CROSS JOIN LATERAL projects_months(p.id) m
ORDER BY m.month DESC, p.id, m.municipality_id
"""


@dataclass(frozen=True)
class Month:
    """A month of a municipality's that is over, as the database tells it."""

    project_id: int
    municipality_id: int
    month: date
    due: date
    version: int | None
    handed_version: int | None
    handed_on: date | None
    handed_by: str
    nothing_on: date | None
    is_changed: bool
    is_again: bool

    def state(self, today: date) -> str:
        """Return how it stands on a day."""
        if self.is_changed or self.is_again:
            return CHANGED
        if self.nothing_on:
            return NOTHING
        if self.handed_on:
            return HANDED
        return LATE if self.due < today else WAITS

    def words(self, today: date) -> str:
        """Say how it stands on a day."""
        match self.state(today):
            case "changed" if not self.is_changed:
                return _("To be handed in again, since an earlier month is corrected")
            case "changed" if self.handed_on:
                return _("Changed since it was handed in %(day)s") % {"day": day(self.handed_on)}
            case "changed":
                return _("Nothing was to be handed in, and now something is")
            case "nothing":
                return _("Nothing to hand in, said %(day)s") % {"day": day(self.nothing_on)}
            case "late":
                return _("Late since %(day)s") % {"day": day(self.due)}
            case "waits":
                return _("To be handed in by %(day)s") % {"day": day(self.due)}
        said = {"day": day(self.handed_on), "name": self.handed_by, "version": self.handed_version}
        if (self.handed_version or 1) > 1:
            return _("Corrected and handed in %(day)s by %(name)s, version %(version)s") % said
        return _("Handed in %(day)s by %(name)s") % said


def months_of(projects: Iterable[int]) -> list[Month]:
    """Return the months of projects that the actor may be told of, the latest first."""
    found = database.query(ALL_DUE, [list(projects)])
    return [Month(**one._asdict()) for one in found]


def in_words(month: date) -> str:
    """Say a month: november 2020."""
    return date_format(month, "F Y")


def counted(months: Sequence[Month], today: date) -> dict[str, int]:
    """Return how many municipalities stand in each state."""
    states = [one.state(today) for one in months]
    return {state: states.count(state) for state in (HANDED, NOTHING, LATE, WAITS, CHANGED)}


def changes_in_words(changes: dict[str, int]) -> str:
    """Say of how many people what is otherwise than in the version that was handed in before."""
    words = {
        "begun": _("who began: %(people)s"),
        "ended": _("last day: %(people)s"),
        "result": _("what came of it: %(people)s"),
        "gone": _("no longer in it: %(people)s"),
        "other": _("something else: %(people)s"),
    }
    return ", ".join(said % {"people": changes[kind]} for kind, said in words.items() if kind in changes)
