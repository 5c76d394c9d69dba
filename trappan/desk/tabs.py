"""The tabs of a person's file: which pages each leads to, for whom, and what is under *More*.

The page says which part it belongs to (`ui.tabs.in_tab`), this list which doors there are. A tab leads to
the first page that the reader may open; one without any is left out, and the others keep their order.
"""

from dataclasses import dataclass
from typing import Any

from django.db.models import Exists, OuterRef, QuerySet, Subquery
from django.db.models.functions import JSONObject
from django.http import HttpRequest
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from trappan.cases.models import Case, Referral
from trappan.database.written import Written, given_number
from trappan.history.secrecy import BY_OPENING
from trappan.people.models import Grant, Numbers, Person, written
from trappan.placements.models import Placement
from trappan.secrecy.acting import Actor
from trappan.secrecy.rights import REFERRED, SITE_STAFF, has
from trappan.secrecy.scopes import Role
from trappan.secrecy.tables import OPENED, PASSING
from trappan.ui.tabs import Tab


@dataclass(frozen=True)
class Door:
    """A page of the file: its part, its right, its words, and the row that its address names.

    `acts` is a page on which nothing can be done but to write, so that whoever only reads is not led to it;
    `open` one of an open case, `closed` one of a closed.
    """

    tab: Tab
    page: str
    right: str
    words: str | Promise
    of: str = "person"
    acts: bool = False
    open: bool = False
    closed: bool = False


DOORS = (
    Door(Tab.OVERVIEW, "desk:person", "desk.see_person", Tab.OVERVIEW.label),
    Door(Tab.MAPPING, "plans:mapping", "plans.map_person", Tab.MAPPING.label, of="case"),
    Door(Tab.PLAN, "plans:plan", "plans.see_plan", Tab.PLAN.label, of="case"),
    Door(Tab.ACTIVITIES, "placements:placements", "placements.see_placements", _("Placements")),
    Door(Tab.ACTIVITIES, "matching:find_place", "matching.find_place", _("Find a place"), acts=True),
    Door(Tab.ACTIVITIES, "matching:work", "matching.see_work", _("Work")),
    Door(Tab.ACTIVITIES, "matching:find_work", "matching.find_work", _("Work that suits")),
    Door(Tab.ACTIVITIES, "initiatives:participations", "initiatives.put_in", _("Initiatives"), acts=True),
    Door(Tab.ACTIVITIES, "projects:let_in", "projects.let_in", _("Projects"), acts=True),
    Door(Tab.ACTIVITIES, "attendance:progress", "attendance.read_progress", _("From the sites")),
    Door(
        Tab.ACTIVITIES, "cases:referrals", "cases.refer", _("Supplementary insatser"), of="case", acts=True, open=True
    ),
    Door(Tab.ACTIVITIES, "attendance:there", "attendance.see_site", _("Here with us"), of="placement"),
    Door(Tab.ACTIVITIES, "cases:referral", "cases.work_referral", _("The referral"), of="referral"),
    Door(Tab.ATTENDANCE, "attendance:attendance", "attendance.see_attendance", _("Attendance")),
    Door(Tab.ATTENDANCE, "requirement:absence", "requirement.see_absence", _("Absence and support"), of="person"),
    Door(Tab.STEPS, "plans:signs", "plans.see_plan", _("Signs and goals")),
    Door(Tab.STEPS, "plans:ratings", "plans.see_plan", _("Own view"), of="case"),
    Door(Tab.STEPS, "plans:step", "plans.move_step", _("Assess the step"), acts=True, open=True),
    Door(Tab.JOURNAL, "cases:journal", "cases.see_journal", _("Journal"), of="case"),
    Door(Tab.JOURNAL, "cases:meetings", "cases.book_meeting", _("Meetings"), of="case", acts=True, open=True),
    Door(Tab.SUPPORT, "requirement:requirement", "requirement.see_requirement", _("Activity requirement")),
    Door(Tab.SUPPORT, "assistance:support", "assistance.see_support", _("Support")),
    Door(Tab.MORE, "cases:stall", "cases.say_stall", _("Why it waits"), of="case", acts=True, open=True),
    Door(Tab.MORE, "cases:assign", "cases.assign", _("Who is responsible"), of="case", acts=True, open=True),
    Door(Tab.MORE, "people:household", "people.keep_household", _("Household"), acts=True),
    Door(Tab.MORE, "desk:household", "desk.see_household", _("The household’s week")),
    Door(Tab.MORE, "people:consent", "people.give_consent", _("Consents"), acts=True),
    Door(Tab.MORE, "partnerships:stories_of", "people.withdraw_consent", _("Told in public")),
    Door(Tab.MORE, "messages:person", "messages.see_person", _("Reminders and messages")),
    Door(Tab.MORE, "portal:access", "portal.hand_out_code", _("Way in to My Trappan"), acts=True, open=True),
    Door(Tab.MORE, "portal:helpers", "portal.register_helper", _("Helpers and guardians"), acts=True, open=True),
    Door(Tab.MORE, "people:details", "people.change_person", _("Name, language and contact"), acts=True),
    Door(Tab.MORE, "outcomes:exits", "outcomes.see_exits", _("The end and afterwards"), closed=True),
    Door(Tab.MORE, "outcomes:reopen", "outcomes.record_exit", _("Reopen the case"), of="case", acts=True, closed=True),
    Door(Tab.MORE, "outcomes:exit", "outcomes.record_exit", _("Close the case"), of="case", acts=True, open=True),
)

