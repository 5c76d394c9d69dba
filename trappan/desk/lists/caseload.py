"""The caseload: one's own cases, sorted by what they wait for, hours, contact, and what to do next."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any

from django.utils.timesince import timesince
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from trappan.desk.case_rows import Entry, Line, caseload
from trappan.desk.lists.facts import person_url, step_cell
from trappan.desk.lists.people import STAGES, day_cell
from trappan.secrecy.acting import Actor
from trappan.ui.lists.columns import Cell, Column, ListRow, Order, by_value
from trappan.ui.lists.listing import Listing
from trappan.ui.templatetags.ui import hours, short_day

COLUMNS = (
    Column("name", gettext_lazy("Participant"), sortable=True),
    Column("waits", gettext_lazy("Waits"), sortable=True, card="bare"),
    Column("step", gettext_lazy("Distance (step)"), sortable=True, card="side"),
    Column("hours", gettext_lazy("Hours a week"), sortable=True),
    Column("contact", gettext_lazy("Last contact"), sortable=True),
    Column("responsible", gettext_lazy("Responsible"), sortable=True, card="wide"),
    Column("next", gettext_lazy("Next")),
)
USUAL = Order("waits", descending=True)


def columns_for(actor: Actor) -> list[Column]:
    """Return the columns: a consultant's cases are all the consultant's own, so nobody else stands there."""
    return [one for one in COLUMNS if one.key != "responsible" or actor.role != "consultant"]


def by_line(actor: Actor) -> Mapping[str, Callable[[Line], Any]]:
    """Return what the columns are sorted by that a case itself knows: the others take more questions."""
    return {
        "name": lambda line: line.case.person.sort,
        "waits": lambda line: (actor.today - line.waits_since).days if line.waits_since else None,
        "step": lambda line: line.step,
        "responsible": lambda line: line.case.responsible and line.case.responsible.colleague.family_name,
    }


BY_ENTRY: Mapping[str, Callable[[Entry], Any]] = {
    "hours": lambda entry: None if entry.target is None else entry.target - (entry.planned or 0),
    "contact": lambda entry: entry.last_contact,
}


def fill(listing: Listing, lines: Sequence[Line], actor: Actor, count: int) -> list[Entry]:
    """Give the list its page of these cases, and return what stands on it; `count` is how many steps there are."""
    shown: list[Entry] = []

    def rows(some: Sequence[Line | Entry]) -> list[ListRow]:
        shown[:] = with_facts(some, actor)
        return [row(one, actor, count, in_file=False) for one in shown]

    listing.show_whole(ordered(listing, lines, actor), lambda one: of(one).case.pk, rows)
    return shown


def whole(listing: Listing, lines: Sequence[Line], actor: Actor, count: int) -> Iterator[ListRow]:
    """Make the rows of the file, one at a time; protected people come last, by row number (desk/lists/walked.py)."""
    found = ordered(listing, lines, actor)
    last = sorted((one for one in found if of(one).case.person.is_protected), key=lambda one: of(one).case.pk)
    for one in with_facts([one for one in found if not of(one).case.person.is_protected] + last, actor):
        yield row(one, actor, count, in_file=True)


def ordered(listing: Listing, lines: Sequence[Line], actor: Actor) -> list[Any]:
    """Return cases in the order asked for, with the facts of all where it is sorted by those."""
    usual = sorted(lines, key=lambda line: (STAGES.index(line.state.stage), line.case.pk))
    key = listing.order.key
    if key in BY_ENTRY:
        return by_value(caseload(usual, actor), BY_ENTRY[key], listing.order)
    return by_value(usual, by_line(actor)[key], listing.order)


def of(one: Line | Entry) -> Line:
    return one.line if isinstance(one, Entry) else one


def with_facts(found: Sequence[Line | Entry], actor: Actor) -> list[Entry]:
    """Return entries, looking up the facts of lines that lack them."""
    entries = [one for one in found if isinstance(one, Entry)]
    return entries if len(entries) == len(found) else caseload([of(one) for one in found], actor)


def row(entry: Entry, actor: Actor, count: int, *, in_file: bool) -> ListRow:
    """Say a case in a row."""
    case, today = entry.line.case, actor.today
    hidden = in_file and case.person.is_protected
    name = _("Protected identity") if hidden else case.person.name
    planned = {"planned": hours(entry.planned), "target": hours(entry.target)}
    coming = entry.next_meeting
    cells = (
        Cell(name, url=person_url(case.person_id), below=case.number, locked=case.person.is_protected),
        waits(entry, actor, hidden=hidden),
        step_cell(entry.line.step, count),
        Cell(_("%(planned)s of %(target)s") % planned if entry.target is not None else ""),
        day_cell(entry.last_contact, today, _("next %(day)s") % {"day": short_day(coming, today)} if coming else ""),
        Cell(case.responsible.colleague.name if case.responsible else ""),
        Cell(entry.door, url=entry.door_url),
    )
    told = {column.key for column in columns_for(actor)}
    return ListRow(case.pk, [cell for column, cell in zip(COLUMNS, cells, strict=True) if column.key in told])


def waits(entry: Entry, actor: Actor, *, hidden: bool) -> Cell:
    """Say what a case waits for, why and since when; or where its person is."""
    since = entry.line.waits_since
    if since:
        said = {"day": short_day(since, actor.today), "time": timesince(since, actor.today)}
        below = _("since %(day)s, %(time)s") % said
    else:
        below = "" if hidden else entry.line.state.activity_name
    # What it waits for may be its stage, said already.
    words = [entry.why if entry.why != str(entry.stage.words) else "", below]
    return Cell(entry.stage.words, color=entry.stage.color, below=", ".join(word for word in words if word))
