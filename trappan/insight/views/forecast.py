"""The forecast with its proof, and what would be different if. Read as the worker has prepared them."""

from typing import Any

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy

from trappan.history.record import record
from trappan.insight import operations
from trappan.insight.charts.reading import drawn
from trappan.insight.forms import PLACES, WhatIfForm
from trappan.insight.models import Outlook, WhatIf
from trappan.refusals.forms import carry_out
from trappan.secrecy.rights import Request, may

YEARS = (12, 24, 36)
FEW = gettext_lazy("fewer than five")
READ = ("id", "made_at", "month", "pictures", "told")


@may("insight.see_forecast")
def forecast(request: Request) -> HttpResponse:
    """Show the forecast, its proof and what it takes for granted; ask what would be different."""
    outlook = Outlook.objects.only(*READ).order_by("-month").first()
    form, asked = asking(request, outlook)
    if asked:
        return redirect("insight:what_if", asked.pk)
    record("insight.see_forecast", kind="read", month=outlook and f"{outlook.month:%Y-%m}")
    figures = [figure_of(figure, outlook.pictures) for figure in outlook.told["figures"]] if outlook else []
    context = {
        "outlook": outlook,
        "figures": figures,
        "queue": queue_of(outlook),
        "flow_worth": worth_of(outlook.told["flow_back_test"]) if outlook else [],
        "form": form,
        "few": FEW,
    }
    return render(request, "insight/forecast.html", context, status=422 if form and form.errors else 200)


@may("insight.see_forecast")
def what_if(request: Request, what_if_id: int) -> HttpResponse:
    """Show what would be different as it was asked, once the worker has answered; ask again with other numbers.

    While it waits the page looks again by itself: nothing new is read then, and nothing recorded.
    """
    question = get_object_or_404(
        WhatIf.objects.select_related("outlook").only(
            *(field.name for field in WhatIf._meta.fields), *(f"outlook__{name}" for name in READ)
        ),
        pk=what_if_id,
    )
    form, asked = asking(request, question.outlook, question)
    if asked:
        return redirect("insight:what_if", asked.pk)
    if question.answer or "HX-Request" not in request.headers:
        record("insight.see_what_if", kind="read", what_if=question.pk)
    # The forecast may have been made anew since; the answer keeps what it was given with.
    names = question.answer["names"] if question.answer else kinds_of(question.outlook)
    changed = [(names.get(kind, kind), number) for kind, number in question.places.items()]
    context = {
        "question": question,
        "outlook": question.outlook,
        "changed": changed,
        "first": question.answer["differences"][0] if question.answer else None,
        "picture": both_sizes(question.pictures),
        "form": form,
        "few": FEW,
    }
    return render(request, "insight/what_if.html", context, status=422 if form and form.errors else 200)


def asking(
    request: Request, outlook: Outlook | None, question: WhatIf | None = None
) -> tuple[WhatIfForm | None, WhatIf | None]:
    """Return the form in which one asks, with the numbers of a question that was asked, and the question now asked."""
    if outlook is None or not outlook.told["queue"]:
        return None, None
    begun: dict[str, Any] = {}
    if question:
        begun = {PLACES + kind: number for kind, number in question.places.items()}
        begun |= {"consultants": question.consultants, "inflow": question.inflow}
    form = WhatIfForm(request.POST or None, kinds=kinds_of(outlook), initial=begun)
    asked: list[WhatIf] = []

    def ask(**numbers: Any) -> None:
        asked.append(operations.ask(outlook=outlook, **numbers))

    if form.is_valid() and carry_out(form, ask, **form.cleaned_data):
        return form, asked[0]
    return form, None


def kinds_of(outlook: Outlook) -> dict[str, str]:
    """Return the kinds of activity that can be changed, by what they are called."""
    return {kind["kind"]: kind["name"] for kind in outlook.told["queue"]}


def figure_of(figure: dict[str, Any], pictures: dict[str, dict[str, str]]) -> dict[str, Any]:
    """Return a figure as the page shows it: in words after one, two and three years, and its picture."""
    ahead = figure["forecast"]
    return {
        **figure,
        "name": figure["figure"],
        "digits": 0 if figure["figure"] == "households" else 2,
        "now": next((one for one in reversed(figure["history"]) if one["state"] == "whole"), None),
        "years": [(months // 12, ahead[months - 1]) for months in YEARS if months <= len(ahead)],
        "marked": [one for one in figure["history"] if one["state"] != "whole"],
        "worth": worth_of(figure["back_test"]),
        "picture": both_sizes(pictures.get(figure["figure"])),
        "reached": [(int(months) // 12, 100 * share) for months, share in figure["when"]["within"].items()]
        if figure["when"]
        else [],
        "never": 100 * figure["when"]["not_within"] if figure["when"] else None,
    }


def worth_of(proof: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Return the lines of a proof in which something was tried, with their shares in per cent."""
    shares = ("error", "covered_50", "covered_90")
    return [{**tried, **{name: 100 * tried[name] for name in shares}} for tried in proof if tried["guesses"]]


def queue_of(outlook: Outlook | None) -> list[dict[str, Any]]:
    """Return who waits and what is free, now and after half a year and a year."""
    told = outlook.told if outlook else {"queue": []}
    return [{**kind, "half": kind["months"][5], "year": kind["months"][11]} for kind in told["queue"]]


def both_sizes(picture: dict[str, str] | None) -> SafeString:
    """Return a picture in its two sizes."""
    return drawn("".join((picture or {}).values()))
