"""The text of an agreement, as all three read it: put together once, frozen, and compared with the one before."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from django.conf import settings
from django.db.models import F
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, override

from trappan.activities.models import SeatUse, week_of_seat
from trappan.agreements.models import Version
from trappan.employers.models import Workplace
from trappan.placements.models import Placement
from trappan.rules.codes import labels
from trappan.schedules.clock import today
from trappan.schedules.periods import day_before
from trappan.ui.templatetags.ui import day as in_words
from trappan.ui.templatetags.ui import in_week

# What is typed, in the order of the text: label, and how it begins.
TERMS = {
    "tasks": (gettext_lazy("Tasks"), ""),
    "supervisor": (gettext_lazy("Supervisor at the workplace"), ""),
    "aim": (gettext_lazy("What it is for"), ""),
    "employer_promises": (
        gettext_lazy("The employer promises"),
        gettext_lazy("A supervisor on the spot, safety gone through on the first day, and attendance told each week."),
    ),
    "municipality_promises": (
        gettext_lazy("The municipality promises"),
        gettext_lazy("Somebody comes along on the first day, and one person to call."),
    ),
    "away": (
        gettext_lazy("If the participant is away"),
        gettext_lazy(
            "The participant tells the workplace, which notes it and need not ask why. The municipality talks with "
            "the participant."
        ),
    ),
    "pay": (
        gettext_lazy("Pay and insurance"),
        gettext_lazy("The employer pays no wage. The municipality's insurance for participants holds."),
    ),
    "follow_up": (
        gettext_lazy("Follow-up"),
        gettext_lazy("The municipality calls within two weeks, then every month."),
    ),
    "ending": (gettext_lazy("To end it"), gettext_lazy("Each of the three may end it the same day, by a call.")),
}


def in_swedish() -> Any:
    """Run a block in the language of agreements, whoever writes them."""
    return override(settings.LANGUAGE_CODE)


def usual_terms() -> dict[str, str]:
    """Return how the terms of an agreement begin, before anybody has typed."""
    with in_swedish():
        return {key: str(begins) for key, (_label, begins) in TERMS.items()}


def times_of(placement: Placement) -> str:
    """Return the days and times of a placement in words, as they are from today on."""
    seats = SeatUse.objects.lasting(today()).filter(seat=placement.seat, once=False).exclude(ends_on=F("starts_on"))
    with in_swedish():
        return str(in_week(week_of_seat(list(seats))))


def text_of(
    placement: Placement, workplace: Workplace, form: str, support_form: str, ends_on: date, terms: Mapping[str, str]
) -> dict[str, Any]:
    """Put the whole text together: its heading, the parties, and its lines in order."""
    with in_swedish():
        support = labels("support_form").get(("support_form", support_form), "")
        name, employer = placement.person.name, workplace.employer.name
        lines = [
            ("form", _("What it is"), ", ".join(filter(None, [str(Version.Form(form).label), support]))),
            ("workplace", _("Workplace"), where(workplace)),
            ("days", _("First and last day"), f"{in_words(placement.starts_on)}–{in_words(day_before(ends_on))}"),
            ("times", _("Days and times"), times_of(placement)),
            *((key, str(label), terms.get(key, "")) for key, (label, _begins) in TERMS.items()),
        ]
        return {
            "title": _("Three-party agreement: %(name)s at %(employer)s") % {"name": name, "employer": employer},
            "name": name,
            "employer": employer,
            "lines": [{"key": key, "label": label, "text": words} for key, label, words in lines if words],
        }


def where(workplace: Workplace) -> str:
    """Say a workplace with its address, once where they are the same."""
    name, address = workplace.name, workplace.address
    return address if address.startswith(name) else ", ".join(filter(None, [name, address]))


def changes_between(before: Mapping[str, Any], after: Mapping[str, Any]) -> list[dict[str, str]]:
    """Return what differs between two texts, line by line: label, and the words before and after."""
    old, new = ({one["key"]: one for one in text.get("lines", ())} for text in (before, after))
    found = []
    if before.get("employer") != after.get("employer"):
        with in_swedish():
            label = _("The employer")
        found.append({"label": label, "before": before.get("employer", ""), "after": after.get("employer", "")})
    for key in [*old, *(key for key in new if key not in old)]:
        was, now = old.get(key, {}).get("text", ""), new.get(key, {}).get("text", "")
        if was != now:
            found.append({"label": (new.get(key) or old[key])["label"], "before": was, "after": now})
    return found
