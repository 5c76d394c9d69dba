"""A list as it is asked for and drawn: order, place and filters from the address, and the links that keep them."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import urlencode

from django.forms import ChoiceField, DateField
from django.http import QueryDict
from django.utils.functional import Promise, cached_property
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from trappan.ui.forms import Form
from trappan.ui.lists import files
from trappan.ui.lists.columns import Column, ListRow, Order, Row, read_order
from trappan.ui.lists.drawn import drawn_row
from trappan.ui.lists.places import AFTER, PAGE, Cut, Place, cut, read_place, write_place
from trappan.ui.templatetags.ui import day

SORT, FILE, PRINT = "sort", "file", "print"
OWN = (SORT, AFTER, FILE, PRINT)  # what a list itself reads in an address, beside its filters
PRINTED_AT_MOST = 1_000  # rows of a print: some forty sheets


class OrderedQuery(QueryDict):
    """An address as the worker reads it, for whoever ordered the file of its list: the file may be longer."""


@dataclass(frozen=True)
class Head:
    """The head of a column: the link that sorts by it, and how it is sorted now."""

    column: Column
    url: str
    aria: str

    @property
    def icon(self) -> str:
        return {"ascending": "up", "descending": "down"}.get(self.aria, "sort")


@dataclass(frozen=True)
class Chip:
    """A filter that is chosen, in words, and the address of the list without it."""

    words: str
    url: str


@dataclass
class Listing:
    """One list on one page. Made from the address first; then it is given its rows.

    `name` stands in files' names and signs the places; `kept` is what every link keeps: the filters, and
    the token of what was asked. `usual` is the order of whoever asked for none. Of a file that is too long to be
    waited for, `is_being_made` tells that it is ordered, `made_url` where it lies if it is made already, and `refused`
    why it is not ordered.
    """

    name: str
    title: str | Promise
    columns: Sequence[Column]
    usual: Order
    asked: QueryDict
    kept: Mapping[str, str] = field(default_factory=dict)
    chips: Sequence[Chip] = ()
    may_export: bool = False
    rows: Sequence[ListRow] = ()
    found: int | None = None
    cut: Cut | None = None
    is_being_made: bool = False
    made_url: str = ""
    refused: str = ""
    only_by_name: bool = False

    def __post_init__(self) -> None:
        self.order, self.knows_order = read_order(self.asked.get(SORT, ""), self.columns, self.usual)
        self.place, self.knows_place = read_place(self.asked.get(AFTER, ""), self.name, self.order)

    @property
    def is_file(self) -> bool:
        """Tell whether the file is asked for, and not the page."""
        return self.asked.get(FILE) == "xlsx"

    @property
    def is_ordered(self) -> bool:
        """Tell whether it is the worker that asks, which writes the file that somebody has ordered."""
        return isinstance(self.asked, OrderedQuery)

    @property
    def at_most(self) -> int:
        """Return how many rows the file holds: fewer while somebody waits for it."""
        return files.AT_MOST_ORDERED if self.is_ordered else files.AT_MOST

    @property
    def is_printed_whole(self) -> bool:
        """Tell whether all of it is drawn, to be printed: for whoever may take it out as a file."""
        return self.may_export and self.asked.get(PRINT) == "all"

    @property
    def size(self) -> int:
        """Return how many rows a page has."""
        return PRINTED_AT_MOST if self.is_printed_whole else PAGE

    @property
    def print_url(self) -> str:
        """Return where all of it is drawn to be printed; empty where the page holds all there is, or one may not."""
        return self.url(**{PRINT: "all"}) if self.may_export and (self.previous or self.following) else ""

    @property
    def printed(self) -> str:
        """Say what stands on a print: which rows of how many, what was chosen, and where the rest is."""
        said = [self.counted, *(chip.words for chip in self.chips)]
        if self.previous or self.following:
            said.append(
                _("There are more rows than these: the whole list is taken as a file.")
                if self.may_export
                else _("There are more rows than these, on the list's other pages.")
            )
        return " · ".join(part for part in said if part)

    @property
    def notices(self) -> list[str]:
        """Say what was asked for and could not be done, and what is shown instead."""
        said = []
        if not self.knows_order:
            said.append(_("The list has no such order. It stands in its usual one."))
        elif not self.knows_place:
            said.append(_("That page is no longer there. This is the beginning of the list."))
        if self.only_by_name:
            said.append(
                _("More than %(count)s are shown by name only, neither sorted by anything else nor narrowed.")
                % {"count": grouped(self.at_most)}
            )
        if self.refused:
            said.append(self.refused)
        return said

    @property
    def status(self) -> int:
        """Return what the page answers: 422 where a file was asked for and is refused."""
        return 422 if self.refused else 200

    def fall_back(self) -> None:
        """Take the usual order and choose nothing, where what was asked for would take too many rows."""
        self.order, self.place, self.only_by_name = self.usual, None, True
        self.chips = ()

    def begin_again(self) -> None:
        """Show the beginning: the row whose place was asked for is there no more."""
        self.place, self.knows_place = None, False

    def show_whole(
        self, found: Sequence[Row], key: Callable[[Row], int], make: Callable[[Sequence[Row]], Sequence[ListRow]]
    ) -> None:
        """Give the list its page of what is known whole and stands in order; `make` makes the page's rows."""
        by_key = {key(one): one for one in found}
        if self.place and self.place.key not in by_key:
            self.begin_again()
        page = cut(list(by_key), self.place, self.size)
        self.show(make([by_key[one] for one in page.keys]), page, len(by_key))

    @property
    def drawn(self) -> list[SafeString]:
        """Return the rows for the page, each as its columns have it."""
        looks = [column.attributes for column in self.columns[1:]]
        return [drawn_row(row.cells, looks) for row in self.rows]

    def show(self, rows: Sequence[ListRow], cut: Cut, found: int | None = None) -> None:
        """Give the list its page: the rows, what lies on either side, and how many there are where that is known."""
        self.rows, self.cut, self.found = rows, cut, found

    def url(self, **changed: str) -> str:
        """Return the address of the list with its filters and order, and with this changed."""
        wanted = {**self.kept, **({SORT: self.order.written} if self.order != self.usual else {}), **changed}
        return "?" + urlencode({name: value for name, value in wanted.items() if value})

    @cached_property
    def heads(self) -> list[Head]:
        return [self.head(column) for column in self.columns]

    def head(self, column: Column) -> Head:
        """Return a column's head; what the list is sorted by is turned by its link."""
        if not column.sortable:
            return Head(column, "", "")
        if column.key != self.order.key:
            return Head(column, self.url(**{SORT: column.key}), "")
        aria = "descending" if self.order.descending else "ascending"
        return Head(column, self.url(**{SORT: self.order.turned.written}), aria)

    @property
    def orders(self) -> list[tuple[str, str, bool]]:
        """Return the orders to choose among on a phone: as written, in words, and whether it is this one."""
        return [
            (order.written, f"{column.label}, {words}", order == self.order)
            for column in self.columns
            if column.sortable
            for order, words in (
                (Order(column.key), _("from the beginning")),
                (Order(column.key, descending=True), _("from the end")),
            )
        ]

    @property
    def previous(self) -> str:
        return self.beside(back=True) if self.cut and self.cut.before else ""

    @property
    def following(self) -> str:
        return self.beside(back=False) if self.cut and self.cut.behind else ""

    def beside(self, *, back: bool) -> str:
        """Return the address of the page before or behind this one; where nothing is left here, the beginning."""
        if not self.cut or not self.cut.keys:
            return self.beginning
        place = Place(self.cut.keys[0 if back else -1], back)
        return self.url(**{AFTER: write_place(self.name, self.order, place)})

    @property
    def beginning(self) -> str:
        return self.url()

    @property
    def file_url(self) -> str:
        return self.url(**{FILE: "xlsx"})

    @property
    def counted(self) -> str:
        """Say which rows are shown, of how many where that is known."""
        if not self.rows or self.cut is None:
            return ""
        if self.cut.first is None or self.found is None:
            return ngettext("%(count)s row", "%(count)s rows", len(self.rows)) % {"count": len(self.rows)}
        last = self.cut.first + len(self.rows) - 1
        return _("%(first)s–%(last)s of %(all)s") % {"first": self.cut.first, "last": last, "all": self.found}


