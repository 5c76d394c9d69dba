"""What stood before something of a person was put right, in words."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from trappan import database
from trappan.people.models import HouseholdMember, Person, Rectification, written
from trappan.schedules.periods import day_before
from trappan.ui.templatetags.ui import day

# Each fact of a person that may be put right: its column, its label, and how it is written.
OF_PERSON = (
    ("given_name", gettext_lazy("Given name"), str),
    ("family_name", gettext_lazy("Family name"), str),
    ("gender", gettext_lazy("Legal gender"), lambda code: str(Person.Gender(code).label) if code else _("Not stated")),
    ("languages", gettext_lazy("Languages"), lambda listed: ", ".join(listed) or _("Not stated")),
    ("interpreter", gettext_lazy("Wants an interpreter"), lambda wants: _("Yes") if wants else _("No")),
)


@dataclass(frozen=True)
class Stood:
    """What stood before: when it was put right, by whom, why, and each fact that was wrong with its label."""

    at: datetime
    by: str
    reason: str
    about: str
    facts: list[tuple[str, str]]


def what_stood(persons: Iterable[int], *about: str) -> list[Stood]:
    """Return what was put right of these people, the latest first; of a household with whose it was."""
    found = Rectification.objects.filter(person__in=list(persons), about__in=about).select_related(
        "author__colleague", "person"
    )
    listed = list(found[:20])
    numbers: dict[int, str] = {}
    for person_id in {one.person_id for one in listed if one.about == Rectification.About.NUMBER}:
        numbers |= dict(database.rows("people_wrong_numbers", person_id))
    return [
        Stood(
            one.at,
            one.author.colleague.name if one.author else "",
            one.reason,
            one.get_about_display(),
            facts_of(one, numbers.get(one.pk, "")),
        )
        for one in listed
    ]


def facts_of(one: Rectification, number: str) -> list[tuple[str, str]]:
    """Write what a rectification keeps: label and words, one a fact."""
    if one.about == Rectification.About.NUMBER:
        return [(_("Not the person's number"), written(number) if number else "–")]
    if one.about == Rectification.About.HOUSEHOLD:
        return [(_("Who"), one.person.name), *of_household(one.was)]
    return [(str(label), words(one.was[name])) for name, label, words in OF_PERSON if name in one.was]


def of_household(was: dict[str, Any]) -> list[tuple[str, str]]:
    """Write how somebody stood in a household before that was put right."""
    if was.get("taken_out"):
        return [(_("Taken out"), _("Never belonged to this household."))]
    told: list[tuple[str, str]] = []
    if "role" in was:
        told.append((_("In the household"), str(HouseholdMember.Role(was["role"]).label)))
    if "starts_on" in was:
        told.append((_("From and with"), day(date.fromisoformat(was["starts_on"]))))
    if "ends_on" in was:
        last = day_before(date.fromisoformat(was["ends_on"])) if was["ends_on"] else None
        told.append((_("Last day"), day(last) if last else _("Still lived here")))
    return told
