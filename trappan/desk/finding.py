"""One search: people, cases, sites, activities, employers, openings, colleagues, within what the colleague may see."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.db.models import F, Prefetch, Q
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from trappan import database
from trappan.activities.models import Activity
from trappan.cases.models import Case
from trappan.database.among import IsAmong
from trappan.desk.case_rows import lines, shown, with_steps
from trappan.desk.work.rows import person_url
from trappan.employers.employer_list import STATES
from trappan.employers.models import Employer, Opening
from trappan.employers.numbers import read_organisation_number
from trappan.employers.opening_list import state_of
from trappan.people.models import Person
from trappan.people.reach import PAGE, called
from trappan.placements.models import Placement
from trappan.refusals import Refused
from trappan.secrecy.acting import Actor
from trappan.secrecy.rights import SITE_STAFF, has
from trappan.secrecy.scopes import Role
from trappan.staff.models import ROLE_NAMES, Colleague, Membership, Unit
from trappan.staff.names import FULL_NAME, NAME, Called, NameVector
from trappan.ui.templatetags.ui import day as in_words

# 2026-0412, or so much of it that at most a thousand begin so; without the hyphen the whole number.
CASE = re.compile(r"(20[0-9]{2})(?:-([0-9]{2,6})|([0-9]{4,5}))")
NUMBER = re.compile(r"[0-9]{6}")
SIGNS = re.compile("[\u2010-\u2015\u2212\ufe58\ufe63\uff0d]")
LEAST = 2  # letters before anything is suggested
ROWS = 8  # suggestions in all


@dataclass(frozen=True)
class Hit:
    """One row that was found: where it leads ("" where it has no page), what to know, who works with it.

    `which` tells it from another of the same name.
    """

    name: str
    url: str
    what: str = ""
    who: str = ""
    which: str = ""
    mail: str = ""
    is_protected: bool = False

    @property
    def told(self) -> str:
        """What stands beside the name in a list."""
        return " · ".join(part for part in (self.what, self.who) if part)

    @property
    def briefly(self) -> str:
        """What stands beside the name while somebody types."""
        return ", ".join(part for part in (self.which, self.who or self.what) if part)


@dataclass(frozen=True)
class Kind:
    """What was found of one kind."""

    name: str | Promise
    hits: list[Hit]
    more: bool = False


def case_number(typed: str) -> str:
    """Return the beginning of a case number, with its hyphen, as somebody typed it; nothing where it is none."""
    found = CASE.fullmatch(SIGNS.sub("-", "".join(typed.split())))
    return f"{found[1]}-{found[2] or found[3]}" if found else ""


def is_number(typed: str) -> bool:
    """Tell whether somebody has begun a personal number: six figures, whatever stands between."""
    return bool(NUMBER.match("".join(typed.split())))


def employers_number(actor: Actor, typed: str) -> str:
    """Return the organisation number that somebody who reads of employers has typed; nothing where it is none."""
    try:
        return read_organisation_number(typed) if has(actor, "employers.see") else ""
    except Refused:
        return ""


def cases_of(number: str, at_most: int) -> list[Case]:
    """Return the cases in reach whose number begins so, in order."""
    # ^@ is leakproof, and so may ask the index before the policy.
    found = database.query(
        'SELECT id FROM cases_case WHERE number ^@ %s ORDER BY number COLLATE "C" LIMIT %s', [number, at_most]
    )
    cases = Case.objects.select_related("person").filter(IsAmong("pk", [row.id for row in found]))
    by_id = {case.pk: case for case in cases}
    return [by_id[row.id] for row in found if row.id in by_id]


def find(actor: Actor, typed: str, at_most: int = PAGE) -> list[Kind]:
    """Return what is called so, kind by kind; kinds of which nothing was found are left out."""
    kinds = []
    if finds_people(actor):
        persons, more = called(typed, at_most)
        kinds.append(Kind(gettext_lazy("People"), people_hits(persons, actor), more))
    # A partner finds its own participants and nothing else.
    if not actor.at_partner:
        if has(actor, "activities.see_activity"):
            activities = activity_hits(typed, actor.today, at_most + 1)
            # A site where one thing is done, which is called as the site, is found once.
            pages = {hit.url for hit in activities}
            sites = [hit for hit in site_hits(typed, actor.today, at_most + 1) if hit.url not in pages]
            kinds += [Kind(gettext_lazy("Workplaces"), sites), Kind(gettext_lazy("Activities"), activities)]
        if has(actor, "employers.see"):
            kinds.append(Kind(gettext_lazy("Employers"), employer_hits(actor, typed, at_most + 1)))
            kinds.append(Kind(gettext_lazy("Openings"), opening_hits(typed, actor.today, at_most + 1)))
        kinds.append(Kind(gettext_lazy("Colleagues"), colleague_hits(typed, at_most + 1)))
    return [Kind(kind.name, kind.hits[:at_most], kind.more or len(kind.hits) > at_most) for kind in kinds if kind.hits]


def finds_people(actor: Actor) -> bool:
    """Tell whether the actor's role looks for people at all."""
    return has(actor, "desk.find_people")


