"""The page of an employer, and what is changed of it; and the merging of two."""

from django.contrib import messages
from django.core.paginator import Paginator
from django.db.models import QuerySet
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _

from trappan.employers import operations
from trappan.employers.forms import ChangeEmployerForm, DoneForm, EndForm, IntoForm, MergeForm, RestForm
from trappan.employers.load import Load, loads, months_of
from trappan.employers.merging import Moves
from trappan.employers.models import Conversation, Employer
from trappan.history.record import record
from trappan.refusals.forms import carry_out, row_number
from trappan.rules.codes import labels
from trappan.rules.rulesets import rules_on
from trappan.secrecy.acts import Act, Acts
from trappan.secrecy.rights import Request, has, may

SHOWN = 10  # conversations on the page before somebody asks for all
A_PAGE = 50
KEEP = "employers.keep"


@may("employers.see")
def employer(request: Request, employer_id: int) -> HttpResponse:
    """Show an employer: how often it was asked, its workplaces and contacts, what was said and promised."""
    found = get_object_or_404(Employer.objects.select_related("keeper__colleague", "merged_into"), pk=employer_id)
    if found.merged_into_id is not None:
        messages.info(request, _("%(name)s has gone up in this one.") % {"name": found.name})
        return redirect("employers:employer", found.merged_into_id)
    promises = list(spoken(found).filter(done_on=None, next_on__isnull=False).order_by("next_on", "pk"))
    acts = Acts(request, acts_of(request, found, promises))
    if acts.carried_out():
        return redirect("employers:employer", found.pk)
    today = request.actor.today
    rules = rules_on(today)
    load = loads(today, rules, [found.pk]).get(found.pk, Load((), {}, rules))
    words = labels("branch", "access")
    pages = Paginator(spoken(found), A_PAGE if "all" in request.GET else SHOWN)
    page = pages.get_page(request.GET.get("page") if "all" in request.GET else 1)
    openings = list(found.openings.open(today).select_related("workplace"))
    contacts = list(found.contacts.select_related("workplace"))
    record("employers.see", kind="read", employer=found.pk)
    context = {
        "employer": found,
        "state": found.state(today),
        "today": today,
        "acts": acts,
        "keeps": has(request.actor, KEEP),
        "load": load.of(),
        "months": months_of(found.pk, today),
        "workplaces": [
            (one, load.of(one.pk), words.get(("branch", one.branch), ""), [words["access", at] for at in one.access])
            for one in found.workplaces.all()
        ],
        "openings": openings,
        "closed_openings": found.openings.count() - len(openings),
        "contacts": [one for one in contacts if one.left_on is None],
        "left": [one for one in contacts if one.left_on is not None],
        "untold": any(one.told_on is None and one.left_on is None for one in contacts),
        "absorbed": list(found.absorbed.all()),
        "page": page,
        "promises": acts.beside("done", promises),
        "latest": spoken(found).first() if page.has_previous() else next(iter(page.object_list), None),
    }
    return render(request, "employers/employer.html", context, status=acts.status)


def spoken(found: Employer) -> QuerySet[Conversation]:
    """Return what was said with an employer, the latest first, with whose words it is."""
    return Conversation.objects.filter(employer=found).select_related(
        "author__colleague", "contact", "workplace", "promised_by__colleague", "came_with"
    )


def acts_of(request: Request, found: Employer, promises: list[Conversation]) -> list[Act]:
    """List what may be done with an employer."""
    today = request.actor.today
    on = {"employer": found}
    take_up = Act("take_up", operations.take_up_employer, _("Take up the contact again"), on=on, right=KEEP)
    state = found.state(today)
    going = [
        Act(
            "rest",
            operations.rest_employer,
            _("Let them rest"),
            RestForm,
            on=on,
            given={"initial": {"rests_from": today}},
            done=_("They rest, and are not asked."),
            right=KEEP,
        ),
        Act("end", operations.end_employer, _("End the contact"), EndForm, on={**on, "today": today}, right=KEEP),
    ]
    done = [
        Act(
            "done",
            operations.keep_promise,
            _("It is done"),
            DoneForm,
            on={"conversation": one, "today": today},
            row=one.pk,
            beside=one.next_step,
            right=KEEP,
        )
        for one in promises
    ]
    rests_later = found.rests_from is not None and found.rests_from > today
    return [*([take_up] if state or rests_later else []), *([] if state else going), *done]


@may(KEEP)
def change_employer(request: Request, employer_id: int) -> HttpResponse:
    """Change what is known of an employer."""
    found = get_object_or_404(Employer, pk=employer_id)
    form = ChangeEmployerForm(request.POST or None, by=request.actor, initial=ChangeEmployerForm.begun(found))
    if form.is_valid() and carry_out(form, operations.change_employer, employer=found, **form.cleaned_data):
        messages.success(request, _("Saved."))
        return redirect("employers:employer", found.pk)
    context = {"form": form, "employer": found, "differences": form.differences}
    return render(request, "employers/change_employer.html", context, status=422 if form.errors else 200)


@may(KEEP)
def merge_employer(request: Request, employer_id: int) -> HttpResponse:
    """Merge in two steps: choose which employer goes on, see what moves, and confirm."""
    found = get_object_or_404(Employer, pk=employer_id)
    if found.merged_into_id is not None:
        return redirect("employers:employer", found.merged_into_id)
    moves = Moves.of(found)
    if request.method == "POST":
        form = MergeForm(request.POST, employer=found)
        today = request.actor.today
        if form.is_valid() and carry_out(
            form, operations.merge_employer, employer=found, today=today, **form.cleaned_data
        ):
            messages.success(request, _("%(name)s has gone up in this one.") % {"name": found.name})
            return redirect("employers:employer", form.cleaned_data["into"].pk)
        chosen = request.POST.get("into", "")
    else:
        chosen = request.GET.get("into", "")
        form = MergeForm(employer=found)
    # What somebody sees now is what the second step asks for, also after it was refused.
    into = Employer.objects.alike(found).filter(pk=row_number(chosen)).first()
    asking = IntoForm({"into": chosen} if chosen else None, employer=found)
    context = {"employer": found, "into": into, "form": form, "asking": asking, "moves": moves}
    wrong = bool(form.errors) or (bool(chosen) and into is None)
    return render(request, "employers/merge_employer.html", context, status=422 if wrong else 200)
