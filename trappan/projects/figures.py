"""A project's figures for whoever leads it: counted by the database, told as `told` says, with money and shares."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from trappan import database
from trappan.partnerships.money import shares
from trappan.projects.models import Funding, Municipality, Project, SubInitiative
from trappan.projects.told import ACHIEVED, Counts, Told, told

SPACE = "\u00a0"


@dataclass(frozen=True)
class Line:
    """A row of the table of results: how many, and their share of the planned, the started and the finished."""

    key: str
    number: int | None
    shares: Sequence[str]


@dataclass(frozen=True)
class Money:
    """A funding in öre: budget, share of all in basis points (the last what is left), what is used, and what is not."""

    kind: str
    budget: int
    share: int
    used: int
    as_of: date | None

    @property
    def left(self) -> int:
        return self.budget - self.used


@dataclass(frozen=True)
class Figures:
    """All that a project's page says in numbers, as of one day."""

    as_of: date
    planned: int
    planned_women: int
    planned_men: int
    told: Told
    lines: Sequence[Line]
    goal: Sequence[int | None]
    counts: Counts


def counted(project: Project) -> Counts:
    """Ask the database how many took part: of everybody once, by each breakdown."""
    counts = Counts()
    for row in database.rows("projects_counted", project.pk):
        match row.breakdown:
            case "municipality":
                counts.municipalities.setdefault(row.part, {})[row.result] = row.people
            case "gender":
                counts.genders[row.gender] = row.people
            case "group":
                counts.groups.setdefault(row.code, {})[row.gender] = row.people
            case "sub":
                counts.subs.setdefault(row.part, {})[row.result] = row.people
            case "no_sub":
                counts.no_sub = row.people
            case "age":
                counts.ages[row.code] = row.people
            case "double":
                counts.doubles = row.people
    return counts


def figures(project: Project, municipalities: Sequence[Municipality], subs: Sequence[SubInitiative]) -> Figures | None:
    """Return a project's figures as of the day that the database counts; None where no month of it is over yet."""
    as_of = database.value("projects_as_of", project.pk)
    if as_of is None or as_of < project.starts_on:
        return None
    planned = {one.pk: (one.organisation.name, one.planned) for one in municipalities}
    counts = counted(project)
    said = told(counts, planned, {one.pk: one.municipality_id for one in subs})
    as_of = database.value("projects_told_as_of", project.pk)
    women, men = (sum(getattr(one, name) for one in municipalities) for name in ("planned_women", "planned_men"))
    bases = (women + men, said.started, said.finished)
    lines = [
        Line(key, number, [share(number, base) for base in bases])
        for key, number in (
            *((one, said.results[one]) for one in ACHIEVED),
            ("together", said.achieved),
            ("without_internship", said.without_internship),
        )
    ]
    goal = [None if base is None else -(-base * project.goal_basis_points // 10_000) for base in bases]
    return Figures(as_of, women + men, women, men, said, lines, goal, counts)


def share(number: int | None, of: int | None) -> str:
    """Say a share in percent with one decimal, rounded half up; nothing where a number is hidden, or of nobody."""
    if number is None or not of:
        return ""
    tenths = (2000 * number + of) // (2 * of)
    return f"{tenths // 10},{tenths % 10}{SPACE}%"


def money(project: Project) -> list[Money]:
    """Return a project's money by kind, with what is used as of the latest day that somebody has said."""
    return money_of(list(Funding.objects.filter(project=project).prefetch_related("spending")))


def money_of(rows: Sequence[Funding]) -> list[Money]:
    """Return the same of fundings that were read with what is said to be used."""
    parts = shares([row.budget_ore for row in rows])
    found = []
    for row, part in zip(rows, parts, strict=True):
        latest = next(iter(row.spending.all()), None)
        used, as_of = (latest.amount_ore, latest.as_of) if latest else (0, None)
        found.append(Money(row.get_kind_display(), row.budget_ore, part, used, as_of))
    return found


def per_person(ore: int, people: int | None) -> int | None:
    """Return the cost of each in öre, rounded half up to whole kronor; None of nobody, or of a hidden number."""
    return (ore + 50 * people) // (100 * people) * 100 if people else None