# The employer team opens no file: its pages about a person are tabs of their own.
OF_TEAM = (
    ("matching:work", _("Work")),
    ("matching:find_work", _("Work that suits")),
    ("matching:profile", _("Profile")),
    ("matching:proposals", _("Proposals")),
    ("matching:sharing", _("What may be told")),
)

# Parts of a file that nobody has opened yet hold nothing.
WITH_CASE = (Tab.ACTIVITIES, Tab.ATTENDANCE, Tab.STEPS)


@dataclass(frozen=True)
class Known:
    """What the tabs must know of a person: the rows that addresses name, and what the reader may do."""

    person: int
    case: int | None
    case_number: str
    is_open: bool
    only_reads: bool
    opened: bool
    number: str = ""
    referral: int | None = None
    placement: int | None = None


@dataclass(frozen=True)
class Link:
    """A door as it is drawn; `current` is `page` on the very page, `true` on one behind the tab."""

    words: str
    url: str
    current: str


@dataclass(frozen=True)
class Tabs:
    """The tabs of a person for a reader: the parts, what is under *More*, and the pages of this part."""

    person: Person
    known: Known
    parts: list[Link]
    more: list[Link]
    last: list[Link]
    within: list[Link]
    in_more: bool


def offered(actor: Actor, known: Known) -> list[Door]:
    """Return the doors that the reader may go through, in order."""
    return [
        door
        for door in DOORS
        if has(actor, door.right)
        and getattr(known, door.of) is not None
        and (known.is_open or not door.open)
        and not (known.is_open and door.closed)
        and not (door.acts and known.only_reads and not (known.opened and door.right in BY_OPENING))
        and not (door.tab in WITH_CASE and door.of == "person" and known.case is None)
    ]


