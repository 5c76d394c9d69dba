"""Extracts for research: what has been asked for, and each with its decision and its file."""

from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _

from trappan import database
from trappan.history.record import record
from trappan.insight import operations
from trappan.insight.extract.standing import COMPARED, Standing, dictionary_as_csv, left_out, standing
from trappan.insight.forms import DecideExtractForm, ExtractForm, WithdrawExtractForm
from trappan.insight.models import Extract
from trappan.insight.publication.report import months_in_words
from trappan.insight.told import last_month, told
from trappan.refusals.forms import carry_out
from trappan.secrecy.acts import Act, Acts
from trappan.secrecy.rights import Request, has, may, refuse_without
from trappan.ui.lists.roster import Made, Roster, author_of
from trappan.ui.templatetags.ui import day

SEE, ASK, OPEN = "insight.see_extracts", "insight.ask_extract", "insight.open_extract"
DECIDE, WITHDRAW = "insight.decide_extract", "insight.withdraw_extract"
PARQUET, DICTIONARY = "parquet", "csv"
SHOWN = 60


@may(SEE)
def extracts(request: Request) -> HttpResponse:
    """List the extracts that have been asked for, the latest first."""
    listed = list(Extract.objects.defer("words").select_related("author__colleague")[:SHOWN])
    record("insight.see_extracts", kind="read", found=len(listed))
    context = {
        "roster": Roster(
            _("What has been asked for"),
            _("Project"),
            (_("Registered under"), _("Asked for"), _("Last day"), _("How it stands")),
            [
                Made(
                    one.project,
                    reverse("insight:extract", args=[one.pk]),
                    (
                        one.reference,
                        _("%(day)s by %(name)s") % {"day": day(one.at), "name": author_of(one)},
                        day(one.last_on),
                        standing(one, request.actor.today).value,
                    ),
                )
                for one in listed
            ],
            Extract.objects.count() if len(listed) == SHOWN else len(listed),
        ),
        "asks": has(request.actor, ASK),
    }
    return render(request, "insight/extracts.html", context)


@may(ASK)
def ask_extract(request: Request) -> HttpResponse:
    """Ask for an extract."""
    months = sorted({cell.month for cell in told(["people"], last=last_month(request.actor.today))})
    made: list[int] = []
    form = ExtractForm(request.POST or None, months=months)

    def carry(**values: Any) -> None:
        made.append(operations.ask_extract(by=request.actor, **values).pk)

    if form.is_valid() and carry_out(form, carry, **form.cleaned_data):
        messages.success(request, _("Asked for. The director decides it."))
        return redirect("insight:extract", made[-1])
    return render(request, "insight/ask_extract.html", {"form": form}, status=422 if form.errors else 200)


@may(SEE)
def extract(request: Request, extract_id: int) -> HttpResponse:
    """Show what is asked for, what was decided, and to whoever asked the file, as long as it may be opened."""
    about = ("author__colleague", "decided_by__colleague", "withdrawn_by__colleague")
    found = get_object_or_404(Extract.objects.select_related(*about), pk=extract_id)
    acts = Acts(request, acts_of(found))
    if acts.carried_out():
        return redirect("insight:extract", found.pk)
    kind = request.GET.get("file", "")
    if kind in (PARQUET, DICTIONARY):
        return as_file(request, found, kind)
    record("insight.see_extracts", kind="read", extract=found.pk)
    # Nothing where it is somebody else's, or is told already.
    database.execute("SELECT insight_told_of_extract(%s)", [found.pk])
    stands = standing(found, request.actor.today)
    context = {
        "extract": found,
        "period": months_in_words(found.since, found.month),
        "standing": stands.value,
        "is_asked": stands is Standing.ASKED,
        "is_own": found.author_id == request.actor.membership_id,
        "opens": database.value("insight_opens_extract", found.pk),
        "left_out": left_out(found),
        "compared": COMPARED,
        "acts": acts,
        "form": acts.form,
    }
    return render(request, "insight/extract.html", context, status=acts.status)


def acts_of(found: Extract) -> list[Act]:
    """List what may be done with an extract: to decide it, and to withdraw what was granted."""
    on = {"extract": found}
    is_granted = found.outcome == Extract.Outcome.GRANTED and found.withdrawn_at is None
    return [
        Act(
            "decide",
            operations.decide_extract,
            _("Decide the extract"),
            DecideExtractForm,
            on=on,
            right=DECIDE,
            late=bool(found.outcome),
            done=_("Decided. Where it was granted, the file is made within some minutes."),
        ),
        Act(
            "withdraw",
            operations.withdraw_extract,
            _("Withdraw the decision"),
            WithdrawExtractForm,
            on=on,
            right=WITHDRAW,
            late=not is_granted,
            done=_("Withdrawn. Nobody opens the file any more, and it is taken away."),
        ),
    ]


def as_file(request: Request, found: Extract, kind: str) -> HttpResponse:
    """Answer with the file of an extract, or its data dictionary, and note who took which.

    The file goes to whoever asked for it alone, as long as the decision holds: the database says so.
    """
    refuse_without(request, OPEN)
    if kind == PARQUET:
        content = database.value("insight_open_extract", found.pk)
        if content is None:
            raise PermissionDenied(OPEN)
        answer = HttpResponse(bytes(content), content_type="application/vnd.apache.parquet")
    else:
        answer = HttpResponse(dictionary_as_csv(found), content_type="text/csv; charset=utf-8; header=present")
    columns = [one["column"] for one in found.words]
    record(OPEN, kind="read", extract=found.pk, file=kind, rows=found.rows or 0, columns=columns)
    named = _("extract-%(number)s") % {"number": found.pk}
    answer["Content-Disposition"] = f'attachment; filename="{named}.{kind}"'
    answer["Cache-Control"] = "no-store"
    return answer
