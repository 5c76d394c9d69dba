"""What every page's frame needs: who is acting, the menu of that role, the demo's day."""

from collections.abc import Sequence
from functools import partial
from itertools import accumulate
from typing import Any

from django.conf import settings
from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from trappan.desk.deliveries import deliveries_due
from trappan.desk.review_asked import asked_for_review
from trappan.desk.tabs import tabs_of
from trappan.insight.staff_question import may_be_asked
from trappan.outcomes.taken import taken_by
from trappan.schedules.clock import today
from trappan.secrecy.rights import RIGHTS, has
from trappan.staff.models import ROLE_NAMES

# right, page, label; shown in this order to whoever has the right
MENU = (
    ("desk.see_start", "desk:start", _("Today")),
    ("attendance.see_day", "attendance:day", _("Attendance")),
    ("attendance.see_site", "attendance:here", _("Here with us")),
    ("placements.keep_calendar", "placements:calendar", _("Calendar")),
    ("assistance.receive_application", "cases:receive", _("New application")),
    ("desk.see_caseload", "desk:caseload", _("My cases")),
    ("desk.see_requirement", "desk:requirement", _("Under the requirement")),
    ("desk.see_ageing", "desk:ageing", _("What cases wait for")),
    ("exchange.see_quarters", "requirement:controls", _("Controls")),
    ("desk.see_people", "desk:people", _("Participants")),
    ("activities.list_activities", "activities:activities", _("Places")),
    ("matching.allocate", "matching:allocations", _("Proposals for the week")),
    ("matching.ask_what_if", "matching:what_ifs", _("What if?")),
    ("matching.see_opening_allocations", "matching:opening_allocations", _("Proposals for jobs")),
    ("matching.see_ready", "matching:ready", _("Ready for work")),
    ("employers.see", "employers:employers", _("Employers")),
    ("activities.see_departments", "activities:departments", _("Departments")),
    ("activities.order_work", "activities:orders", _("Orders")),
    ("employers.see", "employers:openings", _("Openings")),
    ("desk.see_house", "desk:house", _("Our house")),
    ("partnerships.note_outreach", "partnerships:own_outreach", _("Outreach")),
    ("partnerships.see", "partnerships:partners", _("Partners")),
    ("partnerships.export_agreements", "partnerships:agreements", _("Agreements")),
    ("partnerships.export_agreements", "desk:formal_days", _("Formal days")),
    ("insight.see_figures", "insight:board", _("Goals and figures")),
    ("insight.see_figures", "insight:goals", _("Our goals")),
    ("insight.see_figures", "insight:flow", _("The flow")),
    ("insight.see_figures", "insight:coverage", _("Coverage and places")),
    ("insight.see_figures", "insight:equality", _("Equality")),
    ("insight.see_figures", "insight:comparison", _("Other municipalities")),
    ("insight.see_indicator", "insight:indicators", _("All figures")),
    ("insight.see_figures", "insight:improvements", _("To be better")),
    ("initiatives.see", "initiatives:initiatives", _("Initiatives")),
    ("projects.see", "projects:projects", _("Projects")),
    ("insight.see_forecast", "insight:forecast", _("Forecast")),
    ("exchange.deliver", "exchange:deliveries", _("Deliveries")),
    ("exchange.see_faults", "exchange:faults", _("Before the statistics")),
    ("exchange.see_readiness", "exchange:readiness", _("Ready for individual delivery")),
    ("exchange.see_sus", "exchange:sus", _("To SUS")),
    ("exchange.count_sus", "exchange:sus_counts", _("Registered in SUS")),
    ("insight.see_extracts", "insight:extracts", _("Extracts for research")),
    ("insight.see_month", "insight:month", _("What happened in the month")),
    ("cases.cover", "cases:away", _("Who is away")),
    ("outcomes.see_follow_ups", "outcomes:follow_ups", _("Follow-ups to do")),
    ("outcomes.see_to_work", "outcomes:to_work", _("Who came to work")),
    ("outcomes.see_team", "outcomes:team", _("How the employer team works")),
    ("staff.see_units", "staff:organisation", _("Units")),
    ("staff.see_units", "staff:colleagues", _("Colleagues")),
    ("messages.print_letters", "messages:letters", _("Letters to print")),
    ("messages.see_sent", "messages:sent", _("What is sent")),
    ("rules.confirm", "rules:rulesets", _("Rules")),
    ("plans.map_frames", "plans:frames", _("Frames")),
    ("desk.see_log", "desk:log", _("Log")),
)

# What a role has at a partner's alone.
OF_PARTNERS = ("desk.see_house", "partnerships.invite")

# A row of the menu in letters, on a screen of 1280 pixels; a gap between two items, and what opens those folded.
ROW, GAP, FOLD = 78, 2, 7


def page(request: HttpRequest) -> dict[str, Any]:
    actor = getattr(request, "actor", None)
    context: dict[str, Any] = {
        "municipality": settings.MUNICIPALITY,
        "demo": settings.DEMO,
        "demo_day": (actor.today if actor else today()) if settings.DEMO else None,
        "home_url": "/",
        "help_url": reverse("desk:own_guide"),
        "accessibility_url": reverse("desk:accessibility"),
        "personal_data_url": reverse("desk:personal_data"),
        "actor": actor,
        "roles": who_may(getattr(request, "who_may", ())),
    }
    if actor is not None:
        context["role_name"] = ROLE_NAMES[actor.role]
        context["tabs_of"] = partial(tabs_of, request)
        context["asked_for_review"] = asked_for_review
        context["deliveries_due"] = partial(deliveries_due, actor)
        context["taken_by"] = taken_by
        context["yearly_question"] = reverse("insight:asked") if may_be_asked(actor) else ""
        context["can_search"] = has(actor, "desk.search")
        context["finds_employers"] = has(actor, "employers.see")
        context["finds_people"] = has(actor, "desk.find_people")
        menu = [
            {"url": reverse(name), "label": label, "is_current": request.path == reverse(name)}
            for right, name, label in MENU
            if has(actor, right) and (actor.at_partner or right not in OF_PARTNERS)
        ]
        room = fitting([len(str(one["label"])) for one in menu])
        context["menu"], context["more_menu"] = menu[:room], menu[room:]
    return context


def fitting(lengths: Sequence[int]) -> int:
    """Return how many items of these lengths stand on one row beside the search; the others are folded."""
    if sum(lengths) + GAP * len(lengths) <= ROW:
        return len(lengths)
    ends = accumulate(length + GAP for length in lengths)
    return sum(end <= ROW - FOLD for end in ends)


def who_may(right: str | tuple[()]) -> str:
    """Name the roles that carry a right, in words."""
    if not right:
        return ""
    return ", ".join(str(ROLE_NAMES[role]).lower() for role in RIGHTS[str(right)])
