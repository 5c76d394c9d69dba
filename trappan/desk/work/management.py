"""The day of a head of unit and of an administrator: by number and name of unit, never of a person."""

from typing import Any

from django.db.models import Exists, OuterRef, Q, Subquery
from django.urls import reverse
from django.utils.timezone import localtime
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from trappan import database
from trappan.desk.work.boxes import WORDS, Day
from trappan.desk.work.rows import OPEN, Queue, Row
from trappan.partnerships.partners import partners
from trappan.people.models import Opening
from trappan.schedules.functions import Today
from trappan.schedules.periods import day_before
from trappan.secrecy.acting import Actor
from trappan.staff.kept import kept_bodies, without_leader
from trappan.staff.models import Away, Membership, Unit
from trappan.ui.templatetags.ui import day as in_words

AT_MOST = 100  # of what a function of the database lists
# What a head's boxes show of others, in one question: cases without anybody, meetings of who is away, files opened
# without assignment, and what a second person must agree to. `about` is the kind of opening that is asked for.
WAITING = """
SELECT 'hand_out' AS kind, case_id AS id, number, '' AS colleague, sent_back AS why, '' AS about,
  since::timestamp AT TIME ZONE 'Europe/Stockholm' AS at
FROM cases_unit_cases() WHERE responsible_id IS NULL
UNION ALL
(SELECT 'cover', meeting_id, number, colleague, '', '', starts_at FROM cases_meetings_to_cover() LIMIT %(most)s)
UNION ALL
(SELECT 'openings', NULL, number, colleague, reason, '', at FROM cases_openings() LIMIT %(most)s)
UNION ALL
(SELECT 'agree', id, number, colleague, reason, wants, asked_at FROM cases_openings_asked() LIMIT %(most)s)
"""


def for_head(actor: Actor) -> Day:
    """Return the start page of a head of unit, with the memberships of the unit and of those under it."""
    members = list(
        Membership.objects.lasting(actor.today)
        .filter(Q(unit_id=actor.unit_id) | Q(unit__parent_id=actor.unit_id))
        .select_related("colleague", "unit")
        .annotate(away_until=away_until(actor))
    )
    rows: dict[str, list[Row]] = {"hand_out": [], "cover": [], "openings": [], "agree": []}
    for one in database.query(WAITING, {"most": AT_MOST}):
        rows[one.kind].append(MADE[one.kind](one))
    memberships = [
        Row(
            member.colleague.name,
            "",
            str(member.get_role_display()),
            member.starts_on,
            _("Confirm"),
            reverse("staff:confirm", args=[member.pk]),
            post=True,
        )
        for member in members
        if member.confirmed_at is None
    ]
    queues = [
        boxed_by_itself("cover", "today", rows["cover"]),
        boxed_by_itself("partners", "watch", about_partners(actor)),
        boxed_by_itself("hand_out", "today", rows["hand_out"]),
        boxed_by_itself("unmarked", "watch", unmarked_sites()),
        boxed_by_itself("memberships", "today", memberships),
        boxed_by_itself("agree", "today", rows["agree"]),
        boxed_by_itself("openings", "watch", rows["openings"]),
        boxed_by_itself("leaders", "watch", led_by_nobody(actor, under=actor.unit_id)),
    ]
    return Day(queues, actor.role, members=members)


def away_until(actor: Actor) -> Subquery:
    """Ask for the first day on which a colleague who is away today is back."""
    away = Away.objects.filter(membership=OuterRef("pk"), starts_on__lte=actor.today, ends_on__gt=actor.today)
    return Subquery(away.values("ends_on")[:1])


def boxed_by_itself(box: str, urgency: str, rows: list[Row]) -> Queue:
    """Return the only list of a box: both are called the same."""
    name, why = WORDS[box]
    return Queue(str(name), str(why), urgency, rows, box)


def to_hand_out(case: Any) -> Row:
    """Return the line of a case that nobody is responsible for."""
    why = _("Sent back: %(why)s") % {"why": case.why} if case.why else _("Nobody is responsible")
    url = reverse("cases:reassign", args=[case.id])
    return Row(case.number, url, why, localtime(case.at).date(), _("Hand out"), url)


def to_cover(meeting: Any) -> Row:
    """Return the line of a meeting whose colleague is away."""
    starts_at = localtime(meeting.at)
    words = {"name": meeting.colleague, "day": in_words(starts_at.date()), "at": f"{starts_at:%H.%M}"}
    url = reverse("cases:cover", args=[meeting.id])
    return Row(meeting.number, url, _("%(name)s, %(day)s at %(at)s") % words, None, str(OPEN), url)