def tabs_of(request: HttpRequest, person: Person, known: Known | None = None) -> Tabs | None:
    """Return the tabs of a person's file as the page that is asked for stands in it; None outside a file.

    Asks the database once, or not at all where the page already knows.
    """
    page = request.resolver_match
    here: Tab | None = getattr(page.func, "tab", None) if page else None
    actor: Actor | None = getattr(request, "actor", None)
    if here is None or actor is None or page is None:
        return None
    if actor.role == Role.EMPLOYER_OFFICER:
        return tabs_of_team(request.path, person)
    known = known or known_of(actor, person)
    doors: dict[Tab, list[Link]] = {}
    for door in offered(actor, known):
        url = reverse(door.page, args=[getattr(known, door.of)])
        doors.setdefault(door.tab, []).append(Link(str(door.words), url, "page" if url == request.path else ""))
    parts = [
        Link(str(tab.label), links[0].url, links[0].current or ("true" if tab == here else ""))
        for tab, links in doors.items()
        if tab != Tab.MORE
    ]
    more = doors.get(Tab.MORE, [])
    closing = reverse("outcomes:exit", args=[known.case]) if known.case else ""
    within = doors.get(here, []) if here != Tab.MORE else []
    return Tabs(
        person=person,
        known=known,
        parts=parts,
        more=[link for link in more if link.url != closing],
        last=[link for link in more if link.url == closing],
        within=within if len(within) > 1 else [],
        in_more=here == Tab.MORE,
    )


def tabs_of_team(path: str, person: Person) -> Tabs:
    """Return the tabs of the employer team, which knows of no case, plan or journal; nothing is asked for them."""
    known = Known(person.pk, None, "", is_open=False, only_reads=False, opened=False)
    parts = []
    for page, words in OF_TEAM:
        url = reverse(page, args=[person.pk])
        parts.append(Link(str(words), url, "page" if url == path else "true" if path.startswith(url) else ""))
    return Tabs(person=person, known=known, parts=parts, more=[], last=[], within=[], in_more=False)


def asked_of(role: str) -> QuerySet[Any, Any]:
    """Ask what the tabs must know of a person, for somebody of a role."""
    unit = given_number("unit")
    mine = Grant.objects.filter(person=OuterRef("pk"))
    case = Case.objects.filter(person=OuterRef("pk")).order_by("-opened_on", "-pk")
    shape = JSONObject(id="id", number="number", closed_on="closed_on")
    asked: dict[str, Any] = {
        "all_numbers": Numbers("pk"),
        "case_now": Subquery(case.values(json=shape)[:1]),
        "writes": Exists(mine.exclude(basis__in=PASSING)),
        "opened": Exists(mine.filter(basis__in=OPENED)),
    }
    if role in SITE_STAFF:
        placed = Placement.objects.filter(person=OuterRef("pk"), unit=unit, agreed=True)
        asked["placement_now"] = Subquery(newest(placed, "-starts_on"))
    if role in REFERRED:
        referred = Referral.objects.filter(person=OuterRef("pk"), unit=unit)
        asked["referral_now"] = Subquery(newest(referred, "-referred_at"))
    found: QuerySet[Any, Any] = Person.objects.filter(pk=given_number("person")).annotate(**asked).values(*asked)
    return found


KNOWN = Written(asked_of)


def known_of(actor: Actor, person: Person) -> Known:
    """Ask what the tabs must know of a person, in one question."""
    found: dict[str, Any] = next(iter(KNOWN.ask(actor.role, person=person.pk, unit=actor.unit_id)), {})
    now: dict[str, Any] = found.get("case_now") or {}
    numbers: list[str] = found.get("all_numbers") or []
    return Known(
        person=person.pk,
        case=now.get("id"),
        case_number=now.get("number", ""),
        is_open=bool(now) and now["closed_on"] is None,
        only_reads=not found.get("writes"),
        opened=not found.get("writes") and bool(found.get("opened")),
        number=written(numbers[0]) if numbers and not person.is_protected else "",
        referral=found.get("referral_now"),
        placement=found.get("placement_now"),
    )


def newest(rows: QuerySet[Any], order: str) -> QuerySet[Any]:
    """Return the number of the newest of some rows."""
    return rows.order_by(order, "-pk").values_list("pk", flat=True)[:1]


def own_referral(actor: Actor, person_id: int) -> int | None:
    """Return the person's newest referral to the actor's unit; nothing is asked for roles that work none."""
    if actor.role not in REFERRED:
        return None
    return newest(Referral.objects.filter(person=person_id, unit=actor.unit_id), "-referred_at").first()
