"""What stands behind each number of a head's start page: cases of the own unit, by number alone."""

import re
from datetime import date
from typing import Any
from urllib.parse import urlencode

from django.core.paginator import Paginator
from django.http import Http404, HttpResponse
from django.shortcuts import render

from trappan import database
from trappan.desk.unit_figures import FIGURES, GROUP_WORDS, GROUPS, MONTHS, STAGES, TYPES, UNCHECKED, WAYS
from trappan.insight.indicators.cases import OF_UNIT
from trappan.insight.indicators.definitions import BY_NAME
from trappan.outcomes.models import Exit
from trappan.schedules.months import month_of, months_after, months_between, next_month
from trappan.secrecy.rights import Request, may
from trappan.staff.models import Membership

A_PAGE = 50
DEFINITIONS = {one.name: one.definition for one in (*OF_UNIT, *BY_NAME.values())}


@may("desk.see_ageing")
def cases(request: Request) -> HttpResponse:
    """List open cases of the unit: all, those at a stage, or a colleague's; the longest wait first."""
    stage, colleague = request.GET.get("stage", ""), request.GET.get("colleague", "")
    wanted: list[str] = []
    values: list[Any] = []
    whose = ""
    if stage:
        if stage not in GROUPS and stage not in STAGES:
            raise Http404
        wanted.append("stage = ANY (%s)")
        values.append([*GROUPS.get(stage, (stage,))])
    if colleague:
        member = colleague_of(request, colleague)
        wanted.append("responsible_id = %s")
        values.append(member.pk)
        whose = member.colleague.name
    where = f"WHERE {' AND '.join(wanted)}" if wanted else ""
    # The clauses are the literals above; what was asked is passed apart.
    rows = database.query(f"SELECT * FROM insight_own_cases() {where} ORDER BY since, number", values)
    page = Paginator(rows, A_PAGE).get_page(request.GET.get("page"))
    words = {**STAGES, "placed": GROUP_WORDS["placed"]}
    context = {
        "page": page,
        "rows": [{"case": one, "waits_for": words[one.stage]} for one in page],
        "asked": asked(stage=stage, colleague=colleague),
        "stage": stage,
        "colleague": colleague,
        "about": {**STAGES, **GROUP_WORDS}.get(stage, ""),
        "whose": whose,
    }
    return render(request, "desk/unit_cases.html", context)


def asked(**chosen: str) -> str:
    """Return what was chosen as the beginning of an address's question, for the pages of a list."""
    said = urlencode({name: value for name, value in chosen.items() if value})
    return f"{said}&" if said else ""


def colleague_of(request: Request, text: str) -> Membership:
    """Return the colleague whose cases are asked for; 404 for what is none of the unit's cases."""
    found = None
    if re.fullmatch(r"[1-9][0-9]{0,17}", text):
        found = Membership.objects.filter(pk=int(text)).select_related("colleague").first()
    if found is None or found.unit_id != request.actor.unit_id:
        raise Http404
    return found


@may("desk.see_ageing")
def flow(request: Request) -> HttpResponse:
    """List the cases of the unit that were opened or closed, or closed in one way, in a month or all twelve."""
    way, months = request.GET.get("way", ""), months_of(request, request.GET.get("month", ""))
    if way not in WAYS:
        raise Http404
    span = (months[0], next_month(months[-1]))
    question = "SELECT * FROM insight_own_unit(%s, %s, %s) WHERE %s OR held IS NULL ORDER BY day DESC, number"
    figures = [TYPES["work"], TYPES["studies"]] if way == UNCHECKED else [FIGURES[way]]
    rows = database.query(question, [figures, *span, way != UNCHECKED])
    page = Paginator(rows, A_PAGE).get_page(request.GET.get("page"))
    reasons = dict(Exit.Reason.choices)
    context = {
        "page": page,
        "rows": [{"case": one, "reason": reasons.get(one.reason, "")} for one in page],
        "asked": asked(way=way, month=f"{months[0]:%Y-%m}" if len(months) == 1 else ""),
        "way": way,
        "about": WAYS[way],
        "definitions": [DEFINITIONS[one] for one in figures],
        "month": months[0] if len(months) == 1 else None,
        "first": months[0],
    }
    return render(request, "desk/unit_flow.html", context)


def months_of(request: Request, text: str) -> list[date]:
    """Return the month that is asked for, all twelve where none is; 404 for one that the start page does not show."""
    last = month_of(request.actor.today)
    shown = months_between(months_after(last, 1 - MONTHS), last)
    if not text:
        return shown
    found = [month for month in shown if f"{month:%Y-%m}" == text]
    if not found:
        raise Http404
    return found
