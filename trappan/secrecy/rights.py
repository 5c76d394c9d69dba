"""What a role may do: every right of the system in one list, and `@may`, which asks for it.

Seeing is decided by the database; this list decides doing. Both deny by default: a page without a
right or an open door (`everybody`) fails tests/test_house.py.
"""

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse

from trappan.secrecy.acting import Actor
from trappan.secrecy.scopes import Role

R = Role
CASE_WORKERS = (R.SOCIAL_WORKER, R.CONSULTANT)
SITE_STAFF = (R.SUPERVISOR, R.SITE_LEADER)
FIGURES = (R.DIRECTOR, R.CONTROLLER)
DEPARTMENTS = (R.HOST_MANAGER, R.PLACE_COORDINATOR)
REFERRED = (R.COUNSELLOR, R.OCCUPATIONAL_THERAPIST)
PROJECTS = (R.PROJECT_LEADER, R.PROJECT_COORDINATOR)
LEADERS = (R.DIRECTOR, R.CONTROLLER, R.BOARD_READER)
WORK_HERE = tuple(role for role in Role if role != R.BOARD_READER)
COLLEAGUES = tuple(role for role in Role if role not in (*LEADERS, *PROJECTS))
SEERS = (*CASE_WORKERS, *REFERRED, *SITE_STAFF, R.HEAD_OF_UNIT)