def grouped(number: int) -> str:
    """Write a number as 10 000, with spaces that do not break."""
    return f"{number:,}".replace(",", "\u00a0")


def chosen(form: Form) -> dict[str, str]:
    """Return the filters of a form that are chosen, as they stand in the address."""
    return {name: form.data[name] for name in form.fields if form.data.get(name)}


def chips(form: Form, kept: Mapping[str, str]) -> list[Chip]:
    """Return what is chosen in a form, each with the address of the list without it."""
    found = []
    for name, value in chosen(form).items():
        left = {one: said for one, said in kept.items() if one != name}
        found.append(Chip(f"{form.fields[name].label}: {in_words(form, name, value)}", "?" + urlencode(left)))
    return found


def in_words(form: Form, name: str, value: str) -> str:
    """Say what is chosen in a field."""
    asked = form.fields[name]
    if isinstance(asked, DateField):
        return day(form.cleaned_data.get(name)) or value
    if isinstance(asked, ChoiceField):
        options: Any = asked.choices
        return {str(key): str(label) for key, label in options}.get(value, value)
    return value


def for_the_log(form: Form) -> dict[str, str]:
    """Return the filters for the log; of what was typed freely only that it was, since it may be a name."""
    return {
        name: value if isinstance(form.fields[name], ChoiceField | DateField) else "…"
        for name, value in chosen(form).items()
    }
