"""The day of a head of unit and of an administrator: by number and name of unit, never of a person."""

from django.db import connection
from django.db.models import Exists, OuterRef, Q
from django.urls import reverse
from django.utils.timezone import localtime
from django.utils.translation import gettext as _

from trappan.desk.work.rows import OPEN, SHOWN, Queue, Row
from trappan.partnerships.partners import partners
from trappan.secrecy.acting import Actor
from trappan.staff.models import Membership, Unit
from trappan.ui.templatetags.ui import day as in_words
from trappan.ui.templatetags.ui import day_before


def for_head(actor: Actor) -> list[Queue]:
    with connection.cursor() as cursor:
        cursor.execute("SELECT number, opened_on, sent_back FROM cases_unit_cases() WHERE responsible_id IS NULL")
        cases = [
            Row(
                number,
                reverse("cases:reassign", args=[number]),
                _("Sent back: %(why)s") % {"why": why} if why else _("Nobody is responsible"),
                opened_on,
                _("Hand out"),
                reverse("cases:reassign", args=[number]),
            )
            for number, opened_on, why in cursor.fetchall()
        ]
    unconfirmed = Membership.objects.filter(
        Q(unit_id=actor.unit_id) | Q(unit__parent_id=actor.unit_id), confirmed_at=None, ends_on=None
    ).select_related("colleague")
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
    with connection.cursor() as cursor:
        cursor.execute("SELECT * FROM cases_openings() LIMIT %s", [SHOWN])
        openings = [
            Row(colleague, "", f"{number}: {reason}" if number else reason, at.date(), "", "")
            for colleague, at, number, reason in cursor.fetchall()
        ]
    with connection.cursor() as cursor:
        cursor.execute("SELECT * FROM cases_openings_asked() LIMIT %s", [SHOWN])
        agreements = [
            Row(
                colleague,
                "",
                f"{number}: {reason}" if number else reason,
                localtime(asked_at).date(),
                _("Agree"),
                reverse("people:agree", args=[key]),
                post=True,
            )
            for key, colleague, asked_at, number, reason in cursor.fetchall()
        ]
    return [
        Queue(
            _("Partners to look at again"),
            _("An agreement ends within half a year, or something about the partner is not looked at. Name by name."),
            "watch",
            about_partners(actor),
        ),
        Queue(
            _("Cases to hand out"),
            _("Nobody is responsible. You see the case number only. Oldest first."),
            "today",
            cases,
        ),
        Queue(_("Memberships to confirm"), _("They open nothing until you have confirmed them."), "today", memberships),
        Queue(
            _("Openings that need two heads"),
            _("A protected person's file opens only when two heads agree."),
            "today",
            agreements,
        ),
        Queue(
            _("Opened without assignment"),
            _("Emergency and supervision in your unit. Latest first."),
            "watch",
            openings,
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
    somebody = Membership.objects.filter(unit=OuterRef("pk"), ends_on=None)
    empty = Unit.objects.filter(~Exists(somebody), ends_on=None).exclude(kind__in=["department", "management"])
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
    return [Queue(_("Units where nobody works"), _("Nobody can receive what is sent there."), "today", rows)]