RIGHTS: dict[str, tuple[Role, ...]] = {
    "agreements.keep": (R.CONSULTANT,),
    "placements.answer": SITE_STAFF,
    "activities.change_places": (R.SITE_LEADER, R.ADMINISTRATOR),
    "placements.close_unit": (R.ADMINISTRATOR,),
    "placements.close_activity": (R.SITE_LEADER,),
    "activities.list_activities": (*CASE_WORKERS, R.HEAD_OF_UNIT, *SITE_STAFF, R.ADMINISTRATOR),
    "placements.place": (R.CONSULTANT,),
    "matching.allocate": (R.CONSULTANT,),
    "matching.ask_what_if": (R.CONSULTANT, R.HEAD_OF_UNIT),
    "matching.answer_as_host": (R.HOST_MANAGER,),
    "matching.end_search": (R.CONSULTANT, R.EMPLOYER_OFFICER),
    "matching.find_place": (R.CONSULTANT,),
    "matching.hand_over_to_team": (R.CONSULTANT,),
    "matching.keep_profile": (R.CONSULTANT,),
    "matching.propose": (R.EMPLOYER_OFFICER,),
    "matching.see_opening_allocations": (R.CONSULTANT, R.EMPLOYER_OFFICER, R.HEAD_OF_UNIT),
    "matching.see_ready": (R.EMPLOYER_OFFICER,),
    "matching.see_work": (R.CONSULTANT, R.EMPLOYER_OFFICER),
    "matching.share_profile": (R.CONSULTANT, R.EMPLOYER_OFFICER),
    "matching.find_people": (R.EMPLOYER_OFFICER, R.CONSULTANT),
    "matching.find_work": (R.EMPLOYER_OFFICER, R.CONSULTANT),
    "placements.see_placements": (*CASE_WORKERS, R.HEAD_OF_UNIT),
    "attendance.allow_phone_list": (R.SITE_LEADER,),
    "attendance.keep_phone_list": SITE_STAFF,
    "attendance.record_attendance": SITE_STAFF,
    "activities.make_activity": (R.SITE_LEADER, R.ADMINISTRATOR),
    "activities.make_workplace": (R.ADMINISTRATOR,),
    "activities.describe": (R.SITE_LEADER, R.ADMINISTRATOR),
    "attendance.find": CASE_WORKERS,
    "attendance.read_progress": (*CASE_WORKERS, R.HEAD_OF_UNIT),
    "attendance.report": SITE_STAFF,
    "placements.keep_calendar": SITE_STAFF,
    "attendance.see_attendance": (*CASE_WORKERS, R.HEAD_OF_UNIT),
    "activities.see_activity": (*CASE_WORKERS, R.HEAD_OF_UNIT, *SITE_STAFF, R.ADMINISTRATOR),
    "attendance.see_day": SITE_STAFF,
    "activities.answer_order": SITE_STAFF,
    "activities.give_job": SITE_STAFF,
    "activities.order_work": DEPARTMENTS,
    "activities.see_departments": (R.PLACE_COORDINATOR, R.EMPLOYER_OFFICER),
    "activities.see_orders": (*DEPARTMENTS, *SITE_STAFF, R.EMPLOYER_OFFICER),
    "activities.see_groups": SITE_STAFF,
    "activities.see_forecast": (*CASE_WORKERS, R.HEAD_OF_UNIT, *SITE_STAFF),
    "attendance.see_site": SITE_STAFF,
    "assistance.correct_month": (R.SOCIAL_WORKER,),
    "assistance.keep_month": (R.SOCIAL_WORKER,),
    "assistance.note_result": (R.SOCIAL_WORKER,),
    "assistance.receive_application": (R.SOCIAL_WORKER,),
    "assistance.take_back_application": (R.SOCIAL_WORKER,),
    "assistance.see_households": (*CASE_WORKERS, R.HEAD_OF_UNIT),
    "assistance.see_support": (R.SOCIAL_WORKER, R.HEAD_OF_UNIT),
    "portal.hand_out_code": CASE_WORKERS,
    "portal.register_helper": CASE_WORKERS,
    "desk.export_caseload": CASE_WORKERS,
    "desk.export_log": (R.AUDITOR,),
    "desk.export_people": CASE_WORKERS,
    "desk.export_readings": (R.AUDITOR,),
    "desk.export_requirement": (R.SOCIAL_WORKER, R.HEAD_OF_UNIT),
    "desk.follow_calendar": (*CASE_WORKERS, *REFERRED),
    "desk.follow_formal_days": (R.HEAD_OF_UNIT, R.ADMINISTRATOR, R.SITE_LEADER, *FIGURES),
    "desk.see_ageing": (R.HEAD_OF_UNIT,),
    "desk.see_caseload": CASE_WORKERS,
    "desk.find_people": SEERS,
    "desk.read_guide": tuple(Role),
    "desk.search": tuple(Role),
    "desk.see_house": (R.SITE_LEADER,),
    "desk.see_household": CASE_WORKERS,
    "desk.see_log": (R.AUDITOR,),
    "desk.see_people": (*CASE_WORKERS, *REFERRED, *SITE_STAFF),
    "desk.see_person": SEERS,
    "desk.see_requirement": (R.SOCIAL_WORKER, R.HEAD_OF_UNIT),
    "desk.see_start": tuple(Role),
    "messages.print_letters": CASE_WORKERS,
    "messages.see_person": CASE_WORKERS,
    "messages.see_sent": (R.ADMINISTRATOR,),
    "messages.write_wording": (R.ADMINISTRATOR,),
    "employers.answer_places": DEPARTMENTS,
    "employers.ask_places": (R.PLACE_COORDINATOR,),
    "employers.export_employers": (R.EMPLOYER_OFFICER, R.HEAD_OF_UNIT),
    "employers.export_openings": (R.EMPLOYER_OFFICER, R.HEAD_OF_UNIT),
    "employers.keep": (R.EMPLOYER_OFFICER,),
    "employers.see": (R.EMPLOYER_OFFICER, R.CONSULTANT, R.HEAD_OF_UNIT, R.PLACE_COORDINATOR),
    "employers.see_places": (*DEPARTMENTS, R.EMPLOYER_OFFICER),
    "exchange.count_sus": (R.CONTROLLER,),
    "exchange.deliver": (R.CONTROLLER,),
    "exchange.export_sus": (R.CONSULTANT,),
    "exchange.see_faults": (R.SOCIAL_WORKER, R.CONSULTANT),
    "exchange.see_quarters": (R.HEAD_OF_UNIT,),
    "exchange.see_readiness": (R.SITE_LEADER,),
    "exchange.see_sus": (R.CONSULTANT,),
    "insight.see_forecast": FIGURES,
    "initiatives.keep": (R.HEAD_OF_UNIT,),
    "initiatives.mark_days": (R.HEAD_OF_UNIT, *FIGURES),
    "initiatives.put_in": (R.CONSULTANT,),
    "initiatives.see": (*CASE_WORKERS, R.HEAD_OF_UNIT),
    "insight.ask_extract": (R.CONTROLLER,),
    "insight.decide_extract": (R.DIRECTOR,),
    "insight.export_figures": (R.HEAD_OF_UNIT, *LEADERS),
    "insight.keep_effects": (R.HEAD_OF_UNIT, R.ADMINISTRATOR, *FIGURES),
    "insight.keep_goals": FIGURES,
    "insight.open_extract": (R.CONTROLLER,),
    "insight.publish": (R.CONTROLLER,),
    "insight.see_extracts": FIGURES,
    "insight.say_how_it_goes": WORK_HERE,
    "insight.see_figures": (R.HEAD_OF_UNIT, *LEADERS),
    "insight.see_indicator": (*CASE_WORKERS, R.HEAD_OF_UNIT, *LEADERS),
    "insight.see_month": tuple(Role),
    "insight.see_reached": (*SITE_STAFF, R.HEAD_OF_UNIT, R.ADMINISTRATOR, *FIGURES),
    "insight.see_rows": (*CASE_WORKERS, R.HEAD_OF_UNIT),
    "insight.withdraw_extract": FIGURES,
    "outcomes.check_exit": CASE_WORKERS,
    "outcomes.correct_exit": CASE_WORKERS,
    "outcomes.follow_up": CASE_WORKERS,
    "outcomes.record_exit": CASE_WORKERS,
    "outcomes.see_exits": (*CASE_WORKERS, R.HEAD_OF_UNIT),
    "outcomes.see_follow_ups": CASE_WORKERS,
    "outcomes.see_team": (R.EMPLOYER_OFFICER, R.HEAD_OF_UNIT),
    "outcomes.see_to_work": COLLEAGUES,
    "partnerships.answer_invitation": (R.HEAD_OF_UNIT,),
    "partnerships.answer_referral": (R.SOCIAL_WORKER,),
    "partnerships.approve": (R.HEAD_OF_UNIT, *FIGURES),
    "partnerships.export_agreements": (R.HEAD_OF_UNIT, R.ADMINISTRATOR, *FIGURES),
    "partnerships.export_partners": (R.HEAD_OF_UNIT, R.ADMINISTRATOR),
    "partnerships.invite": (R.SITE_LEADER,),
    "partnerships.keep": (R.HEAD_OF_UNIT, R.ADMINISTRATOR),
    "partnerships.make_partner": (R.ADMINISTRATOR,),
    "partnerships.name_signatory": (R.HEAD_OF_UNIT,),
    "partnerships.note_outreach": SITE_STAFF,
    "partnerships.refer": SITE_STAFF,
    "partnerships.report_cost": (R.HEAD_OF_UNIT, R.ADMINISTRATOR, R.SITE_LEADER),
    "partnerships.see": (R.HEAD_OF_UNIT, R.ADMINISTRATOR, R.SITE_LEADER),
    "partnerships.see_agreements": (R.HEAD_OF_UNIT, R.ADMINISTRATOR, R.SITE_LEADER, *FIGURES),
    "partnerships.see_outreach": (*SITE_STAFF, R.HEAD_OF_UNIT, R.ADMINISTRATOR, *FIGURES),
    "partnerships.sign": (R.DIRECTOR,),
    "partnerships.write_report": (R.SITE_LEADER,),
    "projects.add_participant": (R.PROJECT_COORDINATOR,),
    "projects.hand_in": (R.PROJECT_COORDINATOR,),
    "projects.keep": (R.PROJECT_LEADER,),
    "projects.let_in": (R.CONSULTANT,),
    "projects.see": PROJECTS,
    "projects.tell": PROJECTS,
    "people.add_number": (R.SOCIAL_WORKER,),
    "people.change_person": CASE_WORKERS,
    "people.give_consent": CASE_WORKERS,
    "people.keep_household": (R.SOCIAL_WORKER,),
    "people.open_in_emergency": (*CASE_WORKERS, R.HEAD_OF_UNIT),
    "people.narrow_consent": CASE_WORKERS,
    "people.withdraw_consent": CASE_WORKERS,
    "cases.cover": (R.HEAD_OF_UNIT,),
    "cases.assign": (R.SOCIAL_WORKER,),
    "cases.book_meeting": CASE_WORKERS,
    "plans.close_goal": (R.CONSULTANT,),
    "plans.decide_plan": (R.CONSULTANT,),
    "cases.hand_over": CASE_WORKERS,
    "cases.hand_unit_over": (R.HEAD_OF_UNIT,),
    "cases.keep_draft": (*CASE_WORKERS, *REFERRED, *SITE_STAFF),
    "cases.keep_way": CASE_WORKERS,
    "plans.keep_ladder": (R.ADMINISTRATOR,),
    "plans.map_frames": (R.ADMINISTRATOR,),
    "plans.map_person": CASE_WORKERS,
    "plans.move_step": (R.CONSULTANT,),
    "cases.open_as_head": (R.HEAD_OF_UNIT,),
    "cases.open_file": (*REFERRED, R.CONSULTANT),
    "cases.open_case": (R.SOCIAL_WORKER,),
    "plans.rate_oneself": CASE_WORKERS,
    "cases.reassign": (R.HEAD_OF_UNIT,),
    "cases.refer": (R.CONSULTANT,),
    "cases.say_stall": CASE_WORKERS,
    "cases.see_journal": (*CASE_WORKERS, R.HEAD_OF_UNIT),
    "plans.see_plan": (*CASE_WORKERS, R.HEAD_OF_UNIT),
    "cases.offer_times": CASE_WORKERS,
    "cases.tell_meeting": CASE_WORKERS,
    "cases.work_referral": (*REFERRED, R.CONSULTANT),
    "cases.write_note": CASE_WORKERS,
    "plans.write_plan": (R.CONSULTANT,),
    "requirement.decide": (R.SOCIAL_WORKER,),
    "requirement.exempt": (R.SOCIAL_WORKER,),
    "requirement.register_request": CASE_WORKERS,
    "requirement.request": (R.SOCIAL_WORKER,),
    "requirement.see_absence": (*CASE_WORKERS, R.HEAD_OF_UNIT),
    "requirement.see_controls": (*CASE_WORKERS, R.HEAD_OF_UNIT),
    "requirement.see_grounds": CASE_WORKERS,
    "requirement.talk": CASE_WORKERS,
    "requirement.try_rules": (R.ADMINISTRATOR, R.HEAD_OF_UNIT),
    "requirement.write_grounds": CASE_WORKERS,
    "requirement.see_requirement": CASE_WORKERS,
    "rules.confirm": (R.ADMINISTRATOR, R.HEAD_OF_UNIT),
    "rules.see": tuple(Role),
    "rules.write": (R.ADMINISTRATOR,),
    "staff.change_unit": (R.ADMINISTRATOR,),
    "staff.confirm_membership": (R.HEAD_OF_UNIT,),
    "staff.end_membership": (R.ADMINISTRATOR, R.HEAD_OF_UNIT),
    "staff.export_units": (R.ADMINISTRATOR,),
    "staff.give_membership": (R.ADMINISTRATOR,),
    "staff.keep_profile": tuple(Role),
    "staff.make_colleague": (R.ADMINISTRATOR,),
    "staff.make_unit": (R.ADMINISTRATOR,),
    "staff.open_list_file": tuple(Role),
    "staff.say_back": tuple(Role),
    "staff.see_units": (R.ADMINISTRATOR,),
}

View = Callable[..., HttpResponse]


class Request(HttpRequest):
    """A request inside `acting`: it always has an actor."""

    actor: Actor
    who_may: str


def has(actor: Actor, right: str) -> bool:
    """Tell whether the actor's role carries the right; an unknown right is an error."""
    return actor.role in RIGHTS[right]


def refuse_without(request: Request, right: str) -> None:
    """Refuse with 403 and who may; for what a page does beyond the right that shows it."""
    if not has(request.actor, right):
        request.who_may = right
        raise PermissionDenied(right)


def may(right: str) -> Callable[[View], View]:
    """Let only roles with the right into a page; others get 403 and who may."""
    if right not in RIGHTS:
        raise KeyError(right)

    def decorate(view: View) -> View:
        @wraps(view)
        def guarded(request: Request, *args: Any, **kwargs: Any) -> HttpResponse:
            refuse_without(request, right)
            return view(request, *args, **kwargs)

        guarded.right = right  # type: ignore[attr-defined]  # the house test asks for it
        return guarded

    return decorate
