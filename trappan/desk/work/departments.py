"""The day of the coordinator of places: departments that have not answered, and managers whom somebody waits for."""

from datetime import date

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from trappan import database
from trappan.activities.departments import Silent, departments, silent
from trappan.desk.work.boxes import Day
from trappan.desk.work.rows import OPEN, Queue, Row, address
from trappan.employers.models import Workplace
from trappan.rules.rulesets import rules_on
from trappan.secrecy.acting import Actor
from trappan.ui.templatetags.ui import day as in_words


def for_place_coordinator(actor: Actor) -> Day:
    """Return the start page of the coordinator: who is silent, when their head is told, and whom somebody waits for."""
    found = silent(departments(actor.today), actor.today, rules_on(actor.today))
    rows = [
        Row(
            f"{one.employer.name}, {one.half_in_words}",
            f"{address('activities:department', one.employer.pk)}?half={one.half}",
            why(one),
            one.asked_on,
            str(OPEN),
            f"{address('activities:department', one.employer.pk)}?half={one.half}",
            due=one.answer_by,
            late=one.answer_by < actor.today,
        )
        for one in found
    ]
    queues = [
        Queue(_("Departments that have not answered"), "", "today", rows, "silent"),
        Queue(_("Proposals that wait for a manager"), "", "today", awaited(actor.today), "awaited"),
    ]
    return Day(queues, actor.role)


def awaited(today: date) -> list[Row]:
    """Return the workplaces at which a proposal waits for the manager's answer, and how long, but not about whom."""
    found = database.rows("matching_waits_for_managers")
    places = Workplace.objects.select_related("employer").in_bulk([one.workplace_id for one in found]) if found else {}
    rows = []
    for one in found:
        place = places[one.workplace_id]
        page = address("activities:department", one.employer_id)
        days, late = (today - one.sent_on).days, one.answer_by < today
        why = ngettext("Has waited for %(days)s day", "Has waited for %(days)s days", days) % {"days": days}
        if not one.managed:
            why = _("%(why)s. Nobody signs in there") % {"why": why}
        name = f"{place.employer.name}, {place.name}"
        rows.append(Row(name, page, f"{why}.", one.sent_on, str(OPEN), page, due=one.answer_by, late=late))
    return rows


def why(one: Silent) -> str:
    """Say how many workplaces are silent, and what happens next."""
    many = len(one.questions)
    said = ngettext("%(many)s workplace has not answered", "%(many)s workplaces have not answered", many)
    words = said % {"many": many}
    if one.head_told_on:
        return _("%(silent)s. Its head was told on %(day)s.") % {"silent": words, "day": in_words(one.head_told_on)}
    if one.head_is_told_on:
        return _("%(silent)s. Its head is told on %(day)s.") % {"silent": words, "day": in_words(one.head_is_told_on)}
    return f"{words}."
