"""Who comes under the requirement, month by month, as the database derives it; and why, in words."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from trappan import database
from trappan.rules.codes import labels
from trappan.schedules.months import month_of, months_after
from trappan.schedules.periods import day_before
from trappan.ui.templatetags.ui import day

SHOWN = 12


@dataclass(frozen=True)
class Standing:
    """One person's month. `status`: under, not_yet, exempt, outside, no_duty or no_support.

    `why` is the reason's code: a kind of exemption with its `label`, an obstacle, or age, child,
    pension. `in_a_row` counts months with support up to the rules' number, no further.
    """

    person_id: int
    month: date
    status: str
    in_a_row: int
    needed: int
    why: str
    label: str
    until: date | None

    @property
    def is_under(self) -> bool:
        return self.status == "under"

    @property
    def sentence(self) -> str:
        """Return the reason in words."""
        if self.status == "under":
            return ngettext(
                "Comes under the requirement: support %(count)s month in a row.",
                "Comes under the requirement: support %(count)s months in a row or more.",
                self.needed,
            ) % {"count": self.needed}
        if self.status == "not_yet":
            return _("Not yet: month %(now)s of %(needed)s in a row with support.") % {
                "now": self.in_a_row,
                "needed": self.needed,
            }
        if self.status == "exempt":
            return _("Exempt: %(kind)s, last day %(day)s.") % {
                "kind": self.label.lower(),
                "day": day(day_before(self.until)) if self.until else "–",
            }
        if self.status == "no_duty":
            return _("The requirement did not apply yet.")
        if self.status == "no_support":
            return _("No support this month.")
        return self._outside()

    def _outside(self) -> str:
        said = {
            "child": _("Outside: a child in the household."),
            "age": _("Outside: under the age from which it applies."),
            "pension": _("Outside: has reached pension age."),
            "hidden": _("Outside, for a reason that the social worker knows."),
        }
        obstacle = _("Outside: %(obstacle)s.") % {"obstacle": self.label.lower()}
        return said.get(self.why, obstacle)


def standings(person_ids: Sequence[int], first: date, last: date, *, in_words: bool = False) -> list[Standing]:
    """Return people's months from first to last, those people whose requirement the actor may see.

    `in_words` also looks up what the reasons are called, for those who show the sentence.
    """
    rows = database.rows("requirement_standings", list(person_ids), month_of(first), month_of(last))
    words = labels("exemption", "obstacle") if in_words else {}
    return [
        Standing(
            person_id=person_id,
            month=month,
            status=status,
            in_a_row=in_a_row,
            needed=needed,
            why=why,
            label=words.get(("exemption", why)) or words.get(("obstacle", why), ""),
            until=until,
        )
        for person_id, month, status, in_a_row, needed, why, until in rows
    ]


def history(person_id: int, today: date) -> list[Standing]:
    """Return a person's last twelve months, the latest first."""
    first = months_after(month_of(today), 1 - SHOWN)
    found = standings([person_id], first, today, in_words=True)
    return sorted(found, key=lambda one: one.month, reverse=True)


def under_since(months: Sequence[Standing]) -> date | None:
    """Return the first month of the present stretch under the requirement, the latest month first.

    A month that has no support yet, because it has not been reported, ends no stretch.
    """
    since = None
    for at, one in enumerate(months):
        if one.is_under:
            since = one.month
        elif not (at == 0 and one.status == "no_support"):
            break
    return since
