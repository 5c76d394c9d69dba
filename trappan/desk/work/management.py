"""The day of a head of unit and of an administrator: by number and name of unit, never of a person."""

from collections.abc import Iterable
from datetime import date
from typing import Any

from django.db.models import Exists, OuterRef, Q, Subquery
from django.urls import reverse
from django.utils.timezone import localtime
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from trappan import database
from trappan.desk.work.boxes import WORDS, Day
from trappan.desk.work.rows import OPEN, Queue, Row
from trappan.messages.kinds import words_of
from trappan.messages.models import Message
from trappan.partnerships.partners import PARTNERS, partners, signed
from trappan.partnerships.standing import coming
from trappan.partnerships.waiting import QUESTION, Asked, Waiting, asked, ordered, waiting_for
from trappan.people.models import Opening
from trappan.rules.rulesets import in_force, known_rules
from trappan.schedules.functions import Today
from trappan.schedules.periods import day_before
from trappan.secrecy.acting import Actor
from trappan.staff.kept import kept_bodies, without_leader
from trappan.staff.models import Away, Membership, Unit
from trappan.ui.templatetags.ui import day as in_words

AT_MOST = 100  # of what a function of the database lists
# Versions of the rules that another colleague has sent, or asks to withdraw: they wait for a second person.
RULES = """
SELECT 'rules' AS kind, r.id, r.name AS number, c.given_name || ' ' || c.family_name AS colleague, '' AS why,
  '' AS about, COALESCE(r.stop_asked_at, r.sent_at) AS at
FROM rules_ruleset r JOIN staff_membership m ON m.id = COALESCE(r.stop_asked_by_id, r.sent_by_id)
JOIN staff_colleague c ON c.id = m.colleague_id
WHERE r.withdrawn_at IS NULL AND m.colleague_id <> current_colleague()
  AND (r.decided_at IS NULL OR (r.stop_asked_at IS NOT NULL AND r.valid_from > today()))
"""
# Effects of agreements whose evaluation is due within a quarter and is not written: it takes some time to prepare.
EFFECTS = """
SELECT 'effects' AS kind, a.id, a.name AS number, g.wording AS colleague, '' AS why,
  CASE WHEN g.evaluate_on < today() THEN 'late' ELSE '' END AS about,
  g.evaluate_on::timestamp AT TIME ZONE 'Europe/Stockholm' AS at
FROM insight_effectgoal g JOIN partnerships_agreement a ON a.id = g.agreement_id
WHERE g.taken_out_on IS NULL AND g.evaluate_on < today() + 90 AND NOT EXISTS (
  SELECT FROM insight_effectresult r WHERE r.goal_id = g.id AND r.as_of >= g.evaluate_on)
ORDER BY g.evaluate_on, g.id
"""
# What a head's boxes show of others, in one question: cases without anybody, meetings of who is away, files opened
# without assignment, what a second person must agree to, sites with days left unmarked, rules that wait, effects to
# evaluate, and what waits with partners. `about` is the kind of opening that is asked for; of a site `number` is its
# name, `colleague` the days and `why` the marks left; of an effect `number` is the agreement, `colleague` the effect.
WAITING = f"""
SELECT 'hand_out' AS kind, case_id AS id, number, '' AS colleague, sent_back AS why, '' AS about,
  since::timestamp AT TIME ZONE 'Europe/Stockholm' AS at
FROM cases_unit_cases() WHERE responsible_id IS NULL
UNION ALL
(SELECT 'cover', meeting_id, number, colleague, '', '', starts_at FROM cases_meetings_to_cover() LIMIT %(most)s)
UNION ALL
(SELECT 'openings', NULL, number, colleague, reason, '', at FROM cases_openings() LIMIT %(most)s)
UNION ALL
(SELECT 'agree', id, number, colleague, reason, wants, asked_at FROM cases_openings_asked() LIMIT %(most)s)
UNION ALL
(SELECT 'unmarked', activity_id, unit, days::text, marks::text, '', since::timestamp AT TIME ZONE 'Europe/Stockholm'
 FROM attendance_unmarked_days() LIMIT %(most)s)
UNION ALL
({RULES})
UNION ALL
({EFFECTS} LIMIT %(most)s)
UNION ALL
(SELECT 'partner', w.id, w.name, w.kind, w.ore::text, w.meeting, w.day::timestamp AT TIME ZONE 'Europe/Stockholm'
 FROM ({QUESTION}) w)
"""


def for_head(actor: Actor) -> Day:
    """Return the start page of a head of unit, with the memberships of the unit and of those under it."""
    members = list(
        Membership.objects.lasting(actor.today)
        .filter(Q(unit_id=actor.unit_id) | Q(unit__parent_id=actor.unit_id))
        .select_related("colleague", "unit")
        .annotate(away_until=away_until(actor))
    )
    rows: dict[str, list[Row]] = {kind: [] for kind in MADE}
    with_partners = []
    for one in database.query(WAITING, {**asked(actor), "most": AT_MOST}):
        if one.kind == "partner":
            day = localtime(one.at).date()
            with_partners.append(Asked(one.colleague, one.id, one.number, day, int(one.why), one.about))
        else:
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
        boxed_by_itself(
            "partners",
            "watch",
            [*in_rows(ordered(with_partners, actor.today)), *rows["effects"], *about_partners(actor)],
        ),
        boxed_by_itself("hand_out", "today", rows["hand_out"]),
        boxed_by_itself("unmarked", "watch", rows["unmarked"]),
        boxed_by_itself("memberships", "today", memberships),
        boxed_by_itself("agree", "today", rows["agree"]),
        boxed_by_itself("openings", "watch", rows["openings"]),
        boxed_by_itself("rules", "today", rows["rules"]),
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


