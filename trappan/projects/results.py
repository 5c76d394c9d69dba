"""A project's results for others to see: each number with of whom it is and as of which day, hidden where it is few."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _

from trappan.partnerships.money import kronor, percent
from trappan.projects.charts import CHARTS, OF_SUBS, chart
from trappan.projects.figures import Figures, figures, money, per_person, share
from trappan.projects.models import Municipality, Project, SubInitiative
from trappan.projects.told import ACHIEVED
from trappan.schedules.clock import today
from trappan.schedules.periods import day_before
from trappan.ui.lists.columns import Cell, Column, ListRow
from trappan.ui.templatetags.ui import day

GROUPS = "target_group"


@dataclass(frozen=True)
class Result:
    """A number of a table, of whom, and how many those are; None is hidden."""

    table: str
    name: str
    number: int | None
    of: str
    base: int | None

    @property
    def number_words(self) -> str:
        return hidden_or(self.number)

    @property
    def share(self) -> str:
        return share(self.number, self.base)


@dataclass(frozen=True)
class Book:
    """All that is shown of a project: what it is, its figures, and the words of target groups."""

    project: Project
    municipalities: Sequence[Municipality]
    subs: Sequence[SubInitiative]
    said: Figures | None
    groups: Mapping[str, str]

    @property
    def as_of(self) -> str:
        return day(self.said.as_of) if self.said else ""


def book_of(project: Project, groups: Mapping[str, str]) -> Book:
    """Return a project's book as its leader reads it."""
    municipalities = list(Municipality.objects.filter(project=project).select_related("organisation"))
    subs = list(SubInitiative.objects.filter(project=project).select_related("municipality__organisation"))
    return Book(project, municipalities, subs, figures(project, municipalities, subs), groups)


def hidden_or(number: int | None) -> str:
    """Say a number, or that it is hidden."""
    return _("hidden") if number is None else str(number)


def results(book: Book) -> Iterator[Result]:
    """Say every number that the project's page tells, with its denominators."""
    said = book.said
    if said is None:
        return
    told = said.told
    planned, began, finished = _("of the planned"), _("of those who began"), _("of those who have finished")
    yield Result(_("Participants"), _("Began"), told.started, planned, said.planned)
    yield Result(_("Participants"), _("Women who began"), told.women, _("of the planned women"), said.planned_women)
    yield Result(_("Participants"), _("Men who began"), told.men, _("of the planned men"), said.planned_men)
    yield Result(_("Participants"), _("Finished"), told.finished, began, told.started)
    words = result_words()
    for line in said.lines:
        for of, base in ((planned, said.planned), (began, told.started), (finished, told.finished)):
            yield Result(_("Results"), words[line.key], line.number, of, base)
    for part in told.parts:
        yield Result(part.name, _("Began"), part.started, planned, part.planned)
        for kind in ACHIEVED:
            yield Result(part.name, words[kind], part.results[kind], began, part.started)
    for sub in book.subs:
        yield Result(sub.name, _("Began"), told.subs[sub.pk], planned, sub.planned)
        for kind in ACHIEVED:
            yield Result(sub.name, words[kind], told.sub_results[sub.pk][kind], began, told.subs[sub.pk])
    for group in told.groups:
        name = book.groups.get(group.code, group.code)
        yield Result(_("Target groups"), name, group.started, began, told.started)
        yield Result(_("Target groups"), _("%(group)s, women") % {"group": name}, group.women, began, told.started)
        yield Result(_("Target groups"), _("%(group)s, men") % {"group": name}, group.men, began, told.started)


def result_words() -> dict[str, str]:
    """Return the kinds of results in words."""
    return {
        "work": _("Work"),
        "studies": _("Studies"),
        "internship": _("Internship"),
        "together": _("Together"),
        "without_internship": _("Without internships"),
    }


def columns() -> tuple[Column, ...]:
    """Return the columns of the file of results."""
    return (
        Column("table", _("Part")),
        Column("name", _("What")),
        Column("number", _("Number"), number=True),
        Column("of", _("Of whom")),
        Column("base", _("Of how many"), number=True),
        Column("share", _("Share")),
        Column("as_of", _("To and including")),
    )


def lines(book: Book) -> Iterator[ListRow]:
    """Return the rows of the file of results."""
    for at, one in enumerate(results(book), 1):
        number, base = (Cell(hidden_or(value), in_file=value) for value in (one.number, one.base))
        cells = [Cell(one.table), Cell(one.name), number, Cell(one.of), base, Cell(one.share), Cell(book.as_of)]
        yield ListRow(at, cells)


