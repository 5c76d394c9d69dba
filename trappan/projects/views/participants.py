"""Those who take part in a project through one municipality: the list, who begins and who ends."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from trappan.history.record import record
from trappan.projects import operations
from trappan.projects.forms import GROUPS, EndForm, ParticipantForm
from trappan.projects.models import Municipality, Participation
from trappan.projects.proposed import Proposal, proposed
from trappan.refusals.forms import carry_out
from trappan.rules.codes import labels
from trappan.schedules.periods import day_before
from trappan.secrecy.rights import Request, may
from trappan.ui.lists.columns import Cell, Column, ListRow, Order, by_value
from trappan.ui.lists.listing import Listing
from trappan.ui.templatetags.ui import short_day

ADD = "projects.add_participant"
COLUMNS = (
    Column("name", gettext_lazy("Name"), sortable=True),
    Column("starts", gettext_lazy("Since"), sortable=True),
    Column("sub", gettext_lazy("Sub-initiative"), sortable=True),
    Column("groups", gettext_lazy("Target groups")),
    Column("result", gettext_lazy("What came of it"), sortable=True),
    Column("end", gettext_lazy("To do")),
)
VALUES: Mapping[str, Callable[[Participation], Any]] = {
    "name": lambda one: one.person.sort,
    "starts": lambda one: one.starts_on,
    "sub": lambda one: one.sub_initiative.name.casefold() if one.sub_initiative else None,
    "result": lambda one: one.get_result_display() or None,
}


def coordinated(request: Request, project_id: int) -> Municipality:
    """Return the municipality of a project that the actor's unit coordinates; 404 where it is none."""
    return get_object_or_404(
        Municipality.objects.select_related("project", "organisation"), project=project_id, unit=request.actor.unit_id
    )


@may(ADD)
def participants(request: Request, project_id: int) -> HttpResponse:
    """List those who take part in a project through the actor's municipality, with what came of it."""
    own = coordinated(request, project_id)
    listing = Listing("participant", _("Participants"), COLUMNS, Order("name"), request.GET)
    rows = list(
        Participation.objects.filter(municipality=own).select_related(
            "person", "sub_initiative", "municipality__project"
        )
    )
    words = {code: said for (_table, code), said in labels(GROUPS).items()}
    ordered = by_value(rows, VALUES[listing.order.key], listing.order)

    said = proposed(own)

    def drawn(some: Sequence[Participation]) -> list[ListRow]:
        return [row(one, words, request.actor.today, said.get(one.pk)) for one in some]

    listing.show_whole(ordered, lambda one: one.pk, drawn)
    record("projects.see_participants", kind="read", scope="log", project=own.project_id, found=len(rows))
    context = {"listing": listing, "own": own, "project": own.project, "everybody": len({r.person_id for r in rows})}
    return render(request, "projects/participants.html", context, status=listing.status)


def row(one: Participation, words: Mapping[str, str], today: date, proposal: Proposal | None) -> ListRow:
    """Say in a row how somebody takes part, and what the case says where that is something else."""
    last = short_day(day_before(one.ends_on), today) if one.ends_on else ""
    if proposal and (not one.result or proposal.differs_from(one)):
        said = {"result": proposal.result.label, "day": short_day(proposal.day, today)}
        last = " · ".join(filter(None, [last, _("the case says: %(result)s, %(day)s") % said]))
    end = Cell(_("End"), url=reverse("projects:end_participation", args=[one.pk]))
    return ListRow(
        one.pk,
        [
            Cell(one.person.name),
            Cell(short_day(one.starts_on, today)),
            Cell(one.sub_initiative.name if one.sub_initiative else ""),
            Cell(", ".join(words.get(code, code) for code in one.target_groups)),
            Cell(one.get_result_display() if one.result else _("Takes part"), below=last),
            Cell("") if one.ends_on or one.municipality.project.finished_on else end,
        ],
    )


@may(ADD)
def add_participant(request: Request, project_id: int) -> HttpResponse:
    """Write down that one of those whom a consultant has let the unit see takes part."""
    own, today = coordinated(request, project_id), request.actor.today
    initial = {"starts_on": min(today, day_before(own.project.ends_on))}
    form = ParticipantForm(request.POST or None, municipality=own, today=today, initial=initial)
    if form.is_valid() and carry_out(
        form, operations.add_participant, municipality=own, today=today, **form.cleaned_data
    ):
        messages.success(request, _("Written down."))
        return redirect("projects:participants", project_id)
    record("projects.see_participants", kind="read", scope="log", project=own.project_id)
    context = {"form": form, "project": own.project, "own": own}
    return render(request, "projects/add_participant.html", context, status=422 if form.errors else 200)


@may(ADD)
def end_participation(request: Request, participation_id: int) -> HttpResponse:
    """Say that somebody takes part no longer, and what came of it."""
    rows = Participation.objects.select_related("person", "municipality__project")
    found = get_object_or_404(rows, pk=participation_id, unit=request.actor.unit_id)
    today, own = request.actor.today, found.municipality.project
    proposal = proposed(found.municipality).get(found.pk)
    initial = {"ends_on": min(today, day_before(own.ends_on)), "result": proposal.result if proposal else None}
    form = EndForm(request.POST or None, initial=initial)
    if form.is_valid() and carry_out(
        form, operations.end_participation, participation=found, today=today, **form.cleaned_data
    ):
        messages.success(request, _("Written down."))
        return redirect("projects:participants", own.pk)
    record("projects.see_participants", found.person_id, kind="read", scope="activity", unit_id=found.unit_id)
    context = {"form": form, "one": found, "project": own, "proposal": proposal}
    return render(request, "projects/end_participation.html", context, status=422 if form.errors else 200)
