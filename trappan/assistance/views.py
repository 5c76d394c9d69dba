"""Applications received, and the months with support."""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.dateparse import parse_date
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from trappan.assistance import operations
from trappan.assistance.forms import (
    CorrectElsewhereForm,
    CorrectMonthForm,
    ElsewhereForm,
    MonthForm,
    ResultForm,
    TakeBackForm,
    TwoMonthsForm,
)
from trappan.assistance.households import change_between, households_by_month, side_by_side
from trappan.assistance.models import Application, Correction, Elsewhere, SupportMonth
from trappan.assistance.months import support_of
from trappan.history.models import Version
from trappan.history.record import record
from trappan.people.forms import WhyForm
from trappan.people.models import Person
from trappan.people.operations import holds
from trappan.refusals.forms import carry_out
from trappan.rules.codes import labels
from trappan.rules.rulesets import rules_on
from trappan.schedules.months import months_after, next_month
from trappan.secrecy.acts import Act, Acts
from trappan.secrecy.rights import Request, has, may
from trappan.ui.lists.listing import grouped
from trappan.ui.tabs import Tab, in_tab
from trappan.ui.templatetags.ui import month_year

# What a code of a table is called, by table and code.
Codes = Mapping[tuple[str, str], str]
RIGHTED = gettext_lazy("Put right. What stood before is kept here, with the reason.")


@may("assistance.see_support")
@in_tab(Tab.SUPPORT)
def support(request: Request, person_id: int) -> HttpResponse:
    """Show applications and months with support, and what the months add up to."""
    person = get_object_or_404(Person, pk=person_id)
    if not holds(person_id, "assistance"):
        raise Http404
    acts = Acts(request, acts_of(request, person))
    if acts.carried_out():
        return redirect("assistance:support", person.pk)
    found = support_of(person_id, request.actor.today)
    context = {
        "person": person,
        "support": found,
        "acts": acts,
        "form": acts.form,
        "applications": Application.objects.filter(person=person).order_by("-received_on"),
        "may_note": has(request.actor, "assistance.note_result"),
        "observed": rules_on(request.actor.today).observed_period(found.at),
    }
    record("assistance.see_support", person.pk, scope="assistance", kind="read")
    return render(request, "assistance/support.html", context, status=acts.status)


def acts_of(request: Request, person: Person) -> list[Act]:
    """List what may be added about the person's months."""
    on, right = {"person": person}, "assistance.keep_month"
    return [
        Act(
            "month",
            operations.keep_month,
            _("Save the month"),
            MonthForm,
            on={**on, "by": request.actor},
            given={"today": request.actor.today},
            right=right,
            prefixed=False,
        ),
        Act(
            "elsewhere",
            operations.note_elsewhere,
            _("Save the months"),
            ElsewhereForm,
            on=on,
            right=right,
            prefixed=False,
        ),
    ]


@may("assistance.note_result")
@in_tab(Tab.SUPPORT)
def result(request: Request, application_id: int) -> HttpResponse:
    """Note what the support system decided on an application."""
    application = get_object_or_404(Application.objects.select_related("person"), pk=application_id)
    form = ResultForm(request.POST or None, initial=ResultForm.begun(application, decided_on=request.actor.today))
    if form.is_valid() and carry_out(
        form, operations.note_result, application=application, by=request.actor, **form.cleaned_data
    ):
        messages.success(request, _("Saved."))
        return redirect("assistance:support", application.person_id)
    context = {"application": application, "person": application.person, "form": form, "stood": stood(application)}
    record("assistance.see_result", application.person_id, scope="assistance", kind="read")
    return render(request, "assistance/result.html", context, status=422 if form.errors else 200)


def stood(application: Application) -> list[dict[str, Any]]:
    """Return what was noted of the decision before, the latest first: what it said, and when and by whom replaced."""
    kept = Version.objects.filter(of_table="assistance_application", row_id=application.pk).exclude(was__result="")
    words = dict(Application.Result.choices)
    return [
        {
            "at": one.at,
            "by": one.actor.colleague.name if one.actor else "",
            "result": words.get(one.was["result"], one.was["result"]),
            "decided_on": parse_date(one.was["decided_on"]),
            "reference": one.was["result_reference"],
        }
        for one in kept.select_related("actor__colleague").order_by("-id")[:10]
    ]


@may("assistance.take_back_application")
@in_tab(Tab.SUPPORT)
def take_back(request: Request, application_id: int) -> HttpResponse:
    """Take back an application that was taken in by mistake."""
    application = get_object_or_404(Application.objects.select_related("person"), pk=application_id)
    form = TakeBackForm(request.POST or None)
    if form.is_valid() and carry_out(
        form, operations.take_back_application, application=application, **form.cleaned_data
    ):
        messages.success(request, _("The application is taken back. It stays in the list, with the reason."))
        return redirect("assistance:support", application.person_id)
    context = {"application": application, "person": application.person, "form": form}
    record("assistance.see_application", application.person_id, scope="assistance", kind="read")
    return render(request, "assistance/take_back.html", context, status=422 if form.errors else 200)


