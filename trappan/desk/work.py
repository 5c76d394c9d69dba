"""What waits for a colleague today: lists derived from facts, ordered by how long they have waited."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from django.db import connection
from django.db.models import Exists, OuterRef, Q, QuerySet
from django.urls import reverse
from django.utils.timezone import localtime
from django.utils.translation import gettext as _

from trappan.assistance.models import Application
from trappan.desk.caseload import CaseWithFacts, state_of, with_facts
from trappan.outcomes.models import Exit
from trappan.plans.models import Case, Meeting, Referral
from trappan.schedules.clock import now
from trappan.schedules.months import month_later
from trappan.secrecy.acting import Actor
from trappan.staff.models import Membership, Unit
from trappan.ui.templatetags.ui import day as in_words

SHOWN = 30


@dataclass(frozen=True)
class Row:
    """One thing to do: who, why now, since when, and the one door to it."""

    name: str
    url: str
    why: str
    since: date | None
    door: str
    door_url: str
    post: bool = False


@dataclass(frozen=True)
class Queue:
    """A list of the same kind of thing; `urgency` is today, week or watch."""

    name: str
    why: str
    urgency: str
    rows: list[Row]

    @property
    def shown(self) -> list[Row]:
        return self.rows[:SHOWN]

    @property
    def rest(self) -> int:
        """Return how many more there are than are shown."""
        return max(len(self.rows) - SHOWN, 0)


def waiting_for(actor: Actor) -> list[Queue]:
    """Return the lists of the actor's role that have something in them, most urgent first."""
    makers = {
        "social_worker": for_social_worker,
        "consultant": for_consultant,
        "counsellor": for_referred,
        "occupational_therapist": for_referred,
        "head_of_unit": for_head,
        "administrator": for_administrator,
    }
    make = makers.get(actor.role)
    queues = [queue for queue in (make(actor) if make else []) if queue.rows]
    order = ("today", "week", "watch")
    return sorted(queues, key=lambda queue: order.index(queue.urgency))


def person_url(person_id: int) -> str:
    return reverse("desk:person", args=[person_id])


def case_row(case: Case, why: str, since: date | None, door: str, page: str) -> Row:
    return Row(
        case.person.name,
        person_url(case.person_id),
        why,
        since,
        door,
        reverse(page, args=[case.pk]),
    )


def for_social_worker(actor: Actor) -> list[Queue]:
    with connection.cursor() as cursor:
        cursor.execute("SELECT * FROM plans_applications_waiting()")
        waiting = [row[0] for row in cursor.fetchall()]
    applications = (
        Application.objects.filter(pk__in=waiting)
        .select_related("person")
        .order_by("received_on", "pk")
    )
    new = [
        Row(
            application.person.name, person_url(application.person_id),
            application.get_kind_display(), application.received_on, _("Open case"),
            reverse("plans:open_case", args=[application.person_id]),
        )
        for application in applications
    ]  # fmt: skip
    mine = own_cases(Case.objects.filter(social_worker_id=actor.membership_id), actor.today)
    unassigned = [
        case_row(case, _("Nobody is responsible"), case.opened_on, _("Assign"), "plans:assign")
        for case in mine if state_of(case) == "unassigned"
    ]  # fmt: skip
    unmapped = [
        case_row(case, responsible_name(case), case.opened_on, _("Kartläggning"), "plans:mapping")
        for case in mine if state_of(case) == "unmapped"
    ]  # fmt: skip
    untold, meetings = own_meetings(actor)
    return [
        Queue(_("Meetings today"), _("In the order of the day."), "today", meetings),
        Queue(_("Meetings without outcome"), _("The time has passed: say whether the person came. Oldest first."), "week", untold),
        Queue(_("Applications without a case"), _("The person has applied, and nobody has begun. Oldest first."), "today", new),
        Queue(_("Cases without a consultant"), _("You opened the case; choose who walks with the person."), "today", unassigned),
        Queue(_("Without kartläggning"), _("Every person is to be heard before anything is planned. Oldest case first."), "week", unmapped),
    ]  # fmt: skip


