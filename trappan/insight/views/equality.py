"""Equality: women beside men in every figure that is told by legal gender, and what can be said of the difference."""

from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from trappan.history.record import record
from trappan.insight.equality import GENDER, NAMES, YEARS_BEFORE, Line, Pair, kind_of, lines
from trappan.insight.told import last_month, lately, told
from trappan.insight.uncertainty import FEWEST_EACH
from trappan.insight.views.sheet import Value, as_sheet, is_asked
from trappan.schedules.months import months_after
from trappan.secrecy.rights import Request, may

SEE = "insight.see_figures"


@may(SEE)
def equality(request: Request) -> HttpResponse:
    """Show women, men, the gap, its years before and its uncertainty, of all that is told by gender."""
    last = last_month(request.actor.today)
    since = months_after(lately(last), -12 * max(YEARS_BEFORE))
    by_kind = lines(told(NAMES, GENDER, since, last), lately(last))
    rows = [line for groups in by_kind.values() for _title, found in groups for line in found]
    if is_asked(request):
        head = [_("Figure"), _("Month"), _("Women"), _("Men"), _("Counted in"), _("Gap"), _("From"), _("To"), _("Said")]
        head += [_("Gap %(years)s years before") % {"years": years} for years in YEARS_BEFORE]
        return as_sheet(request, _("equality"), _("Equality"), head, [row_of(one) for one in rows])
    record("insight.see_equality", kind="read", found=len(rows))
    tested = [one for one in rows if one.interval]
    context = {
        "last": last,
        "shares": by_kind["share"],
        "measures": by_kind["measure"],
        "counts": by_kind["count"],
        "tested": len(tested),
        "certain": sum(not one.interval.holds_none for one in tested if one.interval),
        "fewest": FEWEST_EACH,
    }
    return render(request, "insight/equality.html", context)


def row_of(one: Line) -> list[Value]:
    """Return one figure as a row of the sheet."""
    interval, is_share = one.interval, kind_of(one.indicator) == "share"
    return [
        str(one.indicator.title),
        one.now.women.month,
        one.now.women.value,
        one.now.men.value,
        str(one.indicator.unit),
        gap_of(one.now),
        round(interval.low, 1) if interval else None,
        round(interval.high, 1) if interval else None,
        one.verdict if is_share else "",
        *(gap_of(pair) for pair in one.earlier),
    ]


def gap_of(pair: Pair | None) -> float | None:
    """Return a gap as the sheet has it."""
    return round(pair.gap, 1) if pair else None
