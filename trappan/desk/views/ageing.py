"""How many cases of the unit wait for what, and for how long."""

from django.http import HttpResponse
from django.shortcuts import render

from trappan import database
from trappan.desk.case_rows import Stage
from trappan.rules.codes import labels
from trappan.secrecy.rights import Request, may


@may("desk.see_ageing")
def ageing(request: Request) -> HttpResponse:
    """Show, to the head of the unit, how many cases wait for what and for how long."""
    words = {**labels_of("stall"), **{value: str(label) for value, label in Stage.choices}}
    counts = [
        {"why": words.get(why, why), "bands": bands, "total": sum(bands)}
        for why, *bands in database.rows("desk_unit_ageing")
    ]
    longest = [{**one._asdict(), "why": words.get(one.why, one.why)} for one in database.rows("desk_unit_longest")]
    totals = [sum(column) for column in zip(*(row["bands"] for row in counts), strict=True)]
    context = {"counts": counts, "longest": longest, "totals": totals, "total": sum(totals)}
    return render(request, "desk/ageing.html", context)


def labels_of(table: str) -> dict[str, str]:
    return {code: words for (_table, code), words in labels(table).items()}
