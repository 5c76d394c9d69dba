"""The day of the coordinator of places: departments that have not answered, and what is ordered for them."""

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from trappan.activities.departments import Silent, departments, silent
from trappan.desk.work.boxes import Day
from trappan.desk.work.rows import OPEN, Queue, Row, address
from trappan.rules.rulesets import rules_on
from trappan.secrecy.acting import Actor
from trappan.ui.templatetags.ui import day as in_words


def for_place_coordinator(actor: Actor) -> Day:
    """Return the start page of the coordinator: who is silent, and when their head is told."""
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
    return Day([Queue(_("Departments that have not answered"), "", "today", rows, "silent")], actor.role)


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