def for_consultant(actor: Actor) -> list[Queue]:
    today = actor.today
    mine = own_cases(Case.objects.filter(responsible_id=actor.membership_id), today)
    unmapped: list[Row] = []
    unplanned: list[Row] = []
    due: list[Row] = []
    soon: list[Row] = []
    waiting: list[Row] = []
    for case in mine:
        stage = state_of(case)
        review: date | None = case.review_on
        if stage == "unmapped":
            begun = getattr(case, "mapping", None) is not None
            why = _("Begun, not finished") if begun else _("Not begun")
            unmapped.append(case_row(case, why, case.opened_on, _("Kartläggning"), "plans:mapping"))
        elif stage == "unplanned":
            why = _("A draft waits") if case.has_draft else _("Kartläggning finished")
            unplanned.append(
                case_row(case, why, case.mapping.held_on, _("Make a plan"), "plans:plan")
            )
        elif review is not None and review <= today + timedelta(days=7):
            why = _("To be followed up %(day)s") % {"day": in_words(review)}
            (due if review < today else soon).append(
                case_row(case, why, review, _("Follow up"), "plans:plan")
            )
        if stage == "waiting":
            waiting.append(
                Row(
                    case.person.name, person_url(case.person_id), _("Has a plan but no place"),
                    case.mapping.held_on, _("Find a place"), reverse("activities:place", args=[case.person_id]),
                )
            )  # fmt: skip
    untold, meetings = own_meetings(actor)
    return [
        Queue(_("Meetings today"), _("In the order of the day."), "today", meetings),
        Queue(_("Meetings without outcome"), _("The time has passed: say whether the person came. Oldest first."), "week", untold),
        Queue(_("Past the day of follow-up"), _("The plan should have been followed up by now. Longest past first."), "today", by_age(due)),
        Queue(_("Without a plan"), _("The kartläggning is done. Oldest first."), "today", by_age(unplanned)),
        Queue(_("Without kartläggning"), _("No plan without it. Oldest case first."), "week", by_age(unmapped)),
        Queue(_("Follow up this week"), _("The day of follow-up is within seven days."), "week", by_age(soon)),
        Queue(_("Check after a month"), _("The exit is provisional until you have checked that it lasted."), "week", exits_to_check(actor)),
        Queue(_("Without an activity"), _("Waits for a place. Longest wait first."), "watch", by_age(waiting)),
    ]  # fmt: skip


def own_meetings(actor: Actor) -> tuple[list[Row], list[Row]]:
    """Return the colleague's past meetings without outcome, and those of today still to come."""
    moment = now()
    untold: list[Row] = []
    today: list[Row] = []
    waiting = Meeting.objects.filter(
        colleague_id=actor.membership_id, outcome="", starts_at__date__lte=actor.today
    ).select_related("person")
    for meeting in waiting.order_by("starts_at", "pk")[:200]:
        starts = localtime(meeting.starts_at)
        past = meeting.ends_at <= moment
        row = Row(
            meeting.person.name, person_url(meeting.person_id),
            meeting.purpose if past else f"{starts:%H.%M} {meeting.purpose}",
            starts.date() if past else None, _("Say what became of it") if past else _("Open"),
            reverse("plans:meeting", args=[meeting.pk]),
        )  # fmt: skip
        (untold if past else today).append(row)
    return untold, today


def for_referred(actor: Actor) -> list[Queue]:
    """Return the referrals at guidance or occupational therapy: nobody's, and one's own."""
    found = (
        Referral.objects.filter(unit_id=actor.unit_id, end="")
        .select_related("person", "responsible")
        .order_by("referred_at", "pk")
    )
    nobodys: list[Row] = []
    mine: list[Row] = []
    for referral in found:
        row = Row(
            referral.person.name, person_url(referral.person_id), referral.purpose,
            localtime(referral.referred_at).date(), _("Open"),
            reverse("plans:referral", args=[referral.pk]),
        )  # fmt: skip
        if referral.starts_on is None and referral.responsible_id in (None, actor.membership_id):
            nobodys.append(row)
        elif referral.responsible_id == actor.membership_id:
            mine.append(row)
    return [
        Queue(_("Referrals to take on"), _("Somebody has asked for your part. Longest wait first."), "today", nobodys),
        Queue(_("Your referrals"), _("You are responsible until you end them. Oldest first."), "week", mine),
    ]  # fmt: skip


