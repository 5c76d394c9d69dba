"""How the employer team works as a whole, and who came to work where people lack: of everybody, never of one."""

from typing import Any

from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext_lazy as _

from trappan import database
from trappan.history.record import record
from trappan.outcomes.taken import FEWEST
from trappan.secrecy.rights import Request, may

# What is counted, what of, and what the rows do not carry.
ITEMS = {
    "one": (
        _("One colleague follows the whole way"),
        _("The colleague who received the person also asked about the opening and sent the proposal."),
        _("Proposals that the employer said yes to."),
        _("What the team does after the yes is in no row, and is not counted."),
    ),
    "chosen": (
        _("The person chooses what is told"),
        _("The person’s own yes to what employers may be told was written down, and held that day."),
        _("Proposals that were sent to an employer."),
        _("Without such a yes a neutral card is sent. Why somebody chooses one or the other is not asked."),
    ),
    "contact": (
        _("Contact after the start"),
        _("Somebody spoke with the person or the employer about that time, also where nobody wanted to answer."),
        _(
            "Times to ask how it goes of people who had been on the team’s list: after work began, and in the agreed "
            "rhythm, with person and employer each, while they are at an employer."
        ),
        _("A time after work began counts two weeks after its day, and is of the person alone."),
    ),
    "together": (
        _("The team belongs together with the others"),
        _("Somebody of the employer team took part when the plan was made, as the plan says."),
        _("Plans that were decided when the person was, or had been, on the team’s list."),
        _("Meetings about several people are in no row, and are not counted."),
    ),
}


@may("outcomes.see_team")
def team(request: Request) -> HttpResponse:
    """Show four items of the last twelve months, and work in shortage by year."""
    today = request.actor.today
    counted = {one.item: one for one in database.rows("outcomes_team")}
    years: dict[int, list[Any]] = {}
    for one in database.rows("outcomes_in_shortage"):
        years.setdefault(one.year, []).append(one)
    record("outcomes.see_team", kind="read", scope="log", found=len(counted))
    items = [
        {"key": key, "name": name, "is_so": is_so, "of": of, "lacks": lacks, "count": counted.get(key)}
        for key, (name, is_so, of, lacks) in ITEMS.items()
    ]
    context = {"items": items, "years": years, "today": today, "fewest": FEWEST}
    return render(request, "outcomes/team.html", context)
