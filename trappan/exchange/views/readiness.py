"""What is missing in a site's own data before individual data are delivered."""

from dataclasses import dataclass
from datetime import date

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse

from trappan import database
from trappan.history.record import record
from trappan.people.models import Person
from trappan.rules.rulesets import rules_on
from trappan.schedules.months import month_of, months_after
from trappan.secrecy.rights import Request, may
from trappan.staff.models import Organisation, Unit

SHOWN = 100


@dataclass(frozen=True)
class Missing:
    """What is missing of one person in a month: days that nobody has marked, and from which, or a personal number."""

    person: Person
    unmarked: int
    first_unmarked: date | None
    lacks_number: bool

    @property
    def url(self) -> str:
        """Return the day on which the marks are to be made."""
        return f"{reverse('attendance:day')}?day={self.first_unmarked}" if self.first_unmarked else ""


@may("exchange.see_readiness")
def readiness(request: Request) -> HttpResponse:
    """Show whoever leads a site what is missing of those who came there last month, and in the organisation itself."""
    month = months_after(month_of(request.actor.today), -1)
    rows = {one.person_id: one for one in database.rows("exchange_own_readiness", month)}
    people = Person.objects.filter(pk__in=rows).order_by("sort", "pk")
    all_of = [
        Missing(one, row.unmarked, row.first_unmarked, row.lacks_number) for one in people if (row := rows[one.pk])
    ]
    found = [one for one in all_of if one.unmarked or one.lacks_number]
    unit = Unit.objects.select_related("organisation").get(pk=request.actor.unit_id)
    record("exchange.see_readiness", kind="read", scope="activity", month=month, found=len(found))
    context = {
        "month": month,
        "opens": rules_on(request.actor.today).individual_from,
        "unit": unit,
        "lacks_provider": unit.organisation.kind != Organisation.Kind.MUNICIPALITY and not unit.organisation.number,
        "came": len(all_of),
        "unmarked": sum(one.unmarked for one in found),
        "no_number": sum(one.lacks_number for one in found),
        "found": found[:SHOWN],
        "more": len(found) - SHOWN,
    }
    return render(request, "exchange/readiness.html", context)
