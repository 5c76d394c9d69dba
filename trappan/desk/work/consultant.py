"""A consultant's day: plans to follow up, people not yet heard, without a plan or a place."""

from collections.abc import Sequence
from datetime import date, timedelta

from django.utils.text import capfirst
from django.utils.translation import gettext as _

from trappan.cases.models import Case
from trappan.database.written import Written, given_number
from trappan.desk.case_rows import Line, beside_states, own_cases
from trappan.desk.review_asked import asks_of
from trappan.desk.work.absence import to_talk_about
from trappan.desk.work.answered import answered, with_answered
from trappan.desk.work.boxes import Day
from trappan.desk.work.employed import said_yes, with_yes
from trappan.desk.work.exits import exit_queues
from trappan.desk.work.fallen import fallen
from trappan.desk.work.forward import went_forward
from trappan.desk.work.hand_overs import hand_over_queues
from trappan.desk.work.places import about_places
from trappan.desk.work.rows import OPEN, Queue, Row, address, by_age, case_row, own_meetings, person_url, until
from trappan.desk.work.said import said_beforehand, with_said
from trappan.desk.work.sus import to_key_in, with_sus
from trappan.desk.work.undelivered import undelivered, with_undelivered
from trappan.desk.work.written import with_written, written_oneself
from trappan.placements.planned import times_of
from trappan.secrecy.acting import Actor
from trappan.ui.templatetags.ui import short_day

MINE = Written(
    lambda: own_cases(
        with_written(
            with_undelivered(
                with_answered(with_said(with_sus(with_yes(Case.objects.filter(responsible=given_number("me"))))))
            )
        )
    )
)


def for_consultant(actor: Actor) -> Day:
    """Return the start page of a consultant."""
    mine = beside_states(MINE.ask(me=actor.membership_id), with_reviews=True)
    meetings = own_meetings(actor, mine)
    queues = [
        *hand_over_queues(actor),
        *meetings.queues(),
        answered(mine),
        undelivered(mine),
        *about_cases(mine, actor.today),
        *exit_queues(actor, _("The exit is provisional until you have checked that it lasted."), "after"),
        to_key_in(mine),
    ]
    return Day(queues, actor.role, meetings.coming, went_forward(actor, mine), len(mine))


def about_cases(mine: Sequence[Line], today: date) -> list[Queue]:
    """Return what open cases ask of the consultant: plans, kartläggningar, places, absence."""
    unmapped: list[Row] = []
    unplanned: list[Row] = []
    due: list[Row] = []
    soon: list[Row] = []
    waiting: list[Row] = []
    asked: list[Row] = []
    persons = {line.case.person_id: line.case.person for line in mine}
    places = about_places(list(persons), today)
    at_employers, gone_on = said_yes(mine)
    times = times_of(list(persons), today)
    differing = [
        case_row(line.case, _("Planned and placed at different times"), None, _("Change the plan's week"), "plans:week")
        for line in mine
        if (found := times.get(line.case.person_id)) and found.is_differing
    ]
    for line in mine:
        if asks := asks_of(line.state):
            why = capfirst(", ".join(f"{one.words} {short_day(one.day, today)}" for one in asks))
            asked.append(case_row(line.case, why, asks[-1].day, _("Follow up"), "plans:plan"))
        case, state, review = line.case, line.state, line.state.review_on
        if state.stage == "unmapped":
            why = _("Begun, not finished") if state.begun else _("Not begun")
            unmapped.append(case_row(case, why, state.since, _("Kartläggning"), "plans:mapping"))
        elif state.stage == "unplanned":
            why = _("A draft waits") if state.has_draft else _("Kartläggning finished")
            unplanned.append(case_row(case, why, state.since, _("Make a plan"), "plans:plan"))
        elif review is not None and review <= today + timedelta(days=7):
            why = _("The plan is to be followed up")
            row = case_row(case, why, None, _("Follow up"), "plans:plan")
            (due if review < today else soon).append(until(row, review, today))
        if case.person_id in gone_on:
            continue
        if state.stage == "waiting" and (offered := places.waiting.get(case.person_id)):
            waiting.append(
                Row(
                    case.person.name,
                    person_url(case.person_id),
                    _("Proposed to %(unit)s, waits for an answer") % {"unit": offered.unit},
                    state.stalled_since or state.since,
                    str(OPEN),
                    address("placements:placement", offered.id),
                )
            )
        elif state.stage == "waiting":
            waiting.append(
                Row(
                    case.person.name,
                    person_url(case.person_id),
                    line.stall_words or _("Has a plan but no place"),
                    state.stalled_since or state.since,
                    _("Find a place"),
                    address("matching:find_place", case.person_id),
                )
            )
    return [
        to_talk_about(persons),
        said_beforehand(mine, today),
        fallen(mine, "plans"),
        written_oneself(mine),
        at_employers,
        *places.urgent,
        Queue(
            _("Past the day of follow-up"),
            _("The plan should have been followed up by now. Longest past first."),
            "today",
            by_age(due),
            "plans",
        ),
        Queue(
            _("A review of the plan is asked for"),
            _("Something has changed since it was decided or followed up. Longest ago first."),
            "today",
            by_age(asked),
            "plans",
        ),
        Queue(_("Without a plan"), _("The kartläggning is done. Oldest first."), "today", by_age(unplanned), "plans"),
        Queue(
            _("Without kartläggning"), _("No plan without it. Oldest case first."), "week", by_age(unmapped), "mapping"
        ),
        Queue(_("Follow up this week"), _("The day of follow-up is within seven days."), "week", by_age(soon), "plans"),
        *places.coming,
        Queue(
            _("Plan and placement say different times"),
            _("One of them is to be changed, so that both say the same."),
            "week",
            differing,
            "plans",
        ),
        Queue(
            _("Without an activity"), _("Waits for a place. Longest wait first."), "watch", by_age(waiting), "places"
        ),
    ]