def people_hits(persons: Sequence[Person], actor: Actor) -> list[Hit]:
    """Put beside each name what the colleague knows them by: the case and its stage, or the activity at the site."""
    known: dict[int, dict[str, str]] = {}
    if persons and has(actor, "plans.see_plan"):
        words = shown()
        for line in lines(with_steps(Case.objects.filter(IsAmong("person_id", [one.pk for one in persons])))):
            case, stage = line.case, line.state.activity_name or words[line.state.stage].words
            known[case.person_id] = {
                "what": _("step %(step)s · %(stage)s") % {"step": line.step, "stage": stage} if line.step else stage,
                "who": responsible_for(case, actor),
                "which": case.number,
            }
    elif persons and actor.role in SITE_STAFF:
        placed = Placement.objects.in_force().filter(
            IsAmong("person_id", [one.pk for one in persons]), unit_id=actor.unit_id, agreed=True
        )
        known = {person_id: {"what": name} for person_id, name in placed.values_list("person_id", "activity__name")}
    return [
        Hit(one.name, person_url(one.pk), is_protected=one.is_protected, **known.get(one.pk, {})) for one in persons
    ]


def responsible_for(case: Case, actor: Actor) -> str:
    """Return who walks with the person, in words."""
    if case.responsible is None:
        return ""
    return _("yours") if case.responsible_id == actor.membership_id else case.responsible.colleague.name


def case_hits(cases: Sequence[Case]) -> list[Hit]:
    """Return cases as rows: the number, and whose it is."""
    words = shown()
    open_cases = {line.case.pk: line for line in lines(Case.objects.filter(IsAmong("pk", [one.pk for one in cases])))}
    hits = []
    for one in cases:
        stage = words[open_cases[one.pk].state.stage] if one.pk in open_cases else words["closed"]
        name = f"{one.number} · {one.person.name}"
        opened = _("opened %(day)s") % {"day": in_words(one.opened_on)}
        url, is_protected = person_url(one.person_id), one.person.is_protected
        hits.append(Hit(name, url, stage.words, which=opened, is_protected=is_protected))
    return hits


def site_hits(typed: str, today: date, at_most: int) -> list[Hit]:
    """Return sites that are called so, each with what there is to do there."""
    open_there = Prefetch("activities", Activity.objects.to_find(today), to_attr="open_there")
    sites = (
        Unit.objects.on(today)
        .filter(Called(NAME, typed), kind=Unit.Kind.SITE)
        .select_related("organisation")
        .prefetch_related(open_there)
        .order_by("name", "pk")[:at_most]
    )
    return [
        Hit(
            one.name,
            reverse("activities:activity", args=[one.open_there[0].pk]) if len(one.open_there) == 1 else "",
            ", ".join(activity.name for activity in one.open_there),
            which=one.organisation.name,
        )
        for one in sites
    ]


