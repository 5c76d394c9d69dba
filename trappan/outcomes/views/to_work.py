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

# The ways out; what brings somebody a step closer to them is none.
OUT = (Exit.Group.WORK, Exit.Group.STUDIES)


@may("outcomes.see_to_work")
def to_work(request: Request) -> HttpResponse:
    """Show this month and those before it in which a name is read, ways out and steps closer each by themselves.

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
    named: dict[bool, list[dict[str, object]]] = {True: [], False: []}
    for one in database.rows("outcomes_named_to_work", *asked):
        row = {"day": one.day, "reason": Exit.Reason(one.reason).label, "name": one.name}
        named[GROUP_OF[one.reason] in OUT].append(row)
    record("outcomes.see_to_work", kind="read", scope="log", found=sum(map(len, named.values())))
    context = {
        "months": months,
        "across": len(months) + 1,
        "out": [(group.label, [counted.get((month, group), 0) for month in months]) for group in OUT],
        "closer": [counted.get((month, Exit.Group.CLOSER), 0) for month in months],
        "steps": [steps.get(month, 0) for month in months],
        "finished": [finished.get(month, 0) for month in months],
        "levels": levels,
        "year": year.year,
        "households": [households.get(month) for month in months],
        "named": named[True],
        "named_closer": named[False],
        "named_months": named_months,
    }
    return render(request, "outcomes/to_work.html", context)
