"""Where the chain of duties has a gap, by case number and oldest first."""

from dataclasses import dataclass
from datetime import date

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from trappan import database

# control → what it is called, and what to do about it
NAMES: dict[str, tuple[Promise, Promise]] = {
    "unmarked": (_("Sessions that nobody has marked"), _("Unmarked is not absent. Ask the site.")),
    "no_place": (_("Under the requirement, without a place"), _("Find a place.")),
    "not_registered": (
        _("Requests not ticked as entered at the Employment Service"),
        _("Enter it there by hand and tick it here."),
    ),
    "grounds_late": (
        _("Grounds that are late"),
        _("An absence was found without acceptable reason; the day for the grounds has passed."),
    ),
    "receipt": (
        _("Grounds sent without a receipt"),
        _("Ask the receiver, or take them back and send them to somebody else."),
    ),
    "undecided": (_("Grounds received without a decision"), _("Note what was decided.")),
    "no_movement": (
        _("Attends, and nothing has moved for three months"),
        _("No goal closed and no step assessed. Follow up the plan."),
    ),
}


@dataclass(frozen=True)
class Gap:
    """A case where a control finds a gap, and since when."""

    number: str
    since: date
    days: int


@dataclass(frozen=True)
class Control:
    """A control with its gaps, oldest first."""

    name: Promise
    todo: Promise
    gaps: list[Gap]


def controls_of(today: date) -> list[Control]:
    """Return every control for the cases that are the actor's to follow up; the database says which."""
    rows = database.query("SELECT control, number, since FROM requirement_controls() ORDER BY since, number")
    return [
        Control(
            name, todo, [Gap(number, since, (today - since).days) for control, number, since in rows if control == key]
        )
        for key, (name, todo) in NAMES.items()
    ]