def opened(opening: Any) -> Row:
    """Return the line of a file that was opened without assignment."""
    why = f"{opening.number}: {opening.why}".removeprefix(": ")
    return Row(opening.colleague, "", why, localtime(opening.at).date(), "", "")


def to_agree(opening: Any) -> Row:
    """Return the line of what a second person must agree to."""
    why = f"{Opening.Wants(opening.about).label}, {opening.number}: {opening.why}".replace(", :", ":")
    url = reverse("people:agree", args=[opening.id])
    return Row(opening.colleague, "", why, localtime(opening.at).date(), _("Agree"), url, post=True)


MADE = {"hand_out": to_hand_out, "cover": to_cover, "openings": opened, "agree": to_agree}


def unmarked_sites() -> list[Row]:
    """Return a line for each site that has left days unmarked of those whom the own unit works with, in numbers."""
    return [
        Row(
            one.unit,
            "",
            _("%(days)s: %(marks)s")
            % {
                "days": ngettext("%(many)s day", "%(many)s days", one.days) % {"many": one.days},
                "marks": ngettext("%(many)s mark left", "%(many)s marks left", one.marks) % {"many": one.marks},
            },
            one.since,
            str(OPEN),
            reverse("activities:activity", args=[one.activity_id]),
        )
        for one in database.query("SELECT * FROM attendance_unmarked_days() LIMIT %s", [AT_MOST])
    ]


def about_partners(actor: Actor) -> list[Row]:
    """Return a line for each partner with an agreement that runs out, or something unchecked."""
    rows = []
    for one in partners(actor.today):
        url = reverse("partnerships:partner", args=[one.organisation.pk])
        why = [
            _("%(agreement)s: last day %(day)s")
            % {"agreement": agreement.name, "day": in_words(day_before(agreement.last_end))}
            for agreement in one.ends_soon
            if agreement.last_end
        ]
        if one.ended_on:
            why.append(_("No agreement since %(day)s") % {"day": in_words(one.ended_on)})
        if one.in_force:
            why += [check.words for check in one.unchecked]
        if why:
            rows.append(Row(one.organisation.name, url, ". ".join(why), None, str(OPEN), url))
    return rows


def led_by_nobody(actor: Actor, *, under: int | None = None) -> list[Row]:
    """Return a line for each workplace that nobody leads; those under a unit where its head asks, else those kept."""
    sites = without_leader()
    sites = sites.filter(parent_id=under) if under else sites.filter(organisation__in=kept_bodies().values("pk"))
    door = "" if under else str(_("Choose a leader"))
    return [
        Row(
            site.name,
            reverse("staff:unit", args=[site.pk]) if not under else "",
            str(_("Nobody leads it, so nobody answers proposals and keeps its places."))
            if site.starts_on <= actor.today
            else _("Opens %(day)s, and nobody leads it.") % {"day": in_words(site.starts_on)},
            site.starts_on,
            door,
            reverse("staff:unit", args=[site.pk]) if not under else "",
        )
        for site in sites[:AT_MOST]
    ]


def for_administrator(actor: Actor) -> Day:
    """Return the start page of an administrator."""
    somebody = Membership.objects.lasting(Today()).filter(unit=OuterRef("pk"))
    kept = Unit.objects.in_force().filter(organisation__in=kept_bodies().values("pk"))
    # A workplace that nobody works at is one that nobody leads: told of there.
    empty = kept.filter(~Exists(somebody)).exclude(kind__in=["department", "management", "site"])
    rows = [
        Row(
            unit.name,
            reverse("staff:unit", args=[unit.pk]),
            str(unit.get_kind_display()),
            unit.starts_on,
            _("Give a membership"),
            reverse("staff:unit", args=[unit.pk]),
        )
        for unit in empty.order_by("name")
    ]
    waiting = Membership.objects.lasting(Today()).filter(confirmed_at=None, unit__in=kept)
    unconfirmed = [
        Row(
            member.colleague.name,
            reverse("staff:colleague", args=[member.colleague_id]),
            f"{member.unit.name}, {str(member.get_role_display()).lower()}",
            member.starts_on,
            str(OPEN),
            reverse("staff:unit", args=[member.unit_id]),
        )
        for member in waiting.select_related("colleague", "unit").order_by("starts_on", "pk")[:AT_MOST]
    ]
    queues = [
        boxed_by_itself("leaders", "today", led_by_nobody(actor)),
        boxed_by_itself("units", "today", rows),
        boxed_by_itself("unconfirmed", "watch", unconfirmed),
    ]
    return Day(queues, actor.role)
