"""The day of a head of unit and of an administrator: by number and name of unit, never of a person."""

from django.db.models import Exists, OuterRef, Q
from django.urls import reverse
from django.utils.timezone import localtime
from django.utils.translation import gettext as _

from trappan import database
from trappan.desk.work.rows import OPEN, Queue, Row
from trappan.partnerships.partners import partners
from trappan.people.models import Opening
from trappan.schedules.functions import Today
from trappan.schedules.periods import day_before
from trappan.secrecy.acting import Actor
from trappan.staff.models import Membership, Unit
from trappan.ui.templatetags.ui import day as in_words

AT_MOST = 100  # of what a function of the database lists


def for_head(actor: Actor) -> list[Queue]:
    """Return the lists of a head of unit."""
    cases = [
        Row(
            case.number,
            reverse("cases:reassign", args=[case.case_id]),
            _("Sent back: %(why)s") % {"why": case.sent_back} if case.sent_back else _("Nobody is responsible"),
            case.since,
            _("Hand out"),
            reverse("cases:reassign", args=[case.case_id]),
        )
        for case in database.query("SELECT * FROM cases_unit_cases() WHERE responsible_id IS NULL")
    ]
    unconfirmed = (
        Membership.objects.lasting(actor.today)
        .filter(Q(unit_id=actor.unit_id) | Q(unit__parent_id=actor.unit_id), confirmed_at=None)
        .select_related("colleague")
    )
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
        for member in unconfirmed
    ]
    openings = [
        Row(one.colleague, "", f"{one.number}: {one.reason}".removeprefix(": "), localtime(one.at).date(), "", "")
        for one in database.query("SELECT * FROM cases_openings() LIMIT %s", [AT_MOST])
    ]
    agreements = [
        Row(
            one.colleague,
            "",
            f"{Opening.Wants(one.wants).label}, {one.number}: {one.reason}".replace(", :", ":"),
            localtime(one.asked_at).date(),
            _("Agree"),
            reverse("people:agree", args=[one.id]),
            post=True,
        )
        for one in database.query("SELECT * FROM cases_openings_asked() LIMIT %s", [AT_MOST])
    ]
    meetings = [
        Row(
            one.number,
            reverse("cases:cover", args=[one.meeting_id]),
            _("%(name)s, %(day)s at %(at)s")
            % {
                "name": one.colleague,
                "day": in_words(localtime(one.starts_at).date()),
                "at": f"{localtime(one.starts_at):%H.%M}",
            },
            None,
            str(OPEN),
            reverse("cases:cover", args=[one.meeting_id]),
        )
        for one in database.query("SELECT * FROM cases_meetings_to_cover() LIMIT %s", [AT_MOST])
    ]
    return [
        Queue(
            _("Meetings of colleagues who are away"),
            _("Move them, give them to a colleague, or cancel them. Next meeting first."),
            "today",
            meetings,
            "cover",
        ),
        Queue(
            _("Partners to look at again"),
            _("An agreement ends within half a year, or something about the partner is not looked at. Name by name."),
            "watch",
            about_partners(actor),
            "partners",
        ),
        Queue(
            _("Cases to hand out"),
            _("Nobody is responsible. You see the case number only. Oldest first."),
            "today",
            cases,
            "hand_out",
        ),
        Queue(
            _("Memberships to confirm"),
            _("They open nothing until you have confirmed them."),
            "today",
            memberships,
            "memberships",
        ),
        Queue(
            _("Protected identity: a second person must agree"),
            _("A file opens to the one who asks, or protection is lifted, only when you agree. Within 24 hours."),
            "today",
            agreements,
            "agree",
        ),
        Queue(
            _("Opened without assignment"),
            _("Emergency and supervision in your unit. Latest first."),
            "watch",
            openings,
            "openings",
        ),
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


def for_administrator(_actor: Actor) -> list[Queue]:
    somebody = Membership.objects.lasting(Today()).filter(unit=OuterRef("pk"))
    empty = Unit.objects.in_force().filter(~Exists(somebody)).exclude(kind__in=["department", "management"])
    rows = [
        Row(
            unit.name,
            reverse("staff:units"),
            str(unit.get_kind_display()),
            unit.starts_on,
            _("Give a membership"),
            reverse("staff:units"),
        )
        for unit in empty.order_by("name")
    ]
    return [Queue(_("Units where nobody works"), _("Nobody can receive what is sent there."), "today", rows, "units")]