def activity_hits(typed: str, today: date, at_most: int) -> list[Hit]:
    """Return open activities that are called so, with their site."""
    found = Activity.objects.to_find(today).filter(Called(NAME, typed)).select_related("unit").order_by("name", "pk")
    return [
        Hit(one.name, reverse("activities:activity", args=[one.pk]), one.unit.name, which=one.get_kind_display())
        for one in found[:at_most]
    ]


def employer_hits(actor: Actor, typed: str, at_most: int) -> list[Hit]:
    """Return employers that are called so, or were before they went up in another, or whose number it is."""
    asked = Q(Called(NAME, typed))
    if number := employers_number(actor, typed):
        asked |= Q(organisation_number=number)
    found = Employer.objects.filter(asked).select_related("merged_into").order_by("name", "pk")
    going: dict[Employer, list[str]] = {}
    for one in found[: 2 * at_most]:
        earlier = going.setdefault(one.that_goes_on, [])
        if one.merged_into_id is not None:
            earlier.append(one.name)
    return [
        Hit(
            one.name,
            reverse("employers:employer", args=[one.pk]),
            ", ".join(str(said) for said in (STATES.get(one.state(actor.today), ""), one.get_kind_display()) if said),
            which=_("also %(names)s") % {"names": ", ".join(earlier)} if earlier else "",
        )
        for one, earlier in list(going.items())[:at_most]
    ]


def opening_hits(typed: str, today: date, at_most: int) -> list[Hit]:
    """Return openings that are not closed whose work or occupation is called so, with their employer."""
    asked = Q(Called(NameVector(F("title")), typed)) | Q(Called(NameVector(F("occupation__label")), typed))
    found = (
        Opening.objects.open(today)
        .with_full()
        .filter(asked)
        .select_related("employer", "workplace")
        .order_by("title", "pk")
    )
    return [
        Hit(
            one.title,
            reverse("employers:opening", args=[one.pk]),
            ", ".join(said for said in (one.employer.name, state_of(one, today)) if said),
            which=str(one.get_kind_display()),
        )
        for one in found[:at_most]
    ]


def colleague_hits(typed: str, at_most: int) -> list[Hit]:
    """Return colleagues who work here today and are called so: in which role and where, and how to write to them."""
    working: dict[int, list[Membership]] = {}
    named = Colleague.objects.people().filter(Called(FULL_NAME, typed)).values("pk")
    found = Membership.objects.in_force().filter(colleague__in=named).select_related("colleague", "unit")
    for member in found.order_by("colleague__family_name", "colleague__given_name", "colleague_id", "pk")[
        : 2 * at_most
    ]:
        working.setdefault(member.colleague_id, []).append(member)
    return [
        Hit(
            members[0].colleague.name,
            "",
            "; ".join(f"{ROLE_NAMES[Role(member.role)]}, {member.unit.name}" for member in members),
            mail=members[0].colleague.email,
        )
        for members in list(working.values())[:at_most]
    ]


def suggested(actor: Actor, typed: str) -> list[Kind]:
    """Return the few that are shown while somebody types; of a personal number nothing before it is whole."""
    if len(typed) < LEAST:
        return []
    if number := case_number(typed):
        hits = case_hits(cases_of(number, ROWS)) if finds_people(actor) else []
        return [Kind(_("Cases"), hits)] if hits else []
    if is_number(typed) and not employers_number(actor, typed):
        return []
    return shared(find(actor, typed, ROWS))


def shared(kinds: list[Kind]) -> list[Kind]:
    """Keep as many rows as are shown: two of every kind first, what is left in the order of the kinds."""
    sizes = [min(len(kind.hits), 2) for kind in kinds]
    for at, kind in enumerate(kinds):
        sizes[at] += min(len(kind.hits) - sizes[at], ROWS - sum(sizes))
    return [Kind(kind.name, kind.hits[:size]) for kind, size in zip(kinds, sizes, strict=True)]