def to_confirm(version: Any) -> Row:
    """Return the line of a version of the rules that waits for a second person."""
    url = reverse("rules:ruleset", args=[version.id])
    why = _("%(name)s has sent it") % {"name": version.colleague}
    return Row(version.number, url, why, localtime(version.at).date(), str(OPEN), url)


def to_evaluate(effect: Any) -> Row:
    """Return the line of what an agreement was to bring about, and is to be evaluated."""
    url = reverse("insight:effects", args=[effect.id])
    day = localtime(effect.at).date()
    why = _("Evaluate %(day)s: %(effect)s") % {"day": in_words(day), "effect": effect.colleague}
    return Row(effect.number, url, why, None, str(OPEN), url, due=day, late=effect.about == "late")


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


def left_unmarked(site: Any) -> Row:
    """Return the line of a site that has left days unmarked of those whom the own unit works with, in numbers."""
    days, marks = int(site.colleague), int(site.why)
    words = {
        "days": ngettext("%(many)s day", "%(many)s days", days) % {"many": days},
        "marks": ngettext("%(many)s mark left", "%(many)s marks left", marks) % {"many": marks},
    }
    url = reverse("activities:activity", args=[site.id])
    return Row(site.number, "", _("%(days)s: %(marks)s") % words, localtime(site.at).date(), str(OPEN), url)


MADE = {
    "hand_out": to_hand_out,
    "cover": to_cover,
    "openings": opened,
    "agree": to_agree,
    "unmarked": left_unmarked,
    "rules": to_confirm,
    "effects": to_evaluate,
}


def about_partners(actor: Actor) -> list[Row]:
    """Return a line for each partner with an agreement that runs out, or something unchecked."""
    # The rules come with the agreements: the start page has a dozen questions as it is.
    rules = Subquery(in_force(actor.today).values("parameters")[:1])
    agreements: list[Any] = list(signed().select_related("organisation").annotate(rules=rules))
    rows = []
    for one in partners(actor.today, agreements=agreements):
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
            why += [
                _("%(check)s: to be looked at again by %(day)s") % {"check": words, "day": in_words(until)}
                for words, until in one.due_soon
            ]
        if why:
            rows.append(Row(one.organisation.name, url, ". ".join(why), None, str(OPEN), url))
    return rows + about_agreements(agreements, actor.today)


def about_agreements(agreements: list[Any], today: date) -> list[Row]:
    """Return a line for each notice and evaluation that comes, and each end of an agreement with no partner."""
    rows = []
    within = known_rules(agreements[0].rules).agreement_warning_days if agreements else 0
    for one in coming(agreements, today, within):
        if one.kind == "end" and one.agreement.organisation.kind in PARTNERS:
            continue  # told with the partner, in better time
        url = reverse("partnerships:agreement", args=[one.agreement.pk])
        why = f"{one.words}: {in_words(one.day)}"
        rows.append(Row(one.agreement.name, url, why, None, str(OPEN), url))
    return rows


def in_rows(waiting: Iterable[Waiting]) -> list[Row]:
    """Return a line for each budget or payment to approve, and each thing agreed at a meeting that is the actor's."""
    return [Row(one.name, one.url, one.why, one.day, str(OPEN), one.url, late=one.late) for one in waiting]


def led_by_nobody(today: date) -> list[Row]:
    """Return a line for each workplace that nobody leads, of those that the administrator keeps."""
    sites = without_leader().filter(organisation__in=kept_bodies().values("pk"))
    return [
        Row(
            site.name,
            reverse("staff:unit", args=[site.pk]),
            str(_("Nobody leads it, so nobody answers proposals and keeps its places."))
            if site.starts_on <= today
            else _("Opens %(day)s, and nobody leads it.") % {"day": in_words(site.starts_on)},
            site.starts_on,
            str(_("Choose a leader")),
            reverse("staff:unit", args=[site.pk]),
        )
        for site in sites[:AT_MOST]
    ]


def not_sent() -> list[Row]:
    """Return a line for each message that somebody must see to, by its kind."""
    url = reverse("messages:sent")
    states = dict([*Message.Outcome.choices, *Message.Receipt.choices])
    return [
        Row(
            str(words_of(one.kind)),
            url,
            f"{states[one.state]}, {one.unit_name}",
            localtime(one.at).date(),
            str(OPEN),
            url,
        )
        for one in database.rows("messages_to_see_to")
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
        boxed_by_itself("leaders", "today", led_by_nobody(actor.today)),
        boxed_by_itself("rules", "today", [to_confirm(one) for one in database.query(RULES)]),
        boxed_by_itself("messages", "today", not_sent()),
        boxed_by_itself("partners", "watch", in_rows(waiting_for(actor))),
        boxed_by_itself("units", "today", rows),
        boxed_by_itself("unconfirmed", "watch", unconfirmed),
    ]
    return Day(queues, actor.role)