def own_cases(cases: QuerySet[Case], today: date) -> list[CaseWithFacts]:
    return list(with_facts(cases.filter(closed_on=None).order_by("opened_on", "pk"), today)[:500])


def by_age(rows: Iterable[Row]) -> list[Row]:
    return sorted(rows, key=lambda row: row.since or date.max)


def responsible_name(case: Case) -> str:
    return case.responsible.colleague.name if case.responsible else ""


def exits_to_check(actor: Actor) -> list[Row]:
    exits = Exit.objects.filter(
        held=None, reason__in=["work", "studies"], case__responsible_id=actor.membership_id
    ).select_related("person")
    return [
        Row(
            done.person.name, person_url(done.person_id),
            f"{done.get_reason_display()}: {done.form}", done.day, _("Check"),
            reverse("outcomes:check", args=[done.pk]),
        )
        for done in exits.order_by("day") if month_later(done.day) <= actor.today
    ]  # fmt: skip


def for_head(actor: Actor) -> list[Queue]:
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT number, opened_on FROM plans_unit_cases() WHERE responsible_id IS NULL"
        )
        cases = [
            Row(
                number, reverse("plans:reassign", args=[number]), _("Nobody is responsible"),
                opened_on, _("Hand out"), reverse("plans:reassign", args=[number]),
            )
            for number, opened_on in cursor.fetchall()
        ]  # fmt: skip
    unconfirmed = Membership.objects.filter(
        Q(unit_id=actor.unit_id) | Q(unit__parent_id=actor.unit_id), confirmed_at=None, ends_on=None
    ).select_related("colleague")
    memberships = [
        Row(
            member.colleague.name, "", str(member.get_role_display()), member.starts_on,
            _("Confirm"), reverse("staff:confirm", args=[member.pk]), post=True,
        )
        for member in unconfirmed
    ]  # fmt: skip
    with connection.cursor() as cursor:
        cursor.execute("SELECT * FROM plans_openings() LIMIT %s", [SHOWN])
        openings = [
            Row(colleague, "", f"{number}: {reason}" if number else reason, at.date(), "", "")
            for colleague, at, number, reason in cursor.fetchall()
        ]
    with connection.cursor() as cursor:
        cursor.execute("SELECT * FROM plans_openings_asked() LIMIT %s", [SHOWN])
        agreements = [
            Row(
                colleague, "", f"{number}: {reason}" if number else reason,
                localtime(asked_at).date(), _("Agree"), reverse("people:agree", args=[key]), post=True,
            )
            for key, colleague, asked_at, number, reason in cursor.fetchall()
        ]  # fmt: skip
    return [
        Queue(_("Cases to hand out"), _("Nobody is responsible. You see the case number only. Oldest first."), "today", cases),
        Queue(_("Memberships to confirm"), _("They open nothing until you have confirmed them."), "today", memberships),
        Queue(_("Openings that need two heads"), _("A protected person's file opens only when two heads agree."), "today", agreements),
        Queue(_("Opened without assignment"), _("Emergency and supervision in your unit. Latest first."), "watch", openings),
    ]  # fmt: skip


def for_administrator(actor: Actor) -> list[Queue]:
    somebody = Membership.objects.filter(unit=OuterRef("pk"), ends_on=None)
    empty = Unit.objects.filter(~Exists(somebody), ends_on=None).exclude(
        kind__in=["department", "management"]
    )
    rows = [
        Row(unit.name, reverse("staff:units"), str(unit.get_kind_display()), unit.starts_on,
            _("Give a membership"), reverse("staff:units"))
        for unit in empty.order_by("name")
    ]  # fmt: skip
    return [
        Queue(
            _("Units where nobody works"),
            _("Nobody can receive what is sent there."),
            "today",
            rows,
        )
    ]
