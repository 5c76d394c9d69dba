"""SUS: who is to be registered there, a sheet each to key in from, and how many it is of the protected."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import Any

from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext_lazy

from trappan import database
from trappan.exchange import operations
from trappan.exchange.forms import SusSheetForm
from trappan.exchange.models import SusSheet
from trappan.exchange.sus import ANSWERS, BOTH, SHEETS, Due, all_due, one_due, sheet_of
from trappan.history.record import record
from trappan.initiatives.models import Participation
from trappan.people.operations import only_reads
from trappan.plans.models import Mapping as Kartlaggning
from trappan.rules.codes import labels
from trappan.secrecy.acts import Act, Acts
from trappan.secrecy.rights import Request, has, may
from trappan.staff.exports import exported
from trappan.ui.lists.columns import Cell, Column, ListRow, Order, by_value
from trappan.ui.lists.listing import Listing
from trappan.ui.tabs import Tab, in_tab
from trappan.ui.templatetags.ui import day as in_words
from trappan.ui.templatetags.ui import short_day

EXPORT = "exchange.export_sus"
COLUMNS = (
    Column("name", gettext_lazy("Participant"), sortable=True),
    Column("initiative", gettext_lazy("Initiative"), sortable=True),
    Column("moment", gettext_lazy("What"), sortable=True),
    Column("day", gettext_lazy("Day"), sortable=True),
    Column("state", gettext_lazy("How far")),
    Column("responsible", gettext_lazy("Responsible"), sortable=True),
)
IN_FILE = (
    Column("name", gettext_lazy("Participant")),
    Column("number", gettext_lazy("Personal number")),
    Column("initiative", gettext_lazy("Initiative")),
    Column("moment", gettext_lazy("What")),
    Column("day", gettext_lazy("Day")),
    Column("effort", gettext_lazy("Kind of effort")),
    Column("education", gettext_lazy("Education")),
    Column("income", gettext_lazy("Income")),
    Column("occupation", pgettext_lazy("what one lives by and does", "Occupation")),
    Column("consent", gettext_lazy("Written consent from")),
    Column("responsible", gettext_lazy("Responsible")),
    Column("keyed", gettext_lazy("Keyed in")),
)
TO_KEY, KEYED, WITHOUT = "", "keyed", "without"
PAGES = {
    TO_KEY: gettext_lazy("To key in"),
    KEYED: gettext_lazy("Keyed in"),
    WITHOUT: gettext_lazy("Without written consent"),
}
YEARS = 3


def page_of(due: Due) -> str:
    """Return the address of a sheet."""
    return reverse(f"exchange:sus_{due.moment}", args=[due.participation_id])


def state_of(due: Due) -> str:
    """Return in which of the lists a start or an end stands."""
    if due.keyed_on is not None:
        return KEYED
    return WITHOUT if due.consent_on is None else TO_KEY


@may("exchange.see_sus")
def sus(request: Request) -> HttpResponse:
    """List the starts and ends that are to be keyed in to SUS, what each lacks, and those that have been."""
    state = request.GET.get("state", TO_KEY)
    if state not in PAGES:
        raise Http404
    all_of = all_due()
    kept = {"state": state} if state else {}
    listing = Listing(
        "sus",
        PAGES[state],
        COLUMNS,
        Order("day"),
        request.GET,
        kept,
        may_export=state != WITHOUT and has(request.actor, EXPORT),
    )
    found = [one for one in all_of if state_of(one) == state]
    if listing.is_file and state != WITHOUT:
        written = Listing("sus", PAGES[state], IN_FILE, Order("day"), request.GET, kept)
        file = exported(request, written, len(found), lambda: in_file(found), right=EXPORT, filters=kept)
        if file is not None:
            return file
    ordered = by_value(found, lambda one: getattr(one, listing.order.key), listing.order)
    listing.show_whole(ordered, key_of, lambda some: [row_of(one, request.actor.today) for one in some])
    record("exchange.see_sus", kind="read", scope="log", found=len(found))
    context = {
        "listing": listing,
        "pages": [
            (
                words,
                "?" + (f"state={name}" if name else ""),
                name == state,
                sum(state_of(one) == name for one in all_of),
            )
            for name, words in PAGES.items()
        ],
        "state": state,
        "source": sheet_of(request.actor.today).source,
    }
    return render(request, "exchange/sus.html", context, status=listing.status)


def key_of(due: Due) -> int:
    """Return a number that tells a start and an end of the same participation apart."""
    return due.participation_id * 2 + (due.moment == SusSheet.Moment.END)


def row_of(due: Due, today: date) -> ListRow:
    """Say a start or an end in a row: what is missing leads to where it is written."""
    return ListRow(
        key_of(due),
        [
            Cell(due.name, url=reverse("desk:person", args=[due.person_id])),
            Cell(due.initiative),
            Cell(due.moment_words),
            Cell(short_day(due.day, today), in_file=due.day),
            state_cell(due),
            Cell(due.responsible),
        ],
    )


def state_cell(due: Due) -> Cell:
    """Say what is missing, or when it was keyed in; the words lead there."""
    if due.keyed_on is not None:
        keyed = _("Keyed in %(day)s, %(name)s") % {"day": in_words(due.keyed_on), "name": due.keyed_by}
        return Cell(keyed, url=page_of(due))
    if due.consent_on is None:
        return Cell(_("No written consent: not to be registered"), url=reverse("people:consent", args=[due.person_id]))
    if not due.has_number:
        return Cell(_("The personal number"), url=reverse("desk:person", args=[due.person_id]))
    if due.lacking:
        return Cell(", ".join(str(one.words[due.moment]) for one in due.lacking), url=page_of(due))
    return Cell(_("Nothing: key it in"), url=page_of(due))


def in_file(found: Sequence[Due]) -> Iterable[ListRow]:
    """Return the rows of the file to key in from, with the personal number of those whom one may be told it of."""
    people = list({one.person_id for one in found})
    numbers = {one.person_id: one.number for one in database.rows("exchange_sus_numbers", people)}
    words = code_words()
    for one in found:
        answers = [words.get((TABLES[column], one.answers[column]), "") for column in ANSWERS]
        keyed = f"{one.keyed_on:%Y-%m-%d} {one.keyed_by}" if one.keyed_on else ""
        cells = [
            Cell(one.name),
            Cell(numbers.get(one.person_id, "")),
            Cell(one.initiative),
            Cell(one.moment_words),
            Cell(in_file=one.day),
            *(Cell(said) for said in answers),
            Cell(in_file=one.consent_on) if one.consent_on else Cell(),
            Cell(one.responsible),
            Cell(keyed),
        ]
        yield ListRow(key_of(one), cells)


TABLES = {one.column: one.table for sheet in SHEETS for one in sheet.fields}


def code_words() -> Mapping[tuple[str, str], str]:
    """Return the words of every code that a sheet may hold."""
    return labels(*set(TABLES.values()))


@may("exchange.see_sus")
@in_tab(Tab.ACTIVITIES)
def sus_sheet(request: Request, taking_part_id: int, moment: str) -> HttpResponse:
    """Show the sheet of a start or an end, to key in from and to print; write its answers, and that it is keyed in."""
    taking_part = get_object_or_404(Participation.objects.select_related("person"), pk=taking_part_id)
    due, person = one_due(taking_part.pk, moment), taking_part.person
    if due is None or not (due.registers or due.keyed_on):
        raise Http404
    acts = Acts(request, acts_of(request, due) if not only_reads(due.person_id) else ())
    if acts.carried_out():
        return redirect(page_of(due) if due.registers else reverse("desk:person", args=[due.person_id]))
    record("exchange.see_sus", due.person_id, scope="plan", kind="read")
    words = code_words()
    (number,) = [one.number for one in database.rows("exchange_sus_numbers", [due.person_id])] or [""]
    context = {
        "person": person,
        "due": due,
        "number": number,
        "answers": [
            (one.words[moment], words.get((one.table, due.answers[one.column]), ""))
            for one in sheet_of(due.day).at(moment)
        ],
        "source": sheet_of(due.day).source,
        "acts": acts,
        "form": acts.form,
    }
    return render(request, "exchange/sus_sheet.html", context, status=acts.status)


def acts_of(request: Request, due: Due) -> list[Act]:
    """List what may be done with a sheet: to write it, and, once it is whole, to say that it is keyed in."""
    sheet = SusSheet.objects.filter(participation_id=due.participation_id, moment=due.moment).first()
    begins: dict[str, Any] = {}
    if sheet is None and due.moment == SusSheet.Moment.START:
        known = Kartlaggning.objects.filter(case_id=due.case_id).exclude(education="").first()
        begins = {"education": known.education} if known else {}
    is_over = due.keyed_on is not None
    if not due.registers:
        return [
            Act(
                "take_out",
                operations.take_out_of_sus,
                _("It is taken out of SUS"),
                on={"due": due, "by": request.actor},
                done=_("Written down. It no longer waits on your desk."),
            )
        ]
    return [
        Act(
            "save",
            operations.save_sus_sheet,
            _("Save"),
            SusSheetForm,
            on={"due": due},
            given={"due": due, "initial": SusSheetForm.begun(sheet, **begins)},
            late=is_over,
        ),
        Act(
            "key_in",
            operations.key_in_sus_sheet,
            _("It is keyed in to SUS"),
            on={"due": due, "by": request.actor},
            done=_("Written down. It no longer waits on your desk."),
            late=is_over or bool(due.lacking),
        ),
    ]


@may("exchange.count_sus")
def sus_counts(request: Request) -> HttpResponse:
    """Show how many are registered of each year, and how many are only counted, since they are protected."""
    years = [request.actor.today.year - back for back in range(YEARS)]
    told = [(year, list(database.rows("exchange_sus_counted", year))) for year in years]
    record("exchange.see_sus_counts", kind="read", scope="log", years=years)
    words = {one.value: one.label for one in BOTH}
    lines = [(year, words[one.moment], one.registered, one.keyed, one.apart) for year, rows in told for one in rows]
    context = {"lines": lines, "source": sheet_of(request.actor.today).source}
    return render(request, "exchange/sus_counts.html", context)
