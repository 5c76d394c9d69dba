"""A consultant's day: plans to follow up, people not yet heard, without a plan or a place."""

from datetime import date, timedelta

from django.urls import reverse
from django.utils.translation import gettext as _

from trappan.desk.caseload import own_cases, state_of
from trappan.desk.work.rows import Queue, Row, by_age, case_row, own_meetings, person_url
from trappan.outcomes.models import Exit
from trappan.plans.models import Case
from trappan.schedules.months import month_later
from trappan.secrecy.acting import Actor
from trappan.ui.templatetags.ui import day as in_words


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
