"""Who came to work: numbers by type for every colleague, names of those who want to be named."""

from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from trappan import database
from trappan.history.record import record
from trappan.outcomes.models import Exit
from trappan.outcomes.models.exit import GROUP_OF
from trappan.rules.codes import labels
from trappan.rules.rulesets import rules_on
from trappan.schedules.months import month_of, months_after, months_between, next_month
from trappan.secrecy.rights import Request, may


@may("outcomes.see_to_work")
def to_work(request: Request) -> HttpResponse:
    """Show this month and those before it in which a name is read, work and studies and a step closer apart.

    Households stand by themselves: one is out when every adult in it is.
    """
    this = month_of(request.actor.today)
    named_months = rules_on(request.actor.today).named_months
    months = months_between(months_after(this, 1 - named_months), this)[::-1]
    asked = (months[-1], next_month(this))
    counted: dict[tuple[object, str], int] = {}
    for one in database.rows("outcomes_to_work", *asked):
        key = (one.month, GROUP_OF[one.reason])
        counted[key] = counted.get(key, 0) + one.ends
    steps = {one.month: one.people for one in database.rows("outcomes_steps_up", *asked)}
    finished = {one.month: one.ends for one in database.rows("outcomes_finished", *asked) if one.month}
    # Of the year that is over: one that moved on by the month would tell of who finished in that month.
    year = this.replace(year=this.year - 1, month=1)
    words = labels("exit_kind")
    levels = [
        (words.get(("exit_kind", one.level), _("Not said")), one.ends)
        for one in database.rows("outcomes_finished", year, this.replace(month=1))
        if one.level is not None
    ]
    households = {one.month: one.households for one in database.rows("outcomes_households_out", *asked)}
    named = [
        {"day": one.day, "reason": Exit.Reason(one.reason).label, "name": one.name}
        for one in database.rows("outcomes_named_to_work", *asked)
    ]
    record("outcomes.see_to_work", kind="read", scope="log", found=len(named))
    groups = [group for group in Exit.Group if group != Exit.Group.OTHERWISE]
    context = {
        "months": months,
        "rows": [(group.label, [counted.get((month, group), 0) for month in months]) for group in groups],
        "steps": [steps.get(month, 0) for month in months],
        "finished": [finished.get(month, 0) for month in months],
        "levels": levels,
        "year": year.year,
        "households": [households.get(month) for month in months],
        "named": named,
        "named_months": named_months,
    }
    return render(request, "outcomes/to_work.html", context)
