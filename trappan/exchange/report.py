"""What the checks before sending found, in words."""

from dataclasses import dataclass
from typing import Any

from django.utils.formats import number_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from trappan.exchange.models import Delivery

# What is wrong with a person's or a household's month; the first words for a list of those, the others for a count.
FAULTS = {
    "no_number": gettext_lazy("An adult without a personal number"),
    "test_number": gettext_lazy("A number that is reserved for tests"),
    "no_leader": gettext_lazy("Households without exactly one applicant (register leader)"),
    "other_type": gettext_lazy("A type of household that says another number of adults"),
    "no_code": gettext_lazy("A code that the file has no word for: its cell would be empty"),
    "unmarked": gettext_lazy("Days at a place that nobody has marked"),
}
NOBODY = gettext_lazy("Nobody had support in the period: has the file of support months been taken in?")


@dataclass(frozen=True)
class Line:
    """One check in words, what it found, and whether that must be put right.

    `todo` says who puts it right, where it is known. `is_open`: there was nothing yet to hold it against.
    `is_hidden`: it is of too few to say more.
    """

    words: str
    found: str
    is_fault: bool
    todo: str = ""
    is_open: bool = False
    is_hidden: bool = False


def lines_of(delivery: Delivery) -> list[Line]:
    """Return the report of a delivery, in the order in which the checks were made."""
    return [line_of(one) for one in delivery.report]


def line_of(one: dict[str, Any]) -> Line:
    """Return one check in words: a count, or whether two numbers agree."""
    check, is_fault = str(one["check"]), bool(one["is_fault"])
    found = number_format(one.get("found") or 0, use_l10n=True, force_grouping=True)
    if check == "site":
        return of_site(one)
    if check == "apart":
        return of_apart(one, found)
    if check == "unsaid":
        return Line(" ".join([str(FAULTS["no_code"]), *one["of"]]), found, is_fault)
    if check in FAULTS:
        return Line(str(FAULTS[check]), found, is_fault, _("whoever has the case corrects"))
    if check == "nobody":
        return Line(str(NOBODY), found, is_fault)
    if check == "item":
        return Line(
            f"{one['kolada']}: {one['title']}", _("told of %(found)s of 12 months") % {"found": found}, is_fault
        )
    words = {
        "households": _("Households in %(month)s, against the figure that is told of the month"),
        "sent": _("Households in %(month)s, against the monthly file that was sent"),
    }[check] % {"month": one["month"]}
    if one["is_open"]:
        return Line(words, _("not checked yet"), is_fault, is_open=True)
    return Line(words, _("not in agreement") if is_fault else _("in agreement"), is_fault)


def of_apart(one: dict[str, Any], found: str) -> Line:
    """Return in words what is to be put right where somebody is protected; of fewer than five households nothing."""
    words = _("Households with a protected identity, which stand in no file")
    if one["found"] is None:
        return Line(words, _("of too few to be told"), is_fault=False, is_hidden=True)
    about = _("about %(found)s with something to put right") % {"found": found}
    return Line(words, about, is_fault=True, todo=_("whoever has the case corrects"))


def of_site(one: dict[str, Any]) -> Line:
    """Return in words what a provider's site would deliver; nothing of its days where few came there."""
    lacks, is_hidden = bool(one["lacks_number"]), one["days"] is None
    if one["in_file"]:
        found, is_hidden = _("its days stand in the file"), False
    elif is_hidden:
        found = _("of too few to be told")
    else:
        found = _("days: %(days)s, not marked: %(unmarked)s") % {"days": one["days"], "unmarked": one["unmarked"]}
    if lacks:
        found = _("%(found)s; the organisation has no number") % {"found": found}
    todo = []
    if one["unmarked"]:
        todo.append(_("the site marks the days"))
    if lacks:
        todo.append(_("the administrator writes the number"))
    words = f"{one['organisation']}, {one['site']}"
    return Line(words, found, bool(one["is_fault"]), ", ".join(todo), is_hidden=is_hidden and not lacks)