@may("assistance.correct_month")
@in_tab(Tab.SUPPORT)
def months(request: Request, person_id: int) -> HttpResponse:
    """Show each month with its amount, those elsewhere, and what has been put right."""
    person = get_object_or_404(Person, pk=person_id)
    if not holds(person_id, "assistance"):
        raise Http404
    words = labels("obstacle", "household_type")
    # One month moved to another has a row for that one too, in which nothing stood.
    corrections = Correction.objects.filter(person=person).exclude(was={}).select_related("author__colleague")[:50]
    context = {
        "person": person,
        "stretches": stretches(SupportMonth.objects.filter(person=person).order_by("-month")[:120], words),
        "elsewhere": Elsewhere.objects.filter(person=person).order_by("-starts_on"),
        "corrections": [(one, stood_before(one, words)) for one in corrections],
    }
    record("assistance.see_support", person.pk, scope="assistance", kind="read")
    return render(request, "assistance/months.html", context)


def stretches(rows: Iterable[SupportMonth], words: Codes) -> list[tuple[str, list[SupportMonth]]]:
    """Fold months in a row that say the same; `rows` and each stretch have the latest first."""
    found: list[tuple[str, list[SupportMonth]]] = []
    for row in rows:
        said = told(row, words)
        if found and found[-1][0] == said and found[-1][1][-1].month == next_month(row.month):
            found[-1][1].append(row)
        else:
            found.append((said, [row]))
    return found


def told(row: SupportMonth, words: Codes) -> str:
    """Say what a month is written down as."""
    kinds = ("household_type", str(row.household_type)), ("obstacle", row.obstacle)
    said = ", ".join([str(row.get_role_display()), *(words.get(one, one[1]) for one in kinds)])
    return said if row.amount is None else f"{said} · {kronor(row.amount)}"


def kronor(amount: int) -> str:
    return _("%(amount)s kronor") % {"amount": grouped(amount)}


def stood_before(one: Correction, words: Codes) -> list[str]:
    """Say what stood before of each thing that was put right, in the order and words of its form."""
    is_month = one.about == Correction.About.MONTH
    fields: Any = (CorrectMonthForm if is_month else CorrectElsewhereForm).base_fields
    was = dict(one.was)
    if was.get("ends_on"):
        was["last_month"] = months_after(date.fromisoformat(was["ends_on"]), -1).isoformat()
    return [f"{fields[name].label}: {in_words(name, was[name], words)}" for name in fields if name in was]


def in_words(name: str, value: Any, words: Codes) -> str:
    """Say what was written in a field of a month."""
    if value is None or value == "":
        return _("nothing written")
    if name in ("month", "starts_on", "last_month"):
        return str(month_year(date.fromisoformat(value)))
    if name == "amount":
        return grouped(value)
    if name == "role":
        return str(SupportMonth.Role(value).label)
    return str(Elsewhere.Support(value).label) if name == "support" else words.get((name, str(value)), str(value))


@may("assistance.correct_month")
@in_tab(Tab.SUPPORT)
def correct_month(request: Request, month_id: int) -> HttpResponse:
    """Put a month with support right, or take it out."""
    kept = get_object_or_404(SupportMonth.objects.select_related("person"), pk=month_id)
    given = {"initial": CorrectMonthForm.begun(kept), "on_day": kept.month}
    acts = [
        Act(
            "correct",
            operations.correct_month,
            _("Put it right"),
            CorrectMonthForm,
            on={"kept": kept},
            given=given,
            done=RIGHTED,
        ),
        Act("out", operations.take_out_month, _("Take the month out"), WhyForm, on={"kept": kept}, done=RIGHTED),
    ]
    return put_right(request, kept, acts)


@may("assistance.correct_month")
@in_tab(Tab.SUPPORT)
def correct_elsewhere(request: Request, elsewhere_id: int) -> HttpResponse:
    """Put months elsewhere right, or take them out."""
    found = get_object_or_404(Elsewhere.objects.select_related("person"), pk=elsewhere_id)
    on, given = {"elsewhere": found}, {"initial": CorrectElsewhereForm.begun(found)}
    acts = [
        Act(
            "correct",
            operations.correct_elsewhere,
            _("Put it right"),
            CorrectElsewhereForm,
            on=on,
            given=given,
            done=RIGHTED,
        ),
        Act("out", operations.take_out_elsewhere, _("Take the months out"), WhyForm, on=on, done=RIGHTED),
    ]
    return put_right(request, found, acts)


def put_right(request: Request, row: SupportMonth | Elsewhere, listed: list[Act]) -> HttpResponse:
    """Show what is written down, and carry out what is put right of it."""
    acts = Acts(request, listed)
    if acts.carried_out():
        return redirect("assistance:months", row.person_id)
    record("assistance.see_support", row.person_id, scope="assistance", kind="read")
    context = {"person": row.person, "acts": acts, "form": acts.form}
    return render(request, "assistance/correct.html", context, status=acts.status)


@may("assistance.see_households")
def households(request: Request) -> HttpResponse:
    """Show how many households had support in each month, and the change between two of them."""
    counts = households_by_month()
    initial = {}
    if counts:
        latest = max(counts)
        initial = {"earlier": months_after(latest, -12), "later": latest}
    form = TwoMonthsForm(request.GET or None, initial=initial)
    two = form.cleaned_data if form.is_valid() else {} if form.is_bound else initial
    years = sorted({month.year for month in counts}, reverse=True)
    context = {
        "form": form,
        "two": two,
        "change": change_between(counts, two["earlier"], two["later"]) if two else None,
        "years": years,
        "rows": side_by_side(counts, years),
        "today": request.actor.today,
    }
    return render(request, "assistance/households.html", context, status=400 if form.errors else 200)