def facts_of(book: Book) -> dict[str, Any]:
    """Return what stands on the slides and on the final report, in words."""
    project, said = book.project, book.said
    rows = money(project)
    budget, used = sum(row.budget for row in rows), sum(row.used for row in rows)
    began = said.told.started if said else None
    costs = [
        (_("for each planned participant"), per_person(budget, sum(one.planned for one in book.municipalities))),
        (_("for each who has begun"), per_person(budget, began)),
    ]
    return {
        "title": project.name,
        "aim": project.aim,
        "owner": project.owner.name,
        "period": f"{day(project.starts_on)} – {day(day_before(project.ends_on))}",
        "as_of": _("Counted to and including %(day)s, each person once.") % {"day": book.as_of} if said else "",
        "goal": _("The goal is at least %(share)s with work, studies or an internship; it does not say of whom.")
        % {"share": percent(project.goal_basis_points).replace(",00", "")},
        "participants": table_of(book, _("Participants")),
        "results": results_table(said) if said else [],
        "pictures": [
            picture_of(name, said, book.subs) for name in CHARTS if said and (name not in OF_SUBS or book.subs)
        ],
        "municipalities": [
            [part.name, str(part.planned), hidden_or(part.started), *(hidden_or(part.results[one]) for one in ACHIEVED)]
            for part in (said.told.parts if said else ())
        ],
        "initiatives": [
            [one.name, one.theme, hidden_or(said.told.subs[one.pk]) if said else "", str(one.planned)]
            for one in book.subs
        ],
        "initiative_results": initiatives_table(said, book.subs) if said else [],
        "groups": [
            [book.groups.get(one.code, one.code), *map(hidden_or, (one.started, one.women, one.men))]
            for one in (said.told.groups if said else ())
        ],
        "money": [
            [str(row.kind), kronor(row.budget), percent(row.share), kronor(row.used), kronor(row.left)] for row in rows
        ],
        "total": [_("All together"), kronor(budget), "100,00\u00a0%", kronor(used), kronor(budget - used)]
        if rows
        else [],
        "costs": [f"{kronor(cost)} {words}" for words, cost in costs if cost] if rows else [],
        "footer": project.name,
        "labels": labels(),
    }


def final_facts(book: Book, report: str) -> dict[str, Any]:
    """Return what stands on the final report: the book as it was then, and its leader's own words."""
    return facts_of(book) | {
        "heading": _("Final report: %(name)s") % {"name": book.project.name},
        "finished": _("Finished %(day)s.") % {"day": day(today())},
        "words": [one.strip() for one in report.splitlines() if one.strip()],
    }


def table_of(book: Book, table: str) -> list[list[str]]:
    """Return the lines of a table of which each number has one denominator."""
    return [[one.name, one.number_words, of_words(one), one.share] for one in results(book) if one.table == table]


def of_words(one: Result) -> str:
    """Say of whom a number is, and how many those are: of the planned (418)."""
    return f"{one.of} ({one.base})" if one.base is not None else one.of


def results_table(said: Figures) -> list[list[str]]:
    """Return the results with their three shares."""
    words = result_words()
    return [[words[line.key], hidden_or(line.number), *line.shares] for line in said.lines]


def initiatives_table(said: Figures, subs: Sequence[SubInitiative]) -> list[list[str]]:
    """Return what came of those who began in each sub-initiative, each counted in the first."""
    return [
        [one.name, hidden_or(said.told.subs[one.pk]), *map(hidden_or, said.told.sub_results[one.pk].values())]
        for one in subs
    ]


def picture_of(name: str, said: Figures, subs: Sequence[SubInitiative]) -> dict[str, str]:
    """Return a picture with its words."""
    drawn = chart(name, said, subs)
    return {"name": name, "title": drawn.title, "said": drawn.said, "svg": drawn.svg}


def labels() -> dict[str, Any]:
    """Return the headings of the papers."""
    return {
        "participants": _("Those who took part"),
        "results": _("What came of it, of three"),
        "results_heads": [
            _("What"),
            _("Number"),
            _("of the planned"),
            _("of those who began"),
            _("of those who have finished"),
        ],
        "participants_heads": [_("What"), _("Number"), _("Of whom"), _("Share")],
        "municipalities": _("The municipalities"),
        "municipalities_heads": [_("Municipality"), _("Planned"), _("Began"), _("Work"), _("Studies"), _("Internship")],
        "initiatives": _("Sub-initiatives"),
        "initiatives_heads": [_("Sub-initiative"), _("Theme"), _("Began"), _("Planned")],
        "initiative_results": _("Results by sub-initiative"),
        "initiative_results_heads": [_("Sub-initiative"), _("Began"), _("Work"), _("Studies"), _("Internship")],
        "initiative_results_said": _("Whoever has been in several sub-initiatives counts in the first."),
        "groups": _("Target groups"),
        "groups_heads": [_("Target group"), _("Began"), _("Women"), _("Men")],
        "groups_said": _("A person may belong to several groups, so the numbers cannot be added up."),
        "money": _("Money"),
        "money_heads": [_("Source"), _("Budget"), _("Share"), _("Used"), _("Left")],
        "money_said": _("The cost is the whole budget divided by the number, rounded to whole kronor."),
        "how": _("How it is counted"),
        "counted": _("Whoever has taken part several times counts once, by work before studies before an internship."),
        "hidden": _("Under five people nothing is told, nor what would give it away: it says hidden."),
        "cause": _("That it is so is no proof that the project caused it."),
        "words": _("How it went"),
        "owner": _("Owner"),
        "period": _("Period"),
    }
